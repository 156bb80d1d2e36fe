"""Attribute lists of Comark: what each is said of, and that a translation leaves it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from l10n.dialects.commonmark.linkify import LINKIFY
from l10n.dialects.commonmark.mathematics import FORMULA
from l10n.dialects.fault import Fault, Kept, place
from l10n.markdown import is_text
from l10n.regex import regex

LIST = regex(r"(?<![{$])\{(?!\{)[^{}\n]*\}(?!\})")
LAST_LIST = regex(r"(?<![ \t])[ \t]*\{[ \t]*(?:[.#][^{}\n]*|[\w:@.-]+=[^{}\n]*|v-[a-z][^{}\n]*)\}[ \t]*\Z")
"""The one that a line ends with: ``{.class}``, ``{v-click}``."""
COMPONENT = r"(?<![^\s*_\[]):[a-zA-Z0-9_$-][\w$-]*"
"""One within text, for Comark ``:-)`` too; an expression."""
_MARKUP = regex(rf"(?<!\\)[\[~]|{COMPONENT}|{FORMULA}|{LIST.pattern}")
"""What is no text to Slidev, besides what is none to CommonMark and addresses."""
_ENDS = regex(r"(?:\]\([^()\s]*\)|[\]*_`>}])\Z")


def said_of(text: str) -> str:
    """What a list behind a text is said of: its ``block``, or what ends with a sign; nothing for words."""
    text = text.rstrip()
    if is_text(text) and not (_MARKUP.search(text) or LINKIFY.pattern.search(text)):
        return "block"
    return _sign(text)


def _sign(text: str) -> str:
    """The sign of the markup that a text ends with; nothing, where it ends with words."""
    return text[-1:] if _ENDS.search(text) else ""


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
    glued: bool
    last: bool


def _attributed(text: str) -> Iterator[_Attributed]:
    """Each is said of what stands behind the list before it, or of that list; so time stays linear."""
    text = text.rstrip()
    end = 1
    for match in LIST.finditer(text):
        before = text[end - 1 : match.start()]
        glued = not before[-1:].isspace()
        yield _Attributed(match.group(), _sign(before.rstrip()), glued, match.end() == len(text))
        end = match.end()
