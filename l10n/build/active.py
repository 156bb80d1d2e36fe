"""What an engine would run: code that a translation has, and its source has not, is never published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from l10n.build.stand import Change
from l10n.dialects import Fault, Kept, place
from l10n.markdown import without_code
from l10n.regex import regex

ACTIVE = regex(
    r"\{\{(?:(?:[^{}]|\}(?!\})|\{(?!\{))*\}\})?"  # Vue, Liquid, Jinja, shortcodes of Hugo and Quarto
    r"|\{%(?:[^{}]*+\})?"  # Liquid, shortcodes of Hugo
    r"|<%(?:[^<>]*+>)?"  # ERB, EJS
    r"|(?<!`)`+(?:[rR](?=[\s#])|\{\w)[^`]*+`*+"  # knitr, Quarto
)
"""Code that some engine runs, or what begins such code."""
_TEX = regex(r"(?<!\\)(?:\\\\)*(\\[^\W\d_]+)")
"""What pandoc, and Quarto with it, take for TeX."""
_SIGNS = ("{{", "{%", "<%", "`r", "`R", "`{", "\\")
_SHOWN = 30


def new_code(change: Change) -> Iterator[Fault]:
    """That an engine would run what the translation has, and its source has not."""
    if not any(sign in change.after for sign in _SIGNS):
        return
    for new in Counter(_code(change.after, change)) - Counter(_code(change.before, change)):
        message = f"an engine may run {new[:_SHOWN]!r}, which is not in the source"
        yield Fault(Kept.ACTIVE, message, place(change.msgstr, new))


def _code(text: str, change: Change) -> list[str]:
    """Each piece; a tag of Liquid or Jinja on one line, for they have no comments that end with one."""
    tex = _TEX.findall(without_code(text)) if change.renderer.runs_tex and "\\" in text else []
    return [" ".join(one.split()) if one.startswith("{%") else one for one in ACTIVE.findall(text)] + tex
