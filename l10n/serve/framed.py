"""Pages of decks as frames show them."""

from __future__ import annotations

import re
from importlib.resources import files

from l10n.regex import regex
from l10n.rendered import knowing_slides

NAME = "framed.js"
SCRIPT = knowing_slides(files("l10n.serve").joinpath(NAME).read_text(encoding="utf-8")).encode()
"""By what a page shows the slide that it is asked for, whatever its engine calls that."""
_MARK = b"\xef\xbb\xbf"
"""What a file of UTF-8 may begin with."""
_SKIPPED = regex(rb"\s+|<!--.*?-->", re.DOTALL)
_DOCTYPE = regex(rb"(?i)<!doctype[^<>]{0,1000}>")
_TWO_BYTES = (b"\xff\xfe", b"\xfe\xff")
"""What files of UTF-16 begin with."""


def begun(page: bytes, address: str) -> bytes:
    """The page with the script at an address, which is quoted, before all others.

    It stands behind the doctype, for nothing that follows can be told from a string in a script; and it is
    called, not copied, for browsers look for the encoding in the first kilobyte only. In a page of UTF-16
    it cannot be put.
    """
    if page.startswith(_TWO_BYTES):
        return page
    at = _first(page)
    return page[:at] + f'<script src="{address}"></script>'.encode() + page[at:]


def _first(page: bytes) -> int:
    """Where a page's first tag may stand."""
    start = at = len(_MARK) if page.startswith(_MARK) else 0
    while found := _SKIPPED.match(page, at):
        at = found.end()
    doctype = _DOCTYPE.match(page, at)
    return doctype.end() if doctype else start
