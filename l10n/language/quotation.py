"""Texts of strangers as a sentence quotes them."""

from __future__ import annotations


def excerpt(text: str, most: int = 60) -> str:
    """The text on one line; of one that has more than ``most`` characters, the beginning."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
