"""Emphasis as remark's renderer (marked 0.3) reads it: signs pair up wherever they stand."""

from __future__ import annotations

import re

from l10n.markdown.emphasis import Emphasis

_SIGN = re.compile("[*_]")
_STRONG = {"*": re.compile(r"\*\*(?!\*)"), "_": re.compile(r"__(?!_)")}
"""What ends strong emphasis."""
_PLAIN = {"*": re.compile(r"\*(?!\*)"), "_": re.compile(r"_(?![a-zA-Z0-9_])")}
_DEPTH = 20
"""So deep in one another is emphasis looked for, so that time stays linear in a text of stars."""


def loosely_emphasised(text: str) -> Emphasis:
    """What is emphasised in ``text``, whose code, targets and tags are blanked."""
    sizes: list[int] = []
    typed: list[int] = []
    todo = [(0, len(text), 0)]
    while todo:
        start, end, depth = todo.pop()
        hopeless: set[str] = set()
        while sign := _SIGN.search(text, start, end):
            found = _beginning(text, sign.start(), end, hopeless) if depth < _DEPTH else None
            if found is None:
                typed.append(sign.start())
                start = sign.end()
            else:
                size, closer = found
                sizes.append(size)
                todo.append((sign.start() + size, closer, depth + 1))
                start = closer + size
    return Emphasis(sizes.count(1), sizes.count(2), _runs(text, typed))


def _beginning(text: str, start: int, end: int, hopeless: set[str]) -> tuple[int, int] | None:
    """With how many signs emphasis begins at ``start``, and where those are that end it.

    What does not end from there on will not from a later place: it is noted as ``hopeless``.
    """
    for opener, ending in ((text[start] * 2, _strong_end), (text[start], _plain_end)):
        if opener not in hopeless and text.startswith(opener, start, end):
            closer = ending(text, start, end)
            if closer is not None:
                return len(opener), closer
            hopeless.add(opener)
    return None


def _strong_end(text: str, start: int, end: int) -> int | None:
    match = _STRONG[text[start]].search(text, start + 3, end)
    return match.start() if match else None


def _plain_end(text: str, start: int, end: int) -> int | None:
    """The first end, two signs in a row passed over as one thing if that leads to any end."""
    closer, pair = _PLAIN[text[start]], text[start] * 2
    seen: set[int] = set()
    todo = [start + 2] + [start + 3] * text.startswith(pair, start + 1, end)
    while todo:
        at = todo.pop()
        while at < end and at not in seen:
            if closer.match(text, at, end):
                return at
            seen.add(at)
            if text.startswith(pair, at, end):
                todo.append(at + 1)
                at += 1
            at += 1
    return None


def _runs(text: str, typed: list[int]) -> list[tuple[int, int]]:
    """Where two or more of one sign in a row show as they are typed."""
    found: list[tuple[int, int]] = []
    for at in sorted(typed):
        if found and found[-1][1] == at and text[at] == text[at - 1]:
            found[-1] = found[-1][0], at + 1
        else:
            found.append((at, at + 1))
    return [(start, end) for start, end in found if end - start > 1]
