"""What comments of catalogs say: ours to translators, and theirs to us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.catalog.model import Entry
from l10n.regex import regex

CHANGED = "changed: "
"""Begins the comment of a proposal: what changed in the source."""
CARRIED = "carried over: "
"""Begins the comment of a translation that was changed as its source was."""
DOUBTFUL = "doubtful: "
"""Begins the comment of a translation that a person should look at: why."""
SIMILAR = "similar: "
"""Begins a comment that shows the translation of a message much like one that has none."""

TAKEN = "taken from: "
"""Begins a comment that names the catalog of another deck, which had the translation."""
OTHER_TRANSLATION = "Another branch translated this differently; keep the better text, remove this line:"
OTHER_DRAFT = "Another branch has a draft of this; remove this line once it is of no use:"
ANOTHER_TRANSLATION = "Another catalog had this translation; remove this line once it is of no use:"
_COPY = frozenset({"untranslated-copy", "content", "warning"})
"""How a copy of the source can be named: the rule that finds it, its family, its severity."""
_IGNORE = regex(r"\s*l10n-ignore:\s*(.*\S)")


def ignored_rules(entry: Entry) -> frozenset[str]:
    """What an entry is not to be held against: rules or families, ``# l10n-ignore: rule-name, another``."""
    if not entry.notes:
        return frozenset()
    said = (_IGNORE.match(note) for note in entry.notes)
    return frozenset(name for match in said if match for name in re.split(r"[\s,]+", match[1]))


def means_copy(entry: Entry) -> bool:
    """Whether a translator says that the translation is a copy of the source on purpose."""
    return not _COPY.isdisjoint(ignored_rules(entry))


def still_said_of(entry: Entry) -> Iterator[str]:
    """What was said of an entry, and still holds."""
    for comment in entry.comments:
        for beginning, holds in (
            ((CHANGED, CARRIED), entry.msgstr and entry.previous),
            (TAKEN, entry.msgstr),
            (DOUBTFUL, entry.msgstr and entry.fuzzy),
            (SIMILAR, not entry.msgstr),
        ):
            if holds and comment.startswith(beginning):
                yield comment


_BEGINNINGS = (CHANGED, CARRIED, DOUBTFUL, SIMILAR, TAKEN)


def are_only_wrapped(entry: Entry, comments: Sequence[str]) -> bool:
    """Whether an entry says these comments, and what still holds of it, though a tool has wrapped them.

    polib wraps extracted comments as it does strings; a catalog must not change with each save because of it.
    """
    at = 0
    for wanted in map(_without_blanks, comments):
        read = 0
        while read < len(wanted) and at < len(entry.comments):
            piece = _without_blanks(entry.comments[at])
            if not wanted.startswith(piece, read):
                return False
            read, at = read + len(piece), at + 1
        if read < len(wanted):
            return False
    rest = entry.comments[at:]
    ours = tuple(one for one in rest if one.startswith(_BEGINNINGS))
    return rest[:1] == ours[:1] and tuple(still_said_of(entry._replace(comments=ours))) == ours


def _without_blanks(comment: str) -> str:
    return "".join(comment.split())
