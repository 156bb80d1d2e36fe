"""What of Quarto stands on lines of its own: divs, pauses, formulas, drawn tables, metadata."""

from __future__ import annotations

import re

from l10n.dialects.commonmark.drawn import COLUMNS, columns, grid
from l10n.dialects.commonmark.mathematics import mathematics
from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.dialects.commonmark.place import Found, Place, range_of
from l10n.dialects.quarto.inline import ATTRIBUTES, CAPTION, TRAILING_LISTS
from l10n.regex import regex

_OPENING = regex(rf":{{3,}}[ \t]*(?:\{{(?:[^{{}}\n]|{ATTRIBUTES})*\}}|[^\s{{}}:][^\s:]*)[ \t]*:*[ \t]*")
_CLOSING = regex(r":{3,}[ \t]*")
_CALLOUT = regex(r"(?<=[\s{.])callout-\w")
_TITLE = regex(r"(?<=[\s{\"'])title=(?:\"(?P<double>[^\"\s][^\"\n]*)\"|'(?P<single>[^'\s][^'\n]*)')")
"""Of a callout; behind a blank in quotes Pandoc finds no attributes."""
_NOTES = regex(r":{3,}[ \t]*(?:notes|\{(?:[^{}\n]*[\s])?\.notes(?=[\s}])[^{}\n]*\})[ \t]*:*[ \t]*")


def div(place: Place) -> Found | None:
    """``::: {.class}`` and ``:::``, however they stand; the title of a callout is prose."""
    if _CLOSING.fullmatch(place.line):
        return Found(1)
    if not _OPENING.fullmatch(place.line):
        return None
    title = _TITLE.search(place.line) if _CALLOUT.search(place.line) else None
    return Found(1, range_of(title, "double", "single") if title else None)


def opens(line: str) -> bool:
    """Whether a line in the first column begins a div."""
    return _OPENING.fullmatch(line) is not None


def closes(line: str) -> bool:
    """Whether it ends one."""
    return _CLOSING.fullmatch(line) is not None


def opens_notes(line: str) -> bool:
    """Whether it begins presenter notes."""
    return _NOTES.fullmatch(line) is not None


def takes_titles(line: str) -> bool:
    """Whether titles in the div that a line begins are made something else: those of callouts and tabs."""
    return _TAKES_TITLES.search(line) is not None


_TAKES_TITLES = regex(r"(?<=[ .:])(?:callout-(?:note|tip|warning|caution|important)|panel-tabset)\b")


def pause(place: Place) -> Found | None:
    """``. . .`` alone: what follows comes later."""
    return Found(1) if is_pause(place.line) and _nothing_follows(place.following(1)) else None


def is_pause(text: str) -> bool:
    """Whether a text is one."""
    return text.split() == [".", ".", "."]


def _nothing_follows(line: str | None) -> bool:
    return line is None or not line.strip() or line.startswith(":::")


def metadata(place: Place) -> Found | None:
    """YAML between ``---`` and ``---`` or ``...``, anywhere; with a blank line below it is a rule."""
    below = place.following(1)
    if place.line.rstrip() != "---" or below is None or not below.strip():
        return None
    end = place.until("---", re.compile(r"(?:---|\.\.\.)[ \t]*").fullmatch)
    return Found(end) if end else None


def environment(place: Place) -> Found | None:
    r"""TeX from ``\begin{x}`` to ``\end{x}``."""
    match = _BEGIN.match(place.line)
    if match is None:
        return None
    closing = f"\\end{{{match[1]}}}"
    if closing in place.line:
        return Found(1) if place.line.rstrip().endswith(closing) else None
    end = place.until(closing, lambda line: line.rstrip().endswith(closing))
    return Found(end) if end else None


_BEGIN = regex(r"\\begin\{([^{}\n]+)\}")


def caption(place: Place) -> Found | None:
    """``Table: caption {#name}`` on one line, of a table above or below."""
    match = CAPTION.match(place.line)
    if match is None or (place.following(1) or "").strip():
        return None
    lists = TRAILING_LISTS.search(place.line, match.end())
    is_apart = lists is not None and lists.group()[0] in " \t"  # else they are of what stands before them
    end = lists.start() if lists and is_apart else len(place.line.rstrip())
    return Found(1, (match.end(), end)) if end > match.end() else None


def has_columns(text: str) -> bool:
    """Whether lines of their own are a table whose columns are told by dashes."""
    return any(map(COLUMNS.fullmatch, text.split("\n")))


LINES = OwnLines(
    signs=regex(
        r"^[ \t>*+\d.)-]*+(?::::|\$\$|\\begin)|^[ \t>]*(?:--|\. \. \.|\+:?[-=]|[Tt]able:)", re.MULTILINE
    ),
    interrupting={":": (div,), "$": (mathematics,), "\\": (environment,)},
    beginning={".": (pause,), "-": (metadata, columns), "+": (grid,), "T": (caption,), "t": (caption,)},
)
