"""What of a block is its message, and the segments of a deck."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise, starmap
from typing import TYPE_CHECKING

from l10n.deck.attributes import attributes_in_prose
from l10n.deck.author import UNPRINTABLE, Author, Note, notes
from l10n.deck.data.cutting import first_slide
from l10n.deck.items import Attribute, Block, Item, Untold
from l10n.deck.model import Kind, Segment, Span
from l10n.deck.placing import block_segment, span_of, value_segment
from l10n.deck.view import View
from l10n.dialects import Cut, Renderer, free_values
from l10n.markdown import has_prose, in_full, without_code
from l10n.regex import regex

if TYPE_CHECKING:
    from l10n.deck.data.reading import ReadData

_LEAD_COMMENT = regex(r"<!--[\s\S]*?-->\s*+")


_IMAGE = regex(
    r"!\[(?!:)((?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*(?: +\"[^\"]*\")?\)|\[[^\[\]]*\])(?:\{[^{}\n]*\})*"
)
"""With attributes of Pandoc behind it."""


def read_segments(
    found: Iterable[Item],
    seen: View,
    wrappers: Mapping[int, int],
    references: Mapping[str, str],
    author: Author,
    *,
    renderer: Renderer,
) -> Iterator[Segment | Span]:
    """The segments of what was found in a text, in order, and the text that is in none.

    The author is heard between them.
    """
    for item in found:
        if isinstance(item, Note):
            author.hear(item)
            continue
        whole = item.start, item.end
        if isinstance(item, Block) and item.kind is not Kind.HTML:
            _hear(author, item, seen.text, wrappers, renderer)
        if not (author.skipping or author.skip_next):
            yield from _told(item, whole, seen, references, author, renderer=renderer)
            if _HAS_ATTRIBUTES.search(seen.text, *whole):
                yield from _attributes(item, whole, seen, author, renderer.attributes)
        if not item.goes_on:
            author.forget()


def _hear(author: Author, block: Block, text: str, wrappers: Mapping[int, int], renderer: Renderer) -> None:
    """What the author says around the text of a block, and within it."""
    for note in _trim(block, text, wrappers, renderer.commands):
        author.hear(note)
    if text.find("<!--", block.start, block.end) >= 0:
        for note in _notes_within(block, text):
            author.hear_within(note)


_HAS_ATTRIBUTES = regex(r"[<{]|\]\(")
"""Most blocks have neither tags, nor shortcodes, nor images."""


def _told(
    item: Block | Untold | Attribute,
    whole: tuple[int, int],
    seen: View,
    references: Mapping[str, str],
    author: Author,
    *,
    renderer: Renderer,
) -> Iterator[Segment | Span]:
    """The segment of a block, or where text is that can be in none; nothing where there is no prose."""
    if isinstance(item, Attribute):
        yield value_segment(item, seen, author)
        return
    if isinstance(item, Untold):
        yield from starmap(Span, seen.ranges(*whole))
        return
    msgid = _message(item, seen.text, references, renderer)
    if not has_prose(renderer.spoken(msgid)):
        return
    if msgid.isprintable() or not UNPRINTABLE.search(msgid):
        yield block_segment(item, whole, msgid, seen, author, renderer=renderer)
    else:
        yield from starmap(Span, seen.ranges(*whole))


def _notes_within(block: Block, text: str) -> Iterator[Note]:
    """The comments to this toolkit in the middle of a block; those in code are none."""
    yield from notes(without_code(text[block.start : block.end]), block.start)


def _attributes(
    item: Item, whole: tuple[int, int], seen: View, author: Author, names: Set[str]
) -> Iterator[Segment | Span]:
    """What people read besides of a block of prose: attributes, and the title of an image."""
    if not isinstance(item, Block) or item.kind is Kind.HTML:
        return
    start, end = whole
    for low, high, quoting in attributes_in_prose(seen.text[start:end], names):
        yield value_segment(Attribute(start + low, start + high, quoting, item.slice), seen, author)
    if item.kind is Kind.IMAGE and (title := _TITLE.match(seen.text, item.end, end)):
        yield span_of(*title.span(1), seen)


_TITLE = regex(r"\]\([^()\s]* +\"([^\"]*[^\W\d_][^\"]*)\"\)")
_WORD = regex(r"\S+")
_WRAPPED = regex(r"[\s<.!]")


def _trim(
    block: Block, text: str, wrappers: Mapping[int, int], commands: re.Pattern[str] | None
) -> list[Note]:
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
        elif text.startswith("<", start) and (below := _below_breaks(block, text, start)) > start:
            start = below
        elif start < end and wrappers.get(start) == end:
            start, end, block.one_line = text.index("[", start) + 1, end - 1, True
        elif image := _IMAGE.fullmatch(text, start, end):
            start, end = _without_commands(text, *image.span(1), commands)
            block.kind, block.one_line = Kind.IMAGE, True
            break
        else:
            break
    block.start, block.end = start, end
    block.lines = [(max(a, start), min(b, end)) for a, b in block.lines if a < end and b > start]
    return heard


def _without_commands(text: str, start: int, end: int, commands: re.Pattern[str] | None) -> tuple[int, int]:
    """The description of an image without words at its ends that are said to the engine."""
    if commands is None:
        return start, end
    words = deque(match.span() for match in _WORD.finditer(text, start, end))
    while words and commands.fullmatch(text, *words[0]):
        words.popleft()
    while words and commands.fullmatch(text, *words[-1]):
        words.pop()
    return (words[0][0], words[-1][1]) if words else (end, end)


def _below_breaks(block: Block, text: str, start: int) -> int:
    """Where a block goes on that begins with lines of nothing but ``<br>``, which make room above it."""
    for (begin, end), (below, _) in pairwise(block.lines):
        if begin >= start and not _BREAKS.fullmatch(text, begin, end):
            break
        start = max(start, below)
    return start


_BREAKS = regex(r"(?:</?br\s*/?>\s*)+", re.IGNORECASE)


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


def data_segments(found: Iterable[ReadData], cut: Cut, seen: View) -> Iterator[Segment]:
    """The segments of YAML and TOML, in order; those of a page around a deck go with its first slide."""
    for data in found:
        slide = 0 if data.is_page else first_slide(cut.slides, data)
        for field in data.fields:
            if has_prose(field.msgid) and not UNPRINTABLE.search(field.msgid):
                span = span_of(field.start, field.end, seen)
                yield Segment(span, span, field.kind, field.msgid, slide, quoting=field.quoting)


def apart(segments: Iterable[Segment]) -> tuple[tuple[Segment, ...], list[Span]]:
    """The segments in the order of the text, and where those stand that lie in another's text.

    A comment within a paragraph is such a one: the message has it, and it stays as it is.
    """
    kept: list[Segment] = []
    within: list[Span] = []
    for one in sorted(segments, key=lambda segment: (segment.span.start, -segment.span.end)):
        if kept and one.span.start < kept[-1].span.end:
            within.append(one.span)
        else:
            kept.append(one)
    return tuple(kept), within


def out_of_reach(spans: Iterable[Span], segments: Sequence[Segment], text: str) -> Iterator[Span]:
    """Those of which no translation changes the text: it may say attributes in a message in other words."""
    starts = [one.span.start for one in segments]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        begin, end = segments[at].span if at >= 0 else (0, 0)
        tag = text.rfind("<", begin, span.start) if span.end <= end else -1
        in_tag = tag >= 0 and text[tag + 1 : tag + 2].isalpha()
        if not in_tag or span not in free_values(text, tag, text.find(">", span.end, end) + 1):
            yield span


def _message(block: Block, text: str, references: Mapping[str, str], renderer: Renderer) -> str:
    """What translators see of a block, on one line but for hard breaks."""
    lines = [text[start:end] for start, end in block.lines] or [""]
    if block.kind is Kind.HTML:
        return " ".join(line.strip() for line in lines)
    if renderer.goes_on_over_lines and len(lines) > 1 and any("](" in line for line in lines):
        lines = _TARGET_OVER_LINES.sub(r"\1\2", "\n".join(lines)).split("\n")
    msgid = lines[0] if len(lines) == 1 else _joined(lines, breaks=renderer.breaks)
    return _with_labels(msgid, references, renderer) if references and "[" in msgid else msgid


def _with_labels(msgid: str, references: Mapping[str, str], renderer: Renderer) -> str:
    """With references in full, unless that makes other links: to some ``[a] [b](c)`` is one."""
    full = in_full(msgid, references)
    if full == msgid:
        return msgid
    pairs = ((one.targets(msgid, references), one.targets(full, references)) for one in renderer.inline)
    return full if all(sorted(had) == sorted(has) for had, has in pairs) else msgid


_TARGET_OVER_LINES = regex(r"(\]\([^()\s]*)\n([^()\s]+\))")
"""Browsers leave a line end in a target out; a blank would stay."""


_WHITE = (
    " \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""To JavaScript, too: to Python so are some control characters, which may be part of a URL."""


def _joined(lines: list[str], *, breaks: bool) -> str:
    """The lines as one: soft breaks become spaces, unless line ends show; hard breaks stay."""
    parts: list[str] = []
    for line in lines[:-1]:
        bare = line.rstrip(_WHITE)
        if line.endswith("  "):
            parts.append(bare + "  \n")
        elif breaks or (len(bare) - len(bare.rstrip("\\"))) % 2:
            parts.append(bare + "\n")
        else:
            parts.append(bare + " ")
    return "".join(parts) + lines[-1]
