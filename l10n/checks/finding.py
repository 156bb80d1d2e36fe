"""What a check tells its user."""

from __future__ import annotations

from typing import NamedTuple

from l10n.catalog import Key
from l10n.project import Severity


class Finding(NamedTuple):
    """A flaw, with all that tells where it is."""

    rule: str
    severity: Severity
    message: str
    file: str
    """The catalog, or deck, relative to the project."""
    line: int
    """1-based; of the entry's ``msgid``, or 1 where the whole file is meant."""
    locale: str = ""
    deck: str = ""
    """Path of the source deck below ``source``; empty where only the catalog is known."""
    slide: str = ""
    """The title of the slide."""
    msgctxt: str | None = None
    msgid: str = ""
    msgstr: str = ""
    at: tuple[int, int] | None = None
    """The range of the translation that is meant."""

    @property
    def key(self) -> Key:
        """What gettext tells the message apart by; of no entry, if another thing than one is meant."""
        return self.msgctxt, self.msgid
