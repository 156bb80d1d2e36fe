"""Files whose folders are asked about at once."""

import os
from pathlib import Path

import pytest

from l10n.system import disk
from l10n.system.files import Files
from l10n.system.glance import Glance
from l10n.system.rooms import Room

LONG_AGO = 1_000_000_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("a.md", "b.md", "sub/c.md", ".hidden", "made/d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (LONG_AGO, LONG_AGO))
    (tmp_path / "link.md").symlink_to("a.md")
    (tmp_path / "linked").symlink_to("sub")
    return tmp_path


@pytest.mark.parametrize("name", ["a.md", "b.md", "sub/c.md"])
def test_it_says_of_a_file_what_the_file_says(root: Path, name: str) -> None:
    room = Room(root)
    assert Glance().of(room.file(name)) == room.status(name)


@pytest.mark.parametrize(
    "name",
    [
        "none.md",
        "none/a.md",
        "sub",
        "link.md",
        "linked/c.md",
        ".hidden",
        "made/d.md",
        "../a.md",
        "sub/../a.md",
    ],
)
def test_what_is_no_file_of_the_room_is_asked_about_by_itself(root: Path, name: str) -> None:
    assert Glance().of(Room(root, without=("made",)).file(name)) is None


def test_links_are_followed_where_the_room_follows_them(root: Path) -> None:
    room = Room(root, follows=True)
    assert Glance().of(room.file("linked/c.md")) == room.status("sub/c.md")


def kept(root: Path) -> Files:
    """Files of which all are known."""
    files = Files(root)
    for name in ("a.md", "b.md", "sub/c.md"):
        files.digest(Room(root).file(name))
    files.forget()
    return files


def test_what_was_not_touched_is_not_asked_about_by_itself(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (root / "a.md").stat().st_ctime
    monkeypatch.setattr("l10n.system.files.time.time", lambda: before + 60)
    files, asked, real = kept(root), [], disk.status
    monkeypatch.setattr(disk, "status", lambda folder, name: asked.append(name) or real(folder, name))
    room = Room(root)
    with files.at_a_glance():
        known = [files.digest(room.file(name)) for name in ("a.md", "b.md", "sub/c.md")]
        assert files.digest(room.file("none.md")) is None
    assert asked == ["none.md"]
    assert known == [files.digest(room.file(name)) for name in ("a.md", "b.md", "sub/c.md")]
    assert asked == ["none.md", "a.md", "b.md", "c.md"]


def test_what_is_saved_meanwhile_is_for_the_next_look(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (root / "a.md").stat().st_ctime
    monkeypatch.setattr("l10n.system.files.time.time", lambda: before + 60)
    files, room = kept(root), Room(root)
    with files.at_a_glance():
        old = [files.digest(room.file(name)) for name in ("a.md", "b.md")]
        (root / "b.md").write_text("another")
        assert files.digest(room.file("b.md")) == old[1]
    assert files.digest(room.file("a.md")) == old[0]
    assert files.digest(room.file("b.md")) != old[1]


def test_what_was_touched_before_is_read(root: Path) -> None:
    files, room = kept(root), Room(root)
    old = files.digest(room.file("b.md"))
    files.forget()
    (root / "b.md").write_text("another")
    with files.at_a_glance():
        assert files.digest(room.file("b.md")) != old


def test_a_file_that_goes_while_its_folder_is_listed_is_left_out(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Listed:
        """Lists a folder, and then has lost a file of it."""

        def __init__(self, folder: int) -> None:
            with real(folder) as entries:
                self.entries = [one for one in entries if one.name in ("a.md", "b.md")]
            (root / "b.md").unlink()

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            pass

    real = os.scandir
    monkeypatch.setattr(os, "scandir", Listed)
    assert Room(root).statuses().keys() == {"a.md"}


def test_where_folders_are_paths_each_file_is_asked_about_by_itself(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There a listing may tell what a file was like before it was written to."""
    monkeypatch.setattr(disk, "BY_DESCRIPTOR", False)
    room = Room(root)
    assert Glance().of(room.file("a.md")) is None
    assert room.status("a.md") is not None
