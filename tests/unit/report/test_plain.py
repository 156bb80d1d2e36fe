import pytest

from l10n.report.plain import end_of, fitting, fitting_at_end, on_one_line, padded, start_of, width

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
HEART = "\N{HEAVY BLACK HEART}\ufe0f"
FLAG = "\N{REGIONAL INDICATOR SYMBOL LETTER F}\N{REGIONAL INDICATOR SYMBOL LETTER R}"
THUMB = "\N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}"


@pytest.mark.parametrize(
    ("text", "columns"),
    {
        "nothing": ("", 0),
        "ASCII": ("abc", 3),
        "a letter of its own": ("é", 1),
        "a combining mark": ("e\u0301", 1),
        "two marks": ("e\u0301\u0323", 1),
        "a mark around a letter": ("a\u20dd", 1),
        "a mark on nothing": ("\u0301", 0),
        "a mark with a place of its own, on nothing": ("\u093f", 1),
        "Devanagari": ("कि", 2),
        "Arabic": ("سلام", 4),
        "Chinese": ("语言", 4),
        "Korean": ("한", 2),
        "Korean in parts": ("\u1112\u1161\u11ab", 2),
        "full width": ("Ａ", 2),
        "half width": ("ｱ", 1),
        "ambiguous": ("±…█", 3),
        "emoji": ("\N{ROCKET}", 2),
        "joined emoji": (FAMILY, 2),
        "a sign shown as an emoji": (HEART, 2),
        "a sign shown as text": ("\N{WHITE SMILING FACE}\ufe0e", 1),
        "a key": ("1\ufe0f\u20e3", 2),
        "a flag": (FLAG, 2),
        "skin": (THUMB, 2),
        "zero-width space": ("a\u200bb", 2),
        "word joiner": ("a\u2060b", 2),
        "byte order mark": ("\ufeff", 0),
    }.values(),
)
def test_a_text_is_as_wide_as_terminals_draw_it(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize("text", ["\x1b[2J", "a\x9bb", "\x00", "a\u202eb", "a\u2066", "a\nb\tc", "\ud800"])
def test_a_control_character_takes_the_column_of_what_is_shown_for_it(text: str) -> None:
    assert width(on_one_line(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("语言语言", 7, "语言语…"),
        ("语言语言", 6, "语言…"),
        ("e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        (f"ab{FAMILY}c", 4, "ab…"),
        (f"ab{FAMILY}c", 5, f"ab{FAMILY}c"),
        (f"{FLAG}{FLAG}{FLAG}", 5, f"{FLAG}{FLAG}…"),
        ("a" + 100 * "\u200b", 1, "a" + 100 * "\u200b"),
    ],
)
def test_the_start_of_a_text_parts_nothing_that_is_drawn_as_one(text: str, columns: int, shown: str) -> None:
    assert start_of(text, columns) == shown


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "…cdef"),
        ("语言语言", 6, "…语言"),
        ("e\u0301e\u0301e\u0301", 2, "…e\u0301"),
        (f"c{FAMILY}ab", 4, "…ab"),
        (f"c{THUMB}ab", 5, f"c{THUMB}ab"),
    ],
)
def test_so_does_its_end(text: str, columns: int, shown: str) -> None:
    assert end_of(text, columns) == shown


def test_what_fits_is_counted_in_characters() -> None:
    assert (fitting("abc", 2), fitting_at_end("abc", 2)) == (2, 2)
    assert (fitting(f"{FAMILY}a", 2), fitting_at_end(f"a{FAMILY}", 2)) == (5, 5)
    assert (fitting(f"{FAMILY}a", 1), fitting_at_end(f"a{FAMILY}", 1)) == (0, 0)


def test_a_padded_text_is_as_wide_as_asked_for() -> None:
    assert padded(HEART, 4) == f"{HEART}  "
    assert padded("语言", 3) == "语言"
