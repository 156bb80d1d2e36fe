"""Template and old catalog become the new catalog: who continues whom, what of an edit can be carried.

``update`` goes by message. What stayed keeps its lines; what left and has a translation becomes obsolete;
for what is new ``successors`` looks among what left. Candidates are few, found by place, by the shape of
their prose and by rare words, so that time grows with the length of the deck; ``assignment`` weighs them
all and takes the pairing that is worth most in all. Then splits and joins are looked for beside the pairs.
``carry`` compares the spans that are no prose: if those are all that differs, and each is found in the
translation as often as in the old message, the edit is certain.

A deck whose new messages are still without a translation is gone through a second time, once all catalogs
are up to date: ``memory`` then has what left other decks in this very run. What it gives is marked with the
catalog that it is from, so that a move taken back can be told from work of a translator.

Taking back is exact because nothing is guessed: an entry that ``proposals`` would make again, byte for
byte, from what has come back was never touched, and goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.update.borrowed import Lenders
    from l10n.update.catalog import update
    from l10n.update.changes import Changes
    from l10n.update.memory import Answer, Match, Memory, completed
    from l10n.update.proposals import Proposer
    from l10n.update.succession import successors
    from l10n.update.template import (
        Told,
        collected,
        dated,
        described,
        extract,
        reference,
        together,
        told,
    )
else:
    __getattr__ = door(
        __name__,
        {
            "borrowed": "Lenders",
            "catalog": "update",
            "changes": "Changes",
            "memory": "Answer Match Memory completed",
            "proposals": "Proposer",
            "succession": "successors",
            "template": "Told collected dated described extract reference together told",
        },
    )
