"""What is a message and what is not, rule by rule."""

import pytest
from support import deck_of, msgids

from l10n.deck.model import Kind

MESSAGES = {
    "a heading": ("# Title\n", ["Title"], [Kind.HEADING]),
    "a closed heading": ("# Title #\n", ["Title"], [Kind.HEADING]),
    "a paragraph": ("Some text\n", ["Some text"], [Kind.PARAGRAPH]),
    "a list item": ("- one\n- two\n", ["one", "two"], [Kind.LIST_ITEM] * 2),
    "a numbered item": ("1. one\n2. two\n", ["one", "two"], [Kind.LIST_ITEM] * 2),
    "an item's second paragraph": ("- one\n\n  (remark)\n", ["one", "(remark)"], [Kind.LIST_ITEM] * 2),
    "a nested item": ("- one\n  - two\n", ["one", "two"], [Kind.LIST_ITEM] * 2),
    "a table": (
        "| a | b |\n|---|---|\n| c | d |\n",
        ["a", "b", "c", "d"],
        [Kind.TABLE_CELL] * 4,
    ),
    "a quote": ("> said\n> so\n", ["said so"], [Kind.QUOTE]),
    "a note": ("a\n\n???\n\nsay this\n", ["a", "say this"], [Kind.PARAGRAPH] * 2),
    "a heading in a list": ("- # Title\n", ["Title"], [Kind.HEADING]),
    "an image alone": ("![A diagram](x.png)\n", ["A diagram"], [Kind.IMAGE]),
    "an image alone, by reference": ("![A map][m]\n\n[m]: x.png\n", ["A map"], [Kind.IMAGE]),
    "an image in text": ("See ![this](x.png)\n", ["See ![this](x.png)"], [Kind.PARAGRAPH]),
    "two images": ("![a](x.png) ![b](y.png)\n", ["![a](x.png) ![b](y.png)"], [Kind.PARAGRAPH]),
}


@pytest.mark.parametrize(("text", "expected", "kinds"), MESSAGES.values(), ids=MESSAGES.keys())
def test_one_block_is_one_message(text: str, expected: list[str], kinds: list[Kind]) -> None:
    segments = deck_of(text).segments
    assert [segment.msgid for segment in segments] == expected
    assert [segment.kind for segment in segments] == kinds


NOTHING = {
    "separators": "---\n--\n???\n---\n",
    "property lines": "class: pic\nname: here\n",
    "class brackets": ".lab[\n\n]\n",
    "a fence": "```bash\necho hello\n```\n",
    "an indented code block": "1\n\n    some code\n",
    "a comment": "<!-- some words -->\n",
    "a comment over lines": "<!--\nsome words\n\nmore words\n-->\n",
    "a comment that hides blocks": "1\n\n<!--\n# some words\n-->\n",
    "a link definition": '[docs]: http://example.com/docs "The docs"\n',
    "outline lines": "1\n\n???\n\n:EN:- Some words\n:FR:- Des mots\n",
    "mermaid": '<pre class="mermaid">\ngraph TD\n  Some --> Words\n</pre>\n',
    "autopilot snippets": "<!-- ```wait some words``` -->\n",
    "an autopilot snippet over lines": "<!--\n```bash\nsome words\n```\n-->\n",
    "an image without alt text": "![](x.png)\n",
    "code alone": "`some code`\n",
    "a bare URL": "https://example.com/words\n",
    "a pointed URL": "<https://example.com/words>\n",
    "a tag alone": "<br/>\n",
    "a macro": "@@TOC@@\n",
    "a macro with a name": "@@LINK[words.md]\n",
    "a remark macro": "![:scale 50%](x.png)\n",
    "a variable": "{{content}}\n",
    "numbers": "1 + 2 = 3\n",
    "an emoji": "💡\n",
    "blanks": "  \n\t\n",
    "nothing": "",
    "a rule": "***\n",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_this_is_never_a_message(text: str) -> None:
    assert msgids(text) == []


TRIMMED = {
    "a one-line class around all": (".footnote[A remark]\n", "A remark"),
    "classes around all": (".footnote[.red[A remark]]\n", "A remark"),
    "a class around part": (".red[A] remark\n", ".red[A] remark"),
    "two classes side by side": (".red[A] .blue[b]\n", ".red[A] .blue[b]"),
    "a class in an item": ("- .red[A remark]\n", "A remark"),
    "a class in a heading": ("# .small[A title]\n", "A title"),
    "a class around an image": (".center[![A map](x.png)]\n", "A map"),
    "an escaped class": ("\\.red[A remark]\n", "\\.red[A remark]"),
    "a comment behind": ("A remark <!-- todo -->\n", "A remark"),
    "a comment in front": ("A\n\n- <!-- todo --> remark\n", "A"),
    "trailing blanks": ("A remark   \n", "A remark"),
    "blanks in the class": (".red[ A remark ]\n", "A remark"),
}


@pytest.mark.parametrize(("text", "msgid"), TRIMMED.values(), ids=TRIMMED.keys())
def test_translators_do_not_see_what_wraps_a_block(text: str, msgid: str) -> None:
    assert msgids(text)[0] == msgid


INLINE = [
    "Text with [a link](http://x) in it",
    "Text with `code` in it",
    "Text with *emphasis* and **more**",
    "Text with .red[a class] in it",
    "Text with <b>HTML</b> in it",
    "Text with @@GITREPO@@ in it",
    "Text with {{variable}} in it",
    "Text with a [reference][x] in it",
    "Text with &nbsp; in it",
]


@pytest.mark.parametrize("text", INLINE)
def test_inline_markup_stays(text: str) -> None:
    assert msgids(text + "\n\n[x]: http://y\n") == [text]


BREAKS = {
    "a soft break": ("one\ntwo\n", "one two"),
    "a soft break in an item": ("- one\n  two\n", "one two"),
    "a lazy line": ("- one\ntwo\n", "one two"),
    "a soft break in a quote": ("> one\n> two\n", "one two"),
    "one trailing blank": ("one \ntwo\n", "one two"),
    "two trailing blanks": ("one  \ntwo\n", "one  \ntwo"),
    "more trailing blanks": ("one     \ntwo\n", "one  \ntwo"),
    "a backslash": ("one\\\ntwo\n", "one\\\ntwo"),
    "an escaped backslash": ("one\\\\\ntwo\n", "one\\\\ two"),
    "a tag": ("one<br/>\ntwo\n", "one<br/> two"),
    "a tag in front": ("one\n<br/>two\n", "one <br/>two"),
    "CRLF": ("one\r\ntwo\r\n", "one two"),
    "CR": ("one\rtwo\r", "one two"),
    "a hard break with CRLF": ("one  \r\ntwo\r\n", "one  \ntwo"),
}


@pytest.mark.parametrize(("text", "msgid"), BREAKS.values(), ids=BREAKS.keys())
def test_soft_breaks_become_spaces_and_hard_breaks_stay(text: str, msgid: str) -> None:
    assert msgids(text) == [msgid]


def test_shortcut_reference_is_shown_in_full() -> None:
    assert msgids("Use [Dagger]!\n\n[Dagger]: http://dagger\n") == ["Use [Dagger][Dagger]!"]


def test_collapsed_reference_is_shown_in_full() -> None:
    assert msgids("Use [Dagger][]!\n\n[Dagger]: http://dagger\n") == ["Use [Dagger][Dagger]!"]


def test_reference_defined_on_another_slide_counts() -> None:
    assert msgids("Use [Dagger]!\n\n---\n\n[dagger]: http://dagger\n") == ["Use [Dagger][Dagger]!"]


def test_brackets_that_are_no_reference_stay() -> None:
    assert msgids("An [aside] here\n") == ["An [aside] here"]


def test_cell_with_an_escaped_bar_is_one_message_where_the_engine_knows_escapes() -> None:
    text = "| a \\| b | c |\n|---|---|\n"
    assert msgids(text, "markdown") == ["a \\| b", "c"]
    assert msgids(text, "remark") == ["a \\", "b", "c"]


def test_equal_cells_are_found_each_in_its_place() -> None:
    deck = deck_of("| yes | yes |\n|---|---|\n| no | yes |\n")
    spans = [segment.span.start for segment in deck.segments]
    assert spans == sorted(set(spans))
    assert [segment.span.of(deck.text) for segment in deck.segments] == ["yes", "yes", "no", "yes"]


def test_list_item_below_text_without_a_blank_line_is_a_message() -> None:
    assert msgids("Some text:\n- one\n") == ["Some text:", "one"]


def test_block_that_begins_with_an_inline_tag_is_a_message() -> None:
    assert msgids("<b>Some</b> text\n") == ["<b>Some</b> text"]


def test_line_that_is_only_a_no_break_space_is_not_in_the_message() -> None:
    deck = deck_of("\u00a0\ntext\n")
    assert [segment.span.of(deck.text) for segment in deck.segments] == ["text"]


def test_line_that_is_only_a_line_separator_is_not_in_the_message() -> None:
    deck = deck_of("\u2028\ntext\n")
    assert [segment.span.of(deck.text) for segment in deck.segments] == ["text"]


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\u0085", "\u00a0"])
def test_unusual_white_space_in_a_line_stays_in_the_message(char: str) -> None:
    assert msgids(f"one{char}two\n") == [f"one{char}two"]


def test_text_with_a_character_that_no_catalog_can_hold_is_no_message() -> None:
    assert msgids("one\0two\n\nthree\n") == ["three"]


def test_skip_leaves_out_the_next_block_only() -> None:
    assert msgids("One\n\n<!-- l10n skip -->\n\nTwo\n\nThree\n") == ["One", "Three"]


def test_skip_on_the_block_s_own_line_leaves_it_out() -> None:
    assert msgids("One\n\nTwo <!-- l10n skip -->\n\nThree\n") == ["One", "Three"]


def test_skip_in_a_list_item_leaves_it_out() -> None:
    assert msgids("- one\n- two <!-- l10n skip -->\n- three\n") == ["one", "three"]


SLIPS = {
    "a typo": ("<!-- l10n kontext menu -->\n\nOne\n", [(0, "did you mean `l10n context`?")]),
    "a skip within a text": (
        "One <!-- l10n skip --> two\n",
        [(4, "`l10n skip` does nothing in the middle of a text; give it a line of its own")],
    ),
    "another": ("One\n\nTwo <!-- l10n coment so -->\n", [(9, "did you mean `l10n comment`?")]),
    "no end": ("One\n\n<!-- l10n skip-start -->\n\nTwo\n\n---\n\nThree\n", [(5, "has no skip-end")]),
    "no start": ("One\n\n<!-- l10n skip-end -->\n", [(5, "no skip-start before")]),
    "about something else": ("<!-- l10n is good -->\n\nOne\n", []),
    "in code": ("```\n<!-- l10n skip-start -->\n```\n\nOne\n", []),
    "as they should be": ("<!-- l10n skip-start -->\n\nOne\n\n<!-- l10n skip-end -->\n\nTwo\n", []),
}


@pytest.mark.parametrize(("text", "expected"), SLIPS.values(), ids=SLIPS.keys())
def test_comments_that_do_not_do_what_they_are_meant_to_are_told(
    text: str, expected: list[tuple[int, str]]
) -> None:
    slips = deck_of(text).slips
    assert [start for start, _ in slips] == [start for start, _ in expected]
    assert all(said in message for (_, message), (_, said) in zip(slips, expected, strict=True))


@pytest.mark.parametrize("piece", ["<!-- l10n skip ", "<!-- l10n a-", f"<!-- l10n {'a' * 50} "])
def test_hostile_comments_without_end_end(piece: str) -> None:
    assert deck_of(piece * (1_000_000 // len(piece))).slips == ()


def test_skip_start_and_end_leave_out_what_is_between() -> None:
    text = "One\n\n<!-- l10n skip-start -->\n\nTwo\n\n---\n\n- three\n\n<!-- l10n skip-end -->\n\nFour\n"
    assert msgids(text) == ["One", "Four"]


def test_comment_is_given_to_translators() -> None:
    deck = deck_of("One\n\n<!-- l10n comment a pun,\n  keep it short -->\n\nTwo\n\nThree\n")
    assert [segment.comments for segment in deck.segments] == [(), ("a pun, keep it short",), ()]


def test_comments_add_up() -> None:
    deck = deck_of("1\n\n<!-- l10n comment a -->\n\n<!-- l10n comment b -->\n\nTwo\n")
    assert deck.segments[0].comments == ("a", "b")


def test_context_tells_equal_texts_apart() -> None:
    deck = deck_of("Open\n\n<!-- l10n context a state -->\n\nOpen\n")
    assert [segment.key for segment in deck.segments] == [(None, "Open"), ("a state", "Open")]


def test_author_s_comment_at_the_start_of_a_slide_is_heard() -> None:
    assert msgids("One\n\n---\n\n<!-- l10n skip -->\n\nTwo\n\nThree\n") == ["One", "Three"]


def test_author_s_comment_in_a_class_is_heard() -> None:
    assert msgids(".lab[\n\n<!-- l10n skip -->\n\nOne\n\nTwo\n\n]\n") == ["Two"]


def test_author_s_comment_in_notes_is_heard() -> None:
    assert msgids("One\n\n???\n\n<!-- l10n skip -->\n\nTwo\n\nThree\n") == ["One", "Three"]


def test_author_s_comment_in_a_fence_is_code() -> None:
    assert msgids("```\n<!-- l10n skip -->\n```\n\nOne\n") == ["One"]


def test_other_comments_do_nothing() -> None:
    assert msgids("<!-- l10n -->\n\nOne\n\n<!-- skip -->\n\nTwo\n") == ["One", "Two"]


def test_definitions_that_stand_alone_are_seen() -> None:
    deck = deck_of("# T\n\nSee [the docs].\n\n[the docs]:\n  https://x.org\n", "markdown")
    assert deck.references == {"the docs": "https://x.org"}
    assert [segment.msgid for segment in deck.segments] == ["T", "See [the docs][the docs]."]
    assert deck_of("[é]: /e\n", "markdown").references == {"é": "/e"}


@pytest.mark.parametrize("dialect", ["markdown", "remark"])
def test_what_the_author_says_within_a_block_is_about_that(dialect: str) -> None:
    one_text = "One <!-- l10n comment a pun --> two\n"
    three_text = "Three <!-- l10n context menu --> `<!-- l10n comment no -->` four\n"
    one, three = deck_of(f"{one_text}\n{three_text}", dialect).segments
    assert one.comments == ("a pun",)
    assert (three.comments, three.msgctxt) == ((), "menu")
    assert "<!-- l10n comment a pun -->" in one.msgid


def test_a_link_with_the_name_of_a_box_is_a_link() -> None:
    deck = deck_of("- [x] one\n- [ ] two\n\n[x]: y\n", "markdown")
    assert [one.msgid for one in deck.segments] == ["[x][x] one", "two"]


def test_shortcut_reference_that_is_no_link_to_the_engine_is_shown_as_it_is() -> None:
    text = "one [ref] [two](x) and\n\n[ref]: http://x.org/ref\n"
    assert msgids(text, "remark") == ["one [ref] [two](x) and"]
    assert msgids(text, "markdown") == ["one [ref][ref] [two](x) and"]


def test_control_character_at_the_end_of_a_line_is_part_of_its_url() -> None:
    assert msgids("see http://x.org/a\x85\nb\n", "remark") == ["see http://x.org/a\x85 b"]


@pytest.mark.parametrize("dialect", ["markdown", "marp", "reveal", "slidev", "quarto"])
def test_what_stands_in_an_element_across_blank_lines_is_told_and_no_message(dialect: str) -> None:
    text = '<div>text</div>\n<pre class="mermaid">\none\n\ntwo\n\n</pre>\n\nthree\n'
    deck = deck_of(text, dialect)
    assert [one.msgid for one in deck.segments] == ["text", "three"]
    assert [one.of(text) for one in deck.untold] == ["two"]
