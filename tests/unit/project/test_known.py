"""What a sync has found out is what other commands would find, for as long as nothing has changed."""

import shutil
from pathlib import Path

import pytest

from l10n.catalog.count import Count
from l10n.catalog.states import Counts
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.project.known import DeckCounts, KnownCounts
from l10n.stats.counts import By, Row, rows
from l10n.stats.project import survey
from l10n.sync.decks import Step, run
from l10n.system.files import Files

DECK = "# One\n\nSome text\n\n- Item\n\n---\n\n# Two\n\n`code` here\n"
TRANSLATIONS = {"One": "Un", "Some text": "Some text", "Item": "- Point", "Two": "Deux"}
ALL = Step.EXTRACT | Step.UPDATE | Step.BUILD


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        (tmp_path / "source").mkdir(exist_ok=True)
        (tmp_path / f"source/{name}.md").write_text(DECK)
    run(project(tmp_path), ALL)
    catalog = tmp_path / "locales/fr/LC_MESSAGES/a.po"
    text = catalog.read_text()
    for msgid, msgstr in TRANSLATIONS.items():
        text = text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    catalog.write_text(text)
    run(project(tmp_path), ALL)
    return tmp_path


def project(folder: Path, locales: tuple[str, ...] = ("de", "fr")) -> Project:
    return Project(Config(folder, locales=locales), Files(folder))


def counted(folder: Path, by: By, *, by_message: bool) -> list[Row]:
    return rows(survey(project(folder), by_message=by_message), by)


def known(of: Project) -> set[str]:
    return KnownCounts(of).of(of.decks).keys() & {"a.md", "b.md"}


@pytest.mark.parametrize("by", [By.LOCALE, By.DECK])
def test_counts_of_a_sync_are_those_of_stats(folder: Path, by: By) -> None:
    found = counted(folder, by, by_message=False)
    assert found == counted(folder, by, by_message=True)
    assert {row.counts.refused.messages for row in found} == {0, 1}
    assert known(project(folder)) == {"a.md", "b.md"}


@pytest.mark.parametrize("path", ["source/a.md", "locales/fr/LC_MESSAGES/a.po", "locales/fr/glossary.csv"])
def test_counts_are_known_no_more_once_what_they_depend_on_has_changed(folder: Path, path: str) -> None:
    file = folder / path
    file.write_text((file.read_text() if file.exists() else "") + "\n")
    assert known(project(folder)) == (set() if "glossary" in path else {"b.md"})


def test_counts_do_not_depend_on_what_is_built(folder: Path) -> None:
    (folder / "build/fr/a.md").unlink()
    assert known(project(folder)) == {"a.md", "b.md"}


def test_counts_are_known_wherever_the_project_stands(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "clone"
    shutil.copytree(folder, other)
    counts = [KnownCounts(project(one)).of(["a.md", "b.md"]) for one in (folder, other)]
    assert counts[0] == counts[1]
    assert counts[0].keys() == {"a.md", "b.md"}


def test_counts_of_other_locales_are_others(folder: Path) -> None:
    assert known(project(folder, ("fr",))) == set()


@pytest.mark.parametrize("steps", [Step.EXTRACT, Step.EXTRACT | Step.UPDATE, Step.BUILD])
def test_a_run_that_does_less_than_a_sync_leaves_no_counts(folder: Path, steps: Step) -> None:
    (folder / "source/b.md").write_text(f"{DECK}\nMore\n")
    run(project(folder), steps)
    assert known(project(folder)) == {"a.md"}


def test_a_run_in_some_locales_leaves_no_counts(folder: Path) -> None:
    (folder / "source/b.md").write_text(f"{DECK}\nMore\n")
    run(project(folder), ALL, ("fr",))
    assert known(project(folder)) == {"a.md"}


def test_counts_come_back_from_json() -> None:
    counts = DeckCounts(3, {"fr": Counts(Count(1, 2), Count(3, 4), Count(5, 6), Count(7, 8), Count(9, 10))})
    assert DeckCounts.from_json(counts.to_json()) == counts


@pytest.mark.parametrize("damaged", ["", "{", "[]", "[1, 2]", '[1, {"fr": 2}]', '[1, {"fr": [["x"]]}]'])
def test_damaged_counts_are_none(damaged: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, it only means "not known"
        DeckCounts.from_json(damaged)
