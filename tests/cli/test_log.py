"""What changed in the source since it was translated, in real repositories."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import ONE, Outcome, Workspace
from l10n.report.plain import width

ROOT = Path(__file__).parents[2]
EDITED = ONE.replace("Hello world", "Hello wide world") + "\n---\n\n# Two\n\nSome more words\n"


def git(workspace: Workspace, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=workspace.root, capture_output=True, text=True, check=True)
    return done.stdout


def commit(workspace: Workspace, subject: str) -> str:
    workspace.next_day()
    workspace.monkeypatch.setenv("GIT_COMMITTER_DATE", f"{workspace.now} +0000")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-qm", subject)
    return git(workspace, "rev-parse", "HEAD").strip()


@pytest.fixture
def repository(empty: Workspace) -> Workspace:
    """One deck, translated and committed."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8"}
    people = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for name, value in (settings | people).items():
        empty.monkeypatch.setenv(name, value)
    empty.deck("one.md", ONE)
    empty.write(".gitignore", "build/\n.l10n/\n")
    empty.ok("init", "fr")
    empty.ok("sync")
    git(empty, "init", "-qb", "main")
    commit(empty, "start")
    empty.translate("One", "Un")
    empty.translate("Hello world", "Bonjour le monde")
    commit(empty, "translated")
    return empty


def messages(outcome: Outcome) -> dict[str, dict[str, Any]]:
    decks = json.loads(outcome.out)["decks"]
    return {one["msgid"]: one for deck in decks for slide in deck["slides"] for one in slide["messages"]}


def edited(repository: Workspace) -> None:
    """The deck changes, and later the catalog is brought up to it."""
    repository.deck("one.md", EDITED)
    commit(repository, "say more")
    repository.ok("sync")
    commit(repository, "refresh")


def test_a_changed_message_shows_its_words_and_the_commits(repository: Workspace) -> None:
    edited(repository)
    before = repository.snapshot()
    out = repository.ok("log", "fr", "source/one.md").out
    shown = re.sub(r"\b[0-9a-f]{10}\b", "COMMIT", out)

    assert (
        shown
        == """\
source/one.md

  slide “One”, line 1
    3: paragraph, changed
      Hello {+wide+} world
      right in   COMMIT 2023-11-16 translated
      changed in COMMIT 2023-11-17 say more
    5: paragraph, never translated
      Read [the manual](https://example.com/manual)
    9: paragraph, notes, never translated
      Speak slowly

  new slide “Two”, line 11
    2 messages, 4 words
    since COMMIT 2023-11-17 say more

fr: 1 changed, 2 new, 2 never translated
"""
    )
    after = repository.snapshot()
    assert {name: one for name, one in after.items() if ".git" not in name} == {
        name: one for name, one in before.items() if ".git" not in name
    }


def test_json_says_all_of_it(repository: Workspace) -> None:
    edited(repository)
    found = messages(repository.ok("log", "fr", "--format", "json"))["Hello wide world"]
    head = git(repository, "log", "--format=%H").split()

    assert found["before"] == "Hello world"
    assert found["diff"] == [["same", "Hello "], ["added", "wide "], ["same", "world"]]
    assert (found["right"], found["changed"]) == (
        {"commit": head[2], "date": "2023-11-16T22:13:20+00:00", "subject": "translated"},
        {"commit": head[1], "date": "2023-11-17T22:13:20+00:00", "subject": "say more"},
    )


def test_the_deck_s_own_commit_is_found_among_many(repository: Workspace) -> None:
    for number in range(5):
        text = ONE.replace("Hello world", "Hello wide world") if number >= 2 else ONE
        repository.deck("one.md", f"{text}\nMore words {number}\n")
        commit(repository, f"edit {number}")
    repository.ok("sync")
    commit(repository, "refresh")
    found = messages(repository.ok("log", "fr", "--format", "json"))["Hello wide world"]
    assert found["changed"]["subject"] == "edit 2"


def test_what_is_not_committed_counts(repository: Workspace) -> None:
    repository.deck("one.md", EDITED)
    for step in ("update", "log"):
        assert "changed in no commit yet" in repository.ok("log", "fr").out, step
        repository.ok("sync")


def test_only_what_changed_after_a_revision_is_shown(repository: Workspace) -> None:
    edited(repository)
    assert messages(repository.ok("log", "fr", "--since", "HEAD~2", "--format", "json")).keys() == {
        "Hello wide world", "Two", "Some more words",
    }  # fmt: skip
    assert repository.ok("log", "fr", "--since", "HEAD").out == "fr: nothing to tell\n"


def test_what_was_changed_before_the_catalog_came_is_older_than_any_revision(repository: Workspace) -> None:
    repository.replace(
        repository.po(), 'msgid "Hello world"', '#, fuzzy\n#| msgid "Hello"\nmsgid "Hello world"'
    )
    repository.path(".git").rename(repository.path(".old"))
    git(repository, "init", "-qb", "main")
    commit(repository, "start anew")
    assert messages(repository.ok("log", "fr", "--format", "json"))["Hello world"]["fate"] == "changed"
    assert repository.ok("log", "fr", "--since", "HEAD").out == "fr: nothing to tell\n"


def test_a_fuzzy_mark_is_told_from_another_source(repository: Workspace) -> None:
    repository.replace(repository.po(), 'msgid "Hello world"', '#, fuzzy\nmsgid "Hello world"')
    commit(repository, "not quite")
    out = repository.ok("log", "fr").out
    assert "3: paragraph, marked fuzzy\n      Hello world\n      right in" in out
    assert re.search(r"marked in  [0-9a-f]{10} 2023-11-17 not quite\n", out)


def test_all_tells_of_right_messages_whose_source_was_another(repository: Workspace) -> None:
    edited(repository)
    draft = '#, fuzzy\n#| msgid "Hello world"\nmsgid "Hello wide world"\nmsgstr "Bonjour le monde"\n'
    done = 'msgid "Hello wide world"\nmsgstr "Bonjour le vaste monde"\n'
    repository.replace(repository.po(), draft, done)
    commit(repository, "translated again")
    assert "wide" not in repository.ok("log", "fr").out
    out = repository.ok("log", "fr", "--all").out
    assert "3: paragraph, changed, translated since\n      Hello {+wide+} world\n" in out
    assert "1: heading, right\n      One\n" in out


def test_a_renamed_deck_keeps_its_history(repository: Workspace) -> None:
    repository.path("source/one.md").rename(repository.path("source/öne two.md"))
    repository.ok("sync")
    commit(repository, "rename")
    repository.replace("source/öne two.md", "Hello world", "Hello wide world")
    repository.ok("sync")
    commit(repository, "say more")
    out = repository.ok("log", "fr").out
    assert "Hello {+wide+} world\n      right in" in out


def test_a_merged_branch_is_one_step_of_the_main_line(repository: Workspace) -> None:
    git(repository, "switch", "-qc", "branch")
    edited(repository)
    git(repository, "switch", "-q", "main")
    repository.write("other.txt", "x")
    commit(repository, "meanwhile")
    git(repository, "merge", "-q", "--no-edit", "branch")
    found = messages(repository.ok("log", "fr", "--format", "json"))["Hello wide world"]
    assert found["right"]["subject"] == "translated"
    assert found["changed"]["subject"] == "say more"


@pytest.mark.parametrize("word", ["word", "语言", "e\u0301e\u0301"])
def test_lines_fit_the_terminal(repository: Workspace, word: str) -> None:
    long = " ".join(f"{word}{number}" for number in range(60))
    repository.deck("one.md", ONE.replace("Hello world", f"Hello world {long}").replace("# One", f"# {long}"))
    repository.ok("sync")
    commit(repository, "a subject that is far too long to be shown on one line " * 3)
    for columns in (80, 50):
        repository.monkeypatch.setenv("COLUMNS", str(columns))
        lines = repository.ok("log", "fr").out.splitlines()
        assert columns - 12 < max(map(width, lines)) <= columns


def test_of_a_deck_that_is_not_there_nothing_else_is_told(repository: Workspace) -> None:
    outcome = repository.run("log", "fr", "nope.md")
    assert outcome.code == 2
    assert outcome.out == ""
    assert "no deck 'nope.md'" in outcome.err


def test_control_characters_are_shown_and_not_obeyed(repository: Workspace) -> None:
    repository.deck("one.md", ONE.replace("Hello world", "Hello \x1b[31mworld").replace("# One", "# One\x07"))
    repository.ok("update")
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", repository.ok("log", "fr").out)


def broken(workspace: Workspace, what: str) -> tuple[str, ...]:
    """Spoil something; gives the arguments to run with."""
    if what == "no repository":
        workspace.path(".git").rename(workspace.path(".not-git"))
    if what == "no commit":
        workspace.path(".git/refs/heads/main").unlink()
    if what == "not committed":
        workspace.deck("new.md", ONE)
        workspace.ok("update")
    if what == "no catalog":
        workspace.path(workspace.po()).unlink()
    return {
        "unknown revision": ("fr", "--since", "v9"),
        "unknown locale": ("de",),
        "unknown deck": ("fr", "two.md"),
        "not committed": ("fr", "source/new.md"),
    }.get(what, ("fr",))


ERRORS = {
    "no repository": "this is no git repository",
    "no commit": "git has no history of 'locales/fr/LC_MESSAGES/one.po'",
    "not committed": "locales/fr/LC_MESSAGES/new.po: it is in no commit yet",
    "no catalog": "locales/fr/LC_MESSAGES/one.po: there is no such catalog yet",
    "unknown revision": "git knows no revision 'v9'",
    "unknown locale": "the project has no locale 'de'",
    "unknown deck": "the project has no deck 'two.md'",
}


@pytest.mark.parametrize(("what", "said"), ERRORS.items(), ids=ERRORS.keys())
def test_what_cannot_be_told_is_a_clear_error(repository: Workspace, what: str, said: str) -> None:
    outcome = repository.run("log", *broken(repository, what))
    assert outcome.code == 2
    assert outcome.err.startswith(f"error: {said}")
    assert outcome.err.count("\n") == 1


def test_no_git_is_a_clear_error(repository: Workspace) -> None:
    repository.monkeypatch.setenv("PATH", "")
    outcome = repository.run("log", "fr")
    assert (outcome.code, outcome.err) == (2, "error: git cannot be found; install it\n")


def test_a_shallow_clone_is_said_to_know_less(repository: Workspace, tmp_path: Path) -> None:
    edited(repository)
    folder = tmp_path / "clone"
    git(repository, "clone", "-q", "--depth=1", repository.root.as_uri(), str(folder))
    outcome = repository.ok("log", "fr", "-C", str(folder))
    assert "never translated" in outcome.out
    assert "git fetch --unshallow" in outcome.err


def test_it_is_the_same_in_a_hook_of_a_linked_work_tree(repository: Workspace, tmp_path: Path) -> None:
    """There git has set GIT_DIR, and with ``commit FILE`` another index, for all that the hook runs."""
    edited(repository)
    git(repository, "worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    said = tmp_path / "said"
    command = f"'{sys.executable}' -m l10n log fr --all >'{said}' 2>&1"
    hook = repository.write(".git/hooks/pre-commit", f"#!/bin/sh\nenv | grep '^GIT_' >&2\n{command}\n")
    hook.chmod(0o755)
    repository.monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / "tree" / "l10n.toml").write_text("# no settings\n")
    git(repository, "-C", str(tmp_path / "tree"), "add", "l10n.toml")

    done = subprocess.run(
        ["git", "-C", str(tmp_path / "tree"), "commit", "-m", "x", "l10n.toml"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done
    assert {"GIT_DIR", "GIT_INDEX_FILE"} <= set(re.findall(r"^(GIT_\w+)=", done.stderr, re.M)), done
    assert said.read_text() == repository.ok("log", "fr", "--all").out


def test_what_the_last_sync_knows_changes_nothing_that_is_told(repository: Workspace) -> None:
    repository.deck("two.md", "# Three\n\nOther words\n")
    repository.ok("sync")
    commit(repository, "a second deck")
    edited(repository)
    warm = repository.ok("log", "fr").out
    assert "Hello" in warm
    repository.path(".l10n/cache.json").unlink()
    assert repository.ok("log", "fr").out == warm


def test_a_complete_catalog_in_no_commit_is_named_all_the_same(repository: Workspace) -> None:
    repository.deck("two.md", "# Three\n")
    repository.ok("sync")
    repository.translate("Three", "Trois", "two")
    repository.ok("sync")
    outcome = repository.run("log", "fr")
    assert (outcome.code, "two.po: it is in no commit yet" in outcome.err) == (2, True)


def test_a_complete_deck_is_told_of_where_all_are_asked_for(repository: Workspace) -> None:
    repository.deck("two.md", "# Three\n")
    repository.ok("sync")
    repository.translate("Three", "Trois", "two")
    repository.ok("sync")
    commit(repository, "a second deck")
    assert repository.ok("log", "fr", "source/two.md").out == "fr: nothing to tell\n"
    assert "Three" in repository.ok("log", "fr", "source/two.md", "--all").out
