"""What git knows of decks and catalogs, and what git asks of us."""
