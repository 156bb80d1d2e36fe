"""Deck and translations become the localised deck, and the proof that nothing broke."""
