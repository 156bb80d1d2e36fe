"""What messages are told apart by, and what those are called that stand apart in a shared catalog.

Contexts that come from a source never hold a line end, so nothing else can be taken for one that names an
owner in its first line.
"""

from __future__ import annotations

Key = tuple[str | None, str]
"""``(msgctxt, msgid)``: what gettext tells messages apart by."""
PER = "X-Catalogs-Per"
"""The field of a header that says whose catalog it is, where it is not that of one owner."""
_APART, _END = "only in ", "\n"


def apart(owner: str, key: Key) -> Key:
    """What a message is called where it is of that owner only."""
    return f"{_APART}{owner}{_END}{key[0] or ''}", key[1]


def owner_of(key: Key) -> str | None:
    """Whose message it is, if it stands apart."""
    context = key[0]
    if context is None or _END not in context or not context.startswith(_APART):
        return None
    return context.removeprefix(_APART).partition(_END)[0]


def as_in_source(key: Key) -> Key:
    """What a message is called in its source, whether it stands apart or not."""
    if owner_of(key) is None:
        return key
    return (key[0] or "").partition(_END)[2] or None, key[1]
