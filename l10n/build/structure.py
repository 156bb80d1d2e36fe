"""What the structure of a built deck has that its source has not, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from l10n.deck import Document, Earlier, Slides, have_same_blocks, shapes
from l10n.dialects import SlideMarks

_BLOCKS = {
    "heading_open": "a heading",
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "list_item_open": "a list item",
    "blockquote_open": "a quote",
    "paragraph_open": "a paragraph of its own",
    "fence": "a code block",
    "code_block": "a code block",
    "hr": "a rule",
    "table_open": "a table",
    "html_block": "an HTML block",
    "verbatim": "a line of its own",
    "term_open": "a definition",
    "definition_open": "a definition",
    "footnote_reference_open": "a footnote",
    "inline": "text of its own",
}


def difference(source: Slides, built: Slides) -> str | None:
    """What the structure of ``built`` has that ``source`` has not, in words; None if it is the same."""
    for one, other in zip(source, built, strict=False):
        reason = _changed(one.marks, other.marks) or _changed_blocks(one.documents, other.documents)
        if reason:
            return reason
    if len(source) != len(built):
        return _SLIDES
    return _earlier_difference(source.earlier, built.earlier)


def _earlier_difference(source: Earlier | None, built: Earlier | None) -> str | None:
    if source is None or built is None:
        return None
    reason = next(filter(None, map(_changed, source.slides, built.slides)), None)
    if reason is None and len(source.slides) != len(built.slides):
        reason = _SLIDES
    reason = reason or _changed_blocks(source.documents, built.documents)
    return f"{reason} in {source.version}" if reason else None


_SLIDES = "it would change the slides and steps"


def _changed(source: SlideMarks, built: SlideMarks) -> str | None:
    if source.continued != built.continued:
        return _SLIDES
    for (words, had), (_, has) in zip(source.facts, built.facts, strict=True):
        if had != has:
            return f"it would change {words}"
    return None


def _changed_blocks(source: Sequence[Document], built: Sequence[Document]) -> str | None:
    for one, other in zip_longest(source, built):
        if one is None or other is None or not _has_same_place(one, other):
            return "it would change the blocks of its slide"
        if not have_same_blocks(one, other):
            return _changed_block(one, other)
    return None


def _has_same_place(one: Document, other: Document) -> bool:
    return (one.slice.in_notes, one.slice.in_class) == (other.slice.in_notes, other.slice.in_class)


def _changed_block(source: Document, built: Document) -> str:
    pairs = zip_longest(shapes(source), shapes(built), fillvalue=("",))
    found = next(other for one, other in pairs if one != other)
    if found[0] == "joined":
        return "it would change a link or a tag that goes on in another message"
    return f"it would be read as {_BLOCKS.get(str(found[0]), 'another kind of block')}"
