"""``l10n adopt``: catalogs from translations that exist."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from cli.conftest import Workspace

ENGLISH = """# Shipping containers

- Start 5 containers with the image `webfront:v1.3`

- Read [the whole manual](https://example.com/en/manual) before the next release

---

## Networks and volumes

The `overlay` driver connects 3 nodes of one cluster

![A map of the network](images/net.png)

???

Speak slowly and look at the audience
"""
FRENCH = """# Expédier des conteneurs

- Démarrer 5 conteneurs avec l'image `webfront:v1.3`

- Lire [le manuel complet](https://example.com/fr/manual) avant la prochaine version

---

## Réseaux et volumes

Le pilote `overlay` relie 3 nœuds d'une même grappe

![Une carte du réseau](images/net.png)

???

Parler lentement et regarder le public
"""
PO = "locales/fr/LC_MESSAGES/one.po"


@pytest.fixture
def ship(empty: Workspace) -> Workspace:
    """A deck, and its translation of old."""
    empty.deck("one.md", ENGLISH)
    empty.write("old/one_fr.md", FRENCH)
    return empty


def msgstrs(work: Workspace, name: str = PO) -> dict[str, str]:
    import polib

    return {one.msgid: one.msgstr for one in polib.pofile(str(work.path(name))) if not one.obsolete}


def fuzzy(work: Workspace, name: str = PO) -> dict[str, str]:
    import polib

    entries = polib.pofile(str(work.path(name)))
    return {one.msgid: one.comment for one in entries if one.fuzzy and not one.obsolete}


def git(work: Workspace, *args: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(work.root), *who, *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(work: Workspace, message: str) -> str:
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", message)
    return git(work, "rev-parse", "HEAD")


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


def test_dry_run_writes_nothing_and_shows_pairs_in_80_columns(ship: Workspace) -> None:
    before = ship.snapshot()
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--dry-run", "--leftovers", "rest.md")
    assert ship.snapshot() == before
    assert "Shipping containers" in outcome.out
    assert "Expédier des conteneurs" in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_json_has_pairs_and_no_revision(ship: Workspace) -> None:
    data = json.loads(ship.ok("adopt", "fr", "old/one_fr.md", "--format", "json").out)
    deck = data["decks"][0]
    first = deck["pairs"][0]
    assert deck["revision"] is None
    assert (first["source_line"], first["translated_line"], first["state"]) == (1, 1, "translated")
    assert (first["msgid"], first["msgstr"]) == ("Shipping containers", "Expédier des conteneurs")
    assert 0.9 <= first["confidence"] <= 1


def test_history_finds_the_revision_and_updates_from_there(ship: Workspace) -> None:
    git(ship, "init", "-q")
    ship.path("source/one.md").rename(ship.path("source/first.md"))
    made = commit(ship, "as translated")
    ship.path("source/first.md").rename(ship.path("source/one.md"))
    commit(ship, "renamed")
    ship.replace("source/one.md", "## Networks and volumes", "## Networks, volumes and secrets")
    ship.deck("one.md", ship.read("source/one.md") + "\n---\n\n## A slide that is new\n\n- It says `more`\n")
    commit(ship, "edited")
    data = json.loads(ship.ok("adopt", "fr", "old/one_fr.md", "--history", "--format", "json").out)
    renamed = git(ship, "rev-parse", "HEAD~1")
    assert data["decks"][0]["revision"]["commit"] in (made, renamed)
    assert msgstrs(ship)["Shipping containers"] == "Expédier des conteneurs"
    assert msgstrs(ship)["A slide that is new"] == ""
    assert "Networks, volumes and secrets" in fuzzy(ship)
    assert '#| msgid "Networks and volumes"' in ship.read(PO)
    assert "wrote locales/fr" not in ship.ok("sync").out


def test_revision_is_named(ship: Workspace) -> None:
    git(ship, "init", "-q")
    made = commit(ship, "as translated")
    ship.replace("source/one.md", "Shipping containers", "Shipping many containers by sea")
    commit(ship, "edited")
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--revision", made[:8])
    assert f"made from {made[:10]}" in outcome.out
    assert "Shipping many containers by sea" in fuzzy(ship)


@pytest.mark.parametrize(
    ("prepare", "note"),
    [
        (lambda _: None, "this is no git repository"),
        (lambda work: git(work, "init", "-q"), "git has no history of"),
    ],
    ids=["no repository", "nothing committed"],
)
def test_without_history_it_says_so_and_takes_todays_source(ship: Workspace, prepare, note: str) -> None:
    prepare(ship)
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--history")
    assert note in outcome.err
    assert all(msgstrs(ship).values())


def test_uncommitted_source_is_a_note(ship: Workspace) -> None:
    git(ship, "init", "-q")
    commit(ship, "as translated")
    ship.replace("source/one.md", "Shipping containers", "Shipping many containers by sea")
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--history")
    assert "changes that are not committed" in outcome.err
    assert "Shipping many containers by sea" in fuzzy(ship)


def test_shallow_clone_is_a_note(ship: Workspace, tmp_path: Path) -> None:
    git(ship, "init", "-q")
    commit(ship, "one")
    ship.deck("one.md", ENGLISH + "\nOne more line of prose\n")
    commit(ship, "two")
    clone = tmp_path / "clone"
    url = f"file://{ship.root}"
    subprocess.run(["git", "clone", "-q", "--depth", "1", url, str(clone)], check=True, capture_output=True)
    outcome = ship.ok("-C", str(clone), "adopt", "fr", str(clone / "old/one_fr.md"), "--history")
    assert "this clone is shallow" in outcome.err


BAD = {
    "wrong deck": (("adopt", "fr", "x_fr.md", "--source", "source/one.md"), "% of it fits source/one.md"),
    "not UTF-8": (("adopt", "fr", "latin_fr.md", "--source", "source/one.md"), "is not UTF-8"),
    "empty": (("adopt", "fr", "empty_fr.md", "--source", "source/one.md"), "there is no prose in it"),
    "binary": (("adopt", "fr", "binary_fr.md", "--source", "source/one.md"), "this is a binary file"),
    "missing": (("adopt", "fr", "gone_fr.md", "--source", "source/one.md"), "there is no such file"),
    "not translated": (("adopt", "fr", "same_fr.md", "--source", "source/one.md"), "is translated"),
    "German": (("adopt", "fr", "german_fr.md", "--source", "source/one.md"), "seems to be in German"),
    "script": (("adopt", "ru", "old/one_fr.md", "--source", "source/one.md"), "Latin letters"),
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
    ship.path("void").mkdir()
    arguments, said = BAD[case]
    outcome = ship.run(*arguments)
    assert (outcome.code, "Traceback" in outcome.err) == (2, False)
    assert said in outcome.err
    assert not ship.path("locales").exists()


def test_revision_that_does_not_exist_is_named(ship: Workspace) -> None:
    git(ship, "init", "-q")
    commit(ship, "one")
    outcome = ship.run("adopt", "fr", "old/one_fr.md", "--revision", "nope")
    assert (outcome.code, "git knows no revision 'nope'" in outcome.err) == (2, True)


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


def test_outline_lines_are_offered_where_nothing_is_translated(ship: Workspace) -> None:
    notes = "\n\n???\n\n:EN:- A slide about storage\n:FR:- Une diapositive sur le stockage\n"
    ship.deck("one.md", f"{ENGLISH}\n---\n\n## A slide about storage{notes}")
    ship.ok("adopt", "fr", "old/one_fr.md")
    assert msgstrs(ship)["A slide about storage"] == "Une diapositive sur le stockage"
    assert "outline line" in fuzzy(ship)["A slide about storage"]
    assert ":EN:- A slide about storage" not in msgstrs(ship)


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


def test_translation_may_lie_outside_the_project(
    ship: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "one_fr.md"
    outside.write_text(FRENCH, encoding="utf-8")
    outcome = ship.ok("adopt", "fr", str(outside))
    assert str(outside) in outcome.out
    assert all(msgstrs(ship).values())


def test_links_to_files_and_folders_are_followed(ship: Workspace) -> None:
    ship.path("links").mkdir()
    ship.path("links/one.md").symlink_to(ship.path("old/one_fr.md"))
    ship.path("linked").symlink_to(ship.path("links"))
    ship.ok("adopt", "fr", "linked")
    assert all(msgstrs(ship).values())


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
    outcome = ship.run("adopt", "fr", "old/one_fr.md", "--leftovers", "no/such/folder/rest.md")
    assert (outcome.code, "cannot be written" in outcome.err, "Traceback" in outcome.err) == (2, True, False)


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


def test_control_characters_do_not_reach_the_terminal(ship: Workspace) -> None:
    ship.write("old/one_fr.md", FRENCH.replace("Expédier", "Exp\x1b[31mdier"))
    outcome = ship.ok("adopt", "fr", "old/one_fr.md", "--dry-run")
    assert "\x1b" not in outcome.out


def test_empty_revision_is_no_revision(ship: Workspace) -> None:
    git(ship, "init", "-q")
    commit(ship, "as translated")
    outcome = ship.run("adopt", "fr", "old/one_fr.md", "--revision", "")
    assert (outcome.code, "git knows no revision ''" in outcome.err) == (2, True)


def test_why_there_is_no_history_is_told_also_where_the_deck_is_refused(ship: Workspace) -> None:
    ship.deck("one.md", "> A quote\n\n1. One\n2. Two\n3. Three\n4. Four\n\n> `code`\n")
    outcome = ship.run("adopt", "fr", "old/one_fr.md", "--history")
    assert "note: aligned with today's source/one.md: this is no git repository" in outcome.err
    assert "% of it fits source/one.md" in outcome.err


def test_quiet_prints_problems_only(ship: Workspace) -> None:
    assert ship.ok("adopt", "fr", "old/one_fr.md", "--quiet").out == ""


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
