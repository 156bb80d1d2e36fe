"""How far translations are, as one page that needs nothing else: no network, no script.

``templates/page.html`` lays it out, ``templates/page.css`` says how it looks. Whatever is shown in a template
is escaped, and has nothing that a terminal would obey; a name that does not exist is an error.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from l10n.catalog import Counts, State, complete_percent
from l10n.report.plain import on_one_line, start_of
from l10n.stats import DeckStats, Message, Survey, Translation, total

_EXCERPT = 100
"""Columns of a message that are shown."""
_STYLE = files(__package__).joinpath("templates", "page.css").read_text(encoding="utf-8")
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
"""Only this style sheet: whatever got into the page could run nothing and ask nobody."""


def as_html(survey: Survey, way: str) -> str:
    """The page; ``way`` leads from its folder to the project's, for links to catalogs."""
    totals = {locale: total(survey, locale) for locale in survey.locales}
    return _TEMPLATES.get_template("page.html").render(
        survey=survey,
        way=way,
        totals=totals,
        source=next(iter(totals.values()), Counts()).total,
        states=[one for one in State if one is not State.BORROWED or _borrows(totals)],
        style=_STYLE,
        policy=_POLICY,
    )


def _borrows(totals: Mapping[str, Counts]) -> bool:
    return any(counts.borrowed.messages for counts in totals.values())


def _shown(value: Any) -> Any:
    return value if isinstance(value, Markup) else on_one_line(str(value))


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _excerpt(text: str) -> str:
    return start_of(on_one_line(text[: 4 * _EXCERPT]), _EXCERPT)


def _heat(percent: int) -> str:
    """The class of a cell: from ``heat0`` for nothing to ``heat5`` for all."""
    return f"heat{min(4, 1 + percent // 25) if 0 < percent < 100 else 5 * (percent == 100)}"


def _slides(deck: DeckStats) -> Iterator[tuple[int, str, list[Counts]]]:
    """Of each slide that has messages: its number, its title, and its counts in each language."""
    counted = [one.by_slide() for one in deck.translations]
    for slide in counted[0]:
        yield slide, deck.slides[slide - 1], [one[slide] for one in counted]


def _left(translation: Translation) -> list[Message]:
    return [message for message in translation.messages if not message.state.is_complete]


def _target(message: Message, catalog: str, way: str) -> str:
    """The catalog; where a server shows its lines, as code hosts do, at that of the message."""
    path = quote(f"{way}/{catalog}", safe="/", errors="surrogatepass")
    return f"{path}#L{message.line}" if message.line else path


_TEMPLATES = Environment(
    loader=PackageLoader(__package__),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_shown,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters |= {
    "excerpt": _excerpt,
    "heat": _heat,
    "left": _left,
    "many": _many,
    "percent": complete_percent,
    "slides": _slides,
    "target": _target,
}
