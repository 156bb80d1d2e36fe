"""What laws are tried on: any text, texts full of structure, decks from a grammar, hostile translations."""

from collections.abc import Sequence

from hypothesis import strategies as st

LINE_ENDS = ("\n", "\r\n", "\r")
JOINTS = (*LINE_ENDS, "\n", "\n", "\n\n", "\n\n", "\n\n")
"""What mostly parts blocks, sometimes lines."""

PIECES = (
    "---", "--", "???", "<!-- break -->", "--- ", " ---", "----", "***", "===",
    "class: pic", "name: a", "Note: text", "<!-- class: x -->", "<!-- todo", "-->", "<!-- l10n skip -->",
    "<!-- l10n skip-start -->", "<!-- l10n comment hint -->", "<!-- l10n context here -->",
    "# Title", "## Sub #", "text", "more text", "é", "1 2", "- item", "  - nested", "* star", "1. one",
    "> quote", "    code", "\tcode", "| a | b |", "|---|---|", "\\|",
    "```", "```bash", "````", "~~~", "`", "``",
    ".red[", ".lab[", "]", "[", "\\.x[", ".a.b[", "[x]", "[x][]", "[x]: http://y", "[text](http://x.org)",
    "![alt](x.png)", "![](x.png)", "![:macro x](y)", "{{v}}", "@@A@@", "@@LINK[a]", ":EN:- text", ":Q: text?",
    "<b>", "</b>", "<div>", "</div>", "<pre class=\"mermaid\">", "</pre>", "<br/>", "</br>", "\\", "  ", " ",
    "\u00a0", "\u2028", "\u2029", "\u0085", "\x1c", "\x0b", "\0", "\ufeff", "\t", "¹", ".footnote[¹ note]",
    "https://x.org/a", "&nbsp;",
)  # fmt: skip

WORDS = ("one", "two", "three", "pods", "node", "été", "text", "cluster", "here", "there")


def any_text() -> st.SearchStrategy[str]:
    """Any characters at all."""
    return st.text(max_size=300)


def structured_text() -> st.SearchStrategy[str]:
    """Constructs, whole and broken, one behind the other, with any line ends."""
    joints = st.sampled_from(("", " ", *LINE_ENDS, "\n", "\n", "\n\n"))
    pairs = st.tuples(st.sampled_from(PIECES), joints)
    return st.lists(pairs, max_size=40).map(lambda parts: "".join(piece + joint for piece, joint in parts))


def prose() -> st.SearchStrategy[str]:
    """A few words."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


def inline_markup() -> st.SearchStrategy[str]:
    """Prose with markup in it."""
    marked = st.one_of(
        prose(),
        prose().map("`{}`".format),
        prose().map("**{}**".format),
        prose().map(".red[{}]".format),
        prose().map("[{}](http://x.org/en/a)".format),
        prose().map("[{}][ref]".format),
        prose().map("<b>{}</b>".format),
        st.sampled_from(("[ref]", "@@A@@", "<br/>", "https://x.org/b", "¹", "![alt](x.png)", "a\\|b")),
    )
    return st.tuples(prose(), st.lists(marked, max_size=3)).map(lambda parts: " ".join((parts[0], *parts[1])))


def lines_of(lines: Sequence[str], joints: Sequence[str] = JOINTS, most: int = 25) -> st.SearchStrategy[str]:
    """Such lines and constructs of remark, whole and broken, one behind the other."""
    line = st.one_of(st.sampled_from((*lines, *lines, *PIECES)), inline_markup())
    pairs = st.tuples(line, st.sampled_from(joints))
    return st.lists(pairs, max_size=most).map(lambda parts: "".join(line + joint for line, joint in parts))


def items(line: st.SearchStrategy[str], mark: str = "-") -> st.SearchStrategy[str]:
    """A list of a few such lines."""
    some = st.lists(line, min_size=1, max_size=3)
    return some.map(lambda lines: "\n".join(f"{mark} {one}" for one in lines))


def blocks() -> st.SearchStrategy[str]:
    """Blocks that a deck is made of."""
    line = inline_markup()
    return st.one_of(
        line,
        st.lists(line, min_size=2, max_size=3).map("\n".join),
        st.lists(line, min_size=2, max_size=2).map("  \n".join),
        line.map("# {}".format),
        items(line),
        st.tuples(line, line).map(lambda two: f"- {two[0]}\n  {two[1]}\n\n  ({two[1]})\n\n  - {two[0]}"),
        st.tuples(line, line).map(lambda two: f"1. {two[0]}\n2. {two[1]}"),
        st.tuples(line, line).map(lambda two: f"> {two[0]}\n> {two[1]}"),
        st.tuples(prose(), prose()).map(lambda two: f"| {two[0]} | b |\n|---|---|\n| {two[1]} | d |"),
        line.map(".footnote[{}]".format),
        line.map(".lab[\n\n{}\n\n]".format),
        st.tuples(line, line).map(lambda two: f".warning[{two[0]}\n{two[1]}]"),
        prose().map("```bash\n{}\n---\n```".format),
        prose().map("![{}](x.png)".format),
        prose().map("<!-- {} -->".format),
        line.map(".lab[\n\n- {}\n\n  ```bash\n  ls\n  ```\n\n]".format),
        st.just(".footnote[¹And this is a note]"),
        st.just('<pre class="mermaid">\ngraph TD\n</pre>'),
    )


def slides() -> st.SearchStrategy[str]:
    """A slide with properties, blocks and notes, each of which may be missing."""
    head = st.sampled_from(("", "class: pic\n\n", "class: a\nname: b\n"))
    notes = st.one_of(
        st.just(""), inline_markup().map("\n\n???\n\n{}".format), st.just("\n\n???\n\n:Q: one?\n:A: two")
    )
    body = st.lists(blocks(), min_size=1, max_size=4).map("\n\n".join)
    return st.tuples(head, body, notes).map("".join)


def decks() -> st.SearchStrategy[str]:
    """Decks as people write them."""
    return st.tuples(
        st.lists(slides(), min_size=1, max_size=4),
        st.sampled_from(("\n\n---\n\n", "\n---\n", "\n\n--\n\n", "\n---\nclass: x\n\n")),
        st.sampled_from(("", "\n", "\n\n[ref]: http://x.org/ref\n")),
        st.sampled_from(("\n", "\n", "\r\n")),
        st.sampled_from(("", "", "\ufeff")),
    ).map(lambda parts: parts[4] + (parts[1].join(parts[0]) + parts[2]).replace("\n", parts[3]))


def hostile() -> st.SearchStrategy[str]:
    """Translations by someone who wants to break the deck, or who slipped."""
    joints = st.sampled_from(("", " ", "\n", "\n\n"))
    pairs = st.tuples(st.sampled_from((*PIECES, *WORDS)), joints)
    pieced = st.lists(pairs, min_size=1, max_size=8).map(lambda parts: "".join(a + b for a, b in parts))
    return st.one_of(pieced, st.text(max_size=40), st.sampled_from(PIECES), prose(), inline_markup())


def slips(text: str) -> st.SearchStrategy[str]:
    """``text`` as someone has it who mistyped: beside a mark, something lost or something added."""
    marks = [at + after for at, char in enumerate(text) if not char.isalnum() for after in (0, 1)]
    piece = st.sampled_from(("", " ", "|", "\\", "`", "[", "]", "(", ")", "<", "*", "\n", ".x["))
    places = st.tuples(st.sampled_from(marks or [0]), st.sampled_from((0, 0, 0, 1, 2)), piece)
    return places.map(lambda slip: text[: slip[0]] + slip[2] + text[slip[0] + slip[1] :])


def beside(msgid: str, marks: Sequence[str]) -> st.SearchStrategy[str]:
    """A mark by itself, or before the message or behind it, in its line or in another."""
    mark = st.sampled_from(marks)
    return st.one_of(
        mark,
        mark.map(lambda one: f"{one} {msgid}"),
        mark.map(lambda one: f"{msgid} {one}"),
        mark.map(lambda one: f"{msgid}\n{one}"),
        mark.map(lambda one: f"{one}\n{msgid}"),
    )


def translations(msgid: str) -> st.SearchStrategy[str]:
    """What may stand in a catalog for ``msgid``."""
    return st.one_of(hostile(), slips(msgid), slips(f"Mot {msgid} encore"))
