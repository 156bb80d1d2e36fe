"""What came of a run: counts by locale, what an update did to the catalogs, and everything as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from shlex import quote

from l10n.report.plain import ascii_json, borrowed, not_extracted
from l10n.sync import Report, Totals
from l10n.update import Changes

_WIDTH = 80
_JOINT = "\u00a0"
"""A blank at which no line is broken."""
_COPIES = 3
"""So many files are named in a command that is proposed."""
_COPIED = 6
"""Which column is there only if it counts something."""
_COLUMNS = (
    "locale",
    "messages",
    "words",
    "translated",
    "fuzzy",
    "untranslated",
    "copied",
    "refused",
    "written",
)


def locale_table(report: Report) -> str:
    """A line per locale: messages, words, states, and files written."""
    rows = [_COLUMNS, *(_row(locale, totals) for locale, totals in sorted(report.locales.items()))]
    if not any(totals.copied for totals in report.locales.values()):
        rows = [(*row[:_COPIED], *row[_COPIED + 1 :]) for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join([*(_line(row, widths) for row in rows), *_borrowed(report), *_not_extracted(report)])


def _borrowed(report: Report) -> Iterator[str]:
    for locale, totals in sorted(report.locales.items()):
        if totals.borrowed:
            yield borrowed(totals.borrowed, locale)


def _not_extracted(report: Report) -> list[str]:
    """The same decks in every language: one line, where there is anything to say."""
    words = max((totals.not_extracted for totals in report.locales.values()), default=0)
    return [not_extracted(words, "the decks")] if words else []


def _row(locale: str, totals: Totals) -> tuple[str, ...]:
    return (
        locale,
        str(totals.messages),
        str(totals.words),
        f"{totals.translated} {percent(totals)}",
        str(totals.fuzzy),
        str(totals.untranslated),
        str(totals.copied),
        str(len(totals.refused)),
        str(totals.written),
    )


def percent(totals: Totals) -> str:
    """How much is complete, as `stats` and `check` count it; of nothing there is no part."""
    return f"{totals.complete:3}%" if totals.messages else "   -"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = (
        cell.ljust(w) if i == 0 else cell.rjust(w)
        for i, (cell, w) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()


def changes_text(report: Report) -> str:
    """For each locale whose messages changed: how many messages, and words, each kind of change met."""
    lines = (
        f"{locale}: {', '.join(_parts(changes))}"
        for locale, changes in sorted(report.changes.items())
        if changes.any_message
    )
    from textwrap import fill  # which a run that changes nothing does not wait for

    return "\n".join(fill(line, _WIDTH, subsequent_indent="    ") for line in lines).replace(_JOINT, " ")


def _parts(changes: Changes) -> Iterator[str]:
    for one in fields(changes):
        tally = getattr(changes, one.name)
        if tally.messages:
            counted = (
                f"{tally.messages:,} {one.name} ({tally.words:,} {'word' if tally.words == 1 else 'words'})"
            )
            yield counted.replace(" ", _JOINT)


def kinds_lines(report: Report) -> list[str]:
    """A line for each kind of deck: how it is read, and why."""
    return [
        f"{_named(decks)} read as {dialect}: {reason}" for (dialect, reason), decks in report.kinds.items()
    ]


def frames_lines(report: Report) -> list[str]:
    """That pages which show decks have texts of their own, if there are such pages."""
    if not report.frames:
        return []
    more = ', and add "*.html" to include' if report.lists_decks else ""
    setting = f'write `dialects = {{"*.html" = "html"}}` to the settings{more}'
    return [f"{_named(report.frames)} is copied as it is; to translate its texts, too, {setting}"]


def copies_lines(report: Report) -> list[str]:
    """How decks that are translated already, in languages that were added, become catalogs."""
    return [
        _of_copies(locale, copies) for locale, copies in report.copies.items() if locale in report.locales
    ]


def _of_copies(locale: str, copies: Sequence[str]) -> str:
    more = " ..." if len(copies) > _COPIES else ""
    command = f"l10n adopt {locale} {' '.join(map(quote, copies[:_COPIES]))}{more}"
    return f"{_named(copies)}: a translation, by its name; `{command}` takes it over into the catalog"


def next_lines(report: Report) -> list[str]:
    """What to do next, in a project that was begun just now."""
    told = "now translate the catalogs (.po), in any PO editor, and run `l10n sync`"
    return [told] if report.begun and not report.problems else []


def _named(decks: Sequence[str]) -> str:
    more = len(decks) - 1
    return f"{decks[0]}{f' and {more:,} more' if more else ''}"


def as_json(report: Report) -> str:
    """Counts and changes by locale, files and problems."""
    locales = {
        locale: {**asdict(totals), "changes": asdict(report.changes.get(locale, Changes()))}
        for locale, totals in sorted(report.locales.items())
    }
    data = {
        "locales": locales,
        "written": report.changed,
        "removed": report.removed,
        "warnings": report.warnings,
        "notes": report.notes,
        "problems": [str(problem) for problem in report.problems],
    }
    return ascii_json(data)
