"""By what the decks of each engine are known: a table, also of engines that are no dialect here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pkgutil import resolve_name
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from l10n.dialects.embedding import Place


class Key(NamedTuple):
    """A key of front matter whose value tells the engine, if the value matches; a group of that is shown."""

    name: str
    value: str = ""
    beside: str = ""
    """Another key without which it tells nothing."""


class Sign(NamedTuple):
    """What tells the engine in a text outside of code; its group is shown."""

    pattern: str
    also: Collection[str] = ()
    """Other engines that may have the same."""
    unless: str = ""
    """What else in the text takes the certainty away."""
    holds: str = ""
    """What every text holds in which the pattern is found, so that most need not be searched."""


class Engine(NamedTuple):
    """How the decks of one engine are known."""

    name: str
    """That of its dialect, if there is one."""
    title: str
    """As its users call it."""
    keys: Sequence[Key] = ()
    signs: Sequence[Sign] = ()
    files: Mapping[str, str] | None = None
    """Files beside a deck, or above it, and what in them tells the engine; what is matched is shown."""
    endings: tuple[str, ...] = (".md",)
    """Of its decks; others do not mind files beside them."""
    finder: str = ""
    """The function that tells where its decks stand in pages, if they do."""
    has_slides: bool = True
    """Where it has none, its files are for translators only if the settings say so."""

    def decks_in(self, page: str) -> Sequence[Place]:
        """Where its decks stand in a page; the function is fetched for the first one."""
        found: Sequence[Place] = resolve_name(self.finder)(page) if self.finder else ()
        return found


def _listed(word: str) -> str:
    """A value that is ``word``, or has it as a key or an item; what it is called within may stand before."""
    return rf"""(?:\A|[\n\[{{,])[ \t]*(?:-[ \t]+)?["']?({word})["']?[ \t]*(?:[:,\]}}\n]|\Z)"""


_PAGE_LAYOUTS = r"\A(?:two-cols(?:-header)?|(?:image|iframe)-(?:left|right))\Z"
_THEME_LAYOUTS = r"\A(?:cover|intro|center|section|statement|fact|quote|end)\Z"
_PROPERTY = r"(?:[A-Za-z][\w-]*:.*\n)"
_YAML = rf"(?:{_PROPERTY}|[ \t].*\n|-[ \t].*\n|#.*\n|\n)"
_SLIDE_START = r"(?:\A|^---\n)\n*+"

_APART = r"(?:\A\n*+|(?<=\n)---\n\n++)"
"""On top, or with a blank line below dashes: then Slidev reads no front matter."""

_ENGINES = (
    Engine(
        "marp",
        "Marp",
        keys=(Key("marp", r"\Atrue\Z"),),
        signs=(
            Sign(
                r"<!--\s{0,9}(_(?:class|paginate|header|footer|(?:background)?[cC]olor|backgroundImage):)",
                holds="<!--",
            ),
        ),
    ),
    Engine(
        "slidev",
        "Slidev",
        keys=(
            *(Key(name) for name in ("drawings", "routerMode", "canvasWidth", "colorSchema")),
            Key("highlighter", r"\A[\"']?(?:shiki|prism)\b"),
            Key("layout", _PAGE_LAYOUTS),
            Key("layout", _THEME_LAYOUTS, beside="theme"),
        ),
        signs=(
            Sign(r"^(::[a-z][\w-]*::)[ \t]*$", holds="::"),
            Sign(r"(<v-(?:clicks?|after|switch|drag)\b)", holds="<v-"),
            Sign(r"<[a-z](?=[^<>\n]*>)[^<>\n]*?[ \t](v-(?:clicks?|after|mark)\b)", holds="v-"),
            # Front matter of a slide: closed by dashes, and with what is no property of remark's.
            Sign(
                r"---(?<![^\n]---)[ \t]*\n(?:(?!layout:|src:|routeAlias:|clicks:)[a-zA-Z][\w-]*:.*\n)*"
                r"((?:layout:(?![ \t]*(?:true|false)\b)|src:[ \t]*\S*\.md|routeAlias:|clicks:[ \t]*\d).*)\n"
                r"(?:[a-zA-Z# \t].*\n)*---[ \t]*$",
                holds="\n---",
            ),
        ),
        files={"package.json": r'(?<=")@slidev/cli(?="\s*:)'},
    ),
    Engine(
        "reveal",
        "reveal.js",
        keys=tuple(Key(name) for name in ("revealOptions", "verticalSeparator", "notesSeparator")),
        signs=(
            Sign(r"<!--\s{0,9}(\.(?:slide|element):)", holds="<!--"),
            Sign(r"\b(data-separator(?:-vertical|-notes)?)=", holds="data-separator"),
        ),
        files={"reveal-md.json": ""},
    ),
    Engine(
        "xaringan",
        "xaringan",
        keys=(Key("output", _listed(r"(?:[\w.]+::)?moon_reader")),),
        endings=(".Rmd", ".rmd"),
    ),
    Engine(
        "quarto",
        "Quarto",
        keys=(Key("format", _listed(r"(?:[\w.]+-)*revealjs")),),
        files={"_quarto.yml": r"(?m)^format:[^\S\n]*(?:\n(?:[^\S\n].*\n)*?[^\S\n]+)?revealjs\b"},
        endings=(".qmd",),
    ),
    Engine(
        "remark-html",
        "remark in a page",
        endings=(".html", ".htm"),
        finder="l10n.dialects.remark_html.place:decks_in",
    ),
    Engine(
        "reveal-html",
        "reveal.js in a page",
        endings=(".html", ".htm"),
        finder="l10n.dialects.reveal_html.place:decks_in",
    ),
    Engine("html", "a page", endings=(".html", ".htm"), has_slides=False),
    Engine("svg", "a drawing", endings=(".svg",), has_slides=False),
    Engine("data", "a file of data", endings=(".yml", ".yaml", ".json"), has_slides=False),
    Engine(
        "remark",
        "remark",
        signs=(
            Sign(r"^(\?\?\?)$", also=("xaringan",), holds="???"),
            Sign(rf"{_APART}{_PROPERTY}*?(class:.*)", also=("xaringan",), holds="class:"),
            # What may be YAML up to dashes may be Slidev's, right below dashes.
            Sign(
                rf"{_SLIDE_START}(?={_YAML}*(?!{_YAML}|---[ \t]*$)){_PROPERTY}*?(class:.*)",
                also=("xaringan",),
                holds="class:",
            ),
            Sign(
                rf"{_SLIDE_START}{_PROPERTY}*?(layout:[ \t]*(?:true|false))[ \t]*$",
                also=("xaringan",),
                holds="layout:",
            ),
            # Dashes below a text are a title to pages; reveal.js decks separate vertical slides by them.
            Sign(
                r"(--)$(?<![^\n]--)(?<![^\n]\n--)",
                also=("xaringan", "reveal", "markdown"),
                unless=r"(?i)^notes?:",
                holds="--",
            ),
        ),
    ),
)
"""A new engine is a row here; nothing else knows its marks."""
ENGINES: Mapping[str, Engine] = {engine.name: engine for engine in _ENGINES}
NAMES_BESIDE = tuple(dict.fromkeys(name for engine in _ENGINES for name in engine.files or {}))
"""The files that may say for which engine the decks around them are."""
