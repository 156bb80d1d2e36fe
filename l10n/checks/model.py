"""What a rule is, what it sees, and what it finds.

Each family of rules is a file with a tuple ``RULES``; ``table`` puts them together. A rule compares the
parsed inline spans of a message and its translation, gives one flaw per cause, and prints nothing.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from l10n.build import Stand, stands
from l10n.catalog import Catalog, Entry, Key, Share, files_of
from l10n.checks.analysed import Analysed
from l10n.checks.completeness import Completeness
from l10n.checks.prose import Text, taken_apart
from l10n.checks.shown import ShownSlide
from l10n.deck import Segment
from l10n.errors import CatalogError, Place
from l10n.language import Glossary, canonical
from l10n.markdown import COMMONMARK, InlineReader, Localised
from l10n.project import AcceptedWords, Severity, SourceDeck


class Flaw(NamedTuple):
    """What a rule found in one translation."""

    message: str
    """One sentence, with what was expected and what was found."""
    at: tuple[int, int] | None = None
    """The range of the translation that is meant, if there is one."""


class RenderedFlaw(NamedTuple):
    """What a rule found on a slide that a browser showed."""

    flaw: Flaw
    names: str = ""
    """The path that a translation names which is at fault; empty where the one is that grew most."""


Home = tuple[str, str]
"""A catalog, and one of the decks that it is of."""


@dataclass(frozen=True)
class Pair(Analysed):
    """A message and its translation, as rules see them: translated, not fuzzy, not obsolete."""

    msgid: str
    msgstr: str
    msgctxt: str | None = None
    segment: Segment | None = None
    """Where the message first stands in its deck; None where only the catalog is known."""
    catalog: str = ""
    """The catalog that it stands in, as shown to the user."""
    stand: Stand | None = None
    """How it first stands there; None where only the catalog is known."""
    deck: str = ""
    """The deck that it is of; empty where only the catalog is known."""

    @property
    def home(self) -> Home:
        """Where it stands: several decks may share a catalog."""
        return self.catalog, self.deck

    @property
    def key(self) -> Key:
        """What gettext tells messages apart by."""
        return self.msgctxt, self.msgid

    @property
    def signs(self) -> frozenset[str]:
        """The characters of both."""
        return frozenset(self.msgid).union(self.msgstr)

    @cached_property
    def source(self) -> Text:
        """The message, taken apart."""
        return taken_apart(self.msgid, self._formulas)

    @cached_property
    def target(self) -> Text:
        """The translation, taken apart; offsets in its prose are those of ``msgstr``."""
        return taken_apart(self.msgstr, self._formulas)

    @property
    def _formulas(self) -> re.Pattern[str] | None:
        return self.stand.deck.renderer.formulas if self.stand else None


@dataclass(frozen=True)
class Pairs(Analysed):
    """Translations of a locale in order, catalog by catalog."""

    every: tuple[Pair, ...]
    some: Sequence[Pair] | None = None
    """Those of which something is to be told, unless it is all: others are but evidence for them."""

    @property
    def told(self) -> Sequence[Pair]:
        """Those of which something is to be told."""
        return self.every if self.some is None else self.some

    def __iter__(self) -> Iterator[Pair]:
        return iter(self.every)

    def __len__(self) -> int:
        return len(self.every)


@dataclass(frozen=True)
class Setting:
    """What the rules of one locale go by."""

    locale: str
    references: Mapping[str, str] = field(default_factory=dict)
    """The deck's link definitions: normalised label to target."""
    localised: Localised = field(default_factory=Localised)
    """Which link targets may change with the locale."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What the configuration says of this locale to single families, such as ``no-break-space``."""
    habits: frozenset[str] = frozenset()
    """Names of rules that translations disregard throughout, and of customs; see ``habits``."""
    source_locale: str = "en"
    glossary: Glossary = field(default_factory=Glossary)
    """The locale's terms; see ``parse_glossary``."""
    accepted: AcceptedWords = field(default_factory=AcceptedWords)
    """Words that its dictionary need not have."""
    inline: InlineReader = COMMONMARK
    """How the deck's engine reads inline text."""

    @cached_property
    def language(self) -> str:
        """``fr`` of ``fr_CA``."""
        return canonical(self.locale).partition("_")[0]

    @cached_property
    def source_language(self) -> str:
        """``en`` of ``en_GB``, the language of the messages."""
        return canonical(self.source_locale).partition("_")[0]


@dataclass(frozen=True)
class Subject:
    """A catalog, and the deck that it belongs to."""

    file: str
    """The catalog, as shown to the user."""
    locale: str
    catalog: Catalog = field(default_factory=Catalog)
    """Empty where the file cannot be read, or is not there."""
    problem: CatalogError | None = None
    """Why the file cannot be read."""
    missing: bool = False
    """Whether the deck has no such catalog."""
    source: SourceDeck | None = None
    """None where only the catalog is known."""
    folder: str = ""
    """The locale that the catalog's folder is named after; empty where that is not known."""
    refused: Mapping[Key, str] = field(default_factory=dict)
    """Translations that the build would refuse, and why."""
    borrowed: frozenset[Key] = frozenset()
    """Messages for which the build would publish another locale's translation."""

    @cached_property
    def first(self) -> Mapping[Key, Segment]:
        """Where each message first stands in the deck."""
        found: dict[Key, Segment] = {}
        for segment in self.source.deck.segments if self.source else ():
            found.setdefault(segment.key, segment)
        return found

    def is_first_with(self, entry: Entry) -> bool:
        """Whether no deck that shares the catalog has the message before this one."""
        if self.source is None or not isinstance(self.catalog, Share) or not entry.references:
            return True
        return files_of(entry._replace(references=entry.references[:1])) == {self.source.reference}

    @cached_property
    def stands(self) -> Mapping[Key, Stand]:
        """How each message first stands in the deck."""
        found: dict[Key, Stand] = {}
        for stand in stands(self.source.deck) if self.source else ():
            found.setdefault(stand.segment.key, stand)
        return found

    @cached_property
    def places(self) -> Mapping[Key, tuple[int, str]]:
        """For each live entry its line, and the title of the slide that its message first stands on."""
        slides = self.source.deck.slides if self.source else ()
        titles = {key: slides[segment.slide].title for key, segment in self.first.items()}
        return {key: (line, titles.get(key, "")) for key, line in self.catalog.lines_by_key().items()}


Check = Callable[[Pair, Setting], Iterable[Flaw]]
WideCheck = Callable[[Pairs, Setting], Iterable[tuple[Pair, Flaw]]]
Where = Entry | int | Place
"""What a flaw is in: an entry, a line of its catalog, or a place in another file."""
CatalogCheck = Callable[[Subject, Setting], Iterable[tuple[Where, Flaw]]]
LocaleCheck = Callable[[Completeness], Iterable[tuple[str, int, Flaw]]]
RenderedCheck = Callable[[ShownSlide], Iterable[RenderedFlaw]]
Fix = Callable[[Pair, Setting], str]


@dataclass(frozen=True, slots=True)
class AnyRule:
    """One thing that can be wrong; each kind of rule sees more or less of a locale."""

    name: str
    """Stable: it stands in configurations and in comments of catalogs."""
    severity: Severity
    check: Callable[..., Iterable[Any]]
    """Its docstring is what the documentation says of the rule."""

    @property
    def meaning(self) -> str:
        """What the rule finds, in a sentence or two."""
        return inspect.getdoc(self.check) or ""


@dataclass(frozen=True, slots=True)
class Rule(AnyRule):
    """What can be seen in one translation."""

    check: Check
    fix: Fix | None = None
    """The translation with all that is certain repaired."""
    signs: frozenset[str] = frozenset()
    """Characters of which a pair must have one, on either side, to be looked at; empty if all pairs are."""
    applies: Callable[[Setting], bool] = lambda _: True
    """Whether there is anything to look for in a locale."""
    house_style: Callable[[Sequence[Pair], Setting], bool] | None = None
    """Whether translations disregard the rule throughout, so that it is not asked there; see ``habits``."""
    customs: Callable[[Sequence[Pair], Setting], Iterable[str]] | None = None
    """Names of what translations do throughout that the rule goes by, among the habits beside its own."""

    def concerns(self, setting: Setting) -> bool:
        """Whether it is to be asked in a locale."""
        return self.name not in setting.habits and self.applies(setting)

    def flaws(self, pair: Pair, setting: Setting) -> Iterable[Flaw]:
        """What it finds in a pair, which is only looked at if it has a sign of what the rule is about."""
        spared = self.signs and self.signs.isdisjoint(pair.signs)
        return () if spared or not self.concerns(setting) else self.check(pair, setting)

    def mended(self, pair: Pair, setting: Setting) -> str:
        """The translation, repaired if the rule finds something in it and can."""
        return self.fix(pair, setting) if self.fix and any(self.flaws(pair, setting)) else pair.msgstr


@dataclass(frozen=True, slots=True)
class WideRule(AnyRule):
    """What can only be seen in many translations of a locale: the pairs come in order, catalog by catalog."""

    check: WideCheck
    whole: bool = False
    """Whether it must see the whole locale; else some thousand pairs in a row tell it enough."""
    lacks: Callable[[str], str] = lambda _: ""
    """What must be installed before it can be asked in a locale, in a sentence; empty if it can."""


@dataclass(frozen=True, slots=True)
class CatalogRule(AnyRule):
    """What can only be seen in a catalog as a whole, or in the deck that is built with it."""

    check: CatalogCheck
    after_build: bool = False
    """Whether it goes by what the build would refuse (``Subject.refused``), or borrow."""
    unless_explained: bool = False
    """Whether it is silent on entries in which another rule of its family finds something as bad."""
    tells_problem: bool = False
    """Whether it tells why a catalog cannot be read (``Subject.problem``)."""


@dataclass(frozen=True, slots=True)
class LocaleRule(AnyRule):
    """What is asked of a locale as a whole."""

    check: LocaleCheck


@dataclass(frozen=True, slots=True)
class RenderedRule(AnyRule):
    """What can only be seen where a browser shows the deck; it is asked with ``--rendered`` only."""

    check: RenderedCheck
