"""Which pages show which decks."""

from pathlib import Path

import pytest

from l10n.project import Config, Project
from l10n.project.pages import Page, deck_pages
from l10n.system import Files

PAGES = {
    "in a script": ("remark.create({sourceUrl: 'two.md'})", ("two.md",)),
    "in an attribute": ('<section data-markdown="./one.md"></section>', ("one.md",)),
    "in the order in which they are named": ("['two.md', \"one.md\", 'two.md']", ("two.md", "one.md")),
    "in another folder": ("fetch(`part/three.md`)", ("part/three.md",)),
    "with more behind": ("<a href='one.md?print#5'>", ("one.md",)),
    "no deck": ("a two-part.mdx, done.md and ../one.md", ()),
}


def project(root: Path, **files: str) -> Project:
    for name in ("one.md", "two.md", "part/three.md"):
        path = root / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Title\n", encoding="utf-8")
    for name, text in files.items():
        (root / "source" / f"{name}.html").write_text(text, encoding="utf-8")
    return Project(Config(root, locales=("fr",)), Files(root, dry=True))


@pytest.mark.parametrize(("text", "decks"), PAGES.values(), ids=PAGES.keys())
def test_a_page_shows_the_decks_that_it_names(tmp_path: Path, text: str, decks: tuple[str, ...]) -> None:
    expected = [Page("index.html", decks)] if decks else []
    assert list(deck_pages(project(tmp_path, index=text))) == expected


def test_a_page_that_is_a_deck_shows_itself(tmp_path: Path) -> None:
    page = (
        '<!DOCTYPE html>\n<html><body><textarea id="source">\n# A\n\n---\n\none.md\n</textarea>'
        "<script>remark.create();</script></body></html>\n"
    )
    assert list(deck_pages(project(tmp_path, deck=page))) == [Page("deck.html", ("deck.html",))]


def test_a_page_with_a_catalog_of_its_own_shows_the_decks_that_it_names(tmp_path: Path) -> None:
    found = project(tmp_path, index="<title>A</title> 'one.md'", about="<p>Text</p>")
    config = Config(tmp_path, locales=("fr",), dialects={"*.html": "html"})
    named = Project(config, found.files)
    assert named.decks == ["about.html", "index.html", "one.md", "part/three.md", "two.md"]
    assert list(deck_pages(named)) == [Page("index.html", ("one.md",))]
