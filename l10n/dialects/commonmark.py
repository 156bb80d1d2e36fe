"""Plain CommonMark pages: one slide, one document; front matter is not Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.dialects.cut import Cut, Slice, SlideMarks
from l10n.markdown import BlockToken, commonmark

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class _Markdown:
    name: str = "markdown"
    dedent: bool = False

    def cut(self, text: str) -> Cut:
        """The whole text is one slide; YAML front matter is kept as code."""
        marks = SlideMarks(start=0, end=len(text))
        front = _FRONT_MATTER.match(text)
        masks = ((0, front.end()),) if front else ()
        if front:
            marks.code.append(front.group())
        return Cut((marks,), (Slice(0, len(text), masks),))

    def blocks(self, source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
        """As CommonMark has them, and tables."""
        return commonmark(source)

    def earlier(self, text: str) -> Cut | None:  # noqa: ARG002
        """There is no engine, and so no earlier version."""
        return None


MARKDOWN = _Markdown()
