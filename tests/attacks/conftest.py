"""What attacks share: the command in a scratch project, as the tests of the command line have it."""

from cli.conftest import decks, empty, french

__all__ = ["decks", "empty", "french"]
