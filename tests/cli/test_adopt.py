"""``l10n adopt``: catalogs from translations that exist."""

import json

import pytest

from cli.adopting import ENGLISH, FRENCH, PO, fuzzy, msgstrs
from cli.conftest import Workspace
from l10n.report.plain import width


def test_every_block_finds_its_message(ship: Workspace) -> None:
    ship.ok("adopt", "fr", "old/one_fr.md")
    assert msgstrs(ship)["Shipping containers"] == "Expédier des conteneurs"
    assert msgstrs(ship)["A map of the network"] == "Une carte du réseau"
    assert all(msgstrs(ship).values())
    assert fuzzy(ship) == {}


def test_build_of_the_adopted_catalog_is_the_translation(ship: Workspace) -> None:
    ship.ok("adopt", "fr", "old/one_fr.md")
    assert ship.ok("sync", "--strict").out.count("wrote locales/fr") == 0
    assert ship.read("build/fr/one.md") == FRENCH


@pytest.mark.parametrize("name", ["one_fr.md", "one.fr.md", "one-fr.md", "fr/one.md", "one.md"])
def test_decks_are_paired_by_path_suffix_and_folder(ship: Workspace, name: str) -> None:
    ship.write(f"theirs/{name}", FRENCH)
    ship.ok("adopt", "fr", f"theirs/{name}")
    assert all(msgstrs(ship).values())


def test_translations_among_the_sources_are_no_decks(ship: Workspace) -> None:
    ship.deck("one_fr.md", FRENCH)
    ship.ok("adopt", "fr", "source/one_fr.md")
    assert all(msgstrs(ship).values())


def test_folder_takes_all_decks_that_have_a_source(ship: Workspace) -> None:
    ship.deck("part/two.md", ENGLISH.replace("Shipping", "Moving"))
    ship.write("theirs/one.md", FRENCH)
    ship.write("theirs/part/two.md", FRENCH)
    ship.write("theirs/unknown.md", FRENCH)
    ship.ok("adopt", "fr", "theirs")
    assert all(msgstrs(ship).values())
    assert all(msgstrs(ship, "locales/fr/LC_MESSAGES/part/two.po").values())


def test_a_folder_is_looked_through_whatever_the_settings_list_as_decks(empty: Workspace) -> None:
    empty.write("en/one.md", f"---\nmarp: true\n---\n{ENGLISH}")
    empty.write("fr/one.md", f"---\nmarp: true\n---\n{FRENCH}")
    empty.ok("init", "fr")
    empty.ok("adopt", "fr", "fr")
    assert (
        msgstrs(empty, "locales/fr/LC_MESSAGES/en/one.po")["Shipping containers"] == "Expédier des conteneurs"
    )


def test_source_names_the_deck(ship: Workspace) -> None:
    ship.write("x.md", FRENCH)
    assert "name its deck with --source" in ship.run("adopt", "fr", "x.md").err
    ship.ok("adopt", "fr", "x.md", "--source", "source/one.md")
    assert all(msgstrs(ship).values())


def test_source_may_be_named_as_below_its_folder_and_from_elsewhere(ship: Workspace) -> None:
    ship.write("x.md", FRENCH)
    ship.monkeypatch.chdir(ship.root.parent)
    for name in ("one.md", "source/one.md"):
        ship.ok("-C", ship.root.name, "adopt", "fr", "x.md", "--source", name)
        assert all(msgstrs(ship).values())
        ship.path(PO).unlink()


def test_name_that_fits_two_decks_is_refused(ship: Workspace) -> None:
    ship.deck("a/two.md", ENGLISH)
    ship.deck("b/two.md", ENGLISH)
    ship.write("two_fr.md", FRENCH)
    outcome = ship.run("adopt", "fr", "two_fr.md")
    assert (outcome.code, "a/two.md or b/two.md" in outcome.err) == (2, True)


def test_lost_link_and_other_code_are_fuzzy_and_say_why(ship: Workspace) -> None:
    text = FRENCH.replace("[le manuel complet](https://example.com/fr/manual)", "le manuel complet")
    ship.write("old/one_fr.md", text.replace("`overlay`", "`superposition`"))
    ship.ok("adopt", "fr", "old/one_fr.md")
    reasons = " ".join(fuzzy(ship).values())
    assert len(fuzzy(ship)) == 2
    assert "doubtful: the link https://example.com/en/manual is missing" in reasons
    assert "doubtful: the code `overlay` has become `superposition`" in reasons


def test_reason_outlives_updates_and_goes_with_the_doubt(ship: Workspace) -> None:
    ship.write("old/one_fr.md", FRENCH.replace("`overlay`", "`superposition`"))
    ship.ok("adopt", "fr", "old/one_fr.md")
    assert ship.ok("update", "--check").out == ""
    ship.replace(PO, "#, fuzzy\n", "")
    ship.ok("update")
    assert "doubtful" not in ship.read(PO)


def test_block_in_the_source_language_is_no_translation(ship: Workspace) -> None:
    left = "Read [the whole manual](https://example.com/en/manual) before the next release"
    text = FRENCH.replace(
        "Lire [le manuel complet](https://example.com/fr/manual) avant la prochaine version", left
    )
    ship.write("old/one_fr.md", text)
    ship.ok("adopt", "fr", "old/one_fr.md")
    assert msgstrs(ship)[left] == ""


def test_what_is_left_over_is_named_and_kept(ship: Workspace) -> None:
    ship.write("old/one_fr.md", FRENCH + "\n---\n\n## Une diapositive de plus\n\n- Elle n'a pas d'original\n")
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--leftovers", "rest.md")
    assert "old/one_fr.md:21: left over: Une diapositive de plus" in outcome.out
    assert ship.read("rest.md") == (
        "<!-- old/one_fr.md:21-21 -->\nUne diapositive de plus\n\n"
        "<!-- old/one_fr.md:23-23 -->\nElle n'a pas d'original\n\n"
    )
    assert outcome.err == "wrote rest.md\n"


def test_where_nothing_is_left_over_no_file_is_made_for_it(ship: Workspace) -> None:
    assert ship.ok("adopt", "fr", "old/one_fr.md", "--leftovers", "rest.md").err == ""
    assert not ship.path("rest.md").exists()


def test_existing_translations_stay(ship: Workspace) -> None:
    ship.ok("init", "fr")
    ship.translate("Shipping containers", "Envoyer des conteneurs")
    outcome = ship.ok("adopt", "fr", "old/one_fr.md")
    assert msgstrs(ship)["Shipping containers"] == "Envoyer des conteneurs"
    assert "stays, the deck has “Expédier des conteneurs”" in outcome.out
    assert msgstrs(ship)["Networks and volumes"] == "Réseaux et volumes"


def test_overwrite_replaces_them(ship: Workspace) -> None:
    ship.ok("init", "fr")
    ship.translate("Shipping containers", "Envoyer des conteneurs")
    ship.ok("adopt", "fr", "old/one_fr.md", "--overwrite")
    assert msgstrs(ship)["Shipping containers"] == "Expédier des conteneurs"


def test_adopting_again_changes_nothing(ship: Workspace) -> None:
    ship.ok("adopt", "fr", "old/one_fr.md")
    before = ship.read(PO)
    ship.next_day()
    ship.ok("adopt", "fr", "old/one_fr.md", "--overwrite")
    assert ship.read(PO) == before


def test_message_with_two_translations_has_the_same_however_often_they_are_adopted(ship: Workspace) -> None:
    ship.deck("one.md", "# Yes\n\nSome text\n\n---\n\n# No\n\nSome text\n")
    ship.write("old/one_fr.md", "# Oui\n\nDu texte\n\n---\n\n# Non\n\nUn texte\n")
    ship.ok("adopt", "fr", "old/one_fr.md", "--overwrite")
    before = ship.read(PO)
    assert msgstrs(ship)["Some text"] == "Du texte"
    for _ in range(2):
        ship.next_day()
        ship.ok("adopt", "fr", "old/one_fr.md", "--overwrite")
        assert ship.read(PO) == before


def test_dry_run_writes_nothing_and_shows_pairs_in_80_columns(ship: Workspace) -> None:
    before = ship.snapshot()
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--dry-run", "--leftovers", "rest.md")
    assert ship.snapshot() == before
    assert "Shipping containers" in outcome.out
    assert "Expédier des conteneurs" in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_pairs_stand_side_by_side_in_every_script(ship: Workspace) -> None:
    ship.write("old/one_ja.md", "# 集装箱运输 集装箱\n\n" + 40 * "每个集装箱都放在船上" + "。\n")
    lines = ship.ok("adopt", "ja", "old/one_ja.md", "--dry-run", "--force").out.splitlines()
    pairs = [line for line in lines if line.count(" |") == 2]
    assert len(pairs) > 10
    assert {width(line.partition(" |")[0]) for line in pairs} == {35}
    assert {width(line.rpartition(" |")[0]) for line in pairs} == {72}


def test_json_has_pairs_and_no_revision(ship: Workspace) -> None:
    data = json.loads(ship.ok("adopt", "fr", "old/one_fr.md", "--format", "json").out)
    deck = data["decks"][0]
    first = deck["pairs"][0]
    assert deck["revision"] is None
    assert (first["source_line"], first["translated_line"], first["state"]) == (1, 1, "translated")
    assert (first["msgid"], first["msgstr"]) == ("Shipping containers", "Expédier des conteneurs")
    assert 0.9 <= first["confidence"] <= 1


def test_outline_lines_are_offered_where_nothing_is_translated(ship: Workspace) -> None:
    notes = "\n\n???\n\n:EN:- A slide about storage\n:FR:- Une diapositive sur le stockage\n"
    ship.deck("one.md", f"{ENGLISH}\n---\n\n## A slide about storage{notes}")
    ship.ok("adopt", "fr", "old/one_fr.md")
    assert msgstrs(ship)["A slide about storage"] == "Une diapositive sur le stockage"
    assert "outline line" in fuzzy(ship)["A slide about storage"]
    assert ":EN:- A slide about storage" not in msgstrs(ship)


def test_each_pair_in_json_has_six_keys(ship: Workspace) -> None:
    data = json.loads(ship.ok("adopt", "fr", "old/one_fr.md", "--format", "json", "--dry-run").out)
    keys = {"source_line", "translated_line", "msgid", "msgstr", "confidence", "state"}
    assert all(pair.keys() == keys for pair in data["decks"][0]["pairs"])
    assert not ship.path(PO).exists()


def test_dry_run_shows_what_is_in_no_pair_where_it_stands(ship: Workspace) -> None:
    english = ENGLISH + "\n---\n\n## A slide about `storage`\n"
    ship.deck("one.md", english)
    ship.write("old/one_fr.md", FRENCH.replace("???", "Une ligne de plus en français, sans original\n\n???"))
    lines = ship.ok("adopt", "fr", "old/one_fr.md", "--dry-run").out.splitlines()
    alone = [line for line in lines if line.startswith("   21 A slide about `storage`")]
    added = [line for line in lines if line[:37] == f"{'|':>37}" and "Une ligne de plus" in line]
    assert (len(alone), len(added)) == (1, 1)


def test_quiet_prints_problems_only(ship: Workspace) -> None:
    assert ship.ok("adopt", "fr", "old/one_fr.md", "--quiet").out == ""
