"""Decks and catalogs that the engine is asked about: all that its lexer and parser may stumble over."""

from hypothesis import strategies as st
from laws.texts import LINE_ENDS, PIECES, WORDS, decks, translations

from engines.inlines import inlines
from l10n.catalog.model import Key
from l10n.deck.model import Deck

_NASTY = (
    "    .x[y]", "      deep", "   ```", "~~~~", "~~~ x y", "```x```", "``x``", "`a\nb`", ".x[",
    ".y.z[", ".-a[", ".9[", "\\.x[a]", "\\\\.x[a]", "[x]: <http://y> \"t\"", "[X]:z", "[a]\n: b",
    "[a\nb]: c", "![:m a,b](o)", "![:m [l]]", "layout: true", "template: a", "class: é, x",
    "k:\x85v\x85", "k:\ufeffv", "a-b: c", "_x: 1", "9: z", "k: a$b", "a$b: c", "length: 1", "😀: x",
    "kéy: x", "{{content}}", "{{name}}", "\\{{name}}", "$", ":", "\u3000", "\u200b", "\x1c", "\x0c",
    "\u2028", "\u2029", "\n<!-- class: x -->\n", "\n<!-- TODO: y -->\n", "\n<!-- name: a\n-->\n",
    "---\ncontinued: true\n", "--\ncontinued: false\n", "\n<!-- continued: true -->\n",
)  # fmt: skip
_BREAK = "<!-- break -->"
"""A separator of remark 0.15 that the one of Debian has not."""
_ALPHABET = (*(piece for piece in PIECES if _BREAK not in piece), *_NASTY)
_JOINTS = ("", "", " ", "\n", "\n", "\n\n", *LINE_ENDS, " \n", "\n  ", "\n    ", "\u2028", "\u2029", "\u0085")


def any_decks() -> st.SearchStrategy[str]:
    """Decks as people write them, and decks that nobody would write."""
    return st.one_of(_junk(), _junk(), joined(), decks())


@st.composite
def _junk(draw: st.DrawFn) -> str:
    pairs = st.tuples(st.sampled_from(_ALPHABET), st.sampled_from(_JOINTS))
    text = "".join(piece + joint for piece, joint in draw(st.lists(pairs, max_size=14)))
    indent = draw(st.sampled_from(("", "", "", " ", "    ", "\t")))
    return draw(st.sampled_from(("", "", "\ufeff"))) + indent + text.replace("\n", f"\n{indent}")


_LINES = (
    "Word", "More  ", "- item", "  - inner", "1. one", "# Title", "> quote", "===", "a | b", "--|--", "| c |",
    "<div>", "</div>", "<b>bold", "```", "`tick`", "*a", "b*", "[d]", "[e][d]", "\\", "  deep",
    "k: v", "<!-- k: v -->", " ",
)  # fmt: skip
_DEFINITIONS = ("[d]: u", '  [d]: <v> "title"', "[d]: u  ", "[e\nf]: g", "[d]:u", "> [d]: u")


@st.composite
def joined(draw: st.DrawFn) -> str:
    """Slides of few lines, with definitions among them, which the engine takes out."""
    lines = st.sampled_from(_LINES)
    pieces = draw(st.lists(st.one_of(lines, lines, st.sampled_from(_DEFINITIONS)), max_size=8))
    ends = st.sampled_from(("\n", "\n", "\n\n", "\n\n\n"))
    return "".join(piece + draw(ends) for piece in pieces)


_TICKS = ("`", "``", "`a`", "``x``", "`b .red[c] d`", ".red[y]", ".red[a `b` c]", "{{content}}")


@st.composite
def catalogs(draw: st.DrawFn, deck: Deck) -> dict[Key, str]:
    """Hostile translations for some messages of the deck."""
    keys = sorted({segment.key for segment in deck.segments}, key=repr)
    chosen = draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    return {key: draw(st.one_of(translations(key[1]), _shuffled(key[1]), _marked(key[1]))) for key in chosen}


@st.composite
def _marked(draw: st.DrawFn, msgid: str) -> str:
    """The source with inline markup in it, before it or behind it."""
    at = draw(st.integers(0, len(msgid)))
    return "".join((msgid[:at], draw(inlines()), msgid[at + draw(st.integers(0, 1)) :]))


@st.composite
def _shuffled(draw: st.DrawFn, msgid: str) -> str:
    """The words of the source in any order, with code among them."""
    more = draw(st.lists(st.sampled_from((*_TICKS, *WORDS)), max_size=3))
    return " ".join(draw(st.permutations([*msgid.split(" "), *more])))
