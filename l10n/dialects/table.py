"""The table of all dialects, by the name that users write in the configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pkgutil import resolve_name

from l10n.dialects.base import Dialect

PLACES = {
    "remark": "l10n.dialects.remark.slides:REMARK",
    "remark-html": "l10n.dialects.remark_html.dialect:REMARK_HTML",
    "xaringan": "l10n.dialects.xaringan.dialect:XARINGAN",
    "slidev": "l10n.dialects.slidev.dialect:SLIDEV",
    "marp": "l10n.dialects.marp.dialect:MARP",
    "reveal": "l10n.dialects.reveal.dialect:REVEAL",
    "reveal-html": "l10n.dialects.reveal_html.dialect:REVEAL_HTML",
    "quarto": "l10n.dialects.quarto.dialect:QUARTO",
    "html": "l10n.dialects.texts.dialect:HTML",
    "svg": "l10n.dialects.texts.dialect:SVG",
    "data": "l10n.dialects.texts.dialect:DATA",
    "markdown": "l10n.dialects.pages.dialect:MARKDOWN",
}
"""The object that each is."""


class _Table(Mapping[str, Dialect]):
    """Fetches a dialect when it is first asked for: no command waits for engines whose decks it has not."""

    def __getitem__(self, name: str) -> Dialect:
        found: Dialect = resolve_name(PLACES[name])
        return found

    def __contains__(self, name: object) -> bool:
        return name in PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)


DIALECTS: Mapping[str, Dialect] = _Table()
