"""Translations that nobody wrote: they show which slides will not hold, and what no message reaches."""

from __future__ import annotations

import math
import re

from l10n.build.active import ACTIVE
from l10n.dialects import Renderer
from l10n.markdown import GONE, in_place, spans
from l10n.regex import regex

_LONGER = {
    "a": "àà", "e": "éé", "i": "îî", "o": "öö", "u": "ûû", "y": "ýý", "c": "ç", "n": "ñ", "s": "š", "z": "ž",
    "A": "ÀÀ", "E": "ÉÉ", "I": "ÎÎ", "O": "ÖÖ", "U": "ÛÛ", "Y": "ÝÝ", "C": "Ç", "N": "Ñ", "S": "Š", "Z": "Ž",
}  # fmt: skip
_GROWTH = 35
"""How much longer the prose becomes, in per cent: some languages need that much more than English."""
_NAME = regex(r"(?<!\S)\S+://\S*|(?<![\w-])[\w-]+(?:[.@/:]+[\w-]+)+(?:/\S*)?")
"""A file, a domain, a path: it may be a link, and is no prose."""

_CODE = regex(r"<(code|samp|tt)\b[^<>]*>(?:(?!</?\1\b)[\s\S])*</\1>", re.IGNORECASE)
"""In pages it stays as it is."""
_NAMED_TAG = regex(r"&lt;/?[a-zA-Z](?:(?!&[lg]t;)[^<>])*&gt;")
"""A tag, where entities are characters before the engine sees the text."""
_SLIP = regex(r"<[a-zA-Z][\w-]*\s+(?=<[a-zA-Z])")
"""The start of a tag in which another begins: some engines take both for one."""


def pseudo_translation(text: str, renderer: Renderer) -> str:
    """``text`` with accents, a third longer and in ``‹›``; what is not prose stays as it stands."""
    prose = _prose(text, renderer)
    letters = [at for at, char in enumerate(prose) if char.isalpha()]
    if not letters:
        return text
    first, last = letters[0], letters[-1] + 1
    parts = [_LONGER.get(char, char) if char.isalpha() else text[at] for at, char in enumerate(prose)]
    grown = sum(map(len, parts)) - len(text)
    more = "·" * max(0, math.ceil(_GROWTH * len(letters) / 100) - grown)
    return "".join([*parts[:first], "‹", *parts[first:last], more, "›", *parts[last:]])


def _prose(text: str, renderer: Renderer) -> str:
    """``text`` with all that an engine reads as something else than words blanked in its place."""
    bare = text
    tag = _NAMED_TAG if renderer.entities_first else None
    for pattern in (ACTIVE, _CODE, _SLIP, tag, renderer.formulas, renderer.macros, renderer.commands, _NAME):
        bare = pattern.sub(_gone, bare) if pattern else bare
    prose = in_place(text, spans(text))
    return "".join(GONE if hidden == GONE else char for char, hidden in zip(prose, bare, strict=True))


def _gone(match: re.Match[str]) -> str:
    return GONE * len(match.group())
