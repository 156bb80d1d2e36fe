"""Catalogs that hands and old tools left behind: what is taken is never lost, whoever writes it again."""

from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.catalog.merging.catalogs import merged
from l10n.catalog.model import Catalog, Entry
from l10n.catalog.reader import load
from l10n.errors import CatalogError
from l10n.sync.fmt import formatted
from l10n.update.catalog import update

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ODD = st.sampled_from(
    [
        *("#|", "#| ", '#| "y"', '#| msgid "x"', '#| msgid ""', '#| msgctxt "c"', '#|msgid"x"', "#| y"),
        *("#~|", '#~| "y"', '#~| msgid "x"', "#", "# a", "#. b", "#: c.md", "#, fuzzy", "#,fuzzy", "#~", ""),
    ]
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A few entries, live or obsolete, with odd lines before and behind."""
    lines: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        mark = draw(st.sampled_from(("", "", "#~ ")))
        lines += draw(st.lists(ODD, max_size=4))
        lines += [f'{mark}msgid "m{number}"', f'{mark}msgstr "t{number}"']
        lines += draw(st.lists(ODD, max_size=2)) + draw(st.sampled_from(([], [""])))
    return HEADER + "\n".join(lines) + "\n"


def taken(text: str) -> Catalog:
    """The catalog, if it is one: that those that are none are refused is said elsewhere."""
    try:
        return load(text.encode(), "fr.po")
    except CatalogError:
        assume(False)
        raise


def translations(catalog: Catalog) -> dict[str, tuple[str, bool]]:
    return {entry.msgid: (entry.msgstr, entry.fuzzy) for entry in catalog.entries if entry.msgstr}


def again(catalog: Catalog) -> Catalog:
    return load(catalog.render().encode(), "fr.po")


@given(text=texts())
def test_formatting_keeps_every_translation_and_is_done_once(text: str) -> None:
    catalog = taken(text)
    once = again(formatted(catalog))
    assert translations(once) == translations(catalog)
    assert formatted(once).render() == once.render()


@given(text=texts())
def test_update_keeps_every_translation(text: str) -> None:
    catalog = taken(text)
    updated, _ = update(catalog, [Entry("m0"), Entry("m1")])
    assert again(updated).render() == updated.render()
    assert translations(again(updated)) == translations(catalog)


@given(text=texts(), other=texts())
def test_merge_keeps_every_translation(text: str, other: str) -> None:
    ours, theirs = taken(text), taken(other)
    made = again(merged(load(HEADER.encode(), "fr.po"), ours, theirs).catalog)
    assert translations(made).keys() == translations(ours).keys() | translations(theirs).keys()
