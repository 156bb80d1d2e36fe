"""Merging branches is symmetric, loses no text that either has written, and touches nothing else."""

import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from l10n.catalog.comments import OTHER_DRAFT, OTHER_TRANSLATION
from l10n.catalog.lines import sort_lines, unescaped
from l10n.catalog.merging.catalogs import merged
from l10n.catalog.model import Catalog, Entry, Key
from l10n.catalog.writer import format_string, obsoleted
from l10n.update.catalog import update
from laws.conftest import Read
from laws.test_update import EMPTY, msgstrs, templates

NOTE = re.compile(rf'# (?:{OTHER_TRANSLATION}|{OTHER_DRAFT}) "(.*)"\Z')
TEXTS = st.one_of(st.sampled_from(("", "un", "deux", 'un "mot"', "une\nligne\n", "\\")), msgstrs())
COMMENTS = st.lists(st.sampled_from(("# one", "# two", "#", "# three")), max_size=2, unique=True)
DATES = st.sampled_from(("2026-01-01 00:00+0000", "2026-01-02 00:00+0000", "2026-01-02 01:00+0100"))


@st.composite
def edited(draw: st.DrawFn, read: Read, catalog: Catalog) -> Catalog:
    """What a branch makes of a catalog: translations, comments, updates, removals."""
    for _ in range(draw(st.integers(0, 2))):
        if draw(st.booleans()):
            catalog, _ = update(catalog, draw(templates()))
            catalog = catalog.with_field("POT-Creation-Date", draw(DATES))
        else:
            kept = [one for one in catalog.entries if draw(st.integers(0, 9))]
            catalog = replace(catalog, entries=tuple(draw(touched(one)) for one in kept))
            catalog = catalog.with_field("PO-Revision-Date", draw(DATES))
        catalog = read(catalog.render())
    return catalog


@st.composite
def touched(draw: st.DrawFn, entry: Entry) -> Entry:
    """The entry as a translator leaves it, who may leave it alone."""
    if draw(st.booleans()):
        return entry
    text = draw(TEXTS)
    lines = sort_lines(entry.lines)._replace(
        translation=tuple(format_string("msgstr", text)),
        comments=tuple(draw(COMMENTS)),
        flags=("fuzzy",) if text and draw(st.booleans()) else (),
    )
    written = [f"{line}\n" for line in ("", *lines.joined())]
    return entry._replace(lines=tuple(obsoleted(written) if entry.obsolete else written))


@st.composite
def branches(draw: st.DrawFn, read: Read) -> tuple[Catalog, Catalog, Catalog]:
    template = draw(templates())
    empty = read(replace(EMPTY, entries=tuple(template)).render())
    base = read(replace(empty, entries=tuple(draw(touched(one)) for one in empty.entries)).render())
    return base, draw(edited(read, base)), draw(edited(read, base))


def texts(entry: Entry) -> set[str]:
    """All translations that the entry holds, the one in use and those in comments."""
    notes = (NOTE.match(line.rstrip("\n")) for line in entry.lines)
    return ({entry.msgstr} | {unescaped(note[1]) for note in notes if note}) - {""}


def states(catalog: Catalog) -> dict[Key, tuple[bool, bool, set[str], set[str]]]:
    """What the entries are, whichever side is called ours."""
    return {
        one.key: (
            one.obsolete,
            one.fuzzy,
            texts(one),
            {x for x in sort_lines(one.lines).comments if not NOTE.match(x)},
        )
        for one in catalog.entries
    }


@given(data=st.data())
def test_merge_is_symmetric(read: Read, data: st.DataObject) -> None:
    base, ours, theirs = data.draw(branches(read))
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert states(one.catalog) == states(other.catalog)
    assert one.conflicts == other.conflicts
    for field in ("POT-Creation-Date", "PO-Revision-Date"):
        assert one.catalog.fields[field] == other.catalog.fields[field]


@given(data=st.data())
def test_every_text_that_a_side_has_written_or_approved_is_in_the_result(
    read: Read, data: st.DataObject
) -> None:
    base, ours, theirs = data.draw(branches(read))
    before = {one.key: one for one in base.entries}
    result = {one.key: texts(one) for one in merged(base, ours, theirs).catalog.entries}
    for entry in (*ours.entries, *theirs.entries):
        old = before.get(entry.key)
        new = old is None or entry.msgstr != old.msgstr or (old.fuzzy and not entry.fuzzy)
        if entry.msgstr and new:
            assert entry.msgstr in result[entry.key]


@given(data=st.data())
def test_text_that_both_sides_left_as_it_was_is_in_the_result(read: Read, data: st.DataObject) -> None:
    base, ours, theirs = data.draw(branches(read))
    sides = [{one.key: one.msgstr for one in side.entries} for side in (ours, theirs)]
    result = {one.key: one.msgstr for one in merged(base, ours, theirs).catalog.entries}
    for entry in base.entries:
        if entry.msgstr and all(side.get(entry.key) == entry.msgstr for side in sides):
            assert result[entry.key] == entry.msgstr


@given(data=st.data())
def test_what_one_side_changed_is_taken_to_the_byte(read: Read, data: st.DataObject) -> None:
    base, ours, _ = data.draw(branches(read))
    assert merged(base, ours, base).catalog.render() == ours.render()
    assert merged(base, base, ours).catalog.render() == ours.render()
    assert merged(base, ours, ours).catalog.render() == ours.render()


@given(data=st.data())
def test_entries_that_neither_side_touched_keep_their_lines(read: Read, data: st.DataObject) -> None:
    base, ours, theirs = data.draw(branches(read))
    result = {one.key: one.lines for one in merged(base, ours, theirs).catalog.entries}
    sides = [{one.key: one.lines for one in side.entries} for side in (ours, theirs)]
    for entry in base.entries:
        if all(side.get(entry.key) == entry.lines for side in sides):
            assert result[entry.key] == entry.lines


@given(data=st.data())
def test_only_an_entry_that_both_sides_wrote_is_a_conflict_and_it_is_fuzzy(
    read: Read, data: st.DataObject
) -> None:
    base, ours, theirs = data.draw(branches(read))
    result = merged(base, ours, theirs)
    before, mine, other, after = (
        {one.key: one for one in side.entries} for side in (base, ours, theirs, result.catalog)
    )
    for key in result.conflicts:
        old = before.get(key)
        assert mine[key].msgstr != other[key].msgstr
        assert all(
            old is None or (one.msgstr, one.fuzzy) != (old.msgstr, old.fuzzy)
            for one in (mine[key], other[key])
        )
        assert after[key].fuzzy
        assert after[key].msgstr == mine[key].msgstr


@given(data=st.data())
def test_the_result_is_a_catalog_and_says_what_its_file_says(read: Read, data: st.DataObject) -> None:
    result = merged(*data.draw(branches(read))).catalog
    again = read(result.render())
    assert again.render() == result.render()
    assert again.entries == result.entries
    assert again.fields == result.fields


@pytest.mark.gettext
@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")
@settings(max_examples=20, phases=[Phase.generate])  # a process each: shrinking would take minutes
@given(data=st.data())
def test_msgfmt_accepts_the_result(read: Read, data: st.DataObject) -> None:
    text = merged(*data.draw(branches(read))).catalog.render()
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "-", "-"], input=text.encode(), capture_output=True, check=False
    )
    faults = [
        line for line in done.stderr.splitlines() if b"do not both" not in line and b"fatal" not in line
    ]
    assert not [line for line in faults if b"error" in line], faults
