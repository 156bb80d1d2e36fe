"""remark itself, run by node: what the engine makes of a deck."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from engines import node
from engines.node import HERE, Program, in_page, started

BUNDLES = {
    "0.14.1": HERE / "packages" / "package" / "starter" / "template" / "remark.min.js",
    "0.15.0": Path("/usr/share/javascript/remark-slide/remark.min.js"),
}
"""By version: where ``make engines`` and Debian's ``libjs-remark-slide`` put the engine."""
MARKED = {"0.15.0": HERE / "packages" / "marked" / "package" / "lib" / "marked.js"}
"""The renderer that a version has by itself, where its bundle has another: Debian's 0.15 has a marked 4."""

Answer = dict[str, Any]
"""``parsed``: the slides as the engine's parser has them; ``shown``: as the slideshow has them."""


def missing(version: str) -> str | None:
    """Why that engine cannot be run here; None if it can."""
    return node.missing(BUNDLES[version], f"remark {version}")


def missing_renderer(version: str) -> str | None:
    """Why the renderer of that engine cannot be run here; None if it can."""
    needed = MARKED.get(version, HERE)
    return missing(version) or node.missing(needed, f"renderer of remark {version}")


def versions(missing: Callable[[str], str | None]) -> Sequence[object]:
    """Each version as a parameter of tests, which are skipped where something is missing."""
    return [
        pytest.param(one, marks=pytest.mark.skipif(bool(reason := missing(one)), reason=str(reason)))
        for one in BUNDLES
    ]


class Engine:
    """One version of remark, in a process that answers deck after deck."""

    def __init__(self, program: Program) -> None:
        self._asked = program.asked
        self.version = str(program.greeting)

    def read(self, text: str) -> Answer:
        """What it makes of a deck that it is given in a page."""
        answer: Answer = self._asked(in_page(text))
        return answer

    def lex(self, markdown: str) -> Answer:
        """The tokens that its renderer finds in a document, and the links defined there."""
        answer: Answer = self._asked({"markdown": markdown})
        return answer

    def inline(self, text: str, links: Mapping[str, Mapping[str, str]]) -> list[list[str]]:
        """What its renderer finds in the text of a block: what it is, and what it says."""
        answer: list[list[str]] = self._asked({"inline": text, "links": links})
        return answer


@contextmanager
def running(version: str) -> Iterator[Engine]:
    """The engine of that version, until the end of the block."""
    renderer = MARKED.get(version, HERE / "none")
    with started("remark.js", BUNDLES[version], *([renderer] if renderer.exists() else [])) as program:
        yield Engine(program)
