"""Chunks of code that are run: the options of theirs that are prose, and all that is run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from l10n.dialects.chunk_options import Options, read_options
from l10n.dialects.quarto.inline import RUN
from l10n.markdown import BlockToken
from l10n.regex import regex

_RUN = regex(RUN)


def options(text: str, lines: Sequence[str], starts: Sequence[int], tokens: Sequence[BlockToken]) -> Options:
    """The options that are prose of the chunks in a document, whose ``lines`` begin at ``starts``."""
    ranges = [(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    found = [
        read_options(text, ranges[token.map[0]], ranges[token.map[0] + 1 : token.map[1]])
        for token in tokens
        if token.type == "fence" and token.info.strip().startswith("{") and token.map
    ]
    data, untold = (
        (tuple(chain.from_iterable(some)) for some in zip(*found, strict=True)) if found else ((), ())
    )
    return Options(data, untold)


def code_run(text: str) -> Iterator[tuple[int, str]]:
    """The code within lines that is run: where it begins, and what it is, on one line."""
    return ((match.start(), " ".join(match.group().split())) for match in _RUN.finditer(text))
