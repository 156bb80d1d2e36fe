"""Pages that show decks of reveal.js: which reveal.js, and what is in them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from l10n.dialects import DIALECTS
from l10n.errors import L10nError
from l10n.rendered.machine import Machine
from l10n.rendered.reveal import RevealViewer
from l10n.rendered.reveal_package import RevealPackage, installed_reveal
from l10n.rendered.viewer import Showing

FILES = {
    "6": ("dist/reveal.js", "dist/plugin/markdown.js", "dist/plugin/highlight/zenburn.css"),
    "5": ("dist/reveal.js", "plugin/markdown/markdown.js", "plugin/highlight/zenburn.css"),
}
"""By version: where its files are."""


def package(folder: Path, version: str = "6") -> Path:
    themes = ("dist/theme/black.css", "dist/theme/moon.css", "dist/theme/fonts/one/one.woff")
    for name in (*FILES[version], *themes, "package.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{folder.name}: {name}")
    return folder


def showing(text: str, path: str = "talks/one.md", **styles: bytes) -> Showing:
    known = {f"{name}.css": content for name, content in styles.items()}
    return Showing(path, text, "fr", DIALECTS["reveal"], lambda: {"talks/own/here.css": b"", **known})


def said(page: bytes) -> Any:
    """What the page's script gets."""
    found = re.search(rb'id="l10n-deck">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def links(page: bytes) -> list[str]:
    return re.findall('<link rel="stylesheet" href="([^"]*)"', page.decode())


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a folder of a repository, on a machine without programs."""
    monkeypatch.setenv("PATH", "")
    (tmp_path / "repository/.git").mkdir(parents=True)
    (tmp_path / "repository/talks").mkdir()
    return tmp_path / "repository/talks"


@pytest.fixture
def viewer(tmp_path: Path) -> RevealViewer:
    return RevealViewer(RevealPackage(package(tmp_path / "reveal.js")))


def found(root: Path, named: Path | None = None) -> Path | None:
    one = installed_reveal(Machine(root), named)
    return one and one.folder


@pytest.mark.parametrize(
    "way", ["talks/node_modules/reveal.js", "node_modules/reveal-md/node_modules/reveal.js"]
)
def test_that_of_the_project_is_taken_or_of_the_repository(root: Path, way: str) -> None:
    assert found(root) is None
    theirs = package(root.parent / way)
    assert found(root) == theirs


def test_one_outside_of_the_repository_is_not_the_projects_though_a_link_leads_there(
    root: Path, tmp_path: Path
) -> None:
    package(tmp_path / "node_modules/reveal.js")
    (root / "node_modules").mkdir()
    (root / "node_modules/reveal.js").symlink_to(tmp_path / "node_modules/reveal.js")
    assert found(root) is None


def test_that_of_the_user_is_beside_reveal_md_node_or_quarto(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = {
        "reveal-md": "home/lib/node_modules/reveal-md/node_modules/reveal.js",
        "node": "home/lib/node_modules/reveal.js",
        "quarto": "home/share/formats/revealjs/reveal",
    }
    program = {"reveal-md": "home/lib/node_modules/reveal-md/bin/reveal-md"}
    for name, way in beside.items():
        file = tmp_path / program.get(name, f"home/bin/{name}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("#!/bin/sh\n")
        file.chmod(0o755)
        monkeypatch.setenv("PATH", str(file.parent))
        own = package(tmp_path / way)
        assert found(root) == own, name
        rmtree(own)


def test_one_that_is_named_is_the_folder_or_below_it_and_must_be_there(root: Path, tmp_path: Path) -> None:
    theirs = package(root / "node_modules/reveal.js")
    own = package(tmp_path / "own/node_modules/reveal.js")
    assert found(root, own) == found(root, tmp_path / "own") == found(root, own.parent) == own
    assert found(root) == theirs
    with pytest.raises(L10nError, match="nowhere: there is no such file"):
        installed_reveal(Machine(root), tmp_path / "nowhere")
    with pytest.raises(L10nError, match=r"there is no reveal\.js \(dist/reveal\.js\) in it"):
        installed_reveal(Machine(root), root.parent / ".git")


def test_only_files_that_pages_load_are_handed_out(tmp_path: Path) -> None:
    one = RevealPackage(package(tmp_path / "reveal.js"))
    (tmp_path / "secret.css").write_text("SECRET")
    (tmp_path / "reveal.js/dist/link.css").symlink_to(tmp_path / "secret.css")
    assert one.file("dist/theme/black.css") == b"reveal.js: dist/theme/black.css"
    for way in (
        "package.json",
        "dist/../../secret.css",
        "dist/link.css",
        "/etc/passwd",
        "dist",
        "dist/no.js",
    ):
        assert one.file(way) is None
    assert list(one.fonts()) == ["dist/theme/fonts/one/one.woff"]


@pytest.mark.parametrize("version", FILES)
def test_a_page_loads_the_plug_in_where_its_version_has_it(tmp_path: Path, version: str) -> None:
    one = RevealViewer(RevealPackage(package(tmp_path / "reveal.js", version)))
    page = one.page(showing("# One\n"))
    core, plugin, style = FILES[version]
    assert re.findall('<script src="([^"]*)"', page.decode()) == [
        f"../../engine/{core}",
        f"../../engine/{plugin}",
    ]
    assert links(page)[-2:] == ["../../engine/dist/theme/black.css", f"../../engine/{style}"]
    assert one.loads


def test_without_the_plug_in_it_shows_nothing(tmp_path: Path) -> None:
    (package(tmp_path / "reveal.js") / "dist/plugin/markdown.js").unlink()
    assert not RevealViewer(RevealPackage(tmp_path / "reveal.js")).loads


def test_text_without_front_matter_is_a_file_and_with_it_part_of_the_page(viewer: RevealViewer) -> None:
    plain = said(viewer.page(showing("# </script><b>\n")))
    assert (plain["text"], plain["inPage"]) == ("# </script><b>\n", False)
    assert plain["separators"] == {
        "data-separator": "\r?\n---\r?\n",
        "data-separator-vertical": "\r?\n----\r?\n",
        "data-separator-notes": "^s*notes?:",
    }
    fronted = said(viewer.page(showing("---\nseparator: <!--s-->\nverticalSeparator: ''\n---\n# One\n")))
    assert (fronted["text"], fronted["inPage"]) == ("\n# One\n", True)
    assert fronted["separators"] == {"data-separator": "<!--s-->", "data-separator-notes": "^s*notes?:"}


def test_front_matter_names_themes_styles_and_plain_options(viewer: RevealViewer) -> None:
    front = (
        "title: <One>\ntheme: moon\ncss: [own/here.css, there.css, http://x.org/a.css, ../../out.css]\n"
        "revealOptions:\n  width: 1280\n  rtl: true\n  autoSlide: 5\n  keyboard: {1: next}\n"
    )
    page = viewer.page(showing(f"---\n{front}---\n# One\n", there=b""))
    assert b"<title>&lt;One&gt;</title>" in page
    own = ["../talks/own/here.css", "../there.css"]
    assert links(page)[2:] == ["../../engine/dist/theme/moon.css", "../../engine/" + FILES["6"][2], *own]
    options = said(page)["options"]
    assert (options["width"], options["rtl"], options["autoSlide"]) == (1280, True, 0)
    assert "keyboard" not in options


@pytest.mark.parametrize("theme", ["../../../secret", "nowhere", "7", "own/missing.css", "'\"><script>'"])
def test_a_theme_that_is_not_there_is_the_one_that_reveal_md_has(viewer: RevealViewer, theme: str) -> None:
    page = viewer.page(showing(f"---\ntheme: {theme}\n---\n# One\n"))
    assert links(page)[2] == "../../engine/dist/theme/black.css"
    assert page.count(b"<script") == 4


@pytest.mark.parametrize("front", ["theme: [", "- a list", "theme: !!python/object:os.x {}", "a: &a [*a]"])
def test_whatever_stands_in_front_matter_it_is_a_page(viewer: RevealViewer, front: str) -> None:
    page = viewer.page(showing(f"---\n{front}\n---\n# One\n"))
    assert said(page)["text"].endswith("# One\n")
