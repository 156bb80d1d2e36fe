"""remark itself, run by node: what the engine makes of a deck."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BUNDLES = {
    "0.14.1": HERE / "packages" / "package" / "starter" / "template" / "remark.min.js",
    "0.15.0": Path("/usr/share/javascript/remark-slide/remark.min.js"),
}
"""By version: where ``make engines`` and Debian's ``libjs-remark-slide`` put the engine."""
MARKED = {"0.15.0": HERE / "packages" / "marked" / "package" / "lib" / "marked.js"}
"""The renderer that a version has by itself, where its bundle has another: Debian's 0.15 has a marked 4."""
NODE = shutil.which("node") or shutil.which("nodejs")

Answer = dict[str, Any]
"""``parsed``: the slides as the engine's parser has them; ``shown``: as the slideshow has them."""


def missing(version: str) -> str | None:
    """Why that engine cannot be run here; None if it can."""
    if NODE is None:
        return "there is no node"
    if not BUNDLES[version].exists():
        return f"there is no remark {version}; see CONTRIBUTING.md"
    return None


def missing_renderer(version: str) -> str | None:
    """Why the renderer of that engine cannot be run here; None if it can."""
    if not MARKED.get(version, HERE).exists():
        return f"there is no renderer of remark {version}; see CONTRIBUTING.md"
    return missing(version)


class Engine:
    """One version of remark, in a process that answers deck after deck."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._pipes = process.stdin, process.stdout
        self.version = str(self._answer())

    def read(self, text: str) -> Answer:
        """What it makes of a deck that it is given in a page, where line ends are LF."""
        seen = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        answer: Answer = self._asked(seen)
        return answer

    def lex(self, markdown: str) -> Answer:
        """The tokens that its renderer finds in a document, and the links defined there."""
        answer: Answer = self._asked({"markdown": markdown})
        return answer

    def inline(self, text: str, links: Mapping[str, Mapping[str, str]]) -> list[list[str]]:
        """What its renderer finds in the text of a block: what it is, and what it says."""
        answer: list[list[str]] = self._asked({"inline": text, "links": links})
        return answer

    def _asked(self, question: object) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


@contextmanager
def running(version: str) -> Iterator[Engine]:
    """The engine of that version, until the end of the block."""
    renderer = MARKED.get(version, HERE / "none")
    command = [str(NODE), str(HERE / "remark.js"), str(BUNDLES[version])]
    command += [str(renderer)] if renderer.exists() else []
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, **pipes) as process:
        yield Engine(process)
        assert process.stdin is not None
        process.stdin.close()
