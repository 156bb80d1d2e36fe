"""Findings, made in one place: what a rule tells of a catalog, with all that says where that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from l10n.catalog import Key, ignored_rules
from l10n.checks import table
from l10n.checks.finding import Finding
from l10n.checks.model import AnyRule, Flaw, Home, Pair, Subject, Where
from l10n.errors import Place

Told = tuple[AnyRule, Where | Pair, Flaw]
"""What a rule finds, and in what."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a catalog is, and where its entries are in it; and what is not to be told of them."""

    file: str
    locale: str
    deck: str = ""
    places: Mapping[Key, tuple[int, str]] = field(default_factory=dict)
    """Lines and slides of the entries."""
    ignored: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    """What translators say to ignore, where they do."""
    unchanged: Collection[Key] = frozenset()
    """What is as it was at the revision that the user named."""

    @property
    def home(self) -> Home:
        """What tells it apart."""
        return self.file, self.deck

    def findings(self, told: Iterable[Told]) -> list[Finding]:
        """What is told, but nothing of entries that did not change, or that translators say to ignore."""
        return [self._finding(*one) for one in told if not self._is_spared(*one[:2])]

    def _finding(self, rule: AnyRule, where: Where | Pair, flaw: Flaw) -> Finding:
        found = Finding(
            rule.name, rule.severity, flaw.message, self.file, 1, self.locale, self.deck, at=flaw.at
        )
        if isinstance(where, Place):  # the same in all locales
            return found._replace(file=where.path, line=where.line, locale="")
        if isinstance(where, int):
            return found._replace(line=where)
        line, slide = self.places[where.key]
        msgctxt, msgid, msgstr = where.msgctxt, where.msgid, where.msgstr
        return found._replace(line=line, slide=slide, msgctxt=msgctxt, msgid=msgid, msgstr=msgstr)

    def _is_spared(self, rule: AnyRule, where: Where | Pair) -> bool:
        if isinstance(where, int | Place):
            return False
        return where.key in self.unchanged or self.is_ignored(rule, where.key)

    def is_ignored(self, rule: AnyRule, key: Key) -> bool:
        """Whether a comment of the entry says so."""
        return key in self.ignored and table.ignored(rule, self.ignored[key])


def whereabouts(subject: Subject, unchanged: Collection[Key] = frozenset()) -> Whereabouts:
    """Those of a catalog that was read."""
    said = {key: ignored_rules(entry) for key, entry in subject.catalog.by_key.items()}
    return Whereabouts(
        subject.file,
        subject.locale,
        subject.source.path if subject.source else "",
        subject.places,
        {key: names for key, names in said.items() if names},
        unchanged,
    )
