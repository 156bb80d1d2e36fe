"""The prose of a message with all else blanked in its place, so that offsets stay those of the message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from l10n.markdown.constructs import InlineSpan, SpanKind
from l10n.regex import regex

GONE: Final = "\x00"
"""Stands for what shows nothing: a target, a label, a tag, a class name, a footnote mark."""
THING: Final = "\x01"
"""Stands for what shows as a word: code, a URL, a macro, an entity, an escaped sign, an emoji's name."""
_SHOWN = {SpanKind.CODE, SpanKind.URL, SpanKind.MACRO}
_SIGN = regex(r"&\S|:\w|\\")
_OTHER = regex(
    r"(?P<blank>&(?:nbsp|#160|#xa0|#8239|#x202f);)|&#?[a-zA-Z0-9]{2,31};|\\[!-/:-@\[-`{-~]"
    r"|(?<![\w:]):[A-Za-z][\w+-]{0,31}:(?![\w:])",
    re.ASCII | re.IGNORECASE,
)


def in_place(text: str, apart: Sequence[InlineSpan]) -> str:
    """``text``, what is not prose replaced by ``GONE`` and ``THING``, character for character.

    Numbers stay; a no-break space written as an entity becomes one (of the entity's length).
    """
    if apart:
        text = "".join(_pieces(text, apart))
    if ("&" in text or ":" in text or "\\" in text) and _SIGN.search(text):
        return _OTHER.sub(_blank, text)
    return text


def _pieces(text: str, apart: Sequence[InlineSpan]) -> Iterator[str]:
    at = 0
    for span in apart:
        if span.kind is SpanKind.NUMBER:
            continue
        yield text[at : span.start]
        yield (THING if span.kind in _SHOWN else GONE) * (span.end - span.start)
        at = span.end
    yield text[at:]


def _blank(match: re.Match[str]) -> str:
    return ("\u00a0" if match["blank"] else THING) * len(match.group())
