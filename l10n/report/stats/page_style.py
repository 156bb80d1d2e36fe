"""The looks of the page: one style sheet, with a palette for light and one for dark screens."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

LIGHT = {
    "paper": "#ffffff",
    "ink": "#1b1f24",
    "faint": "#57606a",
    "rule": "#c4cbd3",
    "link": "#0a4fb0",
    "focus": "#b3261e",
    "heat0": "#f7b9b0",
    "heat1": "#f8cca0",
    "heat2": "#f5e09a",
    "heat3": "#e0e8a0",
    "heat4": "#bfe3b4",
    "heat5": "#8fd19e",
}
DARK = {
    "paper": "#14181d",
    "ink": "#eef1f4",
    "faint": "#a9b3bd",
    "rule": "#4b5560",
    "link": "#8ab8ff",
    "focus": "#ffb4a9",
    "heat0": "#7a231d",
    "heat1": "#733d10",
    "heat2": "#5f5008",
    "heat3": "#4a5a12",
    "heat4": "#2b5a2c",
    "heat5": "#145c34",
}
"""Text is ink on paper and on heat; links are of ink's colour there, and underlined."""


def _variables(palette: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in palette.items())


STYLE = f"""
:root{{color-scheme:light dark;{_variables(LIGHT)}}}
@media (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}
*{{box-sizing:border-box}}
body{{margin:0;background:var(--paper);color:var(--ink)}}
body{{font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}}
header,main,footer{{max-width:72rem;margin:0 auto;padding:.5rem 1rem}}
h1{{font-size:1.6rem;margin:.5rem 0}}h2{{font-size:1.25rem;margin:2rem 0 .5rem}}
h3,h4{{font-size:1rem;margin:.75rem 0 .25rem}}h4{{font-weight:600}}
a{{color:var(--link)}}td a{{color:inherit}}
:focus-visible{{outline:3px solid var(--focus);outline-offset:2px}}
.skip{{position:absolute;left:-100vw}}.skip:focus{{left:1rem;background:var(--paper);padding:.5rem;z-index:3}}
nav ul{{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:.5rem 0}}
.box{{overflow:auto;max-height:85vh;border:1px solid var(--rule)}}
table{{border-collapse:separate;border-spacing:0;font-variant-numeric:tabular-nums;min-width:100%}}
caption{{text-align:left;padding:.5rem;color:var(--faint);position:sticky;left:0;max-width:min(68rem,88vw)}}
th,td{{padding:.2rem .5rem;border-bottom:1px solid var(--rule);text-align:right;white-space:nowrap}}
thead th{{position:sticky;top:0;background:var(--paper);z-index:2}}
tbody th,thead th:first-child{{text-align:left;position:sticky;left:0;background:var(--paper);z-index:1}}
thead th:first-child{{z-index:3}}
tbody th{{font-weight:400;min-width:min(16rem,42vw);white-space:normal}}
tbody th[scope=rowgroup],tr.deck td{{font-weight:700;border-top:2px solid var(--rule)}}
td,thead th{{min-width:4.2rem}}
.heat0{{background:var(--heat0)}}.heat1{{background:var(--heat1)}}.heat2{{background:var(--heat2)}}
.heat3{{background:var(--heat3)}}.heat4{{background:var(--heat4)}}.heat5{{background:var(--heat5)}}
details{{border-bottom:1px solid var(--rule);padding:0 .4rem}}
details{{content-visibility:auto;contain-intrinsic-size:auto 2.5rem}}
summary{{padding:.4rem 0;cursor:pointer}}
.left{{margin:0;padding:0 0 .5rem 1.25rem}}.left li{{margin:.2rem 0}}
.state{{color:var(--faint)}}
:target{{scroll-margin-top:.5rem;outline:2px solid var(--focus);outline-offset:2px}}
"""
POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
"""Only this style sheet: whatever got into the page could run nothing and ask nobody."""


def heat(percent: int) -> str:
    """The class of a cell: from ``heat0`` for nothing to ``heat5`` for all."""
    return f"heat{min(4, 1 + percent // 25) if 0 < percent < 100 else 5 * (percent == 100)}"
