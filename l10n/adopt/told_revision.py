"""The revision of its source that a translated page tells in its front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.dialects import find_front_matter

_COMMIT = r"[ \t]*[:=][ \t]*[\"']?([0-9a-f]{7,64})[\"']?[ \t]*(?:#.*)?$"


def told_revision(text: str, keys: Sequence[str]) -> str:
    """The commit that one of ``keys`` names, wherever it stands in the front matter; empty if none does."""
    found = find_front_matter(text) if keys else None
    if found is None:
        return ""
    names = "|".join(map(re.escape, keys))
    match = re.search(rf"^[ \t]*(?:{names}){_COMMIT}", text[: found.end], re.MULTILINE | re.IGNORECASE)
    return match[1].lower() if match else ""
