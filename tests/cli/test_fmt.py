import re
import shutil

import polib
import pytest

from cli.conftest import Workspace, gettext, needs_gettext
from cli.test_sync import FOREIGN

LONG = "A rather long paragraph, with more to come; that is to say: quite a lot of it. " * 4


@pytest.fixture
def wrapped(french: Workspace) -> Workspace:
    """A catalog with a long entry, wrapped by hand."""
    french.deck("one.md", f"# One\n\n{LONG.strip()}\n")
    french.ok("sync")
    half = len(LONG) // 2
    lines = f'msgid ""\n"{LONG[:half]}"\n"{LONG[half:].rstrip()}"'
    french.replace(french.po(), f'msgid "{LONG.strip()}"', lines)
    return french


def values(work: Workspace, name: str) -> list[tuple[object, ...]]:
    entries = polib.pofile(str(work.path(name)))
    return [(e.msgctxt, e.msgid, e.msgstr, e.fuzzy, e.obsolete, e.tcomment, e.comment) for e in entries]


def test_wrapped_entries_are_unwrapped(wrapped: Workspace) -> None:
    before = values(wrapped, wrapped.po())
    outcome = wrapped.ok("fmt")
    assert outcome.out == f"wrote {wrapped.po()}\n"
    assert f'msgid "{LONG.strip()}"\n' in wrapped.read(wrapped.po())
    assert values(wrapped, wrapped.po()) == before


def test_again_writes_nothing(wrapped: Workspace) -> None:
    wrapped.ok("fmt")
    before = wrapped.snapshot()
    assert wrapped.ok("fmt").out == ""
    assert {name: data for name, data in wrapped.snapshot().items() if ".l10n" not in name} == {
        name: data for name, data in before.items() if ".l10n" not in name
    }


def test_catalogs_that_only_we_wrote_are_canonical(french: Workspace) -> None:
    french.translate("Hello world", "Bonjour")
    french.deck("one.md", "# One\n\nNew\n")
    french.ok("sync")
    assert french.ok("fmt", "--check").out == ""


def test_check_writes_nothing_and_names_the_catalog(wrapped: Workspace) -> None:
    before = wrapped.snapshot()
    outcome = wrapped.run("fmt", "--check")
    assert outcome.code == 1
    assert outcome.out == f"would write {wrapped.po()}\n"
    assert wrapped.snapshot() == before


def test_only_the_named_catalogs_are_formatted(wrapped: Workspace) -> None:
    other = wrapped.po("part/two")
    wrapped.replace(other, 'msgid "Two"', 'msgid ""\n"Two"')
    before = wrapped.read(wrapped.po())
    assert wrapped.ok("fmt", other).out == f"wrote {other}\n"
    assert wrapped.read(wrapped.po()) == before


def test_a_catalog_is_named_from_the_current_folder(wrapped: Workspace) -> None:
    wrapped.write("l10n.toml", "")
    wrapped.monkeypatch.chdir(wrapped.path("locales/fr"))
    wrapped.ok("fmt", "LC_MESSAGES/one.po")
    assert f'msgid "{LONG.strip()}"\n' in wrapped.read(wrapped.po())


def test_all_comments_flags_fields_previous_and_obsolete_entries_stay(french: Workspace) -> None:
    french.write(french.po(), FOREIGN)
    before = values(french, french.po())
    french.ok("fmt")
    text = french.read(french.po())
    assert values(french, french.po()) == before
    assert text.split("\n\n")[0].rstrip() == FOREIGN.split("\n\n")[0].rstrip()
    for line in (
        "# a translator's note",
        "#, no-wrap, my-flag",
        '#| msgid "Won"',
        '#| msgid "Speak fast"',
        '#~| msgid "goner"',
        '#~ msgctxt "menu"',
        '#~ msgstr "parti aussi"',
        "# an old one",
        "# the last word",
    ):
        assert f"\n{line}\n" in text, line


def test_the_dates_stay(wrapped: Workspace) -> None:
    before = re.findall("Date: .*", wrapped.read(wrapped.po()))
    wrapped.next_day()
    wrapped.ok("fmt")
    assert re.findall("Date: .*", wrapped.read(wrapped.po())) == before


def test_a_broken_catalog_is_left_alone_and_the_others_are_formatted(wrapped: Workspace) -> None:
    wrapped.write(wrapped.po("part/two"), "rubbish\n")
    outcome = wrapped.run("fmt")
    assert outcome.code == 2
    assert f"{wrapped.po('part/two')}:1:" in outcome.err
    assert wrapped.read(wrapped.po("part/two")) == "rubbish\n"
    assert f'msgid "{LONG.strip()}"\n' in wrapped.read(wrapped.po())


def test_a_catalog_outside_the_project_is_not_touched(wrapped: Workspace) -> None:
    outside = wrapped.path("../other.po")
    shutil.copy(wrapped.path(wrapped.po()), outside)
    before = outside.read_bytes()
    outcome = wrapped.run("fmt", "../other.po")
    assert outcome.code == 2
    assert "outside of the project" in outcome.err
    assert outside.read_bytes() == before


def test_after_it_sync_has_nothing_to_do(wrapped: Workspace) -> None:
    wrapped.ok("sync")
    wrapped.ok("fmt")
    assert "wrote" not in wrapped.ok("sync").out


@needs_gettext
@pytest.mark.gettext
@pytest.mark.parametrize("options", [[], ["--width=40"], ["--no-location"], ["--indent"], ["--strict"]])
def test_what_msgcat_wrapped_becomes_what_msgcat_writes_without_wrapping(
    wrapped: Workspace, options: list[str]
) -> None:
    wrapped.translate("One", 'Un\\nsur deux \\"lignes\\" \\\\n')
    other = gettext("msgcat", *options, wrapped.po(), folder=wrapped.root).stdout
    assert other != wrapped.path(wrapped.po()).read_bytes()
    wrapped.write(wrapped.po(), other)
    wrapped.ok("fmt")
    again = gettext("msgcat", "--no-wrap", wrapped.po(), folder=wrapped.root).stdout.decode()
    assert wrapped.read(wrapped.po()) == again


def test_line_ends_of_the_file_stay(wrapped: Workspace) -> None:
    wrapped.write(wrapped.po(), wrapped.read(wrapped.po()).replace("\n", "\r\n"))
    wrapped.ok("fmt")
    text = wrapped.read(wrapped.po())
    assert f'msgid "{LONG.strip()}"\r\n' in text
    assert text.count("\n") == text.count("\r\n")
