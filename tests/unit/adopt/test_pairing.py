"""Which source deck a translated file belongs to."""

from pathlib import Path

import pytest

from l10n.adopt.pairing import paired
from l10n.errors import FileError
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.system.files import Files


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("one.md", "part/two.md", "other/two.md"):
        path = tmp_path / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Text\n")
    return Project(Config(tmp_path), Files(tmp_path))


def deck_for(project: Project, name: str, locale: str = "fr") -> str:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# Texte\n")
    pairing = paired(project, locale, [path], None)
    if pairing.problems:
        raise pairing.problems[0]
    return next(iter(pairing.found))


@pytest.mark.parametrize(
    ("name", "deck"),
    [
        ("one_fr.md", "one.md"),
        ("old/one.FR.md", "one.md"),
        ("old/fr/one.md", "one.md"),
        ("old/fr/part/two.md", "part/two.md"),
        ("old/other/two_fr.md", "other/two.md"),
        ("part/fr/two.md", "part/two.md"),
        ("build/fr/other/two.md", "other/two.md"),
    ],
)
def test_the_longest_common_end_of_the_path_decides(project: Project, name: str, deck: str) -> None:
    assert deck_for(project, name) == deck


@pytest.mark.parametrize("name", ["three-fr.md", "old/fr/three.md", "three.md"])
def test_deck_may_have_a_mark_of_its_own_language(project: Project, name: str) -> None:
    (project.source.base / "three-en.md").write_text("# Text\n")
    assert deck_for(project, name) == "three-en.md"


@pytest.mark.parametrize("name", ["one_pt-BR.md", "one.pt_BR.md", "pt/one.md"])
def test_locales_are_spelt_in_several_ways(project: Project, name: str) -> None:
    assert deck_for(project, name, "pt_BR") == "one.md"


def test_name_that_fits_two_decks_names_both(project: Project) -> None:
    with pytest.raises(FileError, match=r"other/two.md or part/two.md; name its deck with --source"):
        deck_for(project, "two_fr.md")


def test_two_translations_of_one_deck_are_refused(project: Project) -> None:
    for name in ("a/one_fr.md", "a/fr/one.md"):
        deck_for(project, name)
    pairing = paired(project, "fr", [project.root / "a"], None)
    assert len(pairing.found) == 1
    assert "is a translation of 'one.md', too" in str(pairing.problems[0])


def test_files_without_a_deck_are_strays_in_folders_and_problems_by_name(project: Project) -> None:
    with pytest.raises(FileError, match="no source deck has a name like this"):
        deck_for(project, "old/unknown_fr.md")
    deck_for(project, "old/one_fr.md")
    pairing = paired(project, "fr", [project.root / "old"], None)
    assert [file.shown for file in pairing.strays] == ["old/unknown_fr.md"]
    assert list(pairing.found) == ["one.md"]


def test_sources_and_hidden_files_are_no_strays(project: Project) -> None:
    deck_for(project, "source/one_fr.md")
    (project.root / ".old/part").mkdir(parents=True)
    (project.root / ".old/part/two.md").write_text("# Texte\n")
    pairing = paired(project, "fr", [project.root], None)
    assert (list(pairing.found), pairing.strays, pairing.problems) == (["one.md"], [], [])


def test_translation_among_the_sources_is_not_the_deck_of_another(project: Project) -> None:
    (project.source.base / "one_fr.md").write_text("# Texte\n")
    assert deck_for(project, "theirs/one_fr.md") == "one.md"


@pytest.mark.parametrize("name", ["_fr.md", "fr"])
def test_names_that_are_only_a_mark_have_no_deck(project: Project, name: str) -> None:
    with pytest.raises(FileError, match="no source deck has a name like this"):
        deck_for(project, name)


@pytest.mark.parametrize("name", [".fr", ".old/one_fr.md"])
def test_hidden_files_are_not_touched_even_if_they_are_named(project: Project, name: str) -> None:
    with pytest.raises(FileError, match="what is hidden is not touched"):
        deck_for(project, name)


def test_source_goes_with_one_file(project: Project) -> None:
    with pytest.raises(FileError, match="name one only"):
        paired(project, "fr", [project.root / "a.md", project.root / "b.md"], Path("one.md"))
