"""The formats that figures on translations can be printed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from l10n.report.stats.badge import as_endpoint, as_svg
from l10n.report.stats.data import as_csv, as_json
from l10n.report.stats.page import as_html
from l10n.report.stats.text import as_markdown, as_text
from l10n.stats import By, Survey, rows


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants to see; formats go by what concerns them."""

    by: By = By.LOCALE
    """What gets a row: of tables and data."""
    way: str = "."
    """From the page's folder to the project, for its links."""


FORMATS: Mapping[str, Callable[[Survey, Wanted], str]] = {
    "text": lambda survey, wanted: as_text(rows(survey, wanted.by), wanted.by),
    "json": lambda survey, wanted: as_json(rows(survey, wanted.by)),
    "csv": lambda survey, wanted: as_csv(rows(survey, wanted.by)),
    "markdown": lambda survey, wanted: as_markdown(rows(survey, wanted.by), wanted.by),
    "badge": lambda survey, _: as_endpoint(survey),
    "svg": lambda survey, _: as_svg(survey),
    "html": lambda survey, wanted: as_html(survey, wanted.way),
}
