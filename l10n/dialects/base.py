"""What the parser needs to know of an engine: a dialect is typed against it without the table of all."""

from __future__ import annotations

from typing import Protocol

from l10n.dialects.cut import Cut


class Dialect(Protocol):
    """What the parser needs to know of an engine."""

    @property
    def name(self) -> str:
        """As users write it in the configuration."""

    @property
    def dedent(self) -> bool:
        """Whether the engine drops the indent that all lines share."""

    def cut(self, text: str) -> Cut:
        """Find slides and Markdown documents in a normalised text."""

    def earlier(self, text: str) -> Cut | None:
        """The same by an earlier version of the engine that is still in use; None if there is none."""
