"""Tables drawn with ``+---+``: their cells are messages, and with a translation they are drawn anew."""

import pytest
from support import built, deck_of, merged, msgids, translated

from l10n.build.pseudo import pseudo_translation
from l10n.deck.model import Kind

TABLE = """\
+------+-----------------+
| Name | What it does    |
+======+:===============:+
| *a*  | One goes on     |
|      | over lines.     |
|      |                 |
|      | -   Two         |
+------+-----------------+
| 漢字 |     code        |
+------+-----------------+
"""


def table(text: str, **translations: str) -> str:
    """The table in which those messages are translated, none of which is refused."""
    result = built(text, translations, "quarto")
    assert result.refused == ()
    return result.text


def test_blocks_of_cells_are_messages_row_by_row() -> None:
    segments = deck_of(TABLE, "quarto").segments
    assert [(one.kind, one.msgid) for one in segments] == [
        (Kind.TABLE_CELL, "Name"),
        (Kind.TABLE_CELL, "What it does"),
        (Kind.TABLE_CELL, "*a*"),
        (Kind.TABLE_CELL, "One goes on over lines."),
        (Kind.LIST_ITEM, "Two"),
        (Kind.TABLE_CELL, "漢字"),
    ]


def test_long_text_goes_on_over_lines_and_other_rows_stay() -> None:
    assert built(TABLE, {"Two": "Deux mots, et plus"}, "quarto").text == TABLE.replace(
        "|      | -   Two         |\n", "|      | -   Deux mots,  |\n|      |     et plus     |\n"
    )


def test_short_text_needs_fewer_lines() -> None:
    assert built(TABLE, {"One goes on over lines.": "Un."}, "quarto").text == TABLE.replace(
        "| *a*  | One goes on     |\n|      | over lines.     |\n", "| *a*  | Un.             |\n"
    )


def test_columns_are_wider_by_the_same_factor_for_a_word_that_none_holds() -> None:
    text = "text\n\n> +---+-----+\n> | a | b   |\n> +:==+=====+\n> | c | 字  |\n> +---+-----+\n"
    assert table(text, c="Donaudampf") == (
        "text\n\n> +-----------+-----------------+\n> | a         | b               |\n"
        "> +:==========+=================+\n> | Donaudampf| 字              |\n"
        "> +-----------+-----------------+\n"
    )


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = "\ufeffs\r\n\r\n+-----+\r\n| a   |\r\n+-----+\r\n"
    assert table(text, a="b c d e") == text.replace("| a   |", "| b c |\r\n| d e |")


def test_several_messages_of_a_line_are_drawn_together() -> None:
    text = "+---------+---------+\n| x       | One two |\n|         | three   |\n+---------+---------+\n"
    assert table(text, **{"x": "1 2 3 4 5 6", "One two three": "Un"}) == (
        "+---------+---------+\n| 1 2 3 4 | Un      |\n| 5 6     |         |\n+---------+---------+\n"
    )


def test_title_in_a_cell_stays_on_a_line() -> None:
    text = "+-------+\n| # One |\n+-------+\n"
    assert table(text, One="Un deux") == "+---------------+\n| # Un deux     |\n+---------------+\n"


@pytest.mark.parametrize(
    ("translation", "reason"),
    [
        ("हिन्दी", "not all programs take U+093F for equally wide, so the table would fall apart"),
        ("a" * 500, "a word or a link of it is far too long for its column of the table"),
        ("- b", "it would be read as a list"),
    ],
)
def test_text_that_no_cell_holds_is_refused(translation: str, reason: str) -> None:
    result = built("+-----+\n| a   |\n+-----+\n", {"a": translation}, "quarto")
    assert [one.reason for one in result.refused] == [reason]


@pytest.mark.parametrize(
    "table",
    [
        "+---+---+\n| a | b |\n+---+---+\n| c     |\n+---+---+",
        "+---+\n| \u200da |\n+---+",
        "+---+\n+---+\n| a |\n+---+",
        "+---+\n| a\t|\n+---+",
    ],
    ids=["cells over columns", "a sign of unknown width", "no row", "a tab"],
)
def test_table_without_edges_of_every_column_is_told(table: str) -> None:
    deck = deck_of(f"{table}\n", "quarto")
    assert (deck.segments, [span.of(deck.text) for span in deck.untold]) == ((), [table])


def test_text_in_cells_that_no_message_holds_is_told_line_by_line() -> None:
    text = "+-------------+---+\n| <div>a <b>x | a |\n| y</div>     | b |\n+-------------+---+\n"
    deck = deck_of(text, "quarto")
    assert (msgids(text, "quarto"), [span.of(text) for span in deck.untold]) == (["a b"], ["a <b>x", "y"])


def test_columns_may_be_narrow() -> None:
    assert msgids("+-+--+\n|a|b |\n+=+==+\n|c|  |\n+-+--+\n", "quarto") == ["a", "b", "c"]


def test_comments_to_translators_are_heard_around_tables() -> None:
    text = (
        "<!-- l10n skip-start -->\n\n+---+\n| a |\n+---+\n\n<!-- l10n skip-end -->\n\n+---+\n| b |\n+---+\n"
    )
    assert msgids(text, "quarto") == ["b"]


def test_what_shows_authors_how_slides_will_hold_fits_into_cells() -> None:
    text = "+--------------------+\n| Words of a cell    |\n+--------------------+\n"
    deck = deck_of(text, "quarto")
    wanted = translated(deck, lambda msgid: pseudo_translation(msgid, deck.renderer))
    assert not merged(deck, wanted, "quarto").refused


def test_mark_that_a_narrow_cell_leaves_alone_on_its_line_begins_a_list() -> None:
    text = "+-----+\n| One |\n+-----+\n"
    deck = deck_of(text, "quarto")
    for msgstr in ("a. Un", "(i) Un", "E. Un"):
        assert merged(deck, translated(deck, lambda _, said=msgstr: said), "quarto").text == text
