"""What reveal.js renders: its own way to take off indent, and marked, which reads GitHub's Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.dialects.commonmark.reader import Reader
from l10n.dialects.fault import Fault, Kept, place, shown
from l10n.dialects.renderer import Renderer
from l10n.markdown import BlockToken, unescaped, without_code

LINES = OwnLines(signs=re.compile(r"(?!)"), interrupting={})
_COMMONMARK = Reader(LINES)
_LEAD = re.compile(r"\n?(\s*)")
_TABS = re.compile(r"\n?(\t*)")


def indent(source: str) -> str:
    """What the plug-in takes for the indent of a slide, from the white space that it begins with."""
    lead, tabs = _LEAD.match(source), _TABS.match(source)
    if tabs and tabs[1]:
        return tabs[1]
    return " " * len(lead[1]) if lead and len(lead[1]) > 1 else ""


def read(source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """The block tokens and link definitions of a slide."""
    lead = indent(source)
    if not lead or lead not in source.lstrip():
        return _marked(source)
    lines, origins = _without(lead, source.split("\n"))
    tokens, references = _marked("\n".join(lines))
    _put_back(tokens, origins)
    return tokens, references


_ROW_OF_DASHES = re.compile(r"\n[ \t>]*(?=[-:| \t]*\|)(?=[:| \t]*-)[-:| \t]+(?:\n|\Z)")


def _marked(source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """CommonMark's blocks; what marked reads as others stays as it is: a table directly below an item."""
    tokens, references = _COMMONMARK(source)
    if ("|" in source and _ROW_OF_DASHES.search(source)) or _STRAY_END.search(source):
        _leave_what_differs(tokens)
    return tokens, references


def _leave_what_differs(tokens: Sequence[Any]) -> None:
    for token in tokens:
        in_table = token.type == "inline" and "\n" in token.content and _ROW_OF_DASHES.search(token.content)
        if in_table or (token.type == "html_block" and _STRAY_END.match(token.content)):
            token.type = "verbatim"


_STRAY_END = re.compile(r"^[ \t>]*</(?:pre|script|style|textarea)\b", re.IGNORECASE | re.MULTILINE)
"""With which HTML begins to markdown-it, and a paragraph to marked."""


def read_by_older(source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """The same by the marked of reveal.js 5, to which a title goes on over the mark of code."""
    if not (_CODE_MARK.search(source) and _UNDERLINE.search(source)):
        return read(source)
    lines = source.split("\n")
    hidden = _hidden_marks(lines)
    return read("\n".join("x" * len(line) if at in hidden else line for at, line in enumerate(lines)))


def _hidden_marks(lines: Sequence[str]) -> set[int]:
    """The marks of code that are text, for they stand in a title: seen from its last line."""
    found: set[int] = set()
    in_title = False
    for at in range(len(lines) - 1, 0, -1):
        if in_title and _CODE_MARK.match(lines[at]) and _TEXT.match(lines[at - 1]):
            found.add(at)
        in_title = bool(lines[at].strip()) and (in_title or _UNDERLINE.match(lines[at]) is not None)
    return found


_CODE_MARK = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_UNDERLINE = re.compile(r"^ {0,3}(?:-+|=+) *$", re.MULTILINE)
_TEXT = re.compile(r" {0,3}(?![-+*#>`~|]|\d+[.)])\S")
"""What may begin such a title."""


def goes_on(source: str) -> bool:
    """Whether what follows a document would be code or a comment that it has not ended."""
    if not any(sign in source for sign in ("```", "~~~", "<")):
        return False
    ends = (one(f"{source}\n\n{_BEHIND}")[0][-1] for one in (read, read_by_older))
    return any(last.type in ("fence", "html_block") and _BEHIND in last.content for last in ends)


_BEHIND = "\x1a"


def items_ended(source: str) -> int:
    """How many lines below an item begin with a tag: some versions of marked end the item there."""
    count, in_item, blank = 0, False, False
    for line in source.split("\n"):
        in_item = _ITEM.match(line) is not None or (in_item and not (blank and line[:1].strip()))
        blank = not line.strip()
        count += in_item and _TAG.match(line) is not None
    return count


_ITEM = re.compile(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_TAG = re.compile(r"[ \t>]*<[a-zA-Z/!]")


def _without(lead: str, lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines as the plug-in has them, and the number of that which each comes from.

    What it takes for indent becomes a line end, wherever it stands first in a line.
    """
    found: list[str] = []
    origins: list[int] = []
    for number, line in enumerate(lines):
        before, there, after = line.partition(lead)
        parts = [before, after] if there and before else [after if there else line]
        found += parts
        origins += [number] * len(parts)
    return found, origins


def _put_back(tokens: Sequence[Any], origins: Sequence[int]) -> None:
    for token in tokens:
        if token.map:
            first, last = token.map
            token.map = [origins[first], origins[last - 1] + 1 if last > first else origins[first]]


_TASK = re.compile(r"\s*\[[ xX]\][ \t]")
_MARKER = re.compile(r"[ \t]*s*notes?:", re.IGNORECASE)


_RULE = re.compile(r"\s*(?:-{2,}|={2,}|\*{3,}|_{3,})(?![*_\w])")
"""What versions of marked may take for a rule, or for the line below a title."""


def new_start(before: str, after: str) -> Iterator[Fault]:
    """That ``after`` begins as something that ``before`` is not, or no longer has its box."""
    for what, start in (("[ ]", _TASK), ("Note:", _MARKER), ("a run of marks", _RULE)):
        had, has = (start.match(unescaped(text)) for text in (before, after))
        if has and not had:
            yield Fault(Kept.BLOCK, f"{what} at its start would be read as structure", (0, 1))
        elif had and not has and start is _TASK:
            yield Fault(Kept.BLOCK, "the box at its start is missing")
    if _is_hidden_mark(after) and not _is_hidden_mark(before):
        yield Fault(Kept.BLOCK, "its first sign would begin a block, for a page reads its name first", (0, 1))


def _is_hidden_mark(text: str) -> bool:
    """Whether a text begins with the name of a sign that begins a block."""
    return text.lstrip().startswith("&") and unescaped(text.lstrip())[:1] in _BLOCK_MARKS


_BLOCK_MARKS = frozenset("-+*#>=~|`<[0123456789_\n")
_BARE = re.compile(r"(?:https?|ftp)://[^\s<]+|www\.[^\s<]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_NO_TEXT = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)?|\]\[[^\[\]]*\]|<[^<>]*>")


def changed_addresses(before: str, after: str, text: str) -> Iterator[Fault]:
    """That marked would make other links of bare addresses."""
    had, has = Counter(_addresses(before)), Counter(_addresses(after))
    if new := next(iter(has - had), None):
        yield Fault(Kept.LINK, f"{shown(new)} would be a link", place(text, new))
    elif lost := next(iter(had - has), None):
        yield Fault(Kept.LINK, f"{shown(lost)} would be no link any more")


def spoken(text: str) -> str:
    """A message without bare addresses, which nobody translates."""
    return _BARE.sub(" ", text) if "@" in text or "www." in text else text


def _addresses(text: str) -> Iterator[str]:
    bare = _NO_TEXT.sub(" ", without_code(text))
    return (match.group().rstrip(".,;:!?)'\"*_~") for match in _BARE.finditer(bare))


RENDERER = Renderer(
    macros=re.compile(
        r"\$\$[^$]+\$\$|(?<!\\)\$(?![ \t$])(?:[^$\\]|\\.)+(?<![ \t])\$(?!\d)|\\\((?:(?!\\\)).)+\\\)"
    ),
    signs=re.compile(r"\$|\\\(|@|www\.|://", re.IGNORECASE),
    new_start=new_start,
    within=changed_addresses,
    spoken=spoken,
    entities_first=True,
    unsafe_start=re.compile(r"s*notes?:", re.IGNORECASE),
    titles_say_anchors=False,
)
