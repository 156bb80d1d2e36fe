"""Translations taken from another catalog, which go without a trace once nobody needs them.

So a slide that was moved to another deck and back leaves both catalogs as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from l10n.catalog import TAKEN, Catalog, Entry, Key
from l10n.update.proposals import Proposer

Holdings = Mapping[Key, tuple[Entry, ...]]
"""What a catalog has of its own, live and obsolete, by message and by previous message."""


def lender(entry: Entry) -> str | None:
    """The name of the catalog that the translation was taken from, if it was."""
    names = (one.removeprefix(TAKEN) for one in entry.comments if one.startswith(TAKEN))
    return next(names, None)


@dataclass(frozen=True, slots=True)
class Lenders:
    """The other catalogs of a locale, read when one is asked for."""

    read: Callable[[str], Catalog | None] = lambda _name: None
    """The catalog of that name, None if there is none that can be read."""
    known: dict[str, Holdings] = field(default_factory=dict)

    def still_have(self, entry: Entry, proposer: Proposer) -> bool:
        """Whether ``entry`` is just what its lender's translation makes, and nobody has touched it since.

        Only what a catalog has of its own counts: that is never dropped, whichever is updated first.
        """
        name = lender(entry)
        if name is None:
            return False
        if name not in self.known:
            self.known[name] = _holdings(self.read(name))
        own = self.known[name].get(entry.previous or entry.key, ())
        return any(_is_copy(entry, one) or proposer.made(entry, [one]) for one in own)


def _is_copy(entry: Entry, other: Entry) -> bool:
    return (entry.key, entry.msgstr, entry.notes, entry.previous) == (other.key, other.msgstr, (), None)


def _holdings(catalog: Catalog | None) -> Holdings:
    found: dict[Key, tuple[Entry, ...]] = {}
    for entry in catalog.entries if catalog else ():
        if entry.msgstr and lender(entry) is None:
            for key in _names(entry):
                found[key] = (*found.get(key, ()), entry)
    return found


def _names(entry: Entry) -> Iterator[Key]:
    yield entry.key
    if entry.previous and entry.previous != entry.key:
        yield entry.previous
