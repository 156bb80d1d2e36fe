"""Tags that only say in which direction a text runs: good style around code in right-to-left text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.markdown import without_code
from l10n.regex import regex

_SPAN = regex(r"<span\b[^<>]*>|</span\s*>", re.IGNORECASE)
_DIRECTION = regex(r"<span dir=(?:ltr|rtl|auto|\"(?:ltr|rtl|auto)\"|'(?:ltr|rtl|auto)') ?>")
_CODE = regex(r"<code>([^<>`&*_\[\]\\\n]+)</code>")


def unisolated(before: str, after: str) -> str:
    """``after`` without spans that only set a direction, and with HTML code that is new as Markdown's."""
    if "<code>" in after and "<code" not in before:
        after = _CODE.sub(r"`\1`", after)
    if "<span dir=" not in after or "<span dir=" in before:
        return after
    parts: list[str] = []
    at = 0
    for start, end in sorted(_isolating(without_code(after))):
        parts.append(after[at:start])
        at = end
    return "".join([*parts, after[at:]])


def _isolating(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of spans' tags, both, where the first only sets a direction."""
    opened: list[re.Match[str]] = []
    for tag in _SPAN.finditer(text):
        if not tag.group().startswith("</"):
            opened.append(tag)
        elif opened:
            first = opened.pop()
            if _DIRECTION.fullmatch(first.group()):
                yield from (first.span(), tag.span())
