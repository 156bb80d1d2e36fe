"""What is saved goes to the catalog, and nothing else of it changes."""

from pathlib import Path

import pytest
from serving import CATALOG, Site


def test_a_deck_is_shown_with_the_state_of_each_message(site: Site) -> None:
    states = {msgid: one["state"] for msgid, one in site.messages().items()}
    assert states == {
        "One": "translated",
        "Hello world": "fuzzy",
        "Two": "untranslated",
        "Read [this](https://example.com/a)": "untranslated",
    }
    assert site.messages()["Hello world"]["changes"] == [
        {"kind": "same", "text": "Hello"},
        {"kind": "added", "text": " world"},
    ]
    assert site.editor.get("/api/decks").json() == ["one.md"]


def test_a_save_changes_the_lines_of_its_entry_only(site: Site, catalog: Path) -> None:
    assert site.save("Two", "", "Deux").status_code == 200
    assert catalog.read_text() == CATALOG.replace('"Two"\nmsgstr ""', '"Two"\nmsgstr "Deux"')


def test_a_save_leaves_fuzzy_and_approval_clears_it(site: Site, catalog: Path) -> None:
    site.save("Hello world", "Bonjour", "Bonjour, monde")
    assert site.messages()["Hello world"]["state"] == "fuzzy"
    site.save("Hello world", "Bonjour, monde", "Bonjour, monde", approve=True)
    before = '#, fuzzy, no-wrap\n#| msgid "Hello"\nmsgid "Hello world"\nmsgstr "Bon"\n"jour"\n'
    after = '#, no-wrap\nmsgid "Hello world"\nmsgstr "Bonjour, monde"\n'
    assert catalog.read_text() == CATALOG.replace(before, after)


def test_undo_takes_saves_back_to_the_byte_the_last_one_first(site: Site, catalog: Path) -> None:
    site.save("Hello world", "Bonjour", "Salut", approve=True)
    site.save("Two", "", "Deux")
    site.undo()
    assert '"Deux"' not in catalog.read_text()
    site.undo()
    assert catalog.read_text() == CATALOG
    assert site.undo().json() is None


def test_what_would_break_the_deck_is_saved_and_said_and_not_published(site: Site, catalog: Path) -> None:
    msgid = "Read [this](https://example.com/a)"
    site.save(msgid, "", "Lisez ceci")
    message = site.messages()[msgid]
    assert message["state"] == "refused"
    assert "https://example.com/a" in message["reason"]
    assert 'msgstr "Lisez ceci"' in catalog.read_text()


def test_an_entry_that_was_changed_meanwhile_is_not_overwritten(site: Site, catalog: Path) -> None:
    meanwhile = CATALOG.replace('"Two"\nmsgstr ""', '"Two"\nmsgstr "Le deux"')
    catalog.write_text(meanwhile)
    answer = site.save("Two", "", "Deux")
    assert (answer.status_code, answer.json()) == (409, {"theirs": "Le deux"})
    assert catalog.read_text() == meanwhile


def test_another_entry_that_was_changed_meanwhile_is_kept(site: Site, catalog: Path) -> None:
    catalog.write_text(CATALOG.replace('"Un"', '"Premier"'))
    assert site.save("Two", "", "Deux").status_code == 200
    assert '"Premier"' in catalog.read_text()
    assert '"Deux"' in catalog.read_text()


def test_undo_does_not_take_back_what_somebody_else_wrote_since(site: Site, catalog: Path) -> None:
    site.save("Two", "", "Deux")
    meanwhile = catalog.read_text().replace('"Deux"', '"2"')
    catalog.write_text(meanwhile)
    answer = site.undo()
    assert (answer.status_code, answer.json()) == (409, {"theirs": "2"})
    assert catalog.read_text() == meanwhile


@pytest.mark.parametrize(
    ("since", "status"), [('"Two"\nmsgstr "2"', 409), ('"Number two"\nmsgstr "Deux"', 422)]
)
def test_undo_goes_on_with_the_save_before_one_that_cannot_be_taken_back(
    site: Site, catalog: Path, since: str, status: int
) -> None:
    site.save("One", "Un", "Premier")
    site.save("Two", "", "Deux")
    catalog.write_text(catalog.read_text().replace('"Two"\nmsgstr "Deux"', since))
    assert site.undo().status_code == status
    answer = site.undo().json()
    assert answer["undone"] == {"msgctxt": None, "msgid": "One"}
    assert catalog.read_text() == CATALOG.replace('"Two"\nmsgstr ""', since)


def test_a_message_that_is_not_in_the_catalog_is_named_and_nothing_is_written(
    site: Site, catalog: Path
) -> None:
    answer = site.save("Nothing", "", "Rien")
    assert answer.status_code == 422
    assert "run `l10n sync`" in answer.json()["error"]
    assert catalog.read_text() == CATALOG
