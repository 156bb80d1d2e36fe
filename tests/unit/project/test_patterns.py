"""Patterns work on every Python that the package allows, 3.11.0 included."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants, _parser  # type: ignore[attr-defined]

import l10n

SINGLE = {_constants.ANY, _constants.IN, _constants.LITERAL, _constants.NOT_LITERAL}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(l10n.__path__, "l10n."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    yield f"{module.name}.{name}", value


def possessive(part: object) -> Iterator[object]:
    """What is repeated possessively, anywhere in a parsed pattern."""
    if isinstance(part, tuple) and len(part) == 2 and part[0] is _constants.POSSESSIVE_REPEAT:
        yield part[1][2]
    if isinstance(part, tuple | list | _parser.SubPattern):
        for inner in part:
            yield from possessive(inner)


def test_nothing_but_single_characters_is_repeated_possessively() -> None:
    """Python before 3.11.5 loses its way in possessive groups: https://github.com/python/cpython/issues/106052."""
    found = dict(patterns())
    assert len(found) > 100
    for name, pattern in found.items():
        for body in possessive(_parser.parse(pattern.pattern, pattern.flags)):
            assert len(body) == 1, name
            assert body[0][0] in SINGLE, name


def test_possessive_groups_would_be_found() -> None:
    (body,) = possessive(_parser.parse(r"x(?:a|(?:b\d+)*+)y"))
    assert len(body) == 2
