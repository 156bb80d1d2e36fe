"""Slidev: what makes a slide, its properties and its note, and what stands on lines of its own."""

import pytest
from support import built, deck_of, msgids, slides_of

from l10n.deck.parser import parse
from l10n.dialects import DIALECTS, Settings


def spoken(text: str) -> list[str]:
    return [segment.msgid for segment in deck_of(text, "slidev").segments if segment.in_notes]


SLIDES = {
    "One\n\n---\n\nTwo\n": 2,
    "One\n---\nTwo\n": 2,
    "One\n\n----\nTwo\n": 2,
    "One\n\n--- x\n\nTwo\n": 2,
    "One\n\n ---\n\nTwo\n": 1,
    "One\n\n***\n\nTwo\n": 1,
    "```\n---\n```\n": 1,
    "~~~\n---\n~~~\n": 2,
    "```\n---\n": 2,
    "<!--\n---\n-->\n": 1,
    "`<!--`\n\n---\n\n`-->`\n": 1,
    "| a |\n| --- |\n": 1,
    "a | b\n--- | ---\n": 2,
    "---\ntheme: x\n---\nOne\n": 1,
    "---\n\nOne\n": 1,
    "": 1,
}


@pytest.mark.parametrize(("text", "count"), SLIDES.items())
def test_line_that_starts_with_three_dashes_parts_slides(text: str, count: int) -> None:
    assert len(slides_of(text, "slidev")) == count


PROPERTIES = {
    "---\ntheme: x\ntitle: A deck\n---\n\n# One\n": ["A deck", "One"],
    "---\ninfo: |\n  ## A deck\n  of *slides*\n---\n": ["A deck", "of *slides*"],
    "---\ntitleTemplate: '%s - Slidev'\nseoMeta:\n  ogTitle: A card\n  ogImage: auto\n---\n": [
        "%s - Slidev",
        "A card",
    ],
    "One\n\n---\nlayout: quote\ncaption: Some caption\n---\n\nTwo\n": ["One", "Some caption", "Two"],
    "One\n\n---\n\n```yaml\ntitle: A title\nclass: x\n```\n\nTwo\n": ["One", "A title", "Two"],
    "One\n\n---\n# A comment\nclass: x\n---\n\nTwo\n": ["One", "Two"],
    "One\n\n---\nsrc: ./two.md\n---\n\nignored\n\n<!-- so is this -->\n": ["One"],
}


@pytest.mark.parametrize(("text", "expected"), PROPERTIES.items())
def test_properties_that_are_shown_are_messages(text: str, expected: list[str]) -> None:
    assert msgids(text, "slidev") == expected


NOTES = {
    "One\n\n<!-- a note -->\n": ["a note"],
    "One <!-- a note -->\n": ["a note"],
    "One\n\n<!-- none -->\n\n<!-- a note -->\n": ["a note"],
    "One\n\n<!-- none -->\n\nTwo\n": [],
    "One\n\n<!--\na note\n\n[click] and then\n-->\n\n---\n\nTwo\n": ["a note", "[click] and then"],
}


@pytest.mark.parametrize(("text", "expected"), NOTES.items())
def test_last_comment_of_a_slide_is_its_note(text: str, expected: list[str]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize("msgstr", ["puis", "[click:2] puis", "[click] [click] puis", "[clic] puis"])
def test_marks_of_clicks_stay(msgstr: str) -> None:
    source = "<!-- [click] then -->\n"
    assert built(source, {"[click] then": msgstr}, "slidev").text == source
    good = built(source, {"[click] then": "[click] puis"}, "slidev")
    assert good.text == "<!-- [click] puis -->\n"


@pytest.mark.parametrize("msgstr", ["--- x", "---", "Un\n---\ndeux"])
@pytest.mark.parametrize("source", ["Text\n\n---\n\nMore\n", "One\n\n<!-- Text -->\n"])
def test_translation_that_would_part_slides_is_left_out(source: str, msgstr: str) -> None:
    assert built(source, {"Text": msgstr}, "slidev").text == source


def test_translation_that_would_end_its_note_is_left_out() -> None:
    source = "<!-- Text -->\n"
    assert built(source, {"Text": "fin --> ici"}, "slidev").text == source


@pytest.mark.parametrize("msgstr", ["a --- b", "a\nclass: x"])
def test_property_that_would_end_the_front_matter_or_say_more_is_left_out(msgstr: str) -> None:
    source = "---\ntitle: Text\n---\n\nMore\n"
    assert built(source, {"Text": msgstr}, "slidev").text == source


KEPT = {
    "Text": "{{ x }}",
    "More": ":: more text",
    "See slides.md": "Voir",
    "With $x_1$": "Avec $x_2$",
    "Count {{ n }} here": "Compter {{ m }} ici",
    "A [word]{.red} here": "Un [mot] ici",
    "A *word*{.red} here": "Un *mot* ici{.red}",
    "With :icon in it": "Avec",
    "At https://sli.dev/x": r"Sur \https://sli.dev/x",
    r"At \https://sli.dev/x": "Sur https://sli.dev/x",
    "By mail to a@sli.dev": r"Par https\://sli.dev",
    "Press <kbd>x</kbd>": "<script setup>",
}


@pytest.mark.parametrize(("msgid", "msgstr"), KEPT.items())
def test_what_slidev_would_run_or_link_is_kept(msgid: str, msgstr: str) -> None:
    source = f"{msgid}\n"
    assert built(source, {msgid: msgstr}, "slidev").text == source


def test_attributes_of_a_block_do_not_become_those_of_a_word() -> None:
    source = "# Some title {.big}\n"
    assert built(source, {"Some title": "Un *titre*"}, "slidev").text == source
    assert built(source, {"Some title": "Un titre"}, "slidev").text == "# Un titre {.big}\n"


@pytest.mark.parametrize(
    ("title", "good", "bad"),
    [
        ("Questions & answers", "Questions et réponses", "Questions &<br>"),
        ("Costs $5, 2 * 3", "Coûte 5 $, 2 * 3 *", "**Coûte**"),
        ("See `x` now", "Voir `x` (bientôt)", "Maintenant `x`"),
        ("Now **so**", "Ainsi **fait**", "**Ainsi** fait"),
    ],
)
def test_attributes_of_a_title_are_said_of_the_same_part_of_it(title: str, good: str, bad: str) -> None:
    source = f"# {title} {{.big}}\n"
    assert built(source, {title: good}, "slidev").text == f"# {good} {{.big}}\n"
    assert built(source, {title: bad}, "slidev").text == source


def test_address_within_a_link_is_text() -> None:
    result = built(
        "At [sli.dev](https://sli.dev)\n",
        {"At [sli.dev](https://sli.dev)": "[Là](https://sli.dev)"},
        "slidev",
    )
    assert result.text == "[Là](https://sli.dev)\n"


BLOCKS = {
    "github.com/slidevjs/slidev\n": [],
    "Left\n::right::\nRight\n": ["Left", "Right"],
    '::card{title="x"}\nText\n::\n': ["Text"],
    "::alert[A label]\n": ["A label"],
    ':icon{name="x"}\n': [],
    "<<< @/snippets/a.ts#x {2|3}\n": [],
    "$$ {1|2}\nx + y\n$$\n": [],
    "$x_1$\n": [],
    "````md magic-move\n```js\na\n```\n````\n": [],
    "# Title {.big}\n": ["Title"],
    '# Title {v-click.hide="1" class="big"}\n': ["Title"],
    "- item {v-click}\n": ["item"],
    "Hello {name}\n": ["Hello {name}"],
    "Text {.red}\n": ["Text"],
    "- item {.red}\n": ["item"],
    "Text\n<Toc />\nmore\n": ["Text", "more"],
    "<v-click>some text</v-click>\n": ["some text"],
    "<v-clicks>\n\n- one\n\n</v-clicks>\n": ["one"],
    "<Counter /> and text\n": ["and text"],
    "<span class='x'>\nsome text\n</span>\n": ["some text"],
    "<span class='x'>\n  <q>Some</q> text\n</span>\n": ["<q>Some</q> text"],
    "<div>\nSome text: <i/>\n<v-clicks>\n\n- one\n</v-clicks>\n</div>\n": ["Some text: <i/>", "one"],
    "<script setup>\nconst a = 1\n</script>\n": [],
    "<style>\nh1 { color: red }\n</style>\n": [],
    "> [!NOTE] A title\n> Text\n": ["A title", "Text"],
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.items())
def test_what_stands_on_lines_of_its_own_is_kept(text: str, expected: list[str]) -> None:
    assert msgids(text, "slidev") == expected


@pytest.mark.parametrize("msgstr", ["a [do[x]cs](u)", "a [[docs]](u)", "a [*b [x] c*](u)"])
def test_brackets_within_the_text_of_a_link_are_left_out(msgstr: str) -> None:
    # Comark stops there with an error, and so does Slidev.
    source = "a [docs](u)\n"
    assert built(source, {"a [docs](u)": msgstr}, "slidev").text == source


@pytest.mark.parametrize(
    "msgstr", ["Du texte <q>cité</q>", "<q>Cité</q> du texte", "Du <b>texte</b> <q>cité</q>"]
)
def test_words_of_any_place_may_begin_what_stands_below_a_tag(msgstr: str) -> None:
    text = "<span class='x'>\n  <q>Quoted</q> text\n</span>\n"
    assert (
        built(text, {"<q>Quoted</q> text": msgstr}, "slidev").text
        == f"<span class='x'>\n  {msgstr}\n</span>\n"
    )


@pytest.mark.parametrize("msgstr", ["Un texte :-)", "*Un* :8080", "![un texte", "![un](texte)"])
def test_component_or_image_that_slidev_alone_sees_is_left_out(msgstr: str) -> None:
    text = "<div>Some text</div>\n\nand [more](u)\n"
    assert built(text, {"Some text": msgstr}, "slidev").text == text


@pytest.mark.parametrize("msgstr", ["un [lien](u) [ici]", r"un [lien \[ici\]](u)"])
def test_brackets_beside_the_text_of_a_link_and_escaped_ones_in_it_are_published(msgstr: str) -> None:
    assert built("a [docs](u)\n", {"a [docs](u)": msgstr}, "slidev").text == f"{msgstr}\n"


def test_setting_says_which_attributes_are_messages() -> None:
    text = '<Card Heading="One" :heading="x" alt="Two" title="Three" />\n'
    slidev = DIALECTS["slidev"]
    dialect = slidev.with_settings(Settings(options={"attributes": ["heading", "alt"]}))
    deck = parse(text, dialect)
    assert [one.msgid for one in deck.segments] == ["One", "Two"]
    assert [span.of(text) for span in deck.untold] == ["Three"]
