"""What Slidev adds to CommonMark: slots, components, included code, formulas, attribute lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from l10n.dialects.commonmark.components import components
from l10n.dialects.commonmark.mathematics import formula
from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.dialects.commonmark.place import Found, Place, range_of
from l10n.dialects.commonmark.reader import FOOTNOTES, Reader, without_lists
from l10n.dialects.slidev.attributes import LAST_LIST, LIST, said_of
from l10n.markdown import BlockToken
from l10n.regex import regex

_PROPERTIES = r"\{(?!\{)[^\n]*\}"
_LABEL = r"\[(?P<label>(?:[^\[\]\\\n]|\\.)*)\]"
_SLOT = regex(r"::\s*[\w.:-]+\s*::\s*")
_COMPONENT = regex(rf"::+(?:[ \t]*[a-zA-Z$][\w$.-]*[ \t]*(?:{_LABEL})?[ \t]*(?:{_PROPERTIES})?)?[ \t]*")
_SHORTHAND = regex(rf":[a-zA-Z$][\w$.-]*[ \t]*(?:{_LABEL})?[ \t]*(?:{_PROPERTIES})?[ \t]*")
_SLOT_OF_COMPONENT = regex(rf"#\w[\w.-]*[ \t]*(?:{_PROPERTIES})?[ \t]*")
_INCLUDED = regex(r"<<<[ \t]*\S.*")
_ALERT = regex(r"\[!\w+\][^\S\n]*(?P<title>.*?)[ \t]*")


def slot(place: Place) -> Found | None:
    """``::name::``; ``::name[Label]{key=value}`` of Comark, and the ``::`` that ends it."""
    if _SLOT.fullmatch(place.line):
        return Found(1)
    match = _COMPONENT.fullmatch(place.line)
    return Found(1, range_of(match, "label")) if match else None


def shorthand(place: Place) -> Found | None:
    """``:name[Label]{key=value}`` of Comark, alone on its line."""
    match = _SHORTHAND.fullmatch(place.line)
    return Found(1, range_of(match, "label")) if match else None


def slot_of_component(place: Place) -> Found | None:
    """``#name`` in a component of Comark."""
    return Found(1) if _SLOT_OF_COMPONENT.fullmatch(place.line) else None


def included(place: Place) -> Found | None:
    """``<<< file``."""
    return Found(1) if _INCLUDED.fullmatch(place.line) else None


def alert(place: Place) -> Found | None:
    """``[!NOTE] Title`` in the first line of a quote."""
    match = _ALERT.fullmatch(place.line)
    return Found(1, range_of(match, "title")) if match else None


LINES = OwnLines(
    signs=regex(r"^[ \t>*+\d.)-]*+(?:\$\$|:|<<<|#\w|\[!)", re.MULTILINE),
    interrupting={"$": (formula,), ":": (slot,), "<": (included,)},
    beginning={":": (shorthand,), "#": (slot_of_component,)},
    in_quotes={"[": (alert,)},
)


_ATTRIBUTED = frozenset({"heading_open", "paragraph_open"})
_READER = Reader(LINES, (components,), (FOOTNOTES,), (without_lists(LAST_LIST, _ATTRIBUTED),))


def read(source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """The blocks of a document; those that end with an attribute list tell whether it is said of them."""
    tokens, references = _READER(source)
    if "}" in source:
        _note_attributes(tokens)
    return tokens, references


def _note_attributes(tokens: Sequence[Any]) -> None:
    """Note what the list at the end of a block is said of."""
    for opening, text in pairwise(tokens):
        if opening.type in _ATTRIBUTED and (text.attrs or LAST_LIST.search(text.content)):
            opening.attrs = {"attributed": said_of(LAST_LIST.sub("", text.content))}


def has_own_lines(source: str) -> bool:
    """Whether there is anything in ``source`` that CommonMark does not know."""
    return _READER.has_own_lines(source) or LIST.search(source) is not None
