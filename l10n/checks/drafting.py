"""The terms that a locale's translations have in common, and its glossary has not."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from l10n.checks.evidence.terms import Draft, Entry, drafts
from l10n.checks.examine import pairs
from l10n.checks.subjects import Reader, jobs
from l10n.errors import L10nError
from l10n.language import Glossary, forms
from l10n.project import Glossaries, Project


class Drafted(NamedTuple):
    """What came of it."""

    terms: list[Draft]
    """Those of the most translations first."""
    problems: list[L10nError]
    """Why a catalog could not be read."""


def drafted(project: Project, locale: str) -> Drafted:
    """What the glossary of ``locale`` may have; ``ConfigError`` if it cannot be read."""
    glossary = Glossaries(project).of(locale)
    problems: list[L10nError] = []
    texts: list[Entry] = []
    todo = jobs(project, [locale], Path())
    for _, subject in Reader(project).subjects(todo, problems, with_decks=False):
        problems += [subject.problem] if subject.problem else []
        texts += [Entry(pair.msgid, pair.source.prose, pair.target.prose) for pair in pairs(subject)]
    language = locale.partition("_")[0]
    source_language = project.config.source_locale.partition("_")[0]
    found = drafts(texts, source_language, language)
    return Drafted(_unknown(found, glossary), problems)


def _unknown(found: list[Draft], glossary: Glossary) -> list[Draft]:
    """Those that no term of the glossary is, in the singular or the plural."""
    known = {form for term in glossary.terms if term.source for form in forms(term.source)}
    return [one for one in found if known.isdisjoint(forms(one.source))]
