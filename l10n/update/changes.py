"""What an update did, in numbers."""

from __future__ import annotations

from dataclasses import dataclass, fields

from l10n.catalog import NOTHING, Count, summed


@dataclass(frozen=True, slots=True)
class Changes:
    """What an update did."""

    kept: Count = NOTHING
    """Messages that stayed, whatever their state."""
    carried: Count = NOTHING
    """Edited ones that are still translated: the edit was mechanical, and is done in the translation, too."""
    fuzzy: Count = NOTHING
    """Edited ones whose translation is a proposal now."""
    filled: Count = NOTHING
    """New ones that are translated elsewhere in the locale."""
    new: Count = NOTHING
    """New ones without a translation."""
    revived: Count = NOTHING
    """Ones that came back, with the translation they had."""
    gone: Count = NOTHING
    """Ones that left: obsolete now, or dropped if they had no translation."""

    @property
    def any_message(self) -> bool:
        """Whether the set of messages changed."""
        return any(getattr(self, one.name).messages for one in fields(self) if one.name != "kept")

    @property
    def now(self) -> Count:
        """All messages that there are now."""
        return self.kept + self.carried + self.fuzzy + self.filled + self.new + self.revived

    def __add__(self, other: Changes) -> Changes:
        return summed(self, other)
