"""The page that shows the decks, as users work with it."""

import json

from cli.conftest import Workspace

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><title>All about cats</title></head>
<body><noscript>Turn on <em>JavaScript</em>.</noscript>
<script>remark.create({ sourceUrl: 'cats.md' });</script></body>
</html>
"""
SETTINGS = '[dialects]\n"*.html" = "html"\n'
CATALOG = "locales/fr/LC_MESSAGES/index.html.po"


def translate(project: Workspace, **new: str) -> None:
    text = project.read(CATALOG)
    for msgid, msgstr in new.items():
        text = text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    project.write(CATALOG, text)


def cats(project: Workspace) -> None:
    project.deck("cats.md", "# Cats\n")
    project.deck("index.html", PAGE)


def test_page_is_copied_and_init_says_how_it_is_not(empty: Workspace) -> None:
    cats(empty)
    outcome = empty.ok("init", "fr")
    assert (
        "source/index.html is copied as it is; to translate its texts, too, write "
        '`dialects = {"*.html" = "html"}` to the settings\n'
    ) in outcome.out
    assert not (empty.root / CATALOG).exists()
    empty.ok("build")
    assert empty.read("build/fr/index.html") == PAGE.replace('"en"', '"fr"')


def test_page_has_a_catalog_where_the_settings_say_so(empty: Workspace) -> None:
    cats(empty)
    empty.write("l10n.toml", SETTINGS)
    outcome = empty.ok("init", "fr")
    assert "copied" not in outcome.out
    assert "source/index.html read as html" in outcome.out
    assert "slide" not in empty.read(CATALOG)
    empty.ok("build")
    assert empty.read("build/fr/index.html") == PAGE.replace('"en"', '"fr"')
    translate(
        empty,
        **{
            "All about cats": "Tout sur les <chats> & « co »",
            "Turn on <em>JavaScript</em>.": "<em>JavaScript</em> !",
        },
    )
    outcome = empty.run("sync", "--strict")
    assert outcome.code == 1
    assert "<chats> would show as it is typed" in outcome.err
    assert empty.read("build/fr/index.html") == (
        PAGE.replace('"en"', '"fr"').replace("Turn on <em>JavaScript</em>.", "<em>JavaScript</em> !")
    )


def test_page_shows_its_decks_and_is_no_slide(empty: Workspace) -> None:
    cats(empty)
    empty.write("l10n.toml", SETTINGS)
    empty.ok("init", "fr")
    data = json.loads(empty.ok("inspect", "--format", "json", "source/index.html").out)
    assert (data["dialect"], data["why"]) == ("html", '"*.html" in the setting dialects')
    rows = json.loads(empty.ok("stats", "--format", "json", "--by", "deck").out)
    assert "index.html" in json.dumps(rows)


def test_page_that_holds_a_deck_is_read_as_one_in_any_case(empty: Workspace) -> None:
    empty.deck(
        "deck.html", PAGE.replace("<script>", '<textarea id="source">\n# A cat\n</textarea><script>x = 1;')
    )
    empty.deck("held.html", '<html><textarea id="source">\n# A cat\n\n---\n\nTwo\n</textarea></html>\n')
    empty.write("l10n.toml", SETTINGS)
    outcome = empty.ok("init", "fr")
    assert 'source/held.html read as remark-html: `<textarea id="source">`' in outcome.out
    assert outcome.err == ""


def test_drawings_and_manifests_are_translated_where_the_settings_say_so(empty: Workspace) -> None:
    empty.deck("cats.md", "# Cats\n")
    empty.deck("cat.svg", '<svg xml:lang="en"><text x="1">A cat</text></svg>\n')
    empty.deck("other.svg", '<svg xml:lang="en"><text x="1">No</text></svg>\n')
    empty.deck("day.yml", "# of cats\nname:  Day one # or two\nid: one\n")
    empty.ok("init", "fr")
    assert sorted(path.name for path in (empty.root / "locales/fr/LC_MESSAGES").iterdir()) == ["cats.po"]
    settings = '[dialects]\n"cat.svg" = "svg"\n"*.yml" = "data"\n[options.data]\nkeys = ["name"]\n'
    empty.write("l10n.toml", settings)
    empty.ok("init", "fr")
    for name, msgid, msgstr in (("cat.svg", "A cat", "Un chat"), ("day.yml", "Day one", "Jour : un")):
        file = f"locales/fr/LC_MESSAGES/{name}.po"
        empty.write(file, empty.read(file).replace(f'"{msgid}"\nmsgstr ""', f'"{msgid}"\nmsgstr "{msgstr}"'))
    empty.ok("sync", "--strict")
    assert empty.read("build/fr/cat.svg") == '<svg xml:lang="fr"><text x="1">Un chat</text></svg>\n'
    assert empty.read("build/fr/other.svg") == empty.read("source/other.svg")
    assert empty.read("build/fr/day.yml") == "# of cats\nname:  'Jour : un' # or two\nid: one\n"


def test_manifest_that_cannot_be_read_is_named(empty: Workspace) -> None:
    empty.deck("cats.md", "# Cats\n")
    empty.deck("day.yml", "name: a\n  b: c\n")
    empty.write("l10n.toml", '[dialects]\n"*.yml" = "data"\n')
    outcome = empty.run("init", "fr")
    assert outcome.code == 2
    assert "error: source/day.yml:2: it is neither JSON nor YAML" in outcome.err
