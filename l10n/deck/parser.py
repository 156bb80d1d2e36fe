"""From a text and a dialect to a ``Deck``: one parse, one model.

The dialect cuts the text into Markdown documents, those are read block by block, and of every block that has
prose this makes a segment: what translators need not see is trimmed, lines are joined, authors are heard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from l10n import errors
from l10n.deck.author import Author
from l10n.deck.blocks import Document
from l10n.deck.cells import with_cells
from l10n.deck.data.cutting import with_data_read
from l10n.deck.items import Untold
from l10n.deck.model import Deck, Segment, Slides, Span
from l10n.deck.outline import read_earlier, read_slides, read_titles
from l10n.deck.segments import apart, data_segments, out_of_reach, read_segments
from l10n.deck.view import View, page_view, view
from l10n.dialects import Cut, Dialect, Place, Renderer, Slice, with_any_words
from l10n.errors import DeckError
from l10n.markdown import FORMATTING_TAG, label

if TYPE_CHECKING:
    from l10n.deck.data.reading import ReadData


def parse(text: str, dialect: Dialect) -> Deck:
    """The deck in ``text``: its slides, and its segments in order; ``DeckError`` if it cannot be read."""
    seen, cut, data, documents = _cut(text, dialect)
    if fault := next((one.fault for one in data if one.fault), None):
        raise DeckError(fault.message, errors.Place("", fault.line))
    references = dict(cut.references)
    for document in documents:
        references |= document.references
    references = {label(name): target for name, target in references.items()}
    items = chain(*(document.read() for document in documents), (Untold(*span) for span in cut.untold))
    found = sorted(items, key=lambda item: seen.origin(item.start))
    author = Author()
    read = list(read_segments(found, seen, cut.wrappers, references, author, renderer=dialect.renderer))
    prose = [one for one in read if isinstance(one, Segment)]
    segments, within = apart([*data_segments(data, cut, seen), *prose])
    told = {one.span for one in segments}
    spans = (one for one in read if isinstance(one, Span) and one not in told)
    untold = tuple(sorted(out_of_reach([*spans, *within], segments, text)))
    titles = read_titles(found, segments, seen.text)
    slips = tuple((seen.origin(start), message) for start, message in author.all_slips())
    slides = _slides(seen, cut, documents, titles, dialect)
    bodies = _bodies(text, dialect)
    tables = tuple(table.moved(seen.origin) for table in cut.tables)
    return Deck(text, slides, segments, references, dialect.renderer, bodies, slips, untold, tables)


def parse_named(text: str, dialect: Dialect, shown: str) -> Deck:
    """The deck in the text of the file that messages call ``shown``; ``DeckError`` of a dialect names it."""
    try:
        return parse(text, dialect)
    except DeckError as error:
        raise DeckError(error.message, errors.Place(shown, error.place.line if error.place else 0)) from error


def skim(text: str, dialect: Dialect) -> Slides:
    """The slides of the deck in ``text``, without titles: what tells whether a built deck is sound."""
    seen, cut, _, documents = _cut(text, dialect)
    return _slides(seen, cut, documents, {}, dialect)


def _cut(text: str, dialect: Dialect) -> tuple[View, Cut, tuple[ReadData, ...], list[Document]]:
    seen = _seen(text, dialect)
    cut, data = with_data_read(dialect.cut(seen.text), seen.text)
    cut, seen = with_cells(cut, seen)
    return seen, cut, data, _documents(seen, cut, dialect, cut.slices)


def _documents(seen: View, cut: Cut, dialect: Dialect, slices: Iterable[Slice]) -> list[Document]:
    read = cut.handed + seen.text[len(cut.handed) :]
    links = partial(_links, dialect.renderer, cut.references)
    reads = partial(Document, names=dialect.renderer.attributes)
    return [reads(one, read, dialect.readers, dialect.has_own_lines, links) for one in slices]


def _slides(
    seen: View, cut: Cut, documents: list[Document], titles: Mapping[int, str], dialect: Dialect
) -> Slides:
    earlier = partial(read_earlier, seen, dialect, cut, partial(_documents, seen, cut, dialect))
    return Slides(read_slides(cut, documents, titles, seen), earlier)


def _links(renderer: Renderer, references: Mapping[str, str], text: str) -> Sequence[Sequence[str]]:
    """What leads anywhere in the text of a block, by each version, labels that lead nowhere, and tags.

    Where it leads is not said, for a translation may name a target of its own.
    """
    known = dict.fromkeys(map(label, references), "")
    found = ([link for link in one.targets(text, known) if link[0] != "text"] for one in renderer.inline)
    return [*(sorted(_told_link(*link) for link in every) for every in found), _tags(text)]


_TAG = re.compile(r"<!--[\s\S]*?-->|</?[a-zA-Z][^<>]*>")


def _tags(text: str) -> Sequence[str]:
    """Those that a translation may have neither more nor less of."""
    tags = _TAG.findall(text) if ">" in text else ()
    return sorted(" ".join(with_any_words(tag).split()) for tag in tags if not FORMATTING_TAG.fullmatch(tag))


def _told_link(kind: str, target: str) -> str:
    """A bare URL is told whole, for it takes in what is glued to it."""
    return f"{kind} {target}" if kind == "url" or target.startswith("[") else kind


def _seen(text: str, dialect: Dialect) -> View:
    embedding = dialect.renderer.embedding
    if embedding is None:
        return view(text, dedent=dialect.dedent)
    return page_view(text, _bodies(text, dialect), embedding.lead, dedent=dialect.dedent)


def _bodies(text: str, dialect: Dialect) -> Sequence[Place]:
    """Where the slides are: nowhere in a page without a deck."""
    embedding = dialect.renderer.embedding
    if embedding is None:
        return (Place(0, len(text), (0, len(text))),)
    end = len(text)
    return embedding.find(text) or (Place(end, end, (end, end)),)
