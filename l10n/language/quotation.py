"""Texts of strangers as a sentence quotes them."""

from __future__ import annotations

_AGREED = 20
"""Characters that are shown before the first that differs."""


def excerpt(text: str, most: int = 60) -> str:
    """The text on one line; of one that has more than ``most`` characters, the beginning."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def excerpts(one: str, other: str, most: int = 60) -> tuple[str, str]:
    """Both texts, as by ``excerpt`` where that shows in what they differ; else from a little before that."""
    if excerpt(one, most) != excerpt(other, most):
        return excerpt(one, most), excerpt(other, most)
    both = [" ".join(text.split()) for text in (one, other)]
    agreed = next((at for at, (a, b) in enumerate(zip(*both, strict=False)) if a != b), min(map(len, both)))
    start = max(0, agreed - _AGREED)
    first, second = (f"…{excerpt(text[start:], most - 1)}" if start else excerpt(text, most) for text in both)
    return first, second
