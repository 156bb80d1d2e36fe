"""Slide dialects: which stretches of a text are slides, notes, code, and which are Markdown.

A dialect is a module-level object that satisfies ``Dialect`` and is listed in ``DIALECTS``; that is all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from l10n.dialects.commonmark import MARKDOWN
from l10n.dialects.cut import Cut
from l10n.dialects.remark.slides import REMARK


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


DIALECTS: Mapping[str, Dialect] = {dialect.name: dialect for dialect in (REMARK, MARKDOWN)}
