"""What an engine would run: code that a translation has, and its source has not, is never published."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.build.fault import Fault, Kept, place
from l10n.build.stand import Change

_ACTIVE = re.compile(
    r"\{\{(?:(?:[^{}]|\}(?!\})|\{(?!\{))*\}\})?"  # Vue, Liquid, Jinja, shortcodes of Hugo and Quarto
    r"|\{%(?:[^{}]*+\})?"  # Liquid, shortcodes of Hugo
    r"|<%(?:[^<>]*+>)?"  # ERB, EJS
    r"|(?<!`)`+(?:[rR](?=\s)|\{\w)[^`]*+`*+"  # knitr, Quarto
)
_SIGNS = ("{{", "{%", "<%", "`r", "`R", "`{")
_SHOWN = 30


def new_code(change: Change) -> Iterator[Fault]:
    """That an engine would run what the translation has, and its source has not."""
    if not any(sign in change.after for sign in _SIGNS):
        return
    for new in Counter(_ACTIVE.findall(change.after)) - Counter(_ACTIVE.findall(change.before)):
        message = f"an engine may run {new[:_SHOWN]!r}, which is not in the source"
        yield Fault(Kept.ACTIVE, message, place(change.msgstr, new))
