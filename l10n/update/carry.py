"""What of an edit to a message can be done to its translation, too.

An edit is mechanical if only white space and spans that are no prose differ: then the same spans may be
changed in the translation, if each occurs there exactly as often as in the old message. Where more differs,
the translation with its mechanical part changed is a proposal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from l10n.language import NumberEdit, Numerals
from l10n.markdown import InlineSpan, SpanKind, blanked, spans
from l10n.regex import regex

_GROUPS = {SpanKind.URL: SpanKind.LINK}
"""A URL in running text may be the target of a link in its translation."""
_HARD_BREAK = regex(r"(?:(?<! ) {2,}+|\\)\n[ \t]*+")
_TAG_NAME = regex(r"</?([a-zA-Z]*)")
_EMPHASIS = regex(r"(?<![\w*\\])(\*\*|\*)(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])|"
                       r"(?<![\w\\])(__|_)(?=[^\s_])([^_\n]*[^\s_])\3(?!\w)")  # fmt: skip
_MOST = 100
"""Changes in one message beyond which it is another: each is looked for in the whole translation."""

_Name = tuple[str, str]
"""A span's kind, and its value."""


class Proposal(NamedTuple):
    """A translation for a message, made from that of another."""

    msgstr: str
    certain: bool
    """Whether it says the new message as surely as it said the old one."""


class _Token(NamedTuple):
    """A span that is no prose."""

    kind: str
    start: int
    end: int
    value: str

    @property
    def name(self) -> _Name:
        return self.kind, self.value


def carried(source: str, translation: str, wanted: str, numerals: Callable[[], Numerals]) -> Proposal:
    """``translation``, which is that of ``source``, changed as ``wanted`` differs from ``source``.

    ``numerals`` says how the translation writes numbers, where one became another.
    """
    old, new = _tokens(source), _tokens(wanted)
    changes = _changes(old, new)
    certain = changes is not None and _prose(source, old) == _prose(wanted, new)
    text, complete = _changed(translation, changes or _likely_changes(old, new), old, numerals)
    text, fits = _with_breaks(text, source, wanted)
    return Proposal(text, certain and complete and fits)


def _tokens(text: str) -> list[_Token]:
    found = [_token(span, text) for span in spans(text) if span.kind is not SpanKind.TITLE]
    return sorted((*found, *_emphasis(text, found)), key=lambda token: token.start)


def _token(span: InlineSpan, text: str) -> _Token:
    """Code is what stands between its backticks, blanks at its edges too."""
    value = text[span.start : span.end].strip("`") if span.kind is SpanKind.CODE else span.value
    return _Token(_GROUPS.get(span.kind, span.kind), span.start, span.end, value)


def _emphasis(text: str, others: Sequence[_Token]) -> Iterator[_Token]:
    """The marks of emphasis that stand in prose."""
    for match in _EMPHASIS.finditer(blanked(text, ((token.start, token.end) for token in others))):
        mark = match[1] or match[3]
        for at in (match.start(), match.end() - len(mark)):
            yield _Token("emphasis", at, at + len(mark), mark)


def _prose(text: str, tokens: Sequence[_Token]) -> list[list[str]]:
    """The words between the tokens, and where tokens touch words; how they are spaced does not count."""
    bare = _HARD_BREAK.sub(lambda match: " " * len(match.group()), text)
    edges = [0, *(edge for token in tokens for edge in (token.start, token.end)), len(text)]
    return [bare[start:end].split() for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _changes(old: Sequence[_Token], new: Sequence[_Token]) -> dict[_Name, str] | None:
    """What becomes of the old tokens, if each has one successor of its kind in its place."""
    if [token.kind for token in old] != [token.kind for token in new]:
        return None
    changes: dict[_Name, str] = {}
    for before, after in zip(old, new, strict=True):
        if changes.setdefault(before.name, after.value) != after.value or not _same_sort(before, after):
            return None
    return changes


def _same_sort(before: _Token, after: _Token) -> bool:
    if before.kind != SpanKind.TAG:
        return True
    names = [_TAG_NAME.match(token.value) for token in (before, after)]
    return names[0] is not None and names[1] is not None and names[0].group() == names[1].group()


def _likely_changes(old: Sequence[_Token], new: Sequence[_Token]) -> dict[_Name, str]:
    """Where of one kind just one value went and one came, that one became the other."""
    had, has = Counter(token.name for token in old), Counter(token.name for token in new)
    gone, come = had - has, has - had
    went, came = Counter(kind for kind, _ in gone), Counter(kind for kind, _ in come)
    heirs = dict(come.keys())
    return {
        (kind, value): heirs[kind]
        for kind, value in gone
        if went[kind] == came[kind] == 1 and had[kind, value] == gone[kind, value]
    }


def _changed(
    translation: str, changes: Mapping[_Name, str], old: Sequence[_Token], numerals: Callable[[], Numerals]
) -> tuple[str, bool]:
    """The translation with the changes that it surely has a place for, and whether those are all."""
    wanted = {name: value for name, value in changes.items() if name[1] != value}
    if len(wanted) > _MOST:
        return translation, False
    counts = Counter(token.name for token in old)
    found = _tokens(translation)
    bare = blanked(
        translation, ((token.start, token.end) for token in found if token.kind != SpanKind.NUMBER)
    )
    edits: list[NumberEdit] = []
    complete = True
    for (kind, before), value in wanted.items():
        if kind == SpanKind.NUMBER:
            places = numerals().edits(before, value, bare)
            complete = complete and numerals().same_form(before, value)
        else:
            places = [_edit(one, value, translation) for one in found if one.name == (kind, before)]
        if len(places) == counts[kind, before]:
            edits += places
        else:
            complete = False
    return _edited(translation, edits), complete


def _edit(token: _Token, value: str, text: str) -> NumberEdit:
    if token.kind != SpanKind.CODE:
        return token.start, token.end, value
    whole = text[token.start : token.end]
    ticks = "`" * max(1, _longest_run(value) + 1 if "`" in value else len(whole) - len(whole.lstrip("`")))
    return token.start, token.end, f"{ticks}{value}{ticks}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _edited(text: str, edits: Sequence[NumberEdit]) -> str:
    ordered = sorted(edits)
    if any(one[1] > other[0] for one, other in pairwise(ordered)):
        return text
    parts: list[str] = []
    at = 0
    for start, end, value in ordered:
        parts += text[at:start], value
        at = end
    return "".join([*parts, text[at:]])


def _with_breaks(text: str, source: str, wanted: str) -> tuple[str, bool]:
    """The translation with the hard breaks that the new message has, and whether that could be done."""
    had, has = len(_HARD_BREAK.findall(source)), len(_HARD_BREAK.findall(wanted))
    if had == has:
        return text, True
    return (_HARD_BREAK.sub(" ", text), True) if has == 0 else (text, False)
