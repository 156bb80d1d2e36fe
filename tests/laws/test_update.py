"""Updating is idempotent, can be taken back, and loses no translation."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.headers import new_catalog
from l10n.catalog.model import Catalog, Entry
from l10n.language.locales import info
from l10n.update.catalog import update
from laws.conftest import Read
from laws.texts import WORDS, hostile

EMPTY = new_catalog("deck.md", "2026-01-01 00:00+0000", info("fr"), "../../..")


def templates() -> st.SearchStrategy[list[Entry]]:
    parts = st.fixed_dictionaries(
        {
            "msgid": st.sampled_from((*WORDS, 'a "quoted" one', "two\nlines", "back\\slash")),
            "msgctxt": st.sampled_from((None, None, "", "here")),
            "comments": st.sampled_from(((), ("heading, slide “T”",), ("one", "two"))),
            "references": st.sampled_from((("a.md",), ("a.md:1", "a.md:2"), ())),
        }
    )
    entry = parts.map(lambda those: Entry(**those))
    return st.lists(entry, max_size=12, unique_by=lambda one: one.key)


def msgstrs() -> st.SearchStrategy[str]:
    """What a catalog can hold: any characters but controls that PO has no escape for."""
    printable = st.characters(exclude_categories=("Cs", "Cc"))
    return st.one_of(st.just(""), st.text(printable, max_size=30), hostile().map(without_controls))


def without_controls(text: str) -> str:
    return "".join(
        char for char in text if char in "\n\t" or (ord(char) >= 32 and not 127 <= ord(char) < 160)
    )


@st.composite
def catalogs(draw: st.DrawFn, read: Read, template: list[Entry]) -> Catalog:
    """A catalog of that template, as a translator left it."""
    written = [draw(st.tuples(msgstrs(), st.booleans())) for _ in template]
    entries = [
        one._replace(msgstr=msgstr, fuzzy=fuzzy and bool(msgstr))
        for one, (msgstr, fuzzy) in zip(template, written, strict=True)
    ]
    return read(replace(EMPTY, entries=tuple(entries)).render())


@given(data=st.data(), old=templates(), new=templates())
def test_second_update_changes_no_byte(
    read: Read, data: st.DataObject, old: list[Entry], new: list[Entry]
) -> None:
    once, _ = update(data.draw(catalogs(read, old)), new)
    twice, changes = update(read(once.render()), new)
    assert twice.render() == once.render()
    assert not changes.any_message


@given(data=st.data(), one=templates(), other=templates())
def test_update_and_back_gives_the_same_bytes(
    read: Read, data: st.DataObject, one: list[Entry], other: list[Entry]
) -> None:
    before = data.draw(catalogs(read, one))
    there, _ = update(before, other)
    back, _ = update(read(there.render()), one)
    assert back.render() == before.render()


@given(data=st.data(), steps=st.lists(templates(), min_size=2, max_size=4))
def test_no_translation_disappears(read: Read, data: st.DataObject, steps: list[list[Entry]]) -> None:
    catalog = data.draw(catalogs(read, steps[0]))
    had = {(entry.key, entry.msgstr, entry.fuzzy) for entry in catalog.entries if entry.msgstr}
    for template in steps[1:]:
        catalog = read(update(catalog, template)[0].render())
    assert had <= {(entry.key, entry.msgstr, entry.fuzzy) for entry in catalog.entries}


@given(data=st.data(), old=templates(), new=templates())
def test_update_has_the_template_s_messages_in_its_order(
    read: Read, data: st.DataObject, old: list[Entry], new: list[Entry]
) -> None:
    catalog, _ = update(data.draw(catalogs(read, old)), new)
    live = [entry for entry in catalog.entries if not entry.obsolete]
    assert [one.key for one in live] == [one.key for one in new]
    assert all(
        one.comments[: len(said.comments)] == said.comments for one, said in zip(live, new, strict=True)
    )
    assert [one.references for one in live] == [one.references for one in new]


@given(data=st.data(), template=templates(), new=templates())
def test_entries_that_stay_keep_their_lines(
    read: Read, data: st.DataObject, template: list[Entry], new: list[Entry]
) -> None:
    old = data.draw(catalogs(read, template))
    catalog, _ = update(old, [*new, *(one for one in template if one.key not in {n.key for n in new})])
    same = {one.key for one in template} - {one.key for one in new}
    before = {entry.key: entry.lines for entry in old.entries}
    after = {entry.key: entry.lines for entry in catalog.entries}
    assert {key: after[key] for key in same} == {key: before[key] for key in same}
