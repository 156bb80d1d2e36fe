"""Block tokens: what is read of them; and markdown-it's, with no more rules than a text could trigger."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from l10n.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


class BlockToken(Protocol):
    """What is read of a block token, be it markdown-it's or that of a reader of our own."""

    @property
    def type(self) -> str:
        """As markdown-it names it: ``heading_open``, ``inline``, ``fence`` and so on."""

    @property
    def tag(self) -> str:
        """That of HTML, such as ``h1``."""

    @property
    def map(self) -> Sequence[int] | None:
        """Its first line, and the one after its last."""

    @property
    def content(self) -> str:
        """Of inline text, code and HTML: each line is the end of one of the document's."""

    @property
    def info(self) -> str:
        """What stands behind the mark of a fence."""

    @property
    def attrs(self) -> Mapping[str, Any]:
        """That of HTML: where a list begins, how a cell is aligned."""


BlockReader = Callable[[str], tuple[Sequence[BlockToken], Mapping[str, str]]]
"""From a Markdown document to its block tokens and its link definitions."""


_SIGNS = {
    "|": "table",
    "```": "fence",
    "~~~": "fence",
    ">": "blockquote",
    "]:": "reference",
    "<": "html_block",
    "#": "heading",
}
"""What a text must hold for a rule of markdown-it to match anywhere; most slides need few of them."""


_SIGN = regex("|".join(map(re.escape, _SIGNS)))


_UNDERLINE = regex(r"[-=][ \t]*$", re.MULTILINE)


_END_OF_MARKS = regex(r"(?<![-*_ \t])[-*_ \t]++$", re.MULTILINE)


_THREE_MARKS = regex(r"([-*_])[ \t]*\1[ \t]*\1")


def _has_underline(text: str) -> bool:
    return _UNDERLINE.search(text) is not None


def _has_rule(text: str) -> bool:
    """Whether a line ends in three marks or more; each run of marks is looked at once, from its start."""
    return any(_THREE_MARKS.search(marks) for marks in _END_OF_MARKS.findall(text))


_LINES = {"lheading": _has_underline, "hr": _has_rule}
"""The same for rules that need a line of their own."""


Plugin = Callable[["MarkdownIt"], None]
"""Gives a parser more rules."""


@cache
def _markdown(signs: frozenset[str], lines: tuple[str, ...], plugins: tuple[Plugin, ...]) -> MarkdownIt:
    """A parser with those rules only that have a sign or a line of their own, and more."""
    from markdown_it import MarkdownIt

    used = {*lines, *map(_SIGNS.__getitem__, signs)}
    unused = {*_SIGNS.values(), *_LINES} - used
    markdown = MarkdownIt("commonmark").enable("table").disable(sorted(unused))
    for plugin in plugins:
        markdown.use(plugin)
    return markdown


def commonmark(
    source: str, plugins: tuple[Plugin, ...] = ()
) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """markdown-it's block tokens, inline content left as it is; and the link definitions."""
    tokens: list[Any] = []
    environment: dict[str, dict[str, dict[str, str]]] = {}
    if source and not source.isspace():
        lines = tuple([rule for rule, has in _LINES.items() if has(source)])
        markdown = _markdown(frozenset(_SIGN.findall(source)), lines, plugins)
        markdown.block.parse(source, markdown, environment, tokens)
    defined = environment.get("references", {})
    return tokens, {name: str(value["href"]) for name, value in defined.items()}


_MAY_BE_MARKUP = regex(r"[*_`<\[\\\n]")


def is_text(source: str) -> bool:
    """Whether inline content is nothing but text to CommonMark, on one line."""
    if not _MAY_BE_MARKUP.search(source):
        return True
    found: list[Any] = []
    markdown = _markdown(frozenset(), (), ())
    markdown.inline.parse(source, markdown, {}, found)
    return all(token.type in ("text", "text_special") for token in found)
