"""How PO entries are written, and how the lines of one change its state without touching its strings.

What is new is written as ``msgcat --no-wrap`` writes it: the one format that is the same in all versions of
gettext, and that Poedit leaves alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from l10n.catalog.lines import StringLine, live, obsolete, pieces, string_in
from l10n.regex import regex

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
_TO_ESCAPE = regex(r'[\\"\x07-\x0d]')


def format_string(keyword: str, value: str) -> list[str]:
    """``keyword "value"``, on one line per line of the value; line ends left out."""
    if not _TO_ESCAPE.search(value):
        return [f'{keyword} "{value}"']  # as most are
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
    return [f"#. {comment}".rstrip() for comment in comments] + referring(references)


def referring(references: Sequence[str]) -> list[str]:
    """The lines that name these places, without line ends."""
    lines: list[str] = []
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
    return [obsolete(line) for line in refreshed(lines, comments, ())]


def revived(lines: Sequence[str]) -> list[str]:
    """The lines of an obsolete entry whose text has come back."""
    return [live(line) for line in lines]


def retranslated(lines: Sequence[str], msgstr: str) -> list[str]:
    """The lines of an entry with another translation; all other lines stay as they are."""
    newline = _newline(lines)
    read = ((number, string_in(line)) for number, line in enumerate(lines))
    keywords = {number: string[1] for number, string in read if string and not string[0]}
    start, *others = (number for number, keyword in keywords.items() if keyword.startswith("msgstr"))
    # Blank lines may stand between the strings; none of these may be left behind.
    end = 1 + max(number for number in keywords if not others or number < others[0])
    new = [line + newline for line in format_string(keywords[start], msgstr)]
    if not lines[end - 1].endswith(newline):  # the file's last line may have no end
        new[-1] = new[-1].removesuffix(newline)
    return [*lines[:start], *new, *lines[end:]]


def recontexted(lines: Sequence[str], context: str | None, *, previous: bool = False) -> list[str]:
    """The lines of an entry with another ``msgctxt``, or with another of its ``previous`` message."""
    newline = _newline(lines)
    old: set[int] = set()
    at, within = 0, False
    for number, line in enumerate(lines):
        mark, keyword, _ = string_in(line) or ("", "", "")
        if string_in(line) and mark.endswith("|") == previous:
            within = keyword == "msgctxt" or (within and not keyword)
            old |= {number} if within else set()
            if keyword == "msgid":
                at = number
                break
    mark = (string_in(lines[at]) or ("", "", ""))[0]
    new = [] if context is None else format_string("msgctxt", context)
    before = [line for number, line in enumerate(lines[:at]) if number not in old]
    return [*before, *(f"{mark} {line}".lstrip() + newline for line in new), *lines[at:]]


def approved(lines: Sequence[str]) -> list[str]:
    """The lines of an entry that somebody looked at: not fuzzy, and without the message it was made for."""
    return [new for line in lines if not _PREVIOUS.match(line) and (new := _without_fuzzy(line))]


_PREVIOUS = regex(r"\s*+#\|")


def _without_fuzzy(line: str) -> str:
    """A line of flags without that one; empty if it has no other."""
    if not line.lstrip().startswith("#,") or "fuzzy" not in line:
        return line
    flags = [flag.strip() for flag in line.strip()[2:].split(",")]
    kept = [flag for flag in flags if flag not in {"", "fuzzy"}]
    return f"#, {', '.join(kept)}{_newline([line])}" if kept else ""


def _newline(lines: Sequence[str]) -> str:
    last = next((line for line in lines if line.endswith(("\n", "\r"))), "\n")
    return last[len(last.rstrip("\r\n")) :]


_COMMENTS = ("# ", "#.", "#:", "#,")
"""What most comments begin with: no string is looked for in them."""


def canonical(lines: Sequence[str]) -> list[str]:
    """The lines of one entry in canonical order and without wrapping, one blank line before them.

    The order is gettext's: comments, extracted comments, references, flags, previous strings, strings.
    """
    newline = _newline(lines)
    said: list[str] = []
    strings: list[StringLine] = []
    for line in filter(None, map(str.strip, lines)):
        if not line.startswith(_COMMENTS) and (string := string_in(line)):
            strings.append(string)
        else:
            said.append(line)
    return [line + newline for line in ("", *_said_canonically(said), *_unwrapped(strings))]


def _said_canonically(lines: Sequence[str]) -> list[str]:
    """The lines without strings, by what they are; references and flags once each, fuzzy first."""
    extracted = [line[2:].strip() for line in lines if line.startswith("#.")]
    references = [place for line in lines if line.startswith("#:") for place in line[2:].split()]
    flags = [flag.strip() for line in lines if line.startswith("#,") for flag in line[2:].split(",")]
    flags = sorted(dict.fromkeys(filter(None, flags)), key=lambda flag: flag != "fuzzy")
    return [
        *(line for line in lines if not line.startswith(("#.", "#:", "#,"))),
        *_extracted(extracted, list(dict.fromkeys(references))),
        *([f"#, {', '.join(flags)}"] if flags else []),
    ]


def _unwrapped(lines: Iterable[StringLine]) -> Iterator[str]:
    """Each string on one line per line that it means, previous strings before the others."""
    strings: list[tuple[str, str, list[str]]] = []
    for mark, keyword, text in lines:
        if keyword:
            strings.append((mark and f"{mark} ", keyword, []))
        strings[-1][2].append(text)
    for lead, keyword, texts in sorted(strings, key=lambda one: not one[0].endswith("| ")):
        yield from _on_lines(lead, keyword, "".join(texts))


def _on_lines(lead: str, keyword: str, text: str) -> Iterator[str]:
    parts = pieces(text)
    if len(parts) < 2:
        yield f'{lead}{keyword} "{text}"'
        return
    yield f'{lead}{keyword} ""'
    yield from (f'{lead}"{part}"' for part in parts)
