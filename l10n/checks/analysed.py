"""What several rules look at in the same way is looked at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Self, TypeVar, TypeVarTuple, cast

T = TypeVar("T")
Others = TypeVarTuple("Others")


class Analysed:
    """What several rules look at in the same way, and need to look at once only."""

    @cached_property
    def _analyses(self) -> dict[object, object]:
        return {}

    def once(self, analyse: Callable[[Self, *Others], T], *others: *Others) -> T:
        """What an analysis gives that several rules share; it is made once, and given the same ``others``."""
        known = self._analyses
        if analyse not in known:
            known[analyse] = analyse(self, *others)
        return cast(T, known[analyse])
