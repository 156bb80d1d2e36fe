"""``l10n sync``, and what it shares with ``extract`` and ``update``."""

import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from corpus.real import CORPUS

from cli.conftest import NEW_SLIDE, ONE, TWO, Workspace, added_and_removed, gettext, needs_gettext
from l10n.system.rooms import Room

MANUAL = "Read [the manual](https://example.com/manual)"
FOREIGN = r"""# French translation of one.
# Copyright (C) 2024 Someone
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version:  double  space\n"
"X-Zeta: kept\n"
"POT-Creation-Date: 2020-01-01 00:00+0000\n"
"PO-Revision-Date: 2020-01-02 00:00+0000\n"
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Alpha: after the\n"
" fold\n"

# a translator's note
#. heading, slide “One”
#: source/one.md
#, no-wrap,   my-flag
#| msgid "Won"
msgid   "One"
msgstr "Un"


#. paragraph, slide “One”
#: source/one.md
msgid ""
"Hello "
"world"
msgstr ""
"Bonjour "
"le monde"

#. paragraph, slide “One”
#: source/one.md
msgid "Read [the manual](https://example.com/manual)"
msgstr ""

# not sure
#. paragraph, presenter notes of slide “One”
#: source/one.md
#, fuzzy
#| msgid ""
#| "Speak "
#| "fast"
msgid "Speak slowly"
msgstr "Parlez vite"

# an old one
#~ msgctxt "menu"
#~ msgid "gone"
#~ msgstr "parti"

#, fuzzy
#~| msgid "goner"
#~ msgid "gone too"
#~ msgstr ""
#~ "parti "
#~ "aussi"

# the last word
"""


@pytest.fixture
def foreign(french: Workspace) -> Workspace:
    """A catalog that other tools wrote, with all that they put there."""
    french.write(french.po(), FOREIGN)
    return french


def test_again_writes_nothing(french: Workspace) -> None:
    before = french.snapshot()
    french.next_day()
    outcome = french.ok("sync")
    after = french.snapshot()
    ours = [
        {name: what for name, what in one.items() if not name.startswith(".l10n")} for one in (before, after)
    ]
    assert ours[0] == ours[1]
    assert "wrote" not in outcome.out
    assert outcome.table["fr"]["written"] == 0


def test_again_without_the_cache_writes_nothing(french: Workspace) -> None:
    before = french.files()
    shutil.rmtree(french.path(".l10n"))
    french.next_day()
    assert "wrote" not in french.ok("sync").out
    assert french.files() == before


def test_again_over_a_catalog_of_other_tools_writes_nothing(foreign: Workspace) -> None:
    foreign.ok("sync")
    assert foreign.read(foreign.po()) == FOREIGN
    shutil.rmtree(foreign.path(".l10n"))
    assert "wrote" not in foreign.ok("sync").out
    assert foreign.read(foreign.po()) == FOREIGN


@pytest.mark.parametrize("command", ["extract", "update", "build", "sync"])
def test_check_writes_nothing_at_all(french: Workspace, command: str) -> None:
    french.deck("one.md", NEW_SLIDE + ONE)
    french.deck("new.md", "# New\n")
    french.path("source/part/two.md").rename(french.path("source/deux.md"))
    before = french.snapshot()
    assert french.run(command, "--check").code == 1
    assert french.snapshot() == before


def test_check_writes_nothing_at_all_even_before_the_first_run(decks: Workspace) -> None:
    before = decks.snapshot()
    assert decks.run("sync", "--check").code == 1
    assert decks.snapshot() == before


def test_check_names_just_what_a_run_then_does(french: Workspace) -> None:
    french.ok("init", "de")
    french.ok("sync")
    french.deck("one.md", NEW_SLIDE + ONE)
    french.path("source/part/two.md").rename(french.path("source/deux.md"))
    french.deck("images/a.svg", "<svg>new</svg>")
    said = french.run("sync", "--check").out
    done = french.ok("sync").out
    told = {re.sub("^would [a-z]+", lambda verb: DONE[verb[0]], line) for line in said.splitlines()}
    assert {line for line in told if line.startswith(NAMES)} == {
        line for line in done.splitlines() if line.startswith(NAMES)
    }


DONE = {"would write": "wrote", "would move": "moved", "would remove": "removed"}
NAMES = tuple(f"{verb} " for verb in DONE.values())


def test_a_slide_inserted_at_the_top_adds_its_entries_and_changes_no_other_line(foreign: Workspace) -> None:
    foreign.deck("one.md", NEW_SLIDE + ONE)
    foreign.ok("sync")
    added, removed = added_and_removed(FOREIGN, foreign.read(foreign.po()))
    dates = [line for line in added if line.startswith('"POT-Creation-Date')]
    assert removed == ['"POT-Creation-Date: 2020-01-01 00:00+0000\\n"']
    assert len(dates) == 1
    assert [line for line in added if line and line not in dates] == [
        "#. heading, slide “A brand new slide”",
        "#: source/one.md",
        'msgid "A brand new slide"',
        'msgstr ""',
        "#. paragraph, slide “A brand new slide”",
        "#: source/one.md",
        'msgid "With a brand new paragraph"',
        'msgstr ""',
    ]
    assert added.count("") == 2


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not there")
def test_a_slide_inserted_at_the_top_of_real_decks_only_adds_lines(empty: Workspace) -> None:
    real = sorted((CORPUS / "container.training/slides/k8s").glob("*.md"))[::4]
    for path in real:
        empty.deck(path.name, path.read_bytes())
    empty.ok("init", "fr")
    before = {path.stem: empty.read(empty.po(path.stem)) for path in real}
    for path in real:
        empty.deck(path.name, NEW_SLIDE.encode() + path.read_bytes())
    empty.ok("sync")
    for path in real:
        added, removed = added_and_removed(before[path.stem], empty.read(empty.po(path.stem)))
        assert (path.name, len(added), removed) == (path.name, 10, [])


def test_new_entries_stand_where_their_text_stands(french: Workspace) -> None:
    french.deck("one.md", ONE.replace("Read", "In the middle\n\nRead"))
    french.ok("sync")
    msgids = [entry.msgid for entry in polib.pofile(str(french.path(french.po())))]
    assert msgids.index("In the middle") == msgids.index("Hello world") + 1


def test_an_edited_paragraph_changes_one_entry(french: Workspace) -> None:
    french.translate("One", "Un")
    french.ok("sync")
    before = french.read(french.po())
    french.deck("one.md", ONE.replace("Hello world", "Hello whole world"))
    french.ok("sync")
    added, removed = added_and_removed(before, french.read(french.po()))
    assert removed == ['msgid "Hello world"']
    assert added == ['msgid "Hello whole world"']


def test_a_removed_message_becomes_obsolete_and_comes_back_with_its_translation(foreign: Workspace) -> None:
    foreign.ok("sync")
    foreign.deck("one.md", "# One\n\nHello world\n")
    foreign.ok("sync")
    entries = polib.pofile(str(foreign.path(foreign.po())))
    assert {entry.msgid for entry in entries.obsolete_entries()} == {"Speak slowly", "gone", "gone too"}
    foreign.deck("one.md", ONE)
    foreign.ok("sync")
    back = foreign.read(foreign.po())
    # An entry without translation was dropped and is new again; the rest is as it was but for the date.
    assert _without_dates(back) == _without_dates(FOREIGN)


def _without_dates(text: str) -> str:
    return re.sub(r'"(POT-Creation|PO-Revision)-Date: [^"]*', "", text)


def test_an_edit_and_its_revert_leave_the_catalog_as_it_was(french: Workspace) -> None:
    french.translate("Hello world", "Bonjour le monde")
    french.ok("sync")
    before = french.read(french.po())
    french.deck("one.md", ONE.replace("Hello world", "Bye"))
    french.ok("sync")
    assert "#~ msgstr" in french.read(french.po())
    french.deck("one.md", ONE)
    french.ok("sync")
    assert french.read(french.po()) == before


def test_a_fuzzy_translation_comes_back_fuzzy(foreign: Workspace) -> None:
    foreign.deck("one.md", "# One\n")
    foreign.ok("sync")
    foreign.deck("one.md", ONE)
    foreign.ok("sync")
    entry = polib.pofile(str(foreign.path(foreign.po()))).find("Speak slowly")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("Parlez vite", True, "Speak fast")
    assert entry.tcomment == "not sure"


def test_a_translation_with_plural_forms_is_never_lost(french: Workspace) -> None:
    plural = '\nmsgid "file"\nmsgid_plural "files"\nmsgstr[0] "fichier"\nmsgstr[1] "fichiers"\n'
    french.write(french.po(), french.read(french.po()) + plural)
    french.ok("sync")
    assert "fichiers" in french.read(french.po())


def test_all_that_other_tools_wrote_survives_a_change_elsewhere(foreign: Workspace) -> None:
    foreign.deck("one.md", ONE.replace("Read [the manual](https://example.com/manual)\n\n", ""))
    foreign.ok("sync")
    kept = foreign.read(foreign.po())
    gone = f'#. paragraph, slide “One”\n#: source/one.md\nmsgid "{MANUAL}"\nmsgstr ""\n\n'
    assert gone in FOREIGN
    assert _without_dates(kept) == _without_dates(FOREIGN.replace(gone, ""))


@needs_gettext
@pytest.mark.gettext
def test_entries_wrapped_by_msgcat_keep_their_very_lines(french: Workspace) -> None:
    long = "a rather long paragraph that goes on and on, " * 5
    french.deck("one.md", f"{ONE}\n# More\n\n{long}\n")
    french.ok("sync")
    french.translate(long.strip(), long.strip().upper())
    wrapped = gettext("msgcat", french.po(), folder=french.root).stdout.decode()
    assert 'msgid ""\n"a rather' in wrapped
    french.write(french.po(), wrapped)
    french.ok("sync")
    assert french.read(french.po()) == wrapped
    french.deck("one.md", f"{NEW_SLIDE}{ONE}\n# More\n\n{long}\n")
    french.ok("sync")
    added, removed = added_and_removed(wrapped, french.read(french.po()))
    assert (len(added), removed) == (10, [])


def test_line_ends_of_a_catalog_stay(french: Workspace) -> None:
    french.write(french.po(), french.read(french.po()).replace("\n", "\r\n"))
    french.deck("one.md", NEW_SLIDE + ONE)
    french.ok("sync")
    text = french.read(french.po())
    assert text.count("\n") == text.count("\r\n")


def test_dates_change_only_with_msgids(french: Workspace) -> None:
    def dates() -> list[str]:
        return [re.findall(r'Date: ([^"\\]*)', french.read(name)) for name in files]

    files = [french.po(), "locales/templates/one.pot"]
    before = dates()
    french.next_day()
    french.translate("Hello world", "Bonjour le monde")
    french.ok("sync")
    french.deck("one.md", ONE.replace("# One\n\n", "# One\n\n\n"))
    french.ok("sync")
    assert dates() == before
    french.deck("one.md", ONE + "\nMore\n")
    french.ok("sync")
    assert [found[0] for found in dates()] == ["2023-11-15 22:13+0000"] * 2
    assert [found[1] for found in dates()] == [found[1] for found in before]


def test_dates_of_other_decks_stay(french: Workspace) -> None:
    before = {name: data for name, data in french.files("locales").items() if "two" in name}
    french.next_day()
    french.deck("one.md", ONE + "\nMore\n")
    french.ok("sync")
    assert {name: data for name, data in french.files("locales").items() if "two" in name} == before


def test_moving_a_paragraph_within_its_slide_changes_no_date(french: Workspace) -> None:
    before = french.read(french.po())
    french.next_day()
    french.deck("one.md", ONE.replace("Hello world\n\n", "").replace("\n???", "\nHello world\n\n???"))
    french.ok("sync")
    assert sorted(french.read(french.po()).split("\n")) == sorted(before.split("\n"))


@needs_gettext
@pytest.mark.gettext
def test_gettext_accepts_all_that_we_write_and_would_write_the_same(empty: Workspace, tmp_path: Path) -> None:
    if CORPUS.exists():
        for path in sorted((CORPUS / "container.training/slides/containers").glob("*.md"))[::3]:
            empty.deck(path.name, path.read_bytes())
    empty.deck("one.md", ONE)
    empty.deck("with space/my deck é.md", TWO)
    empty.deck(
        "hard.md",
        '# Say "hi" \\ there\n\nA  \nB\tC\n\n\u2028 odd \x85 line\n\n<!-- l10n context menu -->\nOne\n',
    )
    empty.ok("init", "fr", "ja")
    empty.ok("sync")
    empty.translate("Hello world", "Bonjour")
    empty.deck("one.md", "# One\n")
    empty.ok("sync")
    names = [name for name in empty.files() if name.endswith((".po", ".pot"))]
    assert len(names) >= 9
    for name in names:
        done = gettext("msgfmt", "-c", "-o", str(tmp_path / "x.mo"), name, folder=empty.root)
        assert (name, done.returncode, name.endswith(".pot") or done.stderr) == (
            name,
            0,
            name.endswith(".pot") or b"",
        )
        assert gettext("msgcat", "--no-wrap", name, folder=empty.root).stdout.decode() == empty.read(name)


def test_the_table_counts_messages_words_and_states(foreign: Workspace) -> None:
    foreign.replace(foreign.po(), 'manual)"\nmsgstr ""', 'manual)"\nmsgstr "Lisez [rien](x)"')
    outcome = foreign.ok("sync", "fr")
    assert foreign.read("build/fr/one.md").startswith("# Un\n\nBonjour le monde\n")
    row = outcome.table["fr"]
    assert row == {
        "messages": 8,
        "words": 18,
        "translated": 2,
        "fuzzy": 1,
        "untranslated": 4,
        "refused": 1,
        "written": 1,
    }
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_a_catalog_whose_deck_is_gone_is_named_by_sync_and_check(french: Workspace) -> None:
    french.path("source/part/two.md").unlink()
    gone = french.po("part/two")
    said = "it is of no deck any more; remove it when its translations are not needed"
    for args in (["sync", "--strict"], ["sync"]):
        assert french.ok(*args).err == f"note: {gone}: {said}\n"
    assert french.run("sync", "--quiet").err == ""
    found = french.ok("check", "--select", "orphan").out.splitlines()
    assert found == [f"{gone}:1: note: {said} [orphan]", "1 note in 1 file"]
    assert french.ok("check", "--select", "orphan", french.po()).out.endswith("nothing found\n")
    french.path(gone).unlink()
    assert french.ok("sync").err == ""


def test_what_editors_compile_is_named_with_the_line_for_gitignore(french: Workspace) -> None:
    for deck in ("one", "part/two"):
        french.write(french.po(deck).replace(".po", ".mo"), b"\xde\x12\x04\x95")
    first = french.po().replace(".po", ".mo")
    assert french.ok("sync").err == (
        f"note: {first} and 1 more: compiled by an editor, and not read here; add `*.mo` to .gitignore\n"
    )
    subprocess.run(["git", "init", "-q"], cwd=french.root, check=True)
    french.write(".gitignore", "*.mo\n")
    assert french.ok("sync").err == ""


def test_a_sync_with_nothing_to_do_reads_neither_decks_nor_catalogs(
    french: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[str] = set()
    really = Room.read

    def noted(room: Room, name: str) -> bytes | None:
        read.add(Path(name).suffix)
        return really(room, name)

    monkeypatch.setattr("l10n.system.looks._MOMENT", -60.0)  # any time ago is long ago
    french.ok("sync")
    told = french.ok("sync")  # which sees what it has written
    monkeypatch.setattr(Room, "read", noted)
    assert french.ok("sync") == told
    assert not read & {".md", ".po", ".pot"}
    french.replace("source/one.md", "Hello", "Hallo")
    french.ok("sync")
    assert read >= {".md", ".po", ".pot"}
    assert "Hallo" in french.read("locales/templates/one.pot")
