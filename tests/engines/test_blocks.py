"""remark's renderer agrees: on the blocks of a document, on what is in each, and on definitions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from unit.dialects.remark.test_blocks import EXAMPLES, VERSIONS

from engines.engine import Engine, missing_renderer, running, versions
from engines.judged import many
from engines.markdown import documents
from l10n.dialects.remark.marked.blocks import block_tokens
from l10n.dialects.remark.marked.tokens import Token
from l10n.markdown.inline import label

pytestmark = pytest.mark.engine

ENGINES = versions(missing_renderer)

Shape = list[tuple[object, ...]]
"""Block by block: what it is, and what it says."""


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with running(request.param) as one:
        yield one


_BARE = str.maketrans({"\t": "    ", "\u00a0": " "})


def _bare(text: str) -> str:
    """The text without blanks around its lines, but for those that break a line."""
    return "\n".join(line.lstrip(" ") for line in text.translate(_BARE).split("\n")).rstrip(" ")


def ours(tokens: Sequence[Token]) -> Shape:
    """What we find; a text is one of a paragraph if it stands in one."""
    shape: Shape = []
    around: list[str] = []
    for token in tokens:
        if token.type.endswith("_open"):
            around.append(token.type)
        if token.type.endswith("_close"):
            around.pop()
        if token.type == "inline":
            shape.append(("text", _bare(token.content)))
        elif token.type in ("fence", "code_block"):
            shape.append(("code", token.info, token.content.rstrip("\n")))
        elif token.type == "html_block":
            shape.append(("html", token.content.strip()))
        else:
            shape.append((token.type, token.tag, *token.attrs.values()))
    assert not around
    return shape


def theirs(tokens: Sequence[Mapping[str, Any]]) -> Shape:
    """What the renderer finds, in the same form."""
    shape: Shape = []
    tight: list[bool] = []
    lists: list[str] = []
    last = ""
    for token in tokens:
        kind = token["type"]
        if kind == "text":
            if last == "text":
                _join(shape, token["text"], tight=tight[-1])
            else:
                shape += _text(token["text"], tight=tight[-1])
        elif kind == "list_start":
            lists.append("ordered_list" if token["ordered"] else "bullet_list")
            shape.append((f"{lists[-1]}_open", "ol" if token["ordered"] else "ul"))
        elif kind == "list_end":
            shape.append((f"{lists[-1]}_close", "ol" if lists.pop() == "ordered_list" else "ul"))
        elif kind in ("list_item_start", "loose_item_start", "blockquote_start"):
            tight.append(kind == "list_item_start")
            shape.append(("blockquote_open", "blockquote") if kind[0] == "b" else ("list_item_open", "li"))
        elif kind in ("list_item_end", "blockquote_end"):
            tight.pop()
            shape.append(("blockquote_close", "blockquote") if kind[0] == "b" else ("list_item_close", "li"))
        else:
            shape += _SIMPLE[kind](token)
        last = kind
    return [("text", _bare(str(one[1]))) if one[0] == "text" else one for one in shape]


def _text(text: str, *, tight: bool) -> Shape:
    return [("text", text)] if tight else [("paragraph_open", "p"), ("text", text), ("paragraph_close", "p")]


def _join(shape: Shape, text: str, *, tight: bool) -> None:
    at = -1 if tight else -2
    shape[at] = ("text", f"{shape[at][1]}\n{text}")


def _heading(token: Mapping[str, Any]) -> Shape:
    tag = f"h{token['depth']}"
    return [("heading_open", tag), ("text", token["text"]), ("heading_close", tag)]


def _table(token: Mapping[str, Any]) -> Shape:
    rows = [shape for cells in token["cells"] for shape in _row("td", cells, token["align"])]
    head = [("thead_open", "thead"), *_row("th", token["header"], token["align"]), ("thead_close", "thead")]
    body = [("tbody_open", "tbody"), *rows, ("tbody_close", "tbody")]
    return [("table_open", "table"), *head, *body, ("table_close", "table")]


def _row(tag: str, cells: Sequence[str], align: Sequence[str | None]) -> Shape:
    shape: Shape = [("tr_open", "tr")]
    for at, cell in enumerate(cells):
        aligned = align[at] if at < len(align) else None
        shape.append((f"{tag}_open", tag, *([f"text-align:{aligned}"] if aligned else [])))
        shape += [("text", cell), (f"{tag}_close", tag)]
    return [*shape, ("tr_close", "tr")]


_SIMPLE = {
    "space": lambda _: [],
    "hr": lambda _: [("hr", "hr")],
    "code": lambda token: [("code", token.get("lang", ""), token["text"].rstrip("\n"))],
    "html": lambda token: [("html", token["text"].strip())],
    "heading": _heading,
    "paragraph": lambda token: _text(token["text"], tight=False),
    "table": _table,
}


@many
@given(text=documents())
def test_documents_have_the_blocks_that_the_renderer_finds(engine: Engine, text: str) -> None:
    answer = engine.lex(text)
    tokens, references = block_tokens(text, version=engine.version)
    assert ours(tokens) == theirs(answer["tokens"])
    # To the renderer, labels that differ in blanks are two.
    links = {(label(name), link["href"]) for name, link in answer["links"].items()}
    assert set(references.items()) <= links
    assert set(references) == {name for name, _ in links}


@pytest.mark.parametrize("text", [text for text, *_ in (*EXAMPLES.values(), *VERSIONS.values())])
def test_examples_are_to_the_renderer_what_they_are_to_us(engine: Engine, text: str) -> None:
    assert ours(block_tokens(text, version=engine.version)[0]) == theirs(engine.lex(text)["tokens"])
