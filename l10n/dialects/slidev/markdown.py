"""What Slidev adds to CommonMark: slots, components, included code, formulas, attribute lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from l10n.dialects.commonmark.components import components
from l10n.dialects.commonmark.linkify import SIGNS, changed_addresses, without_addresses
from l10n.dialects.commonmark.mathematics import formula
from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.dialects.commonmark.place import Found, Place, range_of
from l10n.dialects.commonmark.reader import FOOTNOTES, Reader, without_lists
from l10n.dialects.fault import Fault, Kept, place
from l10n.dialects.renderer import Renderer
from l10n.markdown import BlockToken, without_code

_PROPERTIES = r"\{(?!\{)[^\n]*\}"
_LABEL = r"\[(?P<label>(?:[^\[\]\\\n]|\\.)*)\]"
_SLOT = re.compile(r"::\s*[\w.:-]+\s*::\s*")
_COMPONENT = re.compile(rf"::+(?:[ \t]*[a-zA-Z$][\w$.-]*[ \t]*(?:{_LABEL})?[ \t]*(?:{_PROPERTIES})?)?[ \t]*")
_SHORTHAND = re.compile(rf":[a-zA-Z$][\w$.-]*[ \t]*(?:{_LABEL})?[ \t]*(?:{_PROPERTIES})?[ \t]*")
_SLOT_OF_COMPONENT = re.compile(rf"#\w[\w.-]*[ \t]*(?:{_PROPERTIES})?[ \t]*")
_INCLUDED = re.compile(r"<<<[ \t]*\S.*")
_ALERT = re.compile(r"\[!\w+\][^\S\n]*(?P<title>.*?)[ \t]*")


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


_OWN_LINE = re.compile(r"\s*(\$\$|::|:(?=[\w$])|<<<|---|```|#(?=\w))")


def new_start(before: str, after: str) -> Iterator[Fault]:
    """That ``after`` begins as what stands on lines of its own, and ``before`` does not."""
    start, had = _OWN_LINE.match(after), _OWN_LINE.match(before)
    if start and (had is None or had[1] != start[1]):
        yield Fault(Kept.BLOCK, f"{start[1]} would begin something else to Slidev", (0, 1))


LINES = OwnLines(
    signs=re.compile(r"^[ \t>*+\d.)-]*+(?:\$\$|:|<<<|#\w|\[!)", re.MULTILINE),
    interrupting={"$": (formula,), ":": (slot,), "<": (included,)},
    beginning={":": (shorthand,), "#": (slot_of_component,)},
    in_quotes={"[": (alert,)},
)


def without_attributes(text: str) -> str:
    """A line without the attribute list that it ends with: ``{.class}``."""
    match = _LAST_LIST.search(text)
    return text[: match.start()] if match else text


def moved_attributes(before: str, after: str, text: str) -> Iterator[Fault]:
    """That an attribute list stands behind something else, or is not at the end of the block any more."""
    had, has = Counter(_attributed(before)), Counter(_attributed(after))
    if had.total() == has.total() and (new := next(iter(has - had), None)):
        message = f"the attributes {new.list} stand behind something else than in the source"
        yield Fault(Kept.MACRO, message, place(text, new.list))


class _Attributed(NamedTuple):
    list: str
    behind: str
    """The sign of what it is said of; nothing for words."""
    last: bool


def _attributed(text: str) -> Iterator[_Attributed]:
    text = text.rstrip()
    for match in _LIST.finditer(text):
        sign = text[: match.start()].rstrip()[-1:]
        glued = text[match.start() - 1 : match.start()].strip() != ""
        behind = f"{sign if sign in _SIGNS_BEFORE else ''}{'' if glued else ' '}"
        yield _Attributed(match.group(), behind, match.end() == len(text))


_LIST = re.compile(r"(?<![{$])\{(?!\{)[^{}\n]*\}(?!\})")
_LAST_LIST = re.compile(r"(?<![ \t])[ \t]*\{[ \t]*(?:[.#][^{}\n]*|[\w:@-]+=[^{}\n]*)\}[ \t]*\Z")
_MARKUP = re.compile(r"[*_`<\[~${&\\]|:\w|https?://|\w\.\w|\S@\S|\n")
_SIGNS_BEFORE = frozenset("])*_`>}")
_ATTRIBUTED = frozenset({"heading_open", "paragraph_open"})
_READER = Reader(LINES, (components,), (FOOTNOTES,), (without_lists(without_attributes, _ATTRIBUTED),))


def read(source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """The blocks of a document; those that end with an attribute list tell whether it is said of them."""
    tokens, references = _READER(source)
    if "}" in source:
        _note_attributes(tokens)
    return tokens, references


def _note_attributes(tokens: Sequence[Any]) -> None:
    """Behind anything else than words on one line, a list is said of the last of it, not of the block."""
    for opening, text in pairwise(tokens):
        if opening.type in _ATTRIBUTED and (text.attrs or _LAST_LIST.search(text.content)):
            opening.attrs = {"attributed": _MARKUP.search(text.content) is None}


def has_own_lines(source: str) -> bool:
    """Whether there is anything in ``source`` that CommonMark does not know."""
    return _READER.has_own_lines(source) or _LIST.search(source) is not None


_FORMULA = r"\$\$[^$]+\$\$|(?<!\\)\$(?![ \t$])(?:[^$\\]|\\.)+(?<![ \t])\$(?!\d)"
_EXPRESSION = r"\{\{(?:[^{}]|\}(?!\}))*\}\}"
_UNSPOKEN = re.compile(rf"{_FORMULA}|{_EXPRESSION}|\[click(?::\d+)?\]", re.IGNORECASE)
_MACROS = (
    _FORMULA,
    _EXPRESSION,
    r"\{[^{}\n]*\}|[{}]",
    r"\[click(?::\d+)?\]|(?<![\w%])%s\b|\[\^[^\[\]\s]+\]:?|\^\[|(?<![^\s])\[[ xX]\](?=\s)",
    r"(?<![^\s*_\[]):[a-zA-Z$][\w$-]*",
)


def spoken(text: str) -> str:
    """A message without formulas, expressions, marks of clicks and bare addresses."""
    return without_addresses(_UNSPOKEN.sub("", text))


def read_otherwise(before: str, after: str, text: str) -> Iterator[Fault]:
    """That attributes would be said of something else, or that bare addresses would be other links."""
    yield from moved_attributes(before, after, text)
    yield from changed_addresses(before, after, text)
    if _in_links(after) > _in_links(before):
        yield Fault(Kept.LINK, "Slidev cannot read brackets within the text of a link", place(text, "["))


def _in_links(text: str) -> int:
    """How many texts in brackets, which are spans of Comark, stand within others that lead somewhere."""
    count, held = 0, []
    for match in _BRACKET.finditer(_ESCAPED.sub("  ", without_code(text))):
        if match[0] == "[":
            held.append(0)
        elif held:
            inner, leads = held.pop(), match[1] is not None
            count += inner if leads else 0
            held[-1:] = [held[-1] + inner + (not leads)] if held else []
    return count


_BRACKET = re.compile(r"\[|\](?=([(\[]))?")
_ESCAPED = re.compile(r"\\[\[\]\\]")


RENDERER = Renderer(
    macros=re.compile("|".join(_MACROS), re.IGNORECASE),
    signs=re.compile(rf"[${{}}]|\[[^\[\]]*\[|\[click|%s|\^\[|\[[ xX]\]|:[\w$]|{SIGNS}", re.IGNORECASE),
    spoken=spoken,
    new_start=new_start,
    within=read_otherwise,
    unsafe_start=re.compile(r"---|\$\$|::|:\w|<<<|```|#\w"),
    runs_tex=False,
    titles_say_anchors=False,
)
