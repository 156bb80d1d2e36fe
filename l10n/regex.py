"""Regular expressions that are compiled once they are needed.

A run needs a few of those in the files that it imports, and compiling all takes longer than most of its work.
"""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast

_HAS = ("match", "fullmatch", "search", "findall", "finditer", "sub", "subn", "split", "pattern", "groups")


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re`` makes of a pattern, once anything is asked of it; ``re.error`` only then, too."""
    return cast("re.Pattern[AnyStr]", Regex(pattern, flags))


class Regex(Generic[AnyStr]):
    """Has what a compiled expression has as its own, once it was asked for any of it."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        """Nothing is compiled yet."""
        self._made_of: tuple[AnyStr, int] = (pattern, flags)

    def __repr__(self) -> str:
        return f"regex{self._made_of}"

    def __getattr__(self, name: str) -> object:
        """What is asked for first; from then on all is there, and this is not called."""
        if name not in _HAS:
            raise AttributeError(name)
        compiled = re.compile(*self._made_of)
        for each in _HAS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)
