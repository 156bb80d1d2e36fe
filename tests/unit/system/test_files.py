from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.system.file import Changed
from l10n.system.files import Files
from l10n.system.rooms import Room


def test_same_content_is_not_written_again(tmp_path: Path) -> None:
    room = Room(tmp_path)
    (tmp_path / "a.po").write_bytes(b"x")
    files = Files(tmp_path)
    assert not files.write(room.file("a.po"), b"x")
    assert files.changed == []


def test_what_is_written_is_noted_by_its_name_in_the_project(tmp_path: Path) -> None:
    room = Room(tmp_path, "locales/fr")
    files = Files(tmp_path)
    assert files.write(room.file("a/b.po"), b"x")
    assert files.changed == ["locales/fr/a/b.po"]
    assert (tmp_path / "locales/fr/a/b.po").read_bytes() == b"x"


def test_dry_run_notes_and_writes_nothing(tmp_path: Path) -> None:
    room = Room(tmp_path)
    (tmp_path / "b.po").write_bytes(b"x")
    files = Files(tmp_path, dry=True)
    assert files.write(room.file("a.po"), b"x")
    files.remove(room.file("b.po"))
    files.remove(room.file("c.po"))
    assert (files.changed, files.removed) == (["a.po"], ["b.po"])
    assert [path.name for path in tmp_path.iterdir()] == ["b.po"]


def test_removed_file_is_gone_and_noted_once(tmp_path: Path) -> None:
    room = Room(tmp_path)
    (tmp_path / "a.po").write_bytes(b"x")
    files = Files(tmp_path)
    files.remove(room.file("a.po"))
    files.remove(room.file("a.po"))
    assert files.removed == ["a.po"]
    assert not list(tmp_path.iterdir())


def test_file_is_read_once_until_it_is_forgotten(tmp_path: Path) -> None:
    file = Room(tmp_path).file("a.po")
    files = Files(tmp_path)
    file.path.write_bytes(b"one")
    assert files.read(file) == b"one"
    file.path.write_bytes(b"two")
    assert files.read(file) == b"one"
    files.forget()
    assert files.read(file) == b"two"


def test_what_was_saved_since_it_was_read_is_not_overwritten(tmp_path: Path) -> None:
    file = Room(tmp_path).file("a.po")
    files = Files(tmp_path)
    file.path.write_bytes(b"old")
    files.read(file)
    file.path.write_bytes(b"saved")
    with pytest.raises(Changed):
        files.write(file, b"ours")
    assert file.path.read_bytes() == b"saved"
    assert files.changed == []


def test_work_is_done_anew_from_what_was_saved_meanwhile(tmp_path: Path) -> None:
    file = Room(tmp_path).file("a.po")
    files = Files(tmp_path)
    file.path.write_bytes(b"old")
    saves = iter([b"one", b"two"])

    def work() -> bytes:
        content = files.read(file) or b""
        for save in saves:
            file.path.write_bytes(save)
            break
        files.write(file, content + b"!")
        return content

    assert files.settled(work) == b"two"
    assert file.path.read_bytes() == b"two!"


def test_file_that_is_saved_all_the_time_is_left_alone_and_named(tmp_path: Path) -> None:
    file = Room(tmp_path).file("a.po")
    files = Files(tmp_path)
    times: list[int] = []

    def work() -> None:
        files.read(file)
        times.append(1)
        file.path.write_bytes(b"save %d" % len(times))
        files.write(file, b"ours")

    with pytest.raises(FileError, match=r"a\.po: it is saved again and again .* run the command again"):
        files.settled(work)
    assert file.path.read_bytes() == b"save %d" % len(times)
