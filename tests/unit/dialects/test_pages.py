from functools import partial

import pytest
from support import FRENCH, built, deck_of, msgids

from l10n.build.splice import build
from l10n.deck.model import Kind
from l10n.deck.parser import parse, skim
from l10n.dialects import DIALECTS, Settings


def test_page_is_one_slide() -> None:
    assert len(deck_of("One\n\n---\n\nTwo\n\n???\n", "markdown").slides) == 1


def test_front_matter_is_no_markdown() -> None:
    assert msgids("---\nname: Hello\n---\n\n# Title\n", "markdown") == ["Title"]


def test_front_matter_is_structure() -> None:
    marks = deck_of("---\nname: Hello\n---\n\n# Title\n", "markdown").slides[0].marks
    assert marks.code == ["---\nname: Hello\n---\n"]


def test_rule_further_down_is_no_front_matter() -> None:
    assert msgids("# Title\n\n---\n\ntitle: shown\n\n---\n", "markdown") == ["Title", "title: shown"]


def test_setext_heading_is_a_heading() -> None:
    deck = deck_of("Title\n---\n\nText\n", "markdown")
    assert [segment.kind for segment in deck.segments] == [Kind.HEADING, Kind.PARAGRAPH]


def test_first_words_with_a_colon_are_no_property() -> None:
    assert msgids("Note: this stays\n", "markdown") == ["Note: this stays"]


def test_class_is_plain_text() -> None:
    assert msgids(".red[some text]\n", "markdown") == [".red[some text]"]


def test_common_indent_is_code() -> None:
    assert msgids("    indented text\n", "markdown") == []


def test_dialects_are_listed_by_name() -> None:
    assert {name: dialect.name for name, dialect in DIALECTS.items()} == {
        "remark": "remark",
        "remark-html": "remark-html",
        "html": "html",
        "svg": "svg",
        "data": "data",
        "markdown": "markdown",
        "marp": "marp",
        "xaringan": "xaringan",
        "reveal": "reveal",
        "reveal-html": "reveal-html",
        "slidev": "slidev",
        "quarto": "quarto",
    }


BODIES = {
    "containers": ("::: tip A title\nText\nmore\n:::\n", ["A title", "Text more"]),
    "containers with a label": (":::note[A title]{.x}\nText\n:::\n", ["A title", "Text"]),
    "containers with attributes": ("::: {.note}\nText\n:::\n", ["Text"]),
    "attributes behind a container's title": ("::: details A title {open}\nText\n:::\n", ["A title", "Text"]),
    "options of directives": (":::{note} A title\n:class: x\n\nText\n:::\n", ["A title", "Text"]),
    "directives whose content is none of Markdown": (":::{toctree}\nintro\nusage\n:::\n", []),
    "closing lines below a list": ("::: tip\n- item\n:::\n", ["item"]),
    "blocks of MkDocs": ('!!! note "A title"\n\n    Text\n    more\n\n    - item\n',
                         ["A title", "Text more", "item"]),
    "foldable blocks": ("??? note\n    Text\n\nOther\n", ["Text", "Other"]),
    "tabs in tabs": ('=== "One"\n\n    === "Two"\n\n        Text\n', ["One", "Two", "Text"]),
    "blocks between slashes": ("/// note | A title\n    type: x\nText\n///\n", ["A title", "Text"]),
    "alerts": ("> [!NOTE]\n> Text\n> more\n", ["Text more"]),
    "alerts with a title": ("> [!TIP] A title\n> Text\n", ["A title", "Text"]),
    "shortcodes": ("{{< note >}}\nText\n{{< /note >}}\n", ["Text"]),
    "shortcodes over lines": ('{{% alert title="x"\n  color="y" %}}\nText\n', ["Text"]),
    "code in shortcodes": ("{% highlight c %}\ncode here\n{% endhighlight %}\n\nText\n", ["Text"]),
    "definitions": ("Apple\nPear\n: A fruit\n\n    More\n", ["Apple", "Pear", "A fruit", "More"]),
    "paragraphs of footnotes": ("[^1]: Text\n\n    More\n", ["Text", "More"]),
    "abbreviations": ("*[HTML]: Hyper text\n*[CSS]: Style\n", ["Hyper text", "Style"]),
    "mathematics": ("Text\n$$\na + b\n$$\nmore\n", ["Text", "more"]),
    "tables of contents": ("Text\n[[toc]]\n[TOC]\nmore\n", ["Text", "more"]),
    "includes": ("<<< @/a.js\n\n--8<-- \"a.md\"\n", []),
    "attributes below a paragraph": ("Text\n{: .class }\n", ["Text"]),
    "anchors behind titles": ("# Title {#id .x}\n\nTitle {#b}\n---\n\n## x} {#x}\n",
                              ["Title", "Title", "x}"]),
    "components": ("<Tabs>\n<Tab a={x > y}>\nText\n</Tab>\n</Tabs>\n", ["Text"]),
    "components over lines": ("<Card\n  a='>'\n/>\nText\n", ["Text"]),
    "modules": ("import A from 'a'\n\nexport const b = {\n\n  c: 1,\n}\n\nimport your data\n",
                ["import your data"]),
    "comments of MDX": ("{/* so\n\nor so */}\nText\n", ["Text"]),
    "targets": ("(name)=\n# Title\n", ["Title"]),
    "boxes of tasks": ("- [ ] Text\n  more\n- [x]  Done\n- [X] - no item\n",
                       ["Text more", "Done", "- no item"]),
    "items counted by letters": ("a. One\n   more\nb. Two\n\n(iv)  Four\n\n> A)  One\n> B)  Two\n",
                                 ["One more", "Two", "Four", "One", "Two"]),
    "items counted by signs": ("#. One\n#. Two\n\n(@good) Three\n(@)  Four\n",
                               ["One", "Two", "Three", "Four"]),
    "tables that are drawn": ("Text\n\n+---+:---:+\n| a | b   |\n+===+=====+\n| c |     |\n+---+-----+\nmore",
                              ["Text", "more"]),
    "lines behind bars": ("| Text and\n|   more\n|\n| End | here\n\n| a | b |\n|---|---|\n",
                          ["Text and", "more", "End | here", "a", "b"]),
    "attributes alone": ("## {#a .b}\n\n![Text](x){.c}\n", ["Text"]),
    "tags of text on a line of theirs": ("<span>\nText *so*\n</span>\n\n- <small>\n  more\n",
                                         ["Text *so*", "more"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_lines_of_their_own_are_no_messages_and_what_is_in_them_is(name: str) -> None:
    text, messages = BODIES[name]

    assert msgids(text, "markdown") == messages


@pytest.mark.parametrize("name", BODIES)
def test_lines_of_their_own_stay_whatever_is_translated(name: str) -> None:
    text, messages = BODIES[name]
    result = built(text, {one: f"Mot {one}" for one in messages}, "markdown")

    assert result.refused == ()
    words = {word for message in messages for word in message.split()}
    kept = [line for line in text.split("\n") if not any(word in line for word in words)]
    assert [line for line in result.text.split("\n") if line in kept] == kept


@pytest.mark.parametrize(
    "text",
    [
        "Wait: ::: is no container\n",
        "Really !!! note it\n",
        "??? what is that here\n",
        "=== not a tab\n",
        "import that and export this\n",
        "$$ is money\n",
        "It costs {a} or {b}\n",
        "I. Newton saw it\n",
        "e. g. this\n",
        "Text above\na. no item\n",
        "Dim. light\n",
        "[ ] is no task\n",
    ],
)
def test_prose_that_only_looks_like_it_is_a_message(text: str) -> None:
    assert msgids(text, "markdown") == [" ".join(text.split())]


@pytest.mark.parametrize(
    "msgstr",
    ["[liste] [une]", ".valeur[ici]", "@@A@@ ici", "#mot", "l’un ` l’autre `", "(b)[c d", "&lt;nom&gt;"],
)
def test_rules_of_remark_refuse_no_translation_of_a_page(msgstr: str) -> None:
    assert built("some text\n", {"some text": msgstr}, "markdown").text == f"{msgstr}\n"


@pytest.mark.parametrize(
    ("text", "msgstr"),
    [
        ("See [it](x){#a} now\n", "Voir [ça](x) là"),
        ("See [it](x){: .a } now\n", "Voir [ça](x){: .b } là"),
        ("Go {% link x %} now\n", "Va {% lien x %} là"),
        ("A {{< ref >}} now\n", "Un là"),
        ("# Title {#id}\n", "Titre {#autre}"),
        ("some text\n", ":::"),
        ("some text\n", "{{< note >}}"),
        ("some text\n", ": texte"),
        ("some text\n", "[texte]: là"),
        ("some text\n", "texte\\\\\\"),
        ("some text\n", "texte^[mot]"),
        ("some text^[a note]\n", "texte [mot]"),
        ("# some text\n", "texte\\"),
        ("some text\n", "% texte"),
        ("some text\n", "texte <!-- ici"),
        ("<span>\nsome text\n</span>\n", "> texte"),
        ("<span>\nsome text\n</span>\n", ": texte"),
        ("<br>\nsome text\n", "un <a texte"),
        ("a. some text\n", "# texte"),
        ("| some text\n", "- texte"),
        ("some text\n", "a. texte"),
        ("some text\n", "(iv) texte"),
        ("- some text\n", "[x] texte"),
    ],
)
def test_translation_that_changes_what_tools_read_is_refused(text: str, msgstr: str) -> None:
    (msgid,) = msgids(text, "markdown")
    result = built(text, {msgid: msgstr}, "markdown")

    assert (result.text, len(result.refused)) == (text, 1)


def test_translated_title_may_say_its_anchor_if_its_source_says_none() -> None:
    assert built("# Title\n", {"Title": "Titre {#title}"}, "markdown").text == "# Titre {#title}\n"


def test_bar_may_be_escaped_in_a_cell() -> None:
    page = "| a |\n|---|\n| some text |\n"

    assert "un \\| deux" in built(page, {"some text": "un \\| deux"}, "markdown").text
    assert built(page, {"some text": "un | deux"}, "markdown").text == page


def with_settings(text: str, translations: dict[str, str], settings: Settings) -> tuple[list[str], str]:
    dialect = DIALECTS["markdown"].with_settings(settings)
    deck = parse(text, dialect)
    made = build(
        deck,
        {(None, msgid): msgstr for msgid, msgstr in translations.items()},
        partial(skim, dialect=dialect),
        FRENCH,
    )
    return [one.msgid for one in deck.segments], made.text


def test_line_ends_that_show_stay_as_they_are_and_as_the_translator_has_them() -> None:
    lines = {"One\ntwo": "Un\ndeux et " + "encore " * 20 + "\ntrois"}
    found, text = with_settings("- One\n  two\n", lines, Settings(breaks=True))

    assert found == ["One\ntwo"]
    assert text == "- Un\n  deux et " + "encore " * 19 + "encore\n  trois\n"


def test_indented_text_is_no_code_in_mdx() -> None:
    found, text = with_settings("<A>\n    Text\n</A>\n", {"Text": "Texte"}, Settings(flavour="mdx"))

    assert (found, text) == (["Text"], "<A>\n    Texte\n</A>\n")


@pytest.mark.parametrize("msgstr", ["Texte [a", "Texte a]", "]Texte[", "[[Texte]", "[`a]`"])
def test_translation_with_a_lone_bracket_is_refused_for_pandoc(msgstr: str) -> None:
    assert with_settings("Text\n", {"Text": msgstr}, Settings(flavour="pandoc"))[1] == "Text\n"
    assert with_settings("Text\n", {"Text": msgstr}, Settings())[1] == f"{msgstr}\n"


@pytest.mark.parametrize("msgstr", ["Texte [a]", "Texte \\[a", "[[T]e]", "`[`"])
def test_other_brackets_are_not(msgstr: str) -> None:
    text = "Text `[`\n"
    assert with_settings(text, {"Text `[`": f"{msgstr} `[`"}, Settings(flavour="pandoc"))[1] != text


def test_description_that_pandoc_would_take_for_a_footnote_mark_is_refused() -> None:
    text = "![Text](x)\n"
    assert with_settings(text, {"Text": "^ Texte"}, Settings(flavour="pandoc"))[1] == text


@pytest.mark.parametrize(
    ("text", "msgstr"), [("Text\n", "#Texte"), ("##Text\n", "#Texte"), ("##Text\n", "Texte")]
)
def test_signs_of_titles_stay_for_python_markdown(text: str, msgstr: str) -> None:
    assert with_settings(text, {text.strip(): msgstr}, Settings(flavour="mkdocs"))[1] == text
    assert with_settings(text, {text.strip(): msgstr}, Settings())[1] == f"{msgstr}\n"


@pytest.mark.parametrize("msgstr", ["Texte {a}", "Texte {", "a < b", "a<br>b"])
def test_translation_with_what_mdx_would_run_is_refused(msgstr: str) -> None:
    _, text = with_settings("Text\n", {"Text": msgstr}, Settings(flavour="mdx"))

    assert text == "Text\n"
