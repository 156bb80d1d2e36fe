"""Labels of links: those of a translated deck, and those that its source has for the same targets."""

from __future__ import annotations

import re

from l10n.deck import Deck
from l10n.markdown import Localised, in_full, label, without_code
from l10n.regex import regex

_LABEL = regex(r"\]\[([^\[\]]+)\]")


class Labels:
    """Knows which labels of two decks lead to the same targets."""

    def __init__(self, source: Deck, target: Deck, localised: Localised) -> None:
        self.source = source.references
        self.target = target.references
        self.localised = localised
        self.names: dict[str, str] = {}
        """By target: the first label of the source that leads there."""
        for name, leads in self.source.items():
            self.names.setdefault(localised.neutral(leads), name)

    def translated(self, text: str) -> str:
        """A text of the translated deck with the source's labels; where that has none, with the target."""
        if "[" not in text:
            return text
        parts: list[str] = []
        at = 0
        for match in _LABEL.finditer(without_code(text)):
            parts += text[at : match.start()], self._end(match)
            at = match.end()
        return in_full("".join([*parts, text[at:]]), self.source)

    def _end(self, match: re.Match[str]) -> str:
        """How the link ends."""
        name = label(match[1])
        leads = self.target.get(name)
        if name in self.source or leads is None:
            return match.group()
        found = self.names.get(self.localised.neutral(leads))
        return f"][{found}]" if found else f"]({leads})"
