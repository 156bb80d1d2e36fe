"""From a text and a dialect to a ``Deck``: one parse, one model.

The dialect cuts the text into Markdown documents, those are read block by block, and of every block that has
prose this makes a segment: what translators need not see is trimmed, lines are joined, authors are heard.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple, Self

from l10n import errors
from l10n.deck.author import Author
from l10n.deck.blocks import Document
from l10n.deck.cells import with_cells
from l10n.deck.data.cutting import with_data_read
from l10n.deck.items import Untold
from l10n.deck.model import Deck, Earlier, Segment, Slides, Span
from l10n.deck.outline import read_earlier, read_slides, read_titles
from l10n.deck.segments import apart, data_segments, out_of_reach, read_segments
from l10n.deck.view import View, page_view, view
from l10n.dialects import Dialect, Place, Renderer, Slice, with_any_words
from l10n.errors import DeckError
from l10n.markdown import FORMATTING_TAG, label
from l10n.regex import regex


def parse(text: str, dialect: Dialect) -> Deck:
    """The deck in ``text``: its slides, and its segments in order; ``DeckError`` if it cannot be read."""
    return Reading(text, dialect).deck()


def parse_named(text: str, dialect: Dialect, shown: str) -> Deck:
    """The deck in the text of the file that messages call ``shown``; ``DeckError`` of a dialect names it."""
    try:
        return parse(text, dialect)
    except DeckError as error:
        raise DeckError(error.message, errors.Place(shown, error.place.line if error.place else 0)) from error


def skim(text: str, dialect: Dialect, amid: Deck | None = None) -> Slides:
    """The slides of the deck in ``text``, without titles: what tells whether a built deck is sound.

    Or of a stretch ``amid`` a deck: what it links to may be defined elsewhere.
    """
    around = Definitions(amid.references if amid else {}, {})
    return Reading(text, dialect).amid(around).slides({})


class Definitions(NamedTuple):
    """Targets by label."""

    own: Mapping[str, str]
    """Those that the dialect itself reads."""
    others: Mapping[str, str]
    """Those that its renderer sees in documents; they come after all the others."""

    def __or__(self, later: Definitions) -> Definitions:
        return Definitions({**self.own, **later.own}, {**self.others, **later.others})


class Reading:
    """A text that was cut in its dialect, and is read when something is asked of it."""

    def __init__(self, text: str, dialect: Dialect, *, is_whole: bool = True) -> None:
        """It is read as a deck of its own, unless it is said to be ``amid`` others.

        If it ``is_whole``, an indent that all its lines have may count for nothing.
        """
        self.text, self.dialect = text, dialect
        seen = _seen(text, dialect, dedent=dialect.dedent and is_whole)
        cut, self.data = with_data_read(dialect.cut(seen.text), seen.text)
        self.cut, self.seen = with_cells(cut, seen)
        self.around: Definitions | None = None
        self.known = dict(self.cut.references)
        """To documents."""
        self.documents = self._read(self.cut.slices)

    def amid(self, around: Definitions) -> Self:
        """The same as some of a deck that has these definitions, its own among them."""
        self.around = around
        self.known |= around.own
        return self

    @property
    def definitions(self) -> Definitions:
        """Those of this text alone."""
        others: dict[str, str] = {}
        for document in self.documents:
            others |= document.references
        return Definitions(self.cut.references, others)

    def deck(self) -> Deck:
        """What the text says; ``DeckError`` if it cannot be read."""
        if fault := next((one.fault for one in self.data if one.fault), None):
            raise DeckError(fault.message, errors.Place("", fault.line))
        text, seen, cut, renderer = self.text, self.seen, self.cut, self.dialect.renderer
        around = self.around or self.definitions
        references = {label(name): target for name, target in {**around.own, **around.others}.items()}
        items = chain(
            *(document.read() for document in self.documents), (Untold(*span) for span in cut.untold)
        )
        found = sorted(items, key=lambda item: seen.origin(item.start))
        author = Author()
        read = list(read_segments(found, seen, cut.wrappers, references, author, renderer=renderer))
        prose = [one for one in read if isinstance(one, Segment)]
        segments, within = apart([*data_segments(self.data, cut, seen), *prose])
        told = {one.span for one in segments}
        spans = (one for one in read if isinstance(one, Span) and one not in told)
        untold = tuple(sorted(out_of_reach([*spans, *within], segments, text)))
        slides = self.slides(read_titles(found, segments, seen.text))
        slips = tuple((seen.origin(start), message) for start, message in author.all_slips())
        tables = tuple(table.moved(seen.origin) for table in cut.tables)
        bodies = _bodies(text, self.dialect)
        return Deck(
            text, slides, segments, references, renderer, bodies, slips, untold, tables, author.goes_on
        )

    def slides(self, titles: Mapping[int, str]) -> Slides:
        """Its slides, with those titles."""
        return Slides(read_slides(self.cut, self.documents, titles, self.seen), lambda: self.earlier)

    @cached_property
    def earlier(self) -> Earlier | None:
        """What an earlier version of the engine makes of the text, if there is one that counts."""
        return read_earlier(self.seen, self.dialect, self.cut, self._read)

    def _read(self, slices: Iterable[Slice]) -> list[Document]:
        handed, dialect = self.cut.handed, self.dialect
        text = handed + self.seen.text[len(handed) :]
        reads = partial(Document, names=dialect.renderer.attributes)
        links = partial(_links, dialect.renderer, self.known)
        return [reads(one, text, dialect.readers, dialect.has_own_lines, links) for one in slices]


def _links(renderer: Renderer, references: Mapping[str, str], text: str) -> Sequence[Sequence[str]]:
    """What leads anywhere in the text of a block, by each version, labels that lead nowhere, and tags.

    Where it leads is not said, for a translation may name a target of its own.
    """
    known = dict.fromkeys(map(label, references), "")
    found = ([link for link in one.targets(text, known) if link[0] != "text"] for one in renderer.inline)
    return [*(sorted(_told_link(*link) for link in every) for every in found), _tags(text)]


_TAG = regex(r"<!--[\s\S]*?-->|</?[a-zA-Z][^<>]*>")


def _tags(text: str) -> Sequence[str]:
    """Those that a translation may have neither more nor less of."""
    tags = _TAG.findall(text) if ">" in text else ()
    return sorted(" ".join(with_any_words(tag).split()) for tag in tags if not FORMATTING_TAG.fullmatch(tag))


def _told_link(kind: str, target: str) -> str:
    """A bare URL is told whole, for it takes in what is glued to it."""
    return f"{kind} {target}" if kind == "url" or target.startswith("[") else kind


def _seen(text: str, dialect: Dialect, *, dedent: bool) -> View:
    embedding = dialect.renderer.embedding
    if embedding is None:
        return view(text, dedent=dedent)
    return page_view(text, _bodies(text, dialect), embedding.lead, dedent=dedent)


def _bodies(text: str, dialect: Dialect) -> Sequence[Place]:
    """Where the slides are: nowhere in a page without a deck."""
    embedding = dialect.renderer.embedding
    if embedding is None:
        return (Place(0, len(text), (0, len(text))),)
    end = len(text)
    return embedding.find(text) or (Place(end, end, (end, end)),)
