"""How remark's renderer reads the blocks of a document: in each version that is in use, and in a layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from l10n.dialects.remark.marked.blocks import block_tokens, compared_tokens
from l10n.dialects.remark.marked.versions import WITHOUT_SLIP, Compared
from l10n.markdown import BlockReader, BlockToken
from l10n.regex import regex

_CONTENT = regex(r"\{\{\s*+content\s*+\}\}")
_FIRST = "0.14.1"
_Blocks = tuple[Sequence[BlockToken], Mapping[str, str]]


@lru_cache(1000)
def _compared(source: str) -> tuple[_Blocks, bool]:
    """What the first version finds, and whether the other finds the same; kept until that is asked."""
    versions = Compared(_FIRST, WITHOUT_SLIP)
    return compared_tokens(source, versions), versions.agree


def _first(source: str) -> _Blocks:
    return _compared(source)[0]


def _last(source: str) -> _Blocks:
    found, agree = _compared(source)
    return found if agree else block_tokens(source, version=WITHOUT_SLIP)


def _emptied(source: str) -> _Blocks:
    """What a layout shows where a slide has nothing to put in it; of other documents nothing."""
    return block_tokens(_CONTENT.sub("", source)) if _CONTENT.search(source) else ((), {})


READERS: Sequence[BlockReader] = (_first, _last, _emptied)
"""From a Markdown document to the tokens of the blocks that remark's renderer finds in it."""
