"""Each test also where the system has no exchange of names, as on some file systems and on Windows."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from l10n.system import disk, regular
from l10n.system.regular import TEMPORARY, OddFileError, SavedMeanwhileError


def _cannot(*_: object) -> bool:
    return False


@pytest.fixture(params=["exchange", "no exchange", "no links either", "paths"])
def folder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[disk.Folder]:
    if request.param != "exchange":
        monkeypatch.setattr(disk, "_renamed", _cannot)
    if request.param == "no links either":
        monkeypatch.setattr(os, "link", _raising(errno.EPERM))
        monkeypatch.setattr(os, "supports_dir_fd", os.supports_dir_fd | {os.link})
    if request.param == "paths":
        monkeypatch.setattr(disk, "BY_DESCRIPTOR", False)
    opened = disk.open_anchor(str(tmp_path))
    yield opened
    disk.close(opened)


def _raising(number: int) -> Callable[..., None]:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.iterdir())


def test_new_file_has_its_content_and_nothing_is_left_beside_it(folder: disk.Folder, tmp_path: Path) -> None:
    regular.put(folder, "a.po", b"x", None)
    assert (names(tmp_path), (tmp_path / "a.po").read_bytes()) == (["a.po"], b"x")


def test_file_is_replaced_whole_and_nothing_is_left_beside_it(folder: disk.Folder, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    regular.put(folder, "a.po", b"new", b"old")
    assert (names(tmp_path), (tmp_path / "a.po").read_bytes()) == (["a.po"], b"new")


def test_mode_is_kept(folder: disk.Folder, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"x")
    (tmp_path / "a.po").chmod(0o640)
    regular.put(folder, "a.po", b"y", b"x")
    assert stat.S_IMODE((tmp_path / "a.po").stat().st_mode) == 0o640


def test_new_file_has_the_mode_that_the_user_s_mask_gives(folder: disk.Folder, tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        regular.put(folder, "a.po", b"x", None)
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.po").stat().st_mode) == 0o640


@pytest.mark.parametrize("before", [b"old", None])
def test_file_that_was_saved_meanwhile_stays(
    folder: disk.Folder, tmp_path: Path, before: bytes | None
) -> None:
    (tmp_path / "a.po").write_bytes(b"saved")
    with pytest.raises(SavedMeanwhileError):
        regular.put(folder, "a.po", b"ours", before)
    assert (names(tmp_path), (tmp_path / "a.po").read_bytes()) == (["a.po"], b"saved")


def test_file_that_was_removed_meanwhile_is_not_made_again(folder: disk.Folder, tmp_path: Path) -> None:
    with pytest.raises(SavedMeanwhileError):
        regular.put(folder, "a.po", b"ours", b"old")
    assert names(tmp_path) == []


def test_what_is_saved_between_two_exchanges_stays_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves = iter([b"one", b"two", b"three"])
    exchange = disk.exchange

    def busy(folder: disk.Folder, one: str, other: str) -> bool:
        for save in saves:
            (tmp_path / "editor").write_bytes(save)
            (tmp_path / "editor").replace(tmp_path / "a.po")
            break
        return exchange(folder, one, other)

    (tmp_path / "a.po").write_bytes(b"old")
    monkeypatch.setattr(disk, "exchange", busy)
    folder = disk.open_anchor(str(tmp_path))
    with pytest.raises(SavedMeanwhileError):
        regular.put(folder, "a.po", b"ours", b"old")
    disk.close(folder)
    assert (names(tmp_path), (tmp_path / "a.po").read_bytes()) == (["a.po"], b"three")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells who writes to a file")
def test_file_that_somebody_is_writing_to_is_not_taken_from_them(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    folder = disk.open_anchor(str(tmp_path))
    with (tmp_path / "a.po").open("r+b") as editor:
        with pytest.raises(SavedMeanwhileError):
            regular.put(folder, "a.po", b"ours", b"old")
        editor.write(b"saved in place")
    disk.close(folder)
    assert (names(tmp_path), (tmp_path / "a.po").read_bytes()) == (["a.po"], b"saved in place")


def test_save_in_place_between_two_exchanges_stays_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves = iter([b"one", b"two"])
    exchange = disk.exchange

    def busy(folder: disk.Folder, one: str, other: str) -> bool:
        for save in saves:
            (tmp_path / "a.po").write_bytes(save)
            break
        return exchange(folder, one, other)

    (tmp_path / "a.po").write_bytes(b"old")
    monkeypatch.setattr(disk, "exchange", busy)
    folder = disk.open_anchor(str(tmp_path))
    with pytest.raises(SavedMeanwhileError):
        regular.put(folder, "a.po", b"ours", b"old")
    disk.close(folder)
    assert (names(tmp_path), (tmp_path / "a.po").read_bytes()) == (["a.po"], b"two")


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("call", ["write", "fsync", "set_mode"])
def test_failed_write_leaves_the_old_file_and_nothing_else(
    folder: disk.Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    error: BaseException,
) -> None:
    def fail(*_: object) -> None:
        raise error

    (tmp_path / "a.po").write_bytes(b"old")
    (tmp_path / "a.po").chmod(0o600)
    monkeypatch.setattr(disk, call, fail)
    with pytest.raises(type(error)):
        regular.put(folder, "a.po", b"new", b"old")
    assert (names(tmp_path), (tmp_path / "a.po").read_bytes()) == (["a.po"], b"old")


def test_what_cannot_be_read_after_the_exchange_gets_its_name_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    folder = disk.open_anchor(str(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr(disk, "is_written_to", _raising(errno.EIO))
        with pytest.raises(SavedMeanwhileError):
            regular.put(folder, "a.po", b"new", b"old")
    disk.close(folder)
    assert (names(tmp_path), (tmp_path / "a.po").read_bytes()) == (["a.po"], b"old")


def test_file_is_on_the_disk_before_it_takes_its_place(
    folder: disk.Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    seen: list[bytes] = []
    fsync = disk.fsync

    def watch(descriptor: int) -> None:
        seen.append((tmp_path / "a.po").read_bytes())
        fsync(descriptor)

    monkeypatch.setattr(disk, "fsync", watch)
    regular.put(folder, "a.po", b"new", b"old")
    assert seen == [b"old"]


@pytest.mark.parametrize("letter", ["x", "é", "字", "🎈"])
def test_name_of_255_bytes_in_any_script_is_written(folder: disk.Folder, tmp_path: Path, letter: str) -> None:
    name = letter * (255 // len(letter.encode()))
    regular.put(folder, name, b"x", None)
    regular.put(folder, name, b"y", b"x")
    assert (tmp_path / name).read_bytes() == b"y"


def test_no_two_files_in_the_making_have_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    create = disk.create
    monkeypatch.setattr(disk, "create", lambda where, name: seen.append(name) or create(where, name))
    folder = disk.open_anchor(str(tmp_path))
    for number in range(50):
        regular.put(folder, f"{'a' * 200}{number}", b"x", None)
    disk.close(folder)
    assert len(set(seen)) == 50
    assert all(name.endswith(TEMPORARY) for name in seen)


def test_missing_file_reads_as_none(folder: disk.Folder) -> None:
    assert regular.read(folder, "none") is None


def _link(path: Path) -> None:
    path.with_name("target").write_bytes(b"theirs")
    path.symlink_to("target")


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "link": (_link, "this is a link"),
    "folder": (Path.mkdir, "this is a folder"),
    "pipe": (os.mkfifo, "this is a pipe"),
}


@pytest.mark.parametrize("act", ["read", "put", "remove"])
@pytest.mark.parametrize(("make", "message"), ODD.values(), ids=ODD)
def test_what_is_no_file_is_named_and_left_alone(
    folder: disk.Folder, tmp_path: Path, make: Callable[[Path], object], message: str, act: str
) -> None:
    make(tmp_path / "a.po")
    before = [(one.name, one.lstat()) for one in sorted(tmp_path.iterdir())]
    acts: dict[str, Callable[[], object]] = {
        "read": lambda: regular.read(folder, "a.po"),
        "put": lambda: regular.put(folder, "a.po", b"x", b"old"),
        "remove": lambda: regular.remove(folder, "a.po"),
    }
    with pytest.raises(OddFileError, match=message):
        acts[act]()
    assert [(one.name, one.lstat()) for one in sorted(tmp_path.iterdir())] == before


def test_socket_is_named(tmp_path: Path, folder: disk.Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("a.po")
        with pytest.raises(OddFileError, match="this is a socket"):
            regular.read(folder, "a.po")


def test_removing_says_whether_it_was_there(folder: disk.Folder, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"x")
    assert regular.remove(folder, "a.po")
    assert not regular.remove(folder, "a.po")
    assert names(tmp_path) == []


def test_file_gets_another_name_in_another_folder_unless_it_is_taken(
    folder: disk.Folder, tmp_path: Path
) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "a.po").write_bytes(b"x")
    there = disk.open_folder(folder, "there")
    regular.move(folder, "a.po", there, "b.po")
    assert (names(tmp_path), names(tmp_path / "there")) == (["there"], ["b.po"])
    (tmp_path / "a.po").write_bytes(b"y")
    with pytest.raises(SavedMeanwhileError):
        regular.move(folder, "a.po", there, "b.po")
    with pytest.raises(SavedMeanwhileError):
        regular.move(folder, "none.po", there, "c.po")
    disk.close(there)
    assert (tmp_path / "a.po").read_bytes() == b"y"
    assert (tmp_path / "there/b.po").read_bytes() == b"x"


def left_by_a_kill(path: Path, saved: bytes | None) -> str:
    """The name of what is left by one who was killed right after names were exchanged."""
    folder = disk.open_anchor(str(path))
    (path / "a.po").write_bytes(b"old")
    exchange = disk.exchange

    def exchanged(where: disk.Folder, one: str, other: str) -> bool:
        if saved is not None:
            (path / "editor").write_bytes(saved)
            (path / "editor").replace(path / "a.po")
        exchange(where, one, other)
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "exchange", exchanged)
        with pytest.raises(KeyboardInterrupt):
            regular.put(folder, "a.po", b"new", b"old")
    disk.close(folder)
    (left,) = set(names(path)) - {"a.po"}
    return left


needs_exchange = pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="no exchange of names")


@needs_exchange
def test_what_is_left_by_a_kill_after_the_exchange_is_swept(tmp_path: Path) -> None:
    left = left_by_a_kill(tmp_path, None)
    folder = disk.open_anchor(str(tmp_path))
    assert regular.sweep(folder, left)
    disk.close(folder)
    assert (names(tmp_path), (tmp_path / "a.po").read_bytes()) == (["a.po"], b"new")


@needs_exchange
def test_what_was_saved_just_before_that_kill_stays(tmp_path: Path) -> None:
    left = left_by_a_kill(tmp_path, b"saved")
    folder = disk.open_anchor(str(tmp_path))
    assert not regular.sweep(folder, left)
    disk.close(folder)
    assert (tmp_path / left).read_bytes() == b"saved"
