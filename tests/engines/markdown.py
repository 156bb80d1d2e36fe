"""Documents that the renderer is asked about: all that its rules may stumble over."""

from collections.abc import Sequence

from hypothesis import strategies as st
from laws.texts import PIECES

_HEADINGS = (
    "#", "##", "#######", "# ", "#a", "# a #", "a #", "# #", "#  ", "=", "==", "===", "=-", "-=", " ==",
    "    ==", "--", "---", "----", "- - -", "* * *", "***", "_ _ _", "___", "-*_", "* --", "a", "",
    "#\u00a0a",
)  # fmt: skip
_LISTS = (
    "-", "- ", "-a", "- a", "-  a", "-     a", "-  ", "* a", "*", "+ a", "1. a", "2. b", "10. c", "1.",
    "1) a", "- - a", "- * a", "1. - a", "- # a", "- > a", "- ```", "- | a |", "- [a]: b", "- <div>",
    "-\ta", "- - ", "  - a", "  * b", "    - a", "      - a", "* - - ", "---", "- - -", "  ***",
    "   ---", "    * * *", "a", " a", "  b", "    c", "      d", "", "", "", "[x]: y", "-\u00a0a",
    "a\u3000", "- \u3000", "\u3000", "\u2028", "\u2028- a", "\u2028    a", " \u2028 ",
)  # fmt: skip
_QUOTES = (
    "> a", ">", "> ", ">a", ">> a", "> > a", "> - a", "> # a", "> [a]: b", "> | a | b |", "> |-|-|",
    "> ---", "> ```", "> ==", ">    ", ">     a", "  > a", "    > b", "- > a", "def", "define",
    "> def a", "a", "", "", "---", "\u2028> a", "> \u2028   ", "# a", "#a", "- a",
)  # fmt: skip
_FENCES = (
    "```", "````", "`````", "``````", "``` ", " ```", "```a", "``` a", "``` a b", "```.a", "``` ...",
    "```{r}", "````a", "`", "``", "~~~", "~~~~", "~~~ a", "```~~~", "a```", "a ```", "``` ```", "    a",
    "     a", "\ta", " \ta", "a", "", "  a", "- ```", "> ```", "\u3000", "- ",
)  # fmt: skip
_TAGS = (
    "<", "<a>", "<br>", "<br/>", "</br>", "<BR>", "<br>a", "<div>", "</div>", "</div>", "<div>a</div>",
    "<div", ">", "<div>a", "a</div>", "<div class='a'>", "<div class=\"a>b\">", "<div '", "<p>", "</p>",
    "</p> ", "<pre>", "</pre>", "<x>", "</x>", "<x@y>", "<x.@y>", "<x:y>", "<x:/y>", "<x://y>", "<é>",
    "<aé>", "<a-b>", "<img src=x>", "<span>a</span>", "<script>", "</script>", "<!--", "-->",
    "<!-- a -->", "<!-->", "<!--->", "<!-- a", "a -->", "<!-- a --> b", "<1>", "< div>", "<div/>",
    "<hr>", "<a\nb>", "'", "\"", "@", "<kbd>", "- <div>", "> <div>", "a", "", "", "\u3000",
)  # fmt: skip
_CELLS = (
    "|", "||", "a|b", "a | b", "| a | b |", "|a|b", "a | b |", "|---|---|", "---|---", "-|-", ":-|-:",
    "|:-:|-|", "|-", "-|", "| - |", "--- | --- ", "|:--|--:|:-:|", "|:|-|", "| a |", "| a || b |",
    "| a | b ||", "| |", " | a", "a \\| b | c", "|a|  ", "|  ", "a |", "- | -", ": | -", ":-|",
    "| `b | c` |", "#a|b", "- a|b", "a", "", "\u2028", "\ta|\tb",
)  # fmt: skip
_DEFINITIONS = (
    "[a]: b", "[a]: b c", "[a]: <b>", "[a]: <b", "[a]: b>", "[a]: b \"c\"", "[a]: b (c)",
    "[a]: b (c) d", "[a]: b 'c'", "[a]: b \"c\" \"d\"  ", "[a]:", "[a]:b", "[A b]: c", "[a", "a]: b",
    "]: b", "]", "[]: a", "[a]b", "[[a]]: b", "  [a]: b", "    [a]: b", "[a]: <", "[a]: b\"c\"", "def",
    "- a", "> b", "1. a", "a", "", "> [a]: b", "[ a ]: b",
)  # fmt: skip
_OTHERS = (
    "a", "b", "é", "1", "a  ", "a\\", "\\# a", "\\- a", ".x[a]", "a_b", "*a*", "**a**", "\u00a0",
    "\u00a0a", "a\u00a0", "\u2028", "a\u2028- b", "a\u2028    b", "\u2029", "a\u2424b", "\u2424", "\r",
    "\u3000", "\u3000a", "\x0b", "\x0c", "\x1c", "\x85", "\ufeff", "\0", " ", "  ", "    ", "\t",
    "a\tb", "\t\ta",
)  # fmt: skip
_THEMES = (_HEADINGS, _LISTS, _QUOTES, _FENCES, _TAGS, _CELLS, _DEFINITIONS)
_SIGNS = "#-*+_=>`~|:<>/![]()\"'.1a b\n\n\n\n    \t\u00a0\u2028"
_JOINTS = (
    *(("\n",) * 10), *(("\n\n",) * 3), "\n\n\n", "", "", " ", "\t", " \n", "  \n", "\n ", "\n  ",
    "\n   ", "\n    ", "\n     ", "\n      ", "\n        ", "\n\t", "\n> ", "\n>", "\n- ", "\n  - ",
    "\n\n  ", "\n\n    ", "\n \n", "\n\n  - ",
)  # fmt: skip


def documents() -> st.SearchStrategy[str]:
    """Documents that few would write: of one kind of block, of a few pieces again and again, of anything."""
    some = st.one_of(*map(st.sampled_from, (*_THEMES, _OTHERS, PIECES)))
    few = st.lists(some, min_size=1, max_size=5).flatmap(_joined)
    return st.one_of(
        *map(_joined, _THEMES), few, few, few, few, _lines(), _lines(), st.text(_SIGNS, max_size=40)
    )


def _joined(pieces: Sequence[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(st.sampled_from(pieces), st.sampled_from(_JOINTS))
    return st.lists(pairs, max_size=12).map(lambda parts: "".join(piece + joint for piece, joint in parts))


_KINDS = (
    "- a", "- ", "* b", "1. c", "2. d", "e", "", "", "> f", ">", "---", "- - -", "# g", "```", "<p>",
    "</p>", "| h | i |", "|---|---|", "[j]: k", "===", "- > l", "> - m", "- - n", "1. - o", "<!-- -->",
    "<br>",
)  # fmt: skip


def _lines() -> st.SearchStrategy[str]:
    """Lines of few kinds with any indent, so that lists and quotes come out."""
    mark = st.sampled_from(("", "", "", "> ", "- ", ">"))
    indent = st.integers(0, 8).map(" ".__mul__)
    line = st.tuples(mark, indent, st.sampled_from(_KINDS)).map("".join)
    return st.lists(st.one_of(line, st.sampled_from(_KINDS)), max_size=12).map("\n".join)
