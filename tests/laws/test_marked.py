"""Texts of blocks are found in the document, by the lines that they are said to stand in."""

import re

import pytest
from engines.markdown import documents
from hypothesis import given
from hypothesis import strategies as st

from l10n.dialects.remark.marked.blocks import block_tokens
from laws.texts import any_text, structured_text

_LINE_ENDS = re.compile("[\r\u2028\u2029\u2424]")
"""What the renderer, or a line of its patterns, takes for a line end, and the document has within a line."""


@pytest.mark.parametrize("version", ["0.14.1", "0.15.0"])
@given(text=st.one_of(documents(), structured_text(), any_text()))
def test_each_line_of_a_text_ends_a_line_of_the_document(version: str, text: str) -> None:
    text = _LINE_ENDS.sub("", text)
    lines = text.split("\n")
    around = ""
    for token in block_tokens(text, version=version)[0]:
        if token.type != "inline":
            around = token.type
            continue
        assert token.map is not None
        of = lines[slice(*token.map)]
        content = token.content.split("\n")
        if around in ("heading_open", "th_open", "td_open"):
            assert token.content in of[0]
        else:
            assert len(of) == len(content)
            assert of[-1].rstrip(" \t\u00a0").endswith(content[-1])
            assert all(line.endswith(end) for line, end in zip(of[:-1], content[:-1], strict=True))
