"""``l10n adopt`` of decks that were built: edits come back into the catalogs."""

import os
import re

import pytest

from cli.adopting import ENGLISH, PO, fuzzy, msgstrs
from cli.conftest import Workspace


class TestRoundTrip:
    """The built deck, edited and adopted again."""

    @pytest.fixture
    def built(self, ship: Workspace) -> Workspace:
        ship.ok("adopt", "fr", "old/one_fr.md")
        ship.replace(PO, 'msgstr "Réseaux et volumes"', 'msgstr ""')
        ship.replace(PO, 'msgid "A map of the network"', '#, fuzzy\nmsgid "A map of the network"')
        ship.ok("sync")
        return ship

    def test_nothing_changes_if_nothing_was_edited(self, built: Workspace) -> None:
        before = built.read(PO)
        built.ok("adopt", "fr", "build/fr")
        assert built.read(PO) == before

    def test_catalog_comes_back_if_it_was_lost(self, built: Workspace) -> None:
        before = {one: text for one, text in msgstrs(built).items() if one not in fuzzy(built)}
        built.path(PO).unlink()
        built.ok("adopt", "fr", "build/fr")
        assert {one: text for one, text in msgstrs(built).items() if text} == {
            one: text for one, text in before.items() if text
        }
        assert fuzzy(built) == {}

    def test_edit_arrives_and_is_named(self, built: Workspace) -> None:
        built.replace("build/fr/one.md", "Expédier des conteneurs", "Envoyer des conteneurs")
        before = msgstrs(built)
        outcome = built.ok("adopt", "fr", "build/fr")
        line = built.line_of(PO, 'msgid "Shipping containers"')
        assert f"{PO}:{line}: “Envoyer des conteneurs” was “Expédier des conteneurs”" in outcome.out
        assert msgstrs(built) == {**before, "Shipping containers": "Envoyer des conteneurs"}

    def test_edit_of_one_of_two_places_stays_when_it_is_adopted_again(self, ship: Workspace) -> None:
        ship.deck("one.md", "# Yes\n\nSome text\n\n---\n\n# No\n\nSome text\n")
        ship.write("old/one_fr.md", "# Oui\n\nDu texte\n\n---\n\n# Non\n\nDu texte\n")
        ship.ok("adopt", "fr", "old/one_fr.md")
        ship.ok("sync")
        ship.replace("build/fr/one.md", "Du texte\n\n---", "Un texte\n\n---")
        for _ in range(3):
            ship.ok("adopt", "fr", "build/fr", "--overwrite")
            assert msgstrs(ship)["Some text"] == "Un texte"

    def test_edit_at_the_end_of_a_long_text_is_shown(self, built: Workspace) -> None:
        long = "Une phrase assez longue pour que sa fin ne se voie pas dans un extrait, ou"
        built.replace(PO, "Expédier des conteneurs", f"{long} presque")
        built.ok("build")
        built.replace("build/fr/one.md", f"{long} presque", f"{long} si peu")
        out = built.ok("adopt", "fr", "build/fr").out
        assert re.search("“….* dans un extrait, ou si peu” was “….* dans un extrait, ou presque”", out)

    def test_new_translation_typed_there_arrives(self, built: Workspace) -> None:
        built.replace("build/fr/one.md", "Networks and volumes", "Réseaux, et volumes")
        built.ok("adopt", "fr", "build/fr/one.md")
        assert msgstrs(built)["Networks and volumes"] == "Réseaux, et volumes"

    def test_edit_that_loses_code_arrives_fuzzy_and_says_why(self, built: Workspace) -> None:
        built.replace("build/fr/one.md", "`webfront:v1.3`", "webfront:v1.3")
        built.ok("adopt", "fr", "build/fr")
        said = fuzzy(built)["Start 5 containers with the image `webfront:v1.3`"]
        assert "doubtful: the code `webfront:v1.3` is missing" in said

    def test_edit_finds_its_entry_where_blocks_were_added_and_taken_away(self, built: Workspace) -> None:
        text = built.read("build/fr/one.md").replace("- Lire", "- Une ligne de plus\n\n- Relire")
        built.write("build/fr/one.md", text[: text.index("![")] + text[text.index("???") :])
        before = msgstrs(built)
        outcome = built.ok("adopt", "fr", "build/fr")
        key = next(msgid for msgid in before if msgid.startswith("Read"))
        assert msgstrs(built) == {**before, key: before[key].replace("Lire", "Relire")}
        assert "left over: Une ligne de plus" in outcome.out

    def test_catalog_that_is_newer_than_the_deck_stays(self, built: Workspace) -> None:
        built.replace("build/fr/one.md", "Expédier des conteneurs", "Envoyer des conteneurs")
        later = built.path("build/fr/one.md").stat().st_mtime_ns + 10**9
        os.utime(built.path(PO), ns=(later, later))
        before = built.read(PO)
        outcome = built.ok("adopt", "fr", "build/fr")
        assert (built.read(PO), "stays, the deck has" in outcome.out) == (before, True)


class TestBuiltElsewhere:
    """A deck that was built, and does not stand where it was built."""

    def test_says_nothing_new_as_long_as_it_is_what_is_built(self, ship: Workspace) -> None:
        ship.deck("one.md", ENGLISH + "\n---\n\n# Docker\n\n- Docker and its volumes\n")
        ship.ok("adopt", "fr", "old/one_fr.md")
        ship.ok("sync")
        before = ship.read(PO)
        ship.write("sent/one.md", ship.read("build/fr/one.md"))
        outcome = ship.ok("adopt", "fr", "sent/one.md")
        assert ship.read(PO) == before
        assert "left over" not in outcome.out
