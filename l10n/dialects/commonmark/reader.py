"""markdown-it as a dialect has it: with its own lines, and plug-ins for texts that have a sign of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.markdown import BlockToken, commonmark

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

Plugin = Callable[["MarkdownIt"], None]


class OnSign(NamedTuple):
    """A plug-in, and what a text has some of that needs it."""

    sign: re.Pattern[str]
    plugin: Plugin


def without_indented_code(markdown: MarkdownIt) -> None:
    """A plug-in: indented text is no code."""
    markdown.disable("code")


def footnotes(markdown: MarkdownIt) -> None:
    """A plug-in: footnotes of several blocks."""
    from mdit_py_plugins.footnote import footnote_plugin

    markdown.use(footnote_plugin)


FOOTNOTES = OnSign(re.compile(r"\[\^(?:(?!\[\^)[^\]\s])+\]:"), footnotes)


@dataclass(frozen=True, slots=True)
class Reader:
    """From a Markdown document to the blocks that a dialect has; see ``BlockReader``."""

    own_lines: OwnLines
    always: tuple[Plugin, ...] = ()
    on_sign: tuple[OnSign, ...] = ()
    without_attributes: Callable[[str], str] | None = None
    """A title without the attribute lists that it ends with."""

    def __call__(self, source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
        """The block tokens and link definitions of a document."""
        tokens, references = commonmark(source, (*self.always, *self._needed(source)))
        if self.without_attributes and "}" in source:
            _leave_attributes(tokens, source.split("\n"), self.without_attributes)
        return tokens, references

    def _needed(self, source: str) -> list[Plugin]:
        own: list[Plugin] = [self.own_lines] if self.has_own_lines(source) else []
        return own + [one.plugin for one in self.on_sign if one.sign.search(source)]

    def has_own_lines(self, source: str) -> bool:
        """Whether there is anything in ``source`` that CommonMark does not know."""
        return self.own_lines.signs.search(source) is not None


def _leave_attributes(tokens: Sequence[Any], lines: Sequence[str], bare_of: Callable[[str], str]) -> None:
    """Take the attribute lists behind titles out of these; where they begin is told by a column."""
    for index, token in enumerate(tokens):
        if token.type != "heading_open" or "\n" in tokens[index + 1].content:
            continue
        title = tokens[index + 1]
        bare = bare_of(title.content)
        if bare != title.content and bare:
            title.attrs = {"column": lines[title.map[0]].rindex(title.content)}
            title.content = bare
