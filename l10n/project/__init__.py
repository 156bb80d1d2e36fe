"""A project on disk: settings, which files are decks, decks and glossaries read once."""
