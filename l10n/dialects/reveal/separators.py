"""What parts the slides of a deck: from its front matter, the project, or the defaults of reveal-md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from l10n.dialects.base import Settings
from l10n.dialects.options import Option
from l10n.dialects.reveal.expression import Expression, expression
from l10n.dialects.reveal.syntax import UnsupportedError
from l10n.errors import ConfigError, DeckError, Place
from l10n.language import Value, accepts, shown_value, string


def _fault(source: str) -> str | None:
    """What is wrong with an expression; None, too, for an empty one, which stands for none."""
    try:
        _ = source and expression(source)
    except UnsupportedError as error:
        return str(error)
    return None


@accepts(**string.schema)
def _supported(value: Value) -> str:
    if fault := _fault(string(value)):
        message = f"{value.name!r} must be a regular expression, but {shown_value(value.content)} {fault}"
        raise ConfigError(message, value.place)
    return string(value)


def _option(name: str, key: str, default: str, what: str) -> Option:
    meaning = f"regular expression of what {what}, unless a deck says another"
    return Option(name, _supported, default, meaning, ("reveal-md.json", key))


SEPARATOR = _option("separator", "separator", "\r?\n---\r?\n", "parts slides")
VERTICAL = _option(
    "vertical-separator", "verticalSeparator", "\r?\n----\r?\n", "parts slides that stand below"
)
NOTES = _option("notes-separator", "notesSeparator", "^s*notes?:", "begins notes")
"""As reveal.js has it: the backslash of ``\\s`` is lost in its source."""


def without_file(option: Option, default: str | None = None) -> Option:
    """The same setting where there is no file of reveal-md, with another default if one is given."""
    return option._replace(elsewhere=None, default=option.default if default is None else default)


KEYS = {SEPARATOR: "separator", VERTICAL: "verticalSeparator", NOTES: "notesSeparator"}
"""How front matter names them."""


class Separators(NamedTuple):
    """The expressions of one deck."""

    slide: str
    vertical: str
    """Nothing, where no slides stand below each other."""
    notes: str

    @property
    def attributes(self) -> Mapping[str, str]:
        """As a section in a page has them; one that is not said is not there."""
        return {
            "data-separator": self.slide,
            **({"data-separator-vertical": self.vertical} if self.vertical else {}),
            "data-separator-notes": self.notes,
        }

    def slides(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Where each separator stands, and whether the next slide stands below."""
        either = expression(f"{self.slide}|{self.vertical}" if self.vertical else self.slide)
        beside = expression(self.slide, by_lines=False)
        for start, end in either.finditer(text):
            yield start, end, not beside.matches_in(text[start:end])

    def markers(self, text: str) -> list[tuple[int, int]]:
        """Where notes are said to begin on a slide."""
        return list(self._notes.finditer(text))

    @property
    def counts_markers(self) -> bool:
        """Whether there may be notes: what remembers a match has more parts than reveal.js looks for."""
        return not self._notes.groups

    @property
    def _notes(self) -> Expression:
        return expression(self.notes, any_case=True)


def separators(said: Mapping[str, Any], settings: Settings, front_matter: str) -> Separators:
    """Those of a deck; ``DeckError`` for an expression of its front matter that cannot be used."""
    found = (_chosen(option, said.get(key), settings, front_matter) for option, key in KEYS.items())
    slide, vertical, notes = found
    return Separators(slide or str(SEPARATOR.default), vertical, notes or str(NOTES.default))


def named_by(attribute: str, said: Mapping[str, str]) -> str:
    """The expression in an attribute, nothing without one; ``DeckError`` if it cannot be used."""
    found = said.get(attribute, "")
    if fault := _fault(found):
        raise DeckError(f"the {attribute} of a section {fault}", Place("", 0))
    return found


def _chosen(option: Option, said: object, settings: Settings, front_matter: str) -> str:
    if not isinstance(said, str):
        return str(settings.of(option))
    if fault := _fault(said):
        key = KEYS[option]
        line = re.search(rf"^[\"']?{key}\b", front_matter, re.MULTILINE)
        number = front_matter.count("\n", 0, line.start() if line else 0) + 1
        raise DeckError(f"its {key} {fault}", Place("", number))
    return said
