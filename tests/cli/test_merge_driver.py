"""Real git, real branches: what translators and a refresh do at one time comes together."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import HEADER

from cli.conftest import ONE, Workspace, gettext, needs_gettext

NAMES = ("one", "my déck/été & co")
DRIVER = "l10n merge-driver %O %A %B %L %P"


class Clone:
    """A project in a git repository, with the command on the PATH."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace = workspace
        folder.mkdir()
        command = folder / "l10n"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m l10n "$@"\n')
        command.chmod(0o755)
        for name, value in {
            "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_EDITOR": "true",
            "LC_ALL": "C.UTF-8",
            **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }.items():
            workspace.monkeypatch.setenv(name, value)

    def git(self, *arguments: str, code: int = 0) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.workspace.root, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, done
        return done.stdout + done.stderr

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", message)

    def branch(self, name: str, start: str = "main") -> None:
        self.git("switch", "-qc", name, start)


@pytest.fixture
def clone(empty: Workspace, tmp_path: Path) -> Clone:
    """Decks with odd names and French catalogs on ``main``, the driver installed, nothing translated."""
    clone = Clone(empty, tmp_path / "bin")
    for name in NAMES:
        empty.deck(f"{name}.md", ONE)
    empty.ok("init", "fr")
    empty.ok("sync")
    empty.write(".gitignore", "build/\n.l10n/\n")
    clone.git("init", "-qb", "main")
    empty.ok("install-merge-driver")
    clone.commit("start")
    return clone


def translate(clone: Clone, branch: str, msgid: str, msgstr: str, *, switch: bool = True) -> None:
    if switch:
        clone.branch(branch)
    clone.workspace.next_day()
    for name in NAMES:
        clone.workspace.translate(msgid, msgstr, name)
        po = clone.workspace.po(name)
        date = next(line for line in clone.workspace.read(po).split("\n") if "PO-Revision-Date" in line)
        clone.workspace.replace(po, date, f'"PO-Revision-Date: 2026-01-0{len(msgstr) % 9 + 1} 00:00+0000\\n"')
    clone.commit(f"{branch}: {msgid}")


def refresh(clone: Clone, branch: str) -> None:
    """The source changes: a message more, one less, one changed, another order."""
    clone.branch(branch)
    clone.workspace.next_day()
    for name in NAMES:
        text = ONE.replace("Hello world", "A new one\n\nHello wide world").replace("# One", "# Number one")
        clone.workspace.deck(f"{name}.md", text)
    clone.workspace.ok("sync")
    clone.commit(branch)


def catalogs(clone: Clone) -> list[str]:
    return [clone.workspace.read(clone.workspace.po(name)) for name in NAMES]


def check(clone: Clone) -> None:
    """Catalogs are whole, and the command can use them."""
    for text in catalogs(clone):
        assert "<<<<<<<" not in text
        assert text.count("PO-Revision-Date") == text.count("POT-Creation-Date") == 1
    clone.workspace.ok("update", "--check")


def test_two_translators_and_a_refresh_merge_without_conflict(clone: Clone) -> None:
    translate(clone, "anna", "Speak slowly", "Parlez lentement")
    translate(clone, "ben", "Hello world", "Bonjour le monde")
    refresh(clone, "refresh")
    clone.git("switch", "-q", "main")
    for branch in ("anna", "refresh", "ben"):
        clone.git("merge", "-q", "--no-edit", branch)

    check(clone)
    for text in catalogs(clone):
        assert 'msgid "Speak slowly"\nmsgstr "Parlez lentement"\n' in text
        assert 'msgid "A new one"\nmsgstr ""\n' in text
        assert '#~ msgid "Hello world"\n#~ msgstr "Bonjour le monde"\n' in text


def test_git_alone_could_not_have_done_it(clone: Clone) -> None:
    clone.workspace.path(".gitattributes").unlink()
    clone.commit("without")
    translate(clone, "anna", "Speak slowly", "Parlez lentement")
    translate(clone, "ben", "Hello world", "Salut")
    assert "CONFLICT" in clone.git("merge", "--no-edit", "anna", code=1)


def test_a_branch_is_rebased_onto_a_refresh(clone: Clone) -> None:
    translate(clone, "anna", "Speak slowly", "Parlez lentement")
    translate(clone, "anna", "Hello world", "Bonjour", switch=False)
    refresh(clone, "refresh")
    clone.git("rebase", "-q", "refresh", "anna")

    check(clone)
    for text in catalogs(clone):
        assert 'msgstr "Parlez lentement"' in text
        assert '#~ msgstr "Bonjour"' in text


def test_a_commit_is_cherry_picked_and_taken_back(clone: Clone) -> None:
    translate(clone, "anna", "Speak slowly", "Parlez lentement")
    translate(clone, "anna", "Hello world", "Bonjour", switch=False)
    clone.branch("release")
    translate(clone, "release", "One", "Un", switch=False)
    clone.git("cherry-pick", "anna")

    check(clone)
    for text in catalogs(clone):
        assert 'msgstr "Bonjour"' in text
        assert 'msgstr "Un"' in text
        assert "Parlez" not in text

    clone.git("revert", "--no-edit", "HEAD~1")
    for text in catalogs(clone):
        assert 'msgstr "Bonjour"' in text
        assert 'msgstr "Un"' not in text


@needs_gettext
def test_two_translations_of_one_message_stop_git_and_are_both_kept(clone: Clone) -> None:
    translate(clone, "anna", "Hello world", "Bonjour")
    translate(clone, "ben", "Hello world", 'Salut \\"le monde\\"')
    said = clone.git("merge", "--no-edit", "anna", code=1)

    for name in NAMES:
        po = clone.workspace.po(name)
        line = clone.workspace.line_of(po, 'msgid "Hello world"')
        assert f"{po}:{line}: translated differently on both sides: “Hello world”" in said
        text = clone.workspace.read(po)
        assert '#, fuzzy\nmsgid "Hello world"\nmsgstr "Salut \\"le monde\\""\n' in text
        assert 'remove this line: "Bonjour"\n' in text
        assert gettext("msgfmt", "-c", "-o", os.devnull, po, folder=clone.workspace.root).returncode == 0
    assert "CONFLICT" in said
    check(clone)

    clone.git("add", "-A")
    clone.git("commit", "--no-edit", "-q")
    assert clone.git("status", "--porcelain") == ""


def test_both_sides_add_a_catalog(clone: Clone) -> None:
    for branch, msgid, msgstr in (("anna", "Hello world", "Hola"), ("ben", "Speak slowly", "Despacio")):
        clone.branch(branch)
        clone.workspace.ok("init", "es")
        for name in NAMES:
            clone.workspace.translate(msgid, msgstr, name, "es")
        clone.commit(branch)
    clone.git("merge", "--no-edit", "anna")

    text = clone.workspace.read(clone.workspace.po("one", "es"))
    assert 'msgstr "Hola"' in text
    assert 'msgstr "Despacio"' in text


def test_branches_that_merged_each_other_merge_again(clone: Clone) -> None:
    translate(clone, "anna", "Speak slowly", "Parlez lentement")
    translate(clone, "ben", "Hello world", "Salut")
    clone.git("tag", "ben-1", "ben")
    clone.git("merge", "-q", "--no-edit", "anna")
    clone.git("switch", "-q", "anna")
    clone.git("merge", "-q", "--no-edit", "ben-1")
    translate(clone, "anna", "One", "Un", switch=False)
    clone.git("switch", "-q", "ben")
    for name in NAMES:
        clone.workspace.replace(clone.workspace.po(name), '"Salut"', '"Bonjour"')
    clone.commit("ben again")
    clone.git("merge", "-q", "--no-edit", "anna")

    check(clone)
    for text in catalogs(clone):
        assert all(f'msgstr "{one}"' in text for one in ("Parlez lentement", "Un", "Bonjour"))


def test_many_conflicts_are_counted(empty: Workspace) -> None:
    for name in ("ours", "theirs"):
        entries = "".join(f'\nmsgid "m{number}"\nmsgstr "{name}"\n' for number in range(50))
        empty.write(name, HEADER + entries)
    outcome = empty.run("merge-driver", "no-base", "ours", "theirs", "7", "a b.po")
    assert outcome.code == 1
    assert outcome.err.count("translated differently") == 20
    assert "a b.po: 30 more like these\n" in outcome.err
    assert outcome.err.endswith("git add 'a b.po'\n")
    assert empty.read("ours").count("Another branch") == 50


def test_a_file_that_is_not_there_is_a_clear_error(empty: Workspace) -> None:
    outcome = empty.run("merge-driver", "base", "ours", "theirs", "7", "one.po")
    assert outcome.code == 2
    assert "'ours' does not exist" in outcome.err


def test_a_catalog_that_cannot_be_read_is_left_as_ours_is(clone: Clone) -> None:
    translate(clone, "anna", "Speak slowly", "Parlez lentement")
    clone.workspace.replace(clone.workspace.po(), 'msgid "Hello', "broken msgid Hello")
    clone.commit("broken")
    translate(clone, "ben", "Hello world", "Bonjour")
    ours = catalogs(clone)
    said = clone.git("merge", "--no-edit", "anna", code=1)

    po = clone.workspace.po()
    assert f"error: {po} (theirs):" in said
    assert f"Merge conflict in {po}" in said
    assert catalogs(clone)[0] == ours[0]
    assert "Parlez lentement" in catalogs(clone)[1]


def test_a_catalog_of_another_setting_is_none_to_merge_with_and_sync_joins_it(clone: Clone) -> None:
    work = clone.workspace
    work.write("l10n.toml", 'source = "source"\ncatalogs-per = "project"\n')
    work.deck("one.md", "".join(f"Text number {number} of this deck\n\n" for number in range(12)))
    work.deck(f"{NAMES[1]}.md", "Hello\n\nBye\n")
    work.ok("sync")
    work.translate("Bye", "Salut", "messages")
    clone.commit("one catalog")
    clone.branch("anna")
    work.translate("Hello", "Bonjour", "messages")
    work.replace(work.po("messages"), '"Salut"', '"Au revoir"')
    clone.commit("anna")
    clone.git("switch", "-q", "main")
    work.write("l10n.toml", 'source = "source"\ncatalogs-per = "deck"\n')
    work.ok("sync")
    clone.commit("a catalog for each deck")
    ours = catalogs(clone)
    said = clone.git("merge", "--no-edit", "anna", code=1)
    assert (
        f"{work.po()}: this is the catalog of a deck here and that of the project on the other branch" in said
    )
    assert catalogs(clone) == ours
    old = work.po("messages")
    work.write(old, clone.git("show", f"MERGE_HEAD:{old}"))
    work.ok("sync")
    clone.commit("merged")
    assert catalogs(clone)[0] == ours[0]
    assert 'msgid "Hello"\nmsgstr "Bonjour"' in catalogs(clone)[1]
    both = 'differently; keep the better text, remove this line: "Au revoir"'
    assert both in catalogs(clone)[1]
    assert '#, fuzzy\nmsgid "Bye"\nmsgstr "Salut"' in catalogs(clone)[1]
    check(clone)


def test_templates_of_two_refreshes_merge_and_extract_agrees(clone: Clone) -> None:
    refresh(clone, "refresh")
    clone.branch("other")
    for name in NAMES:
        clone.workspace.deck(f"{name}.md", f"{ONE}\nOne more thing\n")
    clone.workspace.ok("sync")
    clone.commit("other")
    clone.git("merge", "--no-edit", "refresh")

    template = clone.workspace.read("locales/templates/one.pot")
    assert "One more thing" in template
    assert "Hello wide world" in template
    clone.workspace.ok("extract")
    clone.workspace.ok("extract", "--check")


def test_without_the_command_git_says_so_and_keeps_ours(clone: Clone) -> None:
    translate(clone, "anna", "Speak slowly", "Parlez lentement")
    translate(clone, "ben", "Hello world", "Bonjour")
    clone.git("config", "merge.l10n.driver", DRIVER.replace("l10n ", "no-such-command "))
    ours = catalogs(clone)
    assert "no-such-command" in clone.git("merge", "--no-edit", "anna", code=1)
    assert catalogs(clone) == ours


def test_installing_says_what_it_does_and_does_it_once(empty: Workspace, tmp_path: Path) -> None:
    clone = Clone(empty, tmp_path / "bin")
    clone.git("init", "-q")
    empty.deck("one.md", ONE)
    empty.write(".gitattributes", "*.svg text\n# the end")
    before = empty.snapshot()
    outcome = empty.run("install-merge-driver", "--check")
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.splitlines() == [
        "would add to .gitattributes: locales/**/*.po merge=l10n",
        "would add to .gitattributes: locales/**/*.pot merge=l10n",
        "would add to git config: merge.l10n.name = gettext catalogs, by message",
        f"would add to git config: merge.l10n.driver = {DRIVER}",
    ]
    assert empty.snapshot() == before

    assert empty.ok("install-merge-driver").out == outcome.out.replace("would add", "added")
    attributes = empty.read(".gitattributes")
    assert attributes == "*.svg text\n# the end\nlocales/**/*.po merge=l10n\nlocales/**/*.pot merge=l10n\n"
    assert clone.git("config", "--local", "merge.l10n.driver").strip() == DRIVER

    assert empty.ok("install-merge-driver").out == "git merges catalogs by message already\n"
    assert empty.ok("install-merge-driver", "--check", "--quiet").out == ""
    assert empty.read(".gitattributes") == attributes


@pytest.mark.parametrize("folder", ["my pos/été", "#po", "!po", 'a"b', "a[b]*c"])
def test_the_folder_of_catalogs_may_have_any_name(empty: Workspace, tmp_path: Path, folder: str) -> None:
    clone = Clone(empty, tmp_path / "bin")
    clone.git("init", "-q")
    empty.write("l10n.toml", f"catalogs = '{folder}'\n")
    empty.deck("one.md", ONE)
    empty.ok("install-merge-driver")
    assert empty.ok("install-merge-driver").out == "git merges catalogs by message already\n"
    said = clone.git("check-attr", "-z", "merge", "--", f"{folder}/fr/LC_MESSAGES/one.po", "x/fr/one.po")
    assert said.split("\0")[2::3] == ["l10n", "unspecified"]


def test_a_project_below_the_top_of_the_repository_has_attributes_of_its_own(
    empty: Workspace, tmp_path: Path
) -> None:
    clone = Clone(empty, tmp_path / "bin")
    clone.git("init", "-q", "..")
    empty.deck("one.md", ONE)
    empty.ok("install-merge-driver")
    assert "locales/**/*.po merge=l10n" in empty.read(".gitattributes")
    assert empty.ok("install-merge-driver").out == "git merges catalogs by message already\n"


def test_attributes_that_are_in_the_way_are_named(empty: Workspace, tmp_path: Path) -> None:
    clone = Clone(empty, tmp_path / "bin")
    clone.git("init", "-q")
    empty.deck("one.md", ONE)
    empty.write(".git/info/attributes", "*.po merge=union\n")
    outcome = empty.run("install-merge-driver")
    assert outcome.code == 2
    assert "another attribute line is in the way" in outcome.err


def test_no_repository_is_a_clear_error(decks: Workspace) -> None:
    outcome = decks.run("install-merge-driver")
    assert (outcome.code, outcome.err) == (2, "error: this is no git repository\n")
