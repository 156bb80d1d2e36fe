"""What a translation would break for some reader of pages, beyond what it breaks for any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.dialects.fault import Fault, Kept
from l10n.dialects.pages.lines import ITEM

_OWN_LINE = re.compile(
    r"\s*(:::|!!!|\?\?\?|===|///|\$\$|\|(?=\s|$)|#\.|\(@|;(?=\s|$)|\[[ xX]\](?=\s|$)"
    rf"|(?={ITEM.pattern})\S+)"
)
"""What begins a block to some reader of pages, in more forms than any of them documents."""


def new_start(before: str, after: str) -> Iterator[Fault]:
    """That ``after`` begins as what stands on lines of its own, and ``before`` does not."""
    start, had = _OWN_LINE.match(after), _OWN_LINE.match(before)
    if start and (had is None or had[1] != start[1]):
        yield Fault(Kept.BLOCK, f"{start[1]} would begin a block of its own", (0, 1))
