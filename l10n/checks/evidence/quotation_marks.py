"""Quotation marks by locale, from CLDR 48.2.0.

Made by ``python -m bench.make_quotation_marks``: edit that, not this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

QUOTATION_MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "ar": ("”“", "’‘"),
    "bg": ("„“", "„“"),
    "bn": ("“”", "‘’"),
    "ca": ("«»", "“”"),
    "cs": ("„“", "‚‘"),
    "da": ("“”", "‘’"),
    "de": ("„“", "‚‘"),
    "de_CH": ("„“", "‚‘"),
    "el": ("«»", "“”"),
    "es": ("“”", "‘’"),
    "fa": ("«»", "‹›"),
    "fi": ("””", "’’"),
    "fr": ("«»", "«»"),
    "fr_CA": ("«»", "”“"),
    "he": ("””", "’’"),
    "hi": ("“”", "‘’"),
    "hr": ("„“", "‚‘"),
    "hu": ("„”", "»«"),
    "hy": ("«»", "«»"),
    "id": ("“”", "‘’"),
    "it": ("«»", "“”"),
    "ja": ("「」", "『』"),
    "ko": ("“”", "‘’"),
    "nb": ("«»", "‘’"),
    "nl": ("‘’", "‘’"),
    "pl": ("„”", "«»"),
    "pt": ("“”", "‘’"),
    "pt_PT": ("«»", "“”"),
    "ro": ("„”", "«»"),
    "ru": ("«»", "„“"),
    "sk": ("„“", "‚‘"),
    "sl": ("„“", "‚‘"),
    "sr": ("„”", "’’"),
    "sv": ("””", "’’"),
    "tr": ("“”", "‘’"),
    "uk": ("«»", "„“"),
    "ur": ("”“", "’‘"),
    "vi": ("“”", "‘’"),
    "zh": ("“”", "‘’"),
    "zh_Hant": ("「」", "『』"),
}
"""By locale or language: the opening and the closing mark as one text, then those of quotes within."""
