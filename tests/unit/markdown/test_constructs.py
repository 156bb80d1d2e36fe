"""The spans of a message that are not prose."""

import pytest

from l10n.markdown.constructs import spans


def found(text: str) -> list[tuple[str, str]]:
    return [(str(span.kind), span.value) for span in spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, nothing else", []),
        ("see `kubectl run` and `` a`b ``", [("code", "kubectl run"), ("code", "a`b")]),
        ('[a](https://x.y/z_(b) "A title")', [("link", "https://x.y/z_(b)"), ("title", '"A title"')]),
        ("![alt](images/x.png)", [("image", "images/x.png")]),
        ("[![alt](a.svg)](b.html)", [("image", "a.svg"), ("link", "b.html")]),
        ("[Dagger][dagger]", [("label", "dagger")]),
        ("at https://a.b/c, or <https://d.e>", [("url", "https://a.b/c"), ("url", "https://d.e")]),
        ("one<br/>two <b>three</b>", [("tag", "<br/>"), ("tag", "<b>"), ("tag", "</b>")]),
        (".footnote[.red[¹]And so on]", [("class", ".footnote"), ("class", ".red"), ("mark", "¹")]),
        ("@@LINK[x] and {{title}}", [("macro", "@@LINK[x]"), ("macro", "{{title}}")]),
        ("v1.24 has 2,000 of 10.0.0.1", [("number", "v1.24"), ("number", "2,000"), ("number", "10.0.0.1")]),
        ("k8s and IPv4 are words", []),
        (r"\[no](link)", []),
        ("no](link)", []),
        ("`[code](is no link)`", [("code", "[code](is no link)")]),
    ],
)
def test_spans_are_found_with_their_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_span_is_where_its_value_stands() -> None:
    text = "Use [`x` 3](y.md) or .red[5]"
    for span in spans(text):
        assert span.value in text[span.start : span.end]
