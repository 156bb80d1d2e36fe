"""How remark's renderer reads the blocks of a document: in each version that is in use, and in a layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from l10n.dialects.remark.marked.blocks import block_tokens, compared_tokens
from l10n.dialects.remark.marked.versions import WITHOUT_SLIP, Compared
from l10n.markdown import BlockReader, BlockToken
from l10n.regex import regex

_CONTENT = regex(r"\{\{\s*+content\s*+\}\}")
_FIRST = "0.14.1"
_Blocks = tuple[Sequence[BlockToken], Mapping[str, str]]


class _Versions:
    """What two versions find in documents; what they agree on is kept for whoever asks the last one, too."""

    def __init__(self) -> None:
        self._agreed: dict[str, _Blocks] = {}

    def first(self, source: str) -> _Blocks:
        versions = Compared(_FIRST, WITHOUT_SLIP)
        found = compared_tokens(source, versions)
        if versions.agree:
            self._agreed[source] = found
        return found

    def last(self, source: str) -> _Blocks:
        return self._agreed.get(source) or block_tokens(source, version=WITHOUT_SLIP)


def _emptied(source: str) -> _Blocks:
    """What a layout shows where a slide has nothing to put in it; of other documents nothing."""
    return block_tokens(_CONTENT.sub("", source)) if _CONTENT.search(source) else ((), {})


def readers() -> Sequence[BlockReader]:
    """From a Markdown document to the tokens of the blocks that remark's renderer finds in it.

    They remember what they have read, so that each document has its own.
    """
    versions = _Versions()
    return versions.first, versions.last, _emptied
