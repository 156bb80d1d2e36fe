"""What a deck's front matter says of its language, so that browsers, voices and hyphenation follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.deck.view import view
from l10n.dialects import find_front_matter

_QUOTE = "[\"']?"
_VALUE = (
    rf"(?:lang:[ \t]+(?P<one>{_QUOTE})(?P<lang>[A-Za-z]{{2,8}}(?:-[A-Za-z0-9]{{1,8}}){{0,4}})(?P=one)"
    rf"|dir:[ \t]+(?P<other>{_QUOTE})(?P<dir>ltr|rtl)(?P=other))"
    r"[ \t]*(?:[ \t]#.*)?$"
)
_TOP = re.compile(rf"^{_VALUE}", re.MULTILINE)
_NESTED = re.compile(rf"^[ \t]+{_VALUE}", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^htmlAttrs:[ \t]*\n((?:[ \t].*\n)*)", re.MULTILINE)
"""Slidev's, of the page."""


def with_language(text: str, source: str, language: str, direction: str) -> str:
    """The deck with ``lang`` and ``dir`` of its front matter set, where it has them; else as it is.

    ``lang`` is only set where it names the language of the source: of code, it names that of a program.
    """
    seen = view(text, dedent=False)
    front = find_front_matter(seen.text)
    if front is None or front.language != "yaml":
        return text
    parts: list[str] = []
    at = 0
    for match in sorted(_said(seen.text, *front.inner), key=re.Match.start):
        if match["lang"] and _primary(match["lang"]) != _primary(source):
            continue
        start, end = map(seen.origin, match.span("lang" if match["lang"] else "dir"))
        parts += text[at:start], language if match["lang"] else direction
        at = end
    return "".join((*parts, text[at:]))


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _said(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    yield from _TOP.finditer(text, start, end)
    for block in _ATTRIBUTES.finditer(text, start, end):
        yield from _NESTED.finditer(text, *block.span(1))
