import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from support import HEADER, loaded

from l10n.catalog.model import Catalog, Entry
from l10n.catalog.reader import load
from l10n.errors import CatalogError

LOCALES = Path(__file__).resolve().parents[3] / "locales"

GOOD = (
    HEADER
    + """
# by hand
#. said
#: a.md b.md:3
#, fuzzy, no-wrap
#| msgctxt "old"
#| msgid "old text"
msgctxt "here"
msgid ""
"one "
"two\\n"
msgstr ""
"un "
"deux\\n"

msgid "plain \\"quoted\\""
msgstr "simple"

#~ msgid "gone"
#~ msgstr ""
#~ "parti"

# the end
"""
)


def test_catalog_is_rendered_as_it_was_read(tmp_path: Path) -> None:
    assert loaded(tmp_path, GOOD).render() == GOOD


def test_entries_are_read_with_all_they_say(tmp_path: Path) -> None:
    fuzzy, plain, gone = (one._replace(lines=()) for one in loaded(tmp_path, GOOD).entries)
    assert fuzzy == Entry(
        "one two\n",
        "un deux\n",
        "here",
        fuzzy=True,
        notes=("by hand",),
        comments=("said",),
        references=("a.md", "b.md:3"),
        previous=("old", "old text"),
    )
    assert plain == Entry('plain "quoted"', "simple")
    assert gone == Entry("gone", "parti", obsolete=True)


def test_header_fields_are_read(tmp_path: Path) -> None:
    assert loaded(tmp_path, GOOD).fields["Language"] == "fr"


@pytest.mark.parametrize(
    ("entry", "published"),
    [
        (Entry("a", "b"), True),
        (Entry("a"), False),
        (Entry("a", "b", fuzzy=True), False),
        (Entry("a", "b", obsolete=True), False),
    ],
)
def test_only_good_translations_are_published(entry: Entry, published: bool) -> None:
    assert entry.translated is published


KEPT = {
    "wrapped as msgcat does": '\n#: a.md\nmsgid ""\n"one two "\n"three"\nmsgstr ""\n"un deux "\n"trois"\n',
    "Windows line ends": '\nmsgid "a"\nmsgstr "b"\n'.replace("\n", "\r\n"),
    "no final line end": '\nmsgid "a"\nmsgstr "b"',
    "no blank line between entries": 'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n',
    "several blank lines": '\n\n\nmsgid "a"\nmsgstr "b"\n\n\n',
    "blanks around strings": '\n  msgid   "a"  \n\tmsgstr "b"\n',
    "an obsolete entry among others": '\n#~ msgid "o"\n#~ msgstr "p"\n\nmsgid "a"\nmsgstr "b"\n',
    "a bare mark of an obsolete entry": '\n#~\nmsgid "a"\n#~ \nmsgstr "b"\n\n#~msgid "o"\n#~\n#~msgstr "p"\n',
    "a bare mark of a previous string": '\n#|\nmsgid "a"\nmsgstr "b"\n',
    "no blank behind a keyword": '\nmsgid"a"\nmsgstr"b"\n',
    "tabs behind the mark of an obsolete entry": '\n#~\tmsgid "a"\n#~\tmsgstr "b"\n',
    "a bare comment mark": '\n#\n#.\nmsgid "a"\nmsgstr "b"\n',
    "U+2028 and U+0085": '\n#. x\u2028y\u0085z\nmsgid "a\u2028b\u0085c"\nmsgstr "d\u2028e"\n',
    "unknown flags": '\n#, fuzzy, x-mine\nmsgid "a"\nmsgstr "b"\n',
    "previous strings over lines": '\n#| msgid ""\n#| "old"\nmsgid "a"\nmsgstr "b"\n',
    "indented comments": '\n  #. x\n\t#: y:1\n  #z\n  #,fuzzy\n  #|msgid "q"\nmsgid "a"\nmsgstr "b"\n',
    "blank lines within a message": '\nmsgid "a"\n\nmsgstr ""\n  \n"b"\n',
    "comments without a word at the end": '\nmsgid "a"\nmsgstr "b"\n\n#: d\n#,\n',
    "a comment at the end": '\nmsgid "a"\nmsgstr "b"\n\n# end\n',
    "a context over lines": '\nmsgctxt ""\n"here"\nmsgid "a"\nmsgstr "b"\n',
    "nothing": "",
}


@pytest.mark.parametrize("entries", KEPT.values(), ids=KEPT.keys())
def test_lines_stay_whatever_tool_wrote_them(tmp_path: Path, entries: str) -> None:
    text = HEADER + entries
    assert loaded(tmp_path, text.encode()).render() == text


def test_plural_entries_of_other_tools_stay(tmp_path: Path) -> None:
    text = HEADER + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'
    assert loaded(tmp_path, text).render() == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"a\\b", "a\\b"),
        (r"a\tb", "a\tb"),
        (r"a\ab", "a\ab"),
        (r"a\"b", 'a"b'),
        (r"a\\nb", "a\\nb"),
        (r"a\nb", "a\nb"),
    ],
)
def test_escapes_are_read(tmp_path: Path, text: str, value: str) -> None:
    (entry,) = loaded(tmp_path, f'{HEADER}\nmsgid "{text}"\nmsgstr ""\n').entries
    assert entry.msgid == value


HOSTILE = {
    "a conflict left by git": ('\n<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n=======\n', 6),
    "a conflict within an entry": ('\nmsgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n', 7),
    "a string without an end": ('\nmsgid "a\nmsgstr "b"\n', 6),
    "a quote within a string": ('\nmsgid "a"b"\nmsgstr "c"\n', 6),
    "an unknown keyword": ('\nmsgid "a"\nmsgstring "b"\n', 7),
    "plain text": ("\nhello\n", 6),
    "a message twice": ('\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 9),
    "a message in a context twice": (
        '\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr ""\n',
        11,
    ),
    "a translation without a message": ('\nmsgstr "b"\n', 6),
    "a message without a translation": ('\nmsgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 8),
    "a message without a translation at the end": ('\nmsgid "b"\nmsgstr "c"\n\nmsgid "a"\n', 9),
    "a comment within a message": ('\nmsgid "a"\n#. x\nmsgstr "b"\n', 7),
    "a note within a message": ('\nmsgid ""\n# x\n"a"\nmsgstr "b"\n', 7),
    "a string behind a comment": ('\nmsgid "a"\nmsgstr ""\n#: x:1\n"b"\n', 9),
    "a plural form behind a comment": (
        '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n#, fuzzy\nmsgstr[1] "d"\n',
        10,
    ),
    "a translation twice": ('\nmsgid "a"\nmsgstr "b"\nmsgstr "c"\n', 8),
    "a previous string without a beginning": (
        '\nmsgid "a"\nmsgstr "b"\n\n#. c\n#| "more"\nmsgid "x"\nmsgstr "y"\n',
        10,
    ),
    "a quote within a previous string": ('\n#| msgid "a"b"\nmsgid "x"\nmsgstr "y"\n', 6),
    "a previous string with another keyword": ('\n#| msgstr "a"\nmsgid "x"\nmsgstr "y"\n', 6),
    "a previous string without quotes": ('\n#~| a\n#~ msgid "x"\n#~ msgstr "y"\n', 6),
    "a message that is obsolete in part": ('\nmsgid "a"\n#~ msgstr "b"\n', 7),
    "a string that is obsolete in part": ('\n#~ msgid "a"\n#~ msgstr "b"\n"c"\n', 8),
    "half a keyword": ('\nmsgid "a"\nmsgstr0] "b"\n', 7),
    "the first fault of two": ('\nmsgstr "b"\n\nmsgid "a"\n', 6),
    "a second header": ('\nmsgid ""\nmsgstr "x"\n', 6),
    "a backslash at the end of a string": ('\nmsgid "a\\"\nmsgstr "b"\n', 6),
}


@pytest.mark.parametrize(("entries", "line"), HOSTILE.values(), ids=HOSTILE.keys())
def test_damaged_catalog_is_refused_with_its_line(tmp_path: Path, entries: str, line: int) -> None:
    with pytest.raises(CatalogError) as caught:
        loaded(tmp_path, HEADER + entries)
    assert str(caught.value).startswith(f"catalog.po:{line}: ")


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")
@pytest.mark.parametrize("name", [*KEPT, *HOSTILE])
def test_gettext_takes_the_same_for_a_catalog(name: str) -> None:
    text = HEADER + (KEPT[name] if name in KEPT else HOSTILE[name][0])
    done = subprocess.run(["msgfmt", "-o", "-", "-"], input=text.encode(), capture_output=True, check=False)
    assert (done.returncode == 0) is (name in KEPT), done.stderr.decode()


def taken_by_polib(path: Path) -> list[tuple[object, ...]]:
    return [
        (
            one.msgctxt,
            one.msgid,
            one.msgstr,
            "fuzzy" in one.flags,
            bool(one.obsolete),
            one.tcomment,
            one.comment,
        )
        for one in polib.pofile(str(path), encoding="utf-8")
    ]


@pytest.mark.parametrize("path", sorted(LOCALES.rglob("*.po")), ids=lambda path: path.name)
def test_polib_reads_the_same(path: Path) -> None:
    assert taken_by_polib(path) == [
        (*one.key, one.msgstr, one.fuzzy, one.obsolete, "\n".join(one.notes), "\n".join(one.comments))
        for one in load(path.read_bytes(), "x").entries
    ]


def test_a_comment_instead_of_a_msgstr_is_told_with_both_remedies(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"a msgstr belongs here.*add it, or move the comment above"):
        loaded(tmp_path, HEADER + '\nmsgid "a"\n\n#. next\nmsgid "b"\nmsgstr "c"\n')


def test_extracted_comments_and_references_are_read(tmp_path: Path) -> None:
    text = '\n#. a\n#.  b\n#.\n#.tight\n#.\tc\n #. in\n#: x:1 y\n#:z:2\nmsgid "a"\nmsgstr ""\n'
    (entry,) = loaded(tmp_path, HEADER + text).entries
    assert entry.comments == ("a", " b", "tight", "c", "in")
    assert entry.references == ("x:1", "y", "z:2")


BYTES = {
    "Latin-1": (HEADER.encode() + b'\nmsgid "a"\nmsgstr "\xe9"\n', 7),
    "UTF-16": (HEADER.encode("utf-16"), 1),
    "another charset": (HEADER.replace("UTF-8", "ISO-8859-1").encode(), 4),
    "no header": (b'msgid "a"\nmsgstr "b"\n', 1),
    "a header behind a message": (b'msgid "a"\nmsgstr "b"\n\n' + HEADER.encode(), 1),
    "an obsolete header": (re.sub("^", "#~ ", HEADER.rstrip(), flags=re.MULTILINE).encode(), 1),
    "a header with a context": (b'msgctxt "x"\n' + HEADER.encode(), 1),
    "an empty file": (b"", 1),
    "a byte order mark": (b"\xef\xbb\xbf" + HEADER.encode(), 1),
    "NUL bytes": (b"\0" * 100, 1),
    "a truncated file": (HEADER.encode() + b'\nmsgid "a"\nmsgstr "b', 7),
    "a binary catalog": (b"\xde\x12\x04\x95\0\0\0\0", 1),
}


@pytest.mark.parametrize(("content", "line"), BYTES.values(), ids=BYTES.keys())
def test_unreadable_catalog_is_refused_with_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    with pytest.raises(CatalogError) as caught:
        loaded(tmp_path, content)
    assert str(caught.value).startswith(f"catalog.po:{line}: ")


SAID = {
    "a conflict": (b'<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', 6, "conflict"),
    "an unknown escape": (b'msgid "a"\nmsgstr "C:\\dir"\n', 7, r"\d means nothing; write a backslash as \\"),
    "curly quotation marks": ('msgid "a"\nmsgstr “b”\n'.encode(), 7, 'straight quotation marks: "…"'),
    "a curly line": ('msgid "a"\nmsgstr ""\n“b”\n'.encode(), 8, 'straight quotation marks: "…"'),
    "no quotation marks": (b'msgid "a"\nmsgstr b\n', 7, 'straight quotation marks: "…"'),
    "no text": (b'msgid "a"\nmsgstr\n', 7, 'straight quotation marks: "…"'),
    "a quotation mark": (b'msgid "a"\nmsgstr "say "b" now"\n', 7, r"must be written \""),
    "no end": (b'msgid "a"\nmsgstr "b\n', 7, "at its end is missing"),
    "an escaped end": (b'msgid "a"\nmsgstr "b\\"\n', 7, "at its end is missing"),
    "two translations": (b'msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 8, "each once"),
    "Latin-1": (b'msgid "a"\nmsgstr "\xe9"\n', 7, "byte 0xe9 is not UTF-8; .*iconv -f ISO-8859-1"),
}


@pytest.mark.parametrize(("entries", "line", "said"), SAID.values(), ids=SAID.keys())
def test_what_translators_do_to_a_file_is_named(tmp_path: Path, entries: bytes, line: int, said: str) -> None:
    with pytest.raises(CatalogError) as caught:
        loaded(tmp_path, HEADER.encode() + b"\n" + entries)
    assert str(caught.value).startswith(f"catalog.po:{line}: ")
    assert re.search(said if "iconv" in said else re.escape(said), str(caught.value))


def test_a_line_is_that_of_the_file_whatever_its_folder_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "line 3"
    folder.mkdir()
    with pytest.raises(CatalogError, match=r"^catalog\.po:8: this cannot stand here"):
        loaded(folder, HEADER + '\nmsgid "a"\nmsgstr "b"\nmsgstr "c"\n')


def test_utf_16_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="UTF-16; convert the file with `iconv -f UTF-16"):
        loaded(tmp_path, HEADER.encode("utf-16"))


def test_comments_need_no_blank_after_their_mark_as_in_gettext(tmp_path: Path) -> None:
    text = HEADER + '\n#TODO\u2028 ask\n#.said\n#:a.md:1\n#,fuzzy\n#|msgid "old"\nmsgid "a"\nmsgstr "b"\n'
    catalog = loaded(tmp_path, text)
    (entry,) = catalog.entries
    assert (entry.fuzzy, entry.notes, entry.comments) == (True, ("TODO\u2028 ask",), ("said",))
    assert (entry.references, entry.previous) == (("a.md:1",), (None, "old"))
    assert catalog.render() == text


@pytest.mark.parametrize("written", ['msgid "a"', 'msgid"a"', '  msgid "a"'])
def test_a_message_that_stands_twice_is_refused_however_it_is_written(tmp_path: Path, written: str) -> None:
    with pytest.raises(CatalogError, match=r"catalog\.po:9: .*line 6"):
        loaded(tmp_path, f'{HEADER}\n{written}\nmsgstr "b"\n\n{written}\nmsgstr "c"\n')


def test_another_translation_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    text = HEADER + '\nmsgid "a"\nmsgstr ""\n\n"b"\n#~\n\n"c"\n\nmsgid "d"\nmsgstr "e"\n'
    changed = loaded(tmp_path, text).with_translations({(None, "a"): "f"})
    assert changed.render() == HEADER + '\nmsgid "a"\nmsgstr "f"\n\nmsgid "d"\nmsgstr "e"\n'


def test_another_translation_of_a_plural_message_is_its_first_form(tmp_path: Path) -> None:
    text = HEADER + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n"d"\n'
    changed = loaded(tmp_path, text).with_translations({(None, "a"): "f"})
    assert changed.render() == text.replace('"c"', '"f"')


def test_refusal_of_a_message_that_stands_twice_names_both_lines(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"catalog\.po:9: .*line 6"):
        loaded(tmp_path, HEADER + '\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n')


@pytest.mark.parametrize("live", ["", "c"])
def test_message_that_is_both_live_and_obsolete_is_fine_with_one_translation(
    tmp_path: Path, live: str
) -> None:
    text = f'{HEADER}\nmsgid "a"\nmsgstr "{live}"\n\n#~ msgid "a"\n#~ msgstr "c"\n'
    assert loaded(tmp_path, text).by_key[None, "a"].msgstr == live


def test_message_that_is_both_live_and_obsolete_with_two_translations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="already on line"):
        loaded(tmp_path, HEADER + '\nmsgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n')


def test_lines_of_messages_are_those_of_their_msgid(tmp_path: Path) -> None:
    catalog = loaded(tmp_path, GOOD)
    lines = GOOD.split("\n")
    found = catalog.lines_by_key()
    assert lines[found["here", "one two\n"] - 1] == 'msgid ""'
    assert lines[found[None, 'plain "quoted"'] - 1] == 'msgid "plain \\"quoted\\""'
    assert len(found) == 2


def test_new_entry_has_the_line_ends_of_the_file(tmp_path: Path) -> None:
    catalog = loaded(tmp_path, HEADER.replace("\n", "\r\n"))
    text = replace(catalog, entries=(Entry("a", "b"),)).render()
    assert text.endswith('\r\n\r\nmsgid "a"\r\nmsgstr "b"\r\n')
    assert text.count("\n") == text.count("\r\n")


def test_new_entry_behind_a_last_line_without_end_starts_a_new_line(tmp_path: Path) -> None:
    catalog = loaded(tmp_path, HEADER + '\nmsgid "a"\nmsgstr "b"')
    text = replace(catalog, entries=(*catalog.entries, Entry("c", "d"))).render()
    assert text.endswith('msgstr "b"\n\nmsgid "c"\nmsgstr "d"\n')


def test_creation_date_changes_alone(tmp_path: Path) -> None:
    text = HEADER + '"POT-Creation-Date: 2020-01-01 00:00+0000\\n"\n"X-Mine:  two  blanks\\n"\n'
    changed = loaded(tmp_path, text).with_field("POT-Creation-Date", "2026-02-03 04:05+0000")
    assert changed.render() == text.replace("2020-01-01 00:00", "2026-02-03 04:05")
    assert changed.fields["POT-Creation-Date"] == "2026-02-03 04:05+0000"


def test_catalog_without_entries_is_its_header() -> None:
    assert Catalog(header=(HEADER,)).render() == HEADER


def test_reference_with_a_colon_is_read_as_written(tmp_path: Path) -> None:
    (entry,) = loaded(tmp_path, f'{HEADER}\n#: source/a:b.md\nmsgid "a"\nmsgstr ""\n').entries
    assert entry.references == ("source/a:b.md",)


@pytest.mark.parametrize("mark", ["#|", "#~|"])
def test_previous_string_that_goes_on_with_none_is_refused_as_gettext_does(mark: str) -> None:
    text = f'msgid ""\nmsgstr ""\n\n{mark}\n{mark} "y"\nmsgid "a"\nmsgstr "b"\n'
    with pytest.raises(CatalogError, match=r"x\.po:5"):
        load(text.encode(), "x.po")
