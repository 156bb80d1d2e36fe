"""Pictures of slides that findings name: one each, source and translation side by side."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment

from l10n.checks import Finding
from l10n.rendered.browser import Screen
from l10n.rendered.site import Site
from l10n.rendered.told import Slide
from l10n.system import Made

Told = Mapping[int, tuple[Slide, Sequence[Finding]]]
"""By the number of a slide in its page: the slide, and what is told of it."""


def take(made: Made, site: Site, browser: Screen, where: tuple[str, str], told: Told) -> None:
    """Make the pictures, in the folder of their locale and page; ``L10nError`` where that cannot be."""
    path, locale = where
    before, after = (browser.pictures(site.page(path, name), told) for name in ("", locale))
    for number, (slide, findings) in told.items():
        shown = {"source": _inline(before[number]), locale: _inline(after[number])}
        html = _TEMPLATE.render(slide=slide, number=number, findings=findings, shown=shown)
        made.put(f"{locale}/{quote(path)}/{number:03}.png", browser.picture(html))


def _inline(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


_TEMPLATE = Environment(autoescape=True).from_string(
    files("l10n.rendered").joinpath("pair.html").read_text(encoding="utf-8")
)
