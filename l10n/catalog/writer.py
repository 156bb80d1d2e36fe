"""How PO entries are written, and how the lines of one change its state without touching its strings.

What is new is written as ``msgcat --no-wrap`` writes it: the one format that is the same in all versions of
gettext, and that Poedit leaves alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_REFERENCE_WIDTH = 79
"""Columns, counted in bytes: gettext packs references even with ``--no-wrap``."""
_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\t": "\\t",
        "\r": "\\r",
        "\a": "\\a",
        "\b": "\\b",
        "\f": "\\f",
        "\v": "\\v",
    }
)
_TO_ESCAPE = re.compile(r'[\\"\x07-\x0d]')


def format_string(keyword: str, value: str) -> list[str]:
    """``keyword "value"``, on one line per line of the value; line ends left out."""
    if "\n" not in value[:-1]:
        return [f'{keyword} "{escaped(value)}"']
    pieces = value.split("\n")
    lines = [f'"{escaped(piece)}\\n"' for piece in pieces[:-1]]
    last = [f'"{escaped(pieces[-1])}"'] if pieces[-1] else []
    return [f'{keyword} ""', *lines, *last]


def escaped(value: str) -> str:
    """What stands between quotes for it, on one line."""
    return value.translate(_ESCAPES) if _TO_ESCAPE.search(value) else value


def format_entry(
    *,
    msgctxt: str | None,
    msgid: str,
    msgstr: str,
    notes: Sequence[str] = (),
    comments: Sequence[str] = (),
    references: Sequence[str] = (),
    fuzzy: bool = False,
    previous: tuple[str | None, str] | None = None,
) -> list[str]:
    """The lines of an entry, without line ends; ``notes`` are the translator's own comments."""
    lines = [f"# {note}".rstrip() for note in notes] + _extracted(comments, references)
    if fuzzy:
        lines.append("#, fuzzy")
    if previous is not None:
        context, text = previous
        before = format_string("msgctxt", context) if context is not None else []
        lines += [f"#| {line}" for line in (*before, *format_string("msgid", text))]
    if msgctxt is not None:
        lines += format_string("msgctxt", msgctxt)
    lines += format_string("msgid", msgid)
    lines += format_string("msgstr", msgstr)
    return lines


def _extracted(comments: Sequence[str], references: Sequence[str]) -> list[str]:
    lines = [f"#. {comment}".rstrip() for comment in comments]
    line = "#:"
    for reference in references:
        if line != "#:" and len(f"{line} {reference}".encode()) > _REFERENCE_WIDTH:
            lines.append(line)
            line = "#:"
        line = f"{line} {reference}"
    return [*lines, line] if references else lines


def refreshed(lines: Sequence[str], comments: Sequence[str], references: Sequence[str]) -> list[str]:
    """The entry's lines with other extracted comments and references; all else stays."""
    newline = _newline(lines)
    kept = [line for line in lines if not line.lstrip().startswith(("#.", "#:"))]
    at = next((i for i, line in enumerate(kept) if not _is_before_extracted(line)), len(kept))
    return kept[:at] + [line + newline for line in _extracted(comments, references)] + kept[at:]


def _is_before_extracted(line: str) -> bool:
    return not line.strip() or re.match(r"\s*+#(?![.:,|~])", line) is not None


def obsoleted(lines: Sequence[str], comments: Sequence[str] = ()) -> list[str]:
    """The lines of an entry that left the template: only these of ``#.``, strings behind ``#~``."""
    return [_behind_tilde(line) for line in refreshed(lines, comments, ())]


def _behind_tilde(line: str) -> str:
    bare = line.lstrip(_INDENT)
    if bare.startswith("#|"):
        return "#~|" + bare[2:]
    return line if bare.startswith("#") or not bare.strip() else "#~ " + bare


def revived(lines: Sequence[str]) -> list[str]:
    """The lines of an obsolete entry whose text has come back."""
    return [_without_tilde(line) for line in lines]


def _without_tilde(line: str) -> str:
    bare = line.lstrip(_INDENT)
    if bare.startswith("#~|"):
        return "#|" + bare[3:]
    return bare.removeprefix("#~").lstrip(_INDENT) if bare.startswith("#~") else line


_INDENT = " \t"


def retranslated(lines: Sequence[str], msgstr: str) -> list[str]:
    """The lines of an entry with another translation; all other lines stay as they are."""
    newline = _newline(lines)
    forms = [number for number, line in enumerate(lines) if line.lstrip().startswith("msgstr")]
    start, stop = [*forms, len(lines)][:2]
    # Blank lines may stand between the strings; none of these may be left behind.
    end = 1 + max([start, *(i for i in range(start, stop) if lines[i].lstrip().startswith('"'))])
    keyword = lines[start].lstrip().partition('"')[0].rstrip()
    new = [line + newline for line in format_string(keyword, msgstr)]
    if not lines[end - 1].endswith(newline):  # the file's last line may have no end
        new[-1] = new[-1].removesuffix(newline)
    return [*lines[:start], *new, *lines[end:]]


def _newline(lines: Sequence[str]) -> str:
    last = next((line for line in lines if line.endswith(("\n", "\r"))), "\n")
    return last[len(last.rstrip("\r\n")) :]


_STRING = re.compile(
    r'(?:#~\s*|#\|\s*|#~\|\s*)?(msgctxt|msgid_plural|msgid|msgstr\[\d\]|msgstr)?\s*"(.*)"\s*\Z', re.DOTALL
)
_PIECE = re.compile(r"(?:[^\\]|\\[^n])*?\\n|(?:[^\\]|\\[^n])+")


def canonical(lines: Sequence[str]) -> list[str]:
    """The lines of one entry in canonical order and without wrapping, one blank line before them.

    The order is gettext's: comments, extracted comments, references, flags, previous strings, strings.
    """
    newline = _newline(lines)
    comments: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    strings: list[tuple[str, str, list[str]]] = []
    for line in (line.strip() for line in lines):
        match = _STRING.match(line) if line.startswith(('"', "msg", "#~", "#|")) else None
        if match:
            lead = line[: 3 if line.startswith("#~|") else 2] + " " if line.startswith("#") else ""
            if match[1]:
                strings.append((lead, match[1], []))
            strings[-1][2].append(match[2])
        elif line.startswith("#."):
            extracted.append(line[2:].strip())
        elif line.startswith("#:"):
            references += line[2:].split()
        elif line.startswith("#,"):
            flags += (flag.strip() for flag in line[2:].split(","))
        elif line:
            comments.append(line)
    flags = sorted(dict.fromkeys(flag for flag in flags if flag), key=lambda flag: flag != "fuzzy")
    whole = [*comments, *_extracted(extracted, list(dict.fromkeys(references)))]
    whole += [f"#, {', '.join(flags)}"] if flags else []
    for lead, keyword, pieces in sorted(strings, key=lambda one: not one[0].endswith("| ")):
        whole += _unwrapped(lead, keyword, "".join(pieces))
    return [line + newline for line in ("", *whole)]


def _unwrapped(lead: str, keyword: str, escaped: str) -> Iterator[str]:
    pieces = _PIECE.findall(escaped)
    if len(pieces) < 2:
        yield f'{lead}{keyword} "{escaped}"'
        return
    yield f'{lead}{keyword} ""'
    yield from (f'{lead}"{piece}"' for piece in pieces)
