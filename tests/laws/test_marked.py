"""Texts of blocks are found in the document, by the lines that they are said to stand in."""

import re

import pytest
from engines.markdown import documents
from hypothesis import given
from hypothesis import strategies as st

from l10n.dialects.remark.marked.blocks import block_tokens, compared_tokens
from l10n.dialects.remark.marked.inline import inline
from l10n.dialects.remark.marked.versions import WITHOUT_SLIP, Compared
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


LINES = st.sampled_from(
    [
        *("# a", "#a", "- a", "1. b", "  - c", "    - d", "***", "- - -", "```", "``` x", "~~~", "````"),
        *(
            "> q",
            "[a]: b",
            "<!-- c -->",
            "<div>",
            "</div>",
            "text",
            "| a |",
            "|---|",
            "def",
            "",
            "\t",
            "    x",
        ),
    ]
)


@given(text=st.one_of(documents(), st.lists(LINES, max_size=9).map("\n".join), any_text()))
def test_versions_that_agree_find_the_same_blocks(text: str) -> None:
    versions = Compared("0.14.1", WITHOUT_SLIP)
    found = compared_tokens(text, versions)
    assert found == block_tokens(text, version="0.14.1")
    if versions.agree:
        assert found == block_tokens(text, version=WITHOUT_SLIP)


@pytest.mark.parametrize(
    "text",
    [
        "#a",
        "``` . x\na\n```",
        "```\n```\na\n```",
        "<!-- c -->\ntext\n",
        "- a\n      - b",
        "- a\n  - - -",
        "- a\n[b]: c",
        "> [a]: b",
        "text\n[a]: b",
    ],
)
def test_versions_that_find_other_blocks_do_not_agree(text: str) -> None:
    versions = Compared("0.14.1", WITHOUT_SLIP)
    assert compared_tokens(text, versions) != block_tokens(text, version=WITHOUT_SLIP)
    assert not versions.agree


PIECES = st.sampled_from(
    [
        *("`", "``", "`a`", "` a`", "_", "__", "*", "**", "a", "a_b", " ", "[", "]", "(", "](", "http://xy"),
        *("<a href=b>", "</a>", "<", ">", "\\", "~~", "![", "[a]", "\n", "\u00a0"),
    ]
)


@given(text=st.one_of(st.lists(PIECES, max_size=12).map("".join), any_text()))
def test_versions_that_agree_read_the_same_in_a_block(text: str) -> None:
    versions = Compared("0.14.1", "0.15.0")
    found = inline(text, "a".__eq__, versions)
    assert found == inline(text, "a".__eq__, Compared("0.14.1"))
    if versions.agree:
        assert found == inline(text, "a".__eq__, Compared("0.15.0"))


@pytest.mark.parametrize("text", ["_a _b_", "` `", "[http://xy](z)"])
def test_versions_that_read_otherwise_do_not_agree(text: str) -> None:
    versions = Compared("0.14.1", "0.15.0")
    assert inline(text, "a".__eq__, versions) != inline(text, "a".__eq__, Compared("0.15.0"))
    assert not versions.agree
