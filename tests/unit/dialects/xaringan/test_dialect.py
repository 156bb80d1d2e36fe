"""What knitr leaves of a deck in R Markdown is remark's, and all else stays."""

import pytest
from support import built, deck_of, msgids

from l10n.dialects.cut import FILLER
from l10n.dialects.xaringan.handed import handed
from l10n.dialects.xaringan.knitr import code_run, find_chunks

FRONT = '---\ntitle: A title\nsubtitle: "More"\n# author: me\noutput: xaringan::moon_reader\n---\n'


def left(text: str) -> str:
    """What remark is handed of a deck, without the line ends that stand for what is gone."""
    whole = handed(text, list(find_chunks(text)))
    assert len(whole) == len(text)
    return whole.strip("\n")


def properties(text: str) -> list[list[tuple[str, str]]]:
    return [slide.marks.properties for slide in deck_of(text, "xaringan").slides]


def test_front_matter_is_no_slide_and_its_titles_are_messages() -> None:
    deck = deck_of(f"{FRONT}\nclass: center\n\n# One\n", "xaringan")
    assert len(deck.slides) == 1
    assert [segment.msgid for segment in deck.segments] == ["A title", "More", "One"]
    assert deck.slides[0].marks.properties == [("class", "center")]


def test_remark_is_handed_a_fence_with_one_word() -> None:
    assert left("```{r name, a = 1}\nx\n```") == "```r              \nx\n```"


@pytest.mark.parametrize(
    "header", ["```{r}", "````{r, a=1}", "  ```{python x}", "> ```{r}", "```{r }  ", "```{r,a=1}", "``` {r}"]
)
def test_header_of_a_chunk_ends_where_its_backticks_close(header: str) -> None:
    lead = header[: header.index("`")]
    text = f"Text\n\n{header}\n{lead}# no *title*\n{lead}---\n{lead}{'`' * header.count('`')}\n\nMore"
    assert msgids(text, "xaringan") == ["Text", "More"]


@pytest.mark.parametrize("line", ["```{r", "```r", "```{.r}", "```{r}`r ''`", "text ```{r}", "~~~{r}"])
def test_other_lines_begin_no_chunk(line: str) -> None:
    assert list(find_chunks(f"{line}\n1\n```\n")) == []


@pytest.mark.parametrize("rest", ["", "\n1", "\n1\n\n---\n\n# More\n\n````\n"])
def test_chunk_that_nobody_closes_goes_on_to_the_end(rest: str) -> None:
    deck = deck_of(f"Text\n\n```{{r}}{rest}", "xaringan")
    assert [segment.msgid for segment in deck.segments] == ["Text"]
    assert len(deck.slides) == 1


@pytest.mark.parametrize(
    "chunk",
    [
        "```{r, include=FALSE}\nx\n```",
        "```{r}\n#| include: false\nx\n```",
        "```{r x, echo = F, eval=F}\nx\n```",
    ],
)
def test_chunk_that_shows_nothing_leaves_nothing(chunk: str) -> None:
    assert left(f"\n{chunk}\n") == ""


@pytest.mark.parametrize(
    "chunk", ["```{r a}\n```", "```{r, echo=FALSE}\nx[[`\n```", "- ```{r}\n```", "   ```{r}\n\n   ```"]
)
def test_what_a_chunk_prints_is_a_fence_that_holds_something(chunk: str) -> None:
    assert msgids(f"One\n\n{chunk.removeprefix('- ')}\n\nTwo words\n\n```\ncode\n```\n", "xaringan") == [
        "One",
        "Two words",
    ]


@pytest.mark.parametrize("options", ["", ", include=FALSE", ", echo=FALSE"])
def test_properties_come_first_behind_chunks(options: str) -> None:
    text = f"{FRONT}\n```{{r a{options}}}\n1\n```\n\n```{{r b}}\n```\n\nclass: center\nname: x\n\nText\n"
    assert properties(text) == [[("class", "center"), ("name", "x")]]
    assert msgids(text, "xaringan")[2:] == ["Text"]


def test_first_words_behind_a_chunk_are_no_property() -> None:
    assert msgids("```{r}\n1\n```\n\nNote: text\n", "xaringan") == ["Note: text"]


def test_text_of_a_chunk_that_shows_as_it_is_is_for_translators() -> None:
    assert msgids("```{asis}\nSome text\n\n---\n\n- an item\n```\n\nMore", "xaringan") == [
        "Some text",
        "an item",
        "More",
    ]


CAPTIONS = """```{r x, fig.cap="A \\"plot\\" of \\u00e9.", fig.alt='Dots', a="fig.cap='no'", echo=TRUE}
#| fig.scap: Short
plot("fig.cap='no'")
```
"""


def test_captions_of_chunks_are_messages() -> None:
    assert msgids(CAPTIONS, "xaringan") == ['A "plot" of é.', "Dots", "Short"]


def test_caption_stays_one_string_whatever_is_in_its_translation() -> None:
    catalog = {
        'A "plot" of é.': 'Un "plot" d\'é \\ echo=FALSE',
        "Dots": 'L\'\u00a0"ensemble", eval=FALSE}',
        "Short": "Court : include=FALSE",
    }
    result = built(CAPTIONS, catalog, "xaringan")
    assert result.refused == ()
    assert result.text == (
        '```{r x, fig.cap="Un \\"plot\\" d\'é \\\\ echo=FALSE", '
        "fig.alt='L\\'\u00a0\"ensemble\", eval=FALSE}', a=\"fig.cap='no'\", echo=TRUE}\n"
        "#| fig.scap: 'Court : include=FALSE'\nplot(\"fig.cap='no'\")\n```\n"
    )
    assert msgids(result.text, "xaringan") == list(catalog.values())


@pytest.mark.parametrize("options", ["", ", echo=FALSE", ", include=FALSE"])
def test_captions_of_chunks_that_show_no_code_are_messages_too(options: str) -> None:
    text = f'# A\n\n```{{r{options}, fig.cap="Text"}}\n#| fig-alt: Dots\n1\n```\n\n---\n\nclass: x\n'
    result = built(text, {"Text": "Un texte bien plus long", "Dots": "Des points"}, "xaringan")
    assert (result.published, result.refused) == (2, ())


@pytest.mark.parametrize("value", ["paste('A', b)", "'A' + b", "c('A', 'B')", "cap", 'r"(A)"', "if (x) 'A'"])
def test_caption_that_is_computed_stays(value: str) -> None:
    deck = deck_of(f"```{{r, fig.cap={value}, a=1}}\n1\n```\n", "xaringan")
    assert (deck.segments, deck.untold) == ((), ())


def test_caption_with_other_escapes_is_told() -> None:
    text = "```{r, fig.cap='A\\nB'}\n#| fig-alt: |\n#|   Dots\n1\n```\n"
    deck = deck_of(text, "xaringan")
    assert (deck.segments, [span.of(text).strip() for span in deck.untold]) == ((), ["A\\nB", "Dots"])


@pytest.mark.parametrize("msgstr", ["Deux\nlignes", "Deux](x) mots", "Deux\tmots"])
def test_translation_that_a_caption_cannot_hold_is_refused(msgstr: str) -> None:
    text = "```{r, fig.cap='Text'}\n1\n```\n"
    result = built(text, {"Text": msgstr}, "xaringan")
    assert (result.text, len(result.refused)) == (text, 1)


def test_knitr_runs_chunks_and_code_within_lines() -> None:
    text = "`r a`, `` `r b` ``, `r#c`, `{r} d`, `rest`, `r` `R e`\n\n```{r}\n`r f`\n```\n```r g`"
    run = [code for _, code in code_run(text, list(find_chunks(text)))]
    assert run == ["`r a`", "`r b`", "`r#c`", "`{r} d`", "```{r}\n`r f`\n```"]


@pytest.mark.parametrize(
    ("msgid", "msgstr", "reason"),
    [
        ("Two words", "`r q()`", "the code that is run `r q()` is not in the source"),
        ("Two words", "`r#q()` mots", "the code that is run `r#q()` is not in the source"),
        ("Two words", "mots\n```{r}\nq()\n```", "its line 2 begins with '```{r}', but it is one block"),
        ("In `r x` all", "En tout", "the code that is run `r x` is missing"),
        ("In `r x` all", "En `r y` tout", "the code that is run `r x` has become `r y`"),
        ("A $x$ here", "Un $y$ ici", "the formula $x$ has become $y$"),
        ("A $x$ here", "Un ici", "the formula $x$ is missing"),
        ("Two words", "Deux $mots$", "the formula $mots$ is not in the source"),
    ],
)
def test_translation_that_changes_what_is_run_or_computed_is_refused(
    msgid: str, msgstr: str, reason: str
) -> None:
    result = built(f"# Title\n\n{msgid}\n", {msgid: msgstr}, "xaringan")
    assert [one.reason for one in result.refused] == [reason]


def test_code_and_formulas_may_change_places() -> None:
    result = built(
        "`r a` of `r b`, $x$ of $y$\n", {"`r a` of `r b`, $x$ of $y$": "$y$ : $x$, `r b` : `r a`"}, "xaringan"
    )
    assert (result.text, result.refused) == ("$y$ : $x$, `r b` : `r a`\n", ())


def test_code_that_goes_on_in_the_next_message_is_not_run() -> None:
    text = "One\n\nTwo `words`\n"
    result = built(text, {"One": "`r un", "Two `words`": "Deux` `mots`"}, "xaringan")
    assert result.text == text


def test_formula_stays_on_one_line() -> None:
    text = f"{'word ' * 12}\nand $a + b + c + d$ too\n"
    msgid = " ".join(text.split())
    result = built(text, {msgid: f"{'mot ' * 15}$a + b + c + d$ aussi {'mot ' * 6}".strip()}, "xaringan")
    assert result.refused == ()
    assert any("$a + b + c + d$" in line for line in result.text.split("\n"))


@pytest.mark.parametrize("formula", ["$$\nx\n$$", "$$x$$", "$$x\n+ y$$", "\\begin{align}\nx\n\\end{align}"])
def test_mathematics_on_lines_of_its_own_is_in_no_message(formula: str) -> None:
    assert msgids(f"Above\n{formula}\nbelow\n\n{formula}\n\nEnd", "xaringan") == ["Above", "below", "End"]


@pytest.mark.parametrize(
    "mark", [":::", "::::", "::: {.column width='60%'}", ":::: columns", "::: notes :::"]
)
def test_mark_of_a_div_on_its_line_is_in_no_message(mark: str) -> None:
    text = f"{mark}\nAbove\n{mark}\n\n- item\n{mark}\n"
    assert msgids(text, "xaringan") == ["Above", "item"]
    assert built(text, {"Above": "Dessus"}, "xaringan").text == text.replace("Above", "Dessus")


@pytest.mark.parametrize("text", ["::: that is text", "a :::", ":: x"])
def test_other_colons_are_text(text: str) -> None:
    assert msgids(f"{text}\n", "xaringan") == [text]


def test_translation_brings_no_mark_of_a_div() -> None:
    assert built("Above\n", {"Above": "Dessus\n:::\nlà"}, "xaringan").text == "Dessus ::: là\n"
    assert built("Above\n", {"Above": ":::"}, "xaringan").text == "Above\n"


def test_formula_alone_is_no_message() -> None:
    assert msgids("- $\\alpha$\n\n| a | b |\n|---|---|\n| $x_1$ | $E = mc^2$ |\n", "xaringan") == ["a", "b"]


def test_what_remark_would_read_in_a_formula_is_none() -> None:
    assert deck_of("Of $x .y[z]$ it\n", "xaringan").slides[0].marks.classes == []


def test_comment_with_a_tag_hides_no_text() -> None:
    assert msgids("<!-- <noscript> -->\n\nReal text\n\n<!-- </noscript> -->\n\nMore", "xaringan") == [
        "Real text",
        "More",
    ]


def test_message_keeps_its_place_behind_all_that_is_gone() -> None:
    text = f"{FRONT}\r\n```{{r, include=FALSE}}\r\n1\r\n```\r\n\r\nText\r\n".replace("\r\n", "\n").replace(
        "\n", "\r\n"
    )
    deck = deck_of(text, "xaringan")
    assert [segment.span.of(deck.text) for segment in deck.segments] == ["A title", '"More"', "Text"]


@pytest.mark.parametrize(
    "end", ["```{r}", "```{r}\n\n", "```{r}\n1", "> ```{r}\n> 1", "```{r, echo=FALSE}\n1\n2\n"]
)
def test_chunk_that_nobody_closes_hides_no_slide(end: str) -> None:
    text = f"Deck\n\n---\nmore\n\n{end}"
    assert len(deck_of(text, "xaringan").slides) == 2
    assert msgids(text, "xaringan") == ["Deck", "more"]


@pytest.mark.parametrize("end", ["```{r}", "```{r}\n\n", "```{r}\n > \n"])
def test_chunk_without_code_that_nobody_closes_leaves_nothing(end: str) -> None:
    assert left(f"Deck\n\n{end}") == "Deck"


def test_chunk_with_hardly_any_code_that_nobody_closes_leaves_a_fence() -> None:
    assert left("Deck\n\n```{r}\n1") == f"Deck\n\n```\n{FILLER}```"
