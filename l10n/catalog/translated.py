"""What a catalog says in translation, in little room: most of it is pairs of texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from l10n.catalog.comments import TAKEN
from l10n.catalog.model import Entry


class Translated(NamedTuple):
    """All that has a translation, fuzzy or obsolete as it may be."""

    texts: dict[str, str]
    """Live messages that have no context, and whose translation is sure and was made for them."""
    others: tuple[Entry, ...]
    """All other entries; few as a rule."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Translated:
        """What these have."""
        texts: dict[str, str] = {}
        others = []
        for entry in entries:
            if entry.msgstr:
                if _is_two_texts(entry):
                    texts[entry.msgid] = entry.msgstr
                else:
                    others.append(entry)
        return cls(texts, tuple(others))


def _is_two_texts(entry: Entry) -> bool:
    _, _, context, fuzzy, obsolete, _, comments, _, previous, _ = entry
    return (context, fuzzy, obsolete, previous) == (None, False, False, None) and not any(
        comment.startswith(TAKEN) for comment in comments
    )
