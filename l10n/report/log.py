"""What changed in the source since entries were right, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from l10n.git import Fate, LoggedMessage, LoggedSlide, Revision, SourceLog
from l10n.language import Edit, EditKind, mark, shortened, visible, word_diff
from l10n.markdown import words
from l10n.report.plain import (
    Line,
    Painted,
    Piece,
    Style,
    ascii_json,
    on_one_line,
    printable,
    start_of,
    width,
)

Paint = Callable[[EditKind, str], Piece]
_CONTEXT = 8
"""Words of unchanged text beside a change."""
_INDENT = "    "
_MARKS = 4
"""Columns that marks take."""


def marked(kind: EditKind, text: str) -> str:
    """Changes between marks, where there are no colours."""
    return mark(Edit(kind, text))


def painted(kind: EditKind, text: str) -> Painted:
    """As ``git diff --color-words`` does it, and with a line through what was removed."""
    return Painted(text, Style.STRUCK if kind is EditKind.REMOVED else Style.GREEN)


def as_json(log: SourceLog) -> str:
    """All that is known, as JSON."""
    decks = [
        {"deck": deck.path, "catalog": deck.catalog, "slides": [_slide_data(slide) for slide in deck.slides]}
        for deck in log.decks
    ]
    return ascii_json({"locale": log.locale, "decks": decks})


def _slide_data(slide: LoggedSlide) -> dict[str, Any]:
    messages = [_message_data(message) for message in slide.messages]
    return {"title": slide.title, "line": slide.line, "new": slide.new, "messages": messages}


def _message_data(message: LoggedMessage) -> dict[str, Any]:
    segment = message.segment
    return {
        "line": message.line,
        "kind": str(segment.kind),
        "notes": segment.in_notes,
        "msgctxt": segment.msgctxt,
        "msgid": segment.msgid,
        "fate": str(message.fate),
        "translated": message.right_now,
        "lender": message.lender,
        "before": message.before,
        "right": _revision_data(message.right),
        "changed": _revision_data(message.changed),
        "diff": [[str(edit.kind), edit.text] for edit in _edits(message)],
    }


def _revision_data(revision: Revision | None) -> dict[str, str] | None:
    if revision is None:
        return None
    return {"commit": revision.commit, "date": revision.date.isoformat(), "subject": revision.subject}


def as_text(log: SourceLog, *, columns: int = 80) -> str:
    """The lines with marks instead of colours."""
    return "\n".join(map(printable, as_lines(log, columns=columns)))


def as_lines(log: SourceLog, *, paint: Paint = marked, columns: int = 80) -> Iterator[Line]:
    """Decks, slides and messages in order, to be read in a terminal; the last line counts them."""
    for deck in log.decks:
        yield deck.path
        for slide in deck.slides:
            yield ""
            yield from _slide_lines(slide, paint, columns)
        yield ""
    yield _summary(log)


def _slide_lines(slide: LoggedSlide, paint: Paint, columns: int) -> Iterator[Line]:
    title = f"“{_plain(slide.title)}”, line {slide.line}"
    if slide.new:
        number, count = len(slide.messages), sum(words(one.segment.msgid) for one in slide.messages)
        yield start_of(f"  new slide {title}", columns)
        yield start_of(f"{_INDENT}{_counted(number, 'message')}, {_counted(count, 'word')}", columns)
        yield start_of(f"{_INDENT}since {_named(slide.messages[0].changed)}", columns)
        return
    yield start_of(f"  slide {title}", columns)
    for message in slide.messages:
        yield from _message_lines(message, paint, columns)


def _message_lines(message: LoggedMessage, paint: Paint, columns: int) -> Iterator[Line]:
    segment = message.segment
    where = ", notes" if segment.in_notes else ""
    now = ", translated since" if message.right_now and message.fate is not Fate.RIGHT else ""
    lent = f", borrowed from {message.lender}" if message.lender else ""
    yield f"{_INDENT}{message.line}: {segment.kind.value}{where}, {message.fate}{now}{lent}"
    yield from _source_lines(message, paint, columns)
    yield from (start_of(f"{_INDENT}  {line}", columns) for line in _revision_lines(message))


def _source_lines(message: LoggedMessage, paint: Paint, columns: int) -> Iterator[Line]:
    edits = _edits(message)
    if len(edits) > 1:
        yield from _wrapped(visible(shortened(edits, _CONTEXT)), paint, columns)
    else:
        yield start_of(f"{_INDENT}  {_plain(message.segment.msgid)}", columns)


def _revision_lines(message: LoggedMessage) -> Iterator[str]:
    if message.right:
        yield f"right in   {_named(message.right)}"
    if message.fate is Fate.CHANGED and not (message.right or message.changed):
        yield "since a translation that is older than the catalog"
    elif message.fate not in (Fate.UNTRANSLATED, Fate.RIGHT):
        verb = {Fate.CHANGED: "changed in", Fate.NEW: "new in    "}.get(message.fate, "marked in ")
        yield f"{verb} {_named(message.changed)}"


def _edits(message: LoggedMessage) -> Sequence[Edit]:
    """How the source changed, if it did; else all of it, the same."""
    now = message.segment.msgid
    return word_diff(now if message.before is None else message.before, now)


_Run = tuple[EditKind, str]


def _wrapped(edits: Iterable[Edit], paint: Paint, columns: int) -> Iterator[Line]:
    """A diff on lines that fit; what is changed over the end of a line is marked on both."""
    margin = f"{_INDENT}  "
    line: list[_Run] = []
    room = columns - len(margin)
    for space, word in _words(edits):
        size = 1 + sum(
            width(on_one_line(text)) + (0 if kind is EditKind.SAME else _MARKS) for kind, text in word
        )
        if line and size > room:
            yield (margin, *_painted(line, paint))
            line, room = [], columns - len(margin)
        elif line:
            line.append((space, " "))
        line += word
        room -= size
    yield (margin, *_painted(line, paint))


def _columns(kind: EditKind, text: str) -> int:
    return width(on_one_line(text)) + (0 if kind is EditKind.SAME else _MARKS)


def _words(edits: Iterable[Edit]) -> Iterator[tuple[EditKind, list[_Run]]]:
    """What stands between blanks, and what became of the blank before it."""
    space, word = EditKind.SAME, list[_Run]()
    for edit in edits:
        first, *rest = edit.text.split(" ")
        word += [(edit.kind, first)] if first else []
        for text in rest:
            yield space, word
            space, word = edit.kind, [(edit.kind, text)] if text else []
    yield space, word


def _painted(line: Iterable[_Run], paint: Paint) -> Iterator[Piece]:
    runs = ((kind, "".join(text for _, text in run)) for kind, run in groupby(line, key=lambda one: one[0]))
    return (text if kind is EditKind.SAME else paint(kind, text) for kind, text in runs)


def _named(revision: Revision | None) -> str:
    if revision is None:
        return "no commit yet"
    return f"{revision.short} {revision.date:%Y-%m-%d} {_plain(revision.subject)}"


def _plain(text: str) -> str:
    return on_one_line("".join(edit.text for edit in visible([Edit(EditKind.SAME, text)])))


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _summary(log: SourceLog) -> str:
    messages = [one for deck in log.decks for slide in deck.slides for one in slide.messages]
    counts = Counter(message.fate for message in messages)
    told = ", ".join(f"{counts[fate]} {fate}" for fate in Fate if counts[fate])
    return f"{log.locale}: {told or 'nothing to tell'}"
