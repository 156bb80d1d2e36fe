"""The texts of a drawing in SVG, and where they stand."""

from __future__ import annotations

from typing import NamedTuple

from l10n.deck.data.field import Field
from l10n.deck.data.markup import XML_MARKUP, collapsed, markup_message
from l10n.deck.data.page_runs import keeps, trimmed
from l10n.deck.model import Kind, Span
from l10n.deck.quoting import HTML_TEXTS, Quoting
from l10n.dialects import HtmlTag, xml_tags
from l10n.markdown import unescaped
from l10n.regex import regex

_SHOWN = frozenset({"text", "title", "desc"})
_PLACED = frozenset({"x", "y", "dx", "dy"})
_LABELS = frozenset({"aria-label", "aria-description"})
_OTHER_NAME = regex(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
"""Of a character, or of what the drawing itself declares."""


class SvgTexts(NamedTuple):
    """What people read of a drawing, and what a translation must not change of it."""

    fields: tuple[Field, ...]
    untold: tuple[Span, ...]
    kept: str


class _Element(NamedTuple):
    inline: bool
    shown: bool
    """Whether its text is for translators."""


def svg_texts(svg: str) -> SvgTexts:
    """The texts that a message can hold, where others stand, and all but the texts."""
    found = _Drawing(svg)
    for tag in xml_tags(svg):
        found.take(tag)
    found.end_run(len(svg))
    return SvgTexts(tuple(sorted(found.fields)), tuple(found.untold), "\0".join(found.kept))


class _Drawing:
    """A drawing of which the tags go by."""

    def __init__(self, svg: str) -> None:
        self.svg = svg
        self.fields: list[Field] = []
        self.untold: list[Span] = []
        self.kept: list[str] = []
        self._start = 0
        self._inner: list[HtmlTag] = []
        self._open: list[_Element] = []

    def take(self, tag: HtmlTag) -> None:
        """A tag, and the text before it."""
        inline = self._is_inline(tag)
        if inline:
            self._inner.append(tag)
        else:
            self.end_run(tag.start)
            self.kept.append(self._without_labels(tag))
            self._start, self._inner = tag.end, []
        self._nest(tag, inline=inline)

    def end_run(self, end: int) -> None:
        """The text up to there, which is kept where it is none for translators."""
        if not self._is_shown:
            self.kept.append(self.svg[self._start : end])
            return
        self.kept += sorted(self.svg[tag.start : tag.end] for tag in self._inner)
        if run := trimmed(self.svg, self._start, end, self._inner):
            self._tell(run.start, run.end, with_tags=bool(run.tags))

    @property
    def _is_shown(self) -> bool:
        return bool(self._open) and self._open[-1].shown

    def _is_inline(self, tag: HtmlTag) -> bool:
        """Whether it goes on with the text, and does not begin another elsewhere."""
        if tag.closes:
            return bool(self._open) and self._open[-1].inline
        if tag.name not in ("tspan", "a") or not self._is_shown:
            return False
        return not _PLACED.intersection(one.name for one in tag.attributes)

    def _nest(self, tag: HtmlTag, *, inline: bool) -> None:
        if tag.closes:
            if self._open:
                self._open.pop()
        elif tag.name and not self.svg.startswith("/>", tag.end - 2):
            shown = self._is_shown or tag.name in _SHOWN
            self._open.append(_Element(inline, shown and (inline or not keeps(tag, self.svg))))

    def _tell(self, start: int, end: int, *, with_tags: bool) -> None:
        raw = self.svg[start:end]
        message = markup_message(raw, XML_MARKUP) if with_tags else collapsed(unescaped(raw))
        if message is None or _OTHER_NAME.search(raw):
            self.untold.append(Span(start, end))
        else:
            quoting = XML_MARKUP if with_tags else HTML_TEXTS[""]
            self.fields.append(_field(start, end, quoting, message))

    def _without_labels(self, tag: HtmlTag) -> str:
        """The tag without what it says to those who do not see the drawing: that is a message."""
        pieces: list[str] = []
        at = tag.start
        for one in tag.attributes:
            value = one.value(self.svg)
            if (
                one.name in _LABELS
                and value
                and self.svg[one.start] in HTML_TEXTS
                and not _OTHER_NAME.search(value)
            ):
                quoting = HTML_TEXTS[self.svg[one.start]]
                self.fields.append(_field(one.start, one.end, quoting, collapsed(unescaped(value))))
                pieces.append(self.svg[at : one.start])
                at = one.end
        return "".join([*pieces, self.svg[at : tag.end]])


def _field(start: int, end: int, quoting: Quoting, msgid: str) -> Field:
    return Field(start, end, ("drawing", "text"), quoting, msgid, Kind.DRAWING)
