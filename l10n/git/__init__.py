"""What git knows of decks and catalogs, and what git asks of us.

``l10n log`` goes back along the first parents of the catalog's history: each revision is what the one
before it became. From one to the next nearly all entries stay, so each distinct one is parsed once. A
message that was not there before takes the place of the one that ``#| msgid`` names, else of the one that
``successors`` finds, as for an update. It goes on until the translation was right. If the deck changed
before the catalog was brought up to it, the deck's own commit is looked up by bisection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.git.ignoring import ignored, is_new_to
    from l10n.git.log import source_log
    from l10n.git.logged import Fate, LoggedMessage, LoggedSlide, SourceLog
    from l10n.git.merge_driver import merge_files
    from l10n.git.repository import Repository, Revision
    from l10n.git.setup import ATTRIBUTES, SETTINGS, install
    from l10n.git.weblate import discovery
else:
    __getattr__ = door(
        __name__,
        {
            "ignoring": "ignored is_new_to",
            "log": "source_log",
            "logged": "Fate LoggedMessage LoggedSlide SourceLog",
            "merge_driver": "merge_files",
            "repository": "Repository Revision",
            "setup": "ATTRIBUTES SETTINGS install",
            "weblate": "discovery",
        },
    )
