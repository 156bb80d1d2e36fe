"""Messages of remark decks are the blocks that its renderer shows; of pages, those of CommonMark."""

import pytest
from support import built, deck_of, msgids

MESSAGES = {
    "a heading without a blank": (
        "###Remote storage\nKeep the state.\n\n- item\n#words\n",
        ["Remote storage", "Keep the state.", "item", "words"],
    ),
    "seven signs": ("####### x\n", ["# x"]),
    "a list right under text, from any number": (
        "Then, once inside:\n2. Close it\n3. Light\n",
        ["Then, once inside:", "Close it", "Light"],
    ),
    "a list below a line that is a tag": (
        "<br>\nTwo fruits:\n- one apple\n- one pear\n",
        ["Two fruits:", "one apple", "one pear"],
    ),
    "a wrapped text below room": ("<br>\n<br/> <br>\n.note[It is *here*.]\n", ["It is *here*."]),
    "an image below room": ("> <br>\n> ![a cat](cat.png)\n", ["a cat"]),
    "room within a text": ("One\n<br>\ntwo<br>\n", ["One <br> two<br>"]),
    "room in the line of a text": ("<br> One\ntwo\n", ["<br> One two"]),
    "a heading below a line that is a tag": ("<br>\n## Below\n", ["Below"]),
    "a quote below a line that is a tag": ("<br>\n> A quote\n", ["A quote"]),
    "items below an image": ('<img src="a.png">\n- round\n- flat\n', ["round", "flat"]),
    "a title of two lines below text": (
        "Some text here\nTitle of it\n=====\n\nEnd\n",
        ["Some text here", "Title of it", "End"],
    ),
    "a target over lines": (
        "See [the paper](http://x.org/files/\nlong%20name.pdf) now.\n",
        ["See [the paper](http://x.org/files/long%20name.pdf) now."],
    ),
    "an item that goes on in a step": (
        "- one\n\n--\n\n    more of one\n\n--\n\n- two\n",
        ["one", "more of one", "two"],
    ),
    "a list around code": ("- one\n\n  ```\n  x\n  ```\n\n- two\n", ["one", "two"]),
}


@pytest.mark.parametrize(("text", "expected"), MESSAGES.values(), ids=MESSAGES.keys())
def test_messages_are_what_remark_shows(text: str, expected: list[str]) -> None:
    assert msgids(text) == expected


@pytest.mark.parametrize(("text", "expected"), MESSAGES.values(), ids=MESSAGES.keys())
def test_each_can_be_translated(text: str, expected: list[str]) -> None:
    result = built(text, {one: f"Mot {one}" if one[0] != "<" else f"{one} encore" for one in expected})
    assert not result.refused
    assert result.published == len(expected)


def test_pages_are_read_as_commonmark_has_them() -> None:
    assert msgids("#Remote\n", "markdown") == ["#Remote"]
    assert msgids("Then:\n2. two\n", "markdown") == ["Then: 2. two"]


def test_code_of_the_engine_is_in_no_message() -> None:
    deck = deck_of("- Then that:\n  ```yaml\n  kind: Pod\n---\n# not a title\n  ```\n")
    assert [one.msgid for one in deck.segments] == ["Then that:"]
    assert [span.of(deck.text) for span in deck.untold] == ["  ```yaml\n  kind: Pod", "not a title", "```"]


def test_a_mark_at_the_end_of_a_text_that_ends_code_above_stays() -> None:
    text = "``x``\n    ~~~~```x```\nsome text~~~"
    result = built(text, {"some text~~~": "autre"})
    assert result.text == text
    assert [one.reason for one in result.refused] == ["it would be read as a paragraph of its own"]


def test_a_step_of_the_earlier_version_begins_on_the_line_on_which_it_began() -> None:
    text = "Text\n    code\n--\n***"
    result = built(text, {"Text code": "mot"})
    assert result.text == text
    reason = "it would change lines that are joined over a step or a definition in remark 0.14"
    assert [one.reason for one in result.refused] == [reason]


def test_what_is_a_list_to_the_earlier_version_only_stays_one() -> None:
    text = "Text\n    [x]: http://y\n- item\n"
    assert [one.msgid for one in deck_of(text).segments] == ["Text", "- item"]
    result = built(text, {"Text": "Texte", "- item": "mot"})
    assert result.text == text.replace("Text", "Texte")
    reason = "it would be read as a paragraph of its own in remark 0.14"
    assert [one.reason for one in result.refused] == [reason]
    assert not built(text, {"- item": "- mot"}).refused


def test_what_is_a_macro_to_one_version_only_stays_one_to_that() -> None:
    text = "===\n    [x]![:m a,b](o)"
    result = built(text, {"=== [x]![:m a,b](o)": "![:m a,b](o)"})
    assert result.text == text
    assert [one.reason for one in result.refused] == ["it would change the macros in remark 0.14"]
