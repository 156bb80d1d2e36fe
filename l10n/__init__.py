"""Keep slide decks in several languages in sync, through gettext catalogs."""

__version__ = "0.1.0"
