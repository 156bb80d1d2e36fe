"""How remark reads the inline text of a block, in one of its versions.

Before its renderer sees a text, a content class has become a tag, and a macro what it says. Here both are
replaced by as many characters that mean the same, so that every range is one of the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from l10n.dialects.remark.lookups import trimmed
from l10n.dialects.remark.marked.inline import Inline, Kind, Piece, inline
from l10n.dialects.remark.marked.versions import Compared
from l10n.markdown import CLASS, Emphasis, InlineSpan, SpanKind, Target, code_spans, label, paired_brackets
from l10n.regex import regex

_FIRST, _LAST = "0.14.1", "0.15.0"
_MACRO = regex(r"@@[A-Z_]+@@|@@[A-Z_]+\[[^\[\]\n]*\]|!\[:[^\[\]\n]*\](?:\([^()\n]*\))?")
_SIGNS = regex(r"[`*_\[<~]|://")
"""What a text without markup has none of."""
_TAG = regex(r"</?[a-zA-Z][^<>]*>|<!--[\s\S]*-->")
_LEADS = regex(r"\[|<|://")
_LABEL = regex(r"\]\[([^\[\]]+)\](?!\()")
"""What is asked for: where it is not defined, and a target follows, it is the text of a link."""
_KINDS = {Kind.LINK: "link", Kind.IMAGE: "image", Kind.URL: "url"}


class MarkedReader:
    """A version of remark, with the renderer that it has."""

    def __init__(self, reads: Callable[[str, frozenset[str]], Inline]) -> None:
        """``reads`` takes a text apart, given the labels that are defined in its deck."""
        self._reads = reads

    def code(self, text: str) -> Sequence[InlineSpan]:
        """Inline code; no blank at its ends counts."""
        if "`" not in text:
            return []
        return [_code(piece, text) for piece in self._read(text).pieces if piece.kind is Kind.CODE]

    def emphasis(self, text: str, bare: str) -> Emphasis:  # noqa: ARG002
        """What is emphasised: marks pair wherever they stand, in targets, too."""
        if "*" not in text and "_" not in text:
            return _NONE
        found = self._read(text)
        kinds = [piece.kind for piece in found.pieces]
        plain, strong = kinds.count(Kind.EMPHASIS), kinds.count(Kind.STRONG)
        return Emphasis(plain, strong, _runs(text, found.typed), typed=found.typed)

    def targets(self, text: str, references: Mapping[str, str]) -> Sequence[Target]:
        """Where links, images and URLs lead, as it is written there."""
        if not _LEADS.search(text):
            return []
        pieces = self._read(text, references).pieces
        links = [piece.inner for piece in pieces if piece.kind is Kind.LINK and piece.inner]
        return [_target(piece, text, references, links) for piece in pieces if piece.kind in _KINDS]

    def odd_tags(self, text: str) -> Counter[str]:
        """Tags that only this engine sees: ``<1>``, ``<a<b>``, and what a content class would end."""
        if "<" not in text:
            return Counter()
        found = (text[piece.start : piece.end] for piece in self._read(text).pieces if piece.kind is Kind.TAG)
        return Counter(tag for tag in found if tag[0] == "<" and not _TAG.fullmatch(tag))

    def broken_code(self, text: str) -> int:
        """How much of the code that is typed is none, for emphasis or a link ends within it."""
        if "`" not in text:
            return 0
        ends = sorted(piece.end for piece in self._read(text).pieces if piece.inner)
        return sum(bisect_right(ends, start) < bisect_left(ends, end) for start, end in code_spans(text))

    def torn_classes(self, text: str) -> int:
        """How many content classes have one of their brackets within code, where its tag would be text."""
        if "`" not in text or not CLASS.search(text):
            return 0
        code = sorted((one.start, one.end) for one in self._read(text).pieces if one.kind is Kind.CODE)
        return sum(_holder(code, start) != _holder(code, end) for start, end in _classes(text))

    def links_in_links(self, text: str) -> int:
        """How many links stand in the text of another, where no browser has them."""
        if "](" not in text and "][" not in text:
            return 0
        links = sorted((one.start, one.end) for one in self._read(text).pieces if one.kind is Kind.LINK)
        ends = accumulate((end for _, end in links), max)
        return sum(start < end for (start, _), end in zip(links[1:], ends, strict=False))

    def _read(self, text: str, references: Mapping[str, str] | None = None) -> Inline:
        if not _SIGNS.search(text):
            return _PLAIN
        known = _known(text, references or {}) if "[" in text else frozenset()
        return self._reads(text, known)


_NONE = Emphasis(0, 0, [])
_PLAIN = Inline((), ())


def _known(text: str, references: Mapping[str, str]) -> frozenset[str]:
    """The labels that are asked for in ``text``, or defined in the deck and could stand there."""
    named = {name.lower() for name in map(_spaced, _LABEL.findall(text))}
    return frozenset(
        named | {name for name in map(_spaced, _BRACKETED.findall(text)) if label(name) in references}
    )


_BRACKETED = regex(r"\[([^\[\]]+)\]")


def _spaced(name: str) -> str:
    return " ".join(name.split())


@lru_cache(2000)
def _compared(text: str, known: frozenset[str]) -> tuple[Inline, bool]:
    """What the first version reads, and whether the last one reads the same."""
    versions = Compared(_FIRST, _LAST)
    return inline(_as_rendered(text), _defined(known), versions), versions.agree


def _read(text: str, known: frozenset[str]) -> Inline:
    return _compared(text, known)[0]


@lru_cache(2000)
def _read_last(text: str, known: frozenset[str]) -> Inline:
    found, agree = _compared(text, known)
    return found if agree else inline(_as_rendered(text), _defined(known), Compared(_LAST))


def _defined(known: frozenset[str]) -> Callable[[str], bool]:
    labels = frozenset(map(label, known))
    # The renderer takes no blanks off the edges of a label.
    return lambda name: name == name.strip() and label(name) in labels


def _as_rendered(text: str) -> str:
    if "@@" in text or "![:" in text:
        text = _MACRO.sub(lambda match: "x" * len(match.group()), text)
    if "[" not in text or "." not in text or not CLASS.search(text):
        return text
    return _with_tags(text)


def _holder(ranges: Sequence[tuple[int, int]], at: int) -> int | None:
    """The last of the ranges, which are in order, that begins before ``at``, if it ends behind it."""
    index = bisect_right(ranges, (at, at)) - 1
    return index if index >= 0 and at < ranges[index][1] else None


def _classes(text: str) -> Iterator[tuple[int, int]]:
    """Where the brackets of each content class stand."""
    every = paired_brackets(text)
    for one in every:
        if one.closes and one.partner is not None:
            opening = every[one.partner]
            if opening.names and not opening.names.startswith("\\"):
                yield opening.start, one.start


def _with_tags(text: str) -> str:
    """The brackets of content classes as tags."""
    parts: list[str] = []
    at = 0
    every = paired_brackets(text)
    for one in every:
        opens = one if not one.closes else every[one.partner] if one.partner is not None else one
        if opens.partner is None or not opens.names or opens.names.startswith("\\"):
            continue
        parts += text[at : one.start], "\x01" if one.closes else f"<{text[one.start + 1 : one.end - 1]}>"
        at = one.end
    return "".join([*parts, text[at:]])


def _code(piece: Piece, text: str) -> InlineSpan:
    return InlineSpan(SpanKind.CODE, piece.start, piece.end, trimmed(text[slice(*piece.value)]))


def _target(
    piece: Piece, text: str, references: Mapping[str, str], links: Sequence[tuple[int, int]]
) -> Target:
    if piece.label:
        name = label(piece.label)
        return _KINDS[piece.kind], references.get(name, f"[{name}]")
    shown = piece.kind is Kind.URL and any(start <= piece.start < end for start, end in links)
    return "text" if shown else _KINDS[piece.kind], text[slice(*piece.value)]


def _runs(text: str, typed: Sequence[int]) -> list[tuple[int, int]]:
    """Where two or more of one mark in a row show as they are typed."""
    found: list[tuple[int, int]] = []
    for at in typed:
        if found and found[-1][1] == at and text[at] == text[at - 1]:
            found[-1] = found[-1][0], at + 1
        else:
            found.append((at, at + 1))
    return [(start, end) for start, end in found if end - start > 1]


READERS = MarkedReader(_read), MarkedReader(_read_last)
"""Those whose decks are built; by the first, texts are told."""
