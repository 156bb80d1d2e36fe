"""Three versions of a catalog become one, message by message."""
