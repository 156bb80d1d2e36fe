"""What came of a run: what an update did to the catalogs, and everything as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from textwrap import fill

from l10n.report.plain import ascii_json
from l10n.results import Report
from l10n.sync import Changes

_WIDTH = 80
_JOINT = "\u00a0"
"""A blank at which no line is broken."""


def changes_text(report: Report) -> str:
    """For each locale whose messages changed: how many messages, and words, each kind of change met."""
    lines = (
        f"{locale}: {', '.join(_parts(changes))}"
        for locale, changes in sorted(report.changes.items())
        if changes.any_message
    )
    return "\n".join(fill(line, _WIDTH, subsequent_indent="    ") for line in lines).replace(_JOINT, " ")


def _parts(changes: Changes) -> Iterator[str]:
    for one in fields(changes):
        tally = getattr(changes, one.name)
        if tally.messages:
            counted = (
                f"{tally.messages:,} {one.name} ({tally.words:,} {'word' if tally.words == 1 else 'words'})"
            )
            yield counted.replace(" ", _JOINT)


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
        "problems": [str(problem) for problem in report.problems],
    }
    return ascii_json(data)
