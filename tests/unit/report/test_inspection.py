import json

from support import deck_of

from l10n.project.choice import Choice
from l10n.report.inspection import as_json, as_text

DECK = deck_of(
    "class: title\n\n# Title\n\n--\n\n.red[a] b\n\n???\n\nA note\n\n---\n\n"
    "<!-- l10n context here -->\n\n<!-- l10n comment a hint -->\n\nSee [x] there  \nnow\n\n[x]: http://y\n"
)
CHOICE = Choice("remark", "`???`", 11)


def test_dialect_and_its_reason_are_told_and_what_speaks_against_it() -> None:
    odd = Choice("remark", "the setting dialect", warning="this looks odd", warned_at=2)
    data = json.loads(as_json(DECK, CHOICE))
    assert (data["dialect"], data["why"], data["warning"]) == ("remark", "line 11: `???`", "")
    assert as_text(DECK, CHOICE).split("\n")[1] == "read as remark (line 11: `???`)"
    assert as_text(DECK, odd).split("\n")[1:3] == [
        "read as remark (the setting dialect)",
        "warning: this looks odd",
    ]


def test_json_says_what_the_toolkit_sees() -> None:
    data = json.loads(as_json(DECK, CHOICE))
    assert (data["slides"], data["steps"], data["messages"]) == (2, 1, 4)
    assert data["definitions"] == {"x": "http://y"}
    title, step, second = data["parts"]
    assert title["properties"] == {"class": "title"}
    assert (step["step"], step["title"], step["notes"], step["classes"]) == (True, "Title", True, [".red"])
    assert [(one["line"], one["kind"], one["notes"]) for one in step["messages"]] == [
        (7, "paragraph", False),
        (11, "paragraph", True),
    ]
    assert second["messages"] == [
        {
            "line": 19,
            "kind": "paragraph",
            "notes": False,
            "msgctxt": "here",
            "msgid": "See [x][x] there  \nnow",
            "comments": ["a hint"],
        }
    ]


def test_text_in_no_message_is_shown_with_its_line() -> None:
    deck = deck_of("# Two\n\n<div>\n<p>some <b>words</p>\n</div>\n")
    assert json.loads(as_json(deck, CHOICE))["untold"] == [{"line": 4, "text": "some <b>words"}]
    assert as_text(deck, CHOICE).endswith("\n       in no message:\n    4    some <b>words")


def test_json_is_safe_in_any_terminal_and_encoding() -> None:
    text = as_json(deck_of("# \x1b \x7f\n\nété \x9b \u202e\n"), CHOICE)
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    (part,) = json.loads(text)["parts"]
    assert (part["title"], part["messages"][0]["msgid"]) == ("\x1b \x7f", "été \x9b \u202e")


def test_text_shows_nothing_that_a_terminal_would_obey() -> None:
    text = as_text(deck_of("a\x1b]0;x\x07: \x9b31m\n\n# T\x1b[2J\u202e\n"), CHOICE)
    assert text.replace("\n", "").isprintable()


def test_text_has_counts_and_every_message_with_its_line() -> None:
    lines = as_text(DECK, CHOICE).split("\n")
    assert lines[0] == "2 slides, 1 step, 4 messages"
    assert "   11    paragraph, notes: A note" in lines
    assert "   19    paragraph (here): See [x][x] there  ⏎now" in lines
    assert "       class: title" in lines
