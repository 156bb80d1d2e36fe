"""Quarto's decks: slides, notes, messages, and what a translation must not change."""

import pytest
from support import built, deck_of, msgids, structure

DECK = """---
title: "A deck"
subtitle: Of *two* slides
author: Somebody
format:
  revealjs:
    footer: A foot
    theme: simple
---

# Part {.center background-color="#fff"}

## Slide {#one .smaller}

Some text
. . .

. . .

More

::: {.notes}
Said, *not* shown

- so
:::

---

No title
"""


def starts(text: str) -> list[str]:
    """The first words of each slide."""
    return [text[slide.span.start :].lstrip().split("\n")[0] for slide in deck_of(text, "quarto").slides]


def test_titles_up_to_the_second_level_and_rules_begin_slides() -> None:
    assert starts(DECK) == [
        "---",
        '# Part {.center background-color="#fff"}',
        "## Slide {#one .smaller}",
        "---",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# A\n\n# B\n\ntext\n\n## C\n\n### D\n", ["# A", "# B", "## C"]),
        ("---\nformat:\n  revealjs:\n    slide-level: 1\n---\n\n# A\n\n## B\n", ["---"]),
        ("text\n\n## B\n", ["text", "## B"]),
        ("## A\n\n---\n\n## B\n", ["## A", "---"]),
        ("## A\n\ntext\n---\n\n***\n\nmore\n", ["## A", "text", "***"]),
        ("## A\n\n::: {.x}\n## B\n\ntext\n:::\n\n::: y\ntext\n\n## no\n:::\n", ["## A", "::: {.x}"]),
        ("## A\n\n::: x\n\n---\n\n:::\n\n> ## no\n\n- ## no\n", ["## A"]),
        ("## A\n\ntext\n## no\n", ["## A"]),
        ("[^1]: a note\n\n---\n\n## A\n\ntext[^1]\n", ["[^1]: a note"]),
        ("## A\n\n---\n\n[^1]: a note\n\n## B\n\n---\n\n---\n", ["## A", "---", "---", "---"]),
        ("## A\n\n---\nfoo: bar\n---\n\ntext\n", ["## A"]),
        ("## A\n\n```\n## no\n```\n\n```{r}\n## no\n```\n", ["## A"]),
    ],
)
def test_slides_begin_where_pandoc_has_them_begin(text: str, found: list[str]) -> None:
    assert starts(text) == found


def test_notes_are_those_of_their_slide() -> None:
    deck = deck_of(DECK, "quarto")
    assert [segment.msgid for segment in deck.segments if segment.in_notes] == ["Said, *not* shown", "so"]
    assert [slide.marks.notes for slide in deck.slides] == [0, 0, 1, 0]


BODIES = {
    "front matter": (DECK.split("\n\n", maxsplit=1)[0], ["A deck", "Of *two* slides", "A foot"]),
    "divs however they close": (
        "::: {.columns}\n:::: {.column width=\"40%\"}\n- One\n- Two\n::::\n::: x\ntext\n:::\n:::::\n",
        ["One", "Two", "text"]),
    "titles of callouts": (
        "::: {.callout-note title=\"A title\"}\nText\n:::\n\n::: {.callout-tip}\n## Other\n\ntext\n:::\n",
        ["A title", "Text", "Other", "text"]),
    "options of chunks": (
        "```{r}\n#| label: fig-x\n#| fig-cap: \"A figure\"\n#| fig-alt: What it shows\nplot(x)\n```\n",
        ["A figure", "What it shows"]),
    "options of other chunks": (
        "```{mermaid}\n%%| fig-cap: Drawn\na --> b\n```\n\n```{ojs}\n//| tbl-cap: 'Of tables'\nx\n```\n",
        ["Drawn", "Of tables"]),
    "text below a text": ("text\n# no title\n\ntext\n- no item\n\ntext\n> no quote\n",
                          ["text # no title", "text - no item", "text > no quote"]),
    "lists in lists": ("- One\n  - Two\n    1. Three\n    2. Four\n", ["One", "Two", "Three", "Four"]),
    "lists counted by letters": ("a. One\nb. Two\n\n(@) Three\n", ["One", "Two", "Three"]),
    "underlined titles": ("One\n===\n\nnone\nhere\n---\n", ["One", "none here ---"]),
    "images": ("![A cat](x.png){width=\"40%\"}\n\n![](y.png){.absolute top=\"170\"}\n", ["A cat"]),
    "targets with blanks": (
        "![](my files/x.png){.big}\n\n![](a b.png){fig-alt=\"So\"}\n\n[One](a b/c.d \"T\")\n\n![C](a b.c)\n",
        ["So", "[One](a b/c.d \"T\")", "![C](a b.c)"]),
    "formulas": ("$$\nx\n$$ {#eq-x}\n\n\\begin{align}\nx\n\\end{align}\n\ntext $x^2$\n", ["text $x^2$"]),
    "metadata and pauses": (". . .\n\n---\nkey: value\n---\n\ntext\n", ["text"]),
    "tables": ("| A | b |\n|---|:-:|\n| c | `d` |\n\n: Text {#tbl-x}\n", ["A", "b", "c", "Text {#tbl-x}"]),
    "drawn tables": ("+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n\ntext\n",
                     ["a", "b", "c", "d", "text"]),
    "tables of dashes": ("right  left\n-----  ----\n    1  x\n\ntext\n", ["text"]),
    "tags of blocks": ("<div class=\"x\">\ntext *so*\n\n- One\n- Two\n</div>\n", ["text *so*", "One", "Two"]),
    "shortcodes": ("{{< include _x.qmd >}}\n\nPress {{< kbd x >}}\n\n[Here](https://{{< meta x >}}y)\n",
                   ["Press {{< kbd x >}}", "[Here](https://{{< meta x >}}y)"]),
    "raw blocks": ("```{=html}\n<p>yes</p>\n```\n\n`<b>`{=html} text\n", ["yes", "`<b>`{=html} text"]),
    "raw blocks of more": (
        '- a\n\n  ~~~ {=html5}\n  <div>\n  <p>b *c*\n\n  d</p><img alt="e">\n  <pre>f</pre></div>\n  ~~~\n',
        ["a", "b *c* d", "e"]),
    "raw blocks of text, or of nothing": (
        "```{=html}\n<span>no</span>\n```\n\n```{=html}\n\n```\n\n```{=latex}\n<p>no</p>\n```\n\na\n", ["a"]),
    "footnotes": ("text[^1] and^[So *it* is]\n\n[^1]: A note\n", ["text[^1] and^[So *it* is]", "A note"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_messages_are_the_prose_and_all_else_stays(name: str) -> None:
    text, messages = BODIES[name]
    assert msgids(text, "quarto") == messages
    result = built(text, {one: one.replace("e", "é") if one.isalpha() else one for one in messages}, "quarto")
    assert result.refused == ()


@pytest.mark.parametrize(
    ("text", "msgstr"),
    [
        ("Text\n", ":::"),
        ("Text\n", "::: {.notes}"),
        ("Text\n", ". . ."),
        ("Text\n", "---"),
        ("Text\n", "# Texte"),
        ("Text\n", "a. Texte"),
        ("Text\n", "Texte {{< include x >}}"),
        ("Text\n", "Texte `r x`"),
        ("Text\n", "Texte `{python} x`"),
        ("Text\n", "Texte \\input{x}"),
        ("Text\n", "\\À"),
        ("# Text {.x}\n", "*Texte"),
        ("# Text {.x}\n", "_Texte"),
        ("[Text](https://{{< meta x >}}y)\n", "[Texte]|(https://{{< meta x >}}y)"),
        ("Text\n", "Texte [a"),
        ("Text\n", "[Texte]{.x}"),
        ("Text\n", "Texte{.x}"),
        ("Text\n", "Texte @x"),
        ("Text\n", "Texte [^1]"),
        ("Text\n", "Texte^[x]"),
        ("Text\n", "Texte $x$"),
        ("Text\n", "Texte <!-- x"),
        ("# Text\n", "Texte {.x}"),
        ("[Text]{.x}\n", "Texte"),
        ("[Text]{.x}\n", "Texte{.x}"),
        ("# Text\n", "Texte {#a .x}"),
        ("Text\n", "Texte $$"),
        ("Text\n", "a."),
        ("a. Text\n", "---"),
        ("Text\n", ": Texte"),
        ("[Text]{.x}\n", "[Texte]{.y}"),
        ("See @fig-x\n", "Voir"),
        ("See\n", "Voir \\\\@fig-x"),
        ("See \\@fig-x\n", "Voir \\\\@fig-x"),
        ("It is `r x`\n", "C'est `r y`"),
        ("Press {{< kbd x >}}\n", "Appuyer"),
        ('::: {.callout-note title="Text"}\nMore\n:::\n', 'Texte" x="y'),
        ("```{r}\n#| fig-cap: Text\n```\n", "Texte\n#| eval: true"),
    ],
)
def test_translation_that_changes_what_is_read_is_refused(text: str, msgstr: str) -> None:
    result = built(text, {msgids(text, "quarto")[0]: msgstr}, "quarto")
    assert result.text == text


def test_an_escaped_at_sign_is_text() -> None:
    result = built("Write to me\n", {"Write to me": "Écrivez à moi\\@x.org, \\\\\\@y"}, "quarto")
    assert result.published == 1


def test_options_of_chunks_stay_yaml() -> None:
    text = "```{r}\n#| fig-cap: A figure\n#| fig-alt: 'So'\nx\n```\n"
    result = built(text, {"A figure": "Figure : une", "So": "C'est ça"}, "quarto")
    assert result.text == "```{r}\n#| fig-cap: 'Figure : une'\n#| fig-alt: 'C''est ça'\nx\n```\n"


def test_caption_in_a_header_of_r_is_a_string_of_r() -> None:
    text = "```{r x, fig.cap='A figure', fig.alt=alt, echo=FALSE}\nx\n```\n\n> ```{r fig.alt=\"So\"}\n> ```\n"
    result = built(text, {"A figure": "C'est \\ ça", "So": 'Ain "si"'}, "quarto")
    assert result.refused == ()
    assert result.text == text.replace("A figure", r"C\'est \\ ça").replace("So", r"Ain \"si\"")


def test_options_over_lines_and_of_other_headers_are_told() -> None:
    text = (
        '```{.r lst-cap="A figure"}\n#| tbl-cap: |\n#|   - Two\n#| fig-cap: Three\n#|   goes on\n'
        "#| fig-subcap:\n#|   - Four\n#|     goes on\n#| classes:\n#|   - x\nx\n```\n"
    )
    deck = deck_of(text, "quarto")
    told = ["A figure", "- Two", "Three", "goes on", "- Four", "goes on"]
    assert (deck.segments, [span.of(text).strip() for span in deck.untold]) == ((), told)


def test_captions_of_several_figures_are_items_of_yaml() -> None:
    text = "```{r}\n#| fig-subcap:\n#|   - \"One\"\n#|   - Two\n#| fig-alt: [Three, 'Four']\nx\n```\n"
    result = built(text, {"One": '"Un"', "Two": "- Deux: 2", "Three": "3, [trois]", "Four": "l'as"}, "quarto")
    assert result.refused == ()
    assert result.text == (
        '```{r}\n#| fig-subcap:\n#|   - "\\"Un\\""\n#|   - \'- Deux: 2\'\n'
        "#| fig-alt: ['3, [trois]', 'l''as']\nx\n```\n"
    )


@pytest.mark.parametrize(
    "table",
    ["+---+---+\n| a | b |\n+---+   |\n| c |   |\n+---+---+", "  right  left\n  -----  ----\n  one    two"],
)
def test_drawn_table_is_told_once(table: str) -> None:
    text = f"## A\n\n{table}\n\ntext\n\n::: notes\n{table}\n\n:::\n"
    assert [span.of(text) for span in deck_of(text, "quarto").untold] == [table, table]


def test_attributes_in_other_messages_and_of_divs_are_told() -> None:
    text = (
        '![](x.png){width="40%" fig-alt="A dog"}\n\nSee ![A cat](y.png){fig-alt="Cat"} `{fig-alt="x"}`\n\n'
        '::: {.callout-note title="A title"}\ntext\n:::\n\n::: {.x title="Other"}\n:::\n'
    )
    assert [span.of(text) for span in deck_of(text, "quarto").untold] == ["Cat", "Other"]


def test_translated_title_may_say_its_anchor() -> None:
    assert built("# Text\n", {"Text": "Texte {#text}"}, "quarto").text == "# Texte {#text}\n"


@pytest.mark.parametrize("text", ["a\n```\nb", "</p>", "a\n\nb", "<p>", "```", "-->"])
def test_text_of_a_raw_block_stays_in_it(text: str) -> None:
    deck = "```{=html}\n<div><p>One</p>\n</div>\n```\n\nEnd\n"
    result = built(deck, {"One": text}, "quarto")
    assert structure(deck_of(result.text, "quarto")) == structure(deck_of(deck, "quarto"))
    assert result.text.endswith("</div>\n```\n\nEnd\n")
    assert result.text.count("<") == deck.count("<") or result.refused


@pytest.mark.parametrize("text", ["a <x", "a </x", "a <?x", 'a <b c="d', "si i<n alors"])
def test_tag_without_an_end_would_go_on_in_other_blocks(text: str) -> None:
    result = built("One\n\nText b > more\n", {"One": text}, "quarto")
    assert [one.reason for one in result.refused] == ["the bracket < has no partner"]
    assert built("if i<n then\n", {"if i<n then": text}, "quarto").refused == ()


@pytest.mark.parametrize("text", ["a < x", "5 <6", "a <b>c</b>"])
def test_what_is_no_open_tag_is_published(text: str) -> None:
    assert built("One\n", {"One": text}, "quarto").text == f"{text}\n"


@pytest.mark.parametrize("mark", ["Table:", "table:"])
def test_word_that_a_caption_begins_with_stays(mark: str) -> None:
    table = "| A |\n|---|\n| 1 |\n\n"
    text = f"{table}{mark} One {{#tbl-x .y}}\n"
    assert msgids(text, "quarto") == ["A", "One"]
    assert built(text, {"One": "Un"}, "quarto").text == text.replace("One", "Un")
    long = f"{table}{mark} one\nand two\n"
    assert msgids(long, "quarto") == ["A", f"{mark} one and two"]
    result = built(long, {f"{mark} one and two": "Tableau : un et deux"}, "quarto")
    assert [one.reason for one in result.refused] == [f"{mark} is missing, with which a caption begins"]


@pytest.mark.parametrize(
    "msgstr", ["[Un](mes files/c.pdf) deux", "[Un] (a b/c.pdf) deux", "Un deux", "[Un](a-b) deux"]
)
def test_target_with_blanks_stays_behind_its_text(msgstr: str) -> None:
    text = "[One](a b/c.pdf) two\n"
    assert built(text, {"[One](a b/c.pdf) two": msgstr}, "quarto").text == text


@pytest.mark.parametrize("msgstr", ["- Un", "+ Un", "1. Un", "> Un", ">Un", "*\nUn"])
def test_text_behind_a_tag_is_markdown_and_begins_no_block(msgstr: str) -> None:
    text = "<ol>\n<li>One</li>\n</ol>\n"
    assert built(text, {"One": msgstr}, "quarto").text == text


@pytest.mark.parametrize("msgstr", ["**Un titre", "Un **titre*", "__Un titre", "Un ***titre**"])
def test_open_emphasis_would_make_text_of_attributes(msgstr: str) -> None:
    text = "## A title {.big}\n"
    assert built(text, {"A title": msgstr}, "quarto").text == text


@pytest.mark.parametrize(
    "msgstr", ["Un **titre**", "***Un*** titre", "Un ** titre", "a__b", "*Un **titre** ici*"]
)
def test_emphasis_with_its_partner_is_published(msgstr: str) -> None:
    assert built("## A title {.big}\n", {"A title": msgstr}, "quarto").text == f"## {msgstr} {{.big}}\n"
