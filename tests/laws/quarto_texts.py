"""Quarto's decks: divs, attributes, pauses, chunks, shortcodes, whole and broken."""

from hypothesis import strategies as st

from laws.texts import WORDS, beside, lines_of, prose

LINES = (
    "---", "***", "- - -", "# Title", "## Title {.smaller}", "## Title {#one background=\"#fff\"}",
    "### Deep",
    "Title\n---", "text\n# none", "text\n- none", "text\n> none", "text\n***",
    ". . .", "text\n. . .", "::: {.notes}\nA note\n\n- of a list\n:::", "::: notes\nA note\n:::",
    "::: {.columns}\n::: {.column width=\"40%\"}\n- One\n- Two\n:::\n:::",
    ":::: {.x}\ntext\n::: y\n## In a div\n:::\n::::", "::: {.callout-note title=\"A title\"}\ntext\n:::",
    "::: {.panel-tabset}\n## One\n\ntext\n\n## Two\n:::", "::: {.fragment}", ":::",
    "```{r}\n#| fig-cap: \"A figure\"\n#| echo: false\nplot(x)\n```",
    "```{r x, fig.cap=\"A figure\", fig.alt='So'}\nx\n```",
    "```{python}\nx\n```", "```\n---\n```",
    "``` {.python code-line-numbers=\"1\"}\nx\n```", "```{=html}\n<b>x</b>\n```",
    "~~~\nx\n~~~", "    code",
    "- One\n- Two\n  - Three", "1. One\n\n   more\n2. Two", "a. One\nb. Two", "(@) One\n(@) Two",
    "* x\n\n+ y",
    "| text\n| more", "term\n: definition",
    "term\n\n:   definition\n\n    more", "> quoted\n> more", "> - x",
    "| a | b |\n|---|---|\n| c | d |\n\n: Caption {#tbl-x}", "+---+---+\n| a | b |\n+---+---+",
    "right  left\n-----  ----\n    1  x", "text[^1] more", "[^1]: A note", "text^[A note] more",
    "[text]{.x} more", "![A cat](x.png){width=\"40%\"}", "![](x.png)", "text `x`{.r} more",
    "text `<b>`{=html}",
    "Press {{< kbd x >}} now", "[Here](https://{{< meta x >}}y)", "It is `r x + y` so",
    "See @fig-x and [@y, p. 3]",
    "with $x^2$ in it", "$$\nx\n$$ {#eq-x}", "$$ x $$", "\\begin{align}\nx\n\\end{align}",
    "text \\alpha more",
    "<div class=\"x\">\ntext\n</div>", "<div>\n\n- x\n\n</div>", "<!-- a comment -->",
    "text <!-- x --> more", "<br>",
    "[x]: http://y", "text [x] more", "text\\\nmore", "text  \nmore", "H~2~O and x^2^", "~~gone~~",
    "text\nmore",
)  # fmt: skip
HEADS = (
    "", "", "---\nformat: revealjs\n---\n",
    "---\ntitle: A deck\nsubtitle: \"Of *slides*\"\nformat:\n  revealjs:\n    footer: A foot\n---\n",
)  # fmt: skip


def deck_lines() -> st.SearchStrategy[str]:
    """Such lines, one behind the other."""
    body = lines_of(LINES, ("\n", "\n\n", "\n\n", "\n\n"), most=15)
    return st.tuples(st.sampled_from(HEADS), body).map("\n".join)


def decks() -> st.SearchStrategy[str]:
    """Decks as people write them."""
    block = st.one_of(
        st.sampled_from([line for line in LINES if not line.startswith((":::", "text\n", "<", "term"))]),
        prose(),
        prose().map("- {}".format),
        prose().map("### {}".format),
        prose().map("::: {{.notes}}\n{}\n:::".format),
        st.tuples(prose(), prose()).map(lambda two: f"::: {{.columns}}\n{two[0]}\n\n{two[1]}\n:::"),
    )
    slide = st.tuples(prose(), st.lists(block, min_size=1, max_size=5)).map(
        lambda two: "\n\n".join([f"## {two[0]}", *two[1]])
    )
    body = st.lists(slide, min_size=1, max_size=4).map("\n\n".join)
    return st.tuples(st.sampled_from(HEADS), body).map(lambda two: f"{two[0]}\n{two[1]}\n")


def hostile(msgid: str) -> st.SearchStrategy[str]:
    """Translations that would be something else to Pandoc or Quarto."""
    marks = (
        *LINES, ":::", "::: {.x}", ". . .", "---",
        "#", "## x", "{.x}", "{#x}", "{{< x >}}", "\\input{x}",
        "[", "]",
        "[x]", "[x]{.y}", "`r x`", "`{python} x`", "$x$", "$",
        "$$", "@x", "[^1]", "^[x]", "^", "~", "a.",
        "(i) x",
        ": x", "| x", "|", "<div>", "</div>", "<!--", "-->", "\\", "+---+", "[x]: y", "Table: x", "`",
        "```", *WORDS,
    )  # fmt: skip
    return beside(msgid, marks)
