"""Values of files of data, and texts of drawings."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import built, deck_of, msgids

from l10n.deck.data.json_fields import json_fields
from l10n.deck.model import Kind
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS, Settings
from l10n.errors import DeckError

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=12,
)


def _strings(value: object, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in _strings(inner, (*path, key or "\0"))]
    if isinstance(value, list):
        return [one for at, inner in enumerate(value) for one in _strings(inner, (*path, str(at)))]
    return [(path, value)] if isinstance(value, str) and value else []


@given(value=JSON, indent=st.sampled_from([None, 1, "\t"]), ascii_only=st.booleans())
def test_strings_of_json_are_found_with_their_paths(value: object, indent: str, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    found = json_fields(text)
    assert found is not None
    assert [(one.path, one.msgid) for one in found] == _strings(value)
    assert all(json.loads(text[one.start : one.end]) == one.msgid for one in found)


def test_keys_are_those_of_the_settings() -> None:
    settings = Settings(options={"keys": ("days.*.name", "sub*")})
    dialect = DIALECTS["data"].with_settings(settings)
    text = "title: no\nsubtitle: A\ndays:\n- name: B\n  id: no\n- name: C\n"
    segments = parse(text, dialect).segments
    assert [(one.msgid, one.kind) for one in segments] == [
        ("A", Kind.VALUE),
        ("B", Kind.VALUE),
        ("C", Kind.VALUE),
    ]


@pytest.mark.parametrize("text", ["a: b: c", "- [", "{", "a", "a: 1\n---\nb: 2\n", "[" * 5000, "\t- x: y"])
def test_file_that_is_neither_json_nor_yaml_is_named(text: str) -> None:
    with pytest.raises(DeckError, match="neither JSON nor YAML"):
        deck_of(text, "data")


def test_file_that_is_too_long_is_named() -> None:
    with pytest.raises(DeckError, match="more than 100,000 characters"):
        deck_of("title: a\n" + "#" * 100_000, "data")


def test_texts_of_a_drawing_are_messages_and_words_with_a_place_begin_another() -> None:
    text = (
        '<svg aria-label="a"><title>b</title><style>no</style><g>no</g><text>c <tspan class="x">d</tspan>'
        '<tspan x="1">e</tspan><!-- no --><tspan dy="1"><a href="y">f</a> g</tspan></text>'
        '<desc translate="no">no</desc></svg>'
    )
    assert msgids(text, "svg") == ["a", "b", 'c <tspan class="x">d</tspan>', "e", '<a href="y">f</a> g']


def test_text_with_a_sign_that_the_drawing_declares_is_told() -> None:
    text = '<!DOCTYPE svg [<!ENTITY a "<text>no</text>">]>\n<svg><text>&a; b</text><text>c</text></svg>'
    deck = deck_of(text, "svg")
    assert [one.msgid for one in deck.segments] == ["c"]
    assert [span.of(text) for span in deck.untold] == ["&a; b"]


def test_translation_of_a_drawing_is_xml() -> None:
    text = '<svg><text>a <tspan class="x">b</tspan></text></svg>'
    message = 'a <tspan class="x">b</tspan>'
    result = built(text, {message: f"&nbsp;&eacute; < & {message}"}, "svg")
    assert result.text == text.replace(message, f"\u00a0é &lt; &amp; {message}")
    for odd in ("a <TSPAN class='x'>b</TSPAN>", 'a <tspan class="x">b</tspan> <b>c</b>', f"{message} <a"):
        assert built(text, {message: odd}, "svg").refused
