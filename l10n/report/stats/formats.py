"""The formats that figures on translations can be printed in, by name.

The command line names them all; what makes one is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.report.stats.wanted import Wanted
    from l10n.stats import Survey


def _text(survey: Survey, wanted: Wanted) -> str:
    from l10n.report.stats.text import as_text
    from l10n.stats import rows

    return as_text(rows(survey, wanted.by), wanted.by)


def _json(survey: Survey, wanted: Wanted) -> str:
    from l10n.report.stats.data import as_json
    from l10n.stats import rows

    return as_json(rows(survey, wanted.by))


def _csv(survey: Survey, wanted: Wanted) -> str:
    from l10n.report.stats.data import as_csv
    from l10n.stats import rows

    return as_csv(rows(survey, wanted.by))


def _markdown(survey: Survey, wanted: Wanted) -> str:
    from l10n.report.stats.text import as_markdown
    from l10n.stats import rows

    return as_markdown(rows(survey, wanted.by), wanted.by)


def _badge(survey: Survey, _: Wanted) -> str:
    from l10n.report.stats.badge import as_endpoint

    return as_endpoint(survey)


def _svg(survey: Survey, _: Wanted) -> str:
    from l10n.report.stats.badge import as_svg

    return as_svg(survey)


def _html(survey: Survey, wanted: Wanted) -> str:
    from l10n.report.stats.page import as_html

    return as_html(survey, wanted.way)


FORMATS: Mapping[str, Callable[[Survey, Wanted], str]] = {
    "text": _text,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
    "badge": _badge,
    "svg": _svg,
    "html": _html,
}
