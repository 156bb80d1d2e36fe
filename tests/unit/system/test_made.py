"""A folder that is filled again and again, and may have other things in it."""

from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.system import MARKER, Made, Room


def made(root: Path) -> Made:
    return Made(Room(root, "shots", hidden=True).file(MARKER))


def fill(root: Path, *names: str) -> None:
    one = made(root)
    with one.filled():
        for name in names:
            one.put(name, name.encode())


def files(root: Path) -> list[str]:
    base = root / "shots"
    found = (path for path in base.rglob("*") if path.is_file() and path.name != MARKER)
    return sorted(path.relative_to(base).as_posix() for path in found)


def test_each_run_replaces_what_the_last_one_made_and_leaves_all_else(tmp_path: Path) -> None:
    fill(tmp_path, "fr/a.png", "fr/b.png")
    (tmp_path / "shots/fr/mine.png").write_text("mine")
    fill(tmp_path, "fr/b.png", "fr/c.png")
    assert files(tmp_path) == ["fr/b.png", "fr/c.png", "fr/mine.png"]


def test_what_was_broken_off_takes_nothing_away_and_is_replaced_next_time(tmp_path: Path) -> None:
    fill(tmp_path, "a.png")
    with pytest.raises(FileError):
        fill(tmp_path, "b.png", "../c.png")
    assert files(tmp_path) == ["a.png", "b.png"]
    fill(tmp_path, "b.png")
    assert files(tmp_path) == ["b.png"]


def test_what_had_problems_takes_nothing_away(tmp_path: Path) -> None:
    fill(tmp_path, "a.png")
    with made(tmp_path).filled(["a problem"]):
        pass
    assert files(tmp_path) == ["a.png"]


def test_a_folder_for_which_nothing_was_made_is_not_there(tmp_path: Path) -> None:
    fill(tmp_path)
    assert not (tmp_path / "shots").exists()


def test_what_is_another_s_is_named_and_stays(tmp_path: Path) -> None:
    (tmp_path / "shots").mkdir()
    (tmp_path / "shots/a.png").write_text("mine")
    with pytest.raises(FileError, match=r"shots/a.png: it is there already, and l10n did not make it"):
        fill(tmp_path, "a.png")
    assert (tmp_path / "shots/a.png").read_text() == "mine"


@pytest.mark.parametrize("name", ["../a.png", "/a.png", "a/../../b.png", ""])
def test_nothing_leaves_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match="no name of a file"):
        fill(tmp_path, name)


def test_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "shots").mkdir()
    (tmp_path / "shots/fr").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileError):
        fill(tmp_path, "fr/a.png")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_name_of_two_lines_is_one_name(tmp_path: Path) -> None:
    fill(tmp_path, "a\nmine.png")
    (tmp_path / "shots/mine.png").write_text("mine")
    fill(tmp_path, "b.png")
    assert files(tmp_path) == ["b.png", "mine.png"]
