"""What helps while one types: what is wrong, what memory has, where there is more to do."""

import json
from pathlib import Path

import pytest
from dictionaries import install, use
from serving import CATALOG, HEADER, Site

from l10n.checks import Request, check_catalogs
from l10n.project import Project, find_config
from l10n.serve.workshop import Workshop
from l10n.system import Files

LINK = "Read [this](https://example.com/a)"


def test_what_is_typed_is_judged_before_it_is_saved(site: Site, catalog: Path) -> None:
    said = site.draft(LINK, "Lisez **ceci")
    assert "https://example.com/a" in said["reason"]
    assert "unclosed-strong" in {one["rule"] for one in said["findings"]}
    assert site.draft(LINK, "Lisez [ceci](https://example.com/a)") == {"reason": "", "findings": []}
    assert site.draft(LINK, "") == {"reason": "", "findings": []}
    assert catalog.read_text() == CATALOG


@pytest.mark.parametrize(
    "typed", ["Bonjour **monde", "Bonjour monde monde", "Hello world", "Bonjour  , monde", "x"]
)
def test_a_draft_has_the_findings_that_check_has_once_it_is_saved_and_approved(
    site: Site, tmp_path: Path, typed: str
) -> None:
    before = site.draft("Hello world", typed)
    site.save("Hello world", "Bonjour", typed, approve=True)
    project = Project(find_config(tmp_path), Files(tmp_path))
    found = check_catalogs(project, Request()).findings
    expected = [(one.rule, one.message) for one in found if one.msgid == "Hello world" and one.msgstr]
    assert [(one["rule"], one["message"]) for one in before["findings"]] == expected


def test_slips_are_told_while_one_types(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path / "dictionaries", "fr", ["bonjour", "monde"])
    use(monkeypatch, tmp_path / "dictionaries")
    said = site.draft("Hello world", "Bonjour le modne")["findings"]
    assert [(one["rule"], one["severity"]) for one in said] == [("spelling", "note")]
    assert "perhaps “monde”" in said[0]["message"]
    assert site.draft("Hello world", "Bonjour le monde")["findings"] == []


def test_memory_has_what_other_catalogs_have_and_not_the_own_entry(site: Site, tmp_path: Path) -> None:
    other = tmp_path / "locales/fr/LC_MESSAGES/other.po"
    assert site.memory("Two") == []
    other.write_text(
        HEADER + '\nmsgid "Two"\nmsgstr "Le deux"\n\nmsgid "Hello new world"\nmsgstr "Bonjour"\n'
    )
    assert site.memory("Two") == [{"msgstr": "Le deux", "catalog": "other.po", "percent": 100, "changes": []}]
    near = site.memory("Hello world")[0]
    assert (near["msgstr"], near["percent"] < 100) == ("Bonjour", True)
    assert {"kind": "removed", "text": "new "} in near["changes"]
    other.unlink()
    assert site.memory("Two") == []


def test_the_glossary_and_its_notes_stand_beside_a_message(site: Site, tmp_path: Path) -> None:
    said = '[[term]]\nsource = "world"\npreferred = ["monde"]\nnote = "all of it"\n'
    (tmp_path / "locales/fr/glossary.toml").write_text(said)
    terms = [{"source": "world", "target": ["monde"], "note": "all of it"}]
    assert site.messages()["Hello world"]["terms"] == terms


def more_decks(root: Path) -> None:
    """Two more, the first of them complete, the second with one message to translate."""
    for name, text in (("three", "Trois"), ("two", "")):
        (root / f"source/{name}.md").write_text("# Last\n")
        (root / f"locales/fr/LC_MESSAGES/{name}.po").write_text(f'{HEADER}\nmsgid "Last"\nmsgstr "{text}"\n')


def test_the_next_deck_with_something_to_translate_is_found_and_the_same_one_last(
    catalog: Path, tmp_path: Path
) -> None:
    more_decks(tmp_path)
    (tmp_path / "source/zero.md").write_text("# Not in a catalog yet\n")
    workshop = Workshop(find_config(tmp_path), "fr")

    def next_of(deck: str, wanted: str) -> str | None:
        found = workshop.next(deck, wanted)
        return found and found["deck"]

    assert next_of("one.md", "untranslated") == "two.md"
    assert next_of("two.md", "untranslated") == "one.md"
    assert next_of("two.md", "fuzzy") == "one.md"
    assert next_of("one.md", "fuzzy") == "one.md"
    catalog.write_text(CATALOG.replace("#, fuzzy, no-wrap", "#, no-wrap"))
    assert next_of("one.md", "fuzzy") is None
    catalog.write_text("this is no catalog")
    assert next_of("two.md", "untranslated") == "two.md"


def test_a_save_is_built_at_once_and_its_watcher_has_nothing_to_do(catalog: Path, tmp_path: Path) -> None:
    site = Site(tmp_path)
    before = site.deck()["versions"]
    after = site.save("Two", "", "Deux").json()["versions"]
    assert "# Deux" in (tmp_path / "build/fr/one.md").read_text()
    assert (before["source"], before["built"] != after["built"]) == (after["source"], True)
    workshop = Workshop(find_config(tmp_path), "fr")
    assert workshop.changed([catalog]).keys() == {"one.md"}
    assert workshop.changed([catalog]) == {}


def test_nobody_is_told_what_is_wrong_with_a_deck_that_there_is_not(site: Site) -> None:
    body = json.dumps({"deck": "../one.md", "msgctxt": None, "msgid": "Two", "msgstr": "x"})
    for path in ("/api/draft", "/api/memory"):
        assert site.editor.post(path, headers=site.headers, content=body).status_code == 422
    assert site.editor.get("/api/next", params={"deck": "../one.md", "state": "fuzzy"}).status_code == 422
