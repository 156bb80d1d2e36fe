"""What is to be seen of a translation: the deck is shown by its own page, in a browser."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks.model import AnyRule, Flaw, RenderedRule
from l10n.checks.shown import ShownSlide
from l10n.project import Severity

_SEEN = 0.15
"""Of a line: less is the room around its letters, which nobody misses."""


def overflow(slide: ShownSlide) -> Iterator[Flaw]:
    """What the slide shows leaves it at the bottom or at a side, and less of it does in the source.

    Only with `--rendered`. It is told at the translation of that slide that grew most.
    """
    before, after = slide.source, slide.translation
    seen = _SEEN * after.line
    if after.high > before.high + seen:
        lines = max(1, round(after.high / after.line))
        about = "about a line" if lines == 1 else f"about {lines} lines"
        yield Flaw(f"the slide is {after.high:.0f} pixels ({about}) too full; this translation grew most")
    if after.wide > before.wide + seen:
        yield Flaw(f"the slide is {after.wide:.0f} pixels too wide; this translation grew most")


RULES: tuple[AnyRule, ...] = (RenderedRule("overflow", Severity.WARNING, overflow),)
