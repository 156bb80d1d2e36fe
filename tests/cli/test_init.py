import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import polib
import pytest

from cli.conftest import Workspace, gettext, needs_gettext
from l10n.project.schema import SHIPPED
from l10n.project.settings import SETTINGS


def header(work: Workspace, deck: str, locale: str) -> dict[str, str]:
    return dict(polib.pofile(str(work.path(work.po(deck, locale)))).metadata)


def test_each_deck_gets_a_catalog(decks: Workspace) -> None:
    decks.ok("init", "fr")
    assert set(decks.files("locales")) == {"fr/LC_MESSAGES/one.po", "fr/LC_MESSAGES/part/two.po"}


def test_the_catalog_has_every_message_and_no_translation(decks: Workspace) -> None:
    decks.ok("init", "fr")
    entries = polib.pofile(str(decks.path(decks.po())))
    manual = "Read [the manual](https://example.com/manual)"
    assert [entry.msgid for entry in entries] == ["One", "Hello world", manual, "Speak slowly"]
    assert {entry.msgstr for entry in entries} == {""}


def test_the_header_is_full(decks: Workspace) -> None:
    decks.ok("init", "fr")
    fields = header(decks, "part/two", "fr")
    assert fields["Project-Id-Version"] == "part/two"
    assert fields["Language"] == "fr"
    assert fields["Language-Team"] == "French"
    assert fields["MIME-Version"] == "1.0"
    assert fields["Content-Type"] == "text/plain; charset=UTF-8"
    assert fields["Content-Transfer-Encoding"] == "8bit"
    assert fields["POT-Creation-Date"] == fields["PO-Revision-Date"] == "2023-11-14 22:13+0000"
    for name in ("Report-Msgid-Bugs-To", "Last-Translator", "X-Generator"):
        assert name in fields


@pytest.mark.parametrize("deck", ["one", "part/two"])
def test_poedit_finds_the_source_from_the_catalog(decks: Workspace, deck: str) -> None:
    decks.ok("init", "fr")
    folder = decks.path(decks.po(deck)).parent
    entry = polib.pofile(str(decks.path(decks.po(deck))))[0]
    base = folder / header(decks, deck, "fr")["X-Poedit-Basepath"]
    assert (base / entry.occurrences[0][0]).resolve() == decks.path(f"source/{deck}.md")


@pytest.mark.parametrize(
    ("locale", "count"), [("ja", 1), ("sv", 2), ("de", 2), ("pl", 3), ("sl", 4), ("ga", 5), ("ar", 6)]
)
def test_plural_rules_are_those_of_the_language(decks: Workspace, locale: str, count: int) -> None:
    decks.ok("init", locale)
    rules = header(decks, "one", locale)["Plural-Forms"]
    assert re.fullmatch(rf"nplurals={count}; plural=.+;", rules)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("pt-BR", "pt_BR"),
        ("PT_br", "pt_BR"),
        ("zh-hant", "zh_Hant"),
        ("sr@latin", "sr@latin"),
        ("frr", "frr"),
    ],
)
def test_a_locale_is_spelt_as_gettext_spells_it(decks: Workspace, name: str, code: str) -> None:
    decks.ok("init", name)
    assert [path.name for path in decks.path("locales").iterdir()] == [code]
    assert header(decks, "one", code)["Language"] == code


@pytest.mark.parametrize("name", ["tl", "iw", "kmr", "cmn", "arb", "mo", "in"])
def test_a_language_keeps_the_name_that_was_asked_for(decks: Workspace, name: str) -> None:
    decks.ok("init", name)
    assert header(decks, "one", name)["Language"] == name
    decks.ok("sync")
    assert {path.name for path in decks.path("locales").iterdir()} == {name, "templates"}
    assert decks.run("check", "--select", "catalog").code == 0


@pytest.mark.parametrize(
    ("folder", "names"),
    [("pt-BR", ("pt-BR", "pt_BR", "pt-br")), ("zh_hans", ("zh_Hans", "zh-hans")), ("fr_fr", ("fr_FR",))],
)
@pytest.mark.parametrize("listed", [False, True])
def test_the_folder_that_is_there_names_the_locale(
    decks: Workspace, folder: str, names: tuple[str, ...], listed: bool
) -> None:
    decks.ok("init", names[0])
    (made,) = decks.path("locales").iterdir()
    made.rename(made.with_name(folder))
    for name in names:
        decks.write("l10n.toml", f'locales = ["{name}"]\n' if listed else "")
        for command in ("build", "update", "sync", "check", "stats", "init"):
            decks.ok(command, name)
        assert folder in decks.ok("sync").table
    assert {path.name for path in decks.path("locales").iterdir()} == {folder, "templates"}
    assert {path.name for path in decks.path("build").iterdir()} == {folder, f".l10n-{folder}"}


def test_one_locale_in_two_folders_is_refused(decks: Workspace) -> None:
    decks.ok("init", "pt_BR")
    shutil.copytree(decks.path("locales/pt_BR"), decks.path("locales/pt-BR"))
    outcome = decks.run("sync")
    assert outcome.code == 2
    assert "are one locale" in outcome.err


def test_a_folder_that_the_settings_do_not_list_is_not_doubled(decks: Workspace) -> None:
    decks.write(decks.po(locale="pt-BR"), 'msgid ""\nmsgstr ""\n"Language: pt_BR\\n"\n')
    decks.write("l10n.toml", 'locales = ["fr"]\n')
    decks.ok("init", "pt_BR")
    assert [path.name for path in decks.path("locales").iterdir()] == ["pt-BR"]


def test_several_locales_at_once(decks: Workspace) -> None:
    outcome = decks.ok("init", "fr", "de")
    assert {path.name for path in decks.path("locales").iterdir()} == {"fr", "de"}
    assert f"wrote {decks.po(locale='de')}\n" in outcome.out


def test_one_unknown_locale_stops_all(decks: Workspace) -> None:
    before = decks.files()
    assert decks.run("init", "fr", "French").code == 2
    assert decks.files() == before


def test_again_writes_nothing(french: Workspace) -> None:
    before = french.files()
    french.next_day()
    outcome = french.ok("init", "fr")
    assert french.files() == before
    assert "wrote" not in outcome.out


def test_again_after_a_new_deck_adds_its_catalog_and_keeps_the_others(french: Workspace) -> None:
    french.translate("Hello world", "Bonjour le monde")
    before = french.files()
    french.deck("three.md", "# Three\n")
    french.ok("init", "fr")
    after = french.files()
    assert after.keys() - before.keys() == {french.po("three"), "source/three.md"}
    assert {name: after[name] for name in before} == before


def test_without_settings_a_new_locale_is_worked_on_at_once(decks: Workspace) -> None:
    outcome = decks.ok("init", "fr")
    assert outcome.err == ""
    assert "fr" in decks.ok("sync").table


def test_a_deck_that_is_a_translation_gets_no_catalog(decks: Workspace) -> None:
    decks.deck("one_fr.md", "# Un\n")
    decks.ok("init", "fr")
    assert not decks.path(decks.po("one_fr")).exists()
    assert decks.path(decks.po("one")).exists()


def test_where_the_settings_list_locales_it_says_to_add_the_new_one(decks: Workspace) -> None:
    decks.write("l10n.toml", 'locales = ["fr"]\n')
    assert decks.ok("init", "fr").err == ""
    assert "add 'de' to 'locales'" in decks.ok("init", "de").err


def test_quiet_says_nothing(decks: Workspace) -> None:
    assert decks.ok("init", "--quiet", "fr").out == ""


def test_a_deck_that_cannot_be_read_is_named_and_the_others_go_through(decks: Workspace) -> None:
    decks.deck("bad.md", b"\xff")
    outcome = decks.run("init", "fr")
    assert outcome.code == 2
    assert "source/bad.md:1:" in outcome.err
    assert decks.path(decks.po("part/two")).exists()


@needs_gettext
@pytest.mark.gettext
@pytest.mark.parametrize("locale", ["fr", "pt_BR", "ja", "pl", "ar", "sr@latin"])
def test_msgfmt_accepts_every_catalog(decks: Workspace, tmp_path: Path, locale: str) -> None:
    decks.ok("init", locale)
    for deck in ("one", "part/two"):
        done = gettext(
            "msgfmt", "-c", "-o", str(tmp_path / "x.mo"), decks.po(deck, locale), folder=decks.root
        )
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_project_without_settings_gets_a_file_that_tells_editors_of_all_of_them(decks: Workspace) -> None:
    assert "wrote l10n.toml" in decks.ok("init", "fr").out
    first, *_ = decks.read("l10n.toml").splitlines()
    schema = decks.path(first.removeprefix("#:schema "))
    settings = json.loads(schema.read_text(encoding="utf-8"))["properties"]
    assert tomllib.loads(decks.read("l10n.toml")) == {"source": "source"}
    assert settings.keys() == SETTINGS.keys()


def test_in_a_fresh_clone_the_schema_is_there_again_and_always_ours(decks: Workspace) -> None:
    decks.ok("init", "fr")
    shutil.rmtree(decks.path(".l10n"))
    decks.ok("sync")
    assert decks.path(".l10n/schema.json").read_bytes() == SHIPPED.read_bytes()
    decks.write(".l10n/schema.json", "{}")
    decks.ok("sync", "--check")
    assert decks.read(".l10n/schema.json") == "{}"
    decks.ok("sync")
    assert decks.path(".l10n/schema.json").read_bytes() == SHIPPED.read_bytes()


@pytest.mark.parametrize("name", ["l10n.toml", "pyproject.toml"])
def test_settings_that_are_there_stay_as_they_are(decks: Workspace, name: str) -> None:
    decks.write(name, "[tool.l10n]\nlocales = ['fr']\n")
    decks.ok("init", "fr")
    assert decks.read(name) == "[tool.l10n]\nlocales = ['fr']\n"
    assert decks.path("l10n.toml").exists() == (name == "l10n.toml")


def test_a_folder_that_others_have_decks_in_is_found_and_written_down(empty: Workspace) -> None:
    empty.write("slides/part/a.md", "# A\n\nHello\n")
    empty.ok("init", "fr")
    assert tomllib.loads(empty.read("l10n.toml")) == {"source": "slides"}
    empty.ok("sync")
    assert empty.path("build/fr/part/a.md").exists()


SLIDEV = "---\nlayout: cover\n---\n\n# A\n\nHello\n"


def test_decks_in_the_folder_itself_are_found_by_their_marks_and_written_down(empty: Workspace) -> None:
    """As a project of Slidev or Marp has them: beside what is no deck, and what npm has installed."""
    empty.write("package.json", '{"dependencies": {"@slidev/cli": "52"}}')
    empty.write("slides.md", "# A\n\nHello\n")
    empty.write("talk.md", "---\nmarp: true\n---\n\n# B\n")
    empty.write("README.md", "# Read me\n")
    empty.write("public/logo.svg", "<svg/>")
    empty.write("node_modules/x/slides.md", SLIDEV)
    told = empty.ok("init", "fr").out
    assert tomllib.loads(empty.read("l10n.toml")) == {"source": ".", "include": ["/slides.md", "/talk.md"]}
    assert re.search(r"slides.md read as slidev: .*package.json", told)
    empty.ok("sync")
    built = {"slides.md", "talk.md", "README.md", "package.json", "public/logo.svg"}
    assert {*empty.files("build/fr")} == built
    assert "nothing to add" in empty.ok("init", "fr").out


@pytest.mark.parametrize("copy", ["fr/talk.md", "talk.fr.md", "talk-fr.md"])
def test_a_copy_that_is_translated_by_hand_is_no_deck_and_goes_into_no_build(
    empty: Workspace, copy: str
) -> None:
    empty.write("talk.md", "---\nmarp: true\n---\n\n# Hello\n")
    empty.write(copy, "---\nmarp: true\n---\n\n# Bonjour\n")
    told = empty.ok("init", "fr").out
    command = f"l10n adopt fr {copy}"
    assert f"{copy}: a translation, by its name; `{command}` takes it over into the catalog\n" in told
    assert tomllib.loads(empty.read("l10n.toml"))["include"] == ["/talk.md"]
    empty.ok(*command.split()[1:])
    empty.ok("sync")
    assert {*empty.files("build/fr")} == {"talk.md"}
    assert "# Bonjour" in empty.read("build/fr/talk.md")
    assert copy not in empty.ok("init", "fr").out


ODD = ("talk 🎉 [2025].md", "a*b?.md", "\u00e9\u00e8.md", "!x.md", "#y.md", 'it\'s "z".md', " w.md")


@pytest.mark.parametrize("name", ODD)
def test_whatever_decks_there_are_called_only_they_are_decks(empty: Workspace, name: str) -> None:
    marp = "---\nmarp: true\n---\n\n# B\n"
    empty.write(name, marp)
    for other in (f"sub/{name}", "axb1.md", "talk 2.md", "talk 🎉 2.md"):
        empty.write(other, "# Another\n")
    empty.ok("init", "fr")
    assert [*empty.files("locales/fr")] == [f"LC_MESSAGES/{name.removesuffix('.md')}.po"]
    empty.ok("sync")
    assert "nothing to add" in empty.ok("init", "fr").out


def test_a_deck_with_a_name_that_no_catalog_can_have_keeps_no_other_back(
    empty: Workspace,
) -> None:
    marp = b"---\nmarp: true\n---\n\n# B\n"
    empty.write("talk.md", marp)
    for name in (b"bad\xff.md", b"two\nlines.md", b"\x7f.md"):
        Path(os.fsdecode(os.fsencode(empty.root) + b"/" + name)).write_bytes(marp)
    empty.ok("init", "fr")
    assert tomllib.loads(empty.read("l10n.toml"))["include"] == ["/talk.md"]


def test_a_folder_without_marks_is_taken_for_no_project(empty: Workspace) -> None:
    empty.write("README.md", "# Read me\n")
    empty.write("node_modules/x/slides.md", SLIDEV)
    assert empty.run("init", "fr").code == 2
    assert not empty.path("l10n.toml").exists()


def test_without_a_deck_nothing_is_written(empty: Workspace) -> None:
    empty.write("slides/notes.txt", "no deck")
    assert empty.run("init", "fr").code == 2
    assert not empty.path("l10n.toml").exists()


def git(work: Workspace, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=work.root, check=True, capture_output=True)


NOTE = "note: built decks go to build/, which git would commit; add `build/` to .gitignore\n"


def test_in_a_repository_it_says_how_built_decks_stay_out_of_commits(decks: Workspace) -> None:
    assert NOTE not in decks.ok("init", "fr").err
    git(decks, "init", "--quiet")
    assert NOTE in decks.ok("init", "de").err
    assert NOTE not in decks.ok("--quiet", "init", "es").err
    decks.write(".gitignore", "build/\n")
    assert NOTE not in decks.ok("init", "it").err
    (decks.root / ".gitignore").unlink()
    decks.ok("build")
    assert NOTE in decks.ok("init", "nl").err


def test_where_built_decks_are_committed_nobody_is_told_to_ignore_them(decks: Workspace) -> None:
    git(decks, "init", "--quiet")
    decks.ok("init", "fr")
    decks.ok("build")
    git(decks, "add", "build")
    assert NOTE not in decks.ok("init", "de").err
