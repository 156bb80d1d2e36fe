"""A huge deck by part: what came of a part holds as long as it says the same amid the same definitions.

The dialect says where a deck may be taken apart, and whether a part, or what is built of it, begins or ends
anything that others go on with. If one does, the deck is read and built as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import NamedTuple

from l10n.catalog import Key
from l10n.deck import Deck, Definitions, Reading, Slides
from l10n.dialects import Dialect, Ends, Seams, Stretch, Version, joined, seams_of, stretches
from l10n.errors import DeckError
from l10n.markdown import Localised, words
from l10n.project.part_store import PartStore
from l10n.system import fingerprint
from l10n.update import Told, told


class BuiltPart(NamedTuple):
    """A part in a locale."""

    digest: str
    """Of the translations that it is built with."""
    text: str
    ends: Ends
    refused: Sequence[tuple[str | None, str, str]]
    """Context and text of the messages whose translation is not published, and why not."""


class _Row(NamedTuple):
    """What is known of a part, as it is kept."""

    around: str
    """The digest of all definitions of the deck."""
    ends: Ends
    definitions: Definitions
    messages: Sequence[Told]
    words: Sequence[int]
    """How many each of them has."""
    untold: int
    """How many it shows that are in no message."""
    title: str
    is_shown: bool
    built: dict[str, BuiltPart]

    @classmethod
    def from_json(cls, text: str) -> _Row:
        kept = cls(*json.loads(text))
        builds = {
            locale: BuiltPart(digest, text, Ends(*ends), refused)
            for locale, (digest, text, ends, refused) in kept.built.items()
        }
        said = [Told(*one) for one in kept.messages]
        ends, definitions = Ends(*kept.ends), Definitions(*kept.definitions)
        return kept._replace(ends=ends, definitions=definitions, messages=said, built=builds)


class Part:
    """One of them."""

    def __init__(
        self, piece: Stretch, dialect: Dialect, seams: Seams, store: PartStore, *, first: bool
    ) -> None:
        self.piece, self.dialect, self.seams, self.first = piece, dialect, seams, first
        self.key = fingerprint([store.digest, b"first" if first else b"", piece.text.encode()])
        self.kept = store.rows.get(self.key)
        self.row = None if self.kept is None else _Row.from_json(self.kept)
        self.around = Definitions({}, {})

    @cached_property
    def reading(self) -> Reading:
        """Its text, cut."""
        return Reading(self.piece.text, self.dialect, is_whole=False)

    @cached_property
    def deck(self) -> Deck:
        """What it says amid the others."""
        return self.reading.amid(self.around).deck()

    @property
    def definitions(self) -> Definitions:
        """What it defines."""
        return self.row.definitions if self.row else self.reading.definitions

    @cached_property
    def ends(self) -> Ends:
        """What it has to do with the others."""
        if self.row:
            return self.row.ends
        found = self._ends_of(self.reading)
        return found._replace(ends=found.ends and not self._goes_on())

    def _goes_on(self) -> bool:
        """Whether its author has said something of what follows, as few do."""
        return "l10n" in self.piece.text and self.reading.deck().goes_on

    @property
    def told(self) -> _Row:
        """What is known of it, once it could ``tell``."""
        if self.row is None:
            raise LookupError(self.key)
        return self.row

    def tell(self, around: Definitions, digest: str, words_of: dict[str, int]) -> _Row:
        """What is to know of it amid those definitions, which have that digest; words are counted once."""
        self.around = around
        if self.row is None or self.row.around != digest:
            deck = self.deck
            self.row = _Row(
                digest,
                self.ends,
                self.reading.definitions,
                list(told(deck)),
                [_counted(one.msgid, words_of) for one in deck.segments],
                sum(words(span.of(deck.text)) for span in deck.untold),
                next((slide.title for slide in deck.slides if slide.title), ""),
                any(slide.marks.is_shown for slide in deck.slides),
                {},
            )
            self.kept = None
        return self.row

    def built(self, locale: str, translations: Mapping[Key, str], localised: Localised) -> BuiltPart:
        """The part with those of the translations that are of its messages."""
        row = self.told
        own = {key: translations.get(key, "") for key in (one[:2] for one in row.messages)}
        digest = fingerprint([json.dumps([*own.values()]).encode()])
        known = row.built.get(locale)
        if known is None or known.digest != digest:
            row.built[locale] = known = self._build(own, digest, localised)
            self.kept = None
        return known

    def _build(self, translations: Mapping[Key, str], digest: str, localised: Localised) -> BuiltPart:
        from l10n.build import build  # which a run that only extracts does not wait for

        readings = {self.piece.text: self.reading}

        def skim(text: str, amid: Deck | None = None) -> Slides:  # noqa: ARG001 - all of it is amid a deck
            readings[text] = Reading(text, self.dialect, is_whole=False).amid(self.around)
            return readings[text].slides({})

        built = build(self.deck, translations, skim, localised)
        if built.text not in readings:
            skim(built.text)
        refused = [(*key, reason) for key, reason in built.reasons.items()]
        return BuiltPart(digest, built.text, self._ends_of(readings[built.text]), refused)

    def _ends_of(self, reading: Reading) -> Ends:
        versions = [Version(reading.cut.slides)]
        if earlier := reading.earlier:
            versions.append(Version(earlier.slides, earlier.strays))
        return self.seams.ends(reading.text, versions, first=self.first)

    @property
    def lines(self) -> int:
        """How many it has, with what stands between it and the next one."""
        return self.piece.text.count("\n") + self.piece.behind.count("\n")

    def forget(self) -> None:
        """Let go of what it was read to, which takes as much room as the whole deck; it can be read again."""
        for name in ("deck", "reading"):
            self.__dict__.pop(name, None)

    def to_json(self) -> str:
        """As it is kept."""
        return self.kept or json.dumps(self.row)


class Parts:
    """All of a deck."""

    def __init__(self, parts: Sequence[Part], store: PartStore) -> None:
        self.parts = parts
        self.store = store

    @classmethod
    def of(cls, text: str, dialect: Dialect, store: PartStore) -> Parts | None:
        """The parts of a deck with that text; None if it is read as a whole."""
        seams = seams_of(dialect)
        if seams is None:
            return None
        make = partial(Part, dialect=dialect, seams=seams, store=store)
        with suppress(DeckError):  # it names a line once the whole is read
            parts = _joined(stretches(text, seams), make)
            if parts and _are_apart([part.ends for part in parts]):
                _tell(parts)
                return cls(parts, store)
        return None

    def messages(self, *, with_lines: bool = True) -> Iterator[Told]:
        """What is told of each segment, in order; without lines these are of its part."""
        line = 0
        for part in self.parts:
            if line:
                yield from (one._replace(line=line + one.line) for one in part.told.messages)
            else:
                yield from part.told.messages
            line += part.lines if with_lines else 0

    @property
    def words(self) -> dict[str, int]:
        """By text: how many words each message has."""
        rows = [part.told for part in self.parts]
        pairs = (zip(row.messages, row.words, strict=True) for row in rows)
        return {one.msgid: count for some in pairs for one, count in some}

    @property
    def untold(self) -> int:
        """How many words it shows that are in no message."""
        return sum(part.told.untold for part in self.parts)

    @property
    def title(self) -> str:
        """The first that a slide has."""
        return next((part.told.title for part in self.parts if part.told.title), "")

    @property
    def is_shown(self) -> bool:
        """Whether any of its slides is."""
        return any(part.told.is_shown for part in self.parts)

    def built(
        self, locale: str, translations: Mapping[Key, str], localised: Localised
    ) -> tuple[str, Mapping[Key, str]] | None:
        """The text with translations, and why some are not in it; None if it must be built as a whole."""
        built = [part.built(locale, translations, localised) for part in self.parts]
        if not _are_apart([one.ends for one in built]):
            for part in self.parts:
                part.forget()
            return None
        refused = [((context, msgid), why) for one in built for context, msgid, why in one.refused]
        pairs = zip(built, self.parts, strict=True)
        return "".join(piece for one, part in pairs for piece in (one.text, part.piece.behind)), dict(
            reversed(refused)
        )

    def remember(self) -> None:
        """Keep what is known of each."""
        self.store.rows.keep({part.key: part.to_json() for part in self.parts})


def _tell(parts: Sequence[Part]) -> None:
    """Let all tell what they say amid the others."""
    around = Definitions({}, {})
    for part in parts:
        around |= part.definitions
    digest = fingerprint([json.dumps([list(one.items()) for one in around]).encode()])
    words_of: dict[str, int] = {}
    for part in parts:
        part.tell(around, digest, words_of)


def _counted(msgid: str, known: dict[str, int]) -> int:
    if msgid not in known:
        known[msgid] = words(msgid)
    return known[msgid]


_MOST = 16
"""How many stretches may be one part: where more go on in each other, the deck is read as a whole."""


def _joined(pieces: Sequence[Stretch], part_of: Callable[..., Part]) -> list[Part]:
    """Parts of one stretch, or of some that go on in each other; none if these are too many."""
    found: list[tuple[int, Part]] = []
    end = 0
    while end < len(pieces):
        start, end = end, end + 1
        while end - start <= _MOST:
            part = part_of(joined(pieces[start:end]), first=not start)
            if not part.ends.begins:
                start, _ = found.pop()
            elif part.ends.ends or end == len(pieces):
                found.append((start, part))
                break
            else:
                end = min(end + end - start, len(pieces))
        else:
            return []
    return [part for _, part in found]


def _are_apart(every: Sequence[Ends]) -> bool:
    """Whether none begins what another one ends; behind the last nothing does."""
    opened = 0
    for one in every:
        if not one.begins or not (one.ends or one is every[-1]) or (opened and one.closed):
            return False
        opened += one.opened
    return True
