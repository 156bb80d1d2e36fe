"""What an engine would run: code that a translation has, and its source has not, is never published."""

from __future__ import annotations

import re
from collections import Counter

_ACTIVE = re.compile(
    r"\{\{(?:(?:[^{}]|\}(?!\})|\{(?!\{))*\}\})?"  # Vue, Liquid, Jinja, shortcodes of Hugo and Quarto
    r"|\{%(?:[^{}]*+\})?"  # Liquid, shortcodes of Hugo
    r"|<%(?:[^<>]*+>)?"  # ERB, EJS
    r"|(?<!`)`+(?:[rR](?=\s)|\{\w)[^`]*+`*+"  # knitr, Quarto
)
_SIGNS = ("{{", "{%", "<%", "`r", "`R", "`{")
_SHOWN = 30


def new_code(before: str, after: str) -> str | None:
    """Why ``after`` may not be published: an engine would run what it has, and ``before`` has not."""
    if not any(sign in after for sign in _SIGNS):
        return None
    new = Counter(_ACTIVE.findall(after)) - Counter(_ACTIVE.findall(before))
    return f"an engine may run {min(new)[:_SHOWN]!r}, which is not in the source" if new else None
