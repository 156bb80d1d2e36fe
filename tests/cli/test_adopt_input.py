"""``l10n adopt`` and what is wrong, odd or outside: one sentence each, and nothing is harmed."""

from pathlib import Path

import pytest

from cli.adopting import ENGLISH, FRENCH, PO, msgstrs
from cli.conftest import Workspace

BAD = {
    "wrong deck": (("adopt", "fr", "x_fr.md", "--source", "source/one.md"), "% of it fits source/one.md"),
    "not UTF-8": (("adopt", "fr", "latin_fr.md", "--source", "source/one.md"), "is not UTF-8"),
    "empty": (("adopt", "fr", "empty_fr.md", "--source", "source/one.md"), "there is no prose in it"),
    "binary": (("adopt", "fr", "binary_fr.md", "--source", "source/one.md"), "this is a binary file"),
    "missing": (("adopt", "fr", "gone_fr.md", "--source", "source/one.md"), "there is no such file"),
    "not translated": (("adopt", "fr", "same_fr.md", "--source", "source/one.md"), "is translated"),
    "German": (("adopt", "fr", "german_fr.md", "--source", "source/one.md"), "seems to be in German"),
    "script": (("adopt", "ru", "old/one_fr.md", "--source", "source/one.md"), "Latin letters"),
    "missing, without a deck": (("adopt", "fr", "gone.md"), "gone.md: there is no such file"),
    "French": (("adopt", "de", "french_de.md", "--source", "source/one.md"), "seems to be in French"),
    "no git": (("adopt", "fr", "old/one_fr.md", "--revision", "HEAD"), "this is no git repository"),
    "no locale": (("adopt", "xx", "old/one_fr.md"), "there is no locale 'xx'"),
    "source locale": (("adopt", "en", "old/one_fr.md"), "the language of the source decks"),
    "no deck": (("adopt", "fr", "old/one_fr.md", "--source", "nowhere.md"), "no source deck"),
    "two options": (("adopt", "fr", "old/one_fr.md", "--history", "--revision", "HEAD"), "one of the two"),
    "empty folder": (("adopt", "fr", "void"), "there is no translation of a source deck"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_sentence_and_nothing_is_written(ship: Workspace, case: str) -> None:
    ship.write("x_fr.md", "# Recettes\n\nPrendre deux œufs\n\n> Battre\n\n> Cuire\n\n1. Servir chaud\n")
    ship.write("latin_fr.md", FRENCH.encode("latin-1", "replace"))
    ship.write("empty_fr.md", "\n\n")
    ship.write("binary_fr.md", b"PK\0\1\2")
    ship.write("same_fr.md", ENGLISH)
    ship.write("german_fr.md", FRENCH.replace(" et ", " und ").replace("Parler", "Hier und da und dort und"))
    ship.write("french_de.md", FRENCH.replace("Parler", "Et ici et là et encore et"))
    ship.path("void").mkdir()
    arguments, said = BAD[case]
    outcome = ship.run(*arguments)
    assert (outcome.code, "Traceback" in outcome.err) == (2, False)
    assert said in outcome.err
    assert not ship.path("locales").exists()


def test_force_adopts_what_fits_poorly(ship: Workspace) -> None:
    ship.write("x_fr.md", "# Recettes\n\nPrendre deux œufs\n\n> Battre\n\n> Cuire\n\n1. Servir chaud\n")
    ship.ok("adopt", "fr", "x_fr.md", "--source", "source/one.md", "--force")
    assert ship.path(PO).exists()


def test_one_bad_deck_does_not_stop_the_others(ship: Workspace) -> None:
    ship.deck("two.md", ENGLISH.replace("Shipping", "Moving"))
    ship.write("theirs/one.md", b"\xff\xfe")
    ship.write("theirs/two.md", FRENCH)
    assert ship.run("adopt", "fr", "theirs").code == 2
    assert all(msgstrs(ship, "locales/fr/LC_MESSAGES/two.po").values())


def test_translation_may_lie_outside_the_project(
    ship: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "one_fr.md"
    outside.write_text(FRENCH, encoding="utf-8")
    outcome = ship.ok("adopt", "fr", str(outside))
    assert str(outside) in outcome.out
    assert all(msgstrs(ship).values())


def test_links_that_the_user_names_are_followed_and_links_within_a_folder(ship: Workspace) -> None:
    ship.path("old/one.md").symlink_to("one_fr.md")
    ship.path("old/one_fr.md").rename(ship.path("old/x"))
    ship.path("old/one_fr.md").symlink_to("x")
    ship.path("linked").symlink_to("old")
    ship.path("linked.md").symlink_to("old/one.md")
    ship.ok("adopt", "fr", "linked.md", "--source", "one.md", "--dry-run")
    ship.path("old/one_fr.md").unlink()
    ship.path("old/one.md").unlink()
    ship.path("old/one.md").symlink_to("x")
    ship.ok("adopt", "fr", "linked")
    assert all(msgstrs(ship).values())


def test_a_link_out_of_a_folder_that_is_looked_through_is_named(ship: Workspace) -> None:
    ship.path("links").mkdir()
    ship.path("links/one.md").symlink_to(ship.path("old/one_fr.md"))
    outcome = ship.run("adopt", "fr", "links")
    assert (outcome.code, "links/one.md: this link leads out of its folder" in outcome.err) == (2, True)
    assert not ship.path("locales").exists()


def test_a_file_that_is_named_twice_is_adopted_once(ship: Workspace) -> None:
    ship.path("linked.md").symlink_to("old/one_fr.md")
    outcome = ship.ok("adopt", "fr", "old", "old/one_fr.md", "old/../old", "./old/one_fr.md")
    assert outcome.out.count("is a translation of") == 1
    assert ship.ok("adopt", "fr", "linked.md", "old/one_fr.md", "--source", "one.md").err == ""


def test_link_that_leads_nowhere_is_named(ship: Workspace) -> None:
    ship.path("gone_fr.md").symlink_to(ship.path("nowhere.md"))
    outcome = ship.run("adopt", "fr", "gone_fr.md", "--source", "source/one.md")
    assert (outcome.code, "there is no such file" in outcome.err) == (2, True)


def test_catalogs_are_not_written_through_links_out_of_the_project(ship: Workspace, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    ship.path("locales").symlink_to(outside)
    outcome = ship.run("adopt", "fr", "old/one_fr.md")
    assert outcome.code == 2
    assert not list(outside.rglob("*.po"))


def test_file_in_a_folder_that_is_the_translation_of_no_deck_is_a_note(ship: Workspace) -> None:
    ship.write("theirs/one.md", FRENCH)
    ship.write("theirs/unknown.md", FRENCH)
    outcome = ship.ok("adopt", "fr", "theirs")
    assert "note: theirs/unknown.md: no source deck has a name like this" in outcome.err


def test_damaged_catalog_is_never_overwritten(ship: Workspace) -> None:
    ship.write(PO, "this is no catalog\n")
    outcome = ship.run("adopt", "fr", "old/one_fr.md", "--overwrite", "--force")
    assert (outcome.code, ship.read(PO)) == (2, "this is no catalog\n")


def test_leftovers_that_cannot_be_written_are_one_sentence(ship: Workspace) -> None:
    outcome = ship.run("adopt", "fr", "old/one_fr.md", "--leftovers", "old")
    assert (outcome.code, "old: this is a folder" in outcome.err, "Traceback" in outcome.err) == (
        2,
        True,
        False,
    )


def test_control_characters_do_not_reach_the_terminal(ship: Workspace) -> None:
    ship.write("old/one_fr.md", FRENCH.replace("Expédier", "Exp\x1b[31mdier"))
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--dry-run")
    assert "\x1b" not in outcome.out


def test_a_page_without_prose_as_its_source_is_done(ship: Workspace) -> None:
    for place in ("source/empty.md", "theirs/empty.md"):
        ship.write(place, "---\nlayout: plain\n---\n")
    assert "0 translated, 0 fuzzy" in ship.ok("adopt", "fr", "theirs/empty.md").out
