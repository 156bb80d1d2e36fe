import json

from support import deck_of

from l10n.report.inspection import as_json, as_text

DECK = deck_of(
    "class: title\n\n# Title\n\n--\n\n.red[a] b\n\n???\n\nA note\n\n---\n\n"
    "<!-- l10n context here -->\n\n<!-- l10n comment a hint -->\n\nSee [x] there  \nnow\n\n[x]: http://y\n"
)


def test_json_says_what_the_toolkit_sees() -> None:
    data = json.loads(as_json(DECK))
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


def test_json_keeps_other_scripts_readable() -> None:
    assert "été" in as_json(deck_of("été\n"))


def test_text_has_counts_and_every_message_with_its_line() -> None:
    lines = as_text(DECK).split("\n")
    assert lines[0] == "2 slides, 1 step, 4 messages"
    assert "   11    paragraph, notes: A note" in lines
    assert "   19    paragraph (here): See [x][x] there  ⏎now" in lines
    assert "       class: title" in lines
