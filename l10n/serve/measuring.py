"""A deck's page that is measured as ``check --rendered`` measures it, by the same script."""

from __future__ import annotations

from importlib.resources import files

from l10n.rendered import MEASURE

MEASURED = "measured"
"""In the query of an address: the page there is to be measured."""
_TELL = files("l10n.serve").joinpath("tell.js").read_text(encoding="utf-8")
_TAG = f"<script>({_TELL})({MEASURE})</script>".encode()


def measured(page: bytes) -> bytes:
    """The page, which tells the editor what is measured of it.

    The script is the page's last, and runs among the page's own: what it tells may be a lie.
    """
    return page + _TAG
