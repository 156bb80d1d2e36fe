"""Shapes of text that may take more than linear time: what is repeated, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A text of any length; ``#`` in what is repeated becomes its number where ``numbered`` says so."""

    unit: str
    head: str = ""
    tail: str = ""
    closing: str = ""
    """Repeated after all of ``unit``, as often: what nests."""
    numbered: bool = False

    def text(self, size: int) -> str:
        """About ``size`` characters of it."""
        count = max(1, size // (len(self.unit) + len(self.closing) + 5 * self.numbered))
        units = (self.unit.replace("#", str(at)) for at in range(count)) if self.numbered else ()
        middle = "".join(units) if self.numbered else self.unit * count
        return f"{self.head}{middle}{self.closing * count}{self.tail}"


_UNITS = (
    "a", "a ", " ", "\t", "\n", " \n", "a\n", "a \n", "a  \n", "a\\\n", "a\n\n", "\\", "\\\\ ", "\r\n",
    "a\r", "1", "1 ", "1,", "1.", "1.000 ", "1.000.", "1/2 ", "\xbd", "A", "Aa", "A. ", "a. ", "a! ",
    "a? ", "...", "\u2026 ", "a-", "- ", "-", "\u2013", "\u2014", " \u2014 ", "'", '"', "'a", '"a',
    '"a" ', "\u201ca\u201d ", "\xab a \xbb ", "\xab", "\xbb", "\u2019", "\u2018a\u2019 ", "\xa0", "a\xa0",
    "a :", "a ;", "*", "* ", "*a", "*a ", "*a* ", "**", "**a", "**a** ", "***a", "*_", "*_a", "_", "_a",
    "_a_ ", "__", "__a", "a_b", "~", "~~", "~~a", "~~~", "~~~\n", "~~~ a\n", "`", "` ", "`a", "`a` ",
    "``", "``a", "``a` ", "```", "```\n", "```\na\n", "```a\n", "````\n```\n", " ```\n", "[", "]", "[]",
    "[a", "[a]", "[a] ", "[a](", "[a](b", "[a](b) ", '[a](b "c', "[a](<b", "[a][", "[a][b] ", "[[",
    "[![a", "![", "![a", "![a]", "![a](", "![a](b) ", "![:a", "![:a b](c) ", "](", "][", "] [", "(", ")",
    "()", "(a", "(a) ", "[a]: b\n", "[a]:", "[a]:\n", "[a\n", "[^", "[^a", "[^a] ", "[^1]: a\n", "<",
    "<a", "<a ", "<a b", '<a b="', "<a>", "<a></a> ", "</", "</a>", "<!", "<!-", "<!--", "<!-- ",
    "<!-- a", "<!-- a: b -->", "<!-- a: b", "<!-- a: b -->\n", "<!-- l10n ", "<!-- l10n skip -->",
    "<!-- l10n skip -->\n", "<!-- l10n comment a -->\n", "<!-- l10n comment a", "<!-- break -->\n", "-->",
    "<?", "<?a", "<![CDATA[", "<br>", "<br/>\n", "<b>", "<b>a", "<b>a</b> ", "<div>", "<div>\n",
    "<div>\n\n", "<pre>", "<pre>\n", "<script>", "<http://a", "<http://a> ", "<a@b", "<a@b.c> ", "&",
    "&a", "&a;", "&lt;", "&#", "&#1", "&#1;", "&#x1;", "&#60;", "&amp;lt;", "http://a ", "http://",
    "http://a/", "http://a?", "http://a.", "http://a)", "www.a ", "www.", "a@b.c ", "a@", "a.b", "a.b ",
    "a.b.", ".a", ".a ", ".a[", ".a[]", ".a[b] ", ".a[b", ".a.b", ".a.b[", ".a[\n", ".a[\nb\n]\n",
    "\\.a[", "{", "{{", "{{a", "{{a}} ", "{{ content }}", "@@", "@@A", "@@A@@ ", "@@A[", "@@A[a] ",
    "@@A_", "#", "# ", "# a\n", "# a #\n", "## ", "#a", "a #", "=", "=\n", "a\n=\n", "a\n-\n", "- a\n",
    "-\n", "- a\n\n", "* a\n", "+ a\n", "1. a\n", "1) a\n", "- - ", "- * ", "1. 1. ", "> ", ">", "> a\n",
    ">\n", "> - ", "- > ", "-- ", "--\n", "---", "---\n", "---\n\n", "--- ", "- - - ", "***\n", "***\n\n",
    "* * *\n", "___\n", "???\n", "???", "???\na\n", "---\n???\na\n", "a: b\n", "a: b\n---\n", ":EN:",
    ":EN:a\n", ":Q: a?\n", ":A: a\n", "|", "||", "| a ", "| a | b |\n", "|-", "|-|", "|---|\n", "a|b\n",
    "\\|", "|\n", "    a\n", "    \n", "\ta\n", "  a\n", "\xb9", "\xb9 ", "\u2020", "\xb9\xb2",
    ".footnote[\xb9 a] ", "\x00", "\x07", "\u2028", "\u2029", "\x85", "\x1c", "\ufeff", "\u0301",
    "e\u0301", "\xe9", "\u4e2d", "\u4e2d ", "\u4e2d\u3002", "\u05d0", "\U0001f600", "\xdf", "\u0130",
    "\ufb01", "$", "$a$ ", "%s ", "%(a)s ", "%", "^", "a^", "+", "a+b ", "/", "a/b", "//", "/a ", "--a ",
    "-a ", "k8s ", "aB", "aBc ", "a_", "CamelCase ", "NASA ", "msgid ", 'msgid "a"\n', 'msgstr "a"\n',
    '"a"\n', '\\"', '"\\n"\n', "#~ ", "#, fuzzy\n", "#. a\n", "#: a\n", "#| ", "# a\n\n",
    '#~ msgid "a"\n#~ msgstr ""\n', "<<<<<<<\n", "=======\n", "a = 1\n", "a.", "a.a = 1\n", "[a.",
    "[[a]]\n", "[[term]]\n", '"""', "'''", '"""\n', "{a=", "9", "1e", "1_", "0x1", "true,", "[1,",
    "source,", "a,b\n", "**/", "*/", "?", "[!a]", "!a\n", "a/\n", "=a", "\n\n\n", "a b c. ", "the the ",
    "Docker, ", "the pods of node 1 ", "a, b, ", "a; ", "a: ", "(see b) ",
)  # fmt: skip
"""What is repeated, with nothing around it."""

_OTHERS = (
    Shape("**", "a", "b"), Shape("*", "a ", " b"), Shape("-", "a\n", "b"), Shape("_", "a\n", "b"),
    Shape("- ", tail="b"), Shape("* ", "\n", "b"), Shape("_ ", "\n", "b"), Shape("=", "a\n", "b"),
    Shape("#", "# a ", "b"), Shape(" ", "a", "b"), Shape(" ", "# a", "b"), Shape(" ", "a\n", "b"),
    Shape("\t", "a", "b"), Shape("\n", "a", "b"), Shape("\\", "a", "b"), Shape("`", "a", " b"),
    Shape("a ", "```\n"), Shape("a\n", "```\n"), Shape("a\n", "<!--\n"), Shape("a\n", "---\n"),
    Shape("a: b\n", "---\n"), Shape("a\n", ".a[\n", "]\n"), Shape("[a] ", tail="\n\n[a]: b\n"),
    Shape("[a][] ", tail="\n\n[a]: b\n"), Shape("[a#]: b\n", numbered=True),
    Shape("[a#] ", tail="\n\n[a1]: b\n", numbered=True), Shape("a# ", numbered=True),
    Shape("a#\n\n", numbered=True), Shape("- a#\n", numbered=True), Shape("| a# ", numbered=True),
    Shape("`a#` ", numbered=True), Shape("http://a/# ", numbered=True), Shape("[a#](b#) ", numbered=True),
    Shape("<a#> ", numbered=True), Shape("&a#; ", numbered=True), Shape("{{a#}} ", numbered=True),
    Shape(".a#[b] ", numbered=True), Shape("# ", numbered=True), Shape("# a\n\n---\n\n", numbered=True),
    Shape("a#: b\n", numbered=True), Shape("<!-- a#: b -->\n", numbered=True),
    Shape("The node # runs pod a#. ", numbered=True),
    Shape("# pods run on this node.\n\n", numbered=True),
    Shape("Run `a#` on the node.\n\n", numbered=True), Shape("[", closing="]"), Shape(".a[", closing="]"),
    Shape("![", closing="](b)"), Shape("[", closing="](b)"), Shape("<b>", closing="</b>"),
    Shape("(", "[a]", closing=")"), Shape("*a ", closing="*"), Shape("**a ", closing=" **"),
    Shape("_a ", closing="_"), Shape('"', closing='"'), Shape("\u201c", closing="\u201d"),
    Shape("\xab ", closing=" \xbb"), Shape("{", closing="}"), Shape("{{", closing="}}"),
    Shape(".a[\n", closing="]\n"), Shape("(", closing=")"), Shape("> ", tail="a"), Shape("- ", tail="a"),
    Shape("1. ", tail="a"), Shape("<div>\n", closing="</div>\n"), Shape("`a", "`` "),
    Shape("a `", tail="``"), Shape("a", "`"), Shape("a", "*"), Shape("a", "["), Shape("a", "[a]("),
    Shape("a ", '[a](b "'), Shape("a ", '[a]: b "'), Shape("a", "<a "), Shape("a", "<!-- "),
    Shape("a", "&"), Shape("1", "&#"), Shape("a", "{{"), Shape("a", "@@"), Shape("A", "@@"),
    Shape("a", "![:"), Shape("a", "."), Shape("a", ".a["), Shape("a", "<"), Shape("a", "http://"),
    Shape("a\n", "| b |\n|---|\n"), Shape("| a ", tail="|\n|---|\n"), Shape("|-", "| a |\n", "|\n"),
    Shape("a | ", tail="\n- | -\n"), Shape("| a | b |\n", "| a | b |\n|---|---|\n"), Shape("a\n", "> "),
    Shape("a\n", "- "), Shape("  a\n", "- "), Shape("a ", "<!-- l10n comment "), Shape("a", "<!-- l10n "),
    Shape("a-", "<!-- l10n "), Shape("\n<!-- l10n a"), Shape("a ", "class: "), Shape("a,", "class: "),
    Shape("a", tail=": b"), Shape("-a", tail="b: c\n"), Shape("--", "\n", ":\n"), Shape("a = ["),
    Shape("a.", tail="a = 1\n"), Shape("a.", "[", "a]\n"), Shape("[a.b#]\n", numbered=True),
    Shape("a# = 1\n", numbered=True), Shape("[[a]]\nb.c = 1\n"), Shape("9", "a = ", "\n"),
    Shape("a", 'a = "', '"\n'), Shape("\\n", 'a = "', '"\n'), Shape("a\n", 'a = """', '"""\n'),
    Shape("1,", "a = [", "]\n"), Shape("{a=", "a = ", "1", closing="}"),
    Shape("[", "a = ", "\n", closing="]"), Shape("0", "a = 0.", "\n"), Shape("a\n", "# "),
    Shape("a", "[[term]]\nsource = '", "'\nkeep = true\n"),
    Shape("[[term]]\nsource = 'a#'\nkeep = true\n", numbered=True),
    Shape("\n", "[[term]]", "source = 'a'\nkeep = true\n"), Shape("a.b.c# = 1\n", numbered=True),
    Shape("[x]\n"), Shape("[[x]]\n[x.y]\n"),
)  # fmt: skip
"""What takes more than repeating."""


def _name(shape: Shape) -> str:
    """What it looks like: ``a… **×n b``."""
    repeated = f"{_shown(shape.unit)}×n"
    closing = f"{_shown(shape.closing)}×n" if shape.closing else ""
    parts = (_shown(shape.head), repeated, closing, _shown(shape.tail), "numbered" if shape.numbered else "")
    return " ".join(filter(None, parts))


def _shown(text: str) -> str:
    return ascii(text)[1:-1].replace("|", "\\|")


SHAPES: Mapping[str, Shape] = {_name(shape): shape for shape in (*map(Shape, _UNITS), *_OTHERS)}
"""All shapes by name."""
