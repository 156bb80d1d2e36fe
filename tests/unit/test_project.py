from pathlib import Path
from typing import Any

import pytest

from l10n.config import Config
from l10n.errors import FileError, LocaleError
from l10n.files import Files
from l10n.project import Project


def project_of(root: Path, *paths: str, **settings: Any) -> Project:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"text\n")
    return Project(Config(root.resolve(), **settings), Files(root))


def test_decks_are_the_markdown_files_below_source(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/b.md", "source/k8s/a.md", "source/x.png", "README.md")
    assert project.decks == ["b.md", "k8s/a.md"]
    assert project.others == ["x.png"]


def test_patterns_say_which_files_are_decks(tmp_path: Path) -> None:
    paths = ("source/a.md", "source/b.txt", "source/sub/c.md", "source/draft-d.md")
    project = project_of(tmp_path, *paths, include=("*.md", "b.txt"), exclude=("draft-*",))
    assert project.decks == ["a.md", "b.txt", "sub/c.md"]
    assert project.others == ["draft-d.md"]


def test_pattern_with_a_folder_is_meant_from_source(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/k8s/a.md", "source/other/b.md", include=("k8s/**/*.md",))
    assert project.decks == ["k8s/a.md"]


def test_later_pattern_may_take_back(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/a.md", "source/b.md", include=("*.md", "!b.md"))
    assert project.decks == ["a.md"]


TRANSLATED = {
    "a suffix with a point": "deck.fr.md",
    "a suffix with an underscore": "deck_fr.md",
    "a suffix with a dash": "deck-fr.md",
    "a folder": "fr/deck.md",
    "a locale with a country": "deck.pt-BR.md",
    "a locale with a country, as gettext writes it": "deck.pt_BR.md",
    "a folder with a country": "pt_BR/deck.md",
}


@pytest.mark.parametrize("path", TRANSLATED.values(), ids=TRANSLATED.keys())
def test_translated_deck_is_never_a_source(tmp_path: Path, path: str) -> None:
    project = project_of(tmp_path, "source/deck.md", f"source/{path}", locales=("fr", "pt_BR"))
    assert project.decks == ["deck.md"]


NOT_TRANSLATED = {
    "no such source": ("other.fr.md",),
    "a word that ends so": ("deckfr.md",),
    "another language": ("deck.de.md",),
    "a folder without such a source": ("fr/other.md",),
}


@pytest.mark.parametrize("paths", NOT_TRANSLATED.values(), ids=NOT_TRANSLATED.keys())
def test_deck_whose_name_only_looks_translated_is_a_source(tmp_path: Path, paths: tuple[str]) -> None:
    project = project_of(tmp_path, "source/deck.md", *(f"source/{path}" for path in paths), locales=("fr",))
    assert project.decks == sorted(["deck.md", *paths])


def test_built_deck_below_source_is_never_a_source(tmp_path: Path) -> None:
    project = project_of(
        tmp_path, "source/a.md", "source/build/fr/a.md", "source/build/fr/x.png", output="source/build"
    )
    assert (project.decks, project.others) == (["a.md"], [])


def test_catalog_below_source_is_never_a_source(tmp_path: Path) -> None:
    project = project_of(
        tmp_path,
        "source/a.md",
        "source/locales/fr/LC_MESSAGES/a.po",
        "source/locales/notes.md",
        catalogs="source/locales",
    )
    assert (project.decks, project.others) == (["a.md"], [])


def test_whole_folder_may_be_the_source(tmp_path: Path) -> None:
    paths = ("a.md", "build/fr/a.md", "locales/fr/LC_MESSAGES/a.po", ".git/x.md", ".l10n/y.md")
    project = project_of(tmp_path, *paths, source=".")
    assert project.decks == ["a.md"]


def test_hidden_and_unfinished_files_are_left_out(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/a.md", "source/.b.md", "source/.c/d.md", "source/.a.md.l10n-tmp")
    assert (project.decks, project.others) == (["a.md"], [])


def test_linked_folder_is_walked_once(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/a.md", "shared/b.md")
    (tmp_path / "source" / "shared").symlink_to(tmp_path / "shared")
    (tmp_path / "shared" / "again").symlink_to(tmp_path / "shared")
    assert project.decks == ["a.md", "shared/b.md"]


def test_link_out_of_the_project_is_an_error(tmp_path: Path) -> None:
    root = tmp_path / "project"
    project = project_of(root, "source/a.md")
    (tmp_path / "other").mkdir()
    (root / "source" / "out").symlink_to(tmp_path / "other")
    with pytest.raises(FileError, match="leads out of the project"):
        _ = project.decks


def test_missing_source_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no folder 'source'"):
        _ = project_of(tmp_path).decks


def test_files_of_a_deck_follow_the_layout(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/k8s/a.md")
    root = tmp_path.resolve()
    assert project.deck_file("k8s/a.md") == root / "source/k8s/a.md"
    assert project.catalog_file("k8s/a.md", "fr") == root / "locales/fr/LC_MESSAGES/k8s/a.po"
    assert project.template_file("k8s/a.md") == root / "locales/templates/k8s/a.pot"
    assert project.output_file("k8s/a.md", "fr") == root / "build/fr/k8s/a.md"


def test_decks_of_one_name_and_two_endings_have_two_catalogs(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/a.md", "source/a.txt", include=("*.md", "*.txt"))
    assert len({project.catalog_file(deck, "fr") for deck in project.decks}) == 2


def test_locales_are_those_configured(tmp_path: Path) -> None:
    assert project_of(tmp_path, locales=("fr", "de")).locales == ("fr", "de")


def test_locales_are_those_with_catalogs_where_none_is_configured(tmp_path: Path) -> None:
    project = project_of(
        tmp_path, "locales/fr/LC_MESSAGES/a.po", "locales/de/LC_MESSAGES/a.po", "locales/templates/a.pot"
    )
    assert project.locales == ("de", "fr")


def test_chosen_locales_are_all_by_default(tmp_path: Path) -> None:
    project = project_of(tmp_path, locales=("fr", "pt_BR"))
    assert project.chosen(()) == ("fr", "pt_BR")
    assert project.chosen(("pt-br", "pt_BR")) == ("pt_BR",)


def test_locale_that_the_project_has_not_is_refused_with_those_it_has(tmp_path: Path) -> None:
    project = project_of(tmp_path, locales=("fr",))
    with pytest.raises(LocaleError, match=r"no locale 'de' \(it has fr\).*l10n init de"):
        project.chosen(("de",))


def test_dialect_is_that_of_the_last_pattern_that_matches(tmp_path: Path) -> None:
    project = project_of(tmp_path, dialects={"pages/**": "markdown", "pages/slides.md": "remark"})
    names = [project.dialect(deck).name for deck in ("a.md", "pages/b.md", "pages/slides.md")]
    assert names == ["remark", "markdown", "remark"]


def test_assets_are_the_other_files_overlaid_by_the_locale_s(tmp_path: Path) -> None:
    project = project_of(
        tmp_path,
        "source/a.md",
        "source/x.png",
        "source/y.css",
        "locales/fr/assets/x.png",
        "locales/fr/assets/z",
    )
    root = tmp_path.resolve()
    assert project.assets("fr") == {
        "x.png": root / "locales/fr/assets/x.png",
        "y.css": root / "source/y.css",
        "z": root / "locales/fr/assets/z",
    }
    assert project.assets("de")["x.png"] == root / "source/x.png"


def test_catalogs_and_templates_of_decks_that_are_gone_are_found(tmp_path: Path) -> None:
    project = project_of(
        tmp_path,
        "source/a.md",
        "locales/fr/LC_MESSAGES/a.po",
        "locales/fr/LC_MESSAGES/old/b.po",
        "locales/templates/a.pot",
        "locales/templates/b.pot",
    )
    root = tmp_path.resolve()
    assert project.orphans("fr") == [root / "locales/fr/LC_MESSAGES/old/b.po"]
    assert project.stale_templates() == [root / "locales/templates/b.pot"]


def test_localised_targets_are_those_of_the_settings(tmp_path: Path) -> None:
    assert project_of(tmp_path).localised("fr").same("https://x.org/en/a", "https://x.org/fr/a")
