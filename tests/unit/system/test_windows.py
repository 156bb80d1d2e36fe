"""What Windows does, as this system can be made to do it."""

import errno
import ntpath
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from l10n.errors import DiskError, FileError
from l10n.system import disk, windows
from l10n.system.rooms import Room


class InUseError(PermissionError):
    """As Windows says it of a file that somebody has open."""

    winerror = 32


@pytest.fixture(autouse=True)
def by_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "BY_DESCRIPTOR", False)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What it waited, which takes no time."""
    waited: list[float] = []
    monkeypatch.setattr(windows.time, "sleep", waited.append)
    return waited


def in_use(monkeypatch: pytest.MonkeyPatch, call: str, times: int) -> None:
    """Let somebody have a file open for the first calls."""
    real: Callable[..., None] = getattr(os, call)
    left = [times]

    def busy(*args: object, **options: object) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise InUseError(errno.EACCES, "in use")
        real(*args, **options)

    monkeypatch.setattr(os, call, busy)


@pytest.mark.parametrize("times", [0, 1, 6])
def test_a_file_that_is_open_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float], times: int
) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    in_use(monkeypatch, "replace", times)
    Room(tmp_path).put("a.po", b"new", b"old")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.po": b"new"}
    assert len(pauses) == times


def test_a_file_that_stays_open_stays_as_it_is_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    in_use(monkeypatch, "replace", 999)
    with pytest.raises(DiskError, match=r"a\.po: cannot be written: in use"):
        Room(tmp_path).put("a.po", b"new", b"old")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.po": b"old"}
    assert sum(pauses) < 2


def test_a_file_that_is_open_for_a_moment_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    in_use(monkeypatch, "unlink", 2)
    assert Room(tmp_path).remove("a.po")
    assert not any(tmp_path.iterdir())
    assert len(pauses) == 2


def test_what_is_refused_for_another_reason_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    (tmp_path / "a.po").write_bytes(b"old")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(FileError, match="cannot be written: no"):
        Room(tmp_path).put("a.po", b"new", b"old")
    assert pauses == []


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        (r"C:\decks", r"\\?\C:\decks"),
        (r"\\server\share\decks", r"\\?\UNC\server\share\decks"),
        (r"\\?\C:\decks", r"\\?\C:\decks"),
    ],
)
def test_a_path_is_taken_to_the_letter(path: str, whole: str) -> None:
    assert windows.verbatim(path) == whole
    below = ntpath.join(whole, "source", "aux.md")
    assert below == rf"{whole}\source\aux.md"


@pytest.mark.parametrize(
    ("tag", "leads"),
    [(0xA000_0003, True), (0xA000_000C, True), (0x9000_601A, False), (0x8000_0013, False), (0, False)],
    ids=["mount point", "symbolic link", "OneDrive", "deduplication", "none"],
)
def test_a_folder_is_no_link_because_a_cloud_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tag: int, leads: bool
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.md").write_bytes(b"b")
    lstat = os.lstat

    def tagged(path: str) -> SimpleNamespace:
        found = lstat(path)
        fields = {name: getattr(found, name) for name in dir(found) if name.startswith("st_")}
        return SimpleNamespace(**fields, st_reparse_tag=tag if str(path).endswith("a") else 0)

    monkeypatch.setattr(os, "lstat", tagged)
    if leads:
        with pytest.raises(FileError, match="no folder"):
            Room(tmp_path).read("a/b.md")
    else:
        assert Room(tmp_path).read("a/b.md") == b"b"


@pytest.mark.parametrize("free", [True, False])
def test_a_lock_is_the_systems_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: bool) -> None:
    asked: list[tuple[int, int]] = []

    def locking(_: int, mode: int, length: int) -> None:
        asked.append((mode, length))
        if not free:
            raise OSError(errno.EDEADLOCK, "held")

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    with Room(tmp_path).held("lock") as held:
        assert held is free
    assert asked == [(2, 1)]
