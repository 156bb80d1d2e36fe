"""What stands where a file belongs and is none, or is shut: it is named, and stops only its deck."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import ONE, Workspace

PO = "locales/fr/LC_MESSAGES"


def _link(path: Path) -> None:
    path.with_name("theirs").write_text("theirs", encoding="utf-8")
    path.symlink_to("theirs")


def _shut(path: Path) -> None:
    path.write_text("", encoding="utf-8")
    path.chmod(0)


ODD: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a link": _link,
    "a pipe": os.mkfifo,
    "shut": _shut,
}
odd = pytest.mark.parametrize("make", list(ODD.values()), ids=list(ODD))


def replaced(work: Workspace, name: str, make: Callable[[Path], object]) -> None:
    path = work.path(name)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    make(path)
    if make is _shut and os.access(path, os.R_OK):
        pytest.skip("this user may read everything")


def assert_named(work: Workspace, name: str, *args: str) -> None:
    outcome = work.run(*args)
    assert outcome.code == 2, outcome
    assert f"error: {name}: " in outcome.err
    assert outcome.err.count(f"error: {name}: ") == 1
    assert "Traceback" not in outcome.err


@pytest.fixture
def edited(french: Workspace) -> Workspace:
    french.translate("Hello world", "Bonjour")
    french.translate("That is all", "C’est tout", "part/two")
    french.ok("sync")
    french.deck("one.md", ONE + "\nMore\n")
    french.deck("part/two.md", "# Two\n\nFirst things first\n\nThat is all\n\nAnd more\n")
    return french


@odd
@pytest.mark.parametrize("name", [f"{PO}/one.po", "locales/templates/one.pot", "build/fr/one.md"])
def test_odd_file_of_one_deck_leaves_the_other_deck_to_be_done(
    edited: Workspace, name: str, make: Callable[[Path], object]
) -> None:
    replaced(edited, name, make)
    assert_named(edited, name, "sync")
    assert edited.read("build/fr/part/two.md").endswith("C’est tout\n\nAnd more\n")
    assert 'msgid "And more"' in edited.read(f"{PO}/part/two.po")
    assert 'msgid "And more"' in edited.read("locales/templates/part/two.pot")


@odd
@pytest.mark.parametrize("args", [("check", "--fix"), ("check",), ("stats",), ("update",)], ids=" ".join)
def test_odd_catalog_is_named_once_by_every_command_that_needs_it(
    edited: Workspace, args: tuple[str, ...], make: Callable[[Path], object]
) -> None:
    replaced(edited, f"{PO}/one.po", make)
    assert_named(edited, f"{PO}/one.po", *args)


@odd
def test_odd_catalog_leaves_the_others_to_be_formatted(
    edited: Workspace, make: Callable[[Path], object]
) -> None:
    edited.replace(f"{PO}/part/two.po", 'msgid "That is all"', 'msgid ""\n"That is all"')
    replaced(edited, f"{PO}/one.po", make)
    outcome = edited.run("fmt")
    assert outcome.code == (0 if edited.path(f"{PO}/one.po").is_dir() else 2), "a folder is gone through"
    assert 'msgid "That is all"' in edited.read(f"{PO}/part/two.po")


@odd
def test_odd_manifest_is_named_and_every_deck_is_done(
    edited: Workspace, make: Callable[[Path], object]
) -> None:
    replaced(edited, "build/.l10n-fr", make)
    assert_named(edited, "build/.l10n-fr", "sync")
    assert edited.read("build/fr/one.md").endswith("More\n")


@odd
def test_odd_list_of_words_is_named_once_and_the_other_locale_is_done(
    edited: Workspace, make: Callable[[Path], object]
) -> None:
    edited.ok("init", "de")
    replaced(edited, "locales/fr/words.txt", make)
    assert_named(edited, "locales/fr/words.txt", "check")
    assert "de" in edited.run("check").out


@odd
@pytest.mark.parametrize("args", [("check",), ("check", "--fix"), ("stats",)], ids=" ".join)
def test_odd_glossary_is_named_once_and_the_other_locale_is_done(
    edited: Workspace, args: tuple[str, ...], make: Callable[[Path], object]
) -> None:
    edited.ok("init", "de")
    replaced(edited, "locales/fr/glossary.toml", make)
    assert_named(edited, "locales/fr/glossary.toml", *args)
    assert "de" in edited.run(*args).out


@pytest.mark.parametrize("make", [_link, os.mkfifo], ids=["a link", "a pipe"])
def test_odd_orphan_is_named_and_every_deck_is_done(
    edited: Workspace, make: Callable[[Path], object]
) -> None:
    edited.deck("new.md", "# New\n")
    replaced(edited, f"{PO}/old.po", make)
    assert_named(edited, f"{PO}/old.po", "sync")
    assert edited.read("build/fr/new.md") == "# New\n"
    assert edited.read("build/fr/one.md").endswith("More\n")


def test_deck_waits_for_a_catalog_that_is_shut_and_may_be_its_own(edited: Workspace) -> None:
    old = edited.path(f"{PO}/one.po").rename(edited.path(f"{PO}/old.po"))
    mode = old.stat().st_mode
    old.chmod(0)
    if os.access(old, os.R_OK):
        pytest.skip("this user may read everything")
    assert_named(edited, f"{PO}/old.po", "sync")
    assert not edited.path(f"{PO}/one.po").exists()
    assert edited.read("build/fr/part/two.md").endswith("And more\n")
    old.chmod(mode)
    edited.ok("sync")
    assert "Bonjour" in edited.read("build/fr/one.md")


@odd
@pytest.mark.parametrize("name", [".l10n/cache.json", ".l10n/looks.json", ".l10n/memory", ".l10n/memory/fr"])
def test_odd_cache_costs_only_time(edited: Workspace, name: str, make: Callable[[Path], object]) -> None:
    replaced(edited, name, make)
    edited.ok("sync")
    assert edited.read("build/fr/one.md").endswith("More\n")


@odd
@pytest.mark.parametrize("name", [".l10n/lock", ".l10n/running", ".l10n/.gitignore"])
def test_what_is_odd_among_what_is_kept_is_named_and_nothing_is_done(
    edited: Workspace, name: str, make: Callable[[Path], object]
) -> None:
    if make is _shut and name == ".l10n/running":
        pytest.skip("a mark says all by being there")
    replaced(edited, name, make)
    before = edited.files("locales"), edited.files("build")
    assert_named(edited, name, "sync")
    assert (edited.files("locales"), edited.files("build")) == before
