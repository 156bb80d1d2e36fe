"""How complete a locale is, as rules see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from l10n.catalog import State


@dataclass(frozen=True)
class Completeness:
    """How much of a locale is translated, and how much of it has to be."""

    done: int
    """Words of the messages that are complete."""
    words: int
    """Words of all messages."""
    least: float | None = None
    """The percentage that is asked for."""
    before: tuple[int, int] | None = None
    """The same two numbers at the revision that is asked about."""
    revision: str = ""
    """How the user named that revision."""
    left: Mapping[str, Mapping[State, Sequence[int]]] = field(default_factory=dict)
    """By catalog, and state: the lines of what is not translated, 0 for what is not in the catalog."""

    orphans: tuple[str, ...] = ()
    """Catalogs whose deck is gone."""

    @property
    def is_reached(self) -> bool:
        """Whether that is translated; of 100 percent no message is left, be it without words."""
        least = self.least or 0
        return 100 * self.done >= least * self.words and not (least == 100 and any(self.left.values()))

    @property
    def worst(self) -> str:
        """The catalog in which most messages are not translated."""
        return max(self.left, key=lambda file: sum(map(len, self.left[file].values())))
