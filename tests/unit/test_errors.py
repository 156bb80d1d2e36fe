import pytest

from l10n import errors
from l10n.errors import CatalogError, L10nError, Place


def test_message_stands_behind_its_place() -> None:
    assert str(CatalogError("broken", Place("a.po", 3))) == "a.po:3: broken"
    assert str(CatalogError("broken", Place("a.po"))) == "a.po: broken"
    assert str(CatalogError("broken")) == "broken"


@pytest.mark.parametrize("name", ["ConfigError", "LocaleError", "DeckError", "CatalogError", "FileError"])
def test_every_error_is_one_of_ours(name: str) -> None:
    assert issubclass(getattr(errors, name), L10nError)
