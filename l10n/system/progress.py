"""How a user is kept told how far a work is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Progress = Callable[[Sequence[str]], Iterable[str]]
"""Wraps the names of what is gone through, so that a terminal may show how far it is."""
