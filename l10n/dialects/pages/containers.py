"""Containers of pages: a line that opens one, what may stand behind its name, and where it ends."""

from __future__ import annotations

import re

from l10n.dialects.commonmark.place import Found, Place, range_of
from l10n.regex import regex

_ATTRIBUTES = r"\{[^{}\n]*\}"


_CONTAINER = regex(
    r":::+[ \t]*(?:(?P<name>\{[^{}\n]+\}|[\w./+-]+)"
    rf"(?:\[(?P<label>[^\[\]\n]*)\][ \t]*(?:{_ATTRIBUTES})?|(?P<attributes>{_ATTRIBUTES})"
    r"|[ \t]+(?P<title>[^\s:{](?:[^\n:{]|:(?!::)|\{(?![^{}\n]*\}[ \t]*\Z))*?)[ \t]*"
    rf"(?:{_ATTRIBUTES})?)?)?"
    r"[ \t]*:*[ \t]*"
)


_OPTION = regex(r":[\w-]+:(?:[ \t]|$)")


_LITERAL = regex(r"\{(?:code|code-block|code-cell|math|mermaid|toctree|eval-rst|literalinclude|raw)\}")


_NO_TITLE = frozenset({"code-group", "raw", "v-pre", "columns", "column", "div", "left", "right"})


def container(place: Place) -> Found | None:
    """``::: tip Title`` of VitePress, Docusaurus, Pandoc; ``:::{note} Title`` of MyST, and its options."""
    match = _CONTAINER.fullmatch(place.line)
    if match is None:
        return None
    name = match["name"] or ""
    if _LITERAL.match(name):
        marks = len(place.line) - len(place.line.lstrip(":"))
        end = place.until(f"{marks} colons", re.compile(rf"[ \t]*:{{{marks}}}[ \t]*").fullmatch)
        return Found(end) if end else None
    count = 1
    while name.startswith("{") and (line := place.following(count)) and _OPTION.match(line.lstrip()):
        count += 1
    return Found(count, None if name in _NO_TITLE else range_of(match, "label", "title"))


_COMPONENT = regex(rf"::(?:[a-zA-Z][\w-]*(?::{{2}}|(?:\[(?P<label>[^\[\]\n]*)\])?(?:{_ATTRIBUTES})?))?[ \t]*")


def component(place: Place) -> Found | None:
    """``::name[Title]{key=value}`` of directives and of MDC, and the ``::`` that ends it."""
    match = _COMPONENT.fullmatch(place.line)
    return Found(1, range_of(match, "label")) if match else None


_ADMONITION = regex(
    r"(?:!!!|\?\?\?\+?)[ \t]*[\w-]+(?:[ \t]+[\w-]+){0,2}[ \t]*(?:\"(?P<title>.*)\")?[ \t]*"
    r"|(?:!!!|\?\?\?\+?)[ \t]*\"(?P<alone>.*)\"[ \t]*"
)


_TAB = regex(r"===[!+]*[ \t]+\"(?P<title>.*)\"[ \t]*")


def admonition(place: Place) -> Found | None:
    """``!!! note "Title"``, ``??? note`` and ``=== "Tab"`` of MkDocs, each with an indented body."""
    match = _ADMONITION.fullmatch(place.line)
    return Found(1, range_of(match, "title", "alone"), body=True) if match else None


def tab(place: Place) -> Found | None:
    """``=== "Title"`` of MkDocs, with an indented body."""
    match = _TAB.fullmatch(place.line)
    return Found(1, range_of(match, "title"), body=True) if match else None


_BLOCK = regex(r"/{3,}(?:[ \t]+(?P<name>[\w-]+)(?:[ \t]*\|[ \t]*(?P<title>.*?))?)?[ \t]*")


_NO_PROSE = frozenset({"html", "caption", "figure-caption", "table-caption"})


def block(place: Place) -> Found | None:
    """``/// note | Title`` of pymdownx, its indented options, and the ``///`` that ends it."""
    match = _BLOCK.fullmatch(place.line)
    if match is None:
        return None
    count = 1
    while match["name"] and (line := place.following(count)) and line.startswith(("    ", "\t")):
        count += 1
    return Found(count, None if match["name"] in _NO_PROSE else range_of(match, "title"))


_SNIPPET = regex(r"-+8<-+(?:[ \t]+\S.*)?[ \t]*|;-*8<-+.*")


def snippet(place: Place) -> Found | None:
    """``--8<-- "file"`` of pymdownx; without a name, what stands between two of them."""
    if not _SNIPPET.fullmatch(place.line):
        return None
    if '"' in place.line or place.line.startswith(";"):
        return Found(1)
    end = place.until("snippet", lambda line: line.strip() == place.line.strip())
    return Found(end or 1)
