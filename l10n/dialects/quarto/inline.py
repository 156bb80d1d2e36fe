"""What a translation keeps within a text of Pandoc, and what it must not add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from l10n.dialects.commonmark import harm
from l10n.dialects.commonmark.letters import ITEM
from l10n.dialects.fault import Fault, Kept, differences, place
from l10n.dialects.readable import ATTRIBUTES as READ
from l10n.dialects.renderer import Renderer
from l10n.markdown import without_code
from l10n.regex import regex

SHORTCODE = r"\{{2,3}[<%](?:[^<>{}\n]|[<>](?!\}\}))*[>%]\}{2,3}"
ATTRIBUTES = rf"\{{[ \t]*(?:[#.=]|-\}}|[\w:-]+[ \t]*=)(?:[^{{}}\n]|{SHORTCODE})*\}}|\{{-\}}"
RUN = r"(?<!`)`(?:r[ \#]|\{\w+\}[ ]*)[^`]+`"
"""Code within a line that knitr or Quarto runs."""
_FORMULA = r"\$\$[^$]+\$\$|(?<![\\$])\$(?![\s$])(?:[^$\\\n]|\\.)+(?<!\s)\$(?!\d)"
_REFERENCE = r"(?:(?<![\w\\])|(?<!\\)(?:\\\\)+)-?@(?:\{[^{}\s]+\}|\w(?:[\w:.#$%&+?~/-]*\w)?)"
_FOOTNOTE = r"\[\^(?:[^\[\]\s]*\]:?|(?=\s))|\^\[(?!\^)"
_TEX = r"\\[^\W\d_]+(?:\[[^\[\]\n]*\]|\{[^{}\n]*\})*"
_TARGET = r"(?<=\])\([^()<\"'\s][^()\s]*+(?:\s++(?![\"'])[^()\s]++)+(?:\s++(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*+\)"
"""One with blanks in it, for which CommonMark has no link: ``![](my files/x.png)``."""
_MACROS = rf"{RUN}|{SHORTCODE}|{_TARGET}|{ATTRIBUTES}|{_FORMULA}|{_FOOTNOTE}|{_REFERENCE}|{_TEX}"
_OWN_LINE = regex(
    r"\s*(:::|\$\$|[|:]|[~%](?=\s|$)|#\.|\(@|\+-|[Tt]able:|=+(?=\s*\Z)"
    r"|\[[ xX]\](?=\s|$)|\[[^\[\]\n]+\]:(?=\s|$)"
    rf"|(?={ITEM.pattern})\S+|\(?(?:\w|[ivxIVX]+|#|@[\w-]*)[.)](?=[ \t]*(?:\n|\s*\Z)))"
)


CAPTION = regex(r"[Tt]able:[ \t]*")
"""How the caption of a table begins, in whatever language."""


def starts(before: str, after: str) -> Iterator[Fault]:
    """What would begin as a block of another kind, or as none."""
    yield from harm.new_start(_OWN_LINE, before, after)
    if (begins := CAPTION.match(before)) and not CAPTION.match(after):
        yield Fault(Kept.BLOCK, f"{begins.group().strip()} is missing, with which a caption begins")


def behind_tag(before: str, after: str) -> Iterator[Fault]:
    """What would begin a block behind a tag such as ``<li>``, where Pandoc reads Markdown."""
    yield from harm.new_start(_MARK, before, after)


_MARK = regex(r"\s*(>|[-+*](?=\s|\Z)|\d+[.)](?=\s|\Z))")


def goes_on(before: str, after: str, text: str) -> Iterator[Fault]:
    """What would be read with text of other blocks, or be no text at all."""
    yield from harm.goes_on(before, after, text)
    if after.count("$$") != before.count("$$"):
        yield Fault(Kept.MACRO, "the number of $$ must stay", place(text, "$$"))
    if after.split() == [".", ".", "."]:
        yield Fault(Kept.BLOCK, "it would be a pause")
    yield from _moved_attributes(before, after, text)
    yield from _shortcodes_in_links(before, after, text)
    yield from _open_emphasis(before, after, text)
    yield from harm.lone_brackets(before, after, text)


def _moved_attributes(before: str, after: str, text: str) -> Iterator[Fault]:
    """Attribute lists that stand behind something else: a span is none without its brackets."""
    had, has = (_HELD.findall(without_code(one, "`")) for one in (before, after))
    if Counter(one for _, one in had) == Counter(one for _, one in has):
        yield from differences(Kept.MACRO, "attribute list", map("".join, had), map("".join, has), text)


_HELD = regex(rf"([\])`]?)({ATTRIBUTES})")


def _shortcodes_in_links(before: str, after: str, text: str) -> Iterator[Fault]:
    """Links that are none to CommonMark, for a shortcode in their target has blanks."""
    had, has = (_TO_SHORTCODE.findall(one) for one in (before, after))
    yield from differences(Kept.LINK, "link", had, has, text)


_TO_SHORTCODE = regex(rf"\]\(([^()\s]*(?:{SHORTCODE}[^()\s]*)+)\)")


def _open_emphasis(before: str, after: str, text: str) -> Iterator[Fault]:
    """Signs that emphasis begins with and none ends: attributes behind a title are text then to Pandoc."""
    had, has = (Counter(_SIGN.findall(_NO_SIGN.sub(" ", without_code(one)))) for one in (before, after))
    for sign in has:
        if has[sign] % 2 > had[sign] % 2:
            yield Fault(Kept.TEXT, f"its {sign} has no partner", place(text, sign))


_SIGN = regex(r"\*\*?|(?<!\w)__?|__?(?!\w)")
_NO_SIGN = regex(r"\\.|(?<!\S)(?:\*\*?|__?)(?!\S)")
"""Escaped signs, and those that stand alone."""


RENDERER = Renderer(
    macros=regex(_MACROS),
    signs=regex(r"[$@^{*_\\\[\]]|<!--|\A[ .]*\Z"),
    spoken=partial(regex(_MACROS).sub, " "),
    formulas=regex(_FORMULA),
    longest_row=72,
    new_start=starts,
    behind_tag=behind_tag,
    within=goes_on,
    attributes=READ | {f"{what}-{name}" for what in ("fig", "tbl", "lst") for name in ("cap", "scap", "alt")},
    unsafe_start=regex(r"\{|\$\$|:|~|@|\\|\(?(?:[a-zA-Z]|[ivx]+|[IVX]+|\d+)[.)]\Z"),
)
TRAILING_LISTS = regex(rf"(?<![ \t])[ \t]*(?:{ATTRIBUTES}[ \t]*)+\Z")
"""The attribute lists that a title ends with: ``{.smaller background="#fff"}``."""
