"""What docs/weblate.md says, with the library that Weblate reads and writes catalogs with."""

from __future__ import annotations

import json
import re
import subprocess
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Workspace

pypo: Any = pytest.importorskip("translate.storage.pypo")
PAGE = (Path(__file__).parents[2] / "docs" / "weblate.md").read_text(encoding="utf-8")
DISCOVERY = json.loads(re.findall(r"```json.*?\n(.*?)```", PAGE, re.DOTALL)[0])
AT_NEWLINES = 65535
"""What Weblate calls wrapping at newlines only."""


def saved(work: Workspace, msgid: str, msgstr: str, width: int = AT_NEWLINES) -> list[str]:
    """How the lines of a catalog differ, once a translation was saved as Weblate saves it."""
    path = work.path(work.po())
    before = path.read_text(encoding="utf-8")
    store = pypo.pofile(width=width)
    store.parse(before.encode())
    (unit,) = (unit for unit in store.units if unit.source == msgid)
    unit.target = msgstr
    unit.markfuzzy(False)
    unit.prev_source = ""  # as a running Weblate was seen to do: bench/weblate
    store.updateheader(add=True, last_translator="A <a@example.com>", x_generator="Weblate 2026.10")
    with path.open("wb") as file:
        store.serialize(file)
    return changes(before, path.read_text(encoding="utf-8"))


def changes(before: str, after: str) -> list[str]:
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


LONG = "A text that is longer than a line of seventy-seven columns, so that whoever wraps would do so"
DECK = f"# One\n\nHello world\n\n<!-- l10n comment be brief -->\n\n{LONG}\n\nSpeak slowly\n"


@pytest.fixture
def long(decks: Workspace) -> Workspace:
    """A project with a fuzzy entry, a comment, and texts that are longer than lines."""
    decks.deck(
        "one.md", f"# One\n\nHello world\n\n<!-- l10n comment be brief -->\n\n{LONG}\n\nSpeak slowly\n"
    )
    decks.ok("init", "fr")
    decks.translate("Hello world", "Bonjour le monde")
    decks.translate(LONG, f"En français : {LONG}")
    decks.ok("sync")
    decks.deck(
        "one.md", f"# One\n\nHello, dear world\n\n<!-- l10n comment be brief -->\n\n{LONG}\n\nSpeak slowly\n"
    )
    decks.ok("sync")
    assert "#, fuzzy" in decks.read(decks.po())
    return decks


def test_what_weblate_saves_are_the_lines_of_one_entry_and_of_the_header(long: Workspace) -> None:
    found = saved(long, "Speak slowly", "Parlez lentement")
    assert [line for line in found if '"Last-Translator' not in line and '"X-Generator' not in line] == [
        '-msgstr ""',
        '+msgstr "Parlez lentement"',
    ]


def test_sync_leaves_what_weblate_saved_as_it_is(long: Workspace) -> None:
    saved(long, "Speak slowly", "Parlez lentement")
    before = long.read(long.po())
    long.ok("sync")
    assert long.read(long.po()) == before
    assert "Parlez lentement" in long.read("build/fr/one.md")
    long.ok("check", "--fail-on", "error")


def test_without_wrapping_it_makes_one_line_of_the_header(long: Workspace) -> None:
    found = saved(long, "Speak slowly", "Parlez lentement", width=-1)
    assert any(line.startswith('+msgstr "Project-Id-Version: ') for line in found)


def test_a_fuzzy_entry_that_is_edited_there_is_published_here(long: Workspace) -> None:
    found = saved(long, "Hello, dear world", "Bonjour, cher monde")
    assert "-#, fuzzy" in found
    before = long.read(long.po())
    long.ok("sync")
    assert "Bonjour, cher monde" in long.read("build/fr/one.md")
    assert changes(before, long.read(long.po())) == ["-#. changed: Hello{+, dear+} world"]
    again = long.read(long.po())
    long.ok("sync")
    assert long.read(long.po()) == again


def test_what_would_break_the_deck_is_named_though_weblate_saved_it(decks: Workspace) -> None:
    decks.ok("init", "fr")
    saved(decks, "Read [the manual](https://example.com/manual)", "Lisez le manuel")
    assert "not published: the link https://example.com/manual is missing" in decks.ok("sync").err


def git_init(work: Workspace, folder: str) -> None:
    subprocess.run(["git", "init", "-q", folder], cwd=work.root, check=True)


def test_the_page_shows_what_is_printed(decks: Workspace) -> None:
    git_init(decks, ".")
    assert json.loads(decks.ok("weblate").out) == DISCOVERY


def test_without_a_repository_there_is_nothing_to_discover(decks: Workspace) -> None:
    outcome = decks.run("weblate")
    assert (outcome.code, outcome.err) == (2, "error: this is no git repository\n")


@pytest.mark.parametrize("folder", ["locales", "po.files/übersetzt", "a+b"])
def test_discovery_finds_each_catalog_and_its_template(decks: Workspace, folder: str) -> None:
    """In a project below the top of its repository."""
    git_init(decks, "..")
    decks.write("l10n.toml", f"catalogs = '{folder}'\n")
    decks.ok("init", "fr", "pt_BR")
    decks.ok("sync")
    told = json.loads(decks.ok("weblate").out)
    match, template, top = re.compile(told["match"]), told["new_base_template"], decks.root.parent
    files = [one.relative_to(top).as_posix() for one in decks.root.rglob("*.po*")]
    components = {(one["language"], one["component"]) for one in map(match.fullmatch, files) if one}
    assert components == {(locale, deck) for locale in ("fr", "pt_BR") for deck in ("one", "part/two")}
    assert all(re.search(told["language_regex"], language) for language, _ in components)
    for _, component in components:
        assert (top / template.replace("{{ component }}", component)).exists()
