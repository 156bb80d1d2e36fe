"""The blocks that remark's renderer finds, as a table; tests/engines holds it against remark."""

import pytest

from l10n.dialects.remark.marked.blocks import block_tokens
from l10n.dialects.remark.marked.tokens import Token


def told(text: str, version: str = "0.14.1") -> str:
    """The blocks in one line: tags, and in brackets what they hold."""
    said = "".join(map(_said, block_tokens(text, version=version)[0]))
    return said.replace("( ", "(").strip()


def _said(token: Token) -> str:
    attributes = "".join(f".{value.removeprefix('text-align:')}" for value in token.attrs.values())
    content = token.content.removesuffix("\n")
    match token.type:
        case "inline":
            return token.content
        case "fence" | "code_block":
            return f" pre{'.' if token.info else ''}{token.info}({content})"
        case "html_block":
            return f" html({content})"
        case "hr":
            return " hr"
    return f" {token.tag}{attributes}(" if token.type.endswith("_open") else ")"


EXAMPLES = {
    # Headings
    "a heading in a paragraph": ("a\n# b\nc", "p(a) h1(b) p(c)"),
    "marks behind a heading": ("## a ##", "h2(a)"),
    "a mark alone in its line": ("#", "p(#)"),
    "an underline of the last line of a paragraph": ("a\nb\n===\nc", "p(a) h1(b) p(c)"),
    "an underline of both signs, of which the last counts": ("a\n=-", "h2(a)"),
    "an underline of one sign, which is none": ("a\n=\nb", "p(a\n=\nb)"),
    "an underlined list item": ("- a\n---", "h2(- a)"),
    "an underlined quote": ("> a\n---", "h2(> a)"),
    "an underline with any indent": ("a\n      --", "h2(a)"),
    # Rules
    "a rule of any signs": ("-*_", "hr"),
    "a rule in a paragraph": ("a\n***\nb", "p(a) hr p(b)"),
    "a rule that two dashes follow": ("* --\na", "hr p(a)"),
    # Lists
    "tight items": ("- a\n- b", "ul(li(a) li(b))"),
    "an item that goes on": ("- a\nb\n  c", "ul(li(a\nb\nc))"),
    "a list of any number below text": ("a\n2. b\n3. c", "p(a) ol(li(b) li(c))"),
    "a list below a tag": ("<br>\n- a", "p(<br>) ul(li(a))"),
    "a bullet without text": ("a\n- \nb", "p(a) ul(li(b))"),
    "a bullet at the end of the text, which is no list": ("a\n- ", "p(a\n-)"),
    "another bullet": ("- a\n* b\n+ c", "ul(li(a)) ul(li(b)) ul(li(c))"),
    "numbers and bullets": ("- a\n1. b\n2. c", "ul(li(a)) ol(li(b) li(c))"),
    "a parenthesis, which marks no item": ("1) a", "p(1) a)"),
    "a loose item": ("- a\n\n  b\n- c", "ul(li(p(a) p(b)) li(c))"),
    "an item that an empty line follows": ("- a\n\n- b\n- c", "ul(li(p(a)) li(p(b)) li(c))"),
    "an empty line before another bullet": ("- a\n\n* b", "ul(li(a)) ul(li(b))"),
    "two empty lines": ("- a\n\n\n- b", "ul(li(a)) ul(li(b))"),
    "text behind an empty line": ("- a\n\nb", "ul(li(a)) p(b)"),
    "an indented text behind an empty line": ("- a\n\n b", "ul(li(p(a) p(b)))"),
    "a list in its first line": ("- - a\n  - b", "ul(li(ul(li(a) li(b))))"),
    "a bullet of less indent": ("  - a\n- b", "ul(li(a) li(b))"),
    "a bullet of less indent behind an empty line": ("  - a\n\n- b", "ul(li(p(a)) li(p(b)))"),
    "a rule below an item": ("- a\n***\nb", "ul(li(a)) hr p(b)"),
    "three blanks before a nested bullet": ("- a\n   - b\n   c", "ul(li(a ul(li(b\nc))))"),
    "a rule below a bullet without text": ("- \n***", "ul(li(hr))"),
    "a heading in an item": ("- a\n# b\nc", "ul(li(a h1(b)c))"),
    "text around code in an item": ("- a\n  ```\n  b\n  ```\n  c", "ul(li(a pre(b)c))"),
    "a table in an item, which is text": ("- | a |\n  |---|\n  | b |", "ul(li(| a |\n|---|\n| b |))"),
    "a quote in an item": ("- > a\n  > b", "ul(li(blockquote(p(a\nb))))"),
    "an item of tags": ("- <p>a</p>\n- <b>c</b>", "ul(li(html(<p>a</p>)) li(<b>c</b>))"),
    "white space that is no blank": ("- a\u3000\n\n\u3000", "ul(li(a\u3000\u3000))"),
    # Quotes
    "a quote that goes on without marks": ("> a\nb\n\nc", "blockquote(p(a\nb)) p(c)"),
    "a quote behind an empty line": ("> a\n\n> b", "blockquote(p(a) p(b))"),
    "a mark alone, which is text": ("a\n>\nb", "p(a\n>\nb)"),
    "a mark alone in a quote": ("> a\n>\n> b", "blockquote(p(a) p(b))"),
    "a list in a quote": ("> a\n2. b", "blockquote(p(a) ol(li(b)))"),
    "a table in a quote": (
        "> | a |\n> |---|\n> | b |",
        "blockquote(table(thead(tr(th(a))) tbody(tr(td(b)))))",
    ),
    "quotes in quotes": (">> a\n> b", "blockquote(blockquote(p(a\nb)))"),
    # Code
    "an indented line": ("a\n\n    b\n\n     c", "p(a) pre(b\n\n c)"),
    "an indented line in a paragraph": ("a\n    b", "p(a\nb)"),
    "a fence in a paragraph": ("a\n```sh\nb\n```\nc", "p(a) pre.sh(b) p(c)"),
    "a fence of two words, which is text": ("```a b\nc\n```", "p(```a b\nc\n```)"),
    "a fence without an end": ("```\na\n\n# b", "p(```\na) h1(b)"),
    "an end behind text": ("~~~\na ~~~\nb", "pre(a) p(b)"),
    "an end of more marks": ("```\na\n`````", "pre(a\n``)"),
    "a longer fence that a shorter one ends": ("````a\nb\n```", "pre.`a(b)"),
    "an indented fence": ("   ```\na\n```", "pre(a)"),
    # Tables
    "cells with bars around": (
        "| a | b |\n|:--|--:|\n| c | d |",
        "table(thead(tr(th.left(a) th.right(b))) tbody(tr(td.left(c) td.right(d))))",
    ),
    "cells with bars between": (
        "a | b\n--|:-:\nc | d |",
        "table(thead(tr(th(a) th.center(b))) tbody(tr(td(c) td.center(d) td())))",
    ),
    "a table below text, which is text": (
        "a\n| b | c |\n|---|---|\n| d | e |",
        "p(a\n| b | c |\n|---|---|\n| d | e |)",
    ),
    "rows of other lengths": (
        "| a | b |\n|---|---|\n| c |\n| d | e | f |",
        "table(thead(tr(th(a) th(b))) tbody(tr(td(c)) tr(td(d) td(e) td(f))))",
    ),
    "a table without rows": ("| a | b |\n|---|---|\nc", "table(thead(tr(th(a) th(b))) tbody(tr(td()))) p(c)"),
    "an escaped bar, which parts cells": (
        "| a \\| b |\n|---|\n| c |",
        "table(thead(tr(th(a \\) th(b))) tbody(tr(td(c))))",
    ),
    "a bar in code, which parts cells": (
        "| `a | b` |\n|---|---|\n| c |",
        "table(thead(tr(th(`a) th(b`))) tbody(tr(td(c))))",
    ),
    "a last row that ends in two bars": (
        "| a |\n|---|\n| b ||\n| c ||\n",
        "table(thead(tr(th(a))) tbody(tr(td(b) td()) tr(td(c))))",
    ),
    "a head of bars": ("||\n|-\n", "table(thead(tr(th() th())) tbody(tr(td())))"),
    "no line end behind the second line": ("| a |\n|---|", "p(| a |\n|---|)"),
    # HTML
    "an element up to an empty line": ("<div>\na\n</div>\nb\n\nc", "p(<div>\na\n</div>\nb) p(c)"),
    "an element up to a closing tag that an empty line follows": (
        "<div>\na\n</div>\nb\n\n</div>\n\nc",
        "html(<div>\na\n</div>\nb\n\n</div>) p(c)",
    ),
    "an element over empty lines": ("<div>\n\na\n\n</div>", "html(<div>\n\na\n\n</div>)"),
    "a tag that is not closed": ("<div>\n\na", "html(<div>) p(a)"),
    "a tag with text behind, which is text": ("<div>\na", "p(<div>\na)"),
    "a closing tag, which is text": ("</div>\n\na", "p(</div>) p(a)"),
    "tags within a line, which begin no block": (
        '<br>\n<br/>\n<img src="a">',
        'p(<br>\n<br/>\n<img src="a">)',
    ),
    "a tag in capitals, which begins one": ("<BR>\n\na", "html(<BR>) p(a)"),
    "a tag that ends a paragraph": ("a\n<div>b</div>\n\nc", "p(a) html(<div>b</div>) p(c)"),
    "an indented tag in a paragraph": ("a\n <div>b</div>\n\nc", "p(a\n<div>b</div>) p(c)"),
    "a comment": ("<!-- a\n\nb -->\n\nc", "html(<!-- a\n\nb -->) p(c)"),
    "a comment in a paragraph": ("a\n<!-- b -->\n\nc", "p(a\n<!-- b -->) p(c)"),
    "an address of mail": ("<a.b@c>\n\na", "p(<a.b@c>) p(a)"),
    "a value with quotation marks": ('<p a=\'"\' b=">\n>">\n\na', 'html(<p a=\'"\' b=">\n>">) p(a)'),
    # Definitions
    "a definition": ("a\n\n[b]: c\nd", "p(a) p(d)"),
    "a definition with a title": ('[a]: <b> "c"', ""),
    "a title with more behind": ("[a]: b (c) d", "p([a]: b (c) d)"),
    "a label over lines": ("[a\nb]: c", ""),
    "two definitions of a label": ("[a]: b\n[A]: c", ""),
    # Blanks
    "tabs": ("-\ta\n\n\tb\tc", "ul(li(p(a) p(b\tc)))"),
    "U+00A0": ("#\u00a0a\u00a0b", "h1(a\u00a0b)"),
    "U+2424, which ends a line": ("a\u2424# b", "p(a) h1(b)"),
    "lines behind U+2028": ("> a\u2028> b\n>     c", "blockquote(p(a\u2028b\nc))"),
    "white space at the start": ("\n    a\n    b", "p(a\nb)"),
}

VERSIONS = {
    "a definition in an item": ("- a\n\n  [b]: c", "ul(li(p(a) p([b]: c)))", "ul(li(a))"),
    "a fence of an empty line": ("```\n\n```", "pre(\n)", "pre()"),
    "a mark within its own fence": ("```\n```\n```", "pre(```)", "pre() p(```)"),
    "code in an item": ("- a\n\n      b", "ul(li(p(a) p(b)))", "ul(li(p(a) pre(b)))"),
    "six blanks before a nested bullet": ("- a\n      - b", "ul(li(a ul(li(b))))", "ul(li(a pre(- b)))"),
    "nested lists": (
        "- a\n  - b\n    - c\n- d",
        "ul(li(a ul(li(b) li(c))) li(d))",
        "ul(li(a ul(li(b ul(li(c))))) li(d))",
    ),
    "marks without a blank behind them": ("#Title\na", "h1(Title) p(a)", "p(#Title\na)"),
    "marks without a blank in a paragraph": ("a\n###b", "p(a) h3(b)", "p(a) p(###b)"),
    "marks alone": ("##", "h1(#)", "p(##)"),
    "an empty fence": ("```\n```\na\n```", "pre(```\na)", "pre() p(a\n```)"),
    "a fence with a dot before its word": ("``` .sh\na\n```", "pre..sh(a)", "pre.sh(a)"),
    "a comment that text follows": ("<!-- a -->\nb", "p(<!-- a -->\nb)", "html(<!-- a -->) p(b)"),
    "a definition below text": ("a\n[b]: c", "p(a)", "p(a\n[b]: c)"),
    "a definition below an item": ("- a\n[b]: c", "ul(li(a\n[b]: c))", "ul(li(a))"),
    "a definition in a quote": ("> a\n\n> [b]: c", "blockquote(p(a))", "blockquote(p(a) p([b]: c))"),
    "the letters def": ("a\ndefine b", "p(a\ndefine b)", "p(a) p(define b)"),
    "the letters def in a quote": (
        "> a\ndefault",
        "blockquote(p(a\ndefault))",
        "blockquote(p(a)) p(default)",
    ),
    "an indented rule below an item": ("- a\n  ***\n  b", "ul(li(a)) hr p(b)", "ul(li(a hrb))"),
}


@pytest.mark.parametrize(("text", "blocks"), EXAMPLES.values(), ids=EXAMPLES)
def test_blocks_are_those_of_the_renderer(text: str, blocks: str) -> None:
    assert told(text, "0.14.1") == told(text, "0.15.0") == blocks


@pytest.mark.parametrize(("text", "earlier", "later"), VERSIONS.values(), ids=VERSIONS)
def test_versions_of_the_renderer_differ(text: str, earlier: str, later: str) -> None:
    assert (told(text, "0.14.1"), told(text, "0.15.0")) == (earlier, later)


def lines(text: str) -> list[tuple[str, tuple[int, int]]]:
    return [(token.content or token.type, token.map) for token in block_tokens(text)[0] if token.map]


def test_blocks_have_the_lines_that_they_stand_in() -> None:
    text = "\n\n# a\n\n- b\n\n  c\n  d\n\n> e\nf\n\n```\ng\n```\nh\n==\n\n"
    assert lines(text) == [
        ("heading_open", (2, 3)),
        ("a", (2, 3)),
        ("bullet_list_open", (4, 8)),
        ("list_item_open", (4, 8)),
        ("paragraph_open", (4, 5)),
        ("b", (4, 5)),
        ("paragraph_open", (6, 8)),
        ("c\nd", (6, 8)),
        ("blockquote_open", (9, 11)),
        ("paragraph_open", (9, 11)),
        ("e\nf", (9, 11)),
        ("g\n", (12, 15)),
        ("heading_open", (15, 17)),
        ("h", (15, 16)),
    ]


def test_rows_of_a_table_have_their_lines() -> None:
    rows = [token.map for token in block_tokens("| a |\n|---|\n| b |\n| c |")[0] if token.type == "tr_open"]
    assert rows == [(0, 1), (2, 3), (3, 4)]


def test_text_is_as_it_is_written() -> None:
    assert told("-\ta\tb\u00a0\n\tc\td") == "ul(li(a\tb\u00a0\nc\td))"
    assert told("|\ta\tb\u00a0c\t|\n|-|\n|\td|") == "table(thead(tr(th(a\tb\u00a0c))) tbody(tr(td(d))))"


def test_a_definition_is_known_by_its_label_and_the_last_one_counts() -> None:
    text = "[A b]: c\n[d]: <e> 'no title'\n[d]: <e> (title)\n[D]: f\n\n- g\n\n  [h]: i"
    assert block_tokens(text)[1] == {"a b": "c", "d": "f"}


@pytest.mark.parametrize("mark", ["> ", ">", "- ", "1. ", "- > ", "+ 1. "])
def test_containers_may_be_as_deep_as_the_text_is_long(mark: str) -> None:
    tokens = block_tokens(f"{mark * 5000}a")[0]
    assert [token.content[-1:] for token in tokens if token.type == "inline"] == ["a"]
