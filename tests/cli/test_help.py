"""Help, documents and the real commands say the same."""

import gc
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli.conftest import Workspace
from l10n.cli import SECTIONS, cli

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md"))]
SCRIPT = Path(sys.executable).with_name("l10n")
COMMANDS = [name for names in SECTIONS.values() for name in names]
WRITERS = ["extract", "update", "build", "sync"]
FOLDERS_OPEN = Path("/proc/self/fd")


def command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    assert found is not None, name
    return found


def options(found: click.Command) -> set[str]:
    return {name for one in found.params if isinstance(one, click.Option) for name in one.opts}


@pytest.mark.parametrize(
    "args", [[], *([name] for name in COMMANDS)], ids=lambda args: " ".join(args) or "l10n"
)
def test_help_fits_80_columns_and_shows_no_markup(decks: Workspace, args: list[str]) -> None:
    out = decks.ok(*args, "--help").out
    assert max(map(len, out.splitlines())) <= 80
    assert "\b" not in out
    assert "\\b" not in out
    assert "``" not in out
    assert decks.ok(*args, "-h").out == out


def test_the_commands_are_those_of_the_issue_in_the_order_of_their_use(decks: Workspace) -> None:
    listed = decks.ok("--help").out.partition("To start:\n")[2]
    assert re.findall(r"^  ([\w-]+)  ", listed, re.MULTILINE) == COMMANDS
    assert COMMANDS[0] == "init"
    assert set(COMMANDS) >= {"init", "extract", "update", "build", "sync", "fmt", "inspect"}


@pytest.mark.parametrize(
    ("typed", "meant"), [("snyc", "sync"), ("merge_driver", "merge-driver"), ("stat", "stats")]
)
def test_a_slip_is_told_what_was_meant(decks: Workspace, typed: str, meant: str) -> None:
    outcome = decks.run(typed)
    assert outcome.code == 2
    assert "Did you mean" in outcome.err
    assert f"'{meant}'" in outcome.err


def test_each_summary_is_a_sentence_on_one_line(decks: Workspace) -> None:
    listed = decks.ok("--help").out.partition("To start:\n")[2]
    assert len(re.findall(r"^  [\w-]+  .*[^.]\.$", listed, re.MULTILINE)) == len(COMMANDS)
    assert not re.search("^    ", listed, re.MULTILINE)


def test_help_shows_how_to_start_on_lines_of_their_own(decks: Workspace) -> None:
    out = decks.ok("--help").out
    assert re.search(r"^ +Start: +l10n init fr\b.*$", out, re.MULTILINE)
    assert re.search(r"^ +Every day: +l10n sync\b.*$", out, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_command_has_a_help_text(name: str) -> None:
    found = command(name)
    assert found.help
    assert all(one.help for one in found.params if isinstance(one, click.Option))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_shared_options(name: str) -> None:
    assert options(command(name)) >= {"-C", "--config", "--quiet"}


@pytest.mark.parametrize("name", [*WRITERS, "fmt", "install-merge-driver"])
def test_what_writes_can_check(name: str) -> None:
    assert "--check" in options(command(name))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_shows_a_command_or_an_option_that_is_not_there(page: Path) -> None:
    shown = re.findall(
        r"(?<![\w-])l10n(?: -C \S+)? ([a-z][\w-]*)([^`\n#|]*)", code(page.read_text(encoding="utf-8"))
    )
    for name, rest in shown:
        assert name in COMMANDS, name
        known = options(command(name)) | {"--help"}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known, (name, rest)


def code(text: str) -> str:
    """What stands in shell blocks and between backticks, a piece a line."""
    blocks = re.findall(r"^ *```(?:sh|yaml)\n(.*?)```", text, re.DOTALL | re.MULTILINE)
    return "\n".join([*blocks, *re.findall(r"`(l10n [^`]+)`", text)])


def test_the_page_of_commands_lists_the_exit_codes() -> None:
    text = " ".join((ROOT / "docs" / "commands.md").read_text(encoding="utf-8").split())
    for code in ("0", "1", "2", "3", "130"):
        assert re.search(rf"(?:Exit codes:|;) {code} ", text), code


def test_version_is_that_of_the_package(decks: Workspace) -> None:
    from l10n import __version__

    assert __version__ in decks.ok("--version").out


def imported(*arguments: object, cwd: Path) -> set[str]:
    """The modules that a run of the command has imported at its end."""
    code = (
        f"import sys; sys.argv = {['l10n', *map(str, arguments)]!r}\n"
        "from l10n.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('imported', *sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=cwd, capture_output=True, text=True, check=True)
    return set(done.stderr.rpartition("imported")[2].split())


def test_help_imports_no_heavy_library(tmp_path: Path) -> None:
    modules = imported("--help", cwd=tmp_path)
    assert "click" in modules
    assert not modules & {"markdown_it", "polib", "babel", "sqlite3", "rapidfuzz", "jinja2", "wcwidth"}


def test_a_check_of_one_catalog_imports_nothing_that_it_does_not_need(french: Workspace) -> None:
    modules = imported("check", french.po(), cwd=french.root)
    assert "l10n.checks.runner" in modules
    assert not modules & {
        "babel",
        "rapidfuzz",
        "jinja2",
        "wcwidth",
        "l10n.catalog.merging",
        "l10n.sync.decks",
    }


def test_a_sync_imports_no_engine_whose_decks_it_has_not(french: Workspace) -> None:
    french.write("package.json", '{"devDependencies": {"prettier": "^3"}}')
    french.deck("other.md", "# One\n\n???\n\nTwo\n")
    modules = imported("sync", cwd=french.root)
    assert "l10n.dialects.remark.slides" in modules
    assert not [name for name in modules if re.fullmatch(r"l10n\.dialects\.\w+\.dialect", name)]


def test_a_sync_measures_no_text_and_lays_out_no_page(french: Workspace) -> None:
    modules = imported("sync", cwd=french.root)
    assert "l10n.report.sync" in modules
    assert not modules & {"jinja2", "wcwidth"}


def test_a_sync_with_nothing_to_do_reads_no_deck_and_not_how_that_is_done(french: Workspace) -> None:
    french.deck("other.md", "# One\n")
    assert {"l10n.sync.group_steps", "l10n.build.splice"} <= imported("sync", cwd=french.root)
    modules = imported("sync", cwd=french.root)
    assert "l10n.sync.work" in modules
    rooms = re.compile(
        r"l10n\.(build|update\.(?!changes)|dialects\.cut|deck\.(model|parser)|sync\.group_steps)"
    )
    assert [name for name in modules if rooms.match(name) and name not in {"l10n.build", "l10n.update"}] == []


@pytest.mark.skipif(not FOLDERS_OPEN.exists(), reason="the system does not list what is open")
@pytest.mark.parametrize("command", ["sync", "build", "extract"])
def test_what_a_run_opened_is_closed_with_it_and_not_when_memory_is_collected(
    decks: Workspace, command: str
) -> None:
    decks.ok("init", "fr")
    gc.collect()
    gc.disable()
    try:
        before = len([*FOLDERS_OPEN.iterdir()])
        for number in range(3):
            decks.deck("new.md", f"# {number}\n")
            decks.ok(command)
        assert len([*FOLDERS_OPEN.iterdir()]) == before
    finally:
        gc.enable()


@pytest.mark.skipif(not SCRIPT.exists(), reason="the command is not installed beside Python")
def test_completion_works_and_is_documented(decks: Workspace) -> None:
    decks.monkeypatch.setenv("_L10N_COMPLETE", "bash_source")
    out = subprocess.run([SCRIPT], cwd=decks.root, capture_output=True, text=True, check=False).stdout
    docs = "".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert "complete" in out
    assert "_L10N_COMPLETE" in docs
