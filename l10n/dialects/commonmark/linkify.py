"""Bare addresses that markdown-it's ``linkify`` makes links of: domains, too, such as ``slides.md``."""

from __future__ import annotations

import re

from l10n.dialects.commonmark.addresses import TARGETS, Addresses
from l10n.regex import regex

_COUNTRIES = (
    "a[cdefgilmnoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]"
    "|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]"
    "|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnortuvxyz]"
    "|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]"
)
_DOMAINS = (
    rf"{_COUNTRIES}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф"
    r"|xn--[a-z0-9-]+"
)
LINKIFY = Addresses(
    regex(
        rf"(?:https?|ftp):[^\s<>`]+|mailto:[^\s<>`]+|(?<!(?<!\\):)//[^\s<>`]+"
        rf"|(?<![/:@])(?:[\w.!#$%&'*+=?^{{}}|~-]+@)?(?:[\w-]+\.)+(?:{_DOMAINS})(?![\w-])(?:[/?#:][^\s<>`]*)?",
        re.IGNORECASE,
    ),
    trimmed=".,;:!?)'\"",
    no_text=regex(
        rf"\[[^\[\]]*\]\([^()\s]*\)|<a\s[^<>]*>[^<>]*</a>|{TARGETS}"  # no link stands in another
    ),
)
SIGNS = r"\w\.\w|//|mailto:"
"""What a text with such an address has some of; an expression."""
