"""Decks as their own pages show them, in a browser: what slides lack once translated, pictures, prints.

A page is any HTML file below ``source`` that is a deck, or that names decks. It is handed to the browser by a
server on the loopback, with the decks as a build would write them; nothing is written, and no ``build`` is
needed. Scripts of decks run there as they do for any reader, so the browser reaches nothing but that server,
and the very addresses that stand in the page's own ``script`` and ``link`` tags.

Other decks have no page: ``viewers`` are what makes one, where it is installed, a file each (``marp``,
``reveal``, ``pandoc``). A program is asked by ``program``; ``machine`` says which one is the user's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.rendered.looking import look
    from l10n.rendered.printing import print_pages
    from l10n.rendered.scripts import MEASURE, knowing_slides
    from l10n.rendered.viewer import ENGINE, Showing, Viewer
    from l10n.rendered.viewers import Viewers, installed
else:
    __getattr__ = door(
        __name__,
        {
            "looking": "look",
            "printing": "print_pages",
            "scripts": "MEASURE knowing_slides",
            "viewer": "ENGINE Showing Viewer",
            "viewers": "Viewers installed",
        },
    )
