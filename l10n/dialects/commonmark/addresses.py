"""Bare addresses that a renderer makes links of, of which a translation must have the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from l10n.dialects.fault import Fault, Kept, place
from l10n.language import excerpt
from l10n.markdown import without_code
from l10n.regex import regex

TARGETS = r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)?|\]\[[^\[\]]*\]|<[^<>]*>"
"""What of links and tags is no text; an expression."""

_ESCAPED = regex(r"(?<![^\s(*_\"'])\\\w")
"""The first letter of what is no address for it, with its backslash."""


class Addresses(NamedTuple):
    """What a renderer takes for an address in text."""

    pattern: re.Pattern[str]
    trimmed: str
    """What is no part of an address at its end."""
    no_text: re.Pattern[str] = regex(TARGETS)
    """Where it looks for none."""

    def changed(self, before: str, after: str, text: str) -> Iterator[Fault]:
        """That there would be other links of that sort."""
        had, has = Counter(self._in(before)), Counter(self._in(after))
        if new := next(iter(has - had), None):
            yield Fault(Kept.LINK, f"{excerpt(new)} would be a link", place(text, new))
        elif lost := next(iter(had - has), None):
            yield Fault(Kept.LINK, f"{excerpt(lost)} would be no link any more")

    def _in(self, text: str) -> Iterator[str]:
        bare = self.no_text.sub(" ", _ESCAPED.sub(" ", without_code(text)))
        return (match.group().rstrip(self.trimmed) for match in self.pattern.finditer(bare))
