"""TOML, read or refused in one sentence, in linear time; and values of it as messages show them."""

from __future__ import annotations

import re
import tomllib
from reprlib import Repr
from typing import Any

from l10n.errors import ConfigError, Place
from l10n.regex import regex

_MOST_PARTS = 50
"""Of a dotted key: each is looked up again with every key below it."""
_LONGEST = 200
"""Characters of what is told of a file that is not TOML."""
_APART = regex(
    r'"""(?:[^"\\]+|\\.|"{1,2}(?!"))*(?:""")?'
    r"|'''(?:[^']+|'{1,2}(?!'))*(?:''')?"
    r'|"(?:[^"\\\n]+|\\.)*"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+",
    re.DOTALL,
)
"""Strings and comments: each ends where the text does, if nowhere else, so that none is looked at twice."""
_BETWEEN = regex(r"[\n=,\[\]{}]")
"""What no key goes beyond."""
_LINE = regex(r"at line (\d+)")


def parse_toml(text: str, shown: str) -> dict[str, Any]:
    """The table in ``text``, which is that of the file that messages call ``shown``.

    Raises ``ConfigError`` with the line if it is not TOML, and also where reading it would not end well: by
    its depth, its numbers or its dotted keys.
    """
    place = Place(shown)
    if _parts(text) > _MOST_PARTS:
        raise ConfigError(f"a dotted key has more than {_MOST_PARTS} parts; write a shorter one", place)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        raise ConfigError(
            f"not TOML: {_cut(str(error))}{_hint(str(error))}", Place(shown, int(line[1]) if line else 0)
        ) from error
    except RecursionError as error:
        raise ConfigError(
            "not TOML that can be read: it is nested too deep; write fewer brackets in brackets", place
        ) from error
    except ValueError as error:  # what ``int`` refuses
        raise ConfigError(
            "not TOML that can be read: a number in it has too many digits; write a shorter one", place
        ) from error


def _parts(text: str) -> int:
    """How many parts the longest dotted key has, or what looks like one."""
    bare = _APART.sub("", text) if "." in text else ""
    return max(piece.count(".") for piece in _BETWEEN.split(bare)) + 1


def _hint(message: str) -> str:
    """What most who meet this have forgotten."""
    return '; a text stands in quotation marks: "fr"' if message.startswith("Invalid value") else ""


def _cut(message: str) -> str:
    half = _LONGEST // 2
    return message if len(message) <= _LONGEST else f"{message[:half]}…{message[-half:]}"


def shown_value(value: object) -> str:
    """A value as messages show it: of a long one its beginning and its end, of a deep one the outside."""
    return _BRIEF.repr(value)


class _Brief(Repr):
    """Shows what settings may hold."""

    def __init__(self) -> None:
        super().__init__()
        self.maxstring = self.maxother = 80
        self.maxlevel = 3

    def repr_int(self, x: int, level: int) -> str:  # noqa: ARG002 - the signature is that of ``Repr``
        """Python refuses to write a very long number, which TOML may have as a hexadecimal one."""
        return str(x) if abs(x) < 10**40 else "a number of many digits"


_BRIEF = _Brief()
