"""What translators say to these tools in the comments of their catalogs."""

from __future__ import annotations

import re

from l10n.catalog.model import Entry

_COPY = frozenset({"untranslated-copy", "content", "warning"})
"""How a copy of the source can be named: the rule that finds it, its family, its severity."""
_IGNORE = re.compile(r"\s*l10n-ignore:\s*(.*\S)")


def ignored_rules(entry: Entry) -> frozenset[str]:
    """What an entry is not to be held against: rules or families, ``# l10n-ignore: rule-name, another``."""
    if not entry.notes:
        return frozenset()
    said = (_IGNORE.match(note) for note in entry.notes)
    return frozenset(name for match in said if match for name in re.split(r"[\s,]+", match[1]))


def means_copy(entry: Entry) -> bool:
    """Whether a translator says that the translation is a copy of the source on purpose."""
    return not _COPY.isdisjoint(ignored_rules(entry))
