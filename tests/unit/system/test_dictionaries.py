"""Which dictionaries of the machine are used for a locale."""

import sys
from pathlib import Path

import pytest
from dictionaries import install, use

from l10n.system.dictionaries import _library, dictionary, lacking


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    use(monkeypatch, tmp_path)
    return tmp_path


def knows(locale: str, word: str) -> bool | None:
    """None if there is no dictionary."""
    found = dictionary(locale)
    return found.knows(word) if found else None


@pytest.mark.parametrize(
    ("locale", "name"),
    [("fr", "fr"), ("fr", "fr_FR"), ("fr", "fr-FR"), ("fr_CA", "fr_CA"), ("fr-CA", "fr-CA"), ("fr_CA", "fr"),
     ("cs", "cs_CZ"), ("de", "de_DE"), ("pt_BR", "pt_BR"), ("sr@latin", "sr_Latn_RS")],
)  # fmt: skip
def test_a_locale_has_the_dictionary_of_its_name(folder: Path, locale: str, name: str) -> None:
    install(folder, name, ["monde"])
    assert (knows(locale, "monde"), knows(locale, "mondes"), knows(locale, "mnode")) == (True, True, False)
    assert lacking(locale) == ""


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("pt_BR", "pt_PT"),
        ("fr", "fr_CA"),
        ("sr@latin", "sr"),
        ("de", "nl"),
        ("zh_Hans", "zh_Hans"),
        ("ja", "ja"),
    ],
)
def test_a_locale_has_no_dictionary_of_another(folder: Path, locale: str, name: str) -> None:
    install(folder, name, ["monde"])
    assert knows(locale, "monde") is None


def test_its_own_territory_comes_before_the_language(folder: Path) -> None:
    install(folder, "fr", ["week-end"])
    install(folder, "fr_CA", ["courriel"])
    assert (knows("fr", "courriel"), knows("fr_CA", "courriel"), knows("fr_CA", "week-end")) == (
        False,
        True,
        False,
    )


@pytest.mark.parametrize("name", ["../fr", "fr/../../x", "", ".", "x" * 300, "fr\0"])
def test_a_name_leads_nowhere_else(folder: Path, name: str) -> None:
    for place in (folder.parent, folder):
        install(place, "fr", ["monde"])
        install(place, "x", ["monde"])
    assert knows(name, "monde") is None


def test_a_folder_that_is_not_named_in_full_is_not_looked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be one of whatever project somebody works in."""
    install(tmp_path, "fr", ["monde"])
    install(tmp_path / "dicts", "fr", ["monde"])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DICPATH", ":.:dicts:./dicts")
    assert dictionary("fr") is None
    monkeypatch.setenv("DICPATH", f"dicts:{tmp_path / 'dicts'}")
    assert knows("fr", "monde") is True


def test_half_a_dictionary_is_none(folder: Path) -> None:
    install(folder, "fr", ["monde"]).with_suffix(".aff").unlink()
    assert dictionary("fr") is None
    assert "DICPATH" in lacking("fr")


def test_what_a_dictionary_cannot_tell_passes(folder: Path) -> None:
    file = install(folder, "fr", ["monde"])
    file.with_suffix(".aff").write_text("SET ISO8859-1\n")
    assert (knows("fr", "мир"), knows("fr", "m" * 1000), knows("fr", "mnode")) == (True, True, False)


def test_without_the_extra_it_is_named_and_nothing_is_looked_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(folder, "fr", ["monde"])
    monkeypatch.setitem(sys.modules, "hunspell", None)
    _library.cache_clear()
    try:
        assert dictionary("fr") is None
        assert "pip install 'deck-l10n[spell]'" in lacking("fr")
        assert lacking("ja") == ""
    finally:
        _library.cache_clear()
