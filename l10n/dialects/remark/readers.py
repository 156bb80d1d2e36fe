"""How remark's renderer reads the blocks of a document: in each version that is in use, and in a layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from l10n.dialects.remark.marked.blocks import block_tokens
from l10n.dialects.remark.marked.versions import WITHOUT_SLIP
from l10n.markdown import BlockReader, BlockToken
from l10n.regex import regex

_CONTENT = regex(r"\{\{\s*+content\s*+\}\}")


def _emptied(source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """What a layout shows where a slide has nothing to put in it; of other documents nothing."""
    return block_tokens(_CONTENT.sub("", source)) if _CONTENT.search(source) else ((), {})


READERS: Sequence[BlockReader] = (block_tokens, partial(block_tokens, version=WITHOUT_SLIP), _emptied)
