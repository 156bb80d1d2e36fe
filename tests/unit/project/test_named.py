"""What pages name, and which packages of ``node_modules`` are therefore part of a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.project.named import files_named, installed
from l10n.system import Room

PAGE = """<script src="node_modules/reveal.js/dist/reveal.js"></script>
<link href='node_modules/@fontsource/lato/lato.css'><script type=module>
import x from "../node_modules/up/x.js"; import y from './node_modules/./same/../y/y.js';
</script>"""


@pytest.fixture
def room(tmp_path: Path) -> Room:
    for name in (
        "reveal.js/dist/reveal.js",
        "reveal.js/node_modules/inner/x.js",
        "reveal.js/.hidden",
        "@fontsource/lato/lato.css",
        "@fontsource/other/other.css",
        "y/y.js",
        "up/x.js",
        "vite/vite.js",
    ):
        path = tmp_path / "source/node_modules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return Room(tmp_path, "source")


def put(room: Room, name: str, text: str) -> None:
    path = room.base / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_packages_that_a_page_names_are_found_and_no_others(room: Room) -> None:
    put(room, "index.html", PAGE)
    assert installed(room, ["index.html"]) == [
        "node_modules/reveal.js/dist/reveal.js",
        "node_modules/@fontsource/lato/lato.css",
        "node_modules/y/y.js",
    ]


def test_a_page_below_names_what_is_above(room: Room) -> None:
    put(room, "part/INDEX.HTM", PAGE)
    assert installed(room, ["part/INDEX.HTM"]) == ["node_modules/up/x.js"]


@pytest.mark.parametrize(
    "named",
    [
        "node_modules/",
        "node_modules/x",
        "node_modules/../../secret/a",
        "../../node_modules/up/x.js",
        "/node_modules/up/x.js",
        "https://example.com/node_modules/gone/x.js",
        "node_modules/@fontsource/lato",
        "node_modules/\0/x",
        "node_modules/gone/x.js",
    ],
)
def test_what_names_no_package_here_is_none(room: Room, named: str) -> None:
    put(room, "index.html", f'<script src="{named}"></script>')
    assert installed(room, ["index.html", "gone.html", "deck.md"]) == []


def test_a_package_that_is_a_link_out_of_the_folder_is_left_out(room: Room, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/x.js").write_text("secret")
    (room.base / "node_modules/linked").symlink_to(tmp_path / "secret")
    put(room, "index.html", '<script src="node_modules/linked/x.js"></script>')
    for follows in (False, True):
        assert installed(Room(tmp_path, "source", follows=follows), ["index.html"]) == []


def test_files_are_named_from_the_folder_of_the_page() -> None:
    assert [*files_named("a b/../c 'd'", "x/y.html")] == ["x/a", "x/c", "x/d"]
