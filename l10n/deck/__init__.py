"""The one model of a deck, and how a text becomes it."""
