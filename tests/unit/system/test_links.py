from pathlib import Path, PurePosixPath

import pytest

from l10n.system.links import below


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project, which has a second name, a link out of it, and links into it."""
    root = tmp_path.resolve() / "project"
    (root / "source").mkdir(parents=True)
    (root.parent / "outside").mkdir()
    (root.parent / "linked").symlink_to("project")
    (root.parent / "decks").symlink_to("project/source")
    (root / "out").symlink_to("../outside")
    return root


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("project", "."),
        ("project/source/a.md", "source/a.md"),
        ("project/source/../a.md", "a.md"),
        ("project/none/a.md", "none/a.md"),
        ("linked/source/a.md", "source/a.md"),
        ("decks/a.md", "source/a.md"),
        ("project/out/a.md", "out/a.md"),
        ("linked/out/a.md", "out/a.md"),
    ],
)
def test_a_path_is_known_by_whatever_name_the_user_calls_the_folder(root: Path, path: str, way: str) -> None:
    assert below(root.parent / path, root) == PurePosixPath(way)


@pytest.mark.parametrize("path", ["outside/a.md", "none", "project/../outside", "."])
def test_what_lies_elsewhere_is_not_below(root: Path, path: str) -> None:
    assert below(root.parent / path, root) is None
