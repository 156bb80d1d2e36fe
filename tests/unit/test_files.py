import os
import stat
from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.files import TEMPORARY, Files

needs_permissions = pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_written_file_has_its_content_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    files = Files(tmp_path)
    assert files.write(tmp_path / "a" / "b.po", b"x")
    assert (tmp_path / "a" / "b.po").read_bytes() == b"x"
    assert names(tmp_path / "a") == ["b.po"]
    assert files.changed == ["a/b.po"]


def test_same_content_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"x")
    os.utime(path, ns=(1, 1))
    files = Files(tmp_path)
    assert not files.write(path, b"x")
    assert path.stat().st_mtime_ns == 1
    assert files.changed == []


def test_mode_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"x")
    path.chmod(0o640)
    Files(tmp_path).write(path, b"y")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_new_file_has_the_mode_that_the_user_s_mask_gives(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        Files(tmp_path).write(tmp_path / "a.po", b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.po").stat().st_mode) == 0o640


def test_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match=r"a\.po: cannot be written: No space left on device"):
        Files(tmp_path).write(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.po"]


def test_interrupted_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Files(tmp_path).write(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.po"]


def test_file_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    seen: list[bytes] = []
    fsync = os.fsync

    def watch(descriptor: int) -> None:
        seen.append(path.read_bytes())
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    Files(tmp_path).write(path, b"new")
    assert seen[0] == b"old"


def test_what_a_killed_run_left_behind_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / f".a.po{TEMPORARY}").write_bytes(b"half")
    Files(tmp_path).write(tmp_path / "a.po", b"whole")
    assert names(tmp_path) == ["a.po"]


def test_link_left_in_the_place_of_a_temporary_file_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (root / f".a.po{TEMPORARY}").symlink_to(victim)
    Files(root).write(root / "a.po", b"x")
    assert victim.read_bytes() == b"precious"


def test_dry_run_notes_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.po").write_bytes(b"x")
    files = Files(tmp_path, dry=True)
    assert files.write(tmp_path / "a.po", b"x")
    files.remove(tmp_path / "b.po")
    assert (files.changed, files.removed) == (["a.po"], ["b.po"])
    assert names(tmp_path) == ["b.po"]


def outside(tmp_path: Path) -> tuple[Path, Path]:
    root, other = tmp_path / "project", tmp_path / "other"
    root.mkdir()
    other.mkdir()
    return root, other


def test_dots_do_not_lead_out_of_the_project(tmp_path: Path) -> None:
    root, other = outside(tmp_path)
    with pytest.raises(FileError, match="leads out of the project"):
        Files(root).write(root / ".." / "other" / "a.po", b"x")
    assert names(other) == []


def test_folder_above_is_outside_and_the_project_itself_is_not(tmp_path: Path) -> None:
    root, _ = outside(tmp_path)
    files = Files(root)
    assert files.inside(root) == root.resolve()
    with pytest.raises(FileError, match="leads out of the project"):
        files.inside(root / "..")


def test_linked_folder_does_not_lead_out_of_the_project(tmp_path: Path) -> None:
    root, other = outside(tmp_path)
    (root / "locales").symlink_to(other)
    with pytest.raises(FileError, match=r"^locales.*: it leads out of the project"):
        Files(root).write(root / "locales" / "a.po", b"x")
    assert names(other) == []


def test_linked_file_does_not_lead_out_of_the_project(tmp_path: Path) -> None:
    root, other = outside(tmp_path)
    (other / "a.po").write_bytes(b"theirs")
    (root / "a.po").symlink_to(other / "a.po")
    with pytest.raises(FileError, match="leads out of the project"):
        Files(root).write(root / "a.po", b"x")
    assert (other / "a.po").read_bytes() == b"theirs"


def test_file_outside_is_not_read_either(tmp_path: Path) -> None:
    root, other = outside(tmp_path)
    (other / "a.md").write_bytes(b"theirs")
    (root / "a.md").symlink_to(other / "a.md")
    with pytest.raises(FileError, match="leads out of the project"):
        Files(root).read(root / "a.md")


def test_folder_whose_name_begins_like_the_project_is_outside(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "project-two").mkdir()
    with pytest.raises(FileError, match="leads out of the project"):
        Files(root).write(tmp_path / "project-two" / "a.po", b"x")


def test_link_within_the_project_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.po").write_bytes(b"old")
    (tmp_path / "a.po").symlink_to(tmp_path / "real" / "a.po")
    Files(tmp_path).write(tmp_path / "a.po", b"new")
    assert (tmp_path / "a.po").is_symlink()
    assert (tmp_path / "real" / "a.po").read_bytes() == b"new"


def test_links_in_a_circle_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(FileError):
        Files(tmp_path).read(tmp_path / "a")


def test_missing_file_reads_as_none(tmp_path: Path) -> None:
    assert Files(tmp_path).read(tmp_path / "none") is None


def test_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(FileError, match="a: cannot be read"):
        Files(tmp_path).read(tmp_path / "a")


def test_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(FileError):
        Files(tmp_path).write(tmp_path / "a" / "b.po", b"x")


@needs_permissions
def test_read_only_folder_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FileError, match="cannot be written: Permission denied"):
            Files(tmp_path).write(tmp_path / "a.po", b"x")
    finally:
        tmp_path.chmod(0o700)


def test_removed_file_is_gone_and_noted(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"x")
    files = Files(tmp_path)
    files.remove(tmp_path / "a.po")
    files.remove(tmp_path / "a.po")
    assert files.removed == ["a.po"]
    assert names(tmp_path) == []


def test_removing_a_link_leaves_what_it_leads_to(tmp_path: Path) -> None:
    root, other = outside(tmp_path)
    (other / "a.po").write_bytes(b"theirs")
    (root / "a.po").symlink_to(other / "a.po")
    Files(root).remove(root / "a.po")
    assert names(root) == []
    assert names(other) == ["a.po"]


def test_very_long_name_is_written(tmp_path: Path) -> None:
    name = "é" * 100 + ".po"
    Files(tmp_path).write(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"x"
