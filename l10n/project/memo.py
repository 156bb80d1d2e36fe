"""What came of the last questions, for who asks the same ones again and again, as ``serve`` does."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Memo:
    """The last answer about each of a few subjects, and to which question it was."""

    def __init__(self, most: int = 0) -> None:
        """``most`` is how many subjects are remembered: none, where each is asked about once."""
        self.most = most
        self._known: dict[Hashable, tuple[object, Any]] = {}

    def of(self, subject: Hashable, question: object, answer: Callable[[], Answer]) -> Answer:
        """What ``answer`` gave to the same question, or gives now."""
        known = self._known.pop(subject, None)
        if known is None or known[0] != question:
            known = question, answer()
        if self.most:
            self._known[subject] = known
            if len(self._known) > self.most:
                del self._known[next(iter(self._known))]
        found: Answer = known[1]
        return found
