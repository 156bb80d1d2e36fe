"""What is wrong with translations, saved or still being typed: by the build, and by the rules of checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from l10n.catalog import Catalog, Key
from l10n.checks import Finding, Request, check_catalogs
from l10n.project import Loan, Project, SourceDeck

Data = dict[str, Any]
"""What JSON has of it."""


class Draft(NamedTuple):
    """A translation as it is being typed."""

    deck: str
    key: Key
    msgstr: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one catalog."""

    refused: Mapping[Key, str]
    """Why a translation is not published, where it is not."""
    findings: Mapping[Key, Sequence[Finding]] = field(default_factory=dict)
    borrowed: Mapping[Key, Loan] = field(default_factory=dict)
    """What is published of other locales."""

    def of(self, key: Key) -> Data:
        """What is said of one translation."""
        found = self.findings.get(key, ())
        return {
            "reason": self.refused.get(key, ""),
            "findings": [
                {"rule": one.rule, "severity": str(one.severity), "message": one.message} for one in found
            ],
        }


def verdict(project: Project, source: SourceDeck, catalog: Catalog, locale: str) -> Verdict:
    """What is said of a catalog as it stands."""
    built = source.built(catalog, locale)
    found = _findings(project, source.path, locale) if catalog.entries else {}
    return Verdict(built.reasons, found, built.borrowed)


def of_draft(project: Project, draft: Draft, locale: str) -> Data:
    """What would be said of a translation if it was saved and approved; ``L10nError`` if nobody can tell."""
    source = SourceDeck(project, draft.deck)
    catalog = source.catalog(locale) or Catalog()
    drafts = {draft.key: draft.msgstr}
    refused = source.built(catalog.with_approved(drafts), locale).reasons
    return Verdict(refused, _findings(project, draft.deck, locale, drafts)).of(draft.key)


def _findings(
    project: Project, deck: str, locale: str, drafts: Mapping[Key, str] | None = None
) -> Mapping[Key, Sequence[Finding]]:
    file = project.catalog_file(deck, locale)
    request = Request((str(file.path),), project.root, deck=deck, drafts=drafts or {})
    found: dict[Key, list[Finding]] = {}
    for one in check_catalogs(project, request).findings:
        if one.msgid and one.msgstr:
            found.setdefault(one.key, []).append(one)
    return found
