"""Pages: what stands on lines of its own, whole and broken, and front matter."""

from hypothesis import strategies as st

from laws.texts import LINE_ENDS, PIECES, WORDS, blocks, inline_markup, prose

LINES = (
    ":::", "::::", "::: tip", "::: tip Some title", ":::note[A title]{.x}", "::: {.callout-note}",
    ":::{note} Title",
    ":class: x", ":::{math}", "::name[Label]{a=b}", "::", "!!! note", '!!! note "A title"', '??? tip "More"',
    "???+ info", '=== "Tab"', '===! "Tab"', "/// note | Title", "///", "    type: x", "--8<-- \"file\"",
    "--8<--",
    "{{< note >}}", "{{< /note >}}", "{{% alert %}}", "{% include x.md %}", "{% highlight c %}",
    "{% endhighlight %}",
    "{{< open", ">}}", "{% open", "{: .class }", "{#id}", "{.class}", "{/* so", "*/}", "{props.x}",
    "$$", "$$ x $$", "$$ x", "x $$", "[[toc]]", "[TOC]", "*[HTML]: Hyper text", "<<< @/file", "<Tabs>",
    "</Tabs>",
    "<Tab", "  name={`a`}", ">", "<A b='>' />", "import X from 'y'", "import {", "} from 'y'",
    "export const a = {",
    "}", "> [!NOTE]", "> [!TIP] Title", "> text", ": definition", ":   definition", "~ definition", ":",
    "[^1]: note", "[^1]:", "    indented", "# Title {#id}", "## Title {.a #b} ##", "Title {#id}", "===",
    "---",
    "- item", "  : of item", "    - deep", "1. one", "   ::: tip", "text {#x}", "text", "more text", "```",
    "```js {1}",
    "| a | b |", "|---|---|", "| a \\| b | c |", "+++", "title: x", 'title = "x"', "<details>", "</details>",
    "a. one", "b) two", "(iv) four", "#. five", "(@x) six", "| a line", "|", "+---+---+", "| a | b   |",
    "- [ ] a task", "- [x] done", "[x]: y", "<span>", "</span>", "<br>", "<small>text", '<img alt="A cat">',
    "![A cat](x){.c}", '{{< fig alt="A cat" >}}', "<!-- l10n comment so -->", "<!-- l10n skip -->",
    "text <!-- l10n context so --> text", "text <!-- l10n skip-start --> text", "^[a note]", "text\\",
    "% title",
)  # fmt: skip
VALUES = (
    "Some title", '"Some title"', "'It''s'", "yes", "12", "", "a: b", "|\n  Two\n  lines",
    ">-\n  Two\n  lines\n\n  More",
    "[a, b]", "{title: x}", "&x Some", "*x", "!!str Some", "Two\n  lines", '"""\nTwo\nlines"""', "'''x'''",
    "# no",
)  # fmt: skip


def page_lines() -> st.SearchStrategy[str]:
    """Such lines, one behind the other, with any line ends."""
    joints = st.sampled_from((*LINE_ENDS, "\n", "\n", "\n", "\n\n", "\n\n"))
    pairs = st.tuples(st.sampled_from((*LINES, *LINES, *PIECES)), joints)
    return st.lists(pairs, max_size=30).map(lambda parts: "".join(a + b for a, b in parts))


def front_matter() -> st.SearchStrategy[str]:
    """Front matter, right and wrong."""
    keys = st.sampled_from(("title", "description", "weight", "seo", "title"))
    signs = st.sampled_from((": ", ": ", " = "))
    lines = st.lists(st.tuples(keys, signs, st.sampled_from(VALUES)).map("".join), max_size=4)
    fences = st.sampled_from(("---", "+++"))
    return st.tuples(fences, lines).map(lambda parts: "\n".join((parts[0], *parts[1], parts[0], "")))


def _of(reader: str) -> list[st.SearchStrategy[str]]:
    """The blocks that a reader of pages knows beyond CommonMark; all of them, if it is not named."""
    line = inline_markup()
    known = {
        "vitepress": [
            st.tuples(prose(), line).map(lambda two: f"::: tip {two[0]}\n{two[1]}\n:::"),
            st.tuples(prose(), line).map(lambda two: f"::: details {two[0]}\n\n- {two[1]}\n\n:::"),
            st.tuples(prose(), line, line).map(lambda two: f"{two[0]}\n: {two[1]}\n\n    {two[2]}"),
            st.tuples(prose(), line).map(lambda two: f"[^1]: {two[0]}\n\n    {two[1]}\n\nText[^1]"),
            st.tuples(prose(), line).map(lambda two: f"## {two[0]} {{#id}}\n\n{two[1]}\n"),
            st.tuples(prose(), line).map(lambda two: f"> [!NOTE]\n> {two[0]}\n> {two[1]}"),
        ],
        "mkdocs": [
            st.tuples(prose(), line, line).map(
                lambda two: f'!!! note "{two[0]}"\n\n    {two[1]}\n\n    - {two[2]}'
            ),
            st.tuples(prose(), line).map(lambda two: f'??? tip "{two[0]}"\n    {two[1]}\n    {two[0]}'),
            st.tuples(prose(), line).map(lambda two: f'=== "{two[0]}"\n\n    {two[1]}\n    {two[0]}'),
            st.tuples(prose(), line).map(lambda two: f"/// note | {two[0]}\n{two[1]}\n///"),
            st.tuples(prose(), line, line).map(lambda two: f"{two[0]}\n:   {two[1]}\n\n    {two[2]}"),
            st.tuples(prose(), line).map(lambda two: f"[^1]: {two[0]}\n\n    {two[1]}\n\nText[^1]"),
            st.tuples(prose(), line).map(lambda two: f"## {two[0]} {{#id}}\n\n{two[1]}\n{{: .class }}"),
            st.just("$$\na + b\n$$"),
        ],
        "pandoc": [
            st.tuples(prose(), line).map(lambda two: f"::: {{.note}}\n{two[1]}\n:::"),
            st.tuples(prose(), line).map(
                lambda two: f":::: warning\n\n- {two[0]}\n\n::: tip\n{two[1]}\n:::\n::::"
            ),
            st.tuples(prose(), line, line).map(lambda two: f"{two[0]}\n: {two[1]}\n\n    {two[2]}"),
            st.tuples(prose(), line).map(lambda two: f"[^1]: {two[0]}\n\n    {two[1]}\n\nText[^1]"),
            st.tuples(prose(), line).map(lambda two: f"## {two[0]} {{#id .x}}\n\n{two[1]}"),
            st.tuples(prose(), prose()).map(lambda two: f"a. {two[0]}\nb. {two[1]}"),
            st.tuples(prose(), prose()).map(lambda two: f"(@) {two[0]}\n(@) {two[1]}"),
            st.tuples(prose(), prose()).map(lambda two: f"| {two[0]}\n| {two[1]}"),
            st.tuples(prose(), prose()).map(lambda two: f"![{two[0]}](x){{#fig}}\n\n- [ ] {two[1]}"),
            st.just("+---+---+\n| a | b |\n+---+---+"),
            st.just("$$\na + b\n$$"),
        ],
        "mdx": [
            st.tuples(line, line).map(
                lambda two: f'<Tabs>\n<TabItem value="a">\n\n{two[0]}\n\n</TabItem>\n</Tabs>'
            ),
            st.tuples(line, line).map(lambda two: f"<Card\n  title={{`a > b`}}\n>\n{two[0]}\n</Card>"),
            st.just("import X from 'y'"),
            st.just("export const a = {\n  b: 1,\n\n  c: 2,\n}"),
            st.just("{/* a comment */}"),
        ],
        "hugo": [
            st.tuples(line, line).map(lambda two: f"{{{{< note >}}}}\n{two[0]}\n{{{{< /note >}}}}\n{two[1]}"),
            st.tuples(line, line).map(lambda two: f"{two[0]}\n{{% include x.md %}}\n{two[1]}"),
            st.tuples(prose(), line).map(lambda two: f":::note[{two[0]}]\n\n{two[1]}\n\n:::"),
        ],
    }
    return known.get(reader) or [one for blocks in known.values() for one in blocks]


_HEADS = (
    st.just(""),
    prose().map("---\ntitle: {}\n---\n\n".format),
    prose().map('+++\ntitle = "{}"\n+++\n\n'.format),
)


def pages(reader: str = "") -> st.SearchStrategy[str]:
    """Pages as people write them for that reader, or for any."""
    tables = st.tuples(prose(), prose()).map(
        lambda two: f"| {two[0]} | a \\| b |\n|---|---|\n| {two[1]} | d |"
    )
    heads = st.one_of(*(_HEADS if reader in ("", "mdx") else _HEADS[:1]))
    ends = st.sampled_from(("\n",) if reader else ("\n", "\n", "\r\n"))
    body = st.lists(st.one_of(blocks(), tables, *_of(reader)), min_size=1, max_size=6).map("\n\n".join)
    return st.tuples(heads, body, ends).map(lambda one: (one[0] + one[1] + "\n").replace("\n", one[2]))


def page_texts() -> st.SearchStrategy[str]:
    """All of these."""
    return st.one_of(pages(), page_lines(), st.tuples(front_matter(), page_lines()).map("".join))


def hostile_lines(msgid: str) -> st.SearchStrategy[str]:
    """Translations by someone who wants to break a page."""
    joints = st.sampled_from(("", " ", "\n", "\n\n"))
    pairs = st.tuples(st.sampled_from((*LINES, *VALUES, *WORDS)), joints)
    pieced = st.lists(pairs, min_size=1, max_size=6).map(lambda parts: "".join(a + b for a, b in parts))
    return st.one_of(
        pieced, pieced.map(lambda text: f"{msgid} {text}"), pieced.map(lambda text: f"{text} {msgid}")
    )
