"""What the toolkit sees in a deck."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from typing import Any

from l10n.deck import Deck, Segment, Slide
from l10n.project import Choice
from l10n.report.plain import ascii_json, on_one_line


def as_json(deck: Deck, choice: Choice) -> str:
    """The dialect, slides and steps in order, each with its messages, as JSON."""
    return ascii_json(_data(deck, choice))


def as_text(deck: Deck, choice: Choice) -> str:
    """The same, to be read in a terminal."""
    return "\n".join(map(on_one_line, _lines(_data(deck, choice))))


def _data(deck: Deck, choice: Choice) -> dict[str, Any]:
    parts = zip(deck.slides, _by_slide(deck), strict=True)
    return {
        "dialect": choice.dialect,
        "why": choice.why,
        "warning": choice.warning or deck.doubt[1],
        "slides": sum(not slide.continued for slide in deck.slides),
        "steps": sum(slide.continued for slide in deck.slides),
        "messages": len({segment.key for segment in deck.segments}),
        "definitions": dict(deck.references),
        "untold": [{"line": deck.line_of(span.start), "text": span.of(deck.text)} for span in deck.untold],
        "parts": [_slide(deck, slide, segments) for slide, segments in parts],
    }


def _by_slide(deck: Deck) -> list[list[Segment]]:
    parts: list[list[Segment]] = [[] for _ in deck.slides]
    starts = [slide.span.start for slide in deck.slides]
    for segment in deck.segments:
        parts[max(0, bisect(starts, segment.span.start) - 1)].append(segment)
    return parts


def _slide(deck: Deck, slide: Slide, segments: list[Segment]) -> dict[str, Any]:
    return {
        "line": deck.line_of(slide.span.start),
        "step": slide.continued,
        "title": slide.title,
        "properties": dict(slide.marks.properties),
        "notes": slide.marks.notes > 0,
        "classes": slide.marks.classes,
        "messages": [_message(deck, segment) for segment in segments],
    }


def _message(deck: Deck, segment: Segment) -> dict[str, Any]:
    return {
        "line": deck.line_of(segment.span.start),
        "kind": str(segment.kind),
        "notes": segment.in_notes,
        "msgctxt": segment.msgctxt,
        "msgid": segment.msgid,
        "comments": list(segment.comments),
    }


def _lines(data: dict[str, Any]) -> Iterator[str]:
    yield ", ".join(_counted(data[name], name) for name in ("slides", "steps", "messages"))
    yield f"read as {data['dialect']} ({data['why']})"
    if data["warning"]:
        yield f"warning: {data['warning']}"
    for slide in data["parts"]:
        yield ""
        yield from _slide_lines(slide)
    if data["untold"]:
        yield from ("", "       in no message:")
        yield from (f"{one['line']:5}    {one['text']}" for one in data["untold"])


def _slide_lines(slide: dict[str, Any]) -> Iterator[str]:
    yield f"{slide['line']:5}  {'step of' if slide['step'] else 'slide'} “{slide['title']}”"
    yield from (f"       {name}: {value}" for name, value in slide["properties"].items())
    if slide["classes"]:
        yield f"       {' '.join(slide['classes'])}"
    yield from map(_message_line, slide["messages"])


def _message_line(message: dict[str, Any]) -> str:
    where = ", notes" if message["notes"] else ""
    context = f" ({message['msgctxt']})" if message["msgctxt"] else ""
    return f"{message['line']:5}    {message['kind']}{where}{context}: {message['msgid']}"


def _counted(number: int, name: str) -> str:
    return f"{number} {name.removesuffix('s') if number == 1 else name}"
