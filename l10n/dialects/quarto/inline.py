"""What a translation keeps within a text of Pandoc, and what it must not add."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from l10n.dialects.commonmark.letters import ITEM
from l10n.dialects.fault import Fault, Kept, differences, place
from l10n.dialects.renderer import Renderer
from l10n.markdown import partners, without_code

SHORTCODE = r"\{{2,3}[<%](?:[^<>{}\n]|[<>](?!\}\}))*[>%]\}{2,3}"
ATTRIBUTES = rf"\{{[ \t]*(?:[#.=]|-\}}|[\w:-]+[ \t]*=)(?:[^{{}}\n]|{SHORTCODE})*\}}|\{{-\}}"
RUN = r"(?<!`)`(?:r[ \#]|\{\w+\}[ ]*)[^`]+`"
"""Code within a line that knitr or Quarto runs."""
_FORMULA = r"\$\$[^$]+\$\$|(?<![\\$])\$(?![\s$])(?:[^$\\\n]|\\.)+(?<!\s)\$(?!\d)"
_REFERENCE = r"(?<![\w\\])-?@(?:\{[^{}\s]+\}|\w(?:[\w:.#$%&+?~/-]*\w)?)"
_FOOTNOTE = r"\[\^(?:[^\[\]\s]*\]:?|(?=\s))|\^\[(?!\^)"
_TEX = r"\\[a-zA-Z]+(?:\[[^\[\]\n]*\]|\{[^{}\n]*\})*"
_MACROS = rf"{RUN}|{SHORTCODE}|{ATTRIBUTES}|{_FORMULA}|{_FOOTNOTE}|{_REFERENCE}|{_TEX}"
_OWN_LINE = re.compile(
    r"\s*(:::|\$\$|[|:]|[~%](?=\s|$)|#\.|\(@|\+-|Table:|=+(?=\s*\Z)|\[[ xX]\](?=\s|$)|\[[^\[\]\n]+\]:(?=\s|$)"
    rf"|(?={ITEM.pattern})\S+|\(?(?:\w|[ivxIVX]+|#|@[\w-]*)[.)](?=\s*\Z))"
)
_HIDES_END = re.compile(r"(?<!\\)\\(?:\\\\)*\s*\Z")
_BRACKET = re.compile(r"[\[\]]")
_ESCAPED = re.compile(r"\\.")


def new_start(before: str, after: str) -> Iterator[Fault]:
    """That ``after`` begins as what stands on lines of its own, and ``before`` does not."""
    start, had = _OWN_LINE.match(after), _OWN_LINE.match(before)
    if start and (had is None or had[1] != start[1]):
        yield Fault(Kept.BLOCK, f"{start[1]} would begin a block of its own", (0, 1))


def goes_on(before: str, after: str, text: str) -> Iterator[Fault]:
    """What would be read with text of other blocks, or be no text at all."""
    if _HIDES_END.search(after) and not _HIDES_END.search(before):
        end = len(text.rstrip())
        yield Fault(Kept.BLOCK, "its last backslash would hide the end of the line", (end - 1, end))
    had, has = (without_code(one).count("<!--") for one in (before, after))
    if has > had:
        yield Fault(Kept.TAG, "its <!-- would begin a comment", place(text, "<!--"))
    if after.count("$$") != before.count("$$"):
        yield Fault(Kept.MACRO, "the number of $$ must stay", place(text, "$$"))
    if after.split() == [".", ".", "."]:
        yield Fault(Kept.BLOCK, "it would be a pause")
    yield from _moved_attributes(before, after, text)
    yield from _lone_brackets(before, after, text)


def _moved_attributes(before: str, after: str, text: str) -> Iterator[Fault]:
    """Attribute lists that stand behind something else: a span is none without its brackets."""
    had, has = (_HELD.findall(without_code(one, "`")) for one in (before, after))
    if Counter(one for _, one in had) == Counter(one for _, one in has):
        yield from differences(Kept.MACRO, "attribute list", map("".join, had), map("".join, has), text)


_HELD = re.compile(rf"([\])`]?)({ATTRIBUTES})")


def _lone_brackets(before: str, after: str, text: str) -> Iterator[Fault]:
    """Brackets without a partner: Pandoc looks for that in other blocks."""
    for sign in _lone(after) - _lone(before):
        yield Fault(Kept.BRACKET, f"the bracket {sign} has no partner", place(text, sign))


def _lone(text: str) -> Counter[str]:
    signs = _BRACKET.findall(_ESCAPED.sub("", without_code(text)))
    pairs = partners(1 if sign == "[" else -1 for sign in signs)
    return Counter(sign for sign, partner in zip(signs, pairs, strict=True) if partner is None)


RENDERER = Renderer(
    macros=re.compile(_MACROS),
    signs=re.compile(r"[$@^{\\\[\]]|<!--|\A[ .]*\Z"),
    spoken=partial(re.compile(_MACROS).sub, " "),
    formulas=re.compile(_FORMULA),
    new_start=new_start,
    within=goes_on,
    unsafe_start=re.compile(r"\{|\$\$|:|~|@|\\|\(?(?:[a-zA-Z]|[ivx]+|[IVX]+|\d+)[.)]\Z"),
)


def without_attributes(title: str) -> str:
    """A title without the attribute lists that it ends with: ``{.smaller background="#fff"}``."""
    if not title.rstrip().endswith("}"):
        return title
    match = _TRAILING.search(title)
    return title[: match.start()] if match else title


_TRAILING = re.compile(rf"(?<![ \t])[ \t]*(?:{ATTRIBUTES}[ \t]*)+\Z")
