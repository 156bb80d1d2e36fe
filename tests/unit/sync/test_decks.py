import os
from pathlib import Path
from typing import Any

import pytest
from support import HEADER

from l10n.errors import CatalogError, DeckError, FileError
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.project.sources import read_deck
from l10n.sync.decks import Step, add_locales, run
from l10n.sync.fmt import format_catalogs
from l10n.sync.results import Report
from l10n.system.files import Files

ALL = Step.EXTRACT | Step.UPDATE | Step.BUILD


class Folder:
    """A project on disk."""

    def __init__(self, root: Path, **settings: Any) -> None:
        self.root = root
        self.settings = {"locales": ("fr",), **settings}

    def put(self, path: str, content: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def get(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def project(self, *, dry: bool = False) -> Project:
        return Project(Config(self.root.resolve(), **self.settings), Files(self.root, dry=dry))

    def sync(self, *, dry: bool = False) -> Report:
        return run(self.project(dry=dry), ALL)

    def translate(self, deck: str, msgid: str, msgstr: str) -> None:
        path = f"locales/fr/LC_MESSAGES/{deck}.po"
        old = f'msgid "{msgid}"\nmsgstr ""\n'
        assert old in self.get(path)
        self.put(path, self.get(path).replace(old, f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.put("source/a.md", "# Title\n\ntext\n")
    folder.put("source/x.css", "css")
    return folder


def test_sync_writes_template_catalog_and_deck(folder: Folder) -> None:
    report = folder.sync()
    assert report.changed == [
        "locales/templates/a.pot",
        "locales/fr/LC_MESSAGES/a.po",
        "build/fr/a.md",
        "build/fr/x.css",
    ]
    assert folder.get("build/fr/a.md") == folder.get("source/a.md")


def test_second_sync_changes_nothing(folder: Folder) -> None:
    folder.sync()
    assert folder.sync().changed == []


def test_sync_without_its_cache_changes_nothing_either(folder: Folder) -> None:
    folder.sync()
    (folder.root / ".l10n" / "cache.json").unlink()
    assert folder.sync().changed == []


def test_translation_is_published(folder: Folder) -> None:
    folder.sync()
    folder.translate("a", "Title", "Titre")
    report = folder.sync()
    assert report.changed == ["build/fr/a.md"]
    assert folder.get("build/fr/a.md") == "# Titre\n\ntext\n"
    assert (report.locales["fr"].translated, report.locales["fr"].untranslated) == (1, 1)


def test_counts_are_the_same_from_the_cache(folder: Folder) -> None:
    folder.sync()
    folder.translate("a", "text", "- texte")
    first, second = folder.sync().locales["fr"], folder.sync().locales["fr"]
    assert first.refused == second.refused != []
    assert (first.messages, first.words, first.translated) == (
        second.messages,
        second.words,
        second.translated,
    )


def test_refusal_names_catalog_line_and_reason(folder: Folder) -> None:
    folder.sync()
    folder.translate("a", "text", "- texte")
    (refused,) = folder.sync().locales["fr"].refused
    line = folder.get(refused.path).split("\n")[refused.line - 1]
    assert (refused.path, line) == ("locales/fr/LC_MESSAGES/a.po", 'msgid "text"')
    assert "list" in refused.reason


def test_dry_run_names_what_would_change_and_writes_nothing(folder: Folder) -> None:
    report = folder.sync(dry=True)
    assert len(report.changed) == 4
    assert sorted(path.name for path in folder.root.iterdir()) == ["source"]


def test_fuzzy_translation_is_not_published(folder: Folder) -> None:
    folder.put("locales/fr/LC_MESSAGES/a.po", HEADER + '\n#, fuzzy\nmsgid "Title"\nmsgstr "Titre"\n')
    report = folder.sync()
    assert folder.get("build/fr/a.md") == "# Title\n\ntext\n"
    assert report.locales["fr"].fuzzy == 1


def test_creation_date_changes_only_when_a_message_does(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    folder.sync()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    folder.put("source/a.md", "# Title\n\n<!-- l10n comment hint -->\n\ntext\n")
    folder.sync()
    assert "POT-Creation-Date: 1970-01-01" in folder.get("locales/fr/LC_MESSAGES/a.po")
    assert "#. hint" in folder.get("locales/fr/LC_MESSAGES/a.po")
    folder.put("source/a.md", "# Title\n\nother text\n")
    folder.sync()
    assert "POT-Creation-Date: 1970-01-02" in folder.get("locales/fr/LC_MESSAGES/a.po")
    assert "POT-Creation-Date: 1970-01-02" in folder.get("locales/templates/a.pot")


def test_broken_catalog_is_left_alone_and_the_other_decks_go_through(folder: Folder) -> None:
    folder.put("source/b.md", "more\n")
    folder.put("locales/fr/LC_MESSAGES/a.po", "<<<<<<< HEAD\n")
    report = folder.sync()
    (problem,) = report.problems
    assert isinstance(problem, CatalogError)
    assert str(problem).startswith("locales/fr/LC_MESSAGES/a.po:1: ")
    assert folder.get("locales/fr/LC_MESSAGES/a.po") == "<<<<<<< HEAD\n"
    assert folder.get("build/fr/b.md") == "more\n"


def test_problem_is_reported_again_in_the_next_run(folder: Folder) -> None:
    folder.put("locales/fr/LC_MESSAGES/a.po", "<<<<<<< HEAD\n")
    assert len(folder.sync().problems) == len(folder.sync().problems) == 1


def test_deck_that_is_not_utf_8_is_named_with_its_offset(folder: Folder) -> None:
    folder.put("source/b.md", b"caf\xe9\n")
    (problem,) = folder.sync().problems
    assert isinstance(problem, DeckError)
    assert str(problem).startswith("source/b.md:1: byte 3 (0xe9) is not UTF-8")
    assert (folder.root / "build/fr/a.md").exists()


def test_deck_whose_name_is_not_utf_8_is_a_problem_and_hinders_none(folder: Folder) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder.root / "source") + b"/b\xff.md")).write_text("more\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    (problem,) = folder.sync().problems
    assert "source/b" in str(problem)
    assert (folder.root / "build/fr/a.md").exists()


def test_renamed_deck_keeps_its_translations(folder: Folder) -> None:
    folder.sync()
    folder.translate("a", "Title", "Titre")
    (folder.root / "source/a.md").rename(folder.root / "source/b.md")
    report = folder.sync()
    assert folder.get("build/fr/b.md") == "# Titre\n\ntext\n"
    assert "locales/fr/LC_MESSAGES/a.po" in report.removed
    assert "build/fr/a.md" in report.removed
    assert "locales/templates/a.pot" in report.removed


def test_catalog_of_a_removed_deck_stays(folder: Folder) -> None:
    folder.put("source/b.md", "quite another text\n")
    folder.sync()
    folder.translate("a", "Title", "Titre")
    (folder.root / "source/a.md").unlink()
    folder.sync()
    assert 'msgstr "Titre"' in folder.get("locales/fr/LC_MESSAGES/a.po")


def test_broken_catalog_of_a_removed_deck_is_reported_and_hinders_none(folder: Folder) -> None:
    folder.put("locales/fr/LC_MESSAGES/old.po", "<<<<<<< HEAD\n")
    report = folder.sync()
    assert len(report.problems) <= 1
    assert folder.get("build/fr/a.md") == "# Title\n\ntext\n"
    assert (folder.root / "locales/fr/LC_MESSAGES/a.po").exists()


def test_locale_s_asset_comes_before_the_source_s(folder: Folder) -> None:
    folder.put("locales/fr/assets/x.css", "le css")
    folder.sync()
    assert folder.get("build/fr/x.css") == "le css"


def test_asset_never_replaces_a_built_deck(folder: Folder) -> None:
    folder.put("locales/fr/assets/a.md", "mine")
    (problem,) = folder.sync().problems
    assert isinstance(problem, FileError)
    assert folder.get("build/fr/a.md") == "# Title\n\ntext\n"


def test_built_deck_that_was_changed_by_hand_is_built_again(folder: Folder) -> None:
    folder.sync()
    folder.put("build/fr/a.md", "by hand")
    assert folder.sync().changed == ["build/fr/a.md"]


def test_file_of_the_user_in_the_output_stays(folder: Folder) -> None:
    folder.put("build/fr/CNAME", "example.org")
    folder.sync()
    assert folder.get("build/fr/CNAME") == "example.org"


def test_new_locale_gets_a_catalog_for_each_deck(folder: Folder) -> None:
    folder.put("source/k8s/b.md", "more\n")
    add_locales(folder.project(), ["de"])
    assert '"Language: de\\n"' in folder.get("locales/de/LC_MESSAGES/a.po")
    assert '"X-Poedit-Basepath: ../../../..\\n"' in folder.get("locales/de/LC_MESSAGES/k8s/b.po")


def test_new_locale_leaves_catalogs_that_are_there(folder: Folder) -> None:
    folder.sync()
    folder.translate("a", "Title", "Titre")
    before = folder.get("locales/fr/LC_MESSAGES/a.po")
    assert add_locales(folder.project(), ["fr"]).changed == ["l10n.toml"]
    assert folder.get("locales/fr/LC_MESSAGES/a.po") == before


def test_steps_can_be_done_one_by_one(folder: Folder) -> None:
    assert run(folder.project(), Step.EXTRACT).changed == ["locales/templates/a.pot"]
    assert run(folder.project(), Step.UPDATE).changed == ["locales/fr/LC_MESSAGES/a.po"]
    assert run(folder.project(), Step.BUILD).changed == ["build/fr/a.md", "build/fr/x.css"]


def test_format_makes_catalogs_canonical_once(folder: Folder) -> None:
    folder.put("locales/fr/LC_MESSAGES/a.po", HEADER + '\nmsgid ""\n"one "\n"two"\nmsgstr ""\n"un"\n')
    assert format_catalogs(folder.project(), []).changed == ["locales/fr/LC_MESSAGES/a.po"]
    assert folder.get("locales/fr/LC_MESSAGES/a.po") == HEADER + '\nmsgid "one two"\nmsgstr "un"\n'
    assert format_catalogs(folder.project(), []).changed == []


def test_format_keeps_comments_at_the_end_of_the_file(folder: Folder) -> None:
    folder.put("locales/fr/LC_MESSAGES/a.po", HEADER + '\nmsgid "a"\nmsgstr "b"\n\n# the end\n')
    format_catalogs(folder.project(), [])
    assert "# the end" in folder.get("locales/fr/LC_MESSAGES/a.po")


def test_format_of_a_missing_catalog_is_a_problem(folder: Folder) -> None:
    (problem,) = format_catalogs(folder.project(), [folder.project().named(folder.root / "none.po")]).problems
    assert "there is no such file" in str(problem)


def test_deck_to_inspect_is_read_in_its_dialect(tmp_path: Path) -> None:
    folder = Folder(tmp_path, dialects={"pages/**": "markdown"})
    folder.put("source/pages/a.md", "One\n\n---\n\nTwo\n")
    deck, choice = read_deck(folder.project(), tmp_path / "source/pages/a.md")
    assert (len(deck.slides), choice.dialect) == (1, "markdown")


def test_missing_deck_to_inspect_is_an_error(folder: Folder) -> None:
    with pytest.raises(DeckError, match="there is no such file"):
        read_deck(folder.project(), folder.root / "none.md")
