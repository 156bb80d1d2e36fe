"""Scripts that run in the pages of decks, each an expression."""

from __future__ import annotations

from importlib.resources import files


def _script(name: str) -> str:
    return files("l10n.rendered").joinpath(name).read_text(encoding="utf-8")


def knowing_slides(script: str) -> str:
    """A script that takes what finds the slides of decks among those of reveal.js, with that."""
    return f"({script})({_script('of_decks.js')})"


MEASURE, SHOW = (knowing_slides(_script(name)) for name in ("measure.js", "show.js"))
