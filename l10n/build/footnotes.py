"""The marks of footnotes, which text keeps."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.dialects import Fault, Kept
from l10n.regex import regex

_MARKS = regex(r"(?=[¹²³⁴⁵⁶⁷⁸⁹⁰†‡])(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|[†‡]+)")
_FOOTNOTE = regex(r"(?:\.[a-zA-Z_-][a-zA-Z_0-9-]*\[)?([¹²³⁴⁵⁶⁷⁸⁹⁰]+|[†‡]+)")


def footnote_mark(text: str) -> str:
    """The mark that a footnote's text begins with (``¹``, ``.red[†]``), or nothing."""
    match = _FOOTNOTE.match(text)
    return match[1] if match else ""


def lost_marks(before: str, after: str, marks: str | None) -> Iterator[Fault]:
    """Those of ``marks`` that ``after`` has less often; where they are not known, of all that may be one."""
    for mark in dict.fromkeys(_MARKS.findall(before)):
        if (marks is None or mark in marks) and before.count(mark) > after.count(mark):
            yield Fault(Kept.MARK, f"the footnote mark {mark} is missing")
