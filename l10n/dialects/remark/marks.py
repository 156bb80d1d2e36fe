"""What is remark's on a slide: content classes, macros and link definitions of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from l10n.dialects.cut import Fact, SlideMarks


@dataclass(slots=True)
class RemarkMarks(SlideMarks):
    """A slide or step, as the newest version has it."""

    spans: list[tuple[str, bool, int]] = field(default_factory=list)
    """Content classes in the order of the text: names, whether it spans lines, nesting depth."""
    macros: list[str] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)
    glued: list[bool] = field(default_factory=list)
    """Of the step that begins here, and of definitions: whether each takes along the line end before it."""

    @property
    def classes(self) -> list[str]:
        """Those that span lines, in order, then the others, sorted."""
        return [names for part in self._nested for names, _, _ in part]

    @property
    def is_shown(self) -> bool:
        """A layout is there for others."""
        said = dict(self.properties)
        return said.get("layout") != "true" and said.get("exclude", "").lower() != "true"

    @property
    def _nested(self) -> tuple[list[tuple[str, bool, int]], ...]:
        """The order of those within a line is the translator's."""
        return [one for one in self.spans if one[1]], sorted(one for one in self.spans if not one[1])

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What no translation may change, besides blocks."""
        return (
            *self.told,
            ("the code blocks", self.code),
        )

    @property
    def told(self) -> tuple[Fact, ...]:
        """What all versions find by the same rules."""
        return (
            ("the slide's properties (write a no-break space before a colon)", self.kept_properties),
            ("the presenter notes", self.notes),
            ("the content classes", self._nested),
            ("the link definitions", self.definitions),
            ("the macros", sorted(self.macros)),
        )


class EarlierMarks(RemarkMarks):
    """As 0.14 has it, which takes other text for code."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What no translation may change: a step takes along the line end behind it, too."""
        return *self.told, ("lines that are joined over a step or a definition", self.glued)
