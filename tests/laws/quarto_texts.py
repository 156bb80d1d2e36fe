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
    "Table: So much {#tbl-a .b}", "| a |\n|---|\n| b |\n\ntable: So",
    "```{=html}\n<div>\n<p>Some text\n\nand <b>more</b></p>\n<img alt=\"A sign\" src=\"x\">\n</div>\n```",
    "~~~\nx\n~~~", "    code",
    "- One\n- Two\n  - Three", "1. One\n\n   more\n2. Two", "a. One\nb. Two", "(@) One\n(@) Two",
    "* x\n\n+ y",
    "| text\n| more", "term\n: definition",
    "term\n\n:   definition\n\n    more", "> quoted\n> more", "> - x",
    "| a | b |\n|---|---|\n| c | d |\n\n: Caption {#tbl-x}", "+---+---+\n| a | b |\n+---+---+",
    "- One\n\n  +-----+-----+\n  | One | x   |\n  +-----+-----+\n\n  more",
    "> +-----+-----+\n> |One  | x   |\n> |Two  |     |\n> +-----+-----+",
    "+-----+-----+\n| One | Two |\n+-----+     |\n| Two |     |\n+-----+-----+",
    "right  left\n-----  ----\n    1  x", "text[^1] more", "[^1]: A note", "text^[A note] more",
    "[text]{.x} more", "![A cat](x.png){width=\"40%\"}",
    "![](x.png){fig-alt=\"Some \\\"text\\\"\"}", "![A cat](x.png){.x fig-cap='So \"it\" is' width=3}",
    "<img src=\"x\" alt=\"So\">",
    "<div class=\"x\" title=\"So\">\n\ntext\n\n</div>", "![](x.png)", "text `x`{.r} more",
    "text `<b>`{=html}", "![](my files/x.png){.x}", "[Here](my files/x.pdf) more", "![A cat](a b.png \"So\")",
    "<ol>\n<li>text</li>\n<li>more <b>text</b></li>\n</ol>", "[^2]: A note\n\n---",
    "Press {{< kbd x >}} now", "[Here](https://{{< meta x >}}y)", "It is `r x + y` so",
    "See @fig-x and [@y, p. 3]",
    "with $x^2$ in it", "$$\nx\n$$ {#eq-x}", "$$ x $$", "\\begin{align}\nx\n\\end{align}",
    "text \\alpha more",
    "<div class=\"x\">\ntext\n</div>", "<div>\n\n- x\n\n</div>", "<!-- a comment -->",
    "text <!-- x --> more", "<br>",
    "[x]: http://y", "text [x] more", "text\\\nmore", "text  \nmore", "H~2~O and x^2^", "~~gone~~",
    "text\nmore",
)  # fmt: skip
CELLS = (
    "One", "Two", "- One\n- Two", "# One", "One\ntwo", "One\n\nTwo\ntwo", "1.  One\n    one", "> One\n> one",
    "", "    code",
    "One **two**\nthree", "![One](x.png)", "Two [a](b)\\\none", "term\n: One", "漢字",
    "é One",
    "[^1]", "![](x.png){fig-alt=\"One\"}", "``` {.r}\n# x\n```", "$x$ One", "One `r x` two", "<b>One</b>",
)  # fmt: skip
PLACES = (
    "{}", "## Title\n\n{}\n\n: Caption", "- One\n\n  {}\n\n  more", "> {}", "::: notes\n{}\n:::",
)  # fmt: skip
HEADS = (
    "", "", "---\nformat: revealjs\n---\n",
    "---\ntitle: A deck\nsubtitle: \"Of *slides*\"\nformat:\n  revealjs:\n    footer: A foot\n---\n",
)  # fmt: skip


def deck_lines() -> st.SearchStrategy[str]:
    """Such lines, one behind the other."""
    body = lines_of(LINES, ("\n", "\n\n", "\n\n", "\n\n"), most=15)
    return st.tuples(st.sampled_from(HEADS), body).map("\n".join)


def tables() -> st.SearchStrategy[str]:
    """Tables that are drawn."""
    cells = st.one_of(st.sampled_from(CELLS), prose())
    rows = st.integers(1, 3).flatmap(
        lambda count: st.lists(st.lists(cells, min_size=count, max_size=count), min_size=1, max_size=4)
    )
    table = st.tuples(rows, st.integers(0, 9), st.booleans()).map(lambda some: _drawn(*some))
    return st.tuples(st.sampled_from(PLACES), table).map(lambda two: _placed(*two))


def _placed(place: str, table: str) -> str:
    lead = place[: place.index("{}")].rpartition("\n")[2]
    return place.replace("{}", table.replace("\n", f"\n{lead}"))


def _drawn(rows: list[list[str]], more: int, headed: bool) -> str:
    """A table of those cells, with columns so much wider than they need to be."""
    split = [[cell.split("\n") for cell in row] for row in rows]
    widths = [max(_wide(line) for row in split for line in row[at]) + 2 + more for at in range(len(rows[0]))]
    if len(widths) > 1 and 0 < widths[-2] - widths[-1] <= 2:  # for Pandoc 2 those are equally wide
        widths[-1] = widths[-2]
    rule = f"+{'+'.join('-' * width for width in widths)}+"
    drawn = [rule]
    for number, row in enumerate(split):
        for line in range(max(map(len, row))):
            texts = (cell[line] if line < len(cell) else "" for cell in row)
            padded = (
                f" {one}{' ' * (width - _wide(one) - 1)}" for one, width in zip(texts, widths, strict=True)
            )
            drawn.append(f"|{'|'.join(padded)}|")
        heads = headed and not number and len(rows) > 1 and all(_may_be_head(cell) for cell in rows[0])
        drawn.append(rule.replace("-", "=") if heads else rule)
    return "\n".join(drawn)


def _may_be_head(cell: str) -> bool:
    """Whether Pandoc 2 can read it there: it drops the blanks before its lines, and their last end."""
    return "\n" not in cell or (cell[0].isalpha() and "\n: " not in cell)


def _wide(text: str) -> int:
    return sum(2 if sign in "漢字" else 1 for sign in text)


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
        ": x", "| x", "|", "<div>", "</div>", "<!--", "-->", "\\", "+---+",
        "**", "**x", "__", "- x", "> x", "1. x", "[x]: y", "Table: x", "`",
        "```", "\"", "'", "\"}", "\" x=\"y", "&quot;", "}", *WORDS,
    )  # fmt: skip
    return beside(msgid, marks)
