"""Names of the source that a translation lacks."""

from __future__ import annotations

from l10n.checks.model import Pair
from l10n.regex import regex

_NAME = regex(r"(?<![\w@/.+-])[A-Za-z][\w+-]*(?:\.\w+)*")
_MOST = 50
_FEWEST, _SHARE = 2, 0.4
"""So many names, and this share of all, are not left out for style."""


def lost_names(pair: Pair) -> list[str]:
    """The names that are missing, in the order of the source; none if it lacks but few of them.

    A name is a word with two capitals: ``gRPC``, ``JSON-RPC``, ``MQTT``.
    """
    words = dict.fromkeys(_NAME.findall(pair.source.prose))
    found = [word for word in words if sum(map(str.isupper, word)) > 1][:_MOST]
    has = pair.msgstr.casefold()
    lost = [name for name in found if name.casefold().removesuffix("s") not in has]
    return lost if len(lost) >= max(_FEWEST, _SHARE * len(found)) else []
