import pytest
from support import deck_of

from l10n.deck.html import runs
from l10n.deck.model import Kind


def texts(html: str) -> list[tuple[str, bool]]:
    return [(html[run.start : run.end], run.plain) for run in runs(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul>\n <li>One</li>\n <li>Two\n</ul>", ["One", "Two"]),
        ("<td>a <b>bold</b> word</td><td>42</td><td>&nbsp;</td>", ["a <b>bold</b> word"]),
        ("<p>one<br>two</p>", ["one<br>two"]),
        ('<a href="x"><div>Text</div></a>', ["Text"]),
        ("<span>Bold <p>text</p></span> x", ["Bold", "text", "x"]),
        ("<!-- no --> yes <!-- no", ["yes"]),
        ("<script>no <b>no</b></script> yes <style>no", ["yes"]),
        ("<pre>no <b>no</b></pre><svg><text>no</text></svg>yes", ["yes"]),
        ('<p title="no > no">yes</p>', ["yes"]),
        ("<p title='no\">yes</p>", ["yes"]),
        ("<?php no ?><!DOCTYPE no>yes", ["yes"]),
        ("<LI>Yes</LI>", ["Yes"]),
    ],
)
def test_text_between_tags_of_blocks_is_found(html: str, expected: list[str]) -> None:
    assert texts(html) == [(text, True) for text in expected]


@pytest.mark.parametrize("html", ["a <b>word", "a word</b> more", "<i>a <b>word</i> more</b>"])
def test_text_with_a_tag_that_has_no_partner_is_not_plain(html: str) -> None:
    assert [plain for _, plain in texts(f"<p>{html} x</p>")] == [False]


def test_text_of_raw_html_is_a_message() -> None:
    deck = deck_of("# Labs\n\n<ul>\n  <li>Explore\n    the garden</li>\n  <li>Water</li>\n</ul>\n")
    assert [(one.kind, one.msgid) for one in deck.segments] == [
        (Kind.HEADING, "Labs"),
        (Kind.HTML, "Explore the garden"),
        (Kind.HTML, "Water"),
    ]
    assert not deck.untold


def test_text_of_raw_html_in_a_quote_is_a_message() -> None:
    deck = deck_of("> <div>\n> one\n> two\n> </div>\n")
    (segment,) = deck.segments
    assert segment.msgid == "one two"
    assert segment.span.of(deck.text) == "one\n> two"


def test_marks_of_markdown_mean_nothing_in_raw_html() -> None:
    (segment,) = deck_of("<div>\n[x] a  \n*b*\n</div>\n\n[x]: http://e.org\n", "markdown").segments
    assert segment.msgid == "[x] a *b*"


def test_text_that_no_message_can_hold_is_told() -> None:
    deck = deck_of("<div>\na <b>word\n</div>\n\nText\n")
    assert [span.of(deck.text) for span in deck.untold] == ["a <b>word"]
    assert [one.msgid for one in deck.segments] == ["Text"]


def test_text_that_the_author_skips_is_not_told() -> None:
    deck = deck_of("<!-- l10n skip -->\n\n<div>\n<p>a <b>word</p><p>two</p>\n</div>\n\nText\n")
    assert not deck.untold
    assert [one.msgid for one in deck.segments] == ["Text"]
