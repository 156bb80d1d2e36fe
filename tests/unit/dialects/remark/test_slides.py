import pytest
from support import deck_of, msgids

from l10n.deck.model import Kind


def test_slides_and_steps_are_told_apart() -> None:
    deck = deck_of("One\n\n--\n\nTwo\n\n---\n\nThree\n")
    assert [slide.continued for slide in deck.slides] == [False, True, False]


CONTINUED = {
    "a step by its separator": ("a\n--\nb\n", [False, True]),
    "a step by its property": ("a\n---\ncontinued: true\n\nb\n", [False, True]),
    "a slide by its property": ("a\n--\ncontinued: false\n\nb\n", [False, False]),
    "the last of two counts": ("a\n---\ncontinued: true\ncontinued: no\n\nb\n", [False, False]),
    "the first slide continues nothing": ("continued: true\n\na\n", [False]),
}


@pytest.mark.parametrize(("text", "expected"), CONTINUED.values(), ids=CONTINUED.keys())
def test_property_says_whether_a_slide_is_a_step(text: str, expected: list[bool]) -> None:
    assert [slide.continued for slide in deck_of(text).slides] == expected


def test_slide_that_is_a_step_by_its_property_is_one_document_with_the_slide_before() -> None:
    deck = deck_of("- a\n\n---\ncontinued: true\n\n- b\n")
    assert [segment.slide for segment in deck.segments] == [0, 0]
    assert [len(slide.documents) for slide in deck.slides] == [1, 0]


def test_slide_spans_lie_between_separators() -> None:
    deck = deck_of("One\n---\nTwo\n--\nThree")
    assert [slide.span.of(deck.text) for slide in deck.slides] == ["One\n", "\nTwo\n", "\nThree"]


def test_list_goes_on_over_a_step() -> None:
    deck = deck_of("- one thing\n\n--\n\n- two things\n")
    assert [segment.kind for segment in deck.segments] == [Kind.LIST_ITEM, Kind.LIST_ITEM]
    assert [segment.slide for segment in deck.segments] == [0, 0]


def test_step_has_the_title_of_its_slide() -> None:
    deck = deck_of("# Title\n\n--\n\nMore\n\n---\n\n# Other\n")
    assert [slide.title for slide in deck.slides] == ["Title", "Title", "Other"]


def test_slide_without_a_heading_is_called_by_its_first_words() -> None:
    assert deck_of("Some text\n").slides[0].title == "Some text"


def test_heading_that_is_no_message_is_still_the_title() -> None:
    assert deck_of("# `kubectl get`\n\nSome text\n").slides[0].title == "`kubectl get`"


def test_long_title_is_cut_with_an_ellipsis() -> None:
    title = deck_of(f"# {'word ' * 40}\n").slides[0].title
    assert title.endswith("…")
    assert len(title) <= 60


def test_heading_in_notes_is_no_title() -> None:
    assert deck_of("Some text\n\n???\n\n# In notes\n").slides[0].title == "Some text"


def test_notes_go_on_to_the_next_separator() -> None:
    deck = deck_of("Shown\n\n???\n\nA note\n\nMore\n\n---\n\nShown again\n")
    assert [segment.in_notes for segment in deck.segments] == [False, True, True, False]


def test_notes_restart_after_a_step() -> None:
    deck = deck_of("One\n\n???\n\nA note\n\n--\n\nTwo\n")
    assert [(segment.msgid, segment.in_notes) for segment in deck.segments] == [
        ("One", False),
        ("A note", True),
        ("Two", False),
    ]
    assert [slide.marks.notes for slide in deck.slides] == [1, 0]


def test_text_glued_to_a_separator_is_a_paragraph_not_a_heading() -> None:
    deck = deck_of("Some text\n---\nOther text\n")
    assert [segment.kind for segment in deck.segments] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_separator_in_a_comment_splits() -> None:
    assert len(deck_of("<!--\n\nOne\n\n---\n\nTwo\n\n-->\n").slides) == 2


def test_separator_in_a_class_does_not_split() -> None:
    assert len(deck_of(".lab[\n\nOne\n\n---\n\nTwo\n\n]\n").slides) == 1


def test_class_that_spans_lines_is_a_document_of_its_own() -> None:
    deck = deck_of("Before\n.lab[\n\n- inside\n\n]\nAfter\n")
    assert [(segment.msgid, segment.in_class) for segment in deck.segments] == [
        ("Before", False),
        ("inside", True),
        ("After", False),
    ]


def test_classes_are_kept_by_names_shape_and_depth() -> None:
    marks = deck_of(".lab[\n\nThe .red[text]\n\n]\n").slides[0].marks
    assert marks.spans == [(".lab", True, 0), (".red", False, 1)]
    assert marks.classes == [".lab", ".red"]


def test_definitions_are_global_and_the_last_one_wins() -> None:
    deck = deck_of("[a]: http://one\n\nSee [a]\n\n---\n\n[A]: http://two\n")
    assert deck.references == {"a": "http://two"}


def test_definition_in_notes_counts() -> None:
    assert deck_of("Text\n\n???\n\n[a]: http://one\n").references == {"a": "http://one"}


def test_fence_opened_in_a_list_item_and_dedented_is_code_to_the_engine() -> None:
    text = "- Do this:\n  ```bash\n  one\ntwo\n  ```\n\n---\n\nThen that\n"
    assert len(deck_of(text).slides) == 2
    assert msgids(text) == ["Do this:", "Then that"]


def test_four_mark_fence_closed_by_three_does_not_swallow_the_rest() -> None:
    assert msgids("````bash\ncode here\n```\n\nProse here\n\n---\n\nMore\n") == ["Prose here", "More"]


def test_outline_lines_in_notes_are_kept() -> None:
    assert msgids("Text\n\n???\n\n:EN:- Building images\n:FR:- Fabriquer\n") == ["Text"]


def test_quiz_lines_in_notes_are_messages_without_their_mark() -> None:
    text = "Text\n\n???\n\n:T: Test yourself\n\n:Q: What is it?\n:A: ✔️ A thing\n:A: Nothing\n"
    assert msgids(text) == ["Text", "Test yourself", "What is it?", "✔️ A thing", "Nothing"]


def test_outline_lines_outside_notes_are_prose() -> None:
    assert msgids("Text\n\n:EN: shown on the slide\n") == ["Text", ":EN: shown on the slide"]


def test_real_notes_beside_outline_lines_are_messages() -> None:
    assert msgids("Text\n\n???\n\n:EN:- One\n\nSay hello\n") == ["Text", "Say hello"]


def test_common_indent_is_the_engine_s_business() -> None:
    deck = deck_of("  # Title\n\n  ---\n\n  Text\n")
    assert len(deck.slides) == 2
    assert [segment.msgid for segment in deck.segments] == ["Title", "Text"]


def test_windows_line_ends_separate() -> None:
    assert len(deck_of("One\r\n\r\n---\r\n\r\nTwo\r\n").slides) == 2


def test_text_after_a_class_on_its_line_is_a_message_of_its_own() -> None:
    assert msgids(".lab[\n\nOne\n\n]\nTwo\n") == ["One", "Two"]


def test_code_as_the_engine_sees_it_is_part_of_the_outline() -> None:
    assert deck_of("```bash\nls\n```\n").slides[0].marks.code == ["```bash\nls\n```"]


def test_code_below_a_line_of_a_quiz_is_code() -> None:
    assert msgids("a\n\n???\n\n:Q: one?\n\n    code\nmore\n") == ["a", "one?", "more"]
    assert msgids("a\n\n???\n\n    code\nmore\n") == ["a", "code more"]
