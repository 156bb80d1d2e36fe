"""A file is read again unless it looks as it did when it was read."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.system.digests import fingerprint
from l10n.system.file import File
from l10n.system.files import Files
from l10n.system.own_room import FOLDER
from l10n.system.rooms import Room

KEPT = f"{FOLDER}/looks.json"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file is read; and any time ago is long ago."""
    counts: Counter[str] = Counter()
    really = Room.read

    def count(room: Room, name: str) -> bytes | None:
        counts[name] += 1
        return really(room, name)

    monkeypatch.setattr(Room, "read", count)
    monkeypatch.setattr("l10n.system.looks._MOMENT", -60.0)
    return counts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / "a.md").write_text("one")
    return tmp_path


def digest(folder: Path, name: str = "a.md", *, every: bool = False, dry: bool = False) -> bytes | None:
    files = Files(folder, dry=dry)
    found = files.digest(File(Room(files.root), name))
    files.looks.close(every=every)
    return found


def of(content: bytes) -> bytes:
    return fingerprint([content]).encode()


def test_a_file_that_nobody_touched_is_read_once(folder: Path, read: Counter[str]) -> None:
    assert [digest(folder), digest(folder), digest(folder, dry=True)] == [of(b"one")] * 3
    assert read["a.md"] == 1


def overwritten(file: Path) -> None:
    file.write_text("two")


def replaced(file: Path) -> None:
    other = file.with_name("other")
    other.write_text("two")
    other.rename(file)


def with_its_old_time(file: Path) -> None:
    before = file.stat()
    file.write_text("two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced_with_its_old_time(file: Path) -> None:
    before = file.stat()
    replaced(file)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("save", [overwritten, replaced, with_its_old_time, replaced_with_its_old_time])
def test_a_file_of_the_same_size_is_read_however_it_was_saved(folder: Path, save: object) -> None:
    file = folder / "a.md"
    os.utime(file, (1, 1))  # a tick of the clock between the two
    digest(folder)
    assert callable(save)
    save(file)
    assert digest(folder) == of(b"two")


def test_a_file_that_was_changed_a_moment_ago_is_read_again(
    folder: Path, read: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.system.looks._MOMENT", 2.0)
    assert digest(folder) == digest(folder) == of(b"one")
    assert read["a.md"] == 2
    assert not (folder / KEPT).exists()


def test_what_was_read_counts_not_what_somebody_saved_meanwhile(folder: Path, read: Counter[str]) -> None:
    files = Files(folder)
    file = File(Room(files.root), "a.md")
    files.read(file)
    (folder / "a.md").write_text("two")
    assert files.digest(file) == of(b"one")
    files.forget()
    assert files.digest(file) == of(b"two")
    assert read["a.md"] == 2


def test_who_only_looks_leaves_nothing(folder: Path, read: Counter[str]) -> None:
    assert digest(folder, dry=True) == digest(folder, dry=True) == of(b"one")
    assert read["a.md"] == 2
    assert not (folder / KEPT).exists()


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"a.md"',
        b'{"a.md": 1}',
        b'{"a.md": ""}',
        b'{"a.md": "x"}',
        b"\xff",
        b"[" * 9999,
    ],
)
def test_what_is_damaged_is_none(folder: Path, damage: bytes) -> None:
    (folder / KEPT).write_bytes(damage)
    assert digest(folder) == of(b"one")
    assert [*json.loads((folder / KEPT).read_text())] == ["a.md"]


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(("every", "left"), [(True, ["b.md"]), (False, ["a.md", "b.md"])])
def test_what_a_run_over_all_did_not_ask_for_is_let_go(folder: Path, *, every: bool, left: list[str]) -> None:
    digest(folder)
    (folder / "b.md").write_text("b")
    digest(folder, "b.md", every=every)
    assert [*json.loads((folder / KEPT).read_text())] == left


@pytest.mark.usefixtures("read")
def test_a_file_that_is_gone_has_no_digest_and_one_comes_back_as_it_is(folder: Path) -> None:
    digest(folder)
    (folder / "a.md").unlink()
    assert digest(folder) is None
    (folder / "a.md").write_text("")
    assert digest(folder) == of(b"")


@pytest.mark.usefixtures("read")
@pytest.mark.skipif(os.name == "nt", reason="only some may make links there")
def test_a_link_in_the_place_of_a_file_is_named_though_what_it_leads_to_is_known(folder: Path) -> None:
    digest(folder)
    (folder / "a.md").rename(folder / "b.md")
    (folder / "a.md").symlink_to("b.md")
    with pytest.raises(FileError, match="this is a link"):
        digest(folder)


@pytest.mark.usefixtures("read")
def test_a_file_is_as_fresh_as_it_was_when_it_was_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.system.looks._MOMENT", 0.0)
    changed = (folder / "a.md").stat().st_mtime
    times = iter([changed, changed + 60.0])  # a run that is stopped for a while between look and digest
    monkeypatch.setattr("l10n.system.files.time.time", lambda: next(times))
    digest(folder)
    assert not (folder / KEPT).exists()


@pytest.mark.usefixtures("read")
def test_a_digest_that_is_none_is_no_error(folder: Path) -> None:
    digest(folder)
    kept = json.loads((folder / KEPT).read_text())
    seen = kept["a.md"].rpartition(" ")[0]
    (folder / KEPT).write_text(json.dumps({"a.md": f"{seen} \ud800"}))
    assert digest(folder) == b"?"  # which is that of nothing
