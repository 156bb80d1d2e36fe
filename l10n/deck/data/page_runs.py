"""The stretches of text that a page shows: each between two tags that begin or end a block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from l10n.deck.data.skeleton import INLINE
from l10n.dialects import HtmlTag
from l10n.markdown import unescaped
from l10n.regex import regex

_EMPTY = regex("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
VOID = regex("br|wbr|img")
"""Those of them that have no end."""
_HIDDEN = regex("pre|svg|math|template|object|audio|video|canvas|datalist|select")
_CODE = regex("code|samp|tt")
_BLOCKS = (
    "address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h1|h2|h3|h4|h5|h6|header|hr"
    "|main|nav|ol|p|pre|section|table|ul"
)
_ENDED_BY: Mapping[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"td", "th", "tr"}),
    **dict.fromkeys(_BLOCKS.split("|"), frozenset({"p"})),
}
"""Elements that end without an end tag where another begins."""


def keeps(tag: HtmlTag, html: str) -> bool:
    """Whether what stands in an element is code, or not for translators."""
    said = (tag.said("translate", html) or "").lower()
    classes = (tag.said("class", html) or "").split()
    return said == "no" or "notranslate" in classes or _CODE.fullmatch(tag.name) is not None


class Run(NamedTuple):
    """A stretch of text with the inline tags in it; without blanks and tags around all of it."""

    start: int
    end: int
    tags: Sequence[HtmlTag]


class Runs:
    """Finds the runs of a page while its tags go by, and which of these a page shows."""

    def __init__(self, html: str) -> None:
        """The page; no tag was seen yet."""
        self._html = html
        self._start = 0
        self._inner: list[HtmlTag] = []
        self._open: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()
        self._hiding = 0
        self._began_hidden = False
        self.shown: list[HtmlTag] = []
        """Tags of which people may read attributes."""

    @property
    def hidden(self) -> bool:
        """Whether some element that is open hides what is in it."""
        return self._hiding > 0

    def take(self, tag: HtmlTag) -> Iterator[Run]:
        """The run that ends there, if one does."""
        inline = INLINE.fullmatch(tag.name) is not None
        if inline:
            self._inner.append(tag)
        else:
            yield from self.end(tag.start)
        if not tag.closes and not self.hidden and not self._hides(tag, by_name=False):
            self.shown.append(tag)
        self._nest(tag)
        if not inline:
            self._start = tag.inner[1] if tag.inner else tag.end
            self._inner = []
            self._began_hidden = self.hidden

    def end(self, at: int | None = None) -> Iterator[Run]:
        """The run that ends with the page, or before."""
        at = len(self._html) if at is None else at
        if not self._began_hidden and (run := trimmed(self._html, self._start, at, self._inner)):
            yield run

    def _nest(self, tag: HtmlTag) -> None:
        """Keep the elements that are open."""
        if tag.closes:
            while self._names[tag.name]:
                if self._pop() == tag.name:
                    break
        elif tag.name and not _EMPTY.fullmatch(tag.name):
            while self._open and self._open[-1][0] in _ENDED_BY.get(tag.name, ()):
                self._pop()
            hides = self._hides(tag)
            self._open.append((tag.name, hides))
            self._names[tag.name] += 1
            self._hiding += hides

    def _pop(self) -> str:
        name, hides = self._open.pop()
        self._names[name] -= 1
        self._hiding -= hides
        return name

    def _hides(self, tag: HtmlTag, *, by_name: bool = True) -> bool:
        markdown = tag.said("data-markdown", self._html) is not None
        by_itself = by_name and (markdown or _HIDDEN.fullmatch(tag.name) is not None)
        return by_itself or keeps(tag, self._html)


def partners(tags: Sequence[HtmlTag]) -> dict[int, int]:
    """By tag its other one; itself if it has no end. Those that cross others have none."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for at, tag in enumerate(tags):
        if VOID.fullmatch(tag.name):
            found[at] = at
        elif not tag.closes:
            opened.append(at)
        elif opened and tags[opened[-1]].name == tag.name:
            found[at] = opened.pop()
            found[found[at]] = at
    return found


def trimmed(html: str, start: int, end: int, tags: Sequence[HtmlTag]) -> Run | None:
    """The run without what stands around its text, if there is a letter in it that is for translators."""
    left = _Left(html, start, end, tags)
    while left.letters():
        left.strip()
        if not (left.drop_first() or left.drop_last()):
            return Run(left.start, left.end, tags[left.low : left.high])
    return None


class _Left:
    """What is left of a run, while tags and blanks at its ends are taken off."""

    def __init__(self, html: str, start: int, end: int, tags: Sequence[HtmlTag]) -> None:
        self.html, self.start, self.end, self.tags = html, start, end, tags
        self.low, self.high = 0, len(tags)
        self._pairs = partners(tags)
        kept = set(_within_kept(html, tags, self._pairs))
        ends = [start, *(at for tag in tags for at in (tag.start, tag.end)), end]
        texts = [html[low:high] for low, high in list(pairwise(ends))[::2]]
        self._some = _counts(bool(text.strip()) for text in texts)
        self._letters = _counts(at not in kept and _has_letter(text) for at, text in enumerate(texts))

    def letters(self) -> int:
        """How many stretches of text between tags have a letter for translators."""
        return self._letters[self.high + 1] - self._letters[self.low]

    def strip(self) -> None:
        """Take blanks off."""
        while self.html[self.start].isspace():
            self.start += 1
        while self.html[self.end - 1].isspace():
            self.end -= 1

    def drop_first(self) -> bool:
        """Take off the tag that stands first: one without text in it, or with all of the text in it."""
        first = self.tags[self.low] if self.low < self.high else None
        if first is None or first.start != self.start:
            return False
        other = self._pairs.get(self.low, self.low)
        if self._is_empty(self.low, other):
            self.start, self.low = self.tags[other].end, other + 1
        elif other == self.high - 1 and self.tags[other].end == self.end:
            self.start, self.end = first.end, self.tags[other].start
            self.low, self.high = self.low + 1, other
        else:
            return False
        return True

    def drop_last(self) -> bool:
        """Take off the tag that stands last, if there is no text in it."""
        if self.low == self.high or self.tags[self.high - 1].end != self.end:
            return False
        other = self._pairs.get(self.high - 1, self.high - 1)
        if not self._is_empty(other, self.high - 1):
            return False
        self.end, self.high = self.tags[other].start, other
        return True

    def _is_empty(self, first: int, last: int) -> bool:
        return self._some[last + 1] == self._some[first + 1]


def _counts(flags: Iterable[bool]) -> list[int]:
    """How many of the flags before each are set."""
    return list(accumulate(flags, initial=0))


def _within_kept(html: str, tags: Sequence[HtmlTag], pairs: Mapping[int, int]) -> Iterator[int]:
    """The texts, counted by the tags before them, that stand in code and its like."""
    behind = 0
    for at, tag in enumerate(tags):
        if at >= behind and not tag.closes and keeps(tag, html):
            behind = pairs.get(at, len(tags)) + 1
            yield from range(at + 1, behind)


_FILLED_IN = regex(
    r"\{%-?\s*comment\b(?:(?!\{%-?\s*(?:end)?comment\b)[\s\S])*\{%-?\s*endcomment\b"
    r"|\{\{(?:(?!\{\{|\}\})[\s\S])*\}\}|\{%(?:(?!\{%|%\})[\s\S])*%\}|\{#(?:(?!\{#|#\})[\s\S])*#\}"
)
"""What a generator of pages (Liquid, Jinja) fills in, runs or drops."""


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, unescaped(_FILLED_IN.sub("", text) if "{" in text else text)))
