"""What a deck says of its language, so that browsers, voices and hyphenation follow it.

A page says it in its first tag, any other deck in its front matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from l10n.deck.view import view
from l10n.dialects import find_front_matter
from l10n.regex import regex

_TAG = r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}"
_VALUE = (
    rf"(?:(?P<lang>lang)|dir):[ \t]+(?P<quote>[\"']?)(?P<value>{_TAG})(?P=quote)"
    r"[ \t]*(?:[ \t]#.*)?$"
)
_TOP = regex(rf"^{_VALUE}", re.MULTILINE)
_NESTED = regex(rf"^[ \t]+{_VALUE}", re.MULTILINE)
_ATTRIBUTES = regex(r"^htmlAttrs:[ \t]*\n((?:[ \t].*\n)*)", re.MULTILINE)
"""Slidev's, of the page."""
_PAGE = regex(
    r"\s*(?:<(?:!--(?:(?!-->)[\s\S])*--|[!?](?!--)[^<>]*)>\s*)*<(?:(?P<html>html)|svg)(?P<said>\s(?:\"[^\"<]*\"|'[^'<]*'|[^\"'<>])*)>",
    re.IGNORECASE,
)
_ATTRIBUTE = regex(
    rf"(?<=[\s\"'])(?:(?P<lang>(?:xml:)?lang)|dir)\s*=\s*(?P<quote>[\"']?)(?P<value>{_TAG})(?P=quote)(?=[\s/>])",
    re.IGNORECASE,
)
_DIR = regex(r"\sdir\s*=", re.IGNORECASE)


def with_language(text: str, source: str, language: str, direction: Callable[[], str]) -> str:
    """The deck with ``lang`` and ``dir`` set, where it has them; else as it is.

    ``lang`` is only set where it names the language of the source: of code, it names that of a program. A
    page gets ``dir``, too, where its language runs from right to left: no browser goes by ``lang``. The
    direction is asked for only where something says it, for a library has to be loaded for it.
    """
    seen = view(text, dedent=False)
    parts: list[str] = []
    at = 0
    for low, high, new in sorted(_edits(seen.text, source, language, direction)):
        start, end = seen.origin(low), seen.origin(high)
        parts += text[at:start], new
        at = end
    return "".join((*parts, text[at:]))


def _edits(
    text: str, source: str, language: str, direction: Callable[[], str]
) -> Iterator[tuple[int, int, str]]:
    """What stands where, and what is to stand there."""
    page = _PAGE.match(text)
    said = [one for one in _said(text, page) if _is_meant(one, source)]
    for match in said:
        yield *match.span("value"), language if match["lang"] else direction()
    if page and page["html"] and said and not _DIR.search(page["said"]) and direction() == "rtl":
        yield page.end("said"), page.end("said"), ' dir="rtl"'


def _is_meant(said: re.Match[str], source: str) -> bool:
    """Whether it is the language of the source, or a direction."""
    if said["lang"]:
        return _primary(said["value"]) == _primary(source)
    return said["value"].lower() in ("ltr", "rtl")


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _said(text: str, page: re.Match[str] | None) -> Iterator[re.Match[str]]:
    """Where language and direction stand."""
    front = find_front_matter(text)
    if front and front.language == "yaml":
        yield from _TOP.finditer(text, *front.inner)
        for block in _ATTRIBUTES.finditer(text, *front.inner):
            yield from _NESTED.finditer(text, *block.span(1))
    elif page:
        yield from _ATTRIBUTE.finditer(text, page.start("said"), page.end())
