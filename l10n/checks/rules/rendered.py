"""What is to be seen of a translation: the deck is shown by its own page, in a browser."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks.model import AnyRule, Flaw, RenderedFlaw, RenderedRule
from l10n.checks.shown import LEAST_SEEN, ShownSlide
from l10n.project import Severity


def overflow(slide: ShownSlide) -> Iterator[RenderedFlaw]:
    """What the slide shows leaves it at the bottom or at a side, or is cut off by a box in it.

    Not where as much is lost in the source. Only with `--rendered`. It is told at the translation of that
    slide that grew most.
    """
    before, after = slide.source, slide.translation
    seen = LEAST_SEEN * after.line
    if after.high > before.high + seen:
        lines = max(1, round(after.high / after.line))
        about = "about a line" if lines == 1 else f"about {lines} lines"
        yield _grown(f"the slide is {after.high:.0f} pixels ({about}) too full")
    if after.wide > before.wide + seen:
        yield _grown(f"the slide is {after.wide:.0f} pixels too wide")
    if after.cut > before.cut + seen:
        yield _grown(f"within the slide, {after.cut:.0f} pixels of a text are cut off")


def _grown(message: str) -> RenderedFlaw:
    return RenderedFlaw(Flaw(f"{message}; this translation grew most"))


def lost_image(slide: ShownSlide) -> Iterator[RenderedFlaw]:
    """An image of the slide, or a film, is not there in this language, and is in the source.

    Only with `--rendered`. It is told at the translation that names it, if there is one. Addresses of other
    hosts are not looked at.
    """
    for path in sorted(slide.lost):
        yield RenderedFlaw(Flaw(f"{path!r} is not there, so the slide lacks what it has in the source"), path)


RULES: tuple[AnyRule, ...] = (
    RenderedRule("overflow", Severity.WARNING, overflow),
    RenderedRule("lost-image", Severity.ERROR, lost_image),
)
