"""What a translation would break for some reader of pages, beyond what it breaks for any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.dialects.commonmark.letters import ITEM
from l10n.dialects.fault import Fault, Kept, place
from l10n.markdown import partners, without_code

_OWN_LINE = re.compile(
    r"\s*(:::|!!!|\?\?\?|===|///|\$\$|\|(?=\s|$)|#\.|\(@|[;%](?=\s|$)|\[[ xX]\](?=\s|$)"
    r"|\[[^\[\]\n]+\]:(?=\s|$)"
    rf"|(?={ITEM.pattern})\S+)"
)
"""What begins a block to some reader of pages, in more forms than any of them documents."""


def new_start(before: str, after: str) -> Iterator[Fault]:
    """That ``after`` begins as what stands on lines of its own, and ``before`` does not."""
    start, had = _OWN_LINE.match(after), _OWN_LINE.match(before)
    if start and (had is None or had[1] != start[1]):
        yield Fault(Kept.BLOCK, f"{start[1]} would begin a block of its own", (0, 1))


def goes_on(before: str, after: str, text: str) -> Iterator[Fault]:
    """What would be read with text of other blocks: a backslash at the end, a comment without one."""
    if _HIDES_END.search(after) and not _HIDES_END.search(before):
        end = len(text.rstrip())
        yield Fault(Kept.BLOCK, "its last backslash would hide the end of the line", (end - 1, end))
    had, has = (without_code(one).count("<!--") for one in (before, after))
    if has > had:
        yield Fault(Kept.TAG, "its <!-- would begin a comment", place(text, "<!--"))


_HIDES_END = re.compile(r"(?<!\\)\\(?:\\\\)*\s*\Z")
"""A title of Python-Markdown that ends so is none."""


def new_start_to_mkdocs(before: str, after: str) -> Iterator[Fault]:
    """The same to Python-Markdown, for which signs of a title need no blank behind them."""
    yield from new_start(before, after)
    had, has = (match[1] if (match := _SIGNS_OF_TITLE.match(text)) else "" for text in (before, after))
    if had != has:
        what = f"{has} would begin a title" if has else f"{had} is missing, with which a title begins"
        yield Fault(Kept.BLOCK, what, (0, len(has)) if has else None)


_SIGNS_OF_TITLE = re.compile(r"\s*(#{1,6})")


def goes_on_to_pandoc(before: str, after: str, text: str) -> Iterator[Fault]:
    """The same to Pandoc, which looks for the partner of a bracket in other blocks."""
    yield from goes_on(before, after, text)
    if after.count("[^") > before.count("[^"):
        yield Fault(Kept.MARK, "its [^ would begin a footnote mark", place(text, "[^") or place(text, "^"))
    had, has = _lone(before), _lone(after)
    for sign in has - had:
        yield Fault(Kept.BRACKET, f"the bracket {sign} has no partner", place(text, sign))


def _lone(text: str) -> Counter[str]:
    signs = _BRACKET.findall(_ESCAPED.sub("", without_code(text)))
    pairs = partners(1 if sign == "[" else -1 for sign in signs)
    return Counter(sign for sign, partner in zip(signs, pairs, strict=True) if partner is None)


_BRACKET = re.compile(r"[\[\]]")
_ESCAPED = re.compile(r"\\.")
