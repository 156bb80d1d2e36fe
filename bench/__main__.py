"""Print the tables of figures that README quotes; ``python -m bench 1 100 10000`` for other sizes."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from bench import bench_checks, bench_peers, bench_speed, bench_stats


def show(title: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Print a Markdown table, row by row."""
    print(f"\n{title}\n")
    for number, row in enumerate(rows):
        print("| " + " | ".join(row) + " |", flush=True)
        if number == 0:
            print("|" + " ---: |" * len(row), flush=True)


def main() -> None:
    """Speed at the sizes given, then stats, checks and peers."""
    sizes = tuple(int(size) for size in sys.argv[1:])
    show("Speed", bench_speed.bench(sizes or (1, 100, 300)))
    show("Stats in five languages", bench_stats.bench(sizes or (1, 100)))
    show("Faults that checks find", bench_checks.summary())
    show("With an empty catalog", bench_peers.bench())


if __name__ == "__main__":
    main()
