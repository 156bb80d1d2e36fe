"""How a message stands in its deck, and a translation in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from l10n.build.footnotes import footnote_mark
from l10n.build.layout import lay_out, lay_out_in_cell
from l10n.deck import MARKDOWN, Deck, Kind, Quoting, Segment
from l10n.dialects import MARKED, Renderer
from l10n.markdown import COMMONMARK, pinned

_ANY = MARKED._replace(inline=(COMMONMARK, *MARKED.inline))
"""The strictest that there is: nobody knows what will read it."""


class Change(NamedTuple):
    """A translation where its message stands."""

    msgid: str
    msgstr: str
    before: str
    """The block of the deck with the message."""
    after: str
    """The same block with the translation, laid out as it would be."""
    replacement: str
    """What of the block is the translation."""
    begins_line: bool = True
    """Whether the engine would see the mark of a list or of a heading at its start."""
    marks: str | None = None
    """The footnote marks of its slide, which text must keep; where they are not known, any may be one."""
    written: str = ""
    """The translation where it is laid out; before it is quoted."""
    stand: Stand | None = None
    """None where only the catalog is known; then it is taken for a paragraph."""

    @property
    def renderer(self) -> Renderer:
        """What renders it; where only the catalog is known, the strictest that there is."""
        return self.stand.deck.renderer if self.stand else _ANY

    @property
    def is_in_html(self) -> bool:
        """Whether it stands between two tags of raw HTML."""
        return self.stand is not None and self.stand.segment.kind is Kind.HTML

    @property
    def quoting(self) -> Quoting:
        """How it is written."""
        return self.stand.segment.quoting if self.stand else MARKDOWN


_NO_BLOCK = ". "
"""Before a value that is read as inline text: what only begins a block is none of it."""


def alone(msgid: str, msgstr: str) -> Change:
    """A translation of which no deck is known."""
    return Change(msgid, msgstr, msgid, msgstr, msgstr, written=msgstr)


class Stand(NamedTuple):
    """How a message stands in its deck."""

    deck: Deck
    segment: Segment
    marks: str
    """The footnote marks of its slide."""
    line_end: str
    """How the deck's lines end."""

    def change(self, msgstr: str) -> Change:
        """A translation in that place."""
        segment, text = self.segment, self.deck.text
        written = self._written(msgstr)
        shown = self._without_anchor(written)
        lead = text[segment.block.start : segment.span.start]
        rest = text[segment.span.end : segment.block.end]
        if segment.in_class:
            lead, rest = f".class[{lead}", f"{rest}]"
        if not segment.quoting.laid_out:
            lead = _NO_BLOCK
        return Change(
            segment.msgid,
            msgstr,
            f"{lead}{segment.msgid}{rest}",
            f"{lead}{shown}{rest}",
            segment.quoting.write(written, self.line_end),
            self._begins_line(),
            self.marks,
            written,
            self,
        )

    def _written(self, msgstr: str) -> str:
        segment, text = self.segment, self.deck.text
        if not segment.quoting.laid_out:
            return msgstr.replace("\r\n", "\n")
        if segment.in_cell and not segment.one_line:
            return lay_out_in_cell(msgstr, segment.in_cell.width, self.deck.renderer)
        return lay_out(
            segment.span.of(text),
            msgstr,
            lead=text[text.rfind("\n", 0, segment.span.start) + 1 : segment.span.start],
            line_end=self.line_end,
            one_line=segment.one_line,
            # Where a line end follows, the class has one in any case.
            in_class=segment.in_class and not text.startswith(("\n", "\r"), segment.block.end),
            renderer=self.deck.renderer,
        )

    def _without_anchor(self, title: str) -> str:
        """A translated title may say its anchor, for that would be another; unless its source says one."""
        if self.segment.kind is not Kind.HEADING or not self.deck.renderer.titles_say_anchors:
            return title
        at = title.rfind("{")
        says = _only_anchor(title, at) and not pinned(self.deck.text, self.segment.span.end)[0]
        return title[:at].rstrip() if says else title

    def _begins_line(self) -> bool:
        """No line begins behind the mark of a heading, in a cell of bars, a description or a value."""
        segment = self.segment
        if segment.kind is Kind.HEADING:
            return self.deck.text[segment.block.start - 1] not in "# \t"
        if segment.in_cell and segment.kind is Kind.TABLE_CELL:
            return True
        return segment.quoting.laid_out and segment.kind not in (Kind.TABLE_CELL, Kind.IMAGE, Kind.TITLE)


def _only_anchor(title: str, at: int) -> bool:
    """Whether a title ends with an attribute list that says its anchor, and nothing else."""
    return at > 0 and len(pinned(title, at)[0].strip("{}:/* ").split()) == 1


def stands(deck: Deck) -> Iterator[Stand]:
    """How each segment of the deck stands, in order."""
    marks: dict[int, str] = {}
    for segment in deck.segments:
        if mark := footnote_mark(segment.msgid):
            marks[segment.slide] = f"{marks.get(segment.slide, '')} {mark}"
    line_end = "\r\n" if "\r\n" in deck.text else "\n"
    return (Stand(deck, one, marks.get(one.slide, ""), line_end) for one in deck.segments)
