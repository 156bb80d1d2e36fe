"""What ``l10n sync`` prints, where it looks and what it keeps: options, settings, cache, modes."""

import re
import shutil

import pytest

from cli.conftest import NEW_SLIDE, ONE, Workspace


def test_100_percent_is_never_said_of_less(french: Workspace) -> None:
    french.deck("many.md", "\n\n".join(f"Paragraph {'x' * n}" for n in range(1, 301)))
    french.ok("sync")
    text = re.sub(r'(msgid "(?!One").+"\nmsgstr) ""', r'\1 "x"', french.read(french.po("many")))
    french.write(french.po("many"), text)
    for deck in ("one", "part/two"):
        french.path(french.po(deck)).unlink()
        french.path(f"source/{deck}.md").unlink()
    assert " 100%" in french.ok("sync").out
    french.replace(french.po("many"), 'msgstr "x"', 'msgstr ""')
    out = french.ok("sync").out
    assert "299  99%" in out


def test_a_catalog_that_cannot_be_read_does_not_make_a_locale_complete(french: Workspace) -> None:
    french.path("source/part/two.md").unlink()
    french.write(french.po(), "rubbish\n")
    assert "100%" not in french.run("sync").out


def test_only_named_locales_are_worked_on(french: Workspace) -> None:
    french.ok("init", "de", "pt-BR")
    before = french.files("locales/de")
    french.deck("one.md", NEW_SLIDE + ONE)
    outcome = french.ok("sync", "fr", "pt-br")
    assert set(outcome.table) == {"fr", "pt_BR"}
    assert french.files("locales/de") == before
    assert not french.path("build/de").exists()


def test_quiet_prints_nothing_and_still_works(french: Workspace) -> None:
    french.deck("one.md", NEW_SLIDE + ONE)
    outcome = french.ok("sync", "--quiet")
    assert (outcome.out, outcome.err) == ("", "")
    assert "A brand new slide" in french.read(french.po())


def test_in_a_pipe_there_is_no_progress_bar(french: Workspace) -> None:
    for number in range(40):
        french.deck(f"{number}.md", f"# Deck {'x' * number}\n")
    assert french.ok("sync").err == ""


def test_the_project_is_found_upward(french: Workspace) -> None:
    french.write("l10n.toml", "")
    french.path("source/part/deeper").mkdir()
    french.monkeypatch.chdir(french.path("source/part/deeper"))
    assert french.ok("sync", "--check").table["fr"]["messages"] == 8


def test_folder_and_settings_can_be_named_before_or_after_the_command(french: Workspace) -> None:
    french.write("other.toml", 'locales = ["de"]\n')
    french.monkeypatch.chdir("/")
    root = str(french.root)
    assert set(french.ok("-C", root, "sync").table) == {"fr"}
    assert set(french.ok("sync", "-C", root).table) == {"fr"}
    assert set(french.ok("-C", root, "--config", "other.toml", "sync").table) == {"de"}
    assert set(french.ok("sync", "--config", f"{root}/other.toml").table) == {"de"}


def test_other_folders_can_be_set(empty: Workspace) -> None:
    empty.write(
        "pyproject.toml", '[tool.l10n]\nsource = "."\ncatalogs = "po"\noutput = "out"\nlocales = ["fr"]\n'
    )
    empty.write("a.md", "# A\n")
    empty.ok("sync")
    empty.ok("sync")
    assert set(empty.files("po")) == {"templates/a.pot", "fr/LC_MESSAGES/a.po"}
    assert "a.md" in empty.files("out/fr")


def test_decks_are_chosen_by_pattern(decks: Workspace) -> None:
    decks.write("l10n.toml", 'include = ["*.md", "*.remark"]\nexclude = ["README.md"]\nlocales = ["fr"]\n')
    for name in ("README.md", "x.remark", "notes.txt"):
        decks.deck(name, "# Text\n")
    decks.ok("sync")
    assert set(decks.files("locales/templates")) == {"one.pot", "part/two.pot", "x.remark.pot"}


def test_references_may_have_lines(decks: Workspace) -> None:
    decks.write("l10n.toml", 'references = "line"\nlocales = ["fr"]\n')
    decks.ok("sync")
    assert "#: source/one.md:3\n" in decks.read(decks.po())


def test_deleting_the_cache_at_any_time_is_harmless(french: Workspace) -> None:
    twin = french.root.with_name("twin")
    shutil.copytree(french.root, twin)
    steps = [
        lambda root: (root / "source/one.md").write_text(NEW_SLIDE + ONE),
        lambda root: (root / "source/part/two.md").rename(root / "source/deux.md"),
        lambda root: (root / "source/deux.md").unlink(),
    ]
    for step in steps:
        step(french.root)
        step(twin)
        shutil.rmtree(twin / ".l10n")
        french.ok("sync")
        french.ok("-C", str(twin), "sync")
        other = Workspace(twin, french.monkeypatch)
        assert other.files() == french.files()
        french.monkeypatch.chdir(french.root)


@pytest.mark.parametrize("damage", ["rubbish", "empty", "cut", "folder"])
def test_a_damaged_cache_is_the_same_as_none(french: Workspace, damage: str) -> None:
    path = french.path(".l10n/cache.json")
    data = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes({"rubbish": b"rubbish" * 999, "empty": b"", "cut": data[: len(data) // 2]}[damage])
    french.deck("one.md", NEW_SLIDE + ONE)
    french.ok("sync")
    assert "A brand new slide" in french.read("build/fr/one.md")


def test_the_cache_ignores_itself_in_git(french: Workspace) -> None:
    assert french.read(".l10n/.gitignore") == "*\n"


def test_modes_of_catalogs_stay(french: Workspace) -> None:
    french.path(french.po()).chmod(0o640)
    french.deck("one.md", NEW_SLIDE + ONE)
    french.ok("sync")
    assert french.path(french.po()).stat().st_mode & 0o7777 == 0o640


def test_a_catalog_that_is_a_link_is_named_and_stops_only_its_own_deck(french: Workspace) -> None:
    path = french.path(french.po())
    path.rename(french.path("real.po"))
    path.symlink_to(french.path("real.po"))
    before = french.read("real.po")
    french.deck("one.md", NEW_SLIDE + ONE)
    french.deck("part/two.md", NEW_SLIDE)
    outcome = french.run("sync")
    assert (outcome.code, f"error: {french.po()}: this is a link" in outcome.err) == (2, True)
    assert french.read("real.po") == before
    assert "A brand new slide" in french.read(french.po("part/two"))


def test_a_first_sync_without_a_locale_says_how_to_add_one(decks: Workspace) -> None:
    outcome = decks.ok("sync")
    assert "l10n init" in outcome.out + outcome.err
