"""A deck that was translated already becomes its catalog.

Each block has traits: what does not change with the language, down to numbers, names and words that look
alike, and the lines between it and its neighbours. A trait that both sides have, or that one lacks, counts
by how rare it is; so do kind, depth and the ratio of lengths. All of it adds up to one figure, the
logarithm of how much likelier it is that two blocks belong together than that they do not. ``best_path``
takes the steps (one to one, two to one, one to two, none) whose sum is best, within windows, so that it
takes linear time: first through the slides, which says where to look, then through the blocks. What it left
over is looked for on slides that moved. How likely a step is among all ways, and how sure its neighbours
are, is the confidence of a pair.

Of a history each distinct text is told apart by counts of code, targets, numbers, marks and words that look
alike; the nearest few are parsed and aligned, then those half way to their neighbours while these are
better, and the one with most evidence is the revision. The catalog is made against that text, then
``update`` brings it up to today's, and ``overlay`` lays it under the catalog that is there. A deck that was
built is aligned with what the catalog builds, in its own language, whose blocks stand where the source's
do: what is new in it was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.adopt.alignment.judgement import Judged, State
    from l10n.adopt.decks import Options, adopt_decks
    from l10n.adopt.results import Adopted, AdoptReport, Changed
else:
    __getattr__ = door(
        __name__,
        {
            "alignment.judgement": "Judged State",
            "decks": "Options adopt_decks",
            "results": "AdoptReport Adopted Changed",
        },
    )
