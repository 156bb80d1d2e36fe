"""Decks of reveal.js: separators, markers, attributes in comments, whole and broken."""

from hypothesis import strategies as st

from laws.texts import JOINTS, WORDS, beside, inline_markup, lines_of, prose

LINES = (
    "---", "----", "--- ", " ---", "-----", "\n---\n", "\n----\n", "\n\n---\n\n", "\n\n\n",
    "<!--s-->", "<!--v-->",
    "Note: said", "Notes:", "notes: - a\n- b", "Note : shown", " Note: shown", "NOTE:", "text\nNote: glued",
    "```\nNote: in code\n```", "```\n---\n```", "<!--\n---\n-->", "Text\n---", "Text\n----", "> ---",
    "- a\n---\n- b",
    '<!-- .slide: data-background="#fff" class="x" -->', '# Title <!-- .element: class="fragment" -->',
    '- item <!-- .element: class="fragment" -->', '- *item*\n  <!-- .element: class="fragment" -->',
    'Text **so** <!-- .element: id="a" --> more',
    '| a <!-- .element: class="x" --> | b |\n|---|---|\n| c | d |',
    '<!-- .element: class="fragment" -->', "![A cat](x.png) <!-- .element: class=\"r-stretch\" -->",
    "# Title", "## Title\nText", "- one\n- two\n  - deep", "1. one\n2. two", "* star\n\n  behind", "> quote",
    "```js [1-2|4]\nx\n\ny\n```", "    code", "<div>text</div>", "<div>\n\ntext\n\n</div>",
    "<aside>\n\ntext\n\n</aside>",
    "| a | b |\n|---|---|\n| c | d |", "- [ ] to do\n- [x] done", "~~gone~~", "https://x.org/a",
    "www.x.org", "a@x.org",
    "$x$ and $$y$$", "[x]: http://y", "[x]", "text  \nmore", "text\nmore", "a  b",
    "#Title", "- - -", "[x](y ':z')", "<canvas>\n<!--\n{ \"a\": 1 }\n-->\n</canvas>",
    "<html>\n<head>\n<style>\n* { }\n\n.a { }\n</style>\n</head>\n<body>\n\n<h2>text</h2>\n</body>\n</html>",
    "<details><summary>Text</summary>\n\ntext\n\n</details>", "text <!-- .element class=\"x\"-->",
    "<small>text **so**</small> <!-- .element: class=\"x\" -->", "![A](x)  <!-- .element  hidden=\"a\" -->",
    "- a\n    + b: \n      ```\n      *.c\n      ```", "<object data=\"x\">\n<param id=\"a\" />\n</object>",
    "Use &lt;b&gt; and &lt;input size=\"a\"&gt;", "<p class=\"x\">\n    text.<br>\n    more\n</p>",
)  # fmt: skip
HEADS = (
    "", "", "", "---\ntitle: A deck\n---\n", "---\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\n",
    "---\ntitle: A deck\nseparator: \"\\n\\n\\n\"\nnotesSeparator: \"^Hint:\"\n---\n", "---\n# Title\n",
    "---\ntheme: x\nverticalSeparator: ^\\n\\n\n---\n", "---\n", "\n\n", "\n",
)  # fmt: skip


def deck_lines() -> st.SearchStrategy[str]:
    """Such lines, one behind the other, with any line ends."""
    return st.tuples(st.sampled_from(HEADS), lines_of(LINES, (*JOINTS, "\n\n\n"))).map("".join)


def decks() -> st.SearchStrategy[str]:
    """Decks as people write them."""
    line = inline_markup()
    fragment = '{} <!-- .element: class="fragment" -->'.format
    items = st.lists(st.one_of(line, line.map(fragment)), min_size=1, max_size=3)
    block = st.one_of(
        line,
        line.map(fragment),
        prose().map("# {}".format),
        prose().map(lambda title: fragment(f"## {title}")),
        items.map(lambda some: "\n".join(f"- {one}" for one in some)),
        items.map(lambda some: "\n".join(f"* {one}" for one in some)),
        st.tuples(prose(), prose()).map(lambda two: f"| {two[0]} | b |\n|---|---|\n| {two[1]} | d |"),
        st.sampled_from(
            ('<!-- .slide: class="x" -->', "![A dog](x.png)", "```js [1]\nx\n```", "> quote", "<b>bold</b>")
        ),
    )
    notes = st.one_of(
        st.just(""), st.just(""), prose().map("\n\nNote: {}".format), line.map("\n\nNotes:\n- {}".format)
    )
    slide = st.tuples(st.lists(block, min_size=1, max_size=5).map("\n\n".join), notes).map("".join)
    separator = st.sampled_from(("\n\n---\n\n", "\n\n----\n\n", "\n---\n"))
    body = st.lists(st.tuples(slide, separator).map("".join), min_size=1, max_size=4).map("".join)
    return st.tuples(st.sampled_from(("", "", "---\ntitle: A deck\n---\n\n")), body).map("".join)


def hostile(msgid: str) -> st.SearchStrategy[str]:
    """Translations that would be something else to reveal.js."""
    marks = (
        *LINES, "---", "----", "Note:", "note: x", "Notes :", "*so*", "`code`", "&#45;&#45;&#45;",
        "Note&#58; x", "</textarea>",
        "<!-- .element: x -->", ".element", "-->", "#", "* x", "1) x", "Hint: x", "a   b", "[ ] x",
        "www.y.org", *WORDS,
    )  # fmt: skip
    return beside(msgid, marks)
