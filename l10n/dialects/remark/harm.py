"""What a translation would break for remark's renderer, marked 0.3, beyond what it breaks for any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from l10n.dialects.fault import Fault, Kept, place, shown
from l10n.markdown import CLASS, label, paired_brackets, prose, unescaped, without_code

_START = re.compile(
    r"\s*+(?:(?P<heading>\#)|(?P<list>[-+*](?=\s|\]|$)|\d+\.(?=\s|\]|$))|(?P<quote>>)"
    r"|(?P<rule>=+\s*(?=\]|$)|(?:[-*_]\s*){2,}(?=\]|$))|(?P<block>\{\{\s*content\s*\}\}))"
)
"""What remark's renderer takes for a mark at the start of a block: more than CommonMark does.

Where ``{{content}}`` stands, remark puts another slide's text before any of it is rendered.
"""


def _start(text: str, at: int = 0) -> str | None:
    match = _START.match(text, at)
    return match.lastgroup if match else None


def new_start(before: str, after: str) -> Iterator[Fault]:
    """That ``after`` would be read as a block of another kind than ``before``."""
    if after[:1].isalpha():
        return
    start = _start(after)
    if start and start != _start(before):
        yield Fault(Kept.BLOCK, f"it would begin a {start}", (0, 1))


def _opens_class(text: str) -> bool:
    return "[" in text and bool(_CLASS_START.search(text))


_CLASS_START = re.compile(r"\.[a-zA-Z_-][a-zA-Z_0-9-]*\[")


def _new_starts_in_classes(before: str, after: str) -> Iterator[Fault]:
    """That the text of a content class would be read as a block of another kind."""
    if not _opens_class(after):
        return
    new = _starts_in_classes(after)
    if new:
        new -= _starts_in_classes(before)
    if new:
        yield Fault(Kept.BLOCK, f"it would begin a {next(iter(new))} in a content class")


def _starts_in_classes(text: str) -> Counter[str]:
    found = (_start(text, match.end()) for match in CLASS.finditer(text) if match[2])
    return Counter(filter(None, found))


def _new_references(before: str, after: str) -> str | None:
    """Why there would be a link where CommonMark sees none: ``[a](b c)``, ``[a] [b]``."""
    if not _opens_class(after) and not _LINK_START.search(after):
        return None
    has = _link_starts(after)
    new = has and has - _link_starts(before)
    return f"its {next(iter(new))!r} would make a link" if new else None


def _link_starts(text: str) -> Counter[str]:
    bare = _LINK_LIKE.sub("", without_code(_without_classes(text), "\0"))
    return Counter("](" if found == "](" else "] [" for found in _LINK_START.findall(bare))


_LINK_START = re.compile(r"\](?:\(|\s+\[)")


def _padded_labels(before: str, after: str, references: Mapping[str, str]) -> str | None:
    """Why a label would not find its definition: marked does not take blanks off its edges."""
    if _PADDED.search(after) and _padded(after, references) > _padded(before, references):
        return "a blank at the edge of a label would keep the link from its definition"
    return None


def _padded(text: str, references: Mapping[str, str]) -> int:
    found = (match[1] for match in re.finditer(r"\[([^\[\]]*)\](?!\()", without_code(text, "\0")))
    return sum(one != one.strip() and label(one) in references for one in found)


_PADDED = re.compile(r"\[\s|\s\]")


def _new_url(before: str, after: str) -> str | None:
    """Why there would be another link: marked goes on with a URL where others see code or markup begin."""
    if "://" not in after:
        return None
    had, has = (len(_URL_START.findall(_LINK_LIKE.sub("", text))) for text in (before, after))
    return "it has a URL that is not in the source" if has > had else None


_URL_START = re.compile(r"(?:https?|ftp)://")
_LINK_LIKE = re.compile(r"\]\([^()\s\0]*\)")


def _without_classes(text: str) -> str:
    """The brackets of content classes are no link's."""
    if not _opens_class(text):
        return text
    parts: list[str] = []
    at = 0
    every = paired_brackets(text)
    for one in every:
        if one.closes and one.partner is not None and every[one.partner].names:
            parts += text[at : one.start], " "
            at = one.end
    return "".join(parts) + text[at:]


def _broken_by_emphasis(before: str, after: str) -> Iterator[Fault]:
    """That a ``_`` or ``*`` would pair with one in a link or in code: marked does that, also within words."""
    for mark in "_*":
        if mark not in after or mark not in before:
            continue
        had = prose(before).count(mark)
        if before.count(mark) > had and not had % 2 and prose(after).count(mark) % 2:
            yield Fault(Kept.TEXT, f"a single {mark} would pair with one in a link or in code")
            return


def _changed_classes(before: str, after: str, text: str) -> Iterator[Fault]:
    """The first content class that is gone, or new, or has lost a bracket; ``text`` is the translation."""
    if not _opens_class(before) and not _opens_class(after):
        return
    had, has = list(_classes(before)), list(_classes(after))
    if had == has:
        return
    lost, new = list(Counter(had) - Counter(has)), list(Counter(has) - Counter(had))
    unclosed = next((one for one in new if one.endswith("[") and one != "["), None)
    if unclosed:
        yield Fault(Kept.CLASS, f"the content class {shown(unclosed)} is not closed", place(text, unclosed))
    elif lost and lost[0] in "[]":
        yield Fault(Kept.BRACKET, f"the bracket {lost[0]} is missing")
    elif lost:
        yield Fault(Kept.CLASS, f"the content class {shown(lost[0])} is missing or has another name")
    elif new and new[0] in "[]":
        yield Fault(Kept.BRACKET, f"a {new[0]} has no partner")
    elif new:
        at = place(text, new[0].removesuffix("…]"))
        yield Fault(Kept.CLASS, f"the content class {shown(new[0])} is not in the source", at)


def _classes(text: str) -> Iterator[str]:
    """Names of the classes in ``text`` whose brackets balance; ``[`` and ``]`` for stray brackets."""
    every = paired_brackets(text)
    for one in every:
        names = "" if one.names.startswith("\\") else one.names
        if one.partner is None:
            yield "]" if one.closes else f"{names}["
        elif names:
            yield f"{names}[…]"


_STRUCTURAL = frozenset("\n\r\t`[]#*_|~-")


def _hidden_structure(before: str, after: str, text: str) -> Iterator[Fault]:
    """In a page's ``<textarea>`` entities are characters before the engine sees them."""
    if "&" not in after:
        return
    had, has = (Counter(re.findall(r"&\#?[a-zA-Z0-9]+;?", one)) for one in (before, after))
    for entity in has - had:
        if _STRUCTURAL.intersection(unescaped(entity)) - _STRUCTURAL.intersection(entity):
            yield Fault(Kept.TEXT, f"{entity} is the mark of something in a page", place(text, entity))
            return


def within(before: str, after: str, text: str) -> Iterator[Fault]:
    """What of a block would be read otherwise; ``text`` is the translation as the catalog has it."""
    yield from _new_starts_in_classes(before, after)
    yield from _broken_by_emphasis(before, after)
    yield from _hidden_structure(before, after, text)
    yield from _changed_classes(before, after, text)


def links(before: str, after: str, references: Mapping[str, str]) -> str | None:
    """Why there would be other links than CommonMark sees."""
    return (
        _new_references(before, after) or _padded_labels(before, after, references) or _new_url(before, after)
    )
