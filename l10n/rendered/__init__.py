"""Decks as their own pages show them, in a browser: what slides lack once translated, pictures, prints.

A page is any HTML file below ``source`` that is a deck, or that names decks. It is handed to the browser by a
server on the loopback, with the decks as a build would write them; nothing is written, and no ``build`` is
needed. Scripts of decks run there as they do for any reader, so the browser reaches nothing but that server,
and the very addresses that stand in the page's own ``script`` and ``link`` tags.

Decks of Marp have no page: ``marp`` asks the Marp that is installed to make one, by ``program``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.rendered.looking import look
    from l10n.rendered.marp import Marp, installed_marp, themes_among
    from l10n.rendered.printing import print_pages
    from l10n.rendered.scripts import MEASURE, knowing_slides
else:
    __getattr__ = door(
        __name__,
        {
            "looking": "look",
            "marp": "Marp installed_marp themes_among",
            "printing": "print_pages",
            "scripts": "MEASURE knowing_slides",
        },
    )
