"""How far translations are, as one page that needs nothing else: no network, no script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from l10n.report.plain import on_one_line, shortened
from l10n.report.stats.page_style import POLICY, STYLE, heat
from l10n.stats import Counts, DeckStats, Message, State, Survey, Translation, complete_percent, total

_EXCERPT = 100
"""Columns of a message that are shown."""
_HEAD = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Translations</title>
<link rel="icon" href="data:,">
<style>{STYLE}</style>
</head>
<body>
<a class="skip" href="#main">To the figures</a>
<header>
<h1>Translations</h1>
"""


def as_html(survey: Survey, way: str) -> str:
    """The page; ``way`` leads from its folder to the project's, for links to catalogs."""
    return "\n".join(_Page(survey, way).lines())


class _Page:
    """A survey on its way into a page."""

    def __init__(self, survey: Survey, way: str) -> None:
        self.survey = survey
        self.way = way
        self.lang = escape(survey.source_locale.replace("_", "-"))
        self.totals = {locale: total(survey, locale) for locale in survey.locales}

    def lines(self) -> Iterator[str]:
        yield f'{_HEAD}{self._sum()}\n{self._navigation()}\n</header>\n<main id="main">'
        yield from self._problems()
        if self.survey.locales:
            yield from self._overview()
            yield from self._map()
        for index, locale in enumerate(self.survey.locales):
            yield from self._left(index, locale)
        yield "</main>\n<footer><p>Made by <code>l10n stats --format html</code>.</p></footer>"
        yield "</body>\n</html>"

    def _sum(self) -> str:
        source = next(iter(self.totals.values()), Counts()).total
        numbers = (
            _many(len(self.survey.decks), "deck"),
            _many(len(self.survey.locales), "language"),
            f"{_many(source.messages, 'message')} of {_many(source.words, 'word')} in each",
        )
        return f"<p>{', '.join(numbers)}</p>"

    def _navigation(self) -> str:
        places = [("#overview", "Overview"), ("#map", "Slides")] if self.survey.locales else []
        places += [(f"#l{index}", f"Left in {one}") for index, one in enumerate(self.survey.locales)]
        links = "".join(f'<li><a href="{target}">{_text(name)}</a></li>' for target, name in places)
        return f'<nav aria-label="Contents"><ul>{links}</ul></nav>' if links else ""

    def _problems(self) -> Iterator[str]:
        if self.survey.problems:
            found = "".join(f"<li>{_text(str(problem))}</li>" for problem in self.survey.problems)
            yield '<section aria-labelledby="problems"><h2 id="problems">Could not be read</h2>'
            yield f"<ul>{found}</ul></section>"

    def _overview(self) -> Iterator[str]:
        columns = ("Language", "Complete", *(state.capitalize() for state in State))
        body = (self._overview_row(locale, counts) for locale, counts in self.totals.items())
        caption = "Messages and words by state; percent of words that are translated"
        yield from _table("overview", "Overview", caption, columns, ["<tbody>", *body, "</tbody>"])

    def _overview_row(self, locale: str, counts: Counts) -> str:
        percent = complete_percent(counts)
        cells = "".join(
            f"<td>{counts.of(state).messages:,} / {counts.of(state).words:,}</td>" for state in State
        )
        shown = f'<td class="{heat(percent)}">{percent} %</td>'
        return f'<tr><th scope="row">{_text(locale)}</th>{shown}{cells}</tr>'

    def _map(self) -> Iterator[str]:
        caption = "Percent of words that are translated, by deck and slide; a link leads to what is left"
        body = [line for number, deck in enumerate(self.survey.decks) for line in self._deck(number, deck)]
        yield from _table("map", "Slides", caption, ("Deck and slide", *self.survey.locales), body)

    def _deck(self, number: int, deck: DeckStats) -> Iterator[str]:
        slides = [one.by_slide() for one in deck.translations]
        whole = [one.counts for one in deck.translations]
        cells = "".join(_cell(counts, f"{i}-{number}") for i, counts in enumerate(whole))
        yield "<tbody>"
        yield f'<tr class="deck"><th scope="rowgroup">{_text(deck.deck)}</th>{cells}</tr>'
        for slide in slides[0]:
            cells = "".join(_cell(one[slide], f"{i}-{number}-{slide}") for i, one in enumerate(slides))
            yield f'<tr><th scope="row">{slide} {self._quoted(deck.slides[slide - 1])}</th>{cells}</tr>'
        yield "</tbody>"

    def _left(self, index: int, locale: str) -> Iterator[str]:
        yield f'<section aria-labelledby="l{index}"><h2 id="l{index}">Left in {_text(locale)}</h2>'
        if complete_percent(self.totals[locale]) == 100:
            yield "<p>Nothing: every message is translated.</p>"
        for number, deck in enumerate(self.survey.decks):
            yield from self._left_in_deck(deck, deck.translations[index], f"{index}-{number}")
        yield "</section>"

    def _left_in_deck(self, deck: DeckStats, translation: Translation, name: str) -> Iterator[str]:
        slides = _left_by_slide(translation)
        if not slides:
            return
        messages = [one for found in slides.values() for one in found]
        words = sum(one.words for one in messages)
        left = f"{_many(len(messages), 'message')}, {_many(words, 'word')}"
        yield f"<details><summary><strong>{_text(deck.deck)}</strong>: {left}</summary>"
        yield f'<div id="{name}">'
        for slide, found in slides.items():
            title = self._quoted(deck.slides[slide - 1])
            yield f'<h3 id="{name}-{slide}">Slide {slide}: {title}</h3><ul class="left">'
            yield from (self._message(one, translation) for one in found)
            yield "</ul>"
        yield "</div></details>"

    def _message(self, message: Message, translation: Translation) -> str:
        shown = self._quoted(message.msgid)
        if translation.catalog:
            line = f"line {message.line}: " if message.line else ""
            shown = f'<a href="{self._target(message, translation)}">{line}{shown}</a>'
        reason = f": {_text(message.reason)}" if message.reason else ""
        said = f"{_many(message.words, 'word')}, {message.state}{reason}"
        return f'<li>{shown} <span class="state">{said}</span></li>'

    def _quoted(self, text: str) -> str:
        """The beginning of a text in the language of the decks, which may run the other way."""
        shown = shortened(on_one_line(text[: 4 * _EXCERPT]), _EXCERPT)
        return f'<bdi lang="{self.lang}">{_text(shown)}</bdi>'

    def _target(self, message: Message, translation: Translation) -> str:
        """The catalog; where a server shows its lines, as code hosts do, at that of the message."""
        path = quote(f"{self.way}/{translation.catalog}", safe="/", errors="surrogatepass")
        return escape(f"{path}#L{message.line}" if message.line else path)


def _left_by_slide(translation: Translation) -> dict[int, list[Message]]:
    found: dict[int, list[Message]] = {}
    for message in translation.messages:
        if message.state is not State.TRANSLATED:
            found.setdefault(message.slide, []).append(message)
    return found


def _cell(counts: Counts, name: str) -> str:
    if not counts.total.messages:
        return "<td>nothing</td>"
    percent = complete_percent(counts)
    shown = f"{percent} %" if percent == 100 else f'<a href="#{name}">{percent} %</a>'
    return f'<td class="{heat(percent)}">{shown}</td>'


def _table(name: str, title: str, caption: str, columns: Sequence[str], body: Sequence[str]) -> Iterator[str]:
    """A section with a table, which scrolls in its own box."""
    head = "".join(f'<th scope="col">{_text(column)}</th>' for column in columns)
    yield f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>'
    yield f'<div class="box" role="region" aria-labelledby="{name}" tabindex="0"><table>'
    yield f"<caption>{caption}</caption><thead><tr>{head}</tr></thead>"
    yield from body
    yield "</table></div></section>"


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _text(text: str) -> str:
    """Any text as text of the page."""
    return escape(on_one_line(text))
