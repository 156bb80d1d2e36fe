"""After a merge of what was translated and what was edited elsewhere no translation lies unused."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.merging.catalogs import merged
from l10n.catalog.model import Catalog, Entry
from l10n.update.catalog import update
from laws.conftest import Read
from laws.test_update import EMPTY

_TEXTS = (
    "Start five containers of the web front on this machine now",
    "Look at the log of each service before you go on with it",
    "Birds that live near the lake sleep in the trees at night",
    "Nobody knows which colour the roofs of that town have had",
)
_EDITS = ("big", "old", "blue", "late")


def _template(edits: list[int]) -> list[Entry]:
    """The messages; each edit adds a word to one of them."""
    texts = list(_TEXTS)
    for number, which in enumerate(edits):
        texts[which] += f" {_EDITS[number % len(_EDITS)]}"
    return [Entry(text, comments=("paragraph",), references=("a.md",)) for text in texts]


def _translated(catalog: Catalog, which: set[int]) -> Catalog:
    live = [entry for entry in catalog.entries if not entry.obsolete]
    done = {entry.key: f"T{number} {entry.msgid[:9]}" for number, entry in enumerate(live) if number in which}
    return catalog.with_translations(
        {key: text for key, text in done.items() if not catalog.by_key[key].msgstr}
    )


@given(
    before=st.lists(st.integers(0, 3), max_size=2),
    translated=st.sets(st.integers(0, 3)),
    on_main=st.lists(st.integers(0, 3), max_size=3),
    ours_first=st.booleans(),
)
def test_after_a_merge_each_translation_is_published_or_proposed(
    read: Read, before: list[int], translated: set[int], on_main: list[int], ours_first: bool
) -> None:
    base, _ = update(read(replace(EMPTY, entries=tuple(_template([]))).render()), _template(before))
    base = read(base.render())
    branch = _translated(base, translated)
    main, _ = update(base, _template([*before, *on_main]))
    sides = (branch, main) if ours_first else (main, branch)
    ours, theirs = (read(side.render()) for side in sides)
    together = merged(base, ours, theirs).catalog
    synced, _ = update(read(together.render()), _template([*before, *on_main]))
    live = {entry.msgstr for entry in synced.entries if not entry.obsolete}
    for entry in branch.entries:
        assert not entry.msgstr or entry.msgstr in live
    again, changes = update(read(synced.render()), _template([*before, *on_main]))
    assert (again.render(), changes.any_message) == (synced.render(), False)
