"""How far translations are, as numbers."""
