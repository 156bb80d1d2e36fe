from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.catalog.lines import STRING, EntryLines, lines_of, pieces, sort_lines, string_in, strings, unescaped

LINES = """
# by hand
#
#. said
#: a.md b.md
#, fuzzy, no-wrap
#| msgctxt "old"
#| msgid ""
#| "old "
#| "text"
msgctxt "here"
msgid ""
"one\\n"
"two"
msgstr ""
"un\\n"
"deux"
"""


@given(st.text(alphabet="a\n\n\r\x0b\x1c\u2028"))
@example("a\nb\x0b")
@example("a\x0bb\n")
@example("a\r\nb\r")
def test_only_lf_crlf_and_cr_end_a_line(text: str) -> None:
    assert lines_of(text) == StringIO(text, newline="").readlines()


def test_lines_are_sorted_by_what_they_are() -> None:
    found = sort_lines(LINES.splitlines(keepends=True))

    assert found.comments == ("# by hand", "#")
    assert (found.extracted, found.references, found.flags) == (
        ("#. said",),
        ("#: a.md b.md",),
        ("fuzzy", "no-wrap"),
    )
    assert strings(found.previous) == {"msgctxt": "old", "msgid": "old text"}
    assert strings(found.source) == {"msgctxt": "here", "msgid": "one\ntwo"}
    assert strings(found.translation) == {"msgstr": "un\ndeux"}
    assert "\n".join(found.joined()) == LINES.strip()


def test_an_obsolete_entry_is_sorted_as_if_it_were_live() -> None:
    lines = ['#~| msgid "older"', "# said", "#, fuzzy", '#~ msgid "gone"', '#~ msgstr ""', '#~ "parti"']

    found = sort_lines([f"{line}\r\n" for line in lines])

    assert found == EntryLines(
        comments=("# said",),
        flags=("fuzzy",),
        previous=('#| msgid "older"',),
        source=('msgid "gone"',),
        translation=('msgstr ""', '"parti"'),
    )


def test_an_obsolete_entry_may_have_tabs() -> None:
    found = sort_lines(['  #~\tmsgid "a"\n', '#~\tmsgstr "b"\n'])
    assert (found.source, found.translation) == (('msgid "a"',), ('msgstr "b"',))


def test_plural_forms_are_told_apart() -> None:
    lines = sort_lines(['msgid "a"', 'msgid_plural "b"', 'msgstr[0] "c"', 'msgstr[1] "d"'])

    assert strings(lines.source) == {"msgid": "a", "msgid_plural": "b"}
    assert strings(lines.translation) == {"msgstr[0]": "c", "msgstr[1]": "d"}


@pytest.mark.parametrize(
    ("written", "meant"), [(r"a\nb", "a\nb"), (r"\\n", r"\n"), (r"\"", '"'), (r"\t\q", "\tq")]
)
def test_escapes_are_read(written: str, meant: str) -> None:
    assert unescaped(written) == meant


@pytest.mark.parametrize(
    ("line", "string"),
    [
        ('msgid "a"\n', ("", "msgid", "a")),
        ('  "a \\"b\\""\r\n', ("", "", r"a \"b\"")),
        ('#~ msgstr[1] ""', ("#~", "msgstr[1]", "")),
        ('#| msgctxt "a"', ("#|", "msgctxt", "a")),
        ('#~| "a"', ("#~|", "", "a")),
    ],
)
def test_a_string_is_found_behind_its_mark_and_keyword(line: str, string: tuple[str, str, str]) -> None:
    assert string_in(line) == string


@pytest.mark.parametrize("line", ["", "#~", "#|", '# msgid "a"', '#. "a"', 'msgid "a', "msgid a"])
def test_what_is_not_quoted_or_is_said_in_a_comment_is_no_string(line: str) -> None:
    assert string_in(line) is None


@pytest.mark.parametrize(
    ("line", "string"),
    [
        ('msgid "a "b" c"', ("", "msgid", 'a "b" c')),
        (r'"a\q"', ("", "", r"a\q")),
        ('msgtext "a"', ("", "msgtext", "a")),
    ],
)
def test_a_broken_string_is_found_and_told_from_a_sound_one(line: str, string: tuple[str, str, str]) -> None:
    match = STRING.match(line)
    assert string_in(line) == string
    assert match is not None
    assert match["text"] is None


def test_a_string_is_parted_after_the_line_ends_that_it_means() -> None:
    assert pieces(r"a\nb\\nc\n") == [r"a\n", r"b\\nc\n"]
