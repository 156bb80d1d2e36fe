from pathlib import Path
from typing import Any

import pytest

from l10n.errors import ConfigError, FileError, LocaleError
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.system.files import Files


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
    "a suffix in capitals": "deck.FR.md",
    "a locale with a country in small letters": "deck_pt_br.md",
    "a folder in capitals": "FR/deck.md",
}


@pytest.mark.parametrize("path", TRANSLATED.values(), ids=TRANSLATED.keys())
def test_translated_deck_is_never_a_source(tmp_path: Path, path: str) -> None:
    project = project_of(tmp_path, "source/deck.md", f"source/{path}", locales=("fr", "pt_BR"))
    assert project.decks == ["deck.md"]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("deck-en.md", "deck-fr.md"),
        ("en/deck.md", "fr/deck.md"),
        ("deck.en.md", "deck.fr.md"),
        ("en/deck.md", "deck_fr.md"),
    ],
)
def test_translation_of_a_deck_that_is_marked_with_its_own_language_is_never_a_source(
    tmp_path: Path, source: str, path: str
) -> None:
    project = project_of(tmp_path, f"source/{source}", f"source/{path}", locales=("fr",))
    assert project.decks == [source]


NOT_TRANSLATED = {
    "no such source": ("other.fr.md",),
    "words that end as a locale is called": (
        "deep-dive-it.md",
        "How-To-Do-IT.md",
        "about-us.md",
        "it/self.md",
    ),
    "a word that ends so": ("deckfr.md",),
    "another language": ("deck.de.md",),
    "a folder without such a source": ("fr/other.md",),
}


@pytest.mark.parametrize("paths", NOT_TRANSLATED.values(), ids=NOT_TRANSLATED.keys())
def test_deck_whose_name_only_looks_translated_is_a_source(tmp_path: Path, paths: tuple[str]) -> None:
    project = project_of(
        tmp_path, "source/deck.md", *(f"source/{path}" for path in paths), locales=("fr", "it")
    )
    assert project.decks == sorted(["deck.md", *paths])


@pytest.mark.parametrize("name", ["_fr", "-fr", "_fr.md", "x/_fr"])
def test_file_called_by_a_mark_alone_is_a_deck(tmp_path: Path, name: str) -> None:
    project = project_of(tmp_path, "source/a.md", f"source/{name}", include=("**/*",), locales=("fr",))
    assert project.decks == sorted(["a.md", name])


def test_whole_folder_may_be_the_source(tmp_path: Path) -> None:
    paths = ("a.md", "build/fr/a.md", "locales/fr/LC_MESSAGES/a.po", ".git/x.md", ".l10n/y.md")
    project = project_of(tmp_path, *paths, source=".")
    assert project.decks == ["a.md"]


def test_hidden_and_unfinished_files_are_left_out(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/a.md", "source/.b.md", "source/.c/d.md", "source/.a.md.l10n-tmp")
    assert (project.decks, project.others) == (["a.md"], [])


def test_linked_folder_within_the_source_is_walked_once(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/a.md", "source/real/b.md")
    (tmp_path / "source" / "linked").symlink_to("real")
    (tmp_path / "source" / "real" / "again").symlink_to("../linked")
    assert project.decks == ["a.md", "real/b.md"]


@pytest.mark.parametrize("target", ["../shared", "../../other", "../.git"])
def test_link_to_a_folder_out_of_the_source_is_an_error(tmp_path: Path, target: str) -> None:
    root = tmp_path / "project"
    project = project_of(root, "source/a.md", "shared/b.md", ".git/c.md")
    (tmp_path / "other").mkdir()
    (root / "source" / "out").symlink_to(target)
    with pytest.raises(FileError, match="source/out: this link leads out of its folder"):
        _ = project.decks


def test_two_names_of_one_folder_are_refused(tmp_path: Path) -> None:
    """As where case does not count; here the file system gives a folder a second name."""
    project = project_of(tmp_path, "source/a.md", output="Source")
    project.top.folder = {"source": (1, 1), "Source": (1, 1)}.get  # type: ignore[method-assign, assignment]
    with pytest.raises(ConfigError, match="'source' and 'output' are one folder here"):
        _ = project.decks


def test_rooms_that_lie_in_one_another_by_another_name_are_refused(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/a.md", output="Source/built")
    project.top.folder = {"source": (1, 1), "Source": (1, 1), "Source/built": (1, 2)}.get  # type: ignore[method-assign, assignment]
    with pytest.raises(ConfigError, match="'output' lies in 'source' here"):
        _ = project.decks


def test_missing_source_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no folder 'source'"):
        _ = project_of(tmp_path).decks


def test_files_of_a_deck_follow_the_layout(tmp_path: Path) -> None:
    project = project_of(tmp_path, "source/k8s/a.md")
    assert project.deck_file("k8s/a.md").shown == "source/k8s/a.md"
    assert project.catalog_file("k8s/a.md", "fr").shown == "locales/fr/LC_MESSAGES/k8s/a.po"
    assert project.template_file("k8s/a.md").shown == "locales/templates/k8s/a.pot"
    assert project.output_file("k8s/a.md", "fr").shown == "build/fr/k8s/a.md"
    assert project.output_file("k8s/a.md", "fr").path == tmp_path.resolve() / "build/fr/k8s/a.md"


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
    names = [project.engines.choice(deck, "").dialect for deck in ("a.md", "pages/b.md", "pages/slides.md")]
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
    assert {path: file.shown for path, file in project.assets("fr").items()} == {
        "x.png": "locales/fr/assets/x.png",
        "y.css": "source/y.css",
        "z": "locales/fr/assets/z",
    }
    assert project.assets("de")["x.png"].shown == "source/x.png"


def test_catalogs_and_templates_of_decks_that_are_gone_are_found(tmp_path: Path) -> None:
    project = project_of(
        tmp_path,
        "source/a.md",
        "locales/fr/LC_MESSAGES/a.po",
        "locales/fr/LC_MESSAGES/old/b.po",
        "locales/templates/a.pot",
        "locales/templates/b.pot",
    )
    assert [file.name for file in project.orphans("fr")] == ["old/b.po"]
    assert [file.name for file in project.stale_templates()] == ["b.pot"]


def test_catalog_whose_name_means_that_of_a_deck_is_no_orphan(tmp_path: Path) -> None:
    """As where case, or the normal form of names, does not count; here both names are of one file."""
    project = project_of(
        tmp_path, "source/Étude.md", "locales/fr/LC_MESSAGES/Étude.po", "locales/templates/x.pot"
    )
    folder = tmp_path / "locales/fr/LC_MESSAGES"
    for other in ("étude.po", "E\u0301tude.po"):
        (folder / other).hardlink_to(folder / "Étude.po")
    (folder / "ÉTUDE.po").write_text("x")
    assert [file.name for file in project.orphans("fr")] == ["ÉTUDE.po"]


def test_localised_targets_are_those_of_the_settings(tmp_path: Path) -> None:
    assert project_of(tmp_path).localised("fr").same("https://x.org/en/a", "https://x.org/fr/a")
