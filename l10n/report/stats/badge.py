"""One number as a badge: data for shields.io, and a picture."""

from __future__ import annotations

import json
from html import escape

from l10n.catalog import Counts, complete_percent
from l10n.report.plain import on_one_line
from l10n.stats import Survey, total

_COLOURS = (
    (100, "brightgreen"),
    (90, "green"),
    (75, "yellowgreen"),
    (50, "yellow"),
    (25, "orange"),
    (0, "red"),
)
"""From what percentage, which of the names that shields.io knows."""
_SHADES = {
    "brightgreen": "#1a7f37",
    "green": "#2b7a3d",
    "yellowgreen": "#5d6f1a",
    "yellow": "#856404",
    "orange": "#a34e00",
    "red": "#b42318",
}
"""In the picture: dark enough for white text."""
_ABOUT_A_CHARACTER = 7
_MARGIN = 10


def as_endpoint(survey: Survey) -> str:
    """What shields.io's endpoint badge reads."""
    label, percent = _label(survey), _percent(survey)
    return json.dumps(
        {"schemaVersion": 1, "label": label, "message": f"{percent} %", "color": _colour(percent)}
    )


def as_svg(survey: Survey) -> str:
    """The badge itself, to be kept in a repository or put on a page."""
    label, percent = _label(survey), _percent(survey)
    message = f"{percent} %"
    left, right = _width(label), _width(message)
    said = escape(f"{label}: {message}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img"'
        f' aria-label="{said}"><title>{said}</title>'
        f'<rect width="{left}" height="20" fill="#444"/>'
        f'<rect x="{left}" width="{right}" height="20" fill="{_SHADES[_colour(percent)]}"/>'
        '<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f"{_text(label, left / 2)}{_text(message, left + right / 2)}</g></svg>"
    )


def _label(survey: Survey) -> str:
    return survey.locales[0] if len(survey.locales) == 1 else "translated"


def _percent(survey: Survey) -> int:
    counts = Counts()
    for locale in survey.locales:
        counts += total(survey, locale)
    return complete_percent(counts) if survey.locales else 0


def _colour(percent: int) -> str:
    return next(name for least, name in _COLOURS if percent >= least)


def _width(text: str) -> int:
    return len(text) * _ABOUT_A_CHARACTER + _MARGIN


def _text(text: str, middle: float) -> str:
    shown = escape(on_one_line(text))
    return f'<text x="{middle}" y="14" textLength="{_width(text) - _MARGIN}">{shown}</text>'
