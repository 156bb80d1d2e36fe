"""Whatever strangers wrote, and wherever: a terminal shows it, and obeys none of it."""

import os
import pty
import re
import subprocess
import unicodedata
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from cli.conftest import COMMAND, NEW_SLIDE, ONE, Outcome, Workspace
from hypothesis import given
from hypothesis import strategies as st

from l10n.cli import shared
from l10n.report.plain import Painted, Style

ROOT = str(Path(__file__).parents[2])
SHOWN = "PWN"
"""What tells that a text came to be printed at all."""
CODES = "\x1b]0;PWN\x07\x1b[8m\x9b5m\x7f\x08\r\u202e\u2066\u200f\u061c\u2028\x85"
"""A title, hidden text, blinking text, text rubbed out, and text put in another order."""
IN_CATALOGS = f"{SHOWN}\x9b5m\x85\u202e\u2066\u200f\u061c\u2028"
"""What of that may stand in a message: a text with other control characters is none."""
FORGED = "\nok: nothing found"
_STYLE = re.compile(rf"\x1b\[(?:0|{'|'.join(re.escape(style.value) for style in Style)})m")


_DIRECTIONS = f"\u061c\u200e\u200f{''.join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x2070))))}"
"""Marks that say in which direction text runs, those that Unicode gave up included."""


def obeyed(text: str) -> list[str]:
    """The characters that are neither shown nor the end of a line."""
    return sorted(
        {
            char
            for char in text
            if char != "\n"
            and (unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or char in _DIRECTIONS)
        }
    )


def harmless(outcome: Outcome, *, coloured: bool = False) -> bool:
    """Whether only lines of text were printed, and the command ended as it should."""
    assert outcome.code in {0, 1, 2}, outcome
    text = outcome.out + outcome.err
    assert not obeyed(_STYLE.sub("", text) if coloured else text), outcome
    assert FORGED not in text, outcome
    return SHOWN in text


COMMANDS = (
    "inspect source/one.md",
    "inspect --format json source/one.md",
    "check -v",
    *(f"check --format {form}" for form in ("json", "github", "sarif", "junit", "codequality")),
    "check --changed-since HEAD --not-below HEAD",
    *(f"stats --by slide --format {form}" for form in ("text", "json", "markdown", "badge", "svg", "html")),
    "stats --by deck",
    "log fr --all",
    "log fr --all --format json",
    "adopt fr build/fr --dry-run --force",
    "adopt fr build/fr --dry-run --force --format json",
    "adopt fr build/fr --dry-run --force --history",
    "sync --check",
    "update --check --format json",
    "extract --check",
    "build --check --strict",
    "fmt --check",
    "install-merge-driver --check",
    "weblate",
    "sync",
    "check -v",
    "log fr",
    "sync --format json",
    "init de",
    "fmt",
    "install-merge-driver",
)


def git(workspace: Workspace, *arguments: str) -> None:
    who = ("-c", "user.name=A \x1b[8m", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=workspace.root, check=True, capture_output=True)


def commit(workspace: Workspace, subject: str) -> None:
    git(workspace, "add", "-A")
    git(workspace, "commit", "-qm", subject, "--cleanup=verbatim", "--allow-empty")


@pytest.fixture
def project(french: Workspace) -> Workspace:
    """A translated deck with a history."""
    french.translate("Hello world", "Bonjour")
    french.translate("One", "Un")
    french.ok("sync")
    git(french, "init", "-q", "-b", "main")
    commit(french, "first")
    return french


Place = Callable[[Workspace], object]


def in_title(work: Workspace) -> None:
    work.deck("one.md", f"# {CODES}\n\nA changed {SHOWN} world\n")


def in_messages(work: Workspace) -> None:
    work.replace("source/one.md", "Hello world", f"Hello {IN_CATALOGS} world")
    work.replace("source/one.md", "Speak slowly", f"{IN_CATALOGS} [l]({IN_CATALOGS})")


def in_properties(work: Workspace) -> None:
    work.deck("one.md", f"name: {CODES}\nclass: {CODES}\n{CODES}: x\n\n{ONE}\n---\nx: {CODES}\n\n# B\n")


def in_markup(work: Workspace) -> None:
    """Each is missing in a translation, so that it is named."""
    for one in (
        f"{{{{a{IN_CATALOGS}}}}}",
        f"<i{IN_CATALOGS}>x</i>",
        f".a{IN_CATALOGS}[b]",
        f"`{IN_CATALOGS}`",
    ):
        work.deck("one.md", work.read("source/one.md") + f"\nSee {one} text\n")
    work.deck("one.md", work.read("source/one.md") + f"\nSee [x](<{IN_CATALOGS}>) and ![{SHOWN}](\x9b.png)\n")
    work.ok("sync")
    text = re.sub(r'(msgid "See.*"\nmsgstr) ""', r'\1 "Voir [x](y)"', work.read(work.po()))
    work.write(work.po(), text)


def in_comments(work: Workspace) -> None:
    work.replace("source/one.md", "Hello", f"<!-- l10n comment {CODES} -->\n\n<!-- l10n {CODES} -->\n\nHello")
    work.deck("two.md", f"<!-- l10n skp {CODES} -->\n\n<!-- l10n context {IN_CATALOGS} -->\n\nText\n")


def in_translation(work: Workspace) -> None:
    text = IN_CATALOGS
    work.replace(work.po(), "Bonjour", f"{text}\\a\\b\\r [x]({text}) `{text}` <{text}>")
    work.replace(
        work.po(), 'msgid "Speak', f'# l10n-ignore: {text}, {text}\n# {text}\n#, {text}\nmsgid "Speak'
    )


def in_charset(work: Workspace) -> None:
    work.replace(work.po(), "charset=UTF-8", f"charset={CODES}")


def in_header(work: Workspace) -> None:
    work.replace(
        work.po(), '"Language: fr', f'"X-{IN_CATALOGS}: {IN_CATALOGS}\\n"\n"Plural-Forms: {IN_CATALOGS}'
    )
    work.replace(work.po("part/two"), '"Language: fr', f'"Language: {IN_CATALOGS}')


def in_broken_catalog(work: Workspace) -> None:
    """What is said of these quotes nothing today."""
    in_title(work)
    twice = f'\nmsgid "{IN_CATALOGS}"\nmsgstr ""\n'
    work.write(work.po(), work.read(work.po()) + f'\n{CODES} "x"\n\nmsgid "{CODES}\n')
    work.write(work.po("part/two"), work.read(work.po("part/two")) + twice + twice)


def in_names(work: Workspace) -> None:
    for name in (f"{CODES}.md", f"a{FORGED}{SHOWN}.md", f"{CODES}/b.md", f"::error::{SHOWN}.md"):
        work.deck(name, f"# {SHOWN}\n\nText [x](y)\n")
    work.write(f"locales/fr/LC_MESSAGES/lost{CODES}.po", work.read(work.po()))
    work.deck(f"images/{CODES}{FORGED}.svg", "<svg/>")


def in_names_of_no_encoding(work: Workspace) -> None:
    path = Path(os.fsdecode(os.fsencode(work.root) + b"/source/\x9b5m" + SHOWN.encode() + b".md"))
    path.write_bytes(b"# Text\n\nText\n")


def in_locales(work: Workspace) -> None:
    work.write(f"locales/{CODES}/LC_MESSAGES/one.po", work.read(work.po()))
    work.write(f"locales/x{FORGED}/LC_MESSAGES/one.po", work.read(work.po()))
    work.write("l10n.toml", f'locales = ["fr", "{SHOWN}\\u001b\\u009b\\n{FORGED[1:]}"]\n')


def in_setting(line: str) -> Place:
    """A file of settings with a line in which X stands for what is hostile."""
    escaped = "".join(f"\\U{ord(char):08x}" if char != "P" else char for char in CODES + FORGED)

    def put(work: Workspace) -> None:
        work.write("l10n.toml", f"{line.replace('X', escaped)}\n")

    put.__name__ = line
    return put


def in_glossary(work: Workspace) -> None:
    work.write("locales/fr/glossary.csv", f'source,preferred,note\nworld,"{CODES}","{CODES}{FORGED}"\n')


def in_broken_glossary(work: Workspace) -> None:
    work.write("locales/fr/glossary.csv", f'source,"{CODES}{FORGED}"\nworld,x\n')


def in_subjects(work: Workspace) -> None:
    work.replace("source/one.md", "Hello world", "Hello brave world")
    work.ok("sync")
    commit(work, f"{CODES} subject")
    work.deck("one.md", NEW_SLIDE + work.read("source/one.md"))
    work.ok("sync")
    commit(work, f"{CODES} subject{FORGED}")


PLACES: tuple[Place, ...] = (
    in_title,
    in_messages,
    in_properties,
    in_markup,
    in_comments,
    in_translation,
    in_charset,
    in_header,
    in_broken_catalog,
    in_names,
    in_names_of_no_encoding,
    in_locales,
    in_setting('"X" = 1'),
    in_setting('source = "X"'),
    in_setting('locales = ["fr", "X"]'),
    in_setting('dialect = "X"'),
    in_setting('[dialects]\n"X" = "X"'),
    in_setting('[check]\n"X" = 1'),
    in_setting('[check]\nselect = ["X"]'),
    in_setting('[check]\nignore = ["X"]'),
    in_glossary,
    in_broken_glossary,
    in_subjects,
)


@pytest.mark.parametrize("coloured", [False, True])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_nothing_that_strangers_write_is_obeyed(
    project: Workspace, monkeypatch: pytest.MonkeyPatch, place: Place, coloured: bool
) -> None:
    place(project)
    if coloured:
        for name in ("shared", "git"):
            monkeypatch.setattr(f"l10n.cli.{name}.in_colour", lambda: True)
    shown = [harmless(project.run(*command.split()), coloured=coloured) for command in COMMANDS]
    assert any(shown), f"{SHOWN} is printed nowhere, so this tests nothing"


NAMED = f"{CODES}{FORGED}"
ARGUMENTS = (
    (NAMED,),
    (f"--{NAMED}",),
    ("check", f"--{NAMED}=x"),
    ("check", NAMED),
    ("check", "--select", NAMED),
    ("check", "--changed-since", NAMED),
    ("check", "--not-below", f"--{NAMED}"),
    ("check", "--fail-under", NAMED),
    ("check", "--format", NAMED),
    ("inspect", NAMED),
    ("inspect", "source/one.md", NAMED),
    ("-C", NAMED, "sync"),
    ("--config", NAMED, "sync"),
    ("init", NAMED),
    ("sync", NAMED),
    ("stats", NAMED),
    ("stats", "-o", f"{NAMED}/a"),
    ("stats", "-o", f"{CODES}.txt"),
    ("log", NAMED),
    ("log", "fr", NAMED),
    ("log", "fr", "--since", NAMED),
    ("fmt", NAMED),
    ("adopt", "fr", NAMED),
    ("adopt", NAMED, "build/fr"),
    ("adopt", "fr", "build/fr/one.md", "--source", NAMED),
    ("adopt", "fr", "build/fr/one.md", "--force", "--revision", NAMED),
    ("merge-driver", NAMED, NAMED, NAMED, "7", NAMED),
)


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda it: " ".join(it).replace(NAMED, "X"))
def test_no_argument_is_obeyed(project: Workspace, arguments: tuple[str, ...]) -> None:
    """A shell makes arguments of names of files: ``l10n check *``."""
    assert harmless(project.run(*arguments))


def test_where_leftovers_cannot_go_is_said_harmlessly(project: Workspace) -> None:
    project.write("old/one.md", f"{project.read('source/one.md')}\n---\n\nPersonne ne l'a dit\n")
    assert harmless(project.run("adopt", "fr", "old/one.md", "--force", "--leftovers", f".l10n/{NAMED}"))


def test_the_merge_driver_names_messages_and_files_harmlessly(project: Workspace) -> None:
    base = project.read(project.po()).replace('msgid "Hello world"', f'msgid "{IN_CATALOGS}"')
    sides = {
        "base": base,
        "ours": base.replace("Bonjour", "Salut"),
        "theirs": base.replace("Bonjour", "Allo"),
    }
    for name, text in sides.items():
        project.write(f"{name}.po", text)

    outcome = project.run("merge-driver", "base.po", "ours.po", "theirs.po", "7", f"x{CODES}{FORGED}.po")

    assert outcome.code == 1
    assert harmless(outcome)


def test_a_traceback_is_not_obeyed(project: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError(CODES)

    monkeypatch.setattr("l10n.project.read_deck", fail)
    outcome = project.run("inspect", "source/one.md")
    assert outcome.code == 3
    assert "ValueError: \N{REPLACEMENT CHARACTER}]0;PWN" in outcome.err
    assert not obeyed(outcome.err)


def test_a_program_has_titles_as_they_are_and_a_terminal_harmless_ones(project: Workspace) -> None:
    project.deck("one.md", "# \x1b[8m hidden \x07\n\nText\n")
    ask = ("stats", "--by", "slide", "--format", "csv")
    piped = project.ok(*ask).out
    assert "\x1b[8m hidden \x07" in piped

    shown = on_a_terminal(project, *ask)
    assert shown == piped.replace("\r\n", "\n").replace("\x1b", "�").replace("\x07", "�")


def test_a_bar_and_colours_are_all_that_a_terminal_is_told(project: Workspace) -> None:
    for number in range(40):
        project.deck(f"{number}{CODES}.md", f"# {CODES}\n\nText {IN_CATALOGS}\n")
    shown = "".join(
        on_a_terminal(project, *ask) for ask in (("sync",), ("stats", "--by", "slide"), ("log", "fr"))
    )
    assert "[####" in shown
    assert SHOWN in shown
    assert not obeyed(_STYLE.sub("", _BAR.sub("", shown)))


_BAR = re.compile(r"\r|\x1b\[(?:\?25[lh]|K)")
"""To begin the line again, to hide the cursor and show it, to rub out the rest of the line."""


def on_a_terminal(work: Workspace, *arguments: str) -> str:
    """What the command, run there, sends to a terminal."""
    ours, theirs = pty.openpty()
    variables = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=work.root,
        stdout=theirs,
        stderr=theirs,
        env={**variables, "PYTHONPATH": ROOT},
    ):
        os.close(theirs)
        sent = b"".join(iter(lambda: _received(ours), b""))
    os.close(ours)
    return sent.decode().replace("\r\n", "\n")


def _received(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # so Linux says that nobody has the terminal any more
        return b""


PIECES = st.tuples(st.text(CODES + FORGED + "ab[31m;") | st.text(), st.none() | st.sampled_from(Style))


@given(st.lists(st.lists(PIECES, min_size=1), min_size=1))
def test_what_is_said_is_lines_of_text_and_our_own_styles(
    drawn: list[list[tuple[str, Style | None]]],
) -> None:
    lines = [tuple(Painted(text, style) if style else text for text, style in line) for line in drawn]
    styles = [style for line in drawn for _, style in line if style]
    out, err = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(shared, "in_colour", lambda: True)
        shared.say(*lines)
        shared.say(*lines, error=True)

    assert not obeyed(_STYLE.sub("", out.getvalue()))
    assert len(_STYLE.findall(out.getvalue())) == 2 * len(styles)
    assert not obeyed(err.getvalue())
    assert [len(text.split("\n")) for text in (out.getvalue(), err.getvalue())] == [len(lines) + 1] * 2


@given(st.text())
def test_text_that_is_harmless_is_said_as_it_is(text: str) -> None:
    out = StringIO()
    with redirect_stdout(out):
        shared.show(text)
    if not obeyed(text):
        assert out.getvalue() == f"{text}\n"
