from support import deck_of

from l10n.deck.model import Span

TEXT = "# Title\n\nSome text\n\n- an item\n"


def test_span_gives_its_characters() -> None:
    assert Span(2, 7).of(TEXT) == "Title"


def test_pieces_alternate_between_gaps_and_segments() -> None:
    pieces = list(deck_of(TEXT).pieces())
    assert pieces == ["# ", "Title", "\n\n", "Some text", "\n\n- ", "an item", "\n"]


def test_splice_replaces_the_named_segments_only() -> None:
    assert deck_of(TEXT).splice({1: "Du texte"}) == "# Title\n\nDu texte\n\n- an item\n"


def test_splice_of_nothing_is_the_text() -> None:
    assert deck_of(TEXT).splice({}) == TEXT


def test_lines_are_counted_from_one() -> None:
    deck = deck_of(TEXT)
    assert [deck.line_of(segment.span.start) for segment in deck.segments] == [1, 3, 5]


def test_lines_ended_by_carriage_returns_are_counted_too() -> None:
    deck = deck_of("One\r\rTwo\r")
    assert deck.line_of(deck.segments[1].span.start) == 3


def test_deck_without_text_has_one_slide_and_no_message() -> None:
    deck = deck_of("")
    assert (len(deck.slides), deck.segments) == (1, ())
