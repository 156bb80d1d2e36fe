"""The anchors of titles: as renderers make them, and as they are written behind a title."""

from __future__ import annotations

from l10n.regex import regex

_TARGET = regex(r"\]\([^()]*\)|\]\[[^\[\]]*\]")
_NOT_IN_SLUG = regex(r"[^\w-]")
_PINNED = regex(r"[ \t]*(\{[^{}\n]*\#([\w:.-]+)[^{}\n]*\})[ \t#]*(?=[\r\n]|\Z)")


def slug(title: str) -> str:
    """The anchor of a title as most renderers make it: letters and digits of all scripts, and ``-``."""
    return _NOT_IN_SLUG.sub("", "-".join(_TARGET.sub("]", title).lower().split()))


def pinned(text: str, at: int) -> tuple[str, str]:
    """The attribute list with an anchor that stands behind a title which ends ``at``, and that anchor."""
    match = _PINNED.match(text, at)
    return (match[1], match[2]) if match else ("", "")
