"""``l10n adopt --history`` and ``--revision``: the text that was translated, and what git cannot tell."""

import json
import subprocess
from pathlib import Path

import pytest

from cli.adopting import ENGLISH, PO, commit, fuzzy, git, msgstrs
from cli.conftest import Workspace


def test_history_finds_the_revision_and_updates_from_there(ship: Workspace) -> None:
    git(ship, "init", "-q")
    ship.path("source/one.md").rename(ship.path("source/first.md"))
    made = commit(ship, "as translated")
    ship.path("source/first.md").rename(ship.path("source/one.md"))
    commit(ship, "renamed")
    ship.replace("source/one.md", "## Networks and volumes", "## Networks, volumes and secrets")
    ship.deck("one.md", ship.read("source/one.md") + "\n---\n\n## A slide that is new\n\n- It says `more`\n")
    commit(ship, "edited")
    data = json.loads(ship.ok("adopt", "fr", "old/one_fr.md", "--history", "--format", "json").out)
    renamed = git(ship, "rev-parse", "HEAD~1")
    assert data["decks"][0]["revision"]["commit"] in (made, renamed)
    assert msgstrs(ship)["Shipping containers"] == "Expédier des conteneurs"
    assert msgstrs(ship)["A slide that is new"] == ""
    assert "Networks, volumes and secrets" in fuzzy(ship)
    assert '#| msgid "Networks and volumes"' in ship.read(PO)
    assert "wrote locales/fr" not in ship.ok("sync").out


def test_log_shows_what_changed_since_a_translation_that_is_older_than_the_catalog(ship: Workspace) -> None:
    git(ship, "init", "-q")
    made = commit(ship, "as translated")
    ship.replace("source/one.md", "Shipping containers", "Shipping many containers")
    commit(ship, "edited")
    ship.ok("adopt", "fr", "old/one_fr.md", "--revision", made)
    commit(ship, "adopted")
    out = ship.ok("log", "fr").out
    assert "Shipping {+many+} containers" in out
    assert "since a translation that is older than the catalog" in out
    assert "fr: 1 changed" in out


def test_revision_is_named(ship: Workspace) -> None:
    git(ship, "init", "-q")
    made = commit(ship, "as translated")
    ship.replace("source/one.md", "Shipping containers", "Shipping many containers by sea")
    commit(ship, "edited")
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--revision", made[:8])
    assert f"made from {made[:10]}" in outcome.out
    assert "Shipping many containers by sea" in fuzzy(ship)


@pytest.mark.parametrize(
    "line", ["sourceCommit: {}", "l10n:\n  sourceCommit: '{}'", "default_lang_commit: {} # once"]
)
def test_the_revision_that_front_matter_names_is_taken(ship: Workspace, line: str) -> None:
    git(ship, "init", "-q")
    made = commit(ship, "as translated")
    ship.replace("source/one.md", "Shipping containers", "Shipping many containers by sea")
    commit(ship, "edited")
    old = ship.path("old/one_fr.md")
    old.write_text(f"---\n{line.format(made)}\n---\n{old.read_text()}")
    assert f"made from {made[:10]}" in ship.ok("adopt", "fr", "old/one_fr.md").out
    assert "Shipping many containers by sea" in fuzzy(ship)


def test_a_revision_in_front_matter_that_git_does_not_know_is_named(ship: Workspace) -> None:
    git(ship, "init", "-q")
    commit(ship, "as translated")
    old = ship.path("old/one_fr.md")
    old.write_text(f"---\nsourceCommit: 0123456789abcdef\n---\n{old.read_text()}")
    outcome = ship.ok("adopt", "fr", "old/one_fr.md")
    assert "not with revision 0123456789abcdef" in outcome.out + outcome.err


@pytest.mark.parametrize(
    ("prepare", "note"),
    [
        (lambda _: None, "this is no git repository"),
        (lambda work: git(work, "init", "-q"), "git has no history of"),
    ],
    ids=["no repository", "nothing committed"],
)
def test_without_history_it_says_so_and_takes_todays_source(ship: Workspace, prepare, note: str) -> None:
    prepare(ship)
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--history")
    assert note in outcome.err
    assert all(msgstrs(ship).values())


def test_uncommitted_source_is_a_note(ship: Workspace) -> None:
    git(ship, "init", "-q")
    commit(ship, "as translated")
    ship.replace("source/one.md", "Shipping containers", "Shipping many containers by sea")
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--history")
    assert "changes that are not committed" in outcome.err
    assert "Shipping many containers by sea" in fuzzy(ship)


def test_shallow_clone_is_a_note(ship: Workspace, tmp_path: Path) -> None:
    git(ship, "init", "-q")
    commit(ship, "one")
    ship.deck("one.md", ENGLISH + "\nOne more line of prose\n")
    commit(ship, "two")
    clone = tmp_path / "clone"
    url = f"file://{ship.root}"
    subprocess.run(["git", "clone", "-q", "--depth", "1", url, str(clone)], check=True, capture_output=True)
    outcome = ship.ok("-C", str(clone), "adopt", "fr", str(clone / "old/one_fr.md"), "--history")
    assert "this clone is shallow" in outcome.err


def test_revision_that_does_not_exist_is_named(ship: Workspace) -> None:
    git(ship, "init", "-q")
    commit(ship, "one")
    outcome = ship.run("adopt", "fr", "old/one_fr.md", "--revision", "nope")
    assert (outcome.code, "git knows no revision 'nope'" in outcome.err) == (2, True)


def test_empty_revision_is_no_revision(ship: Workspace) -> None:
    git(ship, "init", "-q")
    commit(ship, "as translated")
    outcome = ship.run("adopt", "fr", "old/one_fr.md", "--revision", "")
    assert (outcome.code, "git knows no revision ''" in outcome.err) == (2, True)


def test_why_there_is_no_history_is_told_also_where_the_deck_is_refused(ship: Workspace) -> None:
    ship.deck("one.md", "> A quote\n\n1. One\n2. Two\n3. Three\n4. Four\n\n> `code`\n")
    outcome = ship.run("adopt", "fr", "old/one_fr.md", "--history")
    assert "note: aligned with today's source/one.md: this is no git repository" in outcome.err
    assert "% of it fits source/one.md" in outcome.err
