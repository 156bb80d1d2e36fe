"""What the page sends, read: anything may come."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from l10n.serve.saving import Edit
from l10n.serve.verdict import Draft

_DRAFT = {"deck": str, "msgctxt": str | None, "msgid": str, "msgstr": str}
_EDIT = {**_DRAFT, "seen": str, "approve": bool}


def edit_in(body: bytes) -> Edit | None:
    """The edit that a request is; None if it is none."""
    said = _fields(body, _EDIT)
    return Edit(said["deck"], _key(said), said["seen"], said["msgstr"], said["approve"]) if said else None


def draft_in(body: bytes) -> Draft | None:
    """The draft that a request is; None if it is none."""
    said = _fields(body, _DRAFT)
    return Draft(said["deck"], _key(said), said["msgstr"]) if said else None


def _key(said: Mapping[str, Any]) -> tuple[str | None, str]:
    return said["msgctxt"], said["msgid"]


def _fields(body: bytes, kinds: Mapping[str, Any]) -> dict[str, Any] | None:
    """Just these fields, each of its kind; None where it is anything else."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or said.keys() != kinds.keys():
        return None
    if not all(isinstance(said[name], kind) for name, kind in kinds.items()):
        return None
    texts = [value for value in said.values() if isinstance(value, str)]
    return None if any("\0" in text or not _is_text(text) for text in texts) else said


def _is_text(text: str) -> bool:
    """Whether it can be written: JSON can name halves of characters."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)
