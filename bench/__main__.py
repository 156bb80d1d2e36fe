"""Print the tables of figures that the documents quote: all, or those of the topics named.

``python -m bench updates adoption``; sizes of projects are numbers: ``python -m bench speed 1 100 10000``.
``python -m bench waits baseline=FOLDER`` holds where people wait against another checkout, in the same run.
What takes hours only runs if it is named: ``python -m bench growth 10000 100000 every=20 job=check``.
So does ``python -m bench fit``, which fits the weights of adoption and checks anew, beside those in use,
and ``python -m bench overflow``, which needs a browser and remark.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from bench import (
    bench_adopt,
    bench_checks,
    bench_edits,
    bench_growth,
    bench_overflow,
    bench_peers,
    bench_race,
    bench_replay,
    bench_scale,
    bench_serve,
    bench_speed,
    bench_stats,
    bench_waits,
    check_time,
    fit_weights,
)
from bench.tables import Rows, show

Table = tuple[str, Callable[[], Rows]]


_ASKED_FOR = frozenset({"growth", "fit", "overflow"})
"""Topics that only run if they are named."""


def topics(sizes: tuple[int, ...], options: tuple[str, ...]) -> Mapping[str, tuple[Table, ...]]:
    """The tables of each topic, by title; ``sizes`` are numbers of decks, or of characters of a text."""
    return {
        "speed": (
            ("Speed", lambda: bench_speed.bench(sizes or (1, 100, 300))),
            ("Slides while one translates", lambda: bench_serve.bench(300)),
            ("Stats in five languages", lambda: bench_stats.bench(sizes or (1, 100))),
        ),
        "waits": (("Where people wait", lambda: bench_waits.bench(options)),),
        "updates": (
            ("Edits of one kind", bench_edits.bench),
            ("One catalog, one message in twenty edited", bench_scale.bench),
            ("One catalog, every message edited", bench_scale.hostile),
            ("Seven years of a course, replayed", bench_replay.bench),
        ),
        "adoption": (
            ("Adopted pairs", bench_adopt.bench_pairs),
            ("Adopted after changes", bench_adopt.bench_changes),
            ("Adopted by confidence", bench_adopt.bench_confidence),
            ("Revisions found", bench_adopt.bench_history),
        ),
        "checks": (
            ("Faults that checks find", bench_checks.summary),
            ("Time that checks take", check_time.times),
        ),
        "peers": (
            ("With an empty catalog", bench_peers.bench),
            ("All steps, side by side", lambda: bench_race.bench(sizes or (335,))),
        ),
        "overflow": (("Slides too full once pseudo-translated", bench_overflow.bench),),
        "fit": (
            ("Weights of blocks that belong together", fit_weights.blocks),
            ("Weights of slides that belong together", fit_weights.pages),
            ("Weights of translations that go with their message", fit_weights.translations),
            ("Weights in use, and those fitted to the other pairs", fit_weights.held_out),
        ),
        "growth": (("Time by the length of a text", lambda: bench_growth.bench(sizes, options)),),
    }


def main() -> None:
    """The tables of the topics named, or of all."""
    sizes = tuple(int(word) for word in sys.argv[1:] if word.isdecimal())
    options = tuple(word for word in sys.argv[1:] if "=" in word)
    named = [word for word in sys.argv[1:] if not word.isdecimal() and word not in options]
    known = topics(sizes, options)
    if unknown := [word for word in named if word not in known]:
        sys.exit(f"there is no topic {unknown[0]!r}; there are {', '.join(known)}")
    for topic in named or [topic for topic in known if topic not in _ASKED_FOR]:
        for title, rows in known[topic]:
            show(title, rows())


if __name__ == "__main__":
    main()
