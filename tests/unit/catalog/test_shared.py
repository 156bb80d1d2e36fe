"""Messages that stand apart in a catalog that several share, and what one of them has of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import Catalog, Share, apart, as_in_source, load, marked
from l10n.catalog.contexts import owner_of
from l10n.catalog.shared import called, with_share

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
OWN = 'msgctxt "only in b.md\\n"\nmsgid "Hello"\nmsgstr "Salut"\n'
WHOLE = f"""{HEAD}
#: source/a.md source/b.md
msgid "Hello"
msgstr "Bonjour"

#: source/b.md
{OWN}
#: source/a.md source/b.md
msgid "Bye"
msgstr "Au revoir"
"""
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


def whole() -> Catalog:
    return load(WHOLE.encode(), "x")


@given(owner=TEXTS, context=st.none() | TEXTS, msgid=TEXTS)
def test_who_stands_apart_is_told_from_all_that_a_source_can_say(
    owner: str, context: str | None, msgid: str
) -> None:
    key = context, msgid
    assert owner_of(key) is None
    assert as_in_source(key) == key
    assert owner_of(apart(owner, key)) == owner
    assert as_in_source(apart(owner, key)) == key


@pytest.mark.parametrize("mark", ["", "#~ "])
@pytest.mark.parametrize("context", [None, "verb"])
@pytest.mark.parametrize("before", ["", '#| msgctxt "only in b.md\\n"\n#| msgid "Hi"\n'])
def test_an_entry_under_another_name_is_else_the_same(mark: str, context: str | None, before: str) -> None:
    said = f'msgctxt "{context}"\n' if context else ""
    lines = f'{said}msgid "Hello"\nmsgstr "Bonjour"\n'.splitlines()
    strings = "".join(f"{mark}{line}\n" for line in lines)
    before = before.replace("#|", "#~|") if mark else before
    (entry,) = load(f"{HEAD}\n# a note\n#, fuzzy\n{before}{strings}".encode(), "x").entries
    there = called(entry, apart("a.md", entry.key))
    text = Catalog(tuple(HEAD.splitlines(keepends=True)), (there,)).render()
    (again,) = load(text.encode(), "x").entries
    assert again == there
    back = called(again, entry.key)
    assert back._replace(lines=(), previous=None) == entry._replace(lines=(), previous=None)
    assert "only in" not in "".join(back.lines)


def test_a_share_has_what_is_its_owners_and_is_written_with_all_the_rest() -> None:
    share = Share.of(whole(), "b.md", [(None, "Hello"), (None, "Bye"), (None, "New")])
    assert [one.msgstr for one in share.entries] == ["Salut", "Au revoir"]
    assert share.lines_by_key() == {(None, "Hello"): 10, (None, "Bye"): 14}
    assert share.render() == WHOLE
    edited = share.with_translations({(None, "Hello"): "Coucou\nà tous"})
    assert edited.render() == WHOLE.replace('"Salut"', '""\n"Coucou\\n"\n"à tous"')
    assert edited.lines_by_key()[None, "Bye"] == 16


def test_another_translation_of_what_others_have_stands_apart() -> None:
    before = Share.of(whole(), "a.md", [(None, "Hello"), (None, "Bye")])
    after = Catalog(before.header, before.entries).with_translations({(None, "Bye"): "Adieu"})
    found = with_share(whole(), "a.md", "source/a.md", before, after)
    assert found.by_key[None, "Bye"].msgstr == "Au revoir"
    assert found.by_key[apart("a.md", (None, "Bye"))].msgstr == "Adieu"
    assert load(found.render().encode(), "x").by_key.keys() == found.by_key.keys()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_header_says_whose_it_is(newline: str) -> None:
    plain = load(WHOLE.replace("\n", newline).encode(), "x")
    shared = marked(plain, "folder")
    assert load(shared.render().encode(), "x").fields["X-Catalogs-Per"] == "folder"
    assert marked(shared, "folder") is shared
    assert marked(shared, "deck").render() == plain.render()
    assert marked(marked(shared, "project"), "deck").render() == plain.render()
