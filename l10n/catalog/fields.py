"""The fields of a header, as polib finds them."""

from __future__ import annotations

from l10n.catalog.writer import format_string
from l10n.regex import regex

_LINE_ENDS = regex("[\x1c-\x1e\x85\u2028\u2029]")
"""What ends a line for Python, but not in a catalog."""


def header_fields(header: str) -> dict[str, str]:
    """The values of a header's fields by name; ``header`` is the translation of the empty message."""
    import polib

    lines = ['msgid ""', *format_string("msgstr", _LINE_ENDS.sub(" ", header)), ""]
    found = polib.pofile("\n".join(lines), encoding="utf-8")
    return {str(name): str(value) for name, value in found.metadata.items()}
