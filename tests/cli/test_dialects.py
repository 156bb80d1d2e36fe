"""Which dialect a deck is read in, as users are told of it."""

import json

import pytest

from cli.conftest import Workspace
from l10n.dialects.table import DIALECTS

MARP = "---\nmarp: true\n---\n\n# A\n"
LOOKS = "this looks like a deck of Marp (line 2: `marp: true`), but is read as remark"
PACKAGE = '{"devDependencies": {"@slidev/cli": "^0.49"}}'


@pytest.fixture(autouse=True)
def reads_remark_and_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever other dialects there are."""
    few = {name: DIALECTS[name] for name in ("remark", "markdown")}
    for module in ("choice", "engines"):
        monkeypatch.setattr(f"l10n.project.{module}.DIALECTS", few)


@pytest.fixture
def marp(empty: Workspace) -> Workspace:
    """Decks, one of which is written for another engine."""
    empty.deck("a.md", "# A\n\n???\n\nb\n")
    empty.deck("b.md", "# B\n\n???\n\nb\n")
    empty.deck("c.md", "# C\n")
    empty.deck("marp.md", MARP)
    return empty


def test_init_says_of_each_kind_of_deck_how_it_is_read(marp: Workspace) -> None:
    outcome = marp.ok("init", "fr")
    assert outcome.out.splitlines()[5:-1] == [
        "source/a.md and 1 more read as remark: `???`",
        "source/c.md read as remark: no certain mark of an engine",
        "source/marp.md read as remark: l10n does not read Marp",
    ]
    assert f"warning: source/marp.md:2: {LOOKS}" in outcome.err


def test_inspect_says_it_always(marp: Workspace) -> None:
    assert marp.ok("inspect", "source/a.md").out.splitlines()[1] == "read as remark (line 3: `???`)"
    data = json.loads(marp.ok("inspect", "--format", "json", "source/marp.md").out)
    assert (data["dialect"], data["why"]) == ("remark", "l10n does not read Marp")
    assert data["warning"].startswith(LOOKS)


def test_every_run_warns_of_marks_of_another_engine(marp: Workspace) -> None:
    marp.ok("init", "fr")
    for _ in range(2):  # the second knows it from the first
        outcome = marp.ok("sync")
        assert outcome.err.count(f"warning: source/marp.md:2: {LOOKS}") == 1
        assert outcome.err.count("warning:") == 1
        assert marp.run("sync", "--strict").code == 1
        assert len(json.loads(marp.ok("sync", "--format", "json").out)["warnings"]) == 1


def test_check_has_a_rule_for_it(marp: Workspace) -> None:
    marp.ok("init", "fr", "de")
    outcome = marp.run("check", "--select", "other-engine", "--fail-on", "warning")
    assert outcome.code == 1
    assert outcome.out.count(f"source/marp.md:2: warning: {LOOKS}") == 1


def test_decks_without_other_marks_are_clean_with_strict(marp: Workspace) -> None:
    marp.path("source/marp.md").unlink()
    marp.ok("init", "fr")
    assert marp.run("sync", "--strict").code == 0


def test_file_that_appears_beside_a_deck_is_seen_by_the_next_run(marp: Workspace) -> None:
    marp.ok("init", "fr")
    marp.ok("sync")
    marp.write("package.json", PACKAGE)
    assert (
        "source/c.md: this looks like a deck of Slidev (`@slidev/cli` in package.json)" in marp.ok("sync").err
    )
    marp.path("package.json").unlink()
    assert "source/c.md" not in marp.ok("sync").err


def test_init_without_a_deck_says_what_it_looked_for(empty: Workspace) -> None:
    empty.path("source").mkdir(exist_ok=True)
    outcome = empty.run("init", "fr")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "error: source: there is no deck here (**/*.md); "
        'write where they are, as `source = "slides"` or `include = ["talks/*.md"]`, to l10n.toml\n'
    )


def test_init_without_a_folder_says_what_it_looked_for(empty: Workspace) -> None:
    if empty.path("source").exists():
        empty.path("source").rmdir()
    outcome = empty.run("init", "fr")
    assert outcome.code == 2
    assert "there is no folder 'source' here to look for decks in (**/*.md)" in outcome.err


SPOKEN = "---\nlang: en\ndir: ltr\n---\n\n# A\n\nB\n"


def test_built_deck_says_its_language_once_anything_is_translated(empty: Workspace) -> None:
    empty.deck("one.md", SPOKEN)
    empty.ok("init", "ar")
    empty.ok("sync")
    assert empty.read("build/ar/one.md") == SPOKEN
    empty.translate("A", "ا", locale="ar")
    empty.ok("sync", "--strict")
    assert empty.read("build/ar/one.md") == "---\nlang: ar\ndir: rtl\n---\n\n# ا\n\nB\n"


def test_built_deck_that_says_its_language_is_adopted_as_it_is(empty: Workspace) -> None:
    empty.write("l10n.toml", 'dialect = "markdown"\n')
    empty.deck("one.md", SPOKEN)
    empty.ok("init", "fr")
    empty.translate("A", "Le titre")
    empty.ok("sync")
    empty.replace("build/fr/one.md", "Le titre", "Un titre")
    empty.ok("adopt", "fr", "build/fr")
    empty.ok("sync")
    assert empty.read("build/fr/one.md") == "---\nlang: fr\ndir: ltr\n---\n\n# Un titre\n\nB\n"


def test_catalog_of_a_deck_with_another_ending_is_found_by_its_path(empty: Workspace) -> None:
    empty.write("l10n.toml", 'include = ["*.txt"]\n')
    empty.deck("one.txt", "# A\n\nB\n")
    empty.ok("init", "fr")
    outcome = empty.run("check", "--select", "stale-message", empty.po("one.txt"))
    assert outcome.code == 0
    empty.deck("one.txt", "# A\n\nC\n")
    assert empty.run("check", "--select", "stale-message", empty.po("one.txt")).code == 1


def test_deck_whose_separators_stand_elsewhere_is_warned_of(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("choice", "engines"):
        monkeypatch.setattr(f"l10n.project.{module}.DIALECTS", DIALECTS)
    empty.deck("a.md", "<!-- .slide: -->\n# A\n\nNote: b\n\n\n\n# C\n\nNote: d\n")
    empty.ok("init", "fr")
    outcome = empty.run("sync", "--strict")
    assert outcome.code == 1
    assert "source/a.md:1: this slide has 2 markers of notes" in outcome.err
    assert "this slide has 2 markers" in empty.ok("inspect", "source/a.md").out
    assert "[unlikely-slide]" in empty.run("check", "--select", "unlikely-slide").out
    empty.write("l10n.toml", '[options.reveal]\nseparator = "^\\\\n\\\\n\\\\n"\n')
    assert empty.ok("sync", "--strict").err == ""
