"""What a translation would break for some reader of pages, beyond what it breaks for any."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from l10n.dialects.commonmark import harm
from l10n.dialects.commonmark.letters import ITEM
from l10n.dialects.fault import Fault, Kept, place
from l10n.regex import regex

_OWN_LINE = regex(
    r"\s*(:::|!!!|\?\?\?|===|///|\$\$|\|(?=\s|$)|#\.|\(@|[;%](?=\s|$)|\[[ xX]\](?=\s|$)"
    r"|\[[^\[\]\n]+\]:(?=\s|$)"
    rf"|(?={ITEM.pattern})\S+)"
)
"""What begins a block to some reader of pages, in more forms than any of them documents."""

new_start = partial(harm.new_start, _OWN_LINE)


def new_start_to_mkdocs(before: str, after: str) -> Iterator[Fault]:
    """The same to Python-Markdown, for which signs of a title need no blank behind them."""
    yield from new_start(before, after)
    had, has = (match[1] if (match := _SIGNS_OF_TITLE.match(text)) else "" for text in (before, after))
    if had != has:
        what = f"{has} would begin a title" if has else f"{had} is missing, with which a title begins"
        yield Fault(Kept.BLOCK, what, (0, len(has)) if has else None)


_SIGNS_OF_TITLE = regex(r"\s*(#{1,6})")


def goes_on_to_pandoc(before: str, after: str, text: str) -> Iterator[Fault]:
    """What would be read with text of other blocks by Pandoc, which looks there for partners of brackets."""
    yield from harm.goes_on(before, after, text)
    if after.count("[^") > before.count("[^"):
        yield Fault(Kept.MARK, "its [^ would begin a footnote mark", place(text, "[^") or place(text, "^"))
    yield from harm.lone_brackets(before, after, text)
