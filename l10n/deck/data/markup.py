"""How a text of a page is written that has inline tags in it: as HTML, with the tags of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import NamedTuple

from l10n.deck.data.page_runs import VOID, keeps, partners
from l10n.deck.data.skeleton import INLINE, SIMPLE, sign
from l10n.deck.quoting import Unfit
from l10n.dialects import HtmlTag, html_tags, xml_tags
from l10n.language import excerpt
from l10n.markdown import unescaped
from l10n.regex import regex

_BLANKS = regex(r"[ \t\n\f\r]+")
_LINE_END = regex(r"[\n\f\r]")
_AMPERSAND = regex(r"&(?=(#?\w{1,40};?)?)", re.ASCII)


def collapsed(text: str) -> str:
    """``text`` with one blank wherever a page shows one."""
    return _BLANKS.sub(" ", text).strip(" ")


class _Piece(NamedTuple):
    """A text, or a tag, or a whole element of code."""

    raw: str
    sign: str = ""
    """What of a tag, or of code, must be the same in a translation; nothing of a text."""


class _Language(NamedTuple):
    """In what the tags are."""

    tags: Callable[[str], Iterator[HtmlTag]]
    is_inline: Callable[[HtmlTag], bool]
    sign: Callable[[str, HtmlTag], str]
    """What of a tag is the same in a translation."""
    escaped: Callable[[str], str]
    """A text as it is written there."""


class _Markup(NamedTuple):
    """The quoting of a message with tags."""

    language: _Language
    laid_out: bool = False
    reads_markdown: bool = False

    def write(self, text: str, line_end: str = "\n") -> str:  # noqa: ARG002
        """``text`` with its tags, and with the names of characters that it has; other signs are escaped."""
        pieces = _pieces(text, self.language) or [_Piece(text)]
        return "".join(one.raw if one.sign else self.language.escaped(one.raw) for one in pieces)

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        """Why ``text`` cannot stand there: its tags are not those of its source, or not in pairs."""
        had, has = _pieces(msgid, self.language) or [], _pieces(text, self.language)
        if has is None:
            return Unfit("it has a tag without its partner, or one that is not for a line of text", "<")
        for lost in (_signs(had) - _signs(has)).elements():
            return Unfit(f"{excerpt(lost)} is missing")
        for new in (_signs(has) - _signs(had)).elements():
            return Unfit(f"{excerpt(new)} is not in the source")
        for name in sorted(_nested(text) - _nested(msgid)):
            return Unfit(f"<{name}> stands within <{name}>", f"<{name}")
        return None


def markup_message(raw: str, quoting: _Markup) -> str | None:
    """The message of a stretch with tags; None if there can be none, for a tag has no partner in it.

    Names of characters are written out, but for those that the message would have other tags without.
    """
    pieces = _pieces(raw, quoting.language)
    if pieces is None:
        return None
    return "".join(one.raw if one.sign else _as_message(one.raw) for one in pieces).strip(" ")


def _pieces(html: str, language: _Language) -> list[_Piece] | None:
    """What it consists of; None if some of it is neither text nor such a tag."""
    tags = list(language.tags(html))
    pairs = partners(tags)
    if len(pairs) < len(tags):
        return None
    pieces: list[_Piece] = []
    at = 0
    for number, tag in enumerate(tags):
        if tag.start < at:
            continue  # it stands in code
        if not language.is_inline(tag) or any(map(_LINE_END.search, _values(tag, html))):
            return None
        pieces.append(_Piece(html[at : tag.start]))
        at = tag.end
        if keeps(tag, html) and not tag.closes:
            at = tags[pairs[number]].end
            code = _BLANKS.sub(" ", html[tag.start : at])
            pieces.append(_Piece(code, code))
        else:
            pieces.append(_Piece(_on_one_line(tag, html), language.sign(html, tag)))
    return [*pieces, _Piece(html[at:])]


def _values(tag: HtmlTag, html: str) -> Iterator[str]:
    return (one.value(html) for one in tag.attributes)


def _on_one_line(tag: HtmlTag, html: str) -> str:
    parts: list[str] = []
    at = tag.start
    for one in tag.attributes:
        parts += _BLANKS.sub(" ", html[at : one.start]), html[one.start : one.end]
        at = one.end
    return "".join([*parts, _BLANKS.sub(" ", html[at : tag.end])])


def _signs(pieces: Iterable[_Piece]) -> Counter[str]:
    return Counter(one.sign for one in pieces if one.sign and not SIMPLE.fullmatch(one.sign))


def _nested(html: str) -> set[str]:
    """The names of elements that stand in others of that name."""
    opened: Counter[str] = Counter()
    nested: set[str] = set()
    for tag in html_tags(html):
        if not VOID.fullmatch(tag.name):
            opened[tag.name] += -1 if tag.closes else 1
            nested |= {tag.name} if opened[tag.name] > 1 else set()
    return nested


def _as_message(raw: str) -> str:
    text = _BLANKS.sub(" ", unescaped(raw))
    return _AMPERSAND.sub(lambda match: "&amp;" if _is_name(match) else "&", text).replace("<", "&lt;")


def _escaped(text: str) -> str:
    text = _AMPERSAND.sub(lambda match: "&" if _is_name(match) else "&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _escaped_in_xml(text: str) -> str:
    """XML knows few names of characters, so there are none but for its own signs."""
    return escape(unescaped(text), quote=False)


def _is_name(match: re.Match[str]) -> bool:
    """Whether an ampersand begins the name of a character."""
    said = f"&{match[1] or ''}"
    return unescaped(said) != said


MARKUP = _Markup(_Language(html_tags, lambda tag: INLINE.fullmatch(tag.name) is not None, sign, _escaped))
XML_MARKUP = _Markup(
    _Language(
        xml_tags,
        lambda tag: tag.name in ("tspan", "a"),
        lambda xml, tag: _BLANKS.sub(" ", xml[tag.start : tag.end]),
        _escaped_in_xml,
    )
)
