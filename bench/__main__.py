"""Print the tables of figures that README quotes; ``python -m bench 1 100 10000`` for other sizes."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from bench import bench_edits, bench_peers, bench_replay, bench_scale, bench_speed, bench_stats


def show(title: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Print a Markdown table, row by row; what is one cell is said as a sentence."""
    print(f"\n{title}\n")
    for number, row in enumerate(rows):
        print("| " + " | ".join(row) + " |" if len(row) > 1 else row[0], flush=True)
        if number == 0 and len(row) > 1:
            print("|" + " ---: |" * len(row), flush=True)


def updates() -> None:
    """What edits cost translators, and how long an update takes."""
    show("Edits of one kind", bench_edits.bench())
    show("One catalog, one message in twenty edited", bench_scale.bench())
    show("One catalog, every message edited", bench_scale.hostile())
    show("Seven years of a course, replayed", bench_replay.bench())


def main() -> None:
    """All tables, those of speed at the sizes given; ``python -m bench updates`` only those of updates."""
    if sys.argv[1:] == ["updates"]:
        updates()
        return
    sizes = tuple(int(size) for size in sys.argv[1:])
    show("Speed", bench_speed.bench(sizes or (1, 100, 300)))
    show("Stats in five languages", bench_stats.bench(sizes or (1, 100)))
    show("With an empty catalog", bench_peers.bench())
    updates()


if __name__ == "__main__":
    main()
