import os
import shutil
import subprocess

import pytest

from cli.conftest import ONE, TWO, Workspace

MANUAL = "Read [the manual](https://example.com/manual)"


def test_without_translations_the_built_folder_is_the_source_byte_for_byte(decks: Workspace) -> None:
    decks.deck("crlf.md", b"\xef\xbb\xbf# A\r\n\r\nText\r\n---\r\nlast, no end")
    decks.deck("odd.md", "# \u2028\tA\x00B\x0c\n\n\n   \n".encode())
    decks.deck("empty.md", b"")
    decks.deck("css/x.css", b"body {}\n")
    decks.deck("index.html", b"<html>")
    decks.deck("images/b.png", bytes(range(256)))
    decks.ok("init", "fr")
    decks.ok("build")
    assert decks.files("build/fr") == decks.files("source")


def test_it_works_as_it_stands_every_local_target_of_a_deck_is_there(french: Workspace) -> None:
    french.deck("pic.md", "# Pic\n\n![A picture](images/a.svg)\n")
    french.ok("sync")
    assert (
        french.path("build/fr/images/a.svg").read_bytes() == french.path("source/images/a.svg").read_bytes()
    )


def test_hidden_files_and_our_own_output_are_not_copied(decks: Workspace) -> None:
    decks.write("l10n.toml", 'source = "."\nlocales = ["fr"]\n')
    decks.write(".git/config", "x")
    decks.write("a.md", "# A\n")
    decks.ok("sync")
    decks.ok("sync")
    names = set(decks.files("build/fr"))
    assert {"a.md", "source/one.md"} <= names
    assert not [name for name in names if name.startswith((".", "build", "locales"))]


def test_a_translation_is_published(french: Workspace) -> None:
    french.translate("Hello world", "Bonjour le monde")
    french.ok("build")
    assert french.read("build/fr/one.md") == ONE.replace("Hello world", "Bonjour le monde")


def test_a_fuzzy_translation_is_not_published(french: Workspace) -> None:
    french.translate("Hello world", "Bonjour")
    french.replace(french.po(), 'msgid "Hello world"', '#, fuzzy\nmsgid "Hello world"')
    outcome = french.ok("sync", "--strict")
    assert french.read("build/fr/one.md") == ONE
    assert outcome.table["fr"]["fuzzy"] == 1


def test_an_obsolete_translation_is_not_published(french: Workspace) -> None:
    french.write(french.po(), french.read(french.po()) + '\n#~ msgid "Hello worlds"\n#~ msgstr "x"\n')
    french.deck("one.md", ONE.replace("world", "worlds"))
    french.ok("build")
    assert "Hello worlds" in french.read("build/fr/one.md")


@pytest.mark.parametrize(
    ("msgid", "msgstr", "reason"),
    [
        ("Hello world", "Bonjour\\n\\n---\\n\\nle monde", "blank line"),
        ("Hello world", "# Bonjour", "heading"),
        ("Hello world", "???", "notes"),
        ("Hello world", "- Bonjour", "list"),
        ("Hello world", "Bonjour `le monde", "backtick"),
        (MANUAL, "Lisez [le manuel](https://evil.example)", "https://example.com/manual"),
        (MANUAL, "Lisez le manuel", "https://example.com/manual"),
    ],
)
def test_a_translation_that_would_break_the_deck_is_refused_with_its_line_and_a_reason(
    french: Workspace, msgid: str, msgstr: str, reason: str
) -> None:
    french.translate(msgid, msgstr)
    line = french.line_of(french.po(), f'msgid "{msgid}"')
    outcome = french.ok("build")
    assert french.read("build/fr/one.md") == ONE
    said = [text for text in outcome.err.splitlines() if text.startswith(f"{french.po()}:{line}: ")]
    assert len(said) == 1, outcome
    assert reason in said[0].partition("not published: ")[2]


def test_a_refusal_is_named_again_when_nothing_changed(french: Workspace) -> None:
    french.translate("Hello world", "# Bonjour")
    first = french.ok("sync")
    again = french.ok("sync")
    assert first.err == again.err != ""


def test_a_refusal_is_named_once_for_each_locale(french: Workspace) -> None:
    french.ok("init", "de")
    french.translate("Hello world", "# Bonjour")
    french.translate("Hello world", "# Hallo", locale="de")
    outcome = french.ok("sync")
    assert outcome.err.count("not published") == 2
    assert french.po(locale="de") in outcome.err


def test_strict_still_writes_all_that_is_good(french: Workspace) -> None:
    french.translate("Hello world", "# Bonjour")
    french.translate("One", "Un")
    assert french.run("build", "--strict").code == 1
    assert french.read("build/fr/one.md") == ONE.replace("# One", "# Un")


def test_catalogs_and_sources_are_not_touched(french: Workspace) -> None:
    french.deck("one.md", ONE + "\nMore\n")
    before = french.files("locales"), french.files("source")
    french.ok("build")
    assert (french.files("locales"), french.files("source")) == before


def test_again_writes_nothing(french: Workspace) -> None:
    before = french.files()
    assert "wrote" not in french.ok("build").out
    assert french.files() == before


def test_a_deck_without_catalog_is_built_from_its_source(french: Workspace) -> None:
    french.deck("new.md", "# New\n")
    french.ok("build")
    assert french.read("build/fr/new.md") == "# New\n"
    assert not french.path(french.po("new")).exists()


def test_only_named_locales_are_built(french: Workspace) -> None:
    french.ok("init", "de", "pt-BR")
    french.ok("build", "pt-br")
    assert {path.name for path in french.path("build").iterdir() if path.is_dir()} == {"fr", "pt_BR"}


def test_a_translated_image_stands_over_the_source_image(french: Workspace) -> None:
    french.write("locales/fr/assets/images/a.svg", "<svg>Français</svg>\n")
    french.ok("init", "de")
    french.ok("sync")
    assert french.read("build/fr/images/a.svg") == "<svg>Français</svg>\n"
    assert french.read("build/de/images/a.svg") == "<svg>English</svg>\n"
    assert "wrote" not in french.ok("sync").out


def test_an_asset_of_the_locale_alone_is_there(french: Workspace) -> None:
    french.write("locales/fr/assets/extra/b.svg", "<svg/>")
    french.ok("build")
    assert french.read("build/fr/extra/b.svg") == "<svg/>"


def test_the_source_image_is_back_when_the_translated_one_is_removed(french: Workspace) -> None:
    path = french.write("locales/fr/assets/images/a.svg", "<svg>Français</svg>\n")
    french.ok("build")
    path.unlink()
    french.ok("build")
    assert french.read("build/fr/images/a.svg") == "<svg>English</svg>\n"


def test_an_asset_never_replaces_a_built_deck(french: Workspace) -> None:
    french.write("locales/fr/assets/one.md", "# Mine\n")
    outcome = french.run("build")
    assert outcome.code == 2
    assert "locales/fr/assets/one.md" in outcome.err
    assert french.read("build/fr/one.md") == ONE


def test_a_broken_catalog_leaves_the_built_deck_as_it_was(french: Workspace) -> None:
    french.translate("Hello world", "Bonjour le monde")
    french.ok("build")
    before = french.read("build/fr/one.md")
    french.write(french.po(), "rubbish\n")
    french.deck("part/two.md", TWO + "\nMore\n")
    assert french.run("build").code == 2
    assert french.read("build/fr/one.md") == before
    assert french.read("build/fr/part/two.md") == TWO + "\nMore\n"


def test_a_removed_deck_is_no_longer_built(french: Workspace) -> None:
    french.path("source/part/two.md").unlink()
    outcome = french.ok("build")
    assert not french.path("build/fr/part/two.md").exists()
    assert "removed build/fr/part/two.md\n" in outcome.out


def test_a_removed_deck_is_no_longer_built_in_any_locale(french: Workspace) -> None:
    french.ok("init", "de")
    french.ok("sync")
    french.path("source/part/two.md").unlink()
    french.ok("sync", "fr")
    french.ok("sync")
    assert not french.path("build/de/part/two.md").exists()


def test_a_removed_deck_is_no_longer_built_where_the_cache_is_gone(french: Workspace) -> None:
    french.path("source/part/two.md").unlink()
    shutil.rmtree(french.path(".l10n"))
    french.ok("sync")
    assert not french.path("build/fr/part/two.md").exists()


def test_a_removed_image_is_no_longer_built(french: Workspace) -> None:
    french.path("source/images/a.svg").unlink()
    french.ok("sync")
    assert not french.path("build/fr/images/a.svg").exists()


def test_what_is_not_ours_in_the_build_folder_stays(french: Workspace) -> None:
    french.write("build/fr/.nojekyll", "")
    french.write("build/README", "mine")
    french.path("source/part/two.md").unlink()
    french.ok("sync")
    assert french.path("build/fr/.nojekyll").exists()
    assert french.read("build/README") == "mine"


@pytest.mark.parametrize("name", ["one.fr.md", "one_fr.md", "one-fr.md", "fr/one.md"])
def test_a_translated_deck_in_the_source_folder_is_not_taken_for_a_source(
    french: Workspace, name: str
) -> None:
    french.deck(name, "# Un\n")
    french.ok("sync")
    assert set(french.files("locales/templates")) == {"one.pot", "part/two.pot"}


def test_built_decks_and_catalogs_beside_decks_in_the_project_s_own_folder_are_no_sources(
    empty: Workspace,
) -> None:
    empty.write("one.md", "# One\n")
    empty.write("l10n.toml", 'source = "."\nlocales = ["fr"]\ncatalogs = "i18n/po"\noutput = "i18n/out"\n')
    empty.ok("sync")
    empty.ok("sync")
    assert set(empty.files("i18n/po/templates")) == {"one.pot"}
    assert set(empty.files("i18n/out/fr")) == {"one.md"}


@pytest.mark.parametrize("folder", ["source", "source/x"])
@pytest.mark.parametrize("key", ["output", "catalogs"])
def test_what_is_made_may_not_lie_among_the_sources(decks: Workspace, key: str, folder: str) -> None:
    decks.write("l10n.toml", f'locales = ["fr"]\n{key} = "{folder}"\n')
    before = decks.files()
    outcome = decks.run("sync")
    assert (outcome.code, f"'{key}'" in outcome.err, "'source'" in outcome.err) == (2, True, True)
    assert decks.files() == before


def test_pseudo_build_shows_each_message_and_is_in_no_catalog(decks: Workspace) -> None:
    decks.deck("css/x.css", b"body {}\n")
    decks.ok("init", "fr")
    before = decks.files("locales")
    decks.ok("build", "--pseudo")
    made = decks.read("build/qps-ploc/one.md")
    assert "‹Hééllöö wöörld·›" in made
    assert decks.path("build/qps-ploc/css/x.css").is_file()
    assert decks.files("locales") == before
    assert not decks.path("build/fr").exists()
    decks.path("source/one.md").unlink()
    decks.ok("build", "--pseudo")
    assert not decks.path("build/qps-ploc/one.md").exists()


def test_what_of_a_pseudo_build_is_refused_is_named_in_its_deck(decks: Workspace) -> None:
    decks.write("l10n.toml", 'dialect = "reveal"\n')
    decks.deck("one.md", "# Title\n\nNote: one\n\nNote: two\n")
    outcome = decks.ok("build", "--pseudo")
    assert "source/one.md:3: not published: it would change the presenter notes" in outcome.err


def test_pseudo_build_takes_no_language(french: Workspace) -> None:
    outcome = french.run("build", "--pseudo", "fr")
    assert outcome.code == 2
    assert "leave the LOCALE out" in outcome.err


@pytest.mark.skipif(os.name != "posix", reason="the system has no such permission")
def test_scripts_beside_decks_can_be_run(french: Workspace) -> None:
    script = french.deck("build.sh", "#!/bin/sh\necho ok\n")
    built = french.path("build/fr/build.sh")
    script.chmod(0o755)
    french.ok("build")
    assert subprocess.run([built], capture_output=True, check=True).stdout == b"ok\n"
    assert french.ok("build").out == ""

    script.chmod(0o644)
    assert french.run("build", "--check").out == "would write build/fr/build.sh\n"
    assert french.ok("build").out == "wrote build/fr/build.sh\n"
    assert not built.stat().st_mode & 0o111
    assert french.ok("build").out == ""
    script.chmod(0o755)
    built.chmod(0o600)
    french.ok("build")
    assert built.stat().st_mode & 0o777 == 0o700, "who may not read it may not run it"


PAGE = """<!DOCTYPE html>\r
<html class=x lang="en">\r
<head><title>Decks</title></head>\r
<body><code lang="en">x</code> \t</body>
"""


@pytest.mark.parametrize(
    ("locale", "said"), [("fr", 'lang="fr"'), ("pt_BR", 'lang="pt-BR"'), ("ar", 'lang="ar" dir="rtl"')]
)
def test_a_page_beside_decks_says_its_language_and_stays_else(
    decks: Workspace, locale: str, said: str
) -> None:
    decks.deck("index.html", PAGE)
    decks.deck("none.htm", PAGE.replace(' lang="en"', ""))
    decks.deck("other.html", PAGE.replace('lang="en"', 'lang="de"'))
    decks.deck("latin.html", PAGE.replace("Decks", "É").encode("latin-1"))
    decks.ok("init", locale)
    decks.ok("build")
    built = f"build/{locale}"
    assert decks.read(f"{built}/index.html") == PAGE.replace('x lang="en"', f"x {said}")
    for name in ("none.htm", "other.html", "latin.html"):
        assert decks.path(f"{built}/{name}").read_bytes() == decks.path(f"source/{name}").read_bytes()


def test_a_page_of_the_locale_itself_is_copied_as_it_is(french: Workspace) -> None:
    french.deck("index.html", PAGE)
    french.write("locales/fr/assets/index.html", PAGE)
    french.ok("build")
    assert french.read("build/fr/index.html") == PAGE


def test_packages_that_a_page_names_stand_beside_its_built_decks(empty: Workspace) -> None:
    empty.deck("one.md", "# One\n")
    empty.deck("index.html", '<script src="node_modules/reveal.js/r.js"></script>one.md')
    empty.deck("node_modules/reveal.js/r.js", "r")
    empty.deck("node_modules/reveal.js/README.md", "# No deck\n")
    empty.deck("node_modules/vite/v.js", "v")
    empty.ok("init", "fr")
    empty.ok("sync")
    assert {*empty.files("build/fr")} == {
        "one.md",
        "index.html",
        "node_modules/reveal.js/r.js",
        "node_modules/reveal.js/README.md",
    }
    assert {*empty.files("locales/fr")} == {"LC_MESSAGES/one.po"}
    empty.ok("sync", "--check")
