"""Catalogs, read from their files: values and lines of each entry, or what is wrong and where.

polib reads strings, flags and notes. The lines, and what was extracted from decks, come from the file itself.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from l10n.catalog import Catalog, Entry, Key
from l10n.errors import CatalogError, DuplicateError, Place

if TYPE_CHECKING:
    from polib import POEntry, POFile

_CHARSET = re.compile(r'"Content-Type:[^"\n]*charset=([^\\"\s]+)', re.IGNORECASE)
_HEADER = 10_000
"""In so many bytes a header has ended."""
_UTF8 = frozenset({"UTF-8", "UTF8", "ASCII", "US-ASCII", "CHARSET"})
_STRING_LINE = re.compile(
    r"[ \t]*+(?:#~[ \t]*+)?(msgctxt|msgid_plural|msgid|msgstr\[|msgstr)?(?:(?<=\[)\d\]|(?<!\[))"
    r'[ \t]*+"[^"\\\r\n]*+(?:\\[bfnrtv"\\][^"\\\r\n]*+)*"\s*+\Z'
)
_OTHER_LINE = re.compile(r"\s*+(?:#(?!~[ \t])|#~[ \t]*+\Z|\Z)")


def load(path: Path, shown: str) -> Catalog:
    """The catalog in the file ``path``, which messages call ``shown``.

    Raises ``CatalogError`` where it is not UTF-8, not a PO file, or has a message twice.
    """
    # Only LF, CRLF and CR end a line; ``splitlines`` knows more.
    lines = io.StringIO(_decoded(path.read_bytes(), shown), newline="").readlines()
    chunks, rest = _chunks(lines, shown)
    parsed = _parsed(lines[: len(lines) - len(rest)], shown)
    if len(chunks) != len(parsed) + 1 or not _is_header(chunks[0]):
        raise CatalogError('it does not begin with a header (msgid ""); restore it', Place(shown, 1))
    header = tuple(chunks.pop(0))
    entries = tuple(_entry(one, tuple(lines)) for one, lines in zip(parsed, chunks, strict=True))
    _refuse_duplicates(entries, chunks, len(header), shown)
    fields = {str(name): str(value) for name, value in parsed.metadata.items()}
    parsed.clear()  # polib's parser refers to itself, and so keeps its entries for the garbage collector
    return Catalog(header, entries, tuple(rest), fields)


def _is_header(chunk: Sequence[str]) -> bool:
    msgid, msgstr, *_ = filter(_STRING_LINE.match, chunk)
    return _NOTHING.match(msgid) is not None and msgstr.lstrip().startswith("msgstr")


_NOTHING = re.compile(r'\s*+msgid\s*+""\s*+\Z')


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


def _chunks(lines: list[str], shown: str) -> tuple[list[list[str]], list[str]]:
    """The lines of each entry, and what follows the last one."""
    chunks: list[list[str]] = []
    start = last = 0
    for number, begins in _strings(lines, shown):
        if begins and last > start:
            chunks.append(lines[start:last])
            start = last
        last = number + 1
    if last > start:
        chunks.append(lines[start:last])
    return chunks, lines[last:]


_BEFORE = {
    "msgid": {"msgctxt"},
    "msgid_plural": {"msgid"},
    "msgstr": {"msgid"},
    "msgstr[": {"msgid_plural", "msgstr["},
    None: {"msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr["},
}
"""By keyword: those that a message may have right before it; None goes on with a string."""
_UNFINISHED = {"msgctxt", "msgid", "msgid_plural"}
_CONTINUES = re.compile(r'#\|\s*+"')
"""Goes on with a previous string."""
_WITHIN = "a msgstr belongs here, not a comment; add it, or move the comment above the message"
_OUT_OF_PLACE = "this cannot stand here: a message is a msgid and a msgstr, each once; mend it by hand"


def _strings(lines: Sequence[str], shown: str) -> Iterator[tuple[int, bool]]:
    """The numbers of lines with strings, and whether a message begins there."""
    before, last = "", 0
    """The last keyword of the message at hand, if no comment has ended it; and where that is."""
    for number, line in enumerate(lines):
        if line.isspace():
            continue
        comment = line[0] == "#" and line[1:2] != "~"
        match = None if comment else _STRING_LINE.match(line)
        if match is None:
            wrong = "" if comment else _what_is_wrong(line)
            if line.startswith("#|") and _CONTINUES.match(line) and not lines[number - 1].startswith("#|"):
                wrong = _OUT_OF_PLACE
            if wrong or before in _UNFINISHED:
                raise CatalogError(wrong or _WITHIN, Place(shown, number + 1))
            before = ""
            continue
        begins = before not in _UNFINISHED and match[1] in ("msgctxt", "msgid")
        if not begins and before not in _BEFORE.get(match[1], ()):
            raise CatalogError(_OUT_OF_PLACE, Place(shown, number + 1))
        yield number, begins
        before, last = match[1] or before, number
    if before in _UNFINISHED:
        raise CatalogError("this message has no msgstr; mend it by hand", Place(shown, last + 1))


def _what_is_wrong(line: str) -> str:
    """Why ``line``, which has no string, is no line of a PO file, and what to do; empty if it is one."""
    if _OTHER_LINE.match(line):
        return ""
    for pattern, message in _FAULTS:
        if match := pattern.match(line):
            return message.format(*match.groups())
    return "this is no line of a PO file; mend it by hand or restore the file"


_START = r"\s*+(?:#~\s*+)?(?:msg[a-z_]+(?:\[\d\])?)?\s*+"
_PLAIN = r'"[^"\\]*+(?:\\[bfnrtv"\\][^"\\]*+)*'
_FAULTS = (
    (re.compile(r"<{7}|={7}|>{7}|\|{7}"), "git left a conflict here; keep one side, and remove its marks"),
    (re.compile(rf"{_START}{_PLAIN}(\\[^\sbfnrtv\"\\])"), "{0} means nothing; write a backslash as \\\\"),
    (re.compile(rf'{_START}{_PLAIN}"\s*+\S'), 'a quotation mark within the text must be written \\"'),
    (re.compile(rf"{_START}{_PLAIN}\s*+\Z"), "the quotation mark at its end is missing"),
)
"""What translators do to a string, and what to say of it."""


def _parsed(lines: Sequence[str], shown: str) -> POFile:
    try:
        return _read(lines)
    except (OSError, ValueError, IndexError) as error:
        number = re.search(r"\(line (\d+)\)", str(error))
        if number is None:
            raise CatalogError(
                "this is not a PO file; mend it by hand or restore it", Place(shown)
            ) from error
        raise CatalogError(_OUT_OF_PLACE, Place(shown, int(number[1]))) from error


def _read(lines: Sequence[str]) -> POFile:
    """What polib reads, or would if there were a blank behind ``#`` and ``#,``: gettext asks for none."""
    import polib

    # Lines that are not polib's to read are left blank, so that the others keep their numbers.
    left = ["\n" if line.startswith(_EXTRACTED) else line for line in lines]
    try:
        return polib.pofile(cast(str, _Lines(left)), encoding="utf-8")
    except OSError:
        spaced = [_TIGHT.sub(r"\g<0> ", line) for line in left]
        if spaced == left:
            raise
    return polib.pofile(cast(str, _Lines(spaced)), encoding="utf-8")


class _Lines:
    """What polib takes for a file's content: cutting one into lines itself, it knows too many line ends."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def splitlines(self) -> Sequence[str]:
        return self._lines


_EXTRACTED = ("#.", "#:")
_TIGHT = re.compile(r"^#(?:[,|](?=\S)|(?=[^\s,.:|~#]))")


def _entry(one: POEntry, lines: tuple[str, ...]) -> Entry:
    previous = (one.previous_msgctxt, one.previous_msgid) if one.previous_msgid is not None else None
    comments, references = _extracted(lines)
    return Entry(
        msgid=one.msgid,
        # Decks have no plural forms; those of an entry from elsewhere are carried along in its lines.
        msgstr=one.msgstr or next(filter(None, one.msgstr_plural.values()), ""),
        msgctxt=one.msgctxt,
        fuzzy="fuzzy" in one.flags,
        obsolete=bool(one.obsolete),
        notes=tuple(one.tcomment.split("\n")) if one.tcomment else (),
        comments=comments,
        references=references,
        previous=_obsolete_previous(lines) or previous if one.obsolete else previous,
        lines=lines,
    )


def _extracted(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The comments and the references that were extracted from a deck."""
    comments: list[str] = []
    references: list[str] = []
    for line in lines:
        if line.startswith("msg"):  # no comment follows
            break
        said = line.strip()
        if said.startswith("#:"):
            references += said[2:].split()
        elif said.startswith("#.") and len(said) > len("#."):
            comments.append(said[3:] if said[2].isspace() else said[2:])
    return tuple(comments), tuple(references)


_OBSOLETE_PREVIOUS = re.compile(r'#~\|\s*(msgctxt|msgid)?\s*"(.*)"\s*\Z', re.DOTALL)


def _obsolete_previous(lines: Sequence[str]) -> Key | None:
    """What polib leaves out: the previous strings of an obsolete entry."""
    from polib import unescape

    strings: list[list[str]] = []
    for match in filter(None, map(_OBSOLETE_PREVIOUS.match, lines)):
        if match[1]:
            strings.append([match[1]])
        if strings:
            strings[-1].append(match[2])
    values = {keyword: str(unescape("".join(pieces))) for keyword, *pieces in strings}
    return (values.get("msgctxt"), values["msgid"]) if "msgid" in values else None


_MSGID = re.compile(r"(?:#~\s*)?msgid\s")


def _refuse_duplicates(entries: Sequence[Entry], chunks: list[list[str]], before: int, shown: str) -> None:
    seen: dict[Key, int] = {}
    for index, entry in enumerate(entries):
        key = entry.key
        first = seen.setdefault(key, index)
        if key == (None, ""):
            place = Place(shown, _line_of(index, chunks, before))
            raise DuplicateError("this is a second header; remove one of the two", place)
        if first != index and not _harmless_twins(entries[first], entry):
            line = _line_of(first, chunks, before)
            message = f"this message is already on line {line}; remove one of the two"
            raise DuplicateError(message, Place(shown, _line_of(index, chunks, before)))


def _line_of(index: int, chunks: list[list[str]], before: int) -> int:
    """The 1-based line of an entry's ``msgid``."""
    within = (i for i, text in enumerate(chunks[index]) if _MSGID.match(text))
    return 1 + before + sum(map(len, chunks[:index])) + next(within, 0)


def _harmless_twins(one: Entry, other: Entry) -> bool:
    """Whether nothing is lost if only the translation that they have between them stays.

    Merging branches leaves such twins: an obsolete entry, and its text that has come back without it.
    """
    return (one.obsolete or other.obsolete) and (
        one.msgstr == other.msgstr or not (one.msgstr if other.obsolete else other.msgstr)
    )
