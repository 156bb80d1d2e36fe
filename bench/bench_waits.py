"""Where people wait: a sync with nothing to do, with one line edited, with a new sentence, and a cold one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench.costs import Cost, best, run
from bench.inputs.decks import make_project, translate

_LOCALES = ("fr", "de", "es", "it", "nl", "pl", "pt", "ru", "sv", "tr")
_SIZES = ((335, 1), (335, 3), (335, 10))
"""Numbers of decks and of locales."""
_TIMES = 3
"""Each is run so often, and the best counts."""


def bench() -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first; seconds of all processes, and seconds that a person waits."""
    jobs = ("nothing to do", "one line edited", "one new sentence", "cold")
    yield ("decks", "locales", *(f"{job}, {unit} s" for job in jobs for unit in ("CPU", "wall")))
    for decks, locales in _SIZES:
        with tempfile.TemporaryDirectory() as name:
            costs = _costs(Path(name), decks, _LOCALES[:locales])
        figures = (f"{figure:.2f}" for cost in costs for figure in (cost.cpu, cost.seconds))
        yield (f"{decks:,}", str(locales), *figures)


def _costs(project: Path, decks: int, locales: tuple[str, ...]) -> list[Cost]:
    make_project(project, decks)
    run(project, "init", *locales)
    translate(project, every=1)
    run(project, "sync")
    nothing = best([run(project, "sync") for _ in range(_TIMES)])
    deck = sorted(project.glob("source/**/*.md"))[decks // 2]
    text = deck.read_text(encoding="utf-8")
    new = count()
    edited = best(
        [_edited(project, deck, text.replace(" the ", f" the {next(new)} ", 1)) for _ in range(_TIMES)]
    )
    sentence = "\n---\n\nNobody has ever seen sentence {} of this deck before\n"
    added = best([_edited(project, deck, text + sentence.format(next(new))) for _ in range(_TIMES)])
    shutil.rmtree(project / ".l10n")
    shutil.rmtree(project / "build")
    return [nothing, edited, added, run(project, "sync")]


def _edited(project: Path, deck: Path, text: str) -> Cost:
    """What a sync takes once the deck has that text; the deck had another."""
    before = deck.read_text(encoding="utf-8")
    deck.write_text(text, encoding="utf-8")
    cost = run(project, "sync")
    deck.write_text(before, encoding="utf-8")
    run(project, "sync")
    return cost
