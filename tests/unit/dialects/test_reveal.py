"""reveal.js: what parts slides, where notes begin, and for which element a comment speaks."""

import pytest
from support import built, deck_of, msgids, slides_of

from l10n.deck.model import Deck
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS, Settings
from l10n.errors import DeckError


def spoken(text: str) -> list[str]:
    return [segment.msgid for segment in deck_of(text, "reveal").segments if segment.in_notes]


def deck_with(text: str, **options: str) -> Deck:
    named = {name.replace("_", "-"): value for name, value in options.items()}
    return parse(text, DIALECTS["reveal"].with_settings(Settings(options=named)))


def below(deck: Deck) -> list[object]:
    return [slide.marks.facts[0][1] for slide in deck.slides]


PARTED = {
    "One\n\n---\n\nTwo\n": [False, False],
    "One\n---\nTwo\n": [False, False],
    "One\n----\nTwo\n---\nThree\n": [False, True, False],
    "```\n---\n```\n": [False, False],
    "<!--\n---\n-->\n": [False, False],
    "One\r\n---\r\nTwo\r\n": [False, False],
    "One\n --- \nTwo\n": [False],
    "One\n--- \nTwo\n": [False],
    "---\nOne\n": [False],
    "One\n\n***\n\nTwo\n": [False],
    "---\ntitle: x\n---\nOne\n---": [False, False],
    "One\n---": [False],
}


@pytest.mark.parametrize(("text", "expected"), PARTED.items())
def test_slides_are_what_the_expressions_part(text: str, expected: list[bool]) -> None:
    assert below(deck_of(text, "reveal")) == expected


def test_project_says_other_separators_and_front_matter_overrides_them() -> None:
    text = "One\n\n\n\nTwo\n\n\nBelow\n"
    options = {"separator": "^\n\n\n", "vertical_separator": "^\n\n"}
    assert below(deck_with(text, **options)) == [False, False, True]
    head = "---\nseparator: '##==##'\nverticalSeparator: ''\n---\n"
    assert below(deck_with(f"{head}One\n##==##\nTwo\n\n\n\nMore\n", **options)) == [False, False]


def test_project_may_have_no_slides_below_others() -> None:
    assert below(deck_with("One\n\n----\n\nTwo\n", vertical_separator="")) == [False]


NOTES = {
    "Text\n\nNote: said\n": ["said"],
    "Text\n\nNotes:\n- one\n- two\n": ["one", "two"],
    "Text\n\nNOTE:said\n": ["said"],
    "Text\nnotes: said\n\nmore\n": ["said", "more"],
    "Text\n\nNote : said\n": [],
    "Text\n\n Note: said\n": [],
    "Text\n\nNote: one\n\nNote: two\n": [],
    "```\nNote: in code\n```\n": [],
    "<!--\nNote: in a comment\n-->\n": [],
    "---\nnotesSeparator: '^Hint:'\n---\nText\n\nHint: said\n": ["said"],
    "---\nnotesSeparator: '^(Hint|Note):'\n---\nText\n\nHint: said\n": [],
}


@pytest.mark.parametrize(("text", "expected"), NOTES.items())
def test_notes_stand_behind_the_only_marker_of_a_slide(text: str, expected: list[str]) -> None:
    assert spoken(text) == expected


def test_marker_is_in_no_message() -> None:
    assert not any("note" in msgid.lower() for msgid in msgids("# One\n\nNote: Said\n", "reveal"))


HOSTILE = [
    "Note: x",
    "note: x",
    "Notes: x",
    "Note&#58; x",
    "&#45;&#45;&#45;",
    "[ ] x",
    "www.x.org",
    "Textewww.x.org",
    "x@y.org",
]


@pytest.mark.parametrize("msgstr", HOSTILE)
def test_translation_that_would_be_structure_is_left_out(msgstr: str) -> None:
    source = "# One\n\nText\n\nNote: Said\n"
    result = built(source, {"Text": msgstr}, "reveal")
    assert (result.text, len(result.refused)) == (source, 1)


ELEMENTS = {
    "Text": "un *texte*",
    "*Text*": "texte",
    "Text `x` and *so*": "*Texte* ainsi `x`",
    "[a](x) and [b](y)": "[b](y) et [a](x)",
    "so **it is**": "**\\**",
    "and **it is**": "et <**ainsi**",
    "a [b][leads nowhere]": "`x` un [b][leads nowhere]",
}


@pytest.mark.parametrize(("msgid", "msgstr"), ELEMENTS.items())
@pytest.mark.parametrize("joint", [" ", "\n  "])
def test_attributes_stay_with_their_element(msgid: str, msgstr: str, joint: str) -> None:
    source = f'- {msgid}{joint}<!-- .element: class="fragment" -->\n'
    assert built(source, {msgid: msgstr}, "reveal").text == source


def test_attributes_let_words_change() -> None:
    source = '- Text *so* <!-- .element: class="fragment" -->\n'
    result = built(source, {"Text *so*": "Texte *ainsi*"}, "reveal")
    assert result.text == '- Texte *ainsi* <!-- .element: class="fragment" -->\n'


def test_run_of_blanks_on_a_slide_that_begins_with_some_is_left_out() -> None:
    source = "One\n\n---\n\n\n\nText\n"
    assert built(source, {"Text": "a  b"}, "reveal").text == source
    assert built("Text\n", {"Text": "a  b"}, "reveal").text == "a  b\n"


def test_front_matter_is_no_slide_and_a_rule_is_no_front_matter() -> None:
    assert msgids("---\ntitle: A deck\ntheme: black\n---\n# One\n", "reveal") == ["A deck", "One"]
    assert len(slides_of("---\n# Title\n---\n\nText\n", "reveal")) == 2


@pytest.mark.parametrize("said", ["(a", "(?<=x)y", "(x)\\\\1", "a*", "x{9999}"])
def test_expression_that_cannot_be_used_is_named_with_its_line(said: str) -> None:
    with pytest.raises(DeckError, match="its separator") as caught:
        deck_of(f'---\ntitle: x\nseparator: "{said}"\n---\n# One\n', "reveal")
    assert caught.value.place is not None
    assert caught.value.place.line == 3


@pytest.mark.parametrize(
    ("text", "expected", "untold"),
    [
        ("- item\n| a | b |\n|---|---|\n| c | d |\n", [], ["- item\n| a | b |\n|---|---|\n| c | d |"]),
        ("- item\n\n| a | b |\n|---|---|\n| c | d |\n", ["item", "a", "b", "c", "d"], []),
        ("- item\n\n  below\nand more\n", ["item"], ["  below\nand more"]),
        ("- item\n\n  - inner\nand more\n", ["item"], ["  - inner\nand more"]),
        ("- item\n\n  below\n  and more\n", ["item", "below and more"], []),
        ("- item\nand more\n\n  below\n", ["item and more", "below"], []),
        ("Title\n<br>\n---\n", [], ["Title\n<br>"]),
        ("[x]: http://y\n- [x] done\n", [], ["- [x] done"]),
        ("[y]: http://y\n- [x] done\n", ["[x] done"], []),
        ("Title\n</pre>\n---\n", [], ["Title\n</pre>"]),
        ("Title <br>\nof two lines\n===\n", ["Title <br> of two lines"], []),
    ],
)
def test_what_versions_read_in_two_ways_is_listed_and_no_message(
    text: str, expected: list[str], untold: list[str]
) -> None:
    deck = deck_with(text, separator="<!--s-->")
    assert [one.msgid for one in deck.segments] == expected
    assert [span.of(text) for span in deck.untold] == untold


def test_head_of_a_table_does_not_become_a_row_of_dashes() -> None:
    source = "text\n| a | b |\n|---|---|\n| c | d |\n"
    assert built(source, {"a": "---", "b": ":-:", "c": "x-y"}, "reveal").text == source.replace("c", "x-y")


def test_bare_address_is_no_message() -> None:
    assert msgids("a@x.org\n\nwww.x.org\n\nhttps://x.org\n\nWrite to a@x.org\n", "reveal") == [
        "Write to a@x.org"
    ]


def test_item_that_a_tag_ends_in_some_version_keeps_the_tag_at_the_start_of_a_line() -> None:
    source = "- item\n<img src=x>\n"
    assert built(source, {"item <img src=x>": "élément <img src=x>"}, "reveal").text == source


def test_line_of_one_tag_that_ends_an_item_in_some_version_has_nothing_else() -> None:
    source = "- item\n<br>\n   - more\n"
    for msgstr in ("élément <br> encore", "<br> élément"):
        assert built(source, {"item <br>": msgstr}, "reveal").text == source
    assert built(source, {"item <br>": "élément <br>"}, "reveal").text == source.replace("item", "élément")


def test_text_that_is_code_to_the_older_version_stays() -> None:
    source = "---\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\nText\n```\n---\n```\nmore\n"
    result = built(source, {"Text": "Texte", "more": "plus"}, "reveal")
    assert result.text == source.replace("Text\n", "Texte\n")


def test_code_with_many_long_lines_below_text_comes_to_an_end() -> None:
    text = "Text\n```\n" + "many words of a line of code\n" * 60 + "```\n"
    assert msgids(text, "reveal") == ["Text"]


SEVERAL_NOTES = "# One\n\nNote: two\n\n\n\n# Three\n\nNote: four\n"


def test_slide_with_several_markers_of_notes_is_doubted() -> None:
    line, why = deck_of(f"# Zero\n\n---\n\n{SEVERAL_NOTES}", "reveal").doubt
    assert line == 4
    assert why.startswith("this slide has 2 markers of notes")


def test_slides_with_one_marker_each_are_as_they_are_meant() -> None:
    assert deck_of(SEVERAL_NOTES.replace("\n\n\n\n", "\n\n---\n\n"), "reveal").doubt == (0, "")
