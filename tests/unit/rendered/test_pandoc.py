"""Decks of Quarto by pandoc: which pandoc, what it is told, and what it makes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from l10n.dialects import DIALECTS, handed
from l10n.errors import L10nError
from l10n.rendered import installed
from l10n.rendered.machine import Machine
from l10n.rendered.pandoc import PandocViewer, installed_pandoc
from l10n.rendered.reveal_package import RevealPackage
from l10n.rendered.viewer import Showing
from unit.rendered.test_marp import program
from unit.rendered.test_reveal import package

PANDOC = shutil.which("pandoc")
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="there is no pandoc")


def showing(text: str) -> Showing:
    return Showing("one.qmd", text, "fr", DIALECTS["quarto"], dict)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "repository/.git").mkdir(parents=True)
    (tmp_path / "repository/talks").mkdir()
    return tmp_path / "repository/talks"


@pytest.fixture
def reveal(tmp_path: Path) -> RevealPackage:
    return RevealPackage(package(tmp_path / "reveal.js"))


def says(folder: Path, does: str) -> Path:
    """A pandoc that does something else."""
    one = program(folder / "pandoc")
    one.write_text(f"#!/bin/sh\n{does}\n")
    return one


def test_one_on_the_path_is_taken_but_none_that_came_with_the_project(
    root: Path, tmp_path: Path, reveal: RevealPackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, own = program(root.parent / "bin/pandoc"), program(tmp_path / "bin/pandoc")
    monkeypatch.setenv("PATH", str(theirs.parent))
    assert installed_pandoc(Machine(root), reveal) is None
    monkeypatch.setenv("PATH", f"{theirs.parent}:{own.parent}")
    viewer = installed_pandoc(Machine(root), reveal)
    assert viewer
    assert viewer.program == own
    assert installed_pandoc(Machine(root), None) is None


def test_that_of_quarto_is_as_good(
    root: Path, tmp_path: Path, reveal: RevealPackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    quarto, own = (
        program(tmp_path / "quarto/bin/quarto"),
        program(tmp_path / "quarto/bin/tools/x86_64/pandoc"),
    )
    monkeypatch.setenv("PATH", str(quarto.parent))
    viewer = installed_pandoc(Machine(root), reveal)
    assert viewer
    assert viewer.program == own


def test_one_that_is_named_must_be_able_to_and_have_reveal_js(
    root: Path, tmp_path: Path, reveal: RevealPackage
) -> None:
    with pytest.raises(L10nError, match="nowhere: there is no such file"):
        installed_pandoc(Machine(root), reveal, tmp_path / "nowhere")
    with pytest.raises(L10nError, match=r"shown by reveal\.js; install it"):
        installed_pandoc(Machine(root), None, tmp_path)
    for name, does in (("old", "echo unknown option --sandbox >&2; exit 6"), ("other", "exit 0")):
        with pytest.raises(L10nError, match="this is no pandoc with a sandbox"):
            installed_pandoc(Machine(root), reveal, says(tmp_path / name, does))


def test_it_is_always_in_its_sandbox_and_no_deck_is_an_option(tmp_path: Path, reveal: RevealPackage) -> None:
    told = tmp_path / "told"
    viewer = PandocViewer(says(tmp_path / "bin", f'echo "$@" > {told}; cat'), reveal)
    page = viewer.page(showing("--- slide-level: 9\n--filter=evil\n"))
    assert b"--filter=evil" in page
    assert "--sandbox" in told.read_text().split()
    assert "evil" not in told.read_text()


FAULTS = {
    "hangs": ("exec sleep 60", "pandoc took more than 0.5 seconds"),
    "hangs behind its answer": ("echo; exec >&-; exec sleep 60", "pandoc took more than 0.5 seconds"),
    "fails": (
        "echo 'no such thing' >&2; echo more >&2; exit 3",
        "pandoc cannot show this deck: no such thing",
    ),
    "fails without a word": ("exit 3", "pandoc cannot show this deck: it says nothing"),
    "babbles": ("exec yes", "pandoc answers with more than 33,554,432 bytes"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_that_fails_says_so(
    tmp_path: Path, reveal: RevealPackage, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    does, said = FAULTS[fault]
    if "hangs" in fault:
        monkeypatch.setattr("l10n.rendered.program.answer_once.__defaults__", (0.5, 1 << 25))
    viewer = PandocViewer(says(tmp_path, does), reveal)
    with pytest.raises(L10nError, match=f"^{said}$"):
        viewer.page(showing("# One\n"))


def test_what_reads_before_pandoc_is_done_as_far_as_nothing_is_run() -> None:
    deck = (
        "```{r, echo=FALSE}\n#| fig-cap: One\nplot(1)\n```\n\n::: {.callout-note}\n## Not a slide\n:::\n\n"
        ":::: panel-tabset\n### Tab\n::: x\n# Deep\n:::\n::::\n\n## A slide\n"
    )
    assert handed(deck) == (
        "```r\n#| fig-cap: One\nplot(1)\n```\n\n::: {.callout-note}\n###### Not a slide\n:::\n\n"
        ":::: panel-tabset\n###### Tab\n::: x\n###### Deep\n:::\n::::\n\n## A slide\n"
    )


@needs_pandoc
@pytest.mark.engine
def test_it_makes_the_slides_of_the_deck(reveal: RevealPackage) -> None:
    deck = (
        "---\ntitle: Un\nauthor:\n  - name: Moi\nfilters: [evil.lua]\nslide-level: 1\n---\n\n"
        "# Deux\n\n## Pas une\n\n```{python}\nopen('HACKED', 'w')\n```\n\n# Trois {#three}\n\n$x^2$\n"
    )
    page = PandocViewer(Path(str(PANDOC)), reveal).page(showing(deck)).decode()
    assert '<section id="title-slide">' in page
    assert '<p class="author">Moi</p>' in page
    assert page.count("<section") == 3
    assert '<section id="three"' in page
    assert "<math" in page


@needs_pandoc
@pytest.mark.engine
@pytest.mark.parametrize("text", ["", "\0", "\ud83d", "---\n", "\\input{/etc/passwd}"])
def test_whatever_stands_in_a_deck_it_is_a_page(reveal: RevealPackage, text: str) -> None:
    viewer = PandocViewer(Path(str(PANDOC)), reveal)
    assert viewer.page(showing(text)).startswith(b"<!DOCTYPE html>")


@needs_pandoc
@pytest.mark.engine
def test_what_pandoc_does_not_read_is_said_in_its_words(reveal: RevealPackage) -> None:
    viewer = PandocViewer(Path(str(PANDOC)), reveal)
    with pytest.raises(L10nError, match=r"^pandoc cannot show this deck: .*YAML"):
        viewer.page(showing("---\ntitle: [\n---\n"))


def test_what_is_named_wrongly_leaves_no_program_behind(root: Path, tmp_path: Path) -> None:
    with pytest.raises(L10nError, match="nowhere: there is no such file"):
        installed(root, {"reveal": tmp_path / "nowhere"})
