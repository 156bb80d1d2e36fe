"""What is to be replaced in a translation: the flaws that this is, and the repair that it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from l10n.checks.evidence.typography_data import Typography, typography
from l10n.checks.model import Fix, Flaw, Pair, Setting
from l10n.language import canonical
from l10n.markdown import InlineSpan, SpanKind, spans
from l10n.regex import regex


class Edit(NamedTuple):
    """What is to be replaced in a translation, by what, and why."""

    start: int
    end: int
    text: str
    message: str


Edits = Callable[[Pair, Typography, Setting], Iterator[Edit]]
"""Finds what is to be replaced."""


def typography_of(setting: Setting) -> Typography:
    """How the setting's locale writes."""
    return _of_locale(setting.locale)


@lru_cache
def _of_locale(locale: str) -> Typography:
    return typography(canonical(locale))


def flaws(pair: Pair, setting: Setting, edits: Edits) -> Iterator[Flaw]:
    """Each kind of edit as a flaw, where it stands first: both marks of a quotation say the same."""
    first: dict[str, Edit] = {}
    for edit in edits(pair, typography_of(setting), setting):
        first.setdefault(edit.message, edit)
    return (Flaw(edit.message, (edit.start, edit.end)) for edit in first.values())


def _made(pair: Pair, edits: Iterable[Edit]) -> str:
    """``msgstr`` with all edits made; as it was if they would change what is code, a target, and so on."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += pair.msgstr[at : edit.start], edit.text
        at = edit.end
    text = "".join([*parts, pair.msgstr[at:]])
    kept = _kept(spans(text), text) == _kept(pair.target.spans, pair.msgstr)
    return text if kept else pair.msgstr


def _kept(found: Iterable[InlineSpan], text: str) -> tuple[object, object]:
    """What edits may not change. Digits count as such: beside letters they are no number among the spans."""
    things = [(span.kind, span.value) for span in found if span.kind is not SpanKind.NUMBER]
    return things, _DIGITS.findall(text)


_DIGITS = regex(r"\d+(?:[.,:]\d+)*")


def repair(edits: Edits) -> Fix:
    """What makes all these edits."""
    return lambda pair, setting: _made(pair, edits(pair, typography_of(setting), setting))


def without(found: Callable[[Pair, Setting], Iterable[tuple[int, int]]]) -> Fix:
    """What takes away the ranges that are ``found``."""
    return lambda pair, setting: _made(pair, [Edit(*at, "", "") for at in found(pair, setting)])
