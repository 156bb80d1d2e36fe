"""What breaks only in the built deck: titles and the anchors that are made from them, tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from l10n.checks.evidence.anchors import Shown, anchors, ascii_anchor, linked, linked_elsewhere
from l10n.checks.model import AnyRule, CatalogRule, Flaw, Pair, Rule, Setting, Subject, Where
from l10n.deck import Deck, Kind, Segment, Span
from l10n.dialects import columns
from l10n.errors import Place
from l10n.language import excerpt
from l10n.markdown import slug
from l10n.project import Severity
from l10n.regex import regex

_Found = Iterator[tuple[Where, Flaw]]


def two_line_title(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """A title stands on two lines, where its source stands on one."""
    if pair.segment and pair.segment.kind is Kind.HEADING:
        at = pair.msgstr.strip().find("\n")
        if at >= 0 and "\n" not in pair.msgid:
            yield Flaw("the title has a line end, but it stands on one line", (at, at + 1))


def same_anchor(subject: Subject, _: Setting) -> _Found:
    """Two titles have one anchor in the built deck, and two in the source: links to both lead to one.

    For titles of the first level only ASCII letters count, as in decks whose table of contents is made from
    them; for all others letters and digits of all scripts, as in most renderers.
    """
    if subject.source is None:
        return
    deck = subject.source.deck
    titles = [segment for segment in deck.segments if segment.kind is Kind.HEADING and not segment.in_notes]
    translated = partial(_text, _translations(subject))
    first = [title for title in titles if _is_first_level(deck, title)]
    found: dict[int, tuple[Segment, Segment]] = {}
    for group, anchor in ((titles, slug), (first, ascii_anchor)):
        found |= _collisions(group, anchor, translated)
    for start in sorted(found):
        title, other = found[start]
        entry = subject.catalog.by_key.get(title.key)
        if entry:
            shown = " ".join(translated(other).split())
            yield entry, Flaw(f"this title has the same anchor as “{shown}”, so links to it lead there")


def _collisions(
    titles: list[Segment], anchor: Callable[[str], str], translated: Shown
) -> dict[int, tuple[Segment, Segment]]:
    """By place: titles whose anchor another one has taken, which the source has not."""
    taken: dict[str, Segment] = {}
    found: dict[int, tuple[Segment, Segment]] = {}
    for title in titles:
        other = taken.setdefault(anchor(translated(title)), title)
        if other is not title and anchor(other.msgid) != anchor(title.msgid):
            found[title.span.start] = title, other
    return found


def _translations(subject: Subject) -> dict[tuple[str | None, str], str]:
    return {
        key: entry.msgstr
        for key, entry in subject.catalog.by_key.items()
        if entry.translated and key not in subject.refused
    }


def _text(translations: Mapping[tuple[str | None, str], str], segment: Segment) -> str:
    return translations.get(segment.key, segment.msgid)


def _source(segment: Segment) -> str:
    return segment.msgid


def _is_first_level(deck: Deck, title: Segment) -> bool:
    start = deck.text.rfind("\n", 0, title.span.start) + 1
    return re.match(r"#[ \t]", deck.text[start : start + 2]) is not None


def lost_anchor(subject: Subject, _: Setting) -> _Found:
    """A link within the deck, `[text](#name)`, leads to a title whose translation has another anchor.

    So may a link definition, and a tag with `href`.
    """
    if subject.source is None or "#" not in subject.source.deck.text:
        return
    deck = subject.source.deck
    translated = partial(_text, _translations(subject))
    lost = anchors(deck, _source) - anchors(deck, translated)
    for segment in deck.segments if lost else ():
        entry = subject.catalog.by_key.get(segment.key)
        for name in linked(translated(segment)):
            if name.lower() in lost and entry:
                yield entry, _lost(name)
    for start, name in linked_elsewhere(deck) if lost else ():
        if name.lower() in lost:
            yield Place(subject.source.shown, deck.line_of(start)), _lost(name)


def _lost(name: str) -> Flaw:
    return Flaw(f"the link to #{name} leads nowhere: the title's translation has another anchor")


def table_width(subject: Subject, _: Setting) -> _Found:
    """A table with bars becomes as wide as its slide, or no longer is: Pandoc goes by its longest line.

    Beyond 72 columns of a line, the columns of the table are as wide as the dashes below its head.
    """
    source = subject.source
    longest = source.deck.renderer.longest_row if source else 0
    if source is None or not longest:
        return
    translated = partial(_text, _translations(subject))
    for table, cells in _tables(source.deck):
        had, has = (_widest(source.deck.text, table, cells, shown) for shown in (_source, translated))
        longer = max(cells, key=lambda cell: len(translated(cell)) - len(cell.msgid))
        entry = subject.catalog.by_key.get(longer.key)
        if entry and (had > longest) != (has > longest):
            message = (
                "the table is as wide as the slide, and its columns as its dashes" if has > had else _NARROW
            )
            yield entry, Flaw(f"the longest line of its table has {has} columns, not {had}: {message}")


_NARROW = "the table is as wide as its texts, and no longer as the slide"
_ROWS = regex(r"^.*\|.*(?:\n.*\|.*)*", re.MULTILINE)


def _tables(deck: Deck) -> Iterator[tuple[Span, list[Segment]]]:
    """Where each table with bars stands, and its cells that are messages."""
    cells = [one for one in deck.segments if one.kind is Kind.TABLE_CELL and not one.in_cell]
    starts = [one.span.start for one in cells]
    for match in _ROWS.finditer(deck.text) if cells else ():
        first, last = (bisect_left(starts, at) for at in match.span())
        if first < last:
            yield Span(*match.span()), cells[first:last]


def _widest(text: str, table: Span, cells: Sequence[Segment], shown: Shown) -> int:
    """How many columns its longest line has, with what is shown in its cells."""
    pieces: list[str] = []
    at = table.start
    for cell in cells:
        pieces += text[at : cell.span.start], shown(cell)
        at = cell.span.end
    lines = "".join([*pieces, text[at : table.end]]).splitlines()
    return max(columns(line) or len(line) for line in lines)


def author_comment(subject: Subject, _: Setting) -> _Found:
    """A comment of the author to this toolkit does nothing, or too much.

    A word of it is misspelt, `skip-start` has no end, or `skip-end` no start.
    """
    if subject.source:
        for start, message in subject.source.deck.slips:
            yield Place(subject.source.shown, subject.source.deck.line_of(start)), Flaw(message)


def untold_text(subject: Subject, _: Setting) -> _Found:
    """Text that the deck shows is in no message, so nobody can translate it.

    In raw HTML a message is what stands between two tags of blocks, if each tag has its partner in it. What
    people read of the tags themselves (`alt`, `title` and their like) is in none.
    """
    if subject.source is None:
        return
    deck = subject.source.deck
    for span in deck.untold:
        shown = excerpt(span.of(deck.text))
        place = Place(subject.source.shown, deck.line_of(span.start))
        yield place, Flaw(f"nobody can translate “{shown}”: it is in no message")


def other_engine(subject: Subject, _: Setting) -> _Found:
    """A deck has certain marks of another engine than the one whose dialect it is read in."""
    if subject.source and subject.source.choice.warning:
        choice = subject.source.choice
        yield Place(subject.source.shown, max(choice.warned_at, 1)), Flaw(choice.warning)


def unlikely_slide(subject: Subject, _: Setting) -> _Found:
    """A slide is to its engine what its author will not have meant: with two markers of reveal.js' notes.

    Then reveal.js shows all notes on the slide. Most such decks say elsewhere what parts their slides.
    """
    line, doubt = subject.source.doubt if subject.source else (0, "")
    if subject.source and doubt:
        yield Place(subject.source.shown, line), Flaw(doubt)


RULES: tuple[AnyRule, ...] = (
    Rule("two-line-title", Severity.WARNING, two_line_title, signs=frozenset("\n")),
    CatalogRule("same-anchor", Severity.WARNING, same_anchor, after_build=True),
    CatalogRule("lost-anchor", Severity.WARNING, lost_anchor, after_build=True),
    CatalogRule("table-width", Severity.WARNING, table_width, after_build=True),
    CatalogRule("author-comment", Severity.WARNING, author_comment),
    CatalogRule("untold-text", Severity.NOTE, untold_text),
    CatalogRule("other-engine", Severity.WARNING, other_engine),
    CatalogRule("unlikely-slide", Severity.WARNING, unlikely_slide),
)
