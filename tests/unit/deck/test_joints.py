"""What remark takes out leaves what stood around it in one block; messages are the stretches of that."""

import pytest
from support import deck_of, merged, translated

JOINED = {
    "a definition below an empty line": ("One\n\n[d]: u\nTwo\n", ["One", "Two"]),
    "a definition in a paragraph": ("One\n[d]: u\nTwo\n", ["One", "Two"]),
    "two in a row": ("One\n[d]: u\n[e]: v\nTwo\n", ["One", "Two"]),
    "two lines glued to one": ("One\n[d]: u\nTwo\n[e]: v\nThree\n", ["One", "Two", "Three"]),
    "a property": ("One\n<!-- k: v -->\nTwo\n", ["One", "Two"]),
    "a property and what stands behind it": ("One\n\n<!-- k: v --> Two\n", ["One", "Two"]),
    "a step": ("One\n--\nTwo\n", ["One", "Two"]),
    "HTML": ("<div>One\n[d]: u\nTwo</div>\n", ["One", "Two"]),
    "HTML, and an empty line": ("<div>One\n\n[d]: u\nTwo</div>\n", ["One", "Two"]),
}


@pytest.mark.parametrize(("text", "messages"), JOINED.values(), ids=JOINED.keys())
def test_each_stretch_is_a_message_and_is_translated_where_it_stands(text: str, messages: list[str]) -> None:
    deck = deck_of(text)
    assert [segment.msgid for segment in deck.segments] == messages
    assert len([one for one in deck.slides[0].documents[0].tokens if one.content]) == 1
    built = merged(deck, translated(deck, str.upper))
    assert not built.refused
    for message in messages:
        text = text.replace(message, message.upper())
    assert built.text == text


def test_a_step_leaves_a_list_that_goes_on() -> None:
    deck = deck_of("- one\n\n--\n\n- two\n")
    tokens = deck.slides[0].documents[0].tokens
    assert [one.type for one in tokens].count("bullet_list_open") == 1


def test_what_is_glued_to_an_item_is_none_and_keeps_its_mark() -> None:
    deck = deck_of("- one\n[d]: u\n- two\n")
    assert [(one.kind.value, one.msgid) for one in deck.segments] == [
        ("list item", "one"),
        ("list item", "- two"),
    ]


def test_text_that_no_message_holds_is_told_from_its_first_stretch_to_its_last() -> None:
    text = "<div>One <b\n[d]: u\n>Two</div>\n"
    deck = deck_of(text)
    assert [one.of(text) for one in deck.untold] == ["One <b\n[d]: u\n>Two"]


@pytest.mark.parametrize(
    ("text", "translations"),
    [
        ("Word\n[d]\n[d]: u\n[d]\n", {"Word [d][d]": "[D][\\"}),
        ("Word\n[d]\n[d]: u\n[d]\n", {"[d][d]": "0[D]"}),
        ("Word\n[d]\n[d]: u\n[e][d]\n", {"Word [d][d]": "[D][]"}),
        ("see http://y\n[d]: u\nWord\n", {"Word": "0"}),
    ],
)
def test_link_that_begins_in_one_message_and_ends_in_another_stays(
    text: str, translations: dict[str, str]
) -> None:
    deck = deck_of(text)
    built = merged(deck, translated(deck, lambda msgid: translations.get(msgid, "")))
    assert built.refused
    assert built.text == text


def test_line_where_a_layout_shows_its_slides_stays_by_itself() -> None:
    text = "layout: true\n- always\n{{content}}\nand {{ content }} below\n> quoted\n> {{ content }}\n"
    deck = deck_of(text)
    messages = ["always", "and {{ content }} below", "quoted"]
    assert [segment.msgid for segment in deck.segments] == messages
    built = merged(deck, translated(deck, "Mot {}".format))
    assert not built.refused
    for message in messages:
        text = text.replace(message, f"Mot {message}")
    assert built.text == text


QUOTED = "Word\n> [d]: u\nWord\n[d]\n[d]: u\n"
"""A definition to remark 0.14.1; to 0.15.0 the text of a paragraph, of which the message is the rest."""


@pytest.mark.parametrize(("translation", "published"), [("][D]", 0), ("[D]", 1), ("Le mot [D]", 1)])
def test_link_that_begins_before_its_message_to_a_later_version_stays(
    translation: str, published: int
) -> None:
    deck = deck_of(QUOTED)
    built = merged(deck, translated(deck, {"Word": "Mot", "Word [d][d]": translation}.__getitem__))
    assert built.published == 1 + published
    assert built.text == QUOTED.replace("Word\n>", "Mot\n>").replace(
        "Word\n[d]", translation if published else "Word\n[d]"
    )


@pytest.mark.parametrize(
    ("text", "message", "translation", "reason"),
    [
        (
            "<!-- todo\n--\n-->---",
            "<!-- todo",
            "0",
            "it would change a link or a tag that goes on in another",
        ),
        ("One <x-y a\n[d]: u\nb> Two", "One <x-y a", "Un", ""),
        ("One\n[d]: u\nTwo > three", "One", "Un <em", ""),
    ],
)
def test_tag_that_begins_in_one_message_and_ends_in_another_stays(
    text: str, message: str, translation: str, reason: str
) -> None:
    deck = deck_of(text)
    built = merged(deck, {(None, message): translation})
    assert [reason in one.reason for one in built.refused] == [True]
    assert built.text == text
