"""Settings that one dialect has: a row each, with what its value may be and what holds without it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Wanted(NamedTuple):
    """What a value must be."""

    words: str
    """In words, behind "must be"."""
    fits: Callable[[object], bool]


class Option(NamedTuple):
    """A setting of a dialect."""

    name: str
    """As users write it."""
    wanted: Wanted
    default: object
    elsewhere: tuple[str, str] | None = None
    """The engine's own file of settings, in JSON beside ours, and how it names this one there."""


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_expression(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        re.compile(value)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


TEXTS = Wanted("a list of strings", _is_texts)
TRUTH = Wanted("true or false", lambda value: isinstance(value, bool))
EXPRESSION = Wanted("a regular expression", _is_expression)
