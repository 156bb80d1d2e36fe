"""What a translation would break for remark's renderer, marked 0.3, beyond what it breaks for any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.dialects.fault import Fault, Kept, place
from l10n.dialects.remark.reading import READERS
from l10n.language import excerpt
from l10n.markdown import CLASS, paired_brackets, unescaped
from l10n.regex import regex

_START = regex(
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


_CLASS_START = regex(r"\.[a-zA-Z_-][a-zA-Z_0-9-]*\[")


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


def _broken_code(before: str, after: str) -> Iterator[Fault]:
    """That emphasis, or a link, would end within code: whichever begins first wins, and the code is none."""
    if any(reader.broken_code(after) > reader.broken_code(before) for reader in READERS):
        yield Fault(Kept.TEXT, "emphasis or a link would end within code, which would be none")


def _torn_classes(before: str, after: str) -> Iterator[Fault]:
    """That a content class would begin, or end, within code."""
    if any(reader.torn_classes(after) > reader.torn_classes(before) for reader in READERS):
        yield Fault(Kept.CLASS, "code would have one bracket of a content class in it")


def _changed_tags(before: str, after: str, text: str) -> Iterator[Fault]:
    """The first tag that is gone or new, of those that others take for text."""
    if "<" not in after and "<" not in before:
        return
    for reader in READERS:
        had, has = reader.odd_tags(before), reader.odd_tags(after)
        if had != has:
            tag = next(iter((had - has) or (has - had)))
            said = "is missing" if tag in had - has else "is not in the source"
            yield Fault(Kept.TAG, f"the HTML {excerpt(tag)} {said}", place(text, tag))
            return


_OPEN_TAG = regex(r"<[\w!?][^<>]*\Z")


def _open_tag(before: str, after: str, text: str) -> Iterator[Fault]:
    """A tag without an end: it may find that behind the block, in a step or in the next line of a quiz."""
    if _OPEN_TAG.search(after) and not _OPEN_TAG.search(before):
        yield Fault(Kept.TAG, "its < would begin a tag that goes on behind it", place(text, "<"))


def _links_in_links(before: str, after: str) -> Iterator[Fault]:
    """A new link in the text of another: no browser shows both."""
    if any(reader.links_in_links(after) > reader.links_in_links(before) for reader in READERS):
        yield Fault(Kept.LINK, "a link would stand in the text of another")


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
        yield Fault(Kept.CLASS, f"the content class {excerpt(unclosed)} is not closed", place(text, unclosed))
    elif lost and lost[0] in "[]":
        yield Fault(Kept.BRACKET, f"the bracket {lost[0]} is missing")
    elif lost:
        yield Fault(Kept.CLASS, f"the content class {excerpt(lost[0])} is missing or has another name")
    elif new and new[0] in "[]":
        yield Fault(Kept.BRACKET, f"a {new[0]} has no partner")
    elif new:
        at = place(text, new[0].removesuffix("…]"))
        yield Fault(Kept.CLASS, f"the content class {excerpt(new[0])} is not in the source", at)


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


def goes_on(msgid: str, text: str) -> str | None:
    """Why a line would be read with the next, which the renderer has in its paragraph; None if it is not."""
    odd = next((sign for sign in "*_" if text.count(sign) % 2 > msgid.count(sign) % 2), None)
    return f"its {odd} could find a partner in the next line" if odd else None


def within(before: str, after: str, text: str) -> Iterator[Fault]:
    """What of a block would be read otherwise; ``text`` is the translation as the catalog has it."""
    yield from _new_starts_in_classes(before, after)
    yield from _broken_code(before, after)
    yield from _torn_classes(before, after)
    yield from _changed_tags(before, after, text)
    yield from _open_tag(before, after, text)
    yield from _links_in_links(before, after)
    yield from _hidden_structure(before, after, text)
    yield from _changed_classes(before, after, text)
