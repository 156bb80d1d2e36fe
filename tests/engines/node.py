"""Programs of node that judge texts: each question is a line of JSON, and so is each answer."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NODE = shutil.which("node") or shutil.which("nodejs")


def missing(needed: Path, name: str) -> str | None:
    """Why a program that needs that file, of the engine of that name, cannot be run here; None if it can."""
    if NODE is None:
        return "there is no node"
    return None if needed.exists() else f"there is no {name}; see CONTRIBUTING.md"


def in_page(text: str) -> str:
    """A deck as an engine gets it in a page, where line ends are LF."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


class Program:
    """A process that answers question after question; first it says something by itself."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.greeting = self._answer()

    def asked(self, question: object) -> Any:
        """Its answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


@contextmanager
def started(program: str, *arguments: object) -> Iterator[Program]:
    """The program in this folder, until the end of the block."""
    command = [str(NODE), str(HERE / program), *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, encoding="utf-8", stdin=pipe, stdout=pipe) as process:
        yield Program(process)
        assert process.stdin is not None
        process.stdin.close()
