"""Pages of decks as frames in a sandbox show them."""

from __future__ import annotations

import re
from importlib.resources import files

_HEADS = (re.compile(rb"(?i)<head(?:\s[^<>]{0,1000})?>"), re.compile(rb"(?i)<!doctype[^<>]{0,1000}>"))
_SCRIPT = files("l10n.serve").joinpath("framed.js").read_text(encoding="utf-8")
_TAG = f"<script>{_SCRIPT}</script>".encode()


def framed(page: bytes) -> bytes:
    """The page, which finds what it lacks in a sandbox, and shows the slide that it is asked for."""
    return begun(page, _TAG)


def begun(page: bytes, tag: bytes) -> bytes:
    """The page with a script that runs before all others."""
    found = next(filter(None, (head.search(page) for head in _HEADS)), None)
    at = found.end() if found else 0
    return page[:at] + tag + page[at:]
