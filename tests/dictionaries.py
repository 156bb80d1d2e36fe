"""Dictionaries of Hunspell, as small as can be."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

_AFFIXES = """SET UTF-8
WORDCHARS '
SFX S Y 1
SFX S 0 s .
"""


def install(folder: Path, name: str, words: Iterable[str]) -> Path:
    """A dictionary of ``words``, each of which may have an -s behind it; its file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text(_AFFIXES, encoding="utf-8")
    lines = [f"{word}/S" for word in words]
    file = folder / f"{name}.dic"
    file.write_text("\n".join([str(len(lines)), *lines, ""]), encoding="utf-8")
    return file


def use(patch: pytest.MonkeyPatch, *folders: Path) -> None:
    """Have dictionaries looked for in these folders."""
    patch.setenv("DICPATH", os.pathsep.join(map(str, folders)))
