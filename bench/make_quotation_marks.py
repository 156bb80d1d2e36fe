"""Writes ``l10n/checks/evidence/quotation_marks.py`` from CLDR's delimiters.

``npm pack cldr-misc-full``, unpack it, then ``python -m bench.make_quotation_marks package``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

LOCALES = [
    "ar",
    "bg",
    "bn",
    "ca",
    "cs",
    "da",
    "de",
    "de-CH",
    "el",
    "es",
    "fa",
    "fi",
    "fr",
    "fr-CA",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "it",
    "ja",
    "ko",
    "nb",
    "nl",
    "pl",
    "pt",
    "pt-PT",
    "ro",
    "ru",
    "sk",
    "sl",
    "sr",
    "sv",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
    "zh-Hant",
]


def main() -> None:
    """Print the module."""
    folder = Path(sys.argv[1])
    version = json.loads((folder / "package.json").read_text())["version"]
    rows = "\n".join(f'    "{locale.replace("-", "_")}": {_marks(folder, locale)},' for locale in LOCALES)
    print(f'''"""Quotation marks by locale, from CLDR {version}.

Made by ``python -m bench.make_quotation_marks``: edit that, not this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

QUOTATION_MARKS: Final[Mapping[str, tuple[str, str]]] = {{
{rows}
}}
"""By locale or language: the opening and the closing mark as one text, then those of quotes within."""''')


def _marks(folder: Path, locale: str) -> str:
    read = json.loads((folder / "main" / locale / "delimiters.json").read_text())
    marks = read["main"][locale]["delimiters"]
    pairs = (f"{marks[f'{kind}Start']}{marks[f'{kind}End']}" for kind in ("quotation", "alternateQuotation"))
    return "({})".format(", ".join(f'"{pair}"' for pair in pairs))


if __name__ == "__main__":
    main()
