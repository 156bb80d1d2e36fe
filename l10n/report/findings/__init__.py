"""What checks found, as text and data: a module a format."""
