"""A page with a deck in it, as users work with it."""

import json

from cli.conftest import Workspace

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><title>Cats &amp; dogs</title></head>
<body><textarea id="source">
class: center

# The cat

---

It is &lt;b>here&lt;/b>
</textarea><script>remark.create();</script></body>
</html>
"""
OTHER = '<!DOCTYPE html>\n<html lang="en"><title>No deck</title></html>\n'


def test_page_with_a_deck_is_built_and_other_pages_are_copied(empty: Workspace) -> None:
    empty.deck("deck.html", PAGE)
    empty.deck("other.html", OTHER)
    outcome = empty.ok("init", "fr")
    assert 'source/deck.html read as remark-html: `<textarea id="source">`' in outcome.out
    assert not (empty.root / "locales" / "fr" / "LC_MESSAGES" / "other.html.po").exists()
    file = empty.root / "locales" / "fr" / "LC_MESSAGES" / "deck.html.po"
    text = file.read_text(encoding="utf-8")
    for msgid, msgstr in (("Cats & dogs", "Chats & chiens"), ("It is <b>here</b>", "Il est <b>là</b> &lt;")):
        assert f'msgid "{msgid}"\nmsgstr ""' in text
        text = text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    file.write_text(text, encoding="utf-8")
    empty.ok("build")
    built = empty.root / "build" / "fr"
    assert (built / "other.html").read_text(encoding="utf-8") == OTHER.replace("en", "fr")
    assert (built / "deck.html").read_text(encoding="utf-8") == (
        PAGE.replace('lang="en"', 'lang="fr"')
        .replace("Cats &amp; dogs", "Chats &amp; chiens")
        .replace("It is &lt;b>here&lt;/b>", "Il est <b>là</b> &amp;lt;")
    )


def test_inspect_lists_the_page_with_its_deck(empty: Workspace) -> None:
    empty.deck("deck.html", PAGE.replace("</body>", "<p>Made <b>here</p></body>"))
    data = json.loads(empty.ok("inspect", "--format", "json", "source/deck.html").out)
    assert (data["dialect"], data["why"]) == ("remark-html", 'line 4: `<textarea id="source">`')
    assert [(part["line"], part["properties"]) for part in data["parts"]] == [
        (5, {"class": "center"}),
        (9, {}),
    ]
    messages = [(one["line"], one["msgid"]) for part in data["parts"] for one in part["messages"]]
    assert messages == [(3, "Cats & dogs"), (7, "The cat"), (11, "It is <b>here</b>")]
    assert data["untold"] == [{"line": 12, "text": "Made <b>here"}]


def test_setting_makes_messages_of_any_page(empty: Workspace) -> None:
    empty.deck("other.html", OTHER)
    empty.write("l10n.toml", '[dialects]\n"*.html" = "remark-html"\n')
    empty.ok("init", "ar")
    file = empty.root / "locales" / "ar" / "LC_MESSAGES" / "other.html.po"
    text = file.read_text(encoding="utf-8").replace(
        'msgid "No deck"\nmsgstr ""', 'msgid "No deck"\nmsgstr "لا"'
    )
    file.write_text(text, encoding="utf-8")
    empty.ok("build")
    assert (empty.root / "build" / "ar" / "other.html").read_text(encoding="utf-8") == (
        OTHER.replace('lang="en"', 'lang="ar" dir="rtl"').replace("No deck", "لا")
    )
