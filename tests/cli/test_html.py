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
    assert 'source/index.html copied: `"*.html" = "html"` in the setting dialects' in outcome.out
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
