"""What came of a run: what an update did to the catalogs, and everything as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields

from l10n.results import Report
from l10n.sync import Changes


def changes_text(report: Report) -> str:
    """A line per locale whose messages changed: how many messages, and words, each kind of change met."""
    return "\n".join(
        f"{locale}: {', '.join(_parts(changes))}"
        for locale, changes in sorted(report.changes.items())
        if changes.any_message
    )


def _parts(changes: Changes) -> Iterator[str]:
    for one in fields(changes):
        tally = getattr(changes, one.name)
        if tally.messages:
            yield f"{tally.messages:,} {one.name} ({tally.words:,} {'word' if tally.words == 1 else 'words'})"


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
    return json.dumps(data, ensure_ascii=False, indent=2)
