"""markdown-it as a dialect has it: with its own lines, and plug-ins for texts that have a sign of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.markdown import BlockToken, commonmark
from l10n.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

Plugin = Callable[["MarkdownIt"], None]
Finish = Callable[[Sequence[Any], str, Mapping[str, str]], None]
"""Takes structure out of the texts of blocks, or notes it: tokens, the document, and its link definitions."""


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


FOOTNOTES = OnSign(regex(r"\[\^(?:(?!\[\^)[^\]\s])+\]:"), footnotes)


@dataclass(frozen=True, slots=True)
class Reader:
    """From a Markdown document to the blocks that a dialect has; see ``BlockReader``."""

    own_lines: OwnLines
    always: tuple[Plugin, ...] = ()
    on_sign: tuple[OnSign, ...] = ()
    finishes: tuple[Finish, ...] = ()
    """What is done once the blocks are read."""

    def __call__(self, source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
        """The block tokens and link definitions of a document."""
        tokens, references = commonmark(source, (*self.always, *self._needed(source)))
        for finish in self.finishes:
            finish(tokens, source, references)
        return tokens, references

    def _needed(self, source: str) -> list[Plugin]:
        own: list[Plugin] = [self.own_lines] if self.has_own_lines(source) else []
        return own + [one.plugin for one in self.on_sign if one.sign.search(source)]

    def has_own_lines(self, source: str) -> bool:
        """Whether there is anything in ``source`` that CommonMark does not know."""
        return self.own_lines.signs.search(source) is not None


def without_lists(lists: re.Pattern[str], attributed: frozenset[str] = frozenset({"heading_open"})) -> Finish:
    """Takes the attribute lists behind titles out of these; where they begin is told by a column.

    ``lists`` finds them at the end of a text; ``attributed`` are the tokens that open what may have them.
    """

    def finish(tokens: Sequence[Any], source: str, _: Mapping[str, str]) -> None:
        lines = source.split("\n") if "}" in source else ()
        for index, token in enumerate(tokens if lines else ()):
            if token.type not in attributed:
                continue
            text = tokens[index + 1]
            if "\n" in text.content or "column" in text.attrs:
                continue
            if text.content.rstrip().endswith("}") and (found := lists.search(text.content)):
                text.attrs = {"column": lines[text.map[0]].rindex(text.content)}
                text.content = text.content[: found.start()]

    return finish


_BOX = regex(r"\[[ xX]\][ \t]+(?=\S)")


def without_boxes(tokens: Sequence[Any], source: str, references: Mapping[str, str]) -> None:
    """Takes the box of a task out of the text of its item, unless it is a link."""
    if "[" not in source:
        return
    linked = {name.casefold() for name in references}
    for index, token in enumerate(tokens[:-2]):
        text = tokens[index + 2]
        if token.type == "list_item_open" and text.type == "inline" and (box := _BOX.match(text.content)):
            if "x" in linked and box.group()[1] != " ":
                continue
            text.content = text.content[box.end() :]
