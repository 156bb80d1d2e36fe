"""In what the renderers of remark's versions differ.

remark 0.14.1 carries a marked of its own, from before 0.3.3, and asks it to be ``pedantic``; remark 0.15.0
has marked 0.3.9 and does not. Beyond what stands in ``Version``, the later one reads HTML blocks, but for
``<pre>``, ``<script>`` and ``<style>``, as inline Markdown; the earlier one leaves them as they are.

The Debian package of remark 0.15.0 carries a marked 4, which is nearer to CommonMark: it is not remark's own,
and not what is read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from l10n.dialects.remark.lookups import WHITE
from l10n.regex import regex

_RULE = r"(?: *+[-*_]){3,} *+\Z"


class Version(NamedTuple):
    """What one version of the renderer has."""

    heading: re.Pattern[str]
    """A heading, up to its text."""
    words: re.Pattern[str]
    """What may stand behind the mark of a fence."""
    filled_fences: bool
    """Whether a fence must hold a character, be it its own mark."""
    comment_end: re.Pattern[str]
    """What follows a comment that is a block."""
    outdent: int | None
    """How many blanks the lines of a list item lose at most; None for the width of its mark."""
    rule_in_list: str
    """A rule that ends a list, behind the indent of the list's marks or where the line begins."""
    any_indent: bool
    """Whether that rule may have any indent."""
    listed_definitions: bool
    """Whether a definition is an item's text; else it ends the list."""
    quoted_definitions: bool
    """Whether definitions are read in quotes."""
    ending_definitions: bool
    """Whether a definition ends the paragraph above it."""
    ending_words: tuple[str, ...]
    """Letters that end a paragraph, and a quote, where a line begins with them: a slip of marked 0.3.9."""
    single_underscores: bool
    """Whether one ``_`` that ends nothing may stand in what one has begun."""
    trims_code: bool
    """Whether code loses all blanks at its ends; else it keeps one where there is nothing, or a backtick."""
    urls_in_links: bool
    """Whether a bare URL in the text of a link is a link, too."""


T = TypeVar("T")


class Compared:
    """A version by which a text is read, and whether another has read it in the same way so far.

    Most texts have nothing that versions differ in, and need no second reading.
    """

    def __init__(self, version: str, other: str | None = None) -> None:
        """Both are keys of ``VERSIONS``."""
        self._version = VERSIONS[version]
        self._other = VERSIONS[other] if other else None

    @property
    def agree(self) -> bool:
        """Whether the other one, if there is one, was never told anything else."""
        return self._other is not None

    def asked(self, of: Callable[[Version], T]) -> T:
        """What ``of`` gives for the version; what comes of it must depend on nothing else of that."""
        found = of(self._version)
        if self._other is not None and of(self._other) != found:
            self._other = None
        return found


BLANK_LINE = regex(rf" *+(?:\n\n|[{WHITE}]*+\Z)")
"""What follows HTML that is a block."""

VERSIONS = {
    "0.14.1": Version(
        heading=regex(r" *(#{1,6}) *(?=.)", re.DOTALL),
        words=regex(rf" *+([^{WHITE}]++)? *+\Z"),
        filled_fences=True,
        comment_end=BLANK_LINE,
        outdent=4,
        rule_in_list=_RULE,
        any_indent=True,
        listed_definitions=True,
        quoted_definitions=True,
        ending_definitions=True,
        ending_words=(),
        single_underscores=True,
        trims_code=False,
        urls_in_links=True,
    ),
    "0.15.0": Version(
        heading=regex(r" *(#{1,6}) +(?=.)", re.DOTALL),
        words=regex(rf"[ .]*+([^{WHITE}]++)? *+\Z"),
        filled_fences=False,
        comment_end=regex(rf" *+(?:\n|[{WHITE}]*+\Z)"),
        outdent=None,
        rule_in_list=r"(?:[-*_] *+){3,}\Z",
        any_indent=False,
        listed_definitions=False,
        quoted_definitions=False,
        ending_definitions=False,
        ending_words=("def",),  # the name of a rule, never replaced by what it stands for
        single_underscores=False,
        trims_code=True,
        urls_in_links=False,
    ),
}
"""By the version of remark."""

WITHOUT_SLIP = "0.15"
VERSIONS[WITHOUT_SLIP] = VERSIONS["0.15.0"]._replace(ending_words=())
"""By which built decks are held to their sources: which words begin a line is a matter of layout."""
