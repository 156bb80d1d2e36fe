"""How far translations are, as text, data and pages: a module a format."""
