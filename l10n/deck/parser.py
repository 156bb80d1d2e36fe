"""From a text and a dialect to a ``Deck``: one parse, one model.

The dialect cuts the text into Markdown documents, those are read block by block, and of every block that has
prose this makes a segment: what translators need not see is trimmed, lines are joined, authors are heard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from l10n.deck.blocks import Block, Document, Note, notes
from l10n.deck.model import Deck, Earlier, Kind, Outline, Segment, Slide, Slides, Span
from l10n.deck.view import View, view
from l10n.dialects.base import Dialect
from l10n.dialects.cut import Cut, SlideMarks
from l10n.markdown import inline

_LEAD_COMMENT = re.compile(r"<!--[\s\S]*?-->\s*+")
_IMAGE = re.compile(r"!\[(?!:)((?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*(?: +\"[^\"]*\")?\)|\[[^\[\]]*\])")
_UNPRINTABLE = re.compile(r"[\0-\x08\x0b-\x1f\x7f]")
"""Characters that a PO file cannot carry."""
_TITLE_LENGTH = 60


def parse(text: str, dialect: Dialect) -> Deck:
    """The deck in ``text``: its slides, and its segments in order."""
    seen, cut, documents = _cut(text, dialect)
    references = dict(cut.references)
    for document in documents:
        references |= document.references
    references = {inline.label(name): target for name, target in references.items()}
    found = sorted((item for document in documents for item in document.read()), key=_start)
    author = _Author()
    segments = tuple(_segments(found, seen, cut.wrappers, references, author))
    titles = _titles(found, segments, seen.text)
    slips = tuple((seen.origin(start), message) for start, message in author.all_slips())
    slides = _slides(cut, documents, titles, seen)
    return Deck(text, Slides(slides, partial(_earlier, seen, dialect)), segments, references, slips)


def skim(text: str, dialect: Dialect) -> Slides:
    """The slides of the deck in ``text``, without titles: what tells whether a built deck is sound."""
    seen, cut, documents = _cut(text, dialect)
    return Slides(_slides(cut, documents, {}, seen), partial(_earlier, seen, dialect))


def _cut(text: str, dialect: Dialect) -> tuple[View, Cut, list[Document]]:
    seen = view(text, dedent=dialect.dedent)
    cut = dialect.cut(seen.text)
    return seen, cut, [Document(one, seen.text) for one in cut.slices]


def _start(item: Block | Note) -> int:
    return item.start


_VERBS = ("skip", "skip-start", "skip-end", "comment", "context")
_NEAR = 0.75


@dataclass(slots=True)
class _Author:
    """What comments of the deck's author say about the blocks that follow."""

    skipping: bool = False
    skip_next: bool = False
    context: str | None = None
    comments: tuple[str, ...] = ()
    began: int = 0
    """Where the skipped region does."""
    slips: list[tuple[int, str]] = field(default_factory=list)

    def hear(self, note: Note) -> None:
        words = " ".join(_UNPRINTABLE.sub(" ", note.argument).split())
        match note.verb:
            case "skip-start":
                self.skipping, self.began = True, note.start
            case "skip-end":
                if not self.skipping:
                    self.slips.append((note.start, "there is no skip-start before this skip-end"))
                self.skipping = False
            case "skip":
                self.skip_next = True
            case "context":
                self.context = words or None
            case "comment":
                self.comments += (words,)
            case verb:
                self._wonder(verb, note.start)

    def _wonder(self, verb: str, start: int) -> None:
        """Any comment may begin with our name, but few with what is nearly a word of ours."""
        from difflib import get_close_matches

        for near in get_close_matches(verb, _VERBS, n=1, cutoff=_NEAR):
            self.slips.append((start, f"`l10n {verb}` means nothing; did you mean `l10n {near}`?"))

    def all_slips(self) -> list[tuple[int, str]]:
        """Those in the whole text, once it has been heard."""
        message = "this skip-start has no skip-end, so translators see nothing of what follows"
        return [*self.slips, (self.began, message)] if self.skipping else self.slips

    def forget(self) -> None:
        """After a block only a skipped region goes on."""
        self.skip_next, self.context, self.comments = False, None, ()


def _segments(
    found: Iterable[Block | Note],
    seen: View,
    wrappers: Mapping[int, int],
    references: Mapping[str, str],
    author: _Author,
) -> Iterator[Segment]:
    for item in found:
        if isinstance(item, Note):
            author.hear(item)
            continue
        whole = item.start, item.end
        for note in _trim(item, seen.text, wrappers):
            author.hear(note)
        if item.lines and not (author.skipping or author.skip_next):
            segment = _segment(item, whole, seen, references, author)
            if segment:
                yield segment
        author.forget()


_WRAPPED = re.compile(r"[\s<.!]")


def _trim(block: Block, text: str, wrappers: Mapping[int, int]) -> list[Note]:
    """Take off what translators need not see; the comments found there."""
    heard: list[Note] = []
    start, end = block.start, block.end
    if not _WRAPPED.match(text, start) and text[end - 1] not in "> \t\u00a0":
        return heard
    while True:
        start, end = _stripped(text, start, end)
        if text.startswith("<!--", start) and (comment := _LEAD_COMMENT.match(text, start, end)):
            heard += notes(comment.group(), comment.start())
            start = comment.end()
        elif (trail := _trailing_comment(text, start, end)) is not None:
            heard += notes(text[trail:end], trail)
            end = trail
        elif start < end and wrappers.get(start) == end:
            start, end, block.one_line = text.index("[", start) + 1, end - 1, True
        elif image := _IMAGE.fullmatch(text, start, end):
            start, end = image.span(1)
            block.kind, block.one_line = Kind.IMAGE, True
            break
        else:
            break
    block.start, block.end = start, end
    block.lines = [(max(a, start), min(b, end)) for a, b in block.lines if a < end and b > start]
    return heard


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks at its ends; nothing is copied, for blocks are taken off piece by piece."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _trailing_comment(text: str, start: int, end: int) -> int | None:
    """Where the comment begins that a block ends with, if it does."""
    if not text.endswith("-->", start, end):
        return None
    at = text.rfind("<!--", start, end)
    return at if at >= 0 and text.find("-->", at + 4, end) == end - 3 else None


def _segment(
    block: Block, whole: tuple[int, int], seen: View, references: Mapping[str, str], author: _Author
) -> Segment | None:
    if len(block.lines) == 1:
        msgid = seen.text[block.start : block.end]
    else:
        msgid = _joined([seen.text[start:end] for start, end in block.lines])
    if not inline.has_prose(msgid) or (not msgid.isprintable() and _UNPRINTABLE.search(msgid)):
        return None
    if references and "[" in msgid:
        msgid = inline.in_full(msgid, references)
    span = Span(seen.origin(block.start), seen.origin(block.end))
    trimmed = whole != (block.start, block.end)
    part = block.slice
    return Segment(
        span,
        Span(seen.origin(whole[0]), seen.origin(whole[1])) if trimmed else span,
        block.kind,
        msgid,
        part.slide,
        part.in_notes,
        part.in_class,
        block.one_line,
        author.context,
        author.comments,
    )


def _joined(lines: list[str]) -> str:
    """The lines as one: soft breaks become spaces, hard breaks stay."""
    parts: list[str] = []
    for line in lines[:-1]:
        bare = line.rstrip()
        if line.endswith("  "):
            parts.append(bare + "  \n")
        elif (len(bare) - len(bare.rstrip("\\"))) % 2:
            parts.append(bare + "\n")
        else:
            parts.append(bare + " ")
    return "".join(parts) + lines[-1]


def _earlier(seen: View, dialect: Dialect) -> Earlier | None:
    cut = dialect.earlier(seen.text)
    if cut is None:
        return None
    outlines = (_outline(marks, [])._replace(macros=(), code=()) for marks in cut.slides)
    strays = (Span(seen.origin(start), seen.origin(end)) for start, end in cut.strays)
    return Earlier(cut.version, tuple(outlines), tuple(strays))


def _slides(cut: Cut, documents: list[Document], titles: Mapping[int, str], seen: View) -> list[Slide]:
    parts: dict[int, list[Document]] = {}
    for document in documents:
        parts.setdefault(document.slice.slide, []).append(document)
    slides: list[Slide] = []
    for index, marks in enumerate(cut.slides):
        title = slides[-1].title if marks.continued and slides else titles.get(index, "")
        span = Span(seen.origin(marks.start), seen.origin(marks.end))
        outline = partial(_outline, marks, parts.get(index, []))
        slides.append(Slide(span, marks.continued, title, outline))
    return slides


def _outline(marks: SlideMarks, documents: list[Document]) -> Outline:
    in_order = sorted(documents, key=lambda document: document.slice.start)
    return Outline(
        continued=marks.continued,
        properties=tuple(marks.properties),
        notes=marks.notes,
        classes=tuple(one for one in marks.classes if one[1]),
        spans=tuple(sorted(one for one in marks.classes if not one[1])),
        macros=tuple(sorted(marks.macros)),
        definitions=tuple(marks.definitions),
        code=tuple(marks.code),
        blocks=[(one.slice.in_notes, one.slice.in_class, one.outline) for one in in_order],
    )


def _titles(found: Iterable[Block | Note], segments: tuple[Segment, ...], text: str) -> dict[int, str]:
    """By slide: its first heading, be it a message or not, else its first words."""
    titles: dict[int, str] = {}
    for item in found:
        if isinstance(item, Block) and item.kind is Kind.HEADING and not item.slice.in_notes:
            titles.setdefault(item.slice.slide, _shortened(text[item.start : item.end]))
    for segment in segments:
        if segment.slide not in titles:
            titles[segment.slide] = _shortened(segment.msgid)
    return titles


def _shortened(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1].rstrip() + "…"
