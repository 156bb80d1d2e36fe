"""Two branches translate, edit, update and merge in any order: no translation lies unused in the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.merging.catalogs import merged
from l10n.catalog.model import Catalog, Entry
from l10n.update.catalog import update
from laws.conftest import Read
from laws.test_update import EMPTY

TEXTS = (
    "Start five containers of the web front on this machine now, they are",
    "Look at the log of each service before you go on with it, that is",
    "Birds that live near the lake sleep in the trees at night, and are",
)
WORDS = ("big", "old", "7", "8")
"""What a message ends with; an edit between numbers is mechanical."""


@dataclass(frozen=True)
class Branch:
    """What is checked out: the words that the messages end with, and the catalog."""

    words: tuple[str, ...]
    catalog: Catalog

    @property
    def template(self) -> list[Entry]:
        """The messages of its deck."""
        return [
            Entry(f"{text} {word}", comments=("paragraph",), references=("a.md",))
            for text, word in zip(TEXTS, self.words, strict=True)
        ]


@dataclass
class Repository:
    """Two branches, what both have in common, and every translation that was ever written."""

    read: Read
    base: Branch
    branches: list[Branch]
    written: dict[str, str] = field(default_factory=dict)
    """By translation: the message that it was written for."""

    def edit(self, which: int, message: int, word: str) -> None:
        """Somebody edits the deck."""
        branch = self.branches[which]
        words = (*branch.words[:message], word, *branch.words[message + 1 :])
        self.branches[which] = replace(branch, words=words)

    def translate(self, which: int, message: int, _word: str) -> None:
        """Somebody translates what the catalog asks, or anew; it may lag behind the deck."""
        catalog = self.branches[which].catalog
        live = next(one for one in catalog.by_key.values() if one.msgid.startswith(TEXTS[message]))
        text = f"Traduction {'abcdefghijklmnop'[len(self.written)]}, {live.msgid.split()[-1]}"
        self.written[text] = live.msgid
        self._save(which, catalog.with_translations({live.key: text}))

    def sync(self, which: int, _message: int = 0, _word: str = "") -> None:
        """The catalog is brought up to the deck."""
        branch = self.branches[which]
        self._save(which, update(branch.catalog, branch.template)[0])

    def merge(self, which: int, _message: int = 0, _word: str = "") -> None:
        """The other branch is merged into this one; where both edited the deck, this one's words stay."""
        ours, theirs, base = self.branches[which], self.branches[1 - which], self.base
        words = tuple(
            other if mine == old else mine
            for old, mine, other in zip(base.words, ours.words, theirs.words, strict=True)
        )
        self.branches[which] = Branch(words, ours.catalog)
        self._save(which, merged(base.catalog, ours.catalog, theirs.catalog).catalog)
        self.base = theirs

    def _save(self, which: int, catalog: Catalog) -> None:
        self.branches[which] = replace(self.branches[which], catalog=self.read(catalog.render()))


Step = Callable[[Repository, int, int, str], None]
STEPS: tuple[Step, ...] = (Repository.edit, Repository.translate, Repository.sync, Repository.merge)
steps = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, 1), st.integers(0, 2), st.sampled_from(WORDS)),
    max_size=12,
)


@given(steps=steps, last=st.integers(0, 1))
def test_in_the_end_every_translation_is_published_proposed_or_named_by_its_successor(
    read: Read, steps: list[tuple[Step, int, int, str]], last: int
) -> None:
    empty = read(EMPTY.render())
    start = Branch((WORDS[0],) * len(TEXTS), empty)
    start = replace(start, catalog=read(update(empty, start.template)[0].render()))
    repository = Repository(read, start, [start, start])
    for do, which, message, word in steps:
        do(repository, which, message, word)
    repository.merge(last)
    repository.sync(last)
    catalog = repository.branches[last].catalog
    held = {entry.key: entry for entry in catalog.entries}
    for entry in (one for one in catalog.entries if one.obsolete):
        heir = heir_of(entry, catalog)
        assert heir.msgstr, f"unused: {entry.msgstr!r}"
        assert (heir.msgstr in repository.written and not heir.fuzzy) or heir.previous in held
    for message in set(repository.written.values()):
        assert held[None, message].msgstr
    repository.sync(last)
    assert repository.branches[last].catalog.render() == catalog.render()


def heir_of(entry: Entry, catalog: Catalog) -> Entry:
    """The message that the entry's became."""
    text = next(text for text in TEXTS if entry.msgid.startswith(text))
    return next(one for one in catalog.by_key.values() if one.msgid.startswith(text))
