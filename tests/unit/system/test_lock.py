import threading
from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.system import lock
from l10n.system.files import Files
from l10n.system.lock import exclusive
from l10n.system.own_room import FOLDER


def test_a_killed_run_is_known_to_the_next(tmp_path: Path) -> None:
    with exclusive(Files(tmp_path)) as hold:
        assert not hold.broken_off
    (tmp_path / FOLDER / "running").touch()
    with exclusive(Files(tmp_path)) as hold:
        assert hold.broken_off
    with exclusive(Files(tmp_path)) as hold:
        assert hold.broken_off, "whoever does not do what was left undone says nothing of it"
        hold.unfinished = False
    with exclusive(Files(tmp_path)) as hold:
        assert not hold.broken_off
        hold.unfinished = True
    with exclusive(Files(tmp_path)) as hold:
        assert hold.broken_off


def test_project_is_held_for_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    with (
        exclusive(Files(tmp_path)),
        pytest.raises(FileError, match="another l10n command"),
        exclusive(Files(tmp_path)),
    ):
        pass


@pytest.mark.parametrize("silent", [0.0, 60.0])
def test_a_run_waits_for_another_and_says_so_once_if_that_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, silent: float
) -> None:
    monkeypatch.setattr(lock, "_SILENT", silent)
    told: list[str] = []
    begun, end = threading.Event(), threading.Event()

    def first() -> None:
        with exclusive(Files(tmp_path)) as hold:
            assert not hold.waited
            begun.set()
            end.wait(10)

    def sleep(_: float) -> None:
        end.set()
        other.join()

    monkeypatch.setattr(lock.time, "sleep", sleep)
    other = threading.Thread(target=first)
    other.start()
    begun.wait(10)
    with exclusive(Files(tmp_path, waits=lambda: told.append("waits"))) as hold:
        assert hold.waited
        assert not hold.broken_off
    assert told == ["waits"][: silent == 0.0]


def test_project_is_free_again_after_a_run(tmp_path: Path) -> None:
    with exclusive(Files(tmp_path)):
        pass
    with exclusive(Files(tmp_path)):
        assert (tmp_path / FOLDER).is_dir()


def test_project_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), exclusive(Files(tmp_path)):
        raise KeyError
    with exclusive(Files(tmp_path)):
        assert (tmp_path / FOLDER).is_dir()


def test_folder_ignores_itself_in_git(tmp_path: Path) -> None:
    with exclusive(Files(tmp_path)):
        assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"


def test_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("x")
    with pytest.raises(FileError), exclusive(Files(tmp_path)):
        pass
