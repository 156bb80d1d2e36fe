"""What of a page is data: its texts, and front matter before them, which generators of pages read."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.dialects.data import Data
from l10n.dialects.front_matter import find_front_matter


def page_data(page: str, start: int, keys: Sequence[str], language: str = "html") -> tuple[Data, ...]:
    """That of a page that stands at ``start``; values of those keys of its front matter are messages."""
    found = find_front_matter(page.replace("\r\n", " \n"), keys)
    at = start + (found.end if found else 0)
    texts = Data(at, start + len(page), (at, start + len(page)), language)
    if found is None:
        return (texts,)
    low, high = found.inner
    return found._replace(start=start, end=at, inner=(start + low, start + high)), texts
