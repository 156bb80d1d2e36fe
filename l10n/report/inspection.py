"""What the toolkit sees in a deck."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from l10n.deck import Deck, Segment, Slide
from l10n.report.plain import ascii_json, on_one_line


def as_json(deck: Deck) -> str:
    """Slides and steps in order, each with its messages, as JSON."""
    return ascii_json(_data(deck))


def as_text(deck: Deck) -> str:
    """The same, to be read in a terminal."""
    return "\n".join(map(on_one_line, _lines(_data(deck))))


def _data(deck: Deck) -> dict[str, Any]:
    parts: list[list[Segment]] = [[] for _ in deck.slides]
    at = 0
    for segment in deck.segments:
        while at + 1 < len(deck.slides) and deck.slides[at + 1].span.start <= segment.span.start:
            at += 1
        parts[at].append(segment)
    slides = [_slide(deck, slide, part) for slide, part in zip(deck.slides, parts, strict=True)]
    return {
        "slides": sum(not slide.continued for slide in deck.slides),
        "steps": sum(slide.continued for slide in deck.slides),
        "messages": len({segment.key for segment in deck.segments}),
        "definitions": dict(deck.references),
        "untold": [{"line": deck.line_of(span.start), "text": span.of(deck.text)} for span in deck.untold],
        "parts": slides,
    }


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
    for part in data["parts"]:
        yield ""
        yield f"{part['line']:5}  {'step of' if part['step'] else 'slide'} “{part['title']}”"
        for name, value in part["properties"].items():
            yield f"       {name}: {value}"
        if part["classes"]:
            yield f"       {' '.join(part['classes'])}"
        for message in part["messages"]:
            where = ", notes" if message["notes"] else ""
            context = f" ({message['msgctxt']})" if message["msgctxt"] else ""
            yield f"{message['line']:5}    {message['kind']}{where}{context}: {message['msgid']}"
    if data["untold"]:
        yield ""
        yield "       in no message:"
    for one in data["untold"]:
        yield f"{one['line']:5}    {one['text']}"


def _counted(number: int, name: str) -> str:
    return f"{number} {name.removesuffix('s') if number == 1 else name}"
