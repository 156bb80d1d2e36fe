"""A number of messages, and of the words in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING, Any, TypeVar

from l10n.catalog.contexts import Key

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Count:
    """How many messages, and how many words they have."""

    messages: int = 0
    words: int = 0

    @classmethod
    def of(cls, keys: Iterable[Key]) -> Count:
        """Count the messages of those keys."""
        from l10n.markdown import words  # which a run with nothing to do does not wait for

        counts = [words(msgid) for _, msgid in keys]
        return cls(len(counts), sum(counts))

    def __add__(self, other: Count) -> Count:
        if other is NOTHING:  # as most of what a project counts
            return self
        return Count(self.messages + other.messages, self.words + other.words)

    def __sub__(self, other: Count) -> Count:
        return Count(self.messages - other.messages, self.words - other.words)


NOTHING = Count()
Counted = TypeVar("Counted", bound="DataclassInstance")


def summed(one: Counted, other: Counted) -> Counted:
    """The sum, field by field, of two values whose fields are all counts."""
    return type(one)(*map(add, _values(one), _values(other)))


def _values(of: Any) -> Iterator[Count]:
    return (getattr(of, name) for name in of.__match_args__)
