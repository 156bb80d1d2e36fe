"""Whatever stands in a catalog, a file of values keeps its shape, and every value that is no message."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support import deck_of, merged

NAME = "data"
SAID = ("title", "description")
TEXTS = (
    "One",
    "Two words",
    "a: b",
    "# no comment",
    "- no list",
    "it's",
    'a "quote"',
    "back\\slash",
    "tab\there",
    "two\nlines",
    "\u00e9t\u00e9",
    "\u2028",
    "\U0001f600",
    "yes",
    "12",
    "null",
    "",
    " blanks ",
    "a, b",
    "{x}",
    "[y]",
    "*z",
    "&w",
    "!v",
    "%u",
    "@t",
    "`s`",
    "|",
    ">",
    "?",
    "...",
    "---",
    "\x7f",
)
HOSTILE = (
    '"', "'", "\\", "\\u", "\\ud83d", "\n", "\r", "\t", "\0", "\x1b", "\x85", "\u2028", "\ufeff", "\ufffe",
    "\ud7ff", '", "id": "x', '"}', "]", "}", ",", ": ", " #", "# ", "- ", "---\n", "...\n", "%YAML 1.2\n",
    "{{ x }}", "&a ", "*a", "!!python/object:x ", "|\n", ">-\n", "\n  id: x", "yes", "null", "~", "12",
    "0x1f", "1e3", "2001-01-01", " ", "\u00a0", "=", "<<", "@", "`", "mot", "\u202e", "\U0001f600",
)  # fmt: skip
LEAVES = st.one_of(st.sampled_from(TEXTS), st.integers(-9, 9), st.booleans(), st.none())
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from((*SAID, "id", "a b", "x:y", "#")), inner, max_size=4),
    ),
    max_leaves=8,
)
ROOTS = st.dictionaries(st.sampled_from((*SAID, "id", "items")), VALUES, min_size=1, max_size=4)
WRITERS: dict[str, Callable[[Any], str]] = {
    "json": json.dumps,
    "json over lines, as it is": lambda value: json.dumps(value, indent=2, ensure_ascii=False),
    "yaml": lambda value: yaml.safe_dump(value, allow_unicode=True, sort_keys=False),
    "yaml in one line": lambda value: yaml.safe_dump(value, default_flow_style=True),
    "yaml in quotes": lambda value: yaml.safe_dump(value, default_style='"', width=30),
    "yaml in blocks": lambda value: yaml.safe_dump(value, default_style="|", allow_unicode=True),
}
READERS = {"json": json.loads, "yaml": yaml.safe_load}


def but_messages(value: Any, *, said: bool = False) -> Any:
    """All but the strings that may be messages, of which it only says that they are strings."""
    if isinstance(value, dict):
        return {key: but_messages(one, said=key in SAID) for key, one in value.items()}
    if isinstance(value, list):
        return [but_messages(one, said=said) for one in value]
    return "a string" if said and isinstance(value, str) else value


@pytest.mark.parametrize("writer", WRITERS)
@given(data=st.data(), value=ROOTS)
def test_a_file_of_values_keeps_all_but_its_messages(data: st.DataObject, value: Any, writer: str) -> None:
    text = WRITERS[writer](value)
    read = READERS[writer.split(maxsplit=1)[0]]
    deck = deck_of(text, NAME)
    parts = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3).map("".join)
    said = {
        key: data.draw(st.one_of(parts, parts.map(lambda one, key=key: key[1] + one)))
        for key in sorted({one.key for one in deck.segments}, key=repr)
    }
    built = merged(deck, said, NAME).text
    assert but_messages(read(built)) == but_messages(read(text)), (text, built)
    assert merged(deck, {}, NAME).text == text


@pytest.mark.parametrize("writer", WRITERS)
def test_messages_are_found_and_translated_in_each_way_of_writing(writer: str) -> None:
    value = {"title": "One title", "items": [{"id": "x", "title": "Another: one"}]}
    deck = deck_of(WRITERS[writer](value), NAME)
    assert {one.msgid for one in deck.segments} >= {"One title"}
    said = {one.key: one.msgid.replace("One", "Un “titre” \\ 'a'") for one in deck.segments}
    built = READERS[writer.split(maxsplit=1)[0]](merged(deck, said, NAME).text)
    assert built["title"] == "Un “titre” \\ 'a' title"
