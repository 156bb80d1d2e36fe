"""Marp decks: directives, notes, steps, images with commands, whole and broken."""

from hypothesis import strategies as st

from laws.texts import WORDS, beside, inline_markup, items, lines_of, prose

LINES = (
    "---", "***", "- - -", "___", "Text\n---", "# Title", "## Title <!-- fit -->", "> # Quoted",
    "<!-- a note -->", "<!--\nSome note\n\n- of a list\n-->", "<!-- class: lead -->",
    "<!-- _class: lead\n_footer: Some text -->", "<!-- footer: Text *so* -->",
    "<!-- header: a: b # c -->", "<!-- headingDivider: 2 -->", "<!-- title: A deck -->",
    "<!-- headingDivider: [1, 3] -->", "<!-- color: red", "-->", "<!-->", "<!---->", "<!-- --->",
    "text <!-- note -->", "<!-- note --> text", "text <!-- note --> more", "`<!-- code -->`",
    "\\<!-- none -->", "<!-- prettier-ignore -->", "- item <!-- note -->", "* star", "1) one", "1. one",
    "  <!-- deep\n  note -->", "> <!-- quoted\n> note -->",
    "| a | b |\n|---|---|\n| c <!-- note --> | d |", "![bg](x.png)", "![bg right:33% w:100](x.png)",
    "![A cat w:200px](x.png)", "![w:20 A cat blur](x.png)", "text ![h:20](x.png) text", "$$\nx + y\n$$",
    "$$ x $$", "text $x_1$ text", "costs $5 and $6", ":smile:", "text :tada: text",
    "<style scoped>\nh1 { color: red }\n</style>", "<div>\n\ntext\n\n</div>", "<div>text</div>",
    "```\n---\n```", "    code", "[x]: http://y", "[x]", "text\nmore",
    "# <!--fit--> Title", "### <!-- fit -->Title", "</br>", "Name\n: text", "_text_\\\nmore", "* a\n\t* b",
    "<center>\n  <img src=\"x.png\" alt=\"A cat\" width=9>\n</center>", ":::: flex\n::: col\ntext\n:::\n::::",
    "<p class=\"x\">\ntext <b>so</b><br>\nmore\n</p>", "<div class=\"x\">text<small>more</small></div>",
    "> **One** (x)\n> Two\n> @three", "text <span class=\"x\">so</span>", "<!-- _footer: ![](x.png) -->",
    "<!--\n_class: lead\n_header: \"\"\n-->", "![bg opacity:0.1][x]", "![bg](x.png)\n# Title\ntext",
)  # fmt: skip
HEADS = (
    "", "", "---\nmarp: true\n---\n",
    "---\ntitle: A deck\nheader: Some *text*\nheadingDivider: 2\n---\n",
    "---\nfooter: a: b # c\n_class: lead\nheadingDivider: [1, 2]\n---\n",
    "---\nfooter: 'It''s'\nstyle: |\n  h1 { }\n---\n",
    "---\nheadingDivider:\n- 1\n- 2\nfooter: '<a href=\"x\"><img src=\"y\"></a>'\n---\n",
    "---\n#class: lead\nclass: invert\nfooter: '[&oast;](#a) **So**'\n---\n",
    "---\n\ntitle: \"A: b\"\ndescription: \"\"\n\n---\n",
)  # fmt: skip


def deck_lines() -> st.SearchStrategy[str]:
    """Such lines, one behind the other, with any line ends."""
    return st.tuples(st.sampled_from(HEADS), lines_of(LINES)).map("".join)


def decks() -> st.SearchStrategy[str]:
    """Decks as people write them."""
    line = st.one_of(inline_markup(), st.sampled_from(("Text :smile: here", "With $x^2$ in it")))
    note = prose().map("<!-- {} -->".format)
    block = st.one_of(
        line,
        prose().map("# {}".format),
        prose().map("## {} <!-- fit -->".format),
        note,
        st.tuples(prose(), prose()).map(lambda two: f"<!--\n{two[0]}\n\n- {two[1]}\n-->"),
        items(line, "*"),
        items(line),
        st.sampled_from(
            ("![bg left:40%](x.png)", "![A dog w:200](x.png)", "<!-- _class: lead -->", "$$\nx\n$$")
        ),
        prose().map("<!-- _footer: {} -->".format),
    )
    slide = st.lists(block, min_size=1, max_size=5).map("\n\n".join)
    body = st.lists(slide, min_size=1, max_size=4).map("\n\n---\n\n".join)
    return st.tuples(st.sampled_from(HEADS), body).map(lambda two: f"{two[0]}\n{two[1]}\n")


def hostile(msgid: str) -> st.SearchStrategy[str]:
    """Translations that would be something else to Marp."""
    marks = (
        *LINES, "class: lead", "_color: red", "header: x", "-->", "<!--", "--", "bg", "w:200", "blur",
        ":smile:", "$x$", "$$", "$", "---", "#", "* x", "1) x", *WORDS,
    )  # fmt: skip
    return beside(msgid, marks)
