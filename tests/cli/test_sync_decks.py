"""Decks that are renamed, removed or broken under ``l10n sync``."""

import polib

from cli.conftest import NEW_SLIDE, ONE, TWO, Workspace


def test_a_renamed_deck_keeps_its_translations(french: Workspace) -> None:
    french.translate("First things first", "D'abord", "part/two")
    french.ok("sync")
    french.path("source/part/two.md").rename(french.path("source/deux.md"))
    told = french.ok("sync").out.splitlines()
    assert f"moved {french.po('part/two')} to {french.po('deux')}" in told
    assert f"removed {french.po('part/two')}" not in told
    entry = polib.pofile(str(french.path(french.po("deux")))).find("First things first")
    assert entry.msgstr == "D'abord"
    assert entry.occurrences == [("source/deux.md", "")]
    assert not french.path(french.po("part/two")).exists()
    assert "D'abord" in french.read("build/fr/deux.md")
    assert set(french.files("locales/templates")) == {"one.pot", "deux.pot"}


def test_a_renamed_and_edited_deck_keeps_its_translations(french: Workspace) -> None:
    french.translate("First things first", "D'abord", "part/two")
    french.path("source/part/two.md").unlink()
    french.deck("zwei.md", TWO.replace("That is all", "That is not all"))
    french.ok("sync")
    assert polib.pofile(str(french.path(french.po("zwei")))).find("First things first").msgstr == "D'abord"


def test_the_catalog_of_a_renamed_deck_still_leads_poedit_to_the_source(french: Workspace) -> None:
    french.path("source/one.md").rename(french.path("source/part/uno.md"))
    french.ok("sync")
    name = french.po("part/uno")
    base = polib.pofile(str(french.path(name))).metadata["X-Poedit-Basepath"]
    assert (french.path(name).parent / base).resolve() == french.root


def test_a_renamed_deck_keeps_its_translations_when_the_disk_is_full(french: Workspace) -> None:
    import errno
    import os

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    french.translate("First things first", "D'abord", "part/two")
    french.ok("sync")
    before = french.read(french.po("part/two"))
    french.path("source/part/two.md").rename(french.path("source/deux.md"))
    with french.monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        assert french.run("sync").code == 2
    assert french.path(french.po("part/two")).exists(), "the only copy of the translations is gone"
    assert french.read(french.po("part/two")) == before


def test_the_catalog_of_a_removed_deck_stays_for_its_return(french: Workspace) -> None:
    french.translate("First things first", "D'abord", "part/two")
    french.ok("sync")
    before = french.read(french.po("part/two"))
    french.path("source/part/two.md").unlink()
    french.ok("sync")
    assert french.read(french.po("part/two")) == before
    assert not french.path("locales/templates/part/two.pot").exists()
    french.deck("part/two.md", TWO)
    french.ok("sync")
    assert french.read(french.po("part/two")) == before


def test_a_broken_catalog_is_left_alone_and_the_other_decks_go_through(french: Workspace) -> None:
    broken = french.read(french.po()).replace('msgid "Hello world"', 'msgid "Hello world')
    french.write(french.po(), broken)
    french.deck("one.md", NEW_SLIDE + ONE)
    french.deck("part/two.md", NEW_SLIDE + TWO)
    outcome = french.run("sync")
    line = french.line_of(french.po(), 'msgid "Hello world')
    assert outcome.code == 2
    assert f"error: {french.po()}:{line}: " in outcome.err
    assert french.read(french.po()) == broken
    assert "A brand new slide" in french.read(french.po("part/two"))
    assert "A brand new slide" in french.read("build/fr/part/two.md")
    assert french.read("build/fr/one.md") == ONE


def test_a_broken_catalog_of_one_locale_does_not_stop_the_other(french: Workspace) -> None:
    french.ok("init", "de")
    french.write(french.po(locale="de"), "rubbish\n")
    french.translate("Hello world", "Bonjour le monde")
    assert french.run("sync").code == 2
    assert "Bonjour le monde" in french.read("build/fr/one.md")


def test_a_broken_catalog_whose_deck_is_gone_does_not_stop_a_new_deck(french: Workspace) -> None:
    french.write(french.po("gone"), "rubbish\n")
    french.deck("new.md", "# New\n")
    outcome = french.run("sync")
    assert outcome.code == 2
    assert f"{french.po('gone')}:1:" in outcome.err
    assert french.read(french.po("gone")) == "rubbish\n"
    assert french.path(french.po("new")).exists()
    assert french.path("build/fr/new.md").exists()


def test_a_deck_that_cannot_be_read_does_not_count_as_empty(french: Workspace) -> None:
    french.translate("Hello world", "Bonjour le monde")
    french.ok("sync")
    before = french.files("locales")
    french.path("source/one.md").unlink()
    french.path("source/one.md").symlink_to("nowhere.md")
    outcome = french.run("sync")
    assert outcome.code == 2, outcome
    assert french.files("locales") == before


def test_deck_that_lost_the_mark_of_its_engine_is_named_by_every_run(empty: Workspace) -> None:
    text = "---\noutput: xaringan::moon_reader\n---\n\n# A\n"
    empty.deck("one.Rmd", text)
    empty.deck("two.md", "# B\n")
    empty.ok("init", "fr")
    empty.translate("A", "Le titre", deck="one.Rmd")
    empty.ok("sync", "--strict")
    empty.deck("one.Rmd", "# A\n")
    for _ in range(2):
        assert "warning: source/one.Rmd: it has a catalog, but no mark of its engine" in empty.ok("sync").err
    assert empty.run("sync", "--strict").code == 1
    empty.deck("one.Rmd", text)
    empty.ok("sync", "--strict")
    assert "# Le titre" in empty.read("build/fr/one.Rmd")


def test_file_that_is_excluded_is_missed_by_nobody(empty: Workspace) -> None:
    empty.deck("one.Rmd", "---\noutput: xaringan::moon_reader\n---\n\n# A\n")
    empty.deck("two.md", "# B\n")
    empty.ok("init", "fr")
    empty.write("l10n.toml", 'exclude = ["*.Rmd"]\n')
    assert "source/one.Rmd" not in empty.ok("sync").err


def test_what_was_kept_is_counted_once_where_only_another_language_has_an_answer(empty: Workspace) -> None:
    empty.deck("a.md", "# Hello\n\nShared text here.\n")
    empty.deck("b.md", "# Bee\n\nOne.\n")
    empty.ok("init", "de", "fr")
    for locale, msgid in (("de", "Shared text here."), ("fr", "Hello")):
        path = f"locales/{locale}/LC_MESSAGES/a.po"
        catalog = empty.read(path).replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "x"')
        empty.write(path, catalog)
    empty.ok("sync")
    empty.deck("b.md", "# Bee\n\nOne.\n\nShared text here.\n")
    told = empty.ok("sync").out
    assert "fr: 4 kept (" in told
    assert "de: 4 kept (" in told
    assert "fr: 1 new" not in told
