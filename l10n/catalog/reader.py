"""Catalogs, read from their files: values and lines of each entry, or what is wrong and where.

Every line is read once, by one grammar, which is gettext's.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from l10n.catalog.lines import ANY_KEYWORD, COMMENT, MARK, OBSOLETE, SOUND, STRING, TEXT, sort_lines, values
from l10n.catalog.model import Catalog, Entry, Key, msgid_at
from l10n.errors import CatalogError, DuplicateError, Place

_CHARSET = re.compile(r'"Content-Type:[^"\n]*charset=([^\\"\s]+)', re.IGNORECASE)
_HEADER = 10_000
"""In so many bytes a header has ended."""
_UTF8 = frozenset({"UTF-8", "UTF8", "ASCII", "US-ASCII", "CHARSET"})
_PREVIOUS = frozenset({"#|", "#~|"})
_BLANK = ("", "#~")
_COMMENTS = ("#.", "#:", "#,", "# ")
"""How most comments begin; the others are found by an expression."""
_Texts = tuple[str, ...]


def load(content: bytes, shown: str) -> Catalog:
    """The catalog in a file with that content, which messages call ``shown``.

    Raises ``CatalogError`` where it is not UTF-8, not a PO file, or has a message twice.
    """
    # Only LF, CRLF and CR end a line; ``splitlines`` knows more.
    lines = io.StringIO(_decoded(content, shown), newline="").readlines()
    messages = _messages(lines, shown)
    starts = [0, *(message.last + 1 for message in messages)]
    entries = [
        _entry(message, tuple(lines[start : message.last + 1]), message.first - start)
        for message, start in zip(messages, starts, strict=False)
    ]
    if not entries or (entries[0].key, entries[0].obsolete) != ((None, ""), False):
        raise CatalogError('it does not begin with a header (msgid ""); restore it', Place(shown, 1))
    _refuse_duplicates(entries, starts, shown)
    header, *others = entries
    return Catalog(header.lines, tuple(others), tuple(lines[starts[-1] :]))


def _decoded(data: bytes, shown: str) -> str:
    if data.startswith(codecs.BOM_UTF8):
        raise CatalogError("it begins with a byte order mark; save it as UTF-8 without BOM", Place(shown, 1))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "this is UTF-16; convert the file with `iconv -f UTF-16 -t UTF-8`"
        raise CatalogError(message, Place(shown, 1))
    # Read as Latin-1, any file is a text, and its header is what it is.
    charset = _CHARSET.search(data[:_HEADER].decode("latin-1"))
    if charset and charset[1].upper() not in _UTF8:
        place = Place(shown, data.count(b"\n", 0, charset.start()) + 1)
        message = f"the charset is {charset[1]}; convert the file with `msgconv -t UTF-8`"
        raise CatalogError(message, place)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(shown, data.count(b"\n", 0, error.start) + 1)
        message = (
            f"byte 0x{data[error.start]:02x} is not UTF-8; if an editor saved the file as Latin-1, "
            "convert it with `iconv -f ISO-8859-1 -t UTF-8`"
        )
        raise CatalogError(message, place) from error


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
    (re.compile(r"<{7}|={7}|>{7}|\|{7}"), "git left a conflict here; keep one side, and remove its marks"),
    (re.compile(rf"{_BROKEN}(\\[^\sabfnrtv\"\\])"), "{0} means nothing; write a backslash as \\\\"),
    (re.compile(rf'{_BROKEN}"\s*+\S'), 'a quotation mark within the text must be written \\"'),
    (re.compile(rf"{_BROKEN}\s*+\Z"), "the quotation mark at its end is missing"),
)
"""What translators do to a string, and what to say of it."""


def _entry(message: _Message, lines: tuple[str, ...], at: int) -> Entry:
    """The entry that stands in ``lines``, its strings from ``at`` on."""
    obsolete = lines[at].lstrip().startswith(OBSOLETE)
    said = values(message.strings)
    # Decks have no plural forms; those of an entry from elsewhere are carried along in its lines.
    msgstr = said["msgstr"] if "msgstr" in said else _first_form(said)
    fuzzy, notes, comments, references, previous = _before(lines[:at])
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
def _before(lines: tuple[str, ...]) -> tuple[bool, _Texts, _Texts, _Texts, Key | None]:
    """The fields of an entry that stand before its strings; those of the same slide are often alike."""
    before = sort_lines(lines)
    return "fuzzy" in before.flags, before.notes, before.said, before.places, before.previous_key


def _first_form(said: Mapping[str, str]) -> str:
    return next((text for keyword, text in said.items() if keyword in _FORMS and text), "")


def _refuse_duplicates(entries: Sequence[Entry], starts: Sequence[int], shown: str) -> None:
    """``starts`` are the numbers of the entries' first lines."""

    def line_of(index: int) -> int:
        return 1 + starts[index] + msgid_at(entries[index].lines)

    seen: dict[Key, int] = {}
    for index, entry in enumerate(entries):
        first = seen.setdefault(entry.key, index)
        if first == index or _harmless_twins(entries[first], entry):
            continue
        message = f"this message is already on line {line_of(first)}; remove one of the two"
        if not first:
            message = "this is a second header; remove one of the two"
        raise DuplicateError(message, Place(shown, line_of(index)))


def _harmless_twins(one: Entry, other: Entry) -> bool:
    """Whether nothing is lost if only the translation that they have between them stays.

    Merging branches leaves such twins: an obsolete entry, and its text that has come back without it.
    """
    return (one.obsolete or other.obsolete) and (
        one.msgstr == other.msgstr or not (one.msgstr if other.obsolete else other.msgstr)
    )
