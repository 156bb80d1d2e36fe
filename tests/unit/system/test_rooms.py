"""Each test also where folders have no descriptors, as on Windows."""

import os
import pickle
import shutil
import subprocess
from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.system import disk
from l10n.system.names import is_hidden, is_reserved
from l10n.system.regular import TEMPORARY
from l10n.system.rooms import Room

needs_permissions = pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")


@pytest.fixture(params=[True, False], ids=["descriptors", "paths"], autouse=True)
def by(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "BY_DESCRIPTOR", request.param)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project, with things outside of it."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_bytes(b"secret")
    root = tmp_path / "project"
    (root / "source" / "part").mkdir(parents=True)
    (root / "source" / "a.md").write_bytes(b"a")
    (root / "source" / "part" / "b.md").write_bytes(b"b")
    (root / ".git").mkdir()
    (root / ".git" / "config").write_bytes(b"token")
    return root


def link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def descriptors() -> int:
    """How many this process has open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def tree(root: Path) -> dict[str, bytes | str | None]:
    return {
        str(path.relative_to(root)): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in sorted(root.rglob("*"))
    }


def test_file_is_written_in_folders_that_are_made(root: Path) -> None:
    room = Room(root, "locales/fr")
    assert room.read("a/b.po") is None
    room.put("a/b.po", b"x", None)
    room.put("a/c.po", b"y", None)
    assert room.read("a/b.po") == b"x"
    assert (root / "locales/fr/a/c.po").read_bytes() == b"y"


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/etc/passwd", "", ".", "a//b", "a/", "a\0b", "a/./b", ".."]
)
def test_name_that_is_none_below_the_room_is_refused(root: Path, name: str) -> None:
    before = tree(root.parent)
    room = Room(root, "source", hidden=True)
    for act in (room.read, room.status, room.remove, lambda one: room.put(one, b"x", None)):
        with pytest.raises(FileError, match="no name of a file"):
            act(name)
    assert tree(root.parent) == before


@pytest.mark.parametrize("name", [".git/config", "part/.hidden", ".a.md"])
def test_hidden_name_is_refused(root: Path, name: str) -> None:
    room = Room(root, "source")
    for act in (room.read, room.remove, lambda one: room.put(one, b"x", None)):
        with pytest.raises(FileError, match="what is hidden is not touched"):
            act(name)


@pytest.mark.parametrize(
    ("part", "hidden"),
    [
        (".git", True),
        (".GIT", True),
        ("git~1", True),
        ("GIT~2", True),
        ("\u200c.git", True),
        (".\u200cgit", True),
        ("git", False),
        ("a.git", False),
        ("légit~1", False),
    ],
)
def test_what_a_system_takes_for_a_hidden_name_is_hidden(part: str, hidden: bool) -> None:
    assert is_hidden(part) is hidden


@pytest.mark.parametrize(
    ("at", "target"),
    [
        ("locales", "../outside"),
        ("locales/fr", "../../outside"),
        ("locales/fr/part", "../../../outside"),
        ("locales/fr/part", "../../source"),
        ("locales/fr/part", "../../.git"),
        ("locales/fr/part", "other"),
    ],
)
def test_folder_that_is_a_link_is_refused_and_named(root: Path, at: str, target: str) -> None:
    (root / "locales/fr/other").mkdir(parents=True)
    if (root / at).is_dir():
        shutil.rmtree(root / at)
    link(root / at, target)
    before = tree(root.parent)
    room = Room(root, "locales/fr")
    for act in (room.read, room.status, room.remove, lambda one: room.put(one, b"x", None)):
        with pytest.raises(FileError, match=rf"^{at}: this is a link"):
            act("part/secret.md")
    assert tree(root.parent) == before


def test_file_that_is_a_link_is_refused_and_named(root: Path) -> None:
    link(root / "build/fr/a.md", "../../source/a.md")
    room = Room(root, "build/fr")
    before = tree(root.parent)
    for act in (room.read, room.remove, lambda one: room.put(one, b"x", b"a")):
        with pytest.raises(FileError, match=r"^build/fr/a\.md: this is a link"):
            act("a.md")
    assert tree(root.parent) == before


def test_folder_that_becomes_a_link_is_not_followed_either(root: Path) -> None:
    room = Room(root, "build")
    room.put("fr/a.md", b"x", None)
    (root / "build" / "fr").rename(root / "build" / "moved")
    link(root / "build" / "fr", "../source")
    before = (root / "source" / "a.md").read_bytes()
    try:
        room.put("fr/a.md", b"y", b"x")
    except FileError as error:
        assert "this is a link" in str(error)  # noqa: PT017 - a folder that is open already is the one meant
    assert (root / "source" / "a.md").read_bytes() == before


def test_removed_folder_is_opened_anew(root: Path) -> None:
    room = Room(root, "build")
    room.put("fr/a.md", b"x", None)
    shutil.rmtree(root / "build")
    assert room.read("fr/a.md") is None
    room.put("fr/a.md", b"y", None)
    assert (root / "build/fr/a.md").read_bytes() == b"y"


def test_file_in_the_place_of_a_folder_is_named(root: Path) -> None:
    (root / "build").write_bytes(b"x")
    for act in (Room(root, "build/fr").read, Room(root, "build/fr").status):
        with pytest.raises(FileError, match=r"^build: this is no folder"):
            act("a.md")
    with pytest.raises(FileError, match=r"^build: this is no folder"):
        Room(root, "build/fr").put("a.md", b"x", None)


@needs_permissions
def test_read_only_folder_is_an_error(root: Path) -> None:
    root.chmod(0o500)
    try:
        with pytest.raises(FileError, match="cannot be written: Permission denied"):
            Room(root).put("a.po", b"x", None)
    finally:
        root.chmod(0o700)


@pytest.mark.parametrize(
    ("part", "reserved"),
    [
        (".git", True),
        (".Git", True),
        (".git.", True),
        ("git~1", True),
        (".\u200cgit", True),
        (".l10n", True),
        (".L10N", True),
        (".github", False),
        (".gitattributes", False),
        (".", False),
        ("git", False),
    ],
)
def test_git_s_folder_and_ours_are_reserved_by_any_name(part: str, reserved: bool) -> None:
    assert is_reserved(part) is reserved


# Rooms that follow links


@pytest.mark.parametrize(
    ("target", "content"),
    [
        ("a.md", b"a"),
        ("part/b.md", b"b"),
        ("./part/../a.md", b"a"),
        ("part/up/a.md", b"a"),
        ("chain", b"a"),
    ],
)
def test_link_is_followed_where_it_stays_in_the_room(root: Path, target: str, content: bytes) -> None:
    link(root / "source/part/up", "..")
    link(root / "source/chain", "part/../a.md")
    link(root / "source/link.md", target)
    assert Room(root, "source", follows=True).read("link.md") == content


def test_link_with_a_whole_path_is_followed_where_it_stays_in_the_room(root: Path) -> None:
    link(root / "source/link.md", str(root / "source/part/b.md"))
    assert Room(root, "source", follows=True).read("link.md") == b"b"


@pytest.mark.parametrize(
    "target",
    [
        "../../outside/secret.md",
        "../.git/config",
        "/etc/passwd",
        "part/../../.git/config",
        "up/outside/secret.md",
        "../source/a.md",
        "..",
    ],
)
def test_link_out_of_the_room_is_refused_even_if_it_came_back(root: Path, target: str) -> None:
    link(root / "source/up", "../..")
    link(root / "source/link.md", target)
    with pytest.raises(FileError, match=r"^source/link\.md: this link leads out of its folder"):
        Room(root, "source", follows=True).read("link.md")


def test_link_to_what_is_hidden_in_the_room_is_refused(root: Path) -> None:
    link(root / "token.md", ".git/config")
    with pytest.raises(FileError, match="hidden"):
        Room(root, follows=True).read("token.md")


def test_link_to_another_room_within_is_refused(root: Path) -> None:
    (root / "locales").mkdir()
    (root / "locales" / "a.po").write_bytes(b"x")
    link(root / "a.md", "locales/a.po")
    with pytest.raises(FileError, match="leads out"):
        Room(root, follows=True, without=["locales"]).read("a.md")


@pytest.mark.parametrize("target", ["y" * 300, f"{'y' * 300}/x", f"part/{'y' * 300}"])
def test_link_to_a_name_that_no_file_can_have_is_named(root: Path, target: str) -> None:
    link(root / "source/link.md", target)
    room = Room(root, "source", follows=True)
    assert room.files() == ["a.md", "link.md", "part/b.md"]
    for act in (room.read, room.real):
        with pytest.raises(FileError, match=r"^source/link\.md: cannot be read: File name too long"):
            act("link.md")


def test_links_in_a_circle_are_named(root: Path) -> None:
    link(root / "source/one", "two")
    link(root / "source/two", "one")
    with pytest.raises(FileError, match="circle"):
        Room(root, "source", follows=True).read("one")


def test_link_to_nothing_is_as_a_file_that_is_not_there(root: Path) -> None:
    link(root / "source/link.md", "nowhere.md")
    assert Room(root, "source", follows=True).read("link.md") is None


def test_nothing_is_written_or_removed_through_a_link_that_is_followed(root: Path) -> None:
    link(root / "source/link.md", "a.md")
    room = Room(root, "source", follows=True)
    for act in (room.remove, lambda one: room.put(one, b"x", b"a")):
        with pytest.raises(FileError, match="this is a link"):
            act("link.md")
    assert (root / "source/a.md").read_bytes() == b"a"


# Listing


def test_files_are_listed_sorted_and_hidden_ones_left_out(root: Path) -> None:
    (root / "source/.hidden.md").write_bytes(b"")
    (root / "source/.folder").mkdir()
    (root / "source/.folder/c.md").write_bytes(b"")
    (root / f"source/.x{TEMPORARY}").write_bytes(b"")
    assert Room(root, "source").files() == ["a.md", "part/b.md"]
    assert Room(root, "source").files("b.md") == ["part/b.md"]
    assert Room(root, "nothing").files() == []


def test_linked_folder_is_listed_once_by_its_own_name(root: Path) -> None:
    link(root / "source/aaa", "part")
    link(root / "source/part/zzz", "..")
    assert Room(root, "source", follows=True).files() == ["a.md", "part/b.md"]


def test_link_that_is_not_followed_is_listed_so_that_it_is_named(root: Path) -> None:
    link(root / "build/fr/x", "../../source")
    assert Room(root, "build").files() == ["fr/x"]


@pytest.mark.parametrize("target", ["../../outside", "../.git", "/etc"])
def test_link_to_a_folder_out_of_the_room_is_an_error(root: Path, target: str) -> None:
    link(root / "source/x", target)
    with pytest.raises(FileError, match=r"^source/x: this link leads out"):
        Room(root, "source", follows=True).files()


def test_very_deep_folders_are_listed(root: Path) -> None:
    if not disk.BY_DESCRIPTOR:
        pytest.skip("where folders are paths, none can be as deep")
    room = Room(root, "source")
    deep = "/".join("d" * 1100)
    room.put(f"{deep}/a.md", b"x", None)
    try:
        assert f"{deep}/a.md" in room.files()
        assert room.read(f"{deep}/a.md") == b"x"
        room.sweep()
    finally:
        subprocess.run(["rm", "-rf", str(root / "source")], check=True)  # Python's own way recurses


def test_sweep_removes_what_a_killed_run_left_and_nothing_else(root: Path) -> None:
    (root / f"source/part/.0123{TEMPORARY}").write_bytes(b"half")
    (root / f"source/x{TEMPORARY}").write_bytes(b"somebody's")
    link(root / f"source/.link{TEMPORARY}", "../../outside/secret.md")
    link(root / "source/out", "../../outside")
    (root.parent / f"outside/.y{TEMPORARY}").write_bytes(b"not ours")
    Room(root, "source").sweep()
    assert not (root / f"source/part/.0123{TEMPORARY}").exists()
    assert not (root / f"source/.link{TEMPORARY}").is_symlink()
    assert (root / f"source/x{TEMPORARY}").exists()
    assert (root.parent / f"outside/.y{TEMPORARY}").exists()
    assert (root.parent / "outside/secret.md").exists()


# Locks


def test_lock_is_held_by_one(root: Path) -> None:
    room = Room(root, ".l10n", hidden=True)
    with room.held("lock") as first, room.held("lock") as second:
        assert (first, second) == (True, False)
    with room.held("lock") as again:
        assert again


def test_lock_that_is_a_link_is_refused(root: Path) -> None:
    link(root / ".l10n/lock", "../../outside/secret.md")
    with pytest.raises(FileError, match="link"), Room(root, ".l10n", hidden=True).held("lock"):
        pass
    assert (root.parent / "outside/secret.md").read_bytes() == b"secret"


def test_room_goes_to_another_process(root: Path) -> None:
    room = Room(root, "source", follows=True)
    room.read("a.md")
    again = pickle.loads(pickle.dumps(room))
    assert (again.read("a.md"), again.shown("a.md")) == (b"a", "source/a.md")


def test_rooms_keep_few_folders_open(root: Path) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("there is no /proc here to count descriptors in")
    room = Room(root, "source")
    for number in range(100):
        room.put(f"{number}/a/b.md", b"x", None)
    before = descriptors()
    for number in range(100):
        assert room.read(f"{number}/a/b.md") == b"x"
    assert descriptors() <= before
    del room
    assert descriptors() <= before
