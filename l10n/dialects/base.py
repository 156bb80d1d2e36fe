"""What the parser needs to know of an engine: a dialect is typed against it without the table of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from l10n.dialects.cut import Cut
from l10n.markdown import BlockToken


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

    def blocks(self, source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
        """Find the blocks of a Markdown document as the engine's renderer does, and its link definitions."""

    def earlier(self, text: str) -> Cut | None:
        """The same by an earlier version of the engine that is still in use; None if there is none."""
