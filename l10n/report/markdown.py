"""Any text as Markdown that shows just that text."""

from __future__ import annotations

from l10n.regex import regex
from l10n.report.plain import on_one_line

_MARKUP = regex(r"([\\`*_\[\]<>|~@:#&$!])")


def escaped(text: str) -> str:
    """``text`` on one line, with all escaped that could be markup, a table's bar, a mention or an emoji."""
    return _MARKUP.sub(r"\\\1", on_one_line(text))
