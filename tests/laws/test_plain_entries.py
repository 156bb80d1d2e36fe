"""Entries that are found at a glance are those that the grammar finds, whatever lines stand around them."""

import io
from collections.abc import Callable

from hypothesis import example, given
from hypothesis import strategies as st

from l10n.catalog.comments import TAKEN
from l10n.catalog.grammar import read_entries
from l10n.catalog.model import Catalog
from l10n.catalog.plain import read_plain
from l10n.catalog.reader import load, load_head, load_translations
from l10n.errors import CatalogError
from l10n.update.borrowed import lender

STRINGS = ('"x"', '""', '"a \\"b\\" \\\\"', '"a\\n"', '"\u2028\x0b"', '"broken', '"\\q"', ' "x"', '"x" ', "")
KEYWORDS = ("msgctxt ", "msgid ", "msgstr ", "msgid_plural ", "msgstr[0] ", "msgstr[1] ", "msgid", "")
MARKS = ("", "", "", "", "#~ ", "#| ", "#~| ", " ")
COMMENTS = (
    "#",
    "# a",
    "#. b",
    "#: c.md",
    "#, fuzzy",
    "#~",
    "#|",
    "#.",
    "#x",
    "",
    "",
    "",
    " ",
    "\x0b",
    "a\u2028",
)
WHOLE = 'msgid "m"', 'msgstr "t"'

LINE = st.one_of(
    st.sampled_from(COMMENTS),
    st.builds("{}{}{}".format, *map(st.sampled_from, (MARKS, KEYWORDS, STRINGS))),
)
CHUNK = st.one_of(
    LINE.map(lambda line: [line]),
    st.just([*WHOLE]),
    st.just(["", "#. b", "#: c.md", *WHOLE]),
    st.just(["", "#. b", f"#. {TAKEN}d", 'msgid "m"', 'msgstr "t"']),
    st.just(["", "#, fuzzy", 'msgid "n"', 'msgstr "t"']),
    st.just(["", '#~ msgid "o"', '#~ msgstr "t"']),
    st.just(["", "#, fuzzy", '#| msgid "k"', 'msgctxt "c"', 'msgid ""', '"m"', 'msgstr "t"', '"u"']),
    st.just(["", '#| msgctxt "c"', '#| msgid ""', '#| "k"', 'msgid "m"', 'msgstr "t"']),
)


def by_grammar(text: str) -> object:
    try:
        return read_entries(io.StringIO(text, newline="").readlines(), "fr.po")
    except CatalogError:
        return None


@given(chunks=st.lists(CHUNK, max_size=12), line_end=st.sampled_from("\n\n\n\r"), end=st.booleans())
@example(chunks=[[*WHOLE], ["", '"u"'], [""], [*WHOLE]], line_end="\n", end=True)
@example(chunks=[[*WHOLE], ["", "# a", ""], [*WHOLE]], line_end="\n", end=True)
@example(chunks=[[*WHOLE], ["", 'msgid "n"', ""], [*WHOLE]], line_end="\n", end=True)
@example(chunks=[[*WHOLE], ['msgstr[1] "u"']], line_end="\n", end=True)
def test_what_is_read_at_a_glance_is_what_the_grammar_reads(
    chunks: list[list[str]], line_end: str, end: bool
) -> None:
    text = line_end.join(line for chunk in chunks for line in chunk) + line_end * end
    found = read_plain(text, io.StringIO(text, newline="").readlines(), "fr.po")
    assert found is None or found == by_grammar(text)


def catalog_of(chunks: list[list[str]], line_end: str, *, end: bool) -> str:
    """A header, and what stands in the chunks."""
    lines = ["# a\u2028b", 'msgid ""', 'msgstr ""', '"A: b\\n"']
    return line_end.join([*lines, *(line for chunk in chunks for line in chunk)]) + line_end * end


def head_of(text: str) -> object:
    try:
        catalog = load(text.encode(), "fr.po")
    except CatalogError as error:
        return str(error)
    return catalog.header, catalog.by_key.keys()


def head_at_a_glance(text: str) -> object:
    try:
        catalog, keys = load_head(text.encode(), "fr.po")
    except CatalogError as error:
        return str(error)
    assert (catalog.entries, catalog.tail) == ((), ())
    return catalog.header, keys


@given(chunks=st.lists(CHUNK, max_size=12), line_end=st.sampled_from("\n\n\n\r"), end=st.booleans())
@example(chunks=[["", *WHOLE], ["", *WHOLE]], line_end="\n", end=True)
@example(chunks=[["", 'msgid "n"', 'msgstr ""', "", ""]], line_end="\n", end=True)
@example(chunks=[["", 'msgid ""', 'msgstr ""']], line_end="\n", end=True)
def test_the_head_of_a_catalog_is_that_of_the_whole(
    chunks: list[list[str]], line_end: str, end: bool
) -> None:
    text = catalog_of(chunks, line_end, end=end)
    assert head_at_a_glance(text) == head_of(text)


def translations(read: Callable[[bytes, str], Catalog], text: str) -> object:
    try:
        entries = read(text.encode(), "fr.po").entries
    except CatalogError as error:
        return str(error)
    return [(one.key, one.msgstr, one.fuzzy, one.obsolete, one.previous, lender(one)) for one in entries]


@given(chunks=st.lists(CHUNK, max_size=12), line_end=st.sampled_from("\n\n\n\r"), end=st.booleans())
@example(chunks=[["", *WHOLE], ["", *WHOLE]], line_end="\n", end=True)
@example(chunks=[["", *WHOLE], ["", '#~ msgid "m"', '#~ msgstr "t"']], line_end="\n", end=True)
def test_translations_of_a_catalog_are_those_of_the_whole(
    chunks: list[list[str]], line_end: str, end: bool
) -> None:
    text = catalog_of(chunks, line_end, end=end)
    assert translations(load_translations, text) == translations(load, text)


def test_a_fuzzy_entry_between_plain_ones_leaves_these_plain() -> None:
    header = '#\nmsgid ""\nmsgstr ""\n"A: b\\n"\n'
    text = header + '\n#, fuzzy\n#| msgid "k"\nmsgid "m"\nmsgstr "t"\n\nmsgid "n"\nmsgstr ""\n'
    found = read_plain(text, io.StringIO(text, newline="").readlines(), "fr.po")
    assert found is not None
    assert [(start, entry.msgid) for start, entry in found] == [(0, ""), (4, "m"), (9, "n")]
