"""Situations, how the command ends in each, and what it says on stderr: what is wrong, where, what to do."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import COMMAND, TWO, Workspace

Situation = Callable[[Workspace], object]
BAD_LINK = "Lisez [le manuel](https://evil.example)"
MANUAL = "Read [the manual](https://example.com/manual)"


def settings(text: str, name: str = "l10n.toml") -> Situation:
    """Settings instead of those that ``init`` wrote."""

    def make(work: Workspace) -> None:
        work.path("l10n.toml").unlink(missing_ok=True)
        work.write(name, text)

    return make


def catalog(content: str | bytes) -> Situation:
    return lambda work: work.write(work.po(), content)


def deck(content: str | bytes) -> Situation:
    return lambda work: work.deck("bad.md", content)


def reveal(content: str, settings_of_engine: str = "{}") -> Situation:
    def make(work: Workspace) -> None:
        work.write("l10n.toml", 'dialect = "reveal"\n')
        work.write("reveal-md.json", settings_of_engine)
        work.deck("bad.md", content)

    return make


def link(name: str, target: str) -> Situation:
    def make(work: Workspace) -> None:
        work.write("../outside/secret.md", "# Secret\n")
        path = work.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    return make


def nothing(_work: Workspace) -> None:
    pass


def edited_deck(work: Workspace) -> None:
    work.deck("one.md", "# One\n\nHello new world\n")


def edited_catalog(work: Workspace) -> None:
    work.translate("Hello world", "Bonjour")


def wrapped_catalog(work: Workspace) -> None:
    work.replace(work.po(), 'msgid "Hello world"', 'msgid ""\n"Hello "\n"world"')


def refused(work: Workspace) -> None:
    work.translate(MANUAL, BAD_LINK)
    work.run("sync")


def duplicate(work: Workspace) -> None:
    work.write(work.po(), work.read(work.po()) + '\nmsgid "Hello world"\nmsgstr "Salut"\n')


def linked_build(work: Workspace) -> None:
    link("build/fr/part2", "../../../outside")(work)
    work.deck("part2/three.md", "# Three\n")


def no_source(work: Workspace) -> None:
    work.path("source").rename(work.path("elsewhere"))


def cleanly() -> list[object]:
    return [
        pytest.param(nothing, ["--help"], id="help"),
        pytest.param(nothing, ["--version"], id="version"),
        pytest.param(nothing, ["sync"], id="nothing to do"),
        pytest.param(nothing, ["sync", "--check"], id="nothing that would change"),
        pytest.param(nothing, ["fmt", "--check"], id="nothing to format"),
        pytest.param(edited_deck, ["sync"], id="an edited deck"),
        pytest.param(refused, ["sync"], id="a refused translation"),
        pytest.param(nothing, ["sync", "--strict"], id="strict with nothing refused"),
        pytest.param(nothing, ["inspect", "source/one.md"], id="inspect"),
        pytest.param(settings("locales = []\n"), ["sync"], id="no locales"),
        pytest.param(settings('[project]\nname = "x"\n', "pyproject.toml"), ["sync"], id="not our pyproject"),
    ]


@pytest.mark.parametrize(("situation", "args"), cleanly())
def test_exit_0(french: Workspace, situation: Situation, args: list[str]) -> None:
    situation(french)
    outcome = french.run(*args)
    assert outcome.code == 0, outcome


WITH_FINDINGS = [
    pytest.param(edited_deck, ["extract", "--check"], "locales/templates/one.pot", id="extract"),
    pytest.param(edited_deck, ["update", "--check"], "locales/fr/LC_MESSAGES/one.po", id="update"),
    pytest.param(edited_catalog, ["build", "--check"], "build/fr/one.md", id="build"),
    pytest.param(edited_catalog, ["sync", "--check"], "build/fr/one.md", id="sync"),
    pytest.param(edited_catalog, ["--quiet", "sync", "--check"], "build/fr/one.md", id="even quiet"),
    pytest.param(wrapped_catalog, ["fmt", "--check"], "locales/fr/LC_MESSAGES/one.po", id="fmt"),
]


@pytest.mark.parametrize(("situation", "args", "named"), WITH_FINDINGS)
def test_exit_1_where_check_would_change_something(
    french: Workspace, situation: Situation, args: list[str], named: str
) -> None:
    situation(french)
    outcome = french.run(*args)
    assert outcome.code == 1, outcome
    assert f"would write {named}\n" in outcome.out


@pytest.mark.parametrize(
    "args", [["sync", "--strict"], ["build", "--strict"], ["sync", "--strict", "--check"]]
)
def test_exit_1_where_strict_meets_a_refusal(french: Workspace, args: list[str]) -> None:
    refused(french)
    line = french.line_of(french.po(), f'msgid "{MANUAL}"')
    outcome = french.run(*args)
    assert outcome.code == 1
    assert f"{french.po()}:{line}: not published: " in outcome.err
    assert "https://example.com/manual" in outcome.err


UNUSABLE = [
    pytest.param(
        settings('sorce = "x"\n'),
        ["sync"],
        ["l10n.toml", "'sorce'", "did you mean 'source'"],
        id="unknown key",
    ),
    pytest.param(
        settings('[tool.l10n]\nlocale = ["fr"]\n', "pyproject.toml"),
        ["build"],
        ["pyproject.toml", "'locale'", "did you mean 'locales'"],
        id="unknown key in pyproject",
    ),
    pytest.param(settings("zzz = 1\n"), ["sync"], ["'zzz'", "known are source"], id="key near to none"),
    pytest.param(settings("source = 3\n"), ["sync"], ["l10n.toml", "'source'", "string"], id="wrong type"),
    pytest.param(settings('locales = "fr"\n'), ["sync"], ["'locales'", "list"], id="text for a list"),
    pytest.param(
        settings("[tool]\nl10n = 3\n", "pyproject.toml"),
        ["sync"],
        ["pyproject.toml", "tool.l10n", "table"],
        id="our table is not a table",
    ),
    pytest.param(settings('dialect = "remrk"\n'), ["sync"], ["did you mean 'remark'"], id="dialect"),
    pytest.param(
        settings('[dialects]\n"*.md" = "mardown"\n'), ["sync"], ["dialects", "'markdown'"], id="dialects"
    ),
    pytest.param(settings('references = "both"\n'), ["sync"], ["'references'", "'line'"], id="references"),
    pytest.param(settings('output = "../x"\n'), ["sync"], ["'output'", "within the project"], id="dots"),
    pytest.param(settings('source = "/etc"\n'), ["sync"], ["'source'", "within the project"], id="absolute"),
    pytest.param(
        settings('output = "source"\n'), ["build"], ["l10n.toml", "'output'"], id="build over source"
    ),
    pytest.param(
        settings('catalogs = "source"\n'), ["sync"], ["l10n.toml", "'catalogs'"], id="catalogs in source"
    ),
    pytest.param(settings("x = 1\ny = [\n"), ["sync"], ["l10n.toml", "not TOML"], id="not TOML"),
    pytest.param(
        settings("a = 1\na = 2\n"), ["sync"], ["l10n.toml:2", "not TOML"], id="not TOML, with its line"
    ),
    pytest.param(
        settings('locales = ["french"]\n'),
        ["sync"],
        ["l10n.toml", "'locales'", "'french'", "fr"],
        id="unknown locale in the settings",
    ),
    pytest.param(nothing, ["init", "French"], ["'French'", "did you mean", "fr"], id="init by English name"),
    pytest.param(nothing, ["init", "fr_XX"], ["'fr_XX'", "did you mean", "fr"], id="init an unknown region"),
    pytest.param(nothing, ["init", "qx"], ["'qx'"], id="init nonsense"),
    pytest.param(nothing, ["init", "../evil"], ["'../evil'"], id="init a path"),
    pytest.param(nothing, ["init", "root"], ["'root'"], id="init what is no language"),
    pytest.param(nothing, ["init", "en"], ["'en'", "source"], id="init the source locale"),
    pytest.param(nothing, ["init"], ["LOCALE"], id="init nothing"),
    pytest.param(
        nothing, ["sync", "de"], ["'de'", "it has fr", "l10n init de"], id="locale not in the project"
    ),
    pytest.param(
        nothing, ["build", "source/one.md"], ["'source/one.md' is no locale", "name one of"], id="a deck"
    ),
    pytest.param(nothing, ["init", "qps-ploc"], ["pseudo-locale", "l10n build --pseudo"], id="pseudo"),
    pytest.param(
        settings("locales = fr\n"),
        ["sync"],
        ["l10n.toml:1: not TOML", 'quotation marks: "fr"'],
        id="no quotation marks",
    ),
    pytest.param(nothing, ["check", "./source"], ["source: there is no catalog"], id="check decks"),
    pytest.param(nothing, ["inspect", ""], ["no name of a file"], id="inspect nothing"),
    pytest.param(nothing, ["check", "."], ["no name of a file"], id="check the project's folder"),
    pytest.param(nothing, ["fmt", ""], ["no name of a file"], id="format nothing"),
    pytest.param(nothing, ["stats", "-o", "."], ["no name of a file"], id="stats to a folder"),
    pytest.param(nothing, ["-C", "x" * 300, "sync"], ["there is no folder"], id="a folder with a long name"),
    pytest.param(nothing, ["adopt", "fr", "x" * 300], ["name too long"], id="adopt what has a long name"),
    pytest.param(
        link("source/long.md", "x" * 300), ["sync"], ["source/long.md: cannot be read"], id="a long link"
    ),
    pytest.param(
        catalog("rubbish\n"), ["sync"], ["locales/fr/LC_MESSAGES/one.po:1:", "restore"], id="not a PO"
    ),
    pytest.param(
        catalog('msgid ""\nmsgstr ""\n\nmsgid "a\nmsgstr "b"\n'),
        ["build"],
        ["one.po:4:", "quotation mark"],
        id="open quote",
    ),
    pytest.param(
        catalog('msgid ""\nmsgstr ""\n\n<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n'),
        ["sync"],
        ["one.po:4:", "conflict"],
        id="conflict",
    ),
    pytest.param(catalog(""), ["sync"], ["one.po:1:", "header"], id="empty catalog"),
    pytest.param(
        catalog('msgid ""\nmsgstr "é"\n'.encode("latin-1")), ["sync"], ["one.po:2:", "UTF-8"], id="latin-1"
    ),
    pytest.param(
        catalog('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n'),
        ["sync"],
        ["one.po:3:", "ISO-8859-1", "msgconv"],
        id="another charset",
    ),
    pytest.param(
        duplicate, ["sync"], ["locales/fr/LC_MESSAGES/one.po:", "already on line"], id="a message twice"
    ),
    pytest.param(
        catalog("rubbish\n"), ["fmt"], ["locales/fr/LC_MESSAGES/one.po:1:"], id="fmt on what is no catalog"
    ),
    pytest.param(
        reveal("---\nseparator: (a\n---\n# A\n"),
        ["sync"],
        ["source/bad.md:2: its separator has a bracket that nothing closes"],
        id="separator of a deck",
    ),
    pytest.param(
        reveal("# A\n", '{"verticalSeparator": "(a+"}'),
        ["sync"],
        ["reveal-md.json: 'verticalSeparator' must be a regular expression, but '(a+' has a bracket that"],
        id="separator in JSON",
    ),
    pytest.param(
        reveal("# A\n", "{separator: 1}"),
        ["sync"],
        ["reveal-md.json:1: not JSON: Expecting property name"],
        id="engine's settings not JSON",
    ),
    pytest.param(
        deck(b"# A\n\n\xff\n"), ["sync"], ["source/bad.md:3:", "byte 5", "UTF-8"], id="deck not UTF-8"
    ),
    pytest.param(
        deck(b"\xff"), ["inspect", "source/bad.md"], ["source/bad.md:1:", "byte 0"], id="inspected, too"
    ),
    pytest.param(no_source, ["sync"], ["'source'", "go to the project"], id="no source folder"),
    pytest.param(nothing, ["-C", "nowhere", "sync"], ["'nowhere'", "-C"], id="no such folder"),
    pytest.param(nothing, ["-C", "source/one.md", "sync"], ["source/one.md"], id="a file for a folder"),
    pytest.param(
        nothing, ["--config", "no.toml", "sync"], ["no.toml", "no such file"], id="no such settings"
    ),
    pytest.param(nothing, ["inspect", "source/no.md"], ["source/no.md", "no such file"], id="no such deck"),
    pytest.param(nothing, ["inspect", "source"], ["source", "folder"], id="a folder for a deck"),
    pytest.param(nothing, ["fmt", "no.po"], ["no.po", "no such file"], id="no such catalog"),
    pytest.param(nothing, ["synk"], ["'synk'", "sync"], id="no such command"),
    pytest.param(nothing, ["sync", "--cheque"], ["--cheque"], id="no such option"),
    pytest.param(nothing, ["update", "--strict"], ["--strict"], id="an option of other commands"),
    pytest.param(
        nothing, ["inspect", "--format", "xml", "source/one.md"], ["xml", "json"], id="unknown format"
    ),
    pytest.param(
        link("source/out.md", "../../outside/secret.md"),
        ["sync"],
        ["source/out.md", "leads out of its folder"],
        id="link",
    ),
    pytest.param(
        link("source/out", "../../outside"),
        ["sync"],
        ["source/out", "leads out of its folder"],
        id="link to a folder",
    ),
    pytest.param(link("source/loop", "loop"), ["sync"], ["source/loop"], id="a link to itself"),
    pytest.param(link("source/gone.md", "nowhere.md"), ["sync"], ["source/gone.md"], id="a link to nothing"),
    pytest.param(
        linked_build,
        ["sync"],
        ["build/fr/part2", "this is a link"],
        id="link in build",
    ),
]


@pytest.mark.parametrize(("situation", "args", "said"), UNUSABLE)
def test_exit_2_where_the_input_cannot_be_used(
    french: Workspace, situation: Situation, args: list[str], said: list[str]
) -> None:
    situation(french)
    outcome = french.run(*args)
    assert outcome.code == 2, outcome
    assert "Traceback" not in outcome.err
    for text in said:
        assert text in outcome.err, outcome


def test_the_same_problem_is_said_once(french: Workspace) -> None:
    french.ok("init", "de")
    link("source/out.css", "../../outside/secret.md")(french)
    outcome = french.run("sync")
    assert outcome.err.count("source/out.css") == 1, outcome


COMMANDS = [["check"], ["check", "fr"], ["fmt", "--check"], ["stats"], ["sync", "--check"], ["init", "fr"]]


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ([], "source: there is no folder 'source' here to look for decks in (**/*.md,"),
        ([("source/a.css", "")], "source: there is no deck here (**/*.md,"),
        (
            [("source/a.md", "# A\n"), ("l10n.toml", 'include = ["slides/*.md"]\nlocales = ["fr"]\n')],
            'source: there is no deck here (slides/*.md); write where they are, as `source = "slides"` or ',
        ),
    ],
    ids=["no project", "no deck", "a pattern that matches nothing"],
)
def test_exit_2_where_there_is_nothing_to_look_at(
    empty: Workspace, args: list[str], layout: list[tuple[str, str]], said: str
) -> None:
    for name, content in layout:
        empty.write(name, content)
    outcome = empty.run(*args)
    assert outcome.code == 2, outcome
    assert "nothing found" not in outcome.out
    if not (args == ["check", "fr"] and "l10n.toml" not in dict(layout)):
        assert f"error: {said}" in outcome.err


@pytest.mark.parametrize("args", [["check"], ["fmt"], ["stats"], ["sync"]], ids=" ".join)
def test_a_project_without_a_language_is_told_how_to_get_one(decks: Workspace, args: list[str]) -> None:
    assert "there is no language yet; add one with `l10n init LOCALE`" in decks.ok(*args).err


def test_nothing_is_written_where_there_is_no_project(empty: Workspace) -> None:
    assert empty.run("sync").code == 2
    assert empty.snapshot() == {}


def test_nothing_is_written_outside_through_a_link_for_the_cache(french: Workspace) -> None:
    from shutil import rmtree

    rmtree(french.path(".l10n"))
    link(".l10n", "../outside")(french)
    french.run("sync")
    assert [path.name for path in french.path("../outside").iterdir()] == ["secret.md"]


@pytest.mark.parametrize(
    "name", [b"b\xff.md", b"b\n.md", b"b\x1b[31m.md"], ids=["no text", "lines", "orders"]
)
@pytest.mark.parametrize("command", ["extract", "update", "build", "sync", "stats", "check"])
def test_a_deck_whose_name_cannot_be_shown_is_named_once_and_each_time(
    french: Workspace, command: str, name: bytes
) -> None:
    Path(os.fsdecode(os.fsencode(french.root) + b"/source/" + name)).write_text("more\n", encoding="utf-8")
    french.run(command)
    again = french.run(command)
    assert again.code == 2
    assert (again.out + again.err).count("cannot show; rename it") == 1


@pytest.mark.parametrize("command", ["extract", "update", "build", "sync"])
def test_exit_3_for_a_bug_with_traceback_and_version(french: Workspace, command: str) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise ZeroDivisionError("the bug")

    french.monkeypatch.setattr("l10n.sync.run", broken)
    outcome = french.run(command)
    assert outcome.code == 3
    for text in ("Traceback", "ZeroDivisionError: the bug", "bug in l10n 0.", "report it"):
        assert text in outcome.err


def test_exit_130_when_interrupted(french: Workspace) -> None:
    def interrupted(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    french.monkeypatch.setattr("l10n.sync.run", interrupted)
    outcome = french.run("sync")
    assert outcome.code == 130
    assert outcome.err.strip() == "interrupted"


INTERRUPTED = """
import os, signal, sys

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)

{0}
sys.argv = ["l10n", "init", "fr"]
from l10n.cli import main
main()
"""
"""Runs ``init``; the system sends the process a signal somewhere, which it sees there and then."""
AT_WORK = {
    "where a catalog is put in place": """
from l10n.system import disk
put = disk.rename_new
def put_interrupted(*names):
    if names[2].endswith(".po"):
        interrupt()
    return put(*names)
disk.rename_new = put_interrupted
""",
    "where a module is imported": """
import l10n.sync
def run(*_args, **_options):
    exec("interrupt()")
l10n.sync.add_locales = run
""",
    "a second time, before the first has ended it": """
import l10n.sync
def run(*_args, **_options):
    try:
        interrupt()
    finally:
        interrupt()
        print("tidied", flush=True)
l10n.sync.add_locales = run
""",
}


@pytest.mark.parametrize("where", AT_WORK.values(), ids=AT_WORK.keys())
def test_exit_130_when_a_real_signal_comes_while_it_works(decks: Workspace, where: str) -> None:
    decks.write("interrupted.py", INTERRUPTED.format(where))
    command = [sys.executable, "-m", "interrupted"]  # as a module: so Python has its own end for Ctrl-C
    done = subprocess.run(command, cwd=decks.root, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.strip()) == (130, "interrupted")
    assert done.stdout.strip() == ("tidied" if "tidied" in where else "")
    assert not list(decks.root.rglob("*.l10n-tmp"))


def test_a_closed_pipe_ends_it_quietly(decks: Workspace) -> None:
    decks.deck("long.md", TWO * 3000)
    with subprocess.Popen(
        [*COMMAND, "inspect", "source/long.md"],
        cwd=decks.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110
def test_a_full_disk_for_its_output_is_no_bug_of_ours(french: Workspace) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [*COMMAND, "inspect", "source/one.md"],
            cwd=french.root,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "No space left on device" in done.stderr


def test_a_folder_that_is_gone_is_told(french: Workspace) -> None:
    gone = french.path("gone")
    gone.mkdir()
    command = ["sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", *COMMAND, "sync"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run(command, cwd=gone, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1), ended
    assert "name one with -C" in ended.stderr


def test_where_decks_stand_elsewhere_the_setting_is_said(empty: Workspace) -> None:
    empty.write("slides/part/a.md", TWO)
    outcome = empty.run("sync")
    assert outcome.code == 2
    assert 'write `source = "slides"` to l10n.toml' in outcome.err
    empty.write("l10n.toml", 'source = "slides"\n')
    empty.ok("init", "fr")


def test_which_of_two_files_of_settings_counts_is_said_once(french: Workspace) -> None:
    french.write("pyproject.toml", '[tool.l10n]\nlocales = ["de"]\n')
    french.write("l10n.toml", 'locales = ["fr"]\n')
    said = "note: l10n.toml counts, and 'tool.l10n' in pyproject.toml does not\n"
    assert french.ok("sync", "--check").err == said
    assert french.ok("sync", "--quiet").err == ""
    assert french.ok("sync", "--config", "pyproject.toml").err == ""
