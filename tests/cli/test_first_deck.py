"""The first command in a folder that somebody has their deck in, for each engine."""

import json
import tomllib

import pytest

from cli.conftest import Workspace

TEXT = "# My talk\n\nWelcome to it\n\n---\n\n## Agenda\n\nOne thing\n"
REMARK = "<script>remark.create({sourceUrl: 'talk.md'});</script>\n"
REVEAL = '<section data-markdown="talk.md" data-separator="^\\n---\\n$"></section>\n'
SLIDEV = '{"dependencies": {"@slidev/cli": "^52"}}'
FOLDERS: dict[str, tuple[dict[str, str], str, str]] = {
    "a page of remark": (
        {"index.html": REMARK, "talk.md": TEXT, "README.md": "Read me\n"},
        "talk.md",
        "read as remark: `sourceUrl` in index.html",
    ),
    "a page of reveal.js": (
        {"index.html": REVEAL, "talk.md": TEXT, "README.md": "Read me\n"},
        "talk.md",
        "read as reveal: `data-markdown` in index.html",
    ),
    "a page that shows a deck in a folder": (
        {"index.html": REVEAL.replace("talk.md", "md/talk.md"), "md/talk.md": TEXT, "docs/a.md": "A page\n"},
        "md/talk.md",
        "read as reveal: `data-markdown` in index.html",
    ),
    "reveal-md with its settings": (
        {"reveal-md.json": "{}", "talk.md": TEXT, "README.md": "Read me\n", "CHANGELOG.md": "News\n"},
        "talk.md",
        "read as reveal: reveal-md.json",
    ),
    "Slidev": (
        {
            "package.json": SLIDEV,
            "slides.md": TEXT,
            "README.md": "Read me\n",
            "notes.md": "Notes\n",
        },
        "slides.md",
        "read as slidev: `@slidev/cli` in package.json",
    ),
    "Slidev with a deck of another name": (
        {
            "package.json": SLIDEV,
            "talk.md": TEXT,
            "README.md": "Read me\n",
        },
        "talk.md",
        "read as slidev: `@slidev/cli` in package.json",
    ),
    "Marp": (
        {"deck.md": f"---\nmarp: true\n---\n\n{TEXT}", "README.md": "Read me\n"},
        "deck.md",
        "read as marp: `marp: true`",
    ),
    "Quarto": (
        {"talk.qmd": f"---\nformat: revealjs\n---\n\n{TEXT}", "README.md": "Read me\n"},
        "talk.qmd",
        "read as quarto: `format: revealjs`",
    ),
    "xaringan": (
        {"talk.Rmd": f"---\noutput: xaringan::moon_reader\n---\n\n{TEXT}", "README.md": "Read me\n"},
        "talk.Rmd",
        "read as xaringan: `output: xaringan::moon_reader`",
    ),
    "remark in a page": (
        {"talk.html": f'<html><textarea id="source">\n{TEXT}</textarea></html>\n', "README.md": "Read me\n"},
        "talk.html",
        'read as remark-html: `<textarea id="source">`',
    ),
}


@pytest.mark.parametrize(("files", "deck", "said"), FOLDERS.values(), ids=FOLDERS)
def test_the_deck_is_found_and_read_as_its_engine_does(
    empty: Workspace, files: dict[str, str], deck: str, said: str
) -> None:
    for name, content in files.items():
        empty.write(name, content)
    outcome = empty.ok("init", "fr")
    assert outcome.err == ""
    assert f"{deck} {said}\n" in outcome.out
    assert outcome.out.endswith("now translate the catalogs (.po), in any PO editor, and run `l10n sync`\n")
    assert tomllib.loads(empty.read("l10n.toml"))["include"] == [f"/{deck}"]
    name = deck.removesuffix(".md")
    empty.translate("Welcome to it", "Bienvenue", name)
    empty.ok("sync")
    assert "Bienvenue" in empty.read(f"build/fr/{deck}")
    for other in files:
        assert empty.path(f"build/fr/{other}").exists()
    assert "now translate" not in empty.ok("init", "de").out


MARKED = f"---\nmarp: true\n---\n\n{TEXT}"


@pytest.mark.parametrize(
    ("files", "source", "include"),
    [
        (["demo/a/talk.md", "demo/b.md"], "demo", ["/a/talk.md", "/b.md"]),
        (["one/a.md", "two/b.md"], ".", ["/one/a.md", "/two/b.md"]),
    ],
)
def test_decks_in_any_folder_are_found_by_their_marks(
    empty: Workspace, files: list[str], source: str, include: list[str]
) -> None:
    for name in files:
        empty.write(name, MARKED)
    for name in ("demo/README.md", "one/notes.md", "node_modules/a/b.md", ".hidden/c.md", "locales/d.md"):
        empty.write(name, MARKED if name[0] in ".nl" else "Read me\n")
    outcome = empty.ok("init", "fr")
    settings = tomllib.loads(empty.read("l10n.toml"))
    assert (settings["source"], settings["include"]) == (source, include)
    assert "read as marp: `marp: true`" in outcome.out


def test_decks_are_not_looked_for_in_all_that_somebody_has(empty: Workspace) -> None:
    for number in range(400):
        empty.path(f"folder/{number}").mkdir(parents=True)
    empty.write("folder/9/talk.md", MARKED)
    outcome = empty.run("init", "fr")
    assert outcome.code == 2
    assert "there is no folder 'source'" in outcome.err


def test_a_link_among_the_folders_is_not_followed(empty: Workspace) -> None:
    empty.write("demo/talk.md", MARKED)
    empty.path("other").symlink_to("demo")
    empty.ok("init", "fr")
    assert tomllib.loads(empty.read("l10n.toml"))["include"] == ["/talk.md"]


def slides(work: Workspace) -> list[int]:
    """Where the slides of the talk begin."""
    told = json.loads(work.ok("inspect", "source/talk.md", "--format", "json").out)
    return [slide["line"] for slide in told["parts"]]


def test_a_deck_that_a_page_shows_is_cut_by_the_separators_of_the_page(empty: Workspace) -> None:
    text = "# One\n\nfirst\n\n\n\n# Two\n\n---\n\nsecond\n\n----\n\nthird\n"
    empty.deck("talk.md", text)
    empty.deck("index.html", REVEAL.replace("^\\n---\\n$", "^\\n\\n\\n"))
    assert slides(empty) == [1, 7]
    empty.deck("index.html", REVEAL)
    assert slides(empty) == [1, 10]
    empty.deck("index.html", REVEAL.replace(' data-separator="^\\n---\\n$"', ""))
    assert slides(empty) == [1, 10]
    empty.write("l10n.toml", '[options.reveal]\nvertical-separator = "\\r?\\n----\\r?\\n"\n')
    assert slides(empty) == [1, 10, 14]


def test_a_page_is_looked_at_anew_when_it_says_something_else(empty: Workspace) -> None:
    empty.deck("talk.md", "# One\n\nfirst\n\n\n\n# Two\n\n---\n\nsecond\n")
    empty.deck("index.html", REVEAL)
    empty.ok("init", "fr")
    empty.ok("sync")
    assert "slide “One”" in empty.read(empty.po("talk"))
    before = empty.ok("inspect", "source/talk.md").out
    empty.deck("index.html", REVEAL.replace("^\\n---\\n$", "^\\n\\n\\n"))
    assert empty.ok("inspect", "source/talk.md").out != before
    empty.ok("sync")
    empty.deck("index.html", REMARK)
    assert "read as remark" in empty.ok("inspect", "source/talk.md").out


def test_a_separator_of_a_page_that_cannot_be_used_is_named_with_the_page(empty: Workspace) -> None:
    empty.deck("talk.md", TEXT)
    empty.deck("index.html", REVEAL.replace("^\\n---\\n$", "(?<=a)b"))
    outcome = empty.run("init", "fr")
    assert outcome.code == 2
    assert "error: index.html: 'separator' must be a regular expression" in outcome.err
    assert "Traceback" not in outcome.err


def test_what_a_page_shows_counts_before_what_the_text_looks_like(empty: Workspace) -> None:
    empty.deck("talk.md", "# One\n\n???\n\nTwo\n")
    empty.deck("index.html", REVEAL)
    outcome = empty.ok("init", "fr")
    assert "source/talk.md read as reveal" in outcome.out
    assert "this looks like a deck of remark (line 3: `???`), but is read as reveal" in outcome.err
    empty.write("l10n.toml", 'dialect = "remark"\n')
    outcome = empty.ok("init", "fr")
    assert "source/talk.md read as remark" in outcome.out


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (
            ["talk.md", "README.md"],
            'if talk.md is a deck, write `source = "."` and `include = ["talk.md"]` to l10n.toml',
        ),
        (
            ["b.md", "a.md"],
            'if the files here are decks, write `source = "."` and `include = ["a.md", "b.md"]` to l10n.toml',
        ),
        (
            [f"{number}.md" for number in range(9)],
            'if the files here are decks, write `source = "."` and `include = ["*.md"]` to l10n.toml',
        ),
        (
            ["README.md"],
            'go to the project, or write the folder of the decks, as `source = "slides"`, to l10n.toml',
        ),
    ],
)
def test_where_no_deck_is_found_it_is_said_what_to_write(
    empty: Workspace, names: list[str], said: str
) -> None:
    for name in names:
        empty.write(name, "# A\n\nText\n")
    outcome = empty.run("init", "fr")
    assert outcome.code == 2
    assert outcome.err.endswith(f"; {said}\n")
    if "`source" in said and "include" in said:
        settings = [part for part in said.split("`") if " = " in part]
        empty.write("l10n.toml", "\n".join(settings))
        assert "read as remark" in empty.ok("init", "fr").out


@pytest.mark.parametrize(
    "shown", ["../talk.md", "node_modules/a/talk.md", ".hidden/talk.md", "nowhere/talk.md"]
)
def test_what_is_no_file_of_the_project_is_no_deck(empty: Workspace, shown: str) -> None:
    empty.write(shown.replace("nowhere", "there"), TEXT)
    empty.write("index.html", REVEAL.replace("talk.md", shown))
    outcome = empty.run("init", "fr")
    assert outcome.code == 2
    assert "there is no folder 'source'" in outcome.err
