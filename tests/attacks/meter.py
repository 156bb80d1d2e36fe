"""Counts what is done with a text: bytecodes, steps of patterns, characters copied or looked through.

Nothing is timed, so a count is the same on every machine. For patterns to be counted, the toolkit is imported
a second time, with a ``re`` whose patterns count; the first one is put back afterwards.
"""

import importlib
import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, SupportsIndex

import markdown_it

import l10n
from attacks.regex_steps import REAL_COMPILE, Counted, Steps

_COUNTED = tuple(str(Path(package.__file__).parent) + os.sep for package in (l10n, markdown_it, tomllib))
"""Whose bytecodes count: of these folders, whatever folder the project lies in."""
_DEEP = 200_000
"""Frames: a pattern is walked by functions that call each other, character by character."""


class Meter:
    """A copy of the toolkit that can be counted."""

    def __init__(self) -> None:
        self.steps = Steps()

    def module(self, name: str) -> Any:
        """A module of the copy."""
        return importlib.import_module(name)

    def text(self, content: str) -> str:
        """A text of which it is counted what is copied of it, and looked through by its methods."""
        return _Text(content, self.steps)

    def count(self, call: Callable[[], object]) -> int:
        """How many steps a call takes."""
        self.steps.count = 0
        before = sys.gettrace()
        sys.settrace(self._trace)
        try:
            call()
            return self.steps.count
        finally:
            sys.settrace(before)
            self.steps.count = 0  # of what it takes to tell that there were too many

    def _trace(self, frame: FrameType, event: str, argument: object) -> Any:  # noqa: ARG002 - Python's signature
        if not frame.f_code.co_filename.startswith(_COUNTED):
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return self._opcode

    def _opcode(self, frame: FrameType, event: str, argument: object) -> Any:  # noqa: ARG002
        self.steps.take(event == "opcode")
        return self._opcode


@contextmanager
def metered() -> Iterator[Meter]:
    """A meter, with a copy of the toolkit that lasts as long."""
    kept = {name: sys.modules.pop(name) for name in list(sys.modules) if _is_ours(name)}
    limit = sys.getrecursionlimit()
    meter = Meter()
    setattr(re, "_compile", partial(_compile, meter.steps))  # noqa: B010 - it is private
    sys.setrecursionlimit(_DEEP)
    try:
        yield meter
    finally:
        sys.setrecursionlimit(limit)
        setattr(re, "_compile", REAL_COMPILE)  # noqa: B010
        for name in [name for name in sys.modules if _is_ours(name)]:
            del sys.modules[name]
        sys.modules.update(kept)
        _reattach(kept)


def _reattach(kept: dict[str, ModuleType]) -> None:
    """A package has its modules as attributes, too, which the copy has replaced."""
    for name, module in kept.items():
        package, _, last = name.rpartition(".")
        if package in kept:
            setattr(kept[package], last, module)


def _is_ours(name: str) -> bool:
    return name == "l10n" or name.startswith("l10n.")


def _compile(steps: Steps, pattern: Any, flags: int = 0) -> Any:
    if isinstance(pattern, Counted):
        return pattern
    real = REAL_COMPILE(pattern, flags)
    return Counted(real, steps) if isinstance(real.pattern, str) else real


class _Text(str):
    """Text whose pieces are such texts, too; each operation counts the characters that it goes through."""

    __slots__ = ("steps",)
    steps: Steps

    def __new__(cls, content: str, steps: Steps) -> "_Text":
        made = super().__new__(cls, content)
        made.steps = steps
        return made

    def _made(self, content: str) -> "_Text":
        self.steps.take(len(content))
        return _Text(content, self.steps)

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        return self._made(super().__getitem__(key))

    def __add__(self, other: str) -> str:
        return self._made(super().__add__(other))

    def __radd__(self, other: str) -> str:
        return self._made(other + str(self))

    def __contains__(self, key: str) -> bool:
        return self.find(key) >= 0

    def find(self, sub: str, start: Any = 0, end: Any = None) -> int:
        stop = len(self) if end is None else min(end, len(self))
        found = super().find(sub, start, stop)
        self.steps.take(max(0, (stop if found < 0 else found) - start))
        return found

    def count(self, sub: str, start: Any = 0, end: Any = None) -> int:
        stop = len(self) if end is None else min(end, len(self))
        self.steps.take(max(0, stop - start))
        return super().count(sub, start, stop)

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        return [self._made(part) for part in super().split(sep, maxsplit)]

    def replace(self, old: str, new: str, count: SupportsIndex = -1) -> str:
        return self._made(super().replace(old, new, count))

    def strip(self, chars: str | None = None) -> str:
        return self._made(super().strip(chars))

    def lstrip(self, chars: str | None = None) -> str:
        return self._made(super().lstrip(chars))

    def rstrip(self, chars: str | None = None) -> str:
        return self._made(super().rstrip(chars))
