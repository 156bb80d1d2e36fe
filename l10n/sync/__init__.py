"""What a run does, catalog by catalog: extract, update, build; and what came of it.

The unit of a run is a group: the decks that share a catalog and a template, most often one. ``moving`` sees
first to it that catalogs stand as the settings have them; ``sharing`` says who stands apart in one.

A run then looks which groups are as the last run left them. Where 32 or more are not, and there is more
than one processor, ``workers`` shares them out: every n-th group to one of n processes, dealt out before
they start. What is done for a group is a value, ``GroupResult``; the first process takes these values in the
order of the groups, prints, and alone writes the cache of all, so that nobody can tell from files or
output how many processes there were. Groups that may adopt the catalog of decks that are gone are done by
the first process, one by one.

A process ends once its share is done, or nobody takes its results any more: the first one was interrupted
or killed. It goes on to the end of the group that it is at, and holds a lock of its own till then. One that
dies costs the group that it was at, which is named; another takes over its share.

A huge deck is read and built by part (``project/parts``): what came of a part is kept by what it says, by the
definitions of the whole deck, and by its translations. What is left to do with the whole is to collect the
messages, to bring catalogs up to them, and to put texts together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.sync.assets import asset_content
    from l10n.sync.decks import Step, add_locales, build_deck, build_pseudo, run
    from l10n.sync.fmt import format_catalogs
    from l10n.sync.results import Report, Totals
else:
    __getattr__ = door(
        __name__,
        {
            "assets": "asset_content",
            "decks": "Step add_locales build_deck build_pseudo run",
            "fmt": "format_catalogs",
            "results": "Report Totals",
        },
    )
