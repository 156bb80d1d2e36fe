"""What a translation keeps within a text of Slidev, and what it must not begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.dialects.commonmark.harm import begun
from l10n.dialects.commonmark.linkify import LINKIFY, SIGNS
from l10n.dialects.commonmark.mathematics import FORMULA
from l10n.dialects.fault import Fault, Kept, place
from l10n.dialects.renderer import Renderer
from l10n.dialects.slidev.attributes import COMPONENT, moved_attributes
from l10n.markdown import without_code
from l10n.regex import regex

_OWN_LINE = regex(r"\s*(\$\$|::|:(?=[\w$])|<<<|---|```|#(?=\w))")


def new_start(before: str, after: str) -> Iterator[Fault]:
    """That ``after`` begins as what stands on lines of its own, and ``before`` does not."""
    if sign := begun(_OWN_LINE, before, after):
        yield Fault(Kept.BLOCK, f"{sign} would begin something else to Slidev", (0, 1))


_EXPRESSION = r"\{\{(?:[^{}]|\}(?!\}))*\}\}"
_UNSPOKEN = regex(rf"{FORMULA}|{_EXPRESSION}|\[click(?::\d+)?\]", re.IGNORECASE)
_MACROS = (
    FORMULA,
    _EXPRESSION,
    r"\{[^{}\n]*\}|[{}]",
    r"\[click(?::\d+)?\]|(?<![\w%])%s\b|\[\^[^\[\]\s]+\]:?|\^\[|(?<![^\s])\[[ xX]\](?=\s)",
    COMPONENT,
)


def spoken(text: str) -> str:
    """A message without formulas, expressions, marks of clicks and bare addresses."""
    return LINKIFY.pattern.sub("", _UNSPOKEN.sub("", text))


def read_otherwise(before: str, after: str, text: str) -> Iterator[Fault]:
    """That attributes would be said of something else, or that bare addresses would be other links."""
    yield from moved_attributes(before, after, text)
    yield from LINKIFY.changed(before, after, text)
    if after.count("![") > before.count("!["):
        yield Fault(Kept.LINK, "Slidev would look for an image behind its ![", place(text, "!["))
    if _in_links(after) > _in_links(before):
        yield Fault(Kept.LINK, "Slidev cannot read brackets within the text of a link", place(text, "["))


def _in_links(text: str) -> int:
    """How many texts in brackets, which are spans of Comark, stand within others that lead somewhere."""
    count, held = 0, []
    for match in _BRACKET.finditer(_ESCAPED.sub("  ", without_code(text))):
        if match[0] == "[":
            held.append(0)
        elif held:
            inner, leads = held.pop(), match[1] is not None
            count += inner if leads else 0
            held[-1:] = [held[-1] + inner + (not leads)] if held else []
    return count


_BRACKET = regex(r"\[|\](?=([(\[]))?")
_ESCAPED = regex(r"\\[\[\]\\]")


RENDERER = Renderer(
    macros=regex("|".join(_MACROS), re.IGNORECASE),
    signs=regex(rf"[${{}}]|\[[^\[\]]*\[|\[click|%s|\^\[|\[[ xX]\]|:[\w$-]|{SIGNS}|!\[", re.IGNORECASE),
    spoken=spoken,
    new_start=new_start,
    within=read_otherwise,
    unsafe_start=regex(r"---|\$\$|::|:\w|<<<|```|#\w"),
    runs_tex=False,
    titles_say_anchors=False,
)
