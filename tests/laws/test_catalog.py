"""A catalog survives being written and read; its file is msgcat's own form."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from l10n.catalog.model import Catalog, Entry
from l10n.catalog.writer import canonical
from laws.conftest import Read
from laws.test_update import EMPTY, msgstrs

STRINGS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs", "Cc")),
        st.sampled_from('\n\t\r\b\f\v\\"\u2028\u0085'),
    ),
    max_size=40,
)
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Z"), exclude_characters="\\"), min_size=1, max_size=12
)
COMMENTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
REFERENCES = st.from_regex(r"[a-z]{1,30}(/[a-zé]{1,30}){0,2}\.md(:[1-9][0-9]{0,3})?", fullmatch=True)


def entries(strings: st.SearchStrategy[str] = STRINGS) -> st.SearchStrategy[tuple[Entry, ...]]:
    parts = st.fixed_dictionaries(
        {
            "msgid": strings.filter(bool),
            "msgstr": strings,
            "msgctxt": st.none() | strings,
            "fuzzy": st.booleans(),
            "comments": st.lists(COMMENTS, max_size=3).map(tuple),
            "references": st.lists(REFERENCES, max_size=6, unique=True).map(tuple),
        }
    )
    entry = parts.map(lambda those: Entry(**those))
    return st.lists(entry, max_size=6, unique_by=lambda one: one.key).map(tuple)


def values(catalog: Catalog) -> list[Entry]:
    return [entry._replace(lines=()) for entry in catalog.entries]


@given(written=entries())
def test_catalog_is_read_as_it_was_written_and_written_as_it_was_read(
    read: Read, written: tuple[Entry, ...]
) -> None:
    catalog = replace(EMPTY, entries=written)
    again = read(catalog.render())
    assert values(again) == list(written)
    assert again.fields == catalog.fields
    assert again.render() == catalog.render()


@given(written=entries(), blanks=st.sampled_from(("\n", "\r\n")), end=st.booleans())
def test_file_of_any_tool_is_written_byte_for_byte(
    read: Read, written: tuple[Entry, ...], blanks: str, end: bool
) -> None:
    text = replace(EMPTY, entries=written).render().replace("\n", blanks)
    text = text if end else text.rstrip("\r\n")
    assert read(text).render() == text


@given(written=entries())
def test_our_own_entries_are_canonical(read: Read, written: tuple[Entry, ...]) -> None:
    for entry in read(replace(EMPTY, entries=written).render()).entries:
        assert canonical(entry.lines) == list(entry.lines)


@pytest.mark.gettext
@pytest.mark.skipif(shutil.which("msgcat") is None, reason="GNU gettext is not installed")
@settings(max_examples=10, phases=[Phase.generate])  # a process each: shrinking would take minutes
@given(
    drawn=st.lists(
        st.tuples(STRINGS, msgstrs(), st.lists(COMMENTS, max_size=2).map(tuple)), min_size=20, max_size=60
    )
)
def test_catalog_of_ours_is_what_msgcat_writes(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    written = tuple(
        Entry(f"{number} {msgid}", msgstr, comments=comments, references=(f"source/{number}.md",))
        for number, (msgid, msgstr, comments) in enumerate(drawn)
    )
    text = replace(EMPTY, entries=written).render()
    path = tmp_path_factory.getbasetemp() / "ours.po"
    path.write_bytes(text.encode())
    done = subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, check=True)
    assert done.stdout.decode() == text
