"""Entries by gettext's grammar, line by line: what hands and tools write, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from l10n.catalog.contexts import Key
from l10n.catalog.lines import (
    ANY_KEYWORD,
    COMMENT,
    MARK,
    OBSOLETE,
    SOUND,
    STRING,
    TEXT,
    lines_of,
    sort_lines,
    values,
)
from l10n.catalog.model import Entry
from l10n.errors import CatalogError, Place
from l10n.regex import regex

_PREVIOUS = frozenset({"#|", "#~|"})
_BLANK = ("", "#~")
_COMMENTS = ("#.", "#:", "#,", "# ")
"""How most comments begin; the others are found by an expression."""
_Texts = tuple[str, ...]
Placed = tuple[int, Entry]
"""An entry, and the number of its first line."""


def read_entries(lines: Sequence[str], shown: str) -> list[Placed]:
    """The entries in the lines of the file that messages call ``shown``; ``CatalogError`` if others are."""
    messages = _messages(lines, shown)
    starts = [0, *(message.last + 1 for message in messages)]
    return [
        (start, _entry(message, tuple(lines[start : message.last + 1]), message.first - start))
        for message, start in zip(messages, starts, strict=False)
    ]


@dataclass(slots=True)
class _Message:
    """The lines with a message's strings, by number, and the strings: keyword and what its quotes hold."""

    first: int
    last: int = 0
    strings: list[tuple[str, str]] = field(default_factory=list)
    """Without a keyword, one goes on with the last."""


def _messages(lines: Sequence[str], shown: str) -> list[_Message]:
    """The messages in ``lines``."""
    messages: list[_Message] = []
    for number, begins, string in _strings(lines, shown):
        if begins:
            messages.append(_Message(number))
        messages[-1].strings.append(string)
        messages[-1].last = number
    return messages


_FORMS = frozenset({f"msgstr[{number}]" for number in range(10)})
_BEFORE: dict[str | None, set[str]] = {
    "msgid": {"msgctxt"},
    "msgid_plural": {"msgid"},
    "msgstr": {"msgid"},
    **{form: {"msgid_plural", *_FORMS} for form in _FORMS},
    None: {"msgctxt", "msgid", "msgid_plural", "msgstr", *_FORMS},
}
"""By keyword: those that a message may have right before it; None goes on with a string."""
_UNFINISHED = {"msgctxt", "msgid", "msgid_plural"}
_WITHIN = "a msgstr belongs here, not a comment; add it, or move the comment above the message"
_HALF_OBSOLETE = "all lines of a message stand behind #~, or none; mend it by hand"
_OUT_OF_PLACE = "this cannot stand here: a message is a msgid and a msgstr, each once; mend it by hand"


def _strings(lines: Sequence[str], shown: str) -> Iterator[tuple[int, bool, tuple[str, str]]]:
    """The numbers of lines with strings, whether a message begins there, and the strings."""
    before, last, obsolete = "", 0, False
    """The last keyword of the message at hand, if no comment has ended it, its line, whether it has #~."""
    for number, line in enumerate(lines):
        match = None if line.startswith(_COMMENTS) else SOUND.match(line)
        if match is None:
            if line.strip() in _BLANK:
                continue
            if wrong := _what_is_wrong(lines, number) or (before in _UNFINISHED and _WITHIN):
                raise CatalogError(wrong, Place(shown, number + 1))
            before = ""
            continue
        tilde, keyword, text = match.groups()
        begins = before not in _UNFINISHED and keyword in ("msgctxt", "msgid")
        if not begins and before not in _BEFORE.get(keyword, ()):
            raise CatalogError(_OUT_OF_PLACE, Place(shown, number + 1))
        if not begins and (tilde is None) is obsolete:
            raise CatalogError(_HALF_OBSOLETE, Place(shown, number + 1))
        yield number, begins, (keyword or "", text)
        before, last, obsolete = keyword or before, number, tilde is not None
    if before in _UNFINISHED:
        raise CatalogError("this message has no msgstr; mend it by hand", Place(shown, last + 1))


def _what_is_wrong(lines: Sequence[str], number: int) -> str:
    """Why a line without a string is no comment, and what to do; empty if it is one."""
    line = lines[number]
    if line.startswith(_COMMENTS) or COMMENT.match(line):
        return ""
    keyword = _previous_keyword(line)
    if keyword is not None:
        return "" if keyword or _previous_is_begun(lines, number) else _OUT_OF_PLACE
    for pattern, message in _FAULTS:
        if match := pattern.match(line):
            return message.format(*match.groups())
    return "this is no line of a PO file; mend it by hand or restore the file"


def _previous_is_begun(lines: Sequence[str], number: int) -> bool:
    """Whether a previous string stands before that line for it to go on with; bare marks do not part them."""
    before = (lines[at] for at in range(number - 1, -1, -1) if lines[at].strip() not in _PREVIOUS)
    return _previous_keyword(next(before, "")) is not None


def _previous_keyword(line: str) -> str | None:
    """That of a previous string, empty where one goes on; a bare mark is its own; None for any other line."""
    match = STRING.match(line)
    if match is None:
        bare = line.strip()
        return bare if bare in _PREVIOUS else None
    _, previous, keyword, text, _, _ = match.groups()
    sound = previous and text is not None and not (keyword and keyword.startswith("msgstr"))
    return keyword or "" if sound else None


_BROKEN = rf'\s*+(?:{MARK}\s*+)?(?:{ANY_KEYWORD})?\s*+"{TEXT}'
"""A string as far as it is sound."""
_FAULTS = (
    (regex(r"<{7}|={7}|>{7}|\|{7}"), "git left a conflict here; keep one side, and remove its marks"),
    (regex(rf"{_BROKEN}(\\[^\sabfnrtv\"\\])"), "{0} means nothing; write a backslash as \\\\"),
    (regex(rf'{_BROKEN}"\s*+\S'), 'a quotation mark within the text must be written \\"'),
    (regex(rf"{_BROKEN}\s*+\Z"), "the quotation mark at its end is missing"),
    (
        regex(rf"\s*+(?:{MARK}\s*+)?(?:{ANY_KEYWORD}(?:\s++[^\s\"]|\s*+\Z)|(?:{ANY_KEYWORD})?\s*+[“”„«»])"),
        'the text must stand within straight quotation marks: "…"',
    ),
)
"""What translators do to a string, and what to say of it."""


def _entry(message: _Message, lines: tuple[str, ...], at: int) -> Entry:
    """The entry that stands in ``lines``, its strings from ``at`` on."""
    obsolete = lines[at].lstrip().startswith(OBSOLETE)
    said = values(message.strings)
    # Decks have no plural forms; those of an entry from elsewhere are carried along in its lines.
    msgstr = said["msgstr"] if "msgstr" in said else _first_form(said)
    fuzzy, notes, comments, references, previous = said_before("".join(lines[:at]))
    return Entry(
        said["msgid"],
        msgstr,
        said.get("msgctxt"),
        fuzzy,
        obsolete,
        notes,
        comments,
        references,
        previous,
        lines,
    )


@lru_cache(maxsize=256)
def said_before(text: str) -> tuple[bool, _Texts, _Texts, _Texts, Key | None]:
    """The fields of an entry that stand before its strings; those of the same slide are often alike."""
    before = sort_lines(lines_of(text))
    return "fuzzy" in before.flags, before.notes, before.said, before.places, before.previous_key


def _first_form(said: Mapping[str, str]) -> str:
    return next((text for keyword, text in said.items() if keyword in _FORMS and text), "")
