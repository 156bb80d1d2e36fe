"""What the structure of a built deck has that its source has not, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from l10n.deck import Document, Earlier, Outline, Slides, have_same_blocks, shapes

_PARTS = {
    "continued": "the slides and steps",
    "properties": "the slide's properties (write a no-break space before a colon)",
    "notes": "the presenter notes",
    "classes": "the content classes",
    "spans": "the content classes",
    "macros": "the macros",
    "definitions": "the link definitions",
    "code": "the code blocks or the front matter",
}


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
        reason = _changed(one.outline, other.outline) or _changed_blocks(one.documents, other.documents)
        if reason:
            return reason
    if len(source) != len(built):
        return "it would change the slides and steps"
    return _earlier_difference(source.earlier, built.earlier)


def _earlier_difference(source: Earlier | None, built: Earlier | None) -> str | None:
    if source is None or built is None or source.outlines == built.outlines:
        return None
    if len(source.outlines) == len(built.outlines) and not any(
        map(_changed, source.outlines, built.outlines)
    ):
        return None
    reasons = filter(None, map(_changed, source.outlines, built.outlines))
    return f"{next(reasons, 'it would change the slides and steps')} in {source.version}"


def _changed(source: Outline, built: Outline) -> str | None:
    if source == built:
        return None
    source, built = _without_prose(source), _without_prose(built)
    parts = (part for name, part in _PARTS.items() if getattr(source, name) != getattr(built, name))
    part = next(parts, None)
    return f"it would change {part}" if part else None


def _without_prose(outline: Outline) -> Outline:
    """An outline with only the keys of those properties whose values are messages."""
    kept = ((key, "" if key in outline.prose else value) for key, value in outline.properties)
    return outline._replace(properties=tuple(kept))


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
    return f"it would be read as {_BLOCKS.get(str(found[0]), 'another kind of block')}"
