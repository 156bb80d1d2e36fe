"""A locale shows what another lends to it where it has nothing, and its catalogs stay as they are."""

import json
import shutil
from pathlib import Path

import pytest

from cli.conftest import Workspace

MANUAL = "Read [the manual](https://example.com/manual)"


@pytest.fixture
def canadian(decks: Workspace) -> Workspace:
    """French, some of it translated; Canadian French, with nothing."""
    decks.ok("init", "fr_CA", "fr")
    decks.translate("One", "Un")
    decks.translate("Hello world", "Bonjour")
    return decks


def built(workspace: Workspace, locale: str = "fr_CA", deck: str = "one") -> str:
    return workspace.read(f"build/{locale}/{deck}.md")


def test_what_a_locale_lacks_it_takes_from_its_parent_and_its_catalog_stays(canadian: Workspace) -> None:
    before = canadian.read(canadian.po(locale="fr_CA"))
    canadian.ok("sync")
    assert built(canadian) == built(canadian, "fr")
    assert "# Un\n\nBonjour\n" in built(canadian)
    assert canadian.read(canadian.po(locale="fr_CA")) == before


def test_its_own_translation_comes_first(canadian: Workspace) -> None:
    canadian.translate("Hello world", "Allô", locale="fr_CA")
    canadian.ok("sync")
    assert "# Un\n\nAllô\n" in built(canadian)
    assert "Bonjour" in built(canadian, "fr")


def test_an_edit_of_the_lender_builds_the_borrower_anew_and_nothing_else(canadian: Workspace) -> None:
    canadian.ok("sync")
    canadian.replace(canadian.po(), '"Bonjour"', '"Salut"')
    changed = canadian.ok("sync", "--format", "json").out
    assert json.loads(changed)["written"] == ["build/fr/one.md", "build/fr_CA/one.md"]
    assert "Salut" in built(canadian)
    assert json.loads(canadian.ok("sync", "--format", "json").out)["written"] == []


def test_the_lender_is_brought_up_to_the_deck_before_it_lends_whatever_the_order(canadian: Workspace) -> None:
    canadian.write("l10n.toml", 'locales = ["fr_CA", "fr"]\n')
    canadian.replace("source/one.md", "Hello world", "Room 5 is open")
    canadian.ok("sync")
    canadian.translate("Room 5 is open", "La salle 5 est ouverte")
    canadian.ok("sync")
    canadian.replace("source/one.md", "Room 5", "Room 6")
    canadian.ok("sync")
    assert "La salle 6 est ouverte" in built(canadian)
    assert json.loads(canadian.ok("sync", "--format", "json").out)["written"] == []


def test_what_would_break_the_deck_is_not_lent_and_told_of_the_lender_only(canadian: Workspace) -> None:
    canadian.translate(MANUAL, "Lisez")
    report = json.loads(canadian.ok("sync", "--format", "json").out)["locales"]
    assert [one["msgid"] for one in report["fr"]["refused"]] == [MANUAL]
    assert report["fr_CA"]["refused"] == []
    assert MANUAL in built(canadian)
    assert report["fr_CA"]["borrowed"] == 2


def test_a_draft_stays_a_draft_and_the_lenders_text_is_shown(canadian: Workspace) -> None:
    canadian.translate("Hello world", "Allô", locale="fr_CA")
    po = canadian.po(locale="fr_CA")
    canadian.replace(po, 'msgid "Hello world"', '#, fuzzy\nmsgid "Hello world"')
    canadian.ok("sync")
    assert "Bonjour" in built(canadian)
    row = next(one for one in figures(canadian, "fr_CA", "--by", "deck") if one["deck"] == "one.md")
    assert (row["fuzzy"]["messages"], row["borrowed"]["messages"]) == (1, 1)


def figures(workspace: Workspace, *args: str) -> list[dict[str, dict[str, int]]]:
    return json.loads(workspace.ok("stats", "--format", "json", *args).out)


def test_sync_stats_and_check_agree_on_what_is_complete(canadian: Workspace) -> None:
    for msgid in ("Speak slowly", MANUAL):
        canadian.translate(msgid, msgid.replace("Speak slowly", "Lentement").replace("Read", "Lisez"))
    for msgid in ("Two", "First things first", "Then the rest"):
        canadian.translate(msgid, f"{msgid[::-1]}", deck="part/two")
    counts = json.loads(canadian.ok("sync", "--format", "json").out)["locales"]["fr_CA"]
    table = canadian.ok("sync").out
    (row,) = figures(canadian, "fr_CA")
    assert row["complete"] == 100 * counts["complete_words"] // counts["words"]
    assert f" {row['complete']}%" in table
    asked = ("check", "fr_CA", "--select", "fail-under", "--fail-under")
    assert canadian.run(*asked, str(row["complete"])).code == 0
    failed = canadian.run(*asked, str(row["complete"] + 1))
    assert failed.code == 1
    line = canadian.line_of(canadian.po("part/two", "fr_CA"), 'msgid "That is all"')
    assert f"count against it: line {line} (untranslated)" in failed.out + failed.err


def test_stats_and_sync_say_what_is_borrowed(canadian: Workspace) -> None:
    assert "fr_CA: 2 messages borrowed, and complete\n" in canadian.ok("sync").out
    assert "fr_CA: 2 messages borrowed, and complete\n" in canadian.ok("stats").out
    assert "fr: " not in canadian.ok("stats").out


def test_checks_of_what_is_borrowed_are_the_lenders(canadian: Workspace) -> None:
    canadian.replace(canadian.po(), '"Bonjour"', '"Bonjour!"')
    found = canadian.run("check", "--format", "json")
    flaws = [one for one in json.loads(found.out) if one.get("msgid") == "Hello world"]
    assert flaws
    assert {one["locale"] for one in flaws} == {"fr"}


def test_what_is_borrowed_is_not_told_as_untranslated(canadian: Workspace) -> None:
    found = canadian.run("check", "fr_CA", "--select", "untranslated")
    assert "2 messages are not translated" in found.out + found.err


@pytest.mark.parametrize("chain", ["[]", '["de"]'])
def test_a_setting_ends_or_changes_the_chain(canadian: Workspace, chain: str) -> None:
    canadian.ok("init", "de")
    canadian.translate("One", "Eins", locale="de")
    canadian.write("l10n.toml", f"[fallback]\nfr-ca = {chain}\n")
    canadian.ok("sync")
    assert built(canadian).startswith("# One\n" if chain == "[]" else "# Eins\n")
    assert built(canadian, "fr").startswith("# Un\n")


def test_locales_that_name_each_other_lend_what_they_have_themselves(canadian: Workspace) -> None:
    canadian.translate(MANUAL, "Lisez [le manuel](https://example.com/manual)", locale="fr_CA")
    canadian.write("l10n.toml", '[fallback]\nfr = ["fr_CA"]\nfr_CA = ["fr"]\n')
    canadian.ok("sync")
    assert built(canadian) == built(canadian, "fr")
    assert "le manuel" in built(canadian, "fr")


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('fallback = "fr"', "'fallback' must be a table"),
        ('fallback = { fr_CA = "fr" }', "'fallback.fr_CA' must be a list of strings"),
        ('fallback = { fr_CA = ["fr", "eo"] }', "'fallback.fr_CA' names 'eo'"),
        ('fallback = { fr_CA = ["eo"] }', "l10n init eo"),
        ('fallback = { "../x" = ["fr"] }', "'fallback' must be a table"),
    ],
)
def test_a_wrong_setting_is_one_sentence(canadian: Workspace, setting: str, said: str) -> None:
    canadian.write("l10n.toml", f"{setting}\n")
    outcome = canadian.run("sync")
    assert outcome.code == 2
    assert said in outcome.err
    assert "l10n.toml" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_lenders_catalog_that_cannot_be_read_is_named_once(canadian: Workspace) -> None:
    canadian.write(canadian.po(), "msgid broken\n")
    outcome = canadian.run("sync")
    assert outcome.code == 2
    assert outcome.err.count(canadian.po()) == 1


def test_what_was_built_with_borrowed_text_is_not_adopted_as_if_it_were_edited(canadian: Workspace) -> None:
    canadian.ok("sync")
    before = canadian.read(canadian.po(locale="fr_CA"))
    assert "left over" not in canadian.ok("adopt", "fr_CA", "build/fr_CA/one.md").out
    assert canadian.read(canadian.po(locale="fr_CA")) == before
    canadian.replace("build/fr_CA/one.md", "Bonjour", "Allô")
    canadian.ok("adopt", "fr_CA", "build/fr_CA/one.md")
    assert 'msgstr "Allô"' in canadian.read(canadian.po(locale="fr_CA"))
    assert 'msgstr "Un"' not in canadian.read(canadian.po(locale="fr_CA"))


def test_a_locale_without_any_catalog_borrows_all(canadian: Workspace) -> None:
    shutil.rmtree(Path(canadian.root) / "locales/fr_CA")
    canadian.write("l10n.toml", 'locales = ["fr", "fr_CA"]\n')
    canadian.ok("build")
    assert built(canadian) == built(canadian, "fr")
    row = next(one for one in figures(canadian, "--by", "deck", "fr_CA") if one["deck"] == "one.md")
    assert row["borrowed"]["messages"] == 2
