"""What the structure of a built deck has that its source has not, in words."""

from __future__ import annotations

from itertools import zip_longest

from l10n.deck import Earlier, Outline, Slides

_PARTS = {
    "continued": "the slides and steps",
    "properties": "the slide's properties (write a no-break space before a colon)",
    "notes": "the presenter notes",
    "classes": "the content classes",
    "spans": "the content classes",
    "macros": "the macros",
    "definitions": "the link definitions",
    "code": "the code blocks",
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
    "inline": "text of its own",
}


def difference(source: Slides, built: Slides) -> str | None:
    """What the structure of ``built`` has that ``source`` has not, in words; None if it is the same."""
    for one, other in zip(source, built, strict=False):
        if one.outline != other.outline:
            return _changed(one.outline, other.outline)
    if len(source) != len(built):
        return "it would change the slides and steps"
    return _earlier_difference(source.earlier, built.earlier)


def _earlier_difference(source: Earlier | None, built: Earlier | None) -> str | None:
    if source is None or built is None or source.outlines == built.outlines:
        return None
    pairs = zip(source.outlines, built.outlines, strict=False)
    reasons = (_changed(one, other) for one, other in pairs if one != other)
    return f"{next(reasons, 'it would change the slides and steps')} in {source.version}"


def _changed(source: Outline, built: Outline) -> str:
    for name, part in _PARTS.items():
        if getattr(source, name) != getattr(built, name):
            return f"it would change {part}"
    for (_, _, had), (_, _, has) in zip(source.blocks, built.blocks, strict=False):
        for one, other in zip_longest(had, has, fillvalue=("",)):
            if one != other:
                return f"it would be read as {_BLOCKS.get(str(other[0]), 'another kind of block')}"
    return "it would change the blocks of its slide"
