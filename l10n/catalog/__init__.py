"""gettext catalogs, kept to the byte: read, written, counted, merged in three ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.catalog.comments import (
        CARRIED,
        CHANGED,
        DOUBTFUL,
        SIMILAR,
        TAKEN,
        are_only_wrapped,
        ignored_rules,
        still_said_of,
    )
    from l10n.catalog.contexts import PER, Key, apart, as_in_source
    from l10n.catalog.count import NOTHING, Count, summed
    from l10n.catalog.dates import now
    from l10n.catalog.entry_state import state
    from l10n.catalog.headers import marked, new_catalog, new_template, title_of
    from l10n.catalog.joined_headers import with_headers
    from l10n.catalog.joining import joined, parted
    from l10n.catalog.lines import EntryLines, sort_lines, strings
    from l10n.catalog.merging.catalogs import merged
    from l10n.catalog.model import Catalog, Entry, file_of, files_of, has_translation
    from l10n.catalog.reader import load, load_head, load_translations
    from l10n.catalog.shared import (
        Share,
        detached,
        own_messages,
        renamed,
        set_apart,
        standing_apart,
        with_share,
    )
    from l10n.catalog.states import Counts, State, complete_percent, counted
    from l10n.catalog.translated import Translated
    from l10n.catalog.writer import canonical, obsoleted, refreshed, revived
else:
    __getattr__ = door(
        __name__,
        {
            "comments": "CARRIED CHANGED DOUBTFUL SIMILAR TAKEN are_only_wrapped ignored_rules still_said_of",
            "contexts": "Key PER apart as_in_source",
            "count": "Count NOTHING summed",
            "headers": "marked new_catalog new_template title_of",
            "dates": "now",
            "joined_headers": "with_headers",
            "joining": "joined parted",
            "lines": "EntryLines sort_lines strings",
            "merging.catalogs": "merged",
            "model": "Catalog Entry file_of files_of has_translation",
            "reader": "load load_head load_translations",
            "shared": "Share detached own_messages renamed set_apart standing_apart with_share",
            "states": "Counts State complete_percent counted",
            "entry_state": "state",
            "translated": "Translated",
            "writer": "canonical obsoleted refreshed revived",
        },
    )
