"""Tables of figures, as docs/benchmarks.md quotes them."""

from __future__ import annotations

from collections.abc import Iterable

Rows = Iterable[tuple[str, ...]]


def show(title: str, rows: Rows) -> None:
    """Print a Markdown table, row by row."""
    print(f"\n{title}\n")
    for number, row in enumerate(rows):
        print("| " + " | ".join(row) + " |", flush=True)
        if number == 0:
            print("|" + " ---: |" * len(row), flush=True)
