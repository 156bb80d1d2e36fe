"""Bare addresses that markdown-it's ``linkify`` makes links of: domains, too, such as ``slides.md``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.dialects.fault import Fault, Kept, place, shown
from l10n.markdown import without_code

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
_ADDRESS = re.compile(
    rf"(?:https?|ftp):[^\s<>`]+|mailto:[^\s<>`]+|//[^\s<>`]+"
    rf"|(?:[\w.!#$%&'*+=?^{{}}|~-]+@)?(?:[\w-]+\.)+(?:{_DOMAINS})(?![\w-])(?:[/?#:][^\s<>`]*)?",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(
    r"\[[^\[\]]*\]\([^()\s]*\)|<a\s[^<>]*>[^<>]*</a>"  # no link stands in another
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)?|\]\[[^\[\]]*\]|<[^<>]*>"
)
SIGNS = r"\w\.\w|//|mailto:"
"""What a text with such an address has some of; an expression."""


def changed_addresses(before: str, after: str, text: str) -> Iterator[Fault]:
    """That there would be other links of that sort."""
    had, has = Counter(_addresses(before)), Counter(_addresses(after))
    if new := next(iter(has - had), None):
        yield Fault(Kept.LINK, f"{shown(new)} would be a link", place(text, new))
    elif lost := next(iter(had - has), None):
        yield Fault(Kept.LINK, f"{shown(lost)} would be no link any more")


def without_addresses(text: str) -> str:
    """A text without what such links are made of."""
    return _ADDRESS.sub("", text)


def _addresses(text: str) -> Iterator[str]:
    bare = _NO_TEXT.sub(" ", without_code(text))
    return (match.group().rstrip(".,;:!?)'\"") for match in _ADDRESS.finditer(bare))
