"""Which decks share a catalog: each has its own, those of a folder have one, or all of the project do.

A group is the unit of all that is brought up to date; who reads or shows one deck asks for what that deck
has of its catalog (``SourceDeck.catalog``), and need not know of groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from l10n.project.alike import kept_name

_ALL = "messages"
"""gettext's own name for a catalog that has no other."""


class Group(NamedTuple):
    """Decks that share a catalog and a template."""

    name: str
    """What these are called, an ending apart; the deck itself where it has its own."""
    decks: tuple[str, ...]


def _folder(deck: str) -> str:
    return deck.rpartition("/")[0] or _ALL


HOMES: Mapping[str, Callable[[str], str]] = {"deck": str, "folder": _folder, "project": lambda _: _ALL}
"""By setting: what the catalog of a deck is called."""


def groups(decks: Iterable[str], per: str) -> list[Group]:
    """The groups, in the order of their first decks; decks whose catalogs have one name are one group."""
    if per == "deck":
        return [Group(deck, (deck,)) for deck in decks]
    found: dict[str, list[str]] = {}
    for deck in decks:
        found.setdefault(kept_name(HOMES[per](deck), ""), []).append(deck)
    return [Group(name, tuple(every)) for name, every in found.items()]
