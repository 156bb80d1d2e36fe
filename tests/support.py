"""What tests share: a deck from a text, a build from a dictionary, a catalog from its text."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from l10n.build.splice import Built, build
from l10n.catalog.model import Catalog, Key
from l10n.catalog.reader import load
from l10n.deck.blocks import Document
from l10n.deck.model import Deck, Slide
from l10n.deck.parser import parse, skim
from l10n.deck.structure import shapes
from l10n.dialects import DIALECTS
from l10n.markdown.targets import Localised

FRENCH = Localised(("//[{locale}.]", "/[{locale}/]"), ("en",), ("fr",))
"""What the default settings let change in links of a French deck."""

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
"""A short header for catalogs written by hand."""


def deck_of(text: str, dialect: str = "remark") -> Deck:
    """The deck in ``text``."""
    return parse(text, DIALECTS[dialect])


def slides_of(text: str, dialect: str = "remark") -> tuple[Slide, ...]:
    """The slides of the deck in ``text``, as a build looks at them."""
    return skim(text, DIALECTS[dialect])


def structure(deck: Deck) -> list[tuple[object, ...]]:
    """What a translation must not change, compared block by block."""
    return [
        (slide.marks.continued, slide.marks.facts, [_blocks(one) for one in slide.documents])
        for slide in deck.slides
    ]


def _blocks(one: Document) -> tuple[object, ...]:
    return one.slice.in_notes, one.slice.in_class, list(shapes(one))


def msgids(text: str, dialect: str = "remark") -> list[str]:
    """The messages of the deck in ``text``, in order."""
    return [segment.msgid for segment in deck_of(text, dialect).segments]


def built(text: str, translations: Mapping[str, str], dialect: str = "remark") -> Built:
    """The French deck, from translations of messages without a context."""
    deck = deck_of(text, dialect)
    return merged(deck, {(None, msgid): msgstr for msgid, msgstr in translations.items()}, dialect)


def merged(deck: Deck, translations: Mapping[Key, str], dialect: str = "remark") -> Built:
    """The French deck."""
    return build(deck, translations, partial(skim, dialect=DIALECTS[dialect]), FRENCH)


def translated(deck: Deck, translate: Callable[[str], str]) -> dict[Key, str]:
    """A catalog's worth of translations, made from the messages themselves."""
    return {segment.key: translate(segment.msgid) for segment in deck.segments}


def loaded(folder: Path, content: str | bytes) -> Catalog:
    """The catalog with that content, read from a file as always."""
    path = folder / "catalog.po"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(path.read_bytes(), "catalog.po")
