"""Names: those that a file system takes for one, the longest that there may be, and nearly the same ones."""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import ONE, Workspace

from l10n.system import disk, workers

FOLDED = (
    "open_folder", "make_folder", "status", "target", "open_file", "create", "open_lock", "unlink",
    "replace", "rename_new", "exchange",
)  # fmt: skip
"""The calls that look names up, and how."""


def folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def on_disk(folder: disk.Folder, name: str) -> str:
    """What a file is called that such a file system finds under that name; as given if there is none."""
    with os.scandir(folder) as found:
        there = {folded(one.name): one.name for one in found}
    return there.get(folded(name), name)


@pytest.fixture
def folding(french: Workspace) -> Workspace:
    """On a file system that pays no heed to case and normal form."""

    def folds(call: Callable[..., Any]) -> Callable[..., Any]:
        def look_up(folder: disk.Folder, *names: Any) -> Any:
            there = names[2] if len(names) > 2 and names[2] is not None else folder
            where = (folder, there)
            found = (on_disk(at, name) for at, name in zip(where, names[:2], strict=False))
            return call(folder, *found, *names[2:])

        return look_up

    for name in FOLDED:
        french.monkeypatch.setattr(disk, name, folds(getattr(disk, name)))
    return french


RENAMES = {
    "case of a deck": ("intro.md", "Intro.md"),
    "case of a folder": ("part/intro.md", "Part/intro.md"),
    "normal form of a deck": (unicodedata.normalize("NFC", "été.md"), unicodedata.normalize("NFD", "été.md")),
    "normal form of a folder": ("é/a.md", unicodedata.normalize("NFD", "é") + "/a.md"),
    "both": ("é/Straße.md", unicodedata.normalize("NFD", "É") + "/straße.md"),
}


@pytest.mark.parametrize("command", ["sync", "update", "extract", "build"])
@pytest.mark.parametrize(("old", "new"), RENAMES.values(), ids=RENAMES)
def test_rename_that_the_file_system_does_not_see_removes_nothing(
    folding: Workspace, old: str, new: str, command: str
) -> None:
    folding.deck(old, ONE.replace("Speak slowly", "A deck of its own"))
    folding.ok("sync")
    folding.translate("A deck of its own", "Un jeu à part", old.removesuffix(".md"))
    folding.ok("sync")
    before = folding.files()
    source = folding.path("source")
    for one, other in zip(Path(old).parts, Path(new).parts, strict=True):
        (source / one).rename(source / other)
        source /= other
    outcome = folding.ok(command)
    assert "removed" not in outcome.out
    after = folding.files()
    made = {name for name in before if not name.startswith("source/")}
    assert made <= after.keys()
    assert any("Un jeu à part".encode() in text for text in folding.files("build").values())
    folding.deck(new, ONE.replace("Speak slowly", "A deck of its own") + "\nMore\n")
    folding.ok("sync")
    folding.ok("sync", "--check")
    built = {name: text for name, text in folding.files("build").items() if b"Un jeu" in text}
    assert [text.endswith(b"More\n") for text in built.values()] == [True]


@pytest.mark.parametrize("letter", ["x", "é", "字", "🎈", "ש"])
def test_deck_with_the_longest_name_that_there_may_be(empty: Workspace, letter: str) -> None:
    """A template has the longest ending of all: ``.pot``."""
    name = letter * ((255 - len(".pot")) // len(letter.encode()))
    empty.deck(f"{name}.md", "# One\n\nHello\n")
    empty.ok("init", "fr")
    empty.translate("Hello", "Bonjour", name)
    empty.ok("sync")
    assert empty.read(f"build/fr/{name}.md") == "# One\n\nBonjour\n"
    empty.deck(f"{name}.md", "# One\n\nHello\n\nMore\n")
    empty.ok("sync")
    assert empty.read(f"build/fr/{name}.md") == "# One\n\nBonjour\n\nMore\n"


def test_decks_whose_names_have_200_characters_in_common_keep_their_own_text(empty: Workspace) -> None:
    names = [f"{'a' * 200}{number:03}" for number in range(60)]
    for name in names:
        empty.deck(f"{name}.md", f"# Deck {name[-3:]}\n\nText of {name[-3:]}\n")
    empty.monkeypatch.setattr(workers, "processors", lambda: 3)
    empty.ok("init", "fr", "de")
    empty.ok("sync")
    for name in names:
        empty.deck(f"{name}.md", f"# Deck {name[-3:]}\n\nText of {name[-3:]}\n\nMore of {name[-3:]}\n")
    empty.ok("sync")
    for name in names:
        assert empty.read(f"build/fr/{name}.md") == empty.read(f"source/{name}.md")
        for locale in ("fr", "de"):
            lines = empty.read(empty.po(name, locale)).splitlines()
            messages = {line[-4:-1] for line in lines if line.startswith("msgid") and line != 'msgid ""'}
            assert messages == {name[-3:]}


def test_a_folder_of_a_locale_in_capitals_is_the_locales(folding: Workspace) -> None:
    folding.translate("Hello world", "Bonjour le monde")
    folding.path("locales/fr").rename(folding.path("locales/FR"))
    before = folding.files("locales")
    for args in (["sync"], ["sync", "fr"], ["sync", "FR"], ["check", "fr"], ["stats", "fr"], ["init", "fr"]):
        folding.run(*args)
    assert folding.files("locales") == before
    folding.write("l10n.toml", 'locales = ["fr"]\n')
    folding.ok("sync")
    assert folding.files("locales") == before
    assert [path.name for path in folding.path("locales").iterdir() if path.name != "templates"] == ["FR"]
    built = [text for name, text in folding.files("build").items() if name.lower() == "fr/one.md"]
    assert len(built) == 1
    assert b"Bonjour le monde" in built[0]


def test_arguments_in_another_case_mean_the_decks_and_catalogs_that_are_listed(folding: Workspace) -> None:
    folding.translate("Hello world", "Bonjour  le monde")
    assert "Hello world" in folding.ok("inspect", "Source/ONE.md").out
    found = folding.run("check", "Locales/FR/lc_messages/ONE.po", "--fail-on", "note")
    assert "locales/fr/LC_MESSAGES/one.po:" in found.out
    assert "slide" in folding.run("check", "LOCALES/fr/LC_MESSAGES/One.po", "--format", "json").out
    folding.write("l10n.toml", 'source = "SOURCE"\ncatalogs = "Locales"\n')
    before = folding.files("locales")
    folding.ok("sync")
    assert folding.files("locales") == before
