"""What the page shows of a deck: its slides, and the messages of each with all that is known of them."""

from __future__ import annotations

from collections import Counter

from l10n.catalog import Catalog, Entry, state
from l10n.deck import Deck, Segment
from l10n.language import Glossary, direction, language_tag
from l10n.markdown import as_read, prose
from l10n.project import Glossaries, Project, SourceDeck
from l10n.serve.shelf import changes
from l10n.serve.verdict import Data, verdict
from l10n.stats import slide_numbers


def deck_view(project: Project, path: str, locale: str) -> Data:
    """The deck as JSON has it; ``L10nError`` if it or its catalog cannot be read."""
    source = SourceDeck(project, path)
    catalog = source.catalog(locale) or Catalog()
    known = _Known(project, source, catalog, locale)
    config = project.config
    return {
        "deck": path,
        "language": language_tag(locale),
        "dir": direction(locale) or "ltr",
        "sourceLanguage": language_tag(config.source_locale),
        "slides": _slides(source.deck, known),
    }


class _Known:
    """What is known of the messages of a deck in a locale."""

    def __init__(self, project: Project, source: SourceDeck, catalog: Catalog, locale: str) -> None:
        self.catalog = catalog
        self.verdict = verdict(project, source, catalog, locale)
        self.glossary = Glossaries(project).of(locale)

    def message(self, segment: Segment, line: int) -> Data:
        """One message, and what is said of it."""
        entry = self.catalog.by_key.get(segment.key)
        shown = entry or Entry(segment.msgid, msgctxt=segment.msgctxt)
        is_refused, loan = segment.key in self.verdict.refused, self.verdict.borrowed.get(segment.key)
        return {
            "msgctxt": segment.msgctxt,
            "msgid": segment.msgid,
            "msgstr": shown.msgstr,
            "changes": changes(shown.previous[1], segment.msgid) if shown.previous else [],
            "comments": [*segment.comments, *shown.notes],
            "kind": str(segment.kind),
            "notes": segment.in_notes,
            "line": line,
            "state": str(state(shown, self.glossary, refused=is_refused, borrowed=loan is not None)),
            "lender": loan.lender if loan else "",
            "lent": loan.msgstr if loan else "",
            **self.verdict.of(segment.key),
            "terms": _terms(self.glossary, segment.msgid),
            "editable": entry is not None,
        }


def _terms(glossary: Glossary, msgid: str) -> list[Data]:
    """The terms of a message, each once, and how they are said."""
    terms = dict.fromkeys(glossary.found(prose(msgid)))
    return [
        {"source": term.source, "target": [*term.preferred] or [term.source] * term.keep, "note": term.note}
        for term in terms
    ]


def _slides(deck: Deck, known: _Known) -> list[Data]:
    """The slides with their messages; those of a step are its slide's."""
    numbers = slide_numbers(deck)
    slides: list[Data] = []
    for slide, (number, at) in zip(deck.slides, zip(numbers, shown_at(deck), strict=True), strict=True):
        if number > len(slides):
            slides.append({"number": number, "title": as_read(slide.title), "at": at, "messages": []})
        slides[-1]["last"] = at
    for segment in deck.segments:
        message = known.message(segment, deck.line_of(segment.span.start))
        slides[numbers[segment.slide] - 1]["messages"].append(message)
    for one in slides:
        one["states"] = Counter(message["state"] for message in one["messages"])
    return slides


def shown_at(deck: Deck) -> list[int]:
    """For each slide and step, the number that its engine shows it by, or else that of the one before."""
    at, numbers = 0, []
    for slide in deck.slides:
        at += slide.marks.is_shown
        numbers.append(max(1, at))
    return numbers
