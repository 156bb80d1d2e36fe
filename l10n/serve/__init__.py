"""A project in a browser: slides side by side, and their messages to translate.

``view`` says what is shown of a deck, ``verdict`` what is wrong with its translations, saved or being typed,
``shelf`` what all catalogs of the locale know; ``saving`` writes one message. ``workshop`` does this for one
project and locale, one request after the other, and builds what changed. There are two origins on two
ports: ``editor`` has the page and what it asks for; ``shown`` hands out decks, which come from strangers, and
nothing else. Their scripts run in a sandboxed frame, and can neither read nor write what the editor has;
``framed`` leads a page to its slide, and ``measuring`` lets it tell how full its slides are.
``guard`` stands before both, and ``said`` reads what comes through. ``live`` watches the project and tells
the pages; ``running`` opens the ports. ``exporting`` writes the same view as files, which need neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.serve.exporting import export
    from l10n.serve.running import Asked, serve
else:
    __getattr__ = door(__name__, {"exporting": "export", "running": "Asked serve"})
