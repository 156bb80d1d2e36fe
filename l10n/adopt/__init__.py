"""A deck that was translated already becomes its catalog."""
