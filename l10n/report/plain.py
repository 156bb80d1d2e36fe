"""Text as a terminal may have it: harmless, in colours, measured in columns; and JSON as harmless."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from l10n.regex import regex

_UNSAFE = regex(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
"""Control characters, line ends, marks of direction that hide text, and halves of characters."""
_SHOWN = {"\n": "⏎", "\t": " "}


class Style(Enum):
    """What pieces of a report look like where there are colours, as parameters of ECMA-48's SGR."""

    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;36"
    ASIDE = "2"
    GREEN = "32"
    YELLOW = "33"
    RED = "31"
    STRUCK = "31;9"


class Painted(NamedTuple):
    """A piece of a line in a style. It has no escape sequence: those are made where it is printed."""

    text: str
    style: Style

    def __str__(self) -> str:
        """The bare text."""
        return self.text


Piece = str | Painted
Line = str | tuple[Piece, ...]
"""A line of a report: text, or pieces of it of which some have a style."""


def borrowed(messages: int, locale: str) -> str:
    """That messages of a locale are shown as another one has them."""
    return f"{locale}: {messages:,} {'message' if messages == 1 else 'messages'} borrowed, and complete"


def not_extracted(words: int, where: str) -> str:
    """What no percentage tells: text that nobody can translate."""
    counted = "1 word" if words == 1 else f"{words:,} words"
    verb = "is" if words == 1 else "are"
    return f"not extracted: {counted} of {where} {verb} in no message; `l10n inspect` lists them"


def printable(line: Line, *, colour: bool = False) -> str:
    """The line, harmless whatever its text is: the only escape sequences are those of its styles."""
    pieces = (line,) if isinstance(line, str) else line
    return "".join(_in_style(piece) if colour else on_one_line(str(piece)) for piece in pieces)


def _in_style(piece: Piece) -> str:
    text = on_one_line(str(piece))
    return f"\x1b[{piece.style.value}m{text}\x1b[0m" if isinstance(piece, Painted) else text


def on_one_line(text: str) -> str:
    """``text``, character for character, without what a terminal would obey instead of show."""
    return _UNSAFE.sub(lambda match: _SHOWN.get(match.group(), "\N{REPLACEMENT CHARACTER}"), text)


def ascii_json(data: Any) -> str:
    """``data`` as JSON, in characters that are safe in any terminal and encoding."""
    return json.dumps(data, indent=2).replace("\x7f", r"\u007f")


def width(text: str) -> int:
    """How many columns ``text`` takes; what a terminal would obey takes none."""
    return len(text) if text.isascii() else sum(map(_columns, _clusters(text)))


def fitting(text: str, columns: int) -> int:
    """How many characters of ``text`` fit in so many columns; what is drawn as one is not parted."""
    return min(len(text), columns) if text.isascii() else _fitting(_clusters(text), columns)


def fitting_at_end(text: str, columns: int) -> int:
    """How many of its last characters do."""
    return min(len(text), columns) if text.isascii() else _fitting([*_clusters(text)][::-1], columns)


def _fitting(clusters: Iterable[str], columns: int) -> int:
    fitted = 0
    for cluster in clusters:
        columns -= _columns(cluster)
        if columns < 0:
            break
        fitted += len(cluster)
    return fitted


# Only texts that are not ASCII need the tables of Unicode, which take longer to import than a check takes.
def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks on them, flags, and emoji that are joined."""
    import wcwidth

    return wcwidth.iter_graphemes(text)


def _columns(cluster: str) -> int:
    import wcwidth

    return wcwidth.width(f" {cluster}", control_codes="ignore") - 1  # a mark on nothing stands on the blank


def start_of(text: str, columns: int) -> str:
    """``text`` in at most so many columns; an ellipsis stands for what is left out."""
    if fitting(text, columns) == len(text):
        return text
    return text[: fitting(text, columns - 1)] + "…"


def end_of(text: str, columns: int) -> str:
    """The same, with what is left out at the start: of paths, the end tells more."""
    if fitting(text, columns) == len(text):
        return text
    return "…" + text[len(text) - fitting_at_end(text, columns - 1) :]


def padded(text: str, columns: int) -> str:
    """``text`` with blanks up to so many columns."""
    return text + " " * (columns - width(text))
