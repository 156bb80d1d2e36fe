"""Lists that are handed to a template of strangers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Listing(Generic[T]):
    """What a template goes through, and whose first, last and length it may have.

    It is neither shown nor compared as a whole: in a ``for`` that would take far too long.
    """

    __slots__ = ("_items",)
    __contains__ = None

    def __init__(self, items: Iterable[T]) -> None:
        """As they come."""
        self._items = tuple(items)

    def __iter__(self) -> Iterator[T]:
        """In order."""
        return iter(self._items)

    def __reversed__(self) -> Iterator[T]:
        """From the last on."""
        return reversed(self._items)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._items)

    def __repr__(self) -> str:
        """Short, for it may be shown by mistake."""
        return f"{len(self)} listed"
