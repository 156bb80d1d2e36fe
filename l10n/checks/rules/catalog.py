"""What is wrong with a catalog as a file, and with its messages against those of its deck."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.catalog import Entry, Key
from l10n.checks.model import CatalogRule, Flaw, Setting, Subject
from l10n.errors import DuplicateError
from l10n.language import canonical, excerpt
from l10n.project import Severity, locale_name

_Found = Iterator[tuple[Entry | int, Flaw]]


def missing_catalog(subject: Subject, _: Setting) -> _Found:
    """A deck has no catalog in a locale of the project."""
    if subject.missing:
        yield 1, Flaw("this catalog is missing; make it with `l10n update`")


def unreadable_catalog(subject: Subject, _: Setting) -> _Found:
    """A catalog cannot be read: it is no PO file, or not in UTF-8."""
    if subject.problem and not isinstance(subject.problem, DuplicateError):
        yield _line(subject), Flaw(subject.problem.message)


def duplicate_entry(subject: Subject, _: Setting) -> _Found:
    """A catalog has a message twice; nobody can tell which translation counts."""
    if isinstance(subject.problem, DuplicateError):
        yield _line(subject), Flaw(subject.problem.message)


def _line(subject: Subject) -> int:
    place = subject.problem.place if subject.problem else None
    return max(place.line, 1) if place else 1


def header(subject: Subject, _: Setting) -> _Found:
    """A header names no language, no charset, or another language than that of its folder."""
    if subject.missing or subject.problem:
        return
    fields = subject.catalog.fields
    language = fields.get("Language", "").strip()
    if not language:
        yield 1, Flaw('the header names no language; write "Language: ' + (subject.locale or "fr") + '\\n"')
    elif not locale_name(language):
        yield 1, Flaw(f"the header's language, {language!r}, is no name of a locale, such as 'pt_BR'")
    elif subject.folder and canonical(language) != canonical(subject.folder):
        yield 1, Flaw(f"the header's language is {language!r}, but the folder is that of {subject.folder!r}")
    if not re.search(r"charset=(?!CHARSET\b)[\w-]+", fields.get("Content-Type", ""), re.IGNORECASE):
        yield 1, Flaw('the header names no charset; write "Content-Type: text/plain; charset=UTF-8\\n"')


def stale_message(subject: Subject, _: Setting) -> _Found:
    """A message is not in the deck: the deck changed, or somebody edited the msgid."""
    if subject.source and not (subject.missing or subject.problem):
        for entry in _stale(subject):
            message = "this message is not in the deck; run `l10n update`, and leave msgids as they are"
            yield entry, Flaw(message)


def _stale(subject: Subject) -> list[Entry]:
    return [entry for key, entry in subject.catalog.by_key.items() if key not in subject.first]


def missing_message(subject: Subject, _: Setting) -> _Found:
    """A message of the deck is not in the catalog.

    One whose place a stale message holds is not reported again.
    """
    if not subject.source or subject.missing or subject.problem:
        return
    before = _predecessors(subject.catalog.by_key)
    edited = {before[entry.key] for entry in _stale(subject)}
    wanted = _predecessors(subject.first)
    lost = [key for key in subject.first if key not in subject.catalog.by_key and wanted[key] not in edited]
    if lost:
        more = f", and {len(lost) - 1} more" if len(lost) > 1 else ""
        yield 1, Flaw(f"the deck's message {excerpt(lost[0][1])!r} is missing{more}; run `l10n update`")


def _predecessors(keys: Iterable[Key]) -> dict[Key, Key | None]:
    known = list(keys)
    return dict(zip(known, [None, *known], strict=False))


RULES = (
    CatalogRule("missing-catalog", Severity.ERROR, missing_catalog),
    CatalogRule("unreadable-catalog", Severity.ERROR, unreadable_catalog, tells_problem=True),
    CatalogRule("duplicate-entry", Severity.ERROR, duplicate_entry, tells_problem=True),
    CatalogRule("header", Severity.ERROR, header),
    CatalogRule("stale-message", Severity.ERROR, stale_message),
    CatalogRule("missing-message", Severity.ERROR, missing_message),
)
