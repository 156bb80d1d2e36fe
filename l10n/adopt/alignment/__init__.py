"""Which block of a translated deck belongs to which block of its source deck."""
