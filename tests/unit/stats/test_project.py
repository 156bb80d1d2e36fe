from pathlib import Path

import pytest
from support import HEADER, deck_of

from l10n.catalog.count import Count
from l10n.catalog.states import Counts, State
from l10n.errors import CatalogError, DeckError, LocaleError
from l10n.project.check_config import CheckConfig
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.stats.counts import Survey, total
from l10n.stats.project import slide_numbers, survey
from l10n.system.files import Files

DECK = "# Title\n\nSome text\n\n--\n\nA step\n\n---\n\n# Last\n\nSome text\n\n- Item\n"


class Folder:
    """A project on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.locales: tuple[str, ...] = ("fr",)

    def put(self, path: str, content: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def catalog(self, entries: str, deck: str = "a", locale: str = "fr") -> None:
        self.put(f"locales/{locale}/LC_MESSAGES/{deck}.po", f"{HEADER}\n{entries}")

    def survey(self, *names: str) -> Survey:
        return survey(Project(Config(self.root, locales=self.locales), Files(self.root, dry=True)), names)

    def counts(self) -> Counts:
        return total(self.survey(), "fr")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path.resolve())
    folder.put("source/a.md", DECK)
    return folder


def states(found: Survey) -> dict[str, State]:
    return {one.msgid: one.state for one in found.decks[0].translations[0].messages}


def test_each_message_is_counted_once_where_it_first_stands(folder: Folder) -> None:
    (deck,) = folder.survey().decks
    messages = deck.translations[0].messages
    assert [(one.msgid, one.slide, one.words) for one in messages] == [
        ("Title", 1, 1),
        ("Some text", 1, 2),
        ("A step", 1, 2),
        ("Last", 2, 1),
        ("Item", 2, 1),
    ]
    assert deck.slides == ("Title", "Last")


def test_steps_have_the_number_of_their_slide() -> None:
    assert slide_numbers(deck_of("a\n\n--\n\nb\n\n---\n\nc\n\n--\n\nd")) == [1, 1, 2, 2]


def test_states_come_from_the_catalog_and_the_build(folder: Folder) -> None:
    folder.catalog(
        'msgid "Title"\nmsgstr "Titre"\n\n#, fuzzy\nmsgid "Some text"\nmsgstr "Du texte"\n\n'
        'msgid "A step"\nmsgstr "A step"\n\nmsgid "Item"\nmsgstr "- Point"\n'
    )
    found = folder.survey()
    assert states(found) == {
        "Title": State.TRANSLATED,
        "Some text": State.FUZZY,
        "A step": State.COPIED,
        "Last": State.UNTRANSLATED,
        "Item": State.REFUSED,
    }
    title, _, _, last, item = found.decks[0].translations[0].messages
    lines = (folder.root / "locales/fr/LC_MESSAGES/a.po").read_text().split("\n")
    assert lines[title.line - 1] == 'msgid "Title"'
    assert lines[item.line - 1] == 'msgid "Item"'
    assert last.line == 0
    assert item.reason
    assert not title.reason


def test_obsolete_entries_do_not_count(folder: Folder) -> None:
    folder.catalog('#~ msgid "Title"\n#~ msgstr "Titre"\n')
    assert folder.counts() == Counts(untranslated=Count(5, 7))


def test_listed_texts_are_those_of_the_locale(folder: Folder) -> None:
    folder.catalog('msgid "Title"\nmsgstr "Title"\n')
    for locale, expected in {"fr": State.TRANSLATED, "de": State.COPIED}.items():
        check = CheckConfig(locales={locale: {"copies": ("Title",)}})
        project = Project(Config(folder.root, locales=("fr",), check=check), Files(folder.root, dry=True))
        assert states(survey(project))["Title"] is expected


def test_terms_that_the_glossary_keeps_may_be_copied(folder: Folder) -> None:
    folder.catalog('msgid "Title"\nmsgstr "Title"\n')
    folder.put("locales/fr/glossary.toml", '[[term]]\nsource = "title"\nkeep = true\n')
    assert states(folder.survey())["Title"] is State.TRANSLATED


def test_a_missing_catalog_is_all_untranslated_and_no_problem(folder: Folder) -> None:
    found = folder.survey()
    assert total(found, "fr") == Counts(untranslated=Count(5, 7))
    assert found.decks[0].translations[0].catalog == ""
    assert found.problems == ()


def test_a_broken_catalog_is_a_problem_and_the_others_count(folder: Folder) -> None:
    folder.put("source/b.md", "# Title\n")
    folder.catalog("rubbish\n")
    folder.catalog('msgid "Title"\nmsgstr "Titre"\n', deck="b")
    found = folder.survey()
    (problem,) = found.problems
    assert isinstance(problem, CatalogError)
    assert total(found, "fr") == Counts(translated=Count(1, 1), untranslated=Count(5, 7))


def test_a_deck_that_cannot_be_read_is_a_problem_and_the_others_count(folder: Folder) -> None:
    folder.put("source/b.md", b"\xff")
    found = folder.survey()
    assert [type(problem) for problem in found.problems] == [DeckError]
    assert [deck.deck for deck in found.decks] == ["a.md"]


def test_an_empty_deck_has_nothing_to_count(folder: Folder) -> None:
    folder.put("source/a.md", "")
    assert folder.counts() == Counts()


def test_only_the_named_locales_are_counted(folder: Folder) -> None:
    folder.locales = ("fr", "pt_BR")
    assert folder.survey("pt-br").locales == ("pt_BR",)
    with pytest.raises(LocaleError):
        folder.survey("de")


def test_nothing_is_written(folder: Folder) -> None:
    folder.survey()
    assert [path.name for path in folder.root.iterdir()] == ["source"]
