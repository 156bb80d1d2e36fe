"""Typing slips, as users of the command see them."""

import json
import os
from pathlib import Path

import pytest
from dictionaries import install, use

from cli.conftest import Workspace
from cli.test_check import git
from cli.test_help import imported

WORDS = [
    "un",
    "bonjour",
    "monde",
    "lisez",
    "manuel",
    "parlez",
    "lentement",
    "deux",
    "chaque",
    "chose",
    "temps",
]
ACCEPT = "if it is right, add it to locales/fr/words.txt"


@pytest.fixture
def dictionaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "dictionaries"
    install(folder, "fr", WORDS)
    use(monkeypatch, folder)
    return folder


@pytest.fixture
def slipped(french: Workspace, dictionaries: Path) -> Workspace:
    assert dictionaries.is_dir()
    french.translate("Hello world", "Bonjour le modne")
    french.translate("Speak slowly", "Parlez lentmeent")
    return french


def spelt(workspace: Workspace, *args: str) -> list[str]:
    """What the rule says."""
    found = json.loads(workspace.run("check", "--format", "json", *args).out)
    return [one["message"] for one in found if one["rule"] == "spelling"]


def test_slips_are_notes_with_what_may_have_been_meant(slipped: Workspace) -> None:
    assert sorted(spelt(slipped)) == [
        f"“lentmeent” is not in the dictionary; perhaps “lentement”; {ACCEPT}",
        f"“modne” is not in the dictionary; perhaps “monde”; {ACCEPT}",
    ]
    assert slipped.run("check", "--select", "spelling").code == 0
    assert slipped.run("check", "--select", "spelling", "--fail-on", "note").code == 1


def test_words_that_the_locale_accepts_pass(slipped: Workspace) -> None:
    slipped.write("locales/fr/words.txt", "\ufeff# ours\nMODNE  # a brand\n\n")
    assert [one.partition("”")[0] for one in spelt(slipped)] == ["“lentmeent"]


def test_accepted_words_pass_where_another_catalog_did_not_change(
    slipped: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.checks.subjects._BATCH", 1)  # each catalog is a batch of its own
    slipped.write("locales/fr/words.txt", "modne\n")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        git(slipped, *command)
    two = "locales/fr/LC_MESSAGES/part/two.po"
    catalog = slipped.read(two)
    slipped.write(two, catalog[:-1].rpartition('"')[0] + ' modne oodd"\n')
    assert [one.partition("”")[0] for one in spelt(slipped, "--changed-since", "HEAD")] == ["“oodd"]


def test_a_list_that_is_no_text_is_named(slipped: Workspace) -> None:
    slipped.path("locales/fr/words.txt").write_bytes(b"na\xefve\n")
    outcome = slipped.run("check")
    assert outcome.code == 2
    assert "locales/fr/words.txt: this is not UTF-8; save the list of words as UTF-8" in outcome.err


def test_a_list_is_not_read_through_a_link(slipped: Workspace) -> None:
    slipped.write("secret.txt", "modne\n")
    slipped.path("locales/fr/words.txt").symlink_to("../../secret.txt")
    outcome = slipped.run("check")
    assert (outcome.code, "locales/fr/words.txt: this is a link" in outcome.err) == (2, True), outcome


def test_an_entry_can_be_kept_as_it_is(slipped: Workspace) -> None:
    catalog = slipped.path("locales/fr/LC_MESSAGES/one.po")
    text = catalog.read_text(encoding="utf-8")
    for msgid in ("Hello world", "Speak slowly"):
        text = text.replace(f'msgid "{msgid}"', f'# l10n-ignore: spelling\nmsgid "{msgid}"')
    catalog.write_text(text, encoding="utf-8")
    assert spelt(slipped) == []


def test_a_list_of_words_is_no_catalog_and_stays(slipped: Workspace) -> None:
    said = "# ours\nmodne\nlentmeent\n"
    slipped.write("locales/fr/words.txt", said)
    slipped.deck("gone.md", "# Gone\n")
    slipped.ok("sync")
    slipped.path("source/gone.md").unlink()
    for command in (("sync",), ("fmt",), ("build",), ("stats",), ("check",), ("update",)):
        outcome = slipped.run(*command)
        assert (outcome.code in (0, 1), "words.txt" in outcome.out + outcome.err) == (True, False), outcome
    assert slipped.read("locales/fr/words.txt") == said


def test_without_a_dictionary_nobody_is_told_who_does_not_ask(
    slipped: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DICPATH")
    assert spelt(slipped) == []
    outcome = slipped.run("check")
    assert "dictionary" not in outcome.out + outcome.err
    for select in ("content", "note", "spacing"):
        assert slipped.run("check", "--select", select).err == ""


def test_who_asks_for_the_rule_is_told_what_to_install(
    slipped: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DICPATH")
    outcome = slipped.run("check", "--select", "spelling")
    assert outcome.code == 2
    assert outcome.err == (
        "error: spelling: there is no dictionary of Hunspell for fr: install one "
        "(`apt-cache search hunspell-fr` lists Debian's), or name its folder in DICPATH\n"
    )
    slipped.write("l10n.toml", '[check]\nselect = ["spelling", "error"]\n')
    assert slipped.run("check").code == 2


def test_a_dictionary_in_a_project_is_not_read(slipped: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DICPATH", os.pathsep.join(["", ".", "locales", "./locales/fr"]))
    for folder in ("", "locales", "locales/fr"):
        install(slipped.path(folder or "."), "fr", WORDS)
    assert spelt(slipped) == []


def test_only_what_changed_is_looked_into(slipped: Workspace) -> None:
    from cli.test_check import git

    git(slipped, "init", "-q")
    git(slipped, "add", "-A")
    git(slipped, "commit", "-qm", "before")
    slipped.replace(slipped.po(), "Bonjour le modne", "Bonjour le modnne")
    (said,) = spelt(slipped, "--changed-since", "HEAD")
    assert said.startswith("“modnne”")


def test_hunspell_is_loaded_only_where_there_is_something_to_look_up(
    french: Workspace, dictionaries: Path
) -> None:
    assert "hunspell" in imported("check", "--select", "spelling", cwd=french.root)
    assert "hunspell" not in imported("sync", cwd=french.root)
    assert "hunspell" not in imported("check", "--select", "error", cwd=french.root)
    assert dictionaries.is_dir()
    assert "hunspell" not in imported("--help", cwd=french.root)
    assert "hunspell" not in imported("stats", cwd=french.root)
