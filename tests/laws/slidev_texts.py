"""Slidev decks: properties of slides, notes, slots, components, included code; whole and broken."""

from hypothesis import strategies as st

from laws.texts import WORDS, beside, inline_markup, items, lines_of, prose

LINES = (
    "---", "----", "--- x", "---\n\n", "---\nlayout: center\n---\n", "---\ntitle: Some text\nclass: x\n---",
    "---\nlayout: x\ncaption: 'It''s'\n---\n", "---\nsrc: ./pages/a.md\n---", "---\ntitle: a --- b\n---\n",
    "```yaml\nlayout: quote\ntitle: Some text\n```", "Text\n---", "# Title", "# Title {.big}", "#slot",
    "<!-- a note -->", "<!--\nSome note\n\n[click] then this\n\n- of a list\n-->", "<!-- [click:3] more -->",
    "<!--", "-->", "text <!-- in it --> text", "`<!-- code -->`", "<!--\n---\n-->",
    "::right::", "::left::", "::\u00a0x::", "::card{title=\"x\"}\ntext\n::", "::alert[Some label]", "::",
    ":icon", ":icon{name=\"x\"}", "text :icon text", "text [so]{.red} text", "text {.red}", "- item {.red}",
    "<v-click>text</v-click>", "<v-clicks>\n\n- one\n- two\n\n</v-clicks>", "<v-click>text</v-click> more",
    "<Counter :count=\"10\" m=\"t-4\" />", "text\n<Toc />", "<div v-click>\n\ntext\n\n</div>",
    "<div>text</div>", "<template v-slot:right>\n\ntext\n\n</template>", "<br>", "text<br>text",
    "<script setup>\nconst a = 1\n</script>", "<style>\nh1 { color: red }\n</style>",
    "<p v-after>text\nmore</p>",
    "text {{ count }} text", "{{ $page }}", "<span>{{ a }} text</span>", "<<< @/snippets/a.ts#x {2|3}",
    "```ts {1|2-3} twoslash\nlet a = 1\n```", "~~~\n---\n~~~", "```\n---\n```", "```\n",
    "````md magic-move\n```js\na\n```\n\n```js\nb\n```\n````", "```mermaid\ngraph TD\n```",
    "$$ {1|2}\nx + y\n$$", "$$ x $$", "text $x_1$ text", "costs $5 and $6", "> [!NOTE]\n> text",
    "> [!TIP] Some title\n> text", "see slides.md for it", "text[^1]", "[^1]: a footnote", "- [ ] to do",
    "- [x] done", "| a | b |\n|---|---|\n| c | d |", "---|---\na|b", "[x]: http://y", "[x]", "text\nmore",
    "<Card title=\"Some text\" :label=\"x\" />", "<img src=\"x.png\" alt='Some \"text\"'>",
    "<i title=\"So\">x</i>",
    "<div title=\"Some\ntext\">\n\ntext\n\n</div>",
    "<Card\n  label='So &amp; so'\n  v-if=\"a\"\n>\n\ntext\n\n</Card>",
    "# Title {v-click.hide=\"1\"}", "## Title {v-click}", "text :-) text", "at :80, *so*",
    "<span class=\"x\">\n  <q>text</q>\n  <sup>1</sup>\n</span>",
    "<div>\ntext <i/>\n<br>\n<v-clicks>\n\n- one\n</v-clicks>\n</div>",
    "    code", "* star", "1) one", "> quote",
)  # fmt: skip
HEADS = (
    "", "", "---\ntheme: seriph\n---\n", "---\n\n", "--- \n",
    "---\ntheme: x\ntitle: A deck\ninfo: |\n  ## A deck\n  of *slides*\n\n  and more\ncomark: true\n---\n",
    "---\ntitleTemplate: '%s - Slidev'\nseoMeta:\n  ogTitle: Some text\n  ogImage: auto\n---\n",
    "```yaml\ntitle: A deck\n```\n",
)  # fmt: skip


def deck_lines() -> st.SearchStrategy[str]:
    """Such lines, one behind the other, with any line ends."""
    return st.tuples(st.sampled_from(HEADS), lines_of(LINES)).map("".join)


_PROPERTIES = ("\n", "\n", "layout: center\n---\n\n", "title: {}\nlayout: quote\n---\n\n")
_BLOCKS = (
    "<Counter :count=\"10\" />", "<br>", "::right::", "<<< @/snippets/a.ts#x", "$$\nx\n$$", "{{ $page }}",
    "```ts {1|2}\nlet a = 1\n```", "<style>\nh1 { color: red }\n</style>",
)  # fmt: skip


def decks() -> st.SearchStrategy[str]:
    """Decks as people write them."""
    line = st.one_of(inline_markup(), st.sampled_from(("Text {{ count }} here", "With $x^2$ in it")))
    block = st.one_of(
        line,
        prose().map("# {}".format),
        prose().map("## {} {{.big}}".format),
        prose().map("<v-click>\n\n{}\n\n</v-click>".format),
        prose().map("<v-click>{}</v-click>".format),
        prose().map('<Card title="{}">\n\ntext\n\n</Card>'.format),
        prose().map('<img src="x.png" alt="{}">'.format),
        prose().map('<div class="a">\n  <p>{}</p>\n</div>'.format),
        items(line),
        st.sampled_from(_BLOCKS),
    )
    note = st.one_of(st.just(""), st.tuples(prose(), prose()).map(lambda two: _note(*two)))
    properties = st.tuples(st.sampled_from(_PROPERTIES), prose()).map(lambda two: two[0].format(two[1]))
    blocks = st.lists(block, min_size=1, max_size=5).map("\n\n".join)
    slide = st.tuples(properties, blocks, note).map("".join)
    body = st.lists(slide, min_size=1, max_size=4).map("\n\n---\n".join)
    return st.tuples(st.sampled_from(HEADS[:3]), body).map(lambda two: f"{two[0]}\n---\n{two[1]}\n")


def _note(one: str, other: str) -> str:
    return f"\n\n<!--\n{one}\n\n[click] {other}\n-->"


def hostile(msgid: str) -> st.SearchStrategy[str]:
    """Translations that would be something else to Slidev."""
    marks = (
        *LINES, "---", "--- x", "----", "-->", "<!--", "[click]", "[click:2]", "{{ x }}", "{{", "}}", "{",
        "}", "<script setup>", "</script>", "<style>", "</div>", "<v-click>", "::right::", "::", ":x", "$x$",
        "$$", "$", "<<< @/a.ts", "#", "#a", "{.red}", "title: x", "slides.md", "x.org", "%s", "```", "\n\n",
        "a: b # c", "\"", "'", "\" onclick=\"x", "/>", "&quot;", "&amp;", "![x](y)", "\\",
        *WORDS,
    )  # fmt: skip
    return beside(msgid, marks)
