"""What attacks share: the command in a scratch project, as the tests of the command line have it."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cli.conftest import Workspace, decks, empty, french

__all__ = ["decks", "empty", "french", "scratch"]


@pytest.fixture
def scratch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """An empty project, in memory where the system has such a disk: it is gone through very often."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        root = Path(folder).resolve() / "project"
        root.mkdir()
        yield Workspace(root, monkeypatch)
