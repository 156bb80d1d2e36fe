"""The anchors of a deck, whatever its engine makes of titles, and what in it leads to one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from l10n.deck import Deck, Kind, Segment
from l10n.markdown import CLASS, slug, unescaped, without_code
from l10n.regex import regex

Shown = Callable[[Segment], str]
"""The text of a segment in a deck."""

_PINNED = regex(r"""\b(?:name|id)\s*[=:]\s*["']?([^\s"'>]+)|\{#([^\s{}]+)\}""")
_NAME = r"#/?([^\s()<>\"']+)"
"""That of a slide has a slash before it in reveal.js."""
_LINK = regex(rf"\]\(<?{_NAME}")
_ELSEWHERE = regex(rf"^ {{0,3}}\[[^\[\]\n]+\]:[ \t]*<?{_NAME}|\bhref\s*=\s*[\"']?{_NAME}", re.MULTILINE)


def anchors(deck: Deck, shown: Shown) -> set[str]:
    """The anchors of a deck: of its titles, and those that are written out."""
    titles = [CLASS.sub("", unescaped(shown(one))) for one in deck.segments if one.kind is Kind.HEADING]
    made = {name for anchor in (slug, ascii_anchor) for name in _numbered(map(anchor, titles))}
    pinned = {one or other for one, other in _PINNED.findall(deck.text)}
    return made | {f"toc-{name}" for name in made} | {name.lower() for name in pinned}


def ascii_anchor(title: str) -> str:
    """The anchor of a title where only ASCII letters and ``-`` are kept."""
    return re.sub(r"[^a-z-]", "", re.sub(r"\s", "-", title.strip().lower()))


def _numbered(names: Iterable[str]) -> Iterator[str]:
    """Each name; one that was there before has a number, as renderers give it."""
    times = Counter[str]()
    for name in names:
        yield f"{name}-{times[name]}" if times[name] else name
        times[name] += 1


def linked(text: str) -> list[str]:
    """The anchors to which the links of a message lead."""
    return [unquote(name) for name in _LINK.findall(without_code(text))] if "](" in text else []


def linked_elsewhere(deck: Deck) -> Iterator[tuple[int, str]]:
    """Those to which link definitions and tags lead, and where these stand."""
    for match in _ELSEWHERE.finditer(deck.text) if "#" in deck.text else ():
        yield match.start(), unquote(match[match.lastindex or 0])
