"""Which Marp shows decks: the user's own, and one of the project only by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from engines.node import HERE, NODE, missing

from l10n.dialects import DIALECTS
from l10n.errors import L10nError
from l10n.rendered.machine import Machine
from l10n.rendered.marp import Marp, installed_marp, themes_among
from l10n.rendered.viewer import Showing

ENGINE = HERE / "packages/marp/node_modules/@marp-team/marp-core"
DECK = "---\nmarp: true\n---\n\n# One\n\n---\n\n# Two\n"
pytestmark = pytest.mark.skipif(NODE is None, reason="there is no node")
needs_engine = pytest.mark.skipif(
    missing(ENGINE, "Marp Core") is not None, reason=str(missing(ENGINE, "Marp Core"))
)


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in a folder of a repository."""
    (tmp_path / "repository/.git").mkdir(parents=True)
    (tmp_path / "repository/talks").mkdir()
    return tmp_path / "repository/talks"


def showing(text: str, *themes: str, path: str = "one.md", lang: str = "fr") -> Showing:
    """A deck of Marp among style sheets."""
    styles = {f"{number}.css": theme.encode() for number, theme in enumerate(themes)}
    return Showing(path, text, lang, DIALECTS["marp"], lambda: styles)


def found(root: Path, monkeypatch: pytest.MonkeyPatch, *path: Path | str) -> str | None:
    """Where Marp is found with that ``PATH``."""
    monkeypatch.setenv("PATH", ":".join(map(str, [*path, Path(str(NODE)).parent])))
    marp = installed_marp(Machine(root))
    return marp and marp.where


def test_a_marp_on_the_path_is_taken(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = program(tmp_path / "bin/marp")
    assert found(root, monkeypatch) is None
    assert found(root, monkeypatch, own.parent) == str(own)


@pytest.mark.parametrize("folder", ["talks/node_modules/.bin", "node_modules/.bin", "."])
def test_one_that_came_with_the_project_is_passed_over(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    theirs = program(root.parent / folder / "marp")
    own = program(tmp_path / "bin/marp")
    assert found(root, monkeypatch, theirs.parent) is None
    assert found(root, monkeypatch, theirs.parent, own.parent) == str(own)
    monkeypatch.chdir(theirs.parent)
    assert found(root, monkeypatch, "", ".") is None


def test_neither_links_into_the_project_nor_out_of_it_make_it_the_users(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, own = program(root / "marp.js"), program(tmp_path / "bin/other")
    inward, outward = tmp_path / "in/marp", root / "bin/marp"
    for link, target in ((inward, theirs), (outward, own)):
        link.parent.mkdir()
        link.symlink_to(target)
    (tmp_path / "around").symlink_to(root / "bin")
    assert found(root, monkeypatch, inward.parent, outward.parent, tmp_path / "around") is None


def test_a_node_that_came_with_the_project_runs_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, theirs = program(tmp_path / "bin/marp"), program(root / "node_modules/.bin/node")
    monkeypatch.setenv("PATH", f"{theirs.parent}:{own.parent}")
    assert installed_marp(Machine(root)) is None


def test_one_that_is_named_must_be_there(root: Path, tmp_path: Path) -> None:
    with pytest.raises(L10nError, match="nowhere: there is no such file"):
        installed_marp(Machine(root), root / "nowhere")
    with pytest.raises(L10nError, match="no Marp to be loaded from"):
        installed_marp(Machine(root), tmp_path)


def test_one_on_the_path_that_is_no_library_is_not_taken(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = program(tmp_path / "bin/marp")
    monkeypatch.setenv("PATH", f"{own.parent}:{Path(str(NODE)).parent}")
    marp = installed_marp(Machine(root))
    assert marp
    assert not marp.loads
    assert marp.program._process is None


def test_without_node_one_that_is_named_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(L10nError, match="node cannot be found"):
        installed_marp(Machine(root), root)


def test_themes_are_styles_that_say_their_name() -> None:
    contents = {
        "b.css": b"/* @theme b */",
        "c.css": b"p {}",
        "a.css": b"/* @theme a */",
        "x.css": b"@theme \xff",
    }
    assert list(themes_among(contents)) == ["/* @theme a */", "/* @theme b */"]


@pytest.fixture
def marp(root: Path) -> Iterator[Marp]:
    named = installed_marp(Machine(root), ENGINE)
    assert named
    with closing(named):
        yield named


@needs_engine
@pytest.mark.engine
def test_a_page_has_all_slides_and_its_themes(marp: Marp) -> None:
    theme = "/* @theme mine */ section { color: rgb(1, 2, 3) } h1::after { content: '</style>' }"
    deck = DECK.replace("marp: true", "marp: true\ntheme: mine")
    page = marp.page(showing(deck, "/* @theme broken */ {", theme, path="<b>", lang='fr"')).decode()
    assert page.count("<svg data-marpit-svg") == 2
    assert "color:#010203" in page.replace(" ", "") or "rgb(1,2,3)" in page.replace(" ", "")
    assert "'</style>'" not in page
    assert '<html lang="fr&quot;">' in page
    assert "<title>&lt;b&gt;</title>" in page


@needs_engine
@pytest.mark.engine
def test_no_configuration_of_a_project_is_run(
    marp: Marp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (root, root.parent):
        wrong = f"require('fs').writeFileSync({json.dumps(str(root / 'HACKED'))}, '')"
        for name in ("marp.config.js", "marp.config.cjs", "marp.config.mjs", "engine.js", ".marprc.js"):
            (folder / name).write_text(wrong)
        (folder / "package.json").write_text('{"marp": {"engine": "./engine.js"}, "type": "commonjs"}')
        (folder / ".marprc").write_text('{"engine": "./engine.js"}')
    monkeypatch.chdir(root)
    deck = DECK.replace("marp: true", "marp: true\nengine: ./engine.js")
    assert b"One" in marp.page(showing(deck))
    assert not (root / "HACKED").exists()


@needs_engine
@pytest.mark.engine
@pytest.mark.parametrize(
    "text", ["", "\0", "---\nmarp: true", "---\ntheme: 7\nsize: [\n---\n", "\ud83d", "\u2028\r\n"]
)
def test_whatever_stands_in_a_deck_it_is_a_page(marp: Marp, text: str) -> None:
    assert marp.page(showing(text)).startswith(b"<!DOCTYPE html>")


def fake(folder: Path, does: str) -> Path:
    """A Marp Core that does something else where a deck asks for it."""
    core = folder / "node_modules/@marp-team/marp-core/index.js"
    core.parent.mkdir(parents=True)
    core.write_text(
        "exports.Marp = class { constructor() { this.themeSet = { add() {} } } render(deck) {"
        f" if (deck.includes('HOSTILE')) {{ {does} }} return {{ html: '<p>' + deck, css: '' }} }} }}"
    )
    return folder


FAULTS = {
    "hangs": ("for (;;);", "Marp took more than 2 seconds"),
    "ends": ("process.exit(3)", "Marp ended without an answer"),
    "throws": ("throw new Error('no such thing')", "Marp cannot show this deck: no such thing"),
    "throws nothing": ("throw null", "Marp cannot show this deck: null"),
    "says something else": ("console.log('<html>')", "Marp says what is no answer"),
    "makes nothing": ("return {}", "Marp says what is no answer"),
    "makes 100 MB": (
        "return { html: 'x'.repeat(1e8), css: '' }",
        "Marp answers with more than 33,554,432 bytes",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_that_fails_at_a_deck_is_said_once_and_shows_the_next(
    root: Path, tmp_path: Path, fault: str
) -> None:
    does, said = FAULTS[fault]
    named = installed_marp(Machine(root), fake(tmp_path / "fake", does))
    assert named
    with closing(named) as marp:
        marp.program.patience = 2.0 if fault == "hangs" else 60.0
        with pytest.raises(L10nError, match=f"^{said}$"):
            marp.page(showing("HOSTILE"))
        started = marp.program._process
        with pytest.raises(L10nError, match=f"^{said}$"):
            marp.page(showing("HOSTILE"))
        assert marp.program._process is started
        assert b"<p>harmless" in marp.page(showing("harmless"))
