"""What macOS and Windows do otherwise, as far as this system can be made to do it."""

import multiprocessing
import os
import subprocess
from pathlib import Path

import pytest

from cli.conftest import COMMAND, Workspace, added_and_removed
from l10n.system import workers

DECK = "# Deck {0} → über\n\nHello {0}\n\n---\n\n- one [link](https://example.com/{0})\n"
COMMANDS = (
    ["sync"],
    ["sync", "--check"],
    ["stats", "--by", "slide"],
    ["check", "--fail-on", "error"],
    ["fmt", "--check"],
    ["inspect", "source/00.md"],
    ["adopt", "fr", "build/fr/00.md", "--dry-run"],
    ["build", "--pseudo"],
)


@pytest.fixture
def many(empty: Workspace) -> Workspace:
    """So many decks that processes help."""
    for number in range(40):
        empty.deck(f"{number:02}.md", DECK.format(number))
    empty.ok("init", "fr")
    empty.translate("Hello 0", "Salut 0", "00")
    return empty


def test_processes_are_started_anew_where_forking_is_not_safe(
    many: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 2)
    used: list[str] = []
    get_context = multiprocessing.get_context

    def noted(method: str) -> object:
        used.append(method)
        return get_context(method)

    monkeypatch.setattr(multiprocessing, "get_context", noted)
    monkeypatch.setattr(workers.sys, "platform", "darwin")
    many.ok("init", "de")
    for args in (["sync"], ["stats", "--by", "slide"], ["check", "--fail-on", "error"]):
        used.clear()
        many.ok(*args)
        assert set(used) == {"spawn"}, args
    assert "Salut 0" in many.read("build/fr/00.md")
    assert many.path("build/fr/39.md").exists()


def in_console(workspace: Workspace, *args: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **variables}
    return subprocess.run(
        [*COMMAND, *args], cwd=workspace.root, env=environment, capture_output=True, check=False
    )


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
def test_a_console_that_is_not_utf_8_gets_what_it_can_show(french: Workspace, encoding: str) -> None:
    french.deck("数.md", "# 数 → ⟦⟧\n\nText\n")
    french.ok("sync")
    for args in (["sync", "--check"], ["stats", "--by", "slide"], ["check"], ["inspect", "source/数.md"]):
        done = in_console(french, *args, PYTHONIOENCODING=encoding)
        assert done.returncode == 0, done.stderr
        assert b"Traceback" not in done.stderr
        done.stdout.decode(encoding)


def test_a_name_that_the_system_cannot_write_is_one_sentence(french: Workspace) -> None:
    french.deck("数.md", "# 数\n")
    french.ok("sync")
    before = french.files()
    done = in_console(french, "sync", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 2
    assert b"its name cannot be written in this system's encoding (ascii); use UTF-8" in done.stderr
    assert b"Traceback" not in done.stderr
    assert {name: before[name] for name in before if name.endswith(".po")}.items() <= french.files().items()


def with_crlf(root: Path) -> None:
    """As git checks text out with ``core.autocrlf``."""
    for path in (*root.rglob("*.md"), *root.rglob("*.po"), *root.rglob("*.pot"), *root.rglob("*.toml")):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def test_a_checkout_with_crlf_goes_through_all_commands_without_a_changed_line(many: Workspace) -> None:
    many.write("l10n.toml", 'locales = ["fr"]\n')
    many.ok("sync")
    built = many.read("build/fr/00.md")
    with_crlf(many.root)
    before = {name: data for name, data in many.files().items() if not name.startswith("build")}
    for args in COMMANDS:
        many.ok(*args)
    after = {name: data for name, data in many.files().items() if not name.startswith("build")}
    assert after == before
    assert many.read("build/fr/00.md") == built.replace("\n", "\r\n")


def test_an_edit_in_a_checkout_with_crlf_changes_one_entry_in_its_own_line_ends(many: Workspace) -> None:
    many.ok("sync")
    with_crlf(many.root)
    many.ok("sync")
    before = many.read(many.po("01"))
    many.replace("source/01.md", "Hello 1\r\n", "Hello one\r\n")
    many.ok("sync")
    after = many.read(many.po("01"))
    assert after.count("\n") == after.count("\r\n")
    added, removed = added_and_removed(before, after)
    assert [line for line in added if "Hello" in line] == ['msgid "Hello one"\r']
    assert len(added) + len(removed) <= 4


def test_references_have_slashes(french: Workspace) -> None:
    french.ok("sync")
    assert "#: source/part/two.md\n" in french.read(french.po("part/two"))
