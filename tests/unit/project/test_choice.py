"""Which dialect a deck of a project is read in: settings, then marks, then remark."""

from pathlib import Path
from typing import Any

import pytest

from l10n.dialects.detect import Mark
from l10n.dialects.engines import ENGINES
from l10n.dialects.table import DIALECTS
from l10n.errors import FileError
from l10n.project import choice
from l10n.project.choice import Choice, choose
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.system.files import Files

PACKAGE = '{"devDependencies": {"@slidev/cli": "^0.49"}}'
FEW = {name: DIALECTS[name] for name in ("remark", "markdown")}
MARP = "---\nmarp: true\n---\n\n# A\n"
REMARK = "# A\n\n???\n\nb\n"


@pytest.fixture(autouse=True)
def reads_remark_and_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever other dialects there are."""
    for module in ("choice", "engines"):
        monkeypatch.setattr(f"l10n.project.{module}.DIALECTS", FEW)


def chosen(text: str, *beside: Mark, **settings: Any) -> Choice:
    return choose(Config(Path(), **settings), "a.md", text, beside)


@pytest.fixture
def reads_marp(reads_remark_and_pages: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it comes after
    """There is a dialect of that name."""
    monkeypatch.setattr(choice, "DIALECTS", {**FEW, "marp": DIALECTS["markdown"]})


def test_deck_without_marks_is_remark_s() -> None:
    assert chosen("# A\n") == Choice("remark", "no certain mark of an engine")


def test_mark_of_a_dialect_decides() -> None:
    assert chosen(REMARK) == Choice("remark", "`???`", 3)
    assert chosen(REMARK).why == "line 3: `???`"


@pytest.mark.usefixtures("reads_marp")
def test_dialect_is_used_as_soon_as_there_is_one() -> None:
    assert chosen(MARP) == Choice("marp", "`marp: true`", 2)


@pytest.mark.parametrize("name", sorted(ENGINES.keys() - FEW.keys()))
def test_engine_that_is_not_read_is_named(name: str) -> None:
    found = chosen("# A\n", Mark(ENGINES[name], "x", 7))
    title = ENGINES[name].title
    assert (found.dialect, found.reason, found.warned_at) == ("remark", f"l10n does not read {title}", 7)
    assert found.warning == (
        f"this looks like a deck of {title} (line 7: `x`), but is read as remark; l10n does not read {title}"
    )


def test_setting_wins_and_marks_of_another_engine_are_named() -> None:
    found = chosen(REMARK, dialect="markdown")
    assert (found.dialect, found.reason, found.warned_at) == ("markdown", "the setting dialect", 3)
    assert found.warning == (
        "this looks like a deck of remark (line 3: `???`), but is read as markdown; "
        "name its dialect in the setting dialects"
    )


def test_pattern_that_marks_speak_against_is_named() -> None:
    assert chosen(REMARK, dialects={"a.*": "markdown"}).warning == (
        "this looks like a deck of remark (line 3: `???`), but is read as markdown; "
        '"a.*" in the setting dialects says so: mend that, or the deck'
    )


def test_setting_for_all_and_marks_may_agree() -> None:
    assert chosen(REMARK, dialect="remark") == Choice("remark", "the setting dialect")


def test_pattern_comes_before_the_setting_for_all() -> None:
    found = chosen(REMARK, dialect="markdown", dialects={"a.*": "remark"})
    assert found == Choice("remark", '"a.*" in the setting dialects')


def test_pattern_ends_the_matter_for_files_beside_a_deck_but_not_for_marks_in_it() -> None:
    package = Mark(ENGINES["slidev"], "x", file="package.json")
    dialects = {"a.md": "markdown"}
    assert chosen("# A\n", package, dialects=dialects).warning == ""
    assert chosen("<v-click>\n", package, dialects=dialects).warning != ""
    assert chosen("# A\n", package, dialect="markdown").warning != ""


def test_marks_of_several_engines_decide_nothing_and_are_all_named() -> None:
    found = chosen("# A\n\n???\n\nb\n\n::right::\n")
    assert (found.dialect, found.reason) == ("remark", "its marks are of several engines")
    assert "Slidev (line 7: `::right::`)" in found.warning


@pytest.mark.usefixtures("reads_marp")
def test_marks_of_several_engines_are_all_named_where_neither_is_in_force() -> None:
    found = chosen("<!-- _class: x -->\n\n::right::\n", dialect="markdown")
    assert "Marp or Slidev (line 1: `_class:`, line 3: `::right::`)" in found.warning
    assert "does not read Slidev" in found.warning


def project_of(root: Path, files: dict[str, str], **settings: Any) -> Project:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    return Project(Config(root.resolve(), **settings), Files(root))


@pytest.mark.parametrize("folder", ["", "source/", "source/talks/"])
def test_file_beside_a_deck_or_above_it_counts(tmp_path: Path, folder: str) -> None:
    project = project_of(tmp_path, {"source/talks/a.md": "# A\n", f"{folder}package.json": PACKAGE})
    assert "`@slidev/cli` in package.json" in project.engines.choice("talks/a.md", "# A\n").warning


def test_nearest_of_a_name_counts(tmp_path: Path) -> None:
    files = {"package.json": PACKAGE, "source/package.json": "{}"}
    assert project_of(tmp_path, files).engines.marks_beside("a.md") == ()


def test_file_above_the_project_or_beside_another_deck_does_not_count(tmp_path: Path) -> None:
    files = {"package.json": PACKAGE, "project/source/a.md": "", "project/source/b/package.json": PACKAGE}
    project_of(tmp_path, files)
    project = Project(Config((tmp_path / "project").resolve()), Files(tmp_path / "project"))
    assert project.engines.marks_beside("a.md") == ()


@pytest.mark.parametrize("content", [b"\xff", None])
def test_file_beside_that_cannot_be_read_says_nothing(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "package.json"
    path.mkdir() if content is None else path.write_bytes(content)
    assert project_of(tmp_path, {"source/a.md": ""}).engines.marks_beside("a.md") == ()


QUARTO = "---\nformat: revealjs\n---\n\n## A\n"


def test_other_ending_is_a_deck_if_marks_say_so_and_the_engine_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"source/a.md": "", "source/b.qmd": QUARTO, "source/c.qmd": "# a page\n"}
    assert project_of(tmp_path, files).decks == ["a.md"]
    read = {**FEW, "quarto": DIALECTS["markdown"]}
    monkeypatch.setattr(choice, "DIALECTS", read)
    monkeypatch.setattr("l10n.project.engines.DIALECTS", read)
    project = project_of(tmp_path, files)
    assert (project.decks, project.others) == (["a.md", "b.qmd"], ["c.qmd"])
    assert project_of(tmp_path, files, dialect="quarto").decks == ["a.md", "b.qmd", "c.qmd"]
    assert project_of(tmp_path, files, include=("*.md",)).decks == ["a.md"]


def test_what_was_looked_for_is_said_where_there_is_no_deck(tmp_path: Path) -> None:
    project = project_of(tmp_path, {"source/talk.qmd": QUARTO, "source/page.qmd": "# A\n"})
    with pytest.raises(FileError) as refused:
        project.some_decks()
    assert str(refused.value) == (
        "source: there is no deck here (**/*.md); "
        'write where they are, as `source = "slides"` or `include = ["talks/*.md"]`, to l10n.toml; '
        "talk.qmd looks like a deck of Quarto (line 2: `format: revealjs`), which l10n does not read"
    )
