"""Names that macOS and Windows take for one: in decks, settings, arguments, pages and catalogs."""

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest

from cli.conftest import ONE, Workspace
from l10n.project import Project, deck_pages, find_config
from l10n.system import Files

NFC, NFD = (unicodedata.normalize(form, "été") for form in ("NFC", "NFD"))
FORMS = pytest.mark.parametrize(("there", "asked"), [(NFC, NFD), (NFD, NFC)], ids=["composed", "decomposed"])


def project(work: Workspace) -> Project:
    return Project(find_config(work.root), Files(work.root))


def test_decks_that_case_alone_tells_apart_are_named_with_both_files(decks: Workspace) -> None:
    decks.deck("One.md", "# Another\n\nText\n")
    for args in (["init", "fr"], ["sync"], ["sync", "--check"]):
        outcome = decks.ok(*args)
        assert outcome.err.count("warning") == 1
        assert (
            "warning: source/one.md: on Windows and macOS its catalog is that of source/One.md, too, for "
            "only case tells them apart; rename one of them" in outcome.err
        )
    assert decks.run("sync", "--check", "--strict").code == 1
    assert decks.path(decks.po("One")).exists()
    assert "Hello world" in decks.read(decks.po("one"))


def test_folders_that_case_alone_tells_apart_are_named_too(decks: Workspace) -> None:
    decks.deck("Part/two.md", "# Another\n\nText\n")
    assert "source/part/two.md: on Windows and macOS" in decks.ok("init", "fr").err


@pytest.mark.parametrize(
    ("one", "other"),
    [(f"{NFC}.md", f"{NFD}.md"), (f"{NFC}/a.md", f"{NFD}/a.md"), ("talk.qmd", "talk.qmd.md")],
    ids=["normal form", "normal form of a folder", "an ending"],
)
def test_decks_that_would_share_a_catalog_here_are_refused_and_no_other(
    decks: Workspace, one: str, other: str
) -> None:
    for name in (one, other):
        decks.deck(name, f"---\nformat: revealjs\n---\n\n# Deck {len(name)}\n\nText of {len(name)}\n")
    outcome = decks.run("init", "fr")
    assert outcome.code == 2
    shown = [f"source/{name}" for name in (one, other)]
    for first, second in (shown, reversed(shown)):
        message = f"{first}: its catalog would be that of {second}, too; rename one of them"
        assert f"error: {message}" in outcome.err
    assert {path.name for path in decks.path("locales").rglob("*.po")} == {"one.po", "two.po"}


@FORMS
def test_what_belongs_to_a_deck_is_called_as_git_spells_it(decks: Workspace, there: str, asked: str) -> None:
    decks.deck(f"{there}.md", "# A deck\n\nOf its own\n")
    decks.ok("init", "fr")
    decks.ok("sync")
    names = {path.name for path in decks.path("locales").rglob("*.po*")}
    assert {f"{NFC}.po", f"{NFC}.pot"} <= names
    assert f"#: source/{NFC}.md\n" in decks.read(decks.po(NFC))
    assert decks.path(f"build/fr/{there}.md").exists()
    decks.translate("Of its own", "À part", NFC)
    decks.ok("sync")
    before = decks.files("locales")
    decks.path(f"source/{there}.md").rename(decks.path(f"source/{asked}.md"))
    outcome = decks.ok("sync")
    assert decks.files("locales") == before
    assert "À part" in decks.read(f"build/fr/{asked}.md")
    assert f"removed build/fr/{there}.md" in outcome.out


def test_a_catalog_that_is_there_in_another_form_keeps_its_name(decks: Workspace) -> None:
    decks.deck(f"{NFD}.md", "# A deck\n\nOf its own\n")
    decks.ok("init", "fr")
    decks.translate("Of its own", "À part", NFC)
    for ending, folder in ((".po", "locales/fr/LC_MESSAGES"), (".pot", "locales/templates")):
        decks.ok("extract")
        decks.path(f"{folder}/{NFC}{ending}").rename(decks.path(f"{folder}/{NFD}{ending}"))
    before = decks.files("locales")
    decks.ok("sync")
    assert decks.files("locales") == before
    assert "À part" in decks.read(f"build/fr/{NFD}.md")


@FORMS
def test_settings_find_folders_and_decks_in_either_form(empty: Workspace, there: str, asked: str) -> None:
    for name in ("a", there, "left"):
        empty.write(f"{there}/{name}.md", "# A deck\n\nText\n")
    empty.write(f"{there}/{there}-out.md", "# A deck\n\nText\n")
    empty.write(
        "l10n.toml",
        f'source = "{asked}"\ncatalogs = "l-{asked}"\noutput = "b-{asked}"\n'
        f'include = ["a.md", "{asked}*.md"]\nexclude = ["{asked}-out.md"]\n'
        f'[dialects]\n"{asked}.md" = "marp"\n',
    )
    (empty.path(f"l-{there}")).mkdir()
    outcome = empty.ok("init", "fr")
    assert f"{there}/{there}.md read as marp" in outcome.out
    empty.ok("sync")
    assert {path.name for path in empty.path(f"b-{asked}/fr").glob("*.md") if "A deck" in path.read_text()}
    assert project(empty).decks == sorted(["a.md", f"{there}.md"])
    assert not empty.path(f"l-{asked}").exists()


@FORMS
def test_arguments_mean_files_in_either_form(decks: Workspace, there: str, asked: str) -> None:
    decks.deck(f"{there}/{there}.md", ONE)
    decks.ok("init", "fr")
    decks.ok("sync")
    catalog = f"locales/fr/LC_MESSAGES/{NFC}/{NFC}.po"
    decks.replace(
        catalog, 'msgid "Hello world"\nmsgstr ""', 'msgid "Hello world"\nmsgstr "Bonjour  le monde"'
    )
    named = f"locales/fr/LC_MESSAGES/{asked}/{asked}.po"
    assert "Hello world" in decks.ok("inspect", f"source/{asked}/{asked}.md").out
    found = decks.run("check", named, "--format", "json")
    assert {one["deck"] for one in json.loads(found.out)} == {f"{there}/{there}.md"}
    decks.ok("fmt", "--check", named)
    decks.write(f"old/{asked}_fr.md", ONE.replace("Hello world", "Salut à tous"))
    adopted = decks.run("adopt", "fr", "old", "--dry-run")
    assert f"{there}/{there}.md" in adopted.out + adopted.err
    by_name = decks.run("adopt", "fr", "old", "--source", f"{asked}/{asked}.md", "--dry-run")
    assert "no source deck" not in by_name.err
    for args in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm1"],
    ):
        subprocess.run(["git", *args], cwd=decks.root, check=True)
    for name in (f"source/{asked}/{asked}.md", f"{asked}/{asked}.md"):
        assert "Speak slowly" in decks.ok("log", "fr", name).out


@FORMS
def test_a_page_shows_the_deck_that_it_names_in_another_form(
    decks: Workspace, there: str, asked: str
) -> None:
    decks.deck(f"{there}.md", "# A deck\n")
    decks.deck("show.html", f"<script>remark.create({{sourceUrl: '{asked}.md'}})</script>\n")
    assert [(page.path, page.decks) for page in deck_pages(project(decks))] == [
        ("show.html", (f"{there}.md",))
    ]


@FORMS
def test_a_translation_beside_its_deck_is_no_source_in_either_form(
    decks: Workspace, there: str, asked: str
) -> None:
    decks.deck(f"{there}.md", ONE)
    decks.deck(f"{asked}.fr.md", ONE)
    decks.write("l10n.toml", 'locales = ["fr"]\n')
    assert f"{asked}.fr.md" not in project(decks).decks
    assert f"{there}.md" in project(decks).decks


def test_links_of_decks_are_built_as_they_are(decks: Workspace) -> None:
    """Whether a server finds the file is the deck's affair; a build must not spell it otherwise."""
    decks.deck(f"{NFD}.md", f"# A\n\n![a]({NFC}.svg) ![b]({NFD}.svg)\n")
    decks.deck(f"{NFD}.svg", "<svg></svg>")
    decks.ok("init", "fr")
    decks.ok("sync")
    assert decks.read(f"build/fr/{NFD}.md") == decks.read(f"source/{NFD}.md")
    assert Path(decks.path(f"build/fr/{NFD}.svg")).exists()
