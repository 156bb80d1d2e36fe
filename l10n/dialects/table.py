"""The table of all dialects, by the name that users write in the configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from l10n.dialects.base import Dialect

_PLACES = {
    "remark": ("remark.slides", "REMARK"),
    "remark-html": ("remark_html.dialect", "REMARK_HTML"),
    "xaringan": ("xaringan.dialect", "XARINGAN"),
    "slidev": ("slidev.dialect", "SLIDEV"),
    "marp": ("marp.dialect", "MARP"),
    "reveal": ("reveal.dialect", "REVEAL"),
    "reveal-html": ("reveal_html.dialect", "REVEAL_HTML"),
    "quarto": ("quarto.dialect", "QUARTO"),
    "html": ("texts.dialect", "HTML"),
    "svg": ("texts.dialect", "SVG"),
    "data": ("texts.dialect", "DATA"),
    "markdown": ("pages.dialect", "MARKDOWN"),
}
"""The file of each, and its name there."""


class _Table(Mapping[str, Dialect]):
    """Fetches a dialect when it is first asked for: no command waits for engines whose decks it has not."""

    def __init__(self) -> None:
        self._fetched: dict[str, Dialect] = {}

    def __getitem__(self, name: str) -> Dialect:
        if name not in self._fetched:
            file, value = _PLACES[name]
            self._fetched[name] = getattr(import_module(f"l10n.dialects.{file}"), value)
        return self._fetched[name]

    def __contains__(self, name: object) -> bool:
        return name in _PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


DIALECTS: Mapping[str, Dialect] = _Table()
