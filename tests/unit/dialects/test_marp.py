"""Marp: what makes a slide, what is said in comments, and what images are told."""

import pytest
from support import built, deck_of, msgids, slides_of


def spoken(text: str) -> list[str]:
    return [segment.msgid for segment in deck_of(text, "marp").segments if segment.in_notes]


@pytest.mark.parametrize("rule", ["---", "***", "___", "- - -", "   ---", "-----"])
def test_thematic_break_at_top_level_begins_a_slide(rule: str) -> None:
    assert len(slides_of(f"One\n\n{rule}\n\nTwo\n", "marp")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "One\n---\n",
        "> One\n>\n> ---\n",
        "- One\n\n  ---\n",
        "```\n---\n```\n",
        "<!--\n---\n-->\n",
        "    ---\n",
    ],
)
def test_what_is_no_thematic_break_there_begins_none(text: str) -> None:
    assert len(slides_of(text, "marp")) == 1


DIVIDERS = {"1": 2, "2": 4, "[2, 3]": 5, "[3]": 3, '"2"': 4, "false": 1, "7": 1, "": 1}


@pytest.mark.parametrize(("value", "count"), DIVIDERS.items())
@pytest.mark.parametrize("fence", [("---", "---"), ("<!--", "-->")])
def test_headings_begin_slides_by_their_level(value: str, count: int, fence: tuple[str, str]) -> None:
    body = (
        "# A\n\n## B\n\n### C\n\n# D\n\n## E\n\n### F\n"
        if value in ("[2, 3]", "[3]")
        else "# A\n\n## B\n\n# D\n\n## E\n"
    )
    text = f"{fence[0]}\nheadingDivider: {value}\n{fence[1]}\n\n{body}"
    assert len(slides_of(text, "marp")) == count


def test_heading_behind_comments_only_begins_no_slide_of_its_own() -> None:
    assert len(slides_of("---\nheadingDivider: 1\n---\n<!-- note -->\n# A\n", "marp")) == 1


NOTES = {
    "<!-- A note -->\n": ["A note"],
    "<!---\nA note\n--->\n": ["A note"],
    "Text <!-- a note -->\n": ["a note"],
    "<!-- a note --> text\n": ["a note"],
    "# Title <!-- fit -->\n": [],
    "Text <!-- fit -->\n": ["fit"],
    "Text <!-- a note --> goes on\n": [],
    "`<!-- code -->`\n": [],
    "\\<!-- text -->\n": [],
    "<!-- prettier-ignore -->\n": [],
    "<!-- markdownlint-disable MD013 -->\n": [],
    "<!-- l10n comment so -->\n": [],
    "<!-- class: lead -->\n": [],
    "<!-- _color: red -->\n": [],
    "<!-- Note: the class is small -->\n": ["Note: the class is small"],
    "<!-- klass: lead -->\n": ["klass: lead"],
    "<!-- ? class -->\n": [],
    '<!-- "A" is a class -->\n': ['"A" is a class'],
    "<!--\nOne\n\n- two\n- three\n-->\n": ["One", "two", "three"],
    "<!-->\n": [],
    "<!-- open\n": [],
}


@pytest.mark.parametrize(("text", "expected"), NOTES.items())
def test_comment_that_is_no_directive_is_a_note(text: str, expected: list[str]) -> None:
    assert spoken(text) == expected


HOSTILE = [
    *("fin --> ici", "class: lead", "_footer: x", "<!-- y", "> x", "x -"),
    *("? class", "{class}", r'"\x63lass": lead'),  # YAML has more ways to say a key
]


@pytest.mark.parametrize("msgstr", HOSTILE)
def test_note_that_would_be_something_else_is_left_out(msgstr: str) -> None:
    source = "<!-- A note -->\n\nText\n"
    result = built(source, {"A note": msgstr}, "marp")
    assert (result.text, len(result.refused)) == (source, 1)


def test_note_may_have_other_lines() -> None:
    result = built("<!--\nOne\ntwo\n-->\n", {"One\ntwo": "Un\ndeux\ntrois"}, "marp")
    assert result.text == "<!--\nUn\ndeux\ntrois\n-->\n"


DIRECTIVES = {
    "<!-- footer: Some text -->\n": ["Some text"],
    "<!-- _header: 'It''s' -->\n": ["It's"],
    "<!-- header: a: b # c -->\n": ["a: b # c"],
    "---\ntitle: A title\nfooter: a: b\nclass: lead\n---\n": ["A title", "a: b"],
    "---\nstyle: |\n  h1 { color: red }\n---\n": [],
    "<!--\ntheme: gaia\nfooter: Some text\n-->\n": ["Some text"],
}


@pytest.mark.parametrize(("text", "expected"), DIRECTIVES.items())
def test_what_a_directive_shows_is_a_message(text: str, expected: list[str]) -> None:
    assert msgids(text, "marp") == expected


def test_translation_that_yaml_would_read_otherwise_gets_quotes() -> None:
    result = built("<!-- footer: Some text -->\n", {"Some text": "a: b # c"}, "marp")
    assert result.text == '<!-- footer: "a: b # c" -->\n'


@pytest.mark.parametrize("msgstr", ["x --> y", "x\ncolor: red"])
def test_directive_that_would_end_its_comment_or_say_more_is_left_out(msgstr: str) -> None:
    source = "<!-- footer: Some text -->\n"
    assert built(source, {"Some text": msgstr}, "marp").text == source


IMAGES = {
    "![bg](x.png)\n": [],
    "![bg right:33% w:100px](x.png)\n![bg vertical](y.png)\n": [],
    "![A cat w:200 blur](x.png)\n": ["A cat"],
    "![w:200 A cat](x.png)\n": ["A cat"],
    "![A cat](x.png)\n": ["A cat"],
    "Text ![w:20](x.png)\n": ["Text ![w:20](x.png)"],
}


@pytest.mark.parametrize(("text", "expected"), IMAGES.items())
def test_commands_to_images_are_no_prose(text: str, expected: list[str]) -> None:
    assert msgids(text, "marp") == expected


@pytest.mark.parametrize("msgstr", ["Un chat bg", "w:100 chat", "Texte ![bg A](x.png)"])
def test_new_command_to_an_image_is_left_out(msgstr: str) -> None:
    source = "![A cat w:200](x.png)\n\nText ![A](x.png)\n"
    assert built(source, {"A cat": msgstr, "Text ![A](x.png)": msgstr}, "marp").text == source


KEPT = {
    "Text $x_1$": "Texte",
    "Text :tada:": "Texte",
    "Text": "$$ x",
    "See slides.md": "Voir",
    "More text": "example.com",
    "Plain words": "Des mo:smile:ts",
    "Plain numbers": "Des no:100:mbres",
}


@pytest.mark.parametrize(("msgid", "msgstr"), KEPT.items())
def test_formulas_emoji_and_bare_addresses_stay(msgid: str, msgstr: str) -> None:
    assert built(f"{msgid}\n", {msgid: msgstr}, "marp").text == f"{msgid}\n"


def test_time_with_seconds_is_no_emoji() -> None:
    assert (
        built("At 10:30:45 sharp\n", {"At 10:30:45 sharp": "10 h 30 pile"}, "marp").text == "10 h 30 pile\n"
    )


def test_formula_without_an_end_hides_all_that_follows() -> None:
    assert msgids("$$\nx\n\nText\n", "marp") == []


def test_comment_behind_code_and_breaks_over_lines_is_found_in_its_place() -> None:
    text = "Text `code\nover lines` with\\\na break <!-- and a note -->\n"
    translated = text.replace("and a note", "et une note")
    assert built(text, {"and a note": "et une note"}, "marp").text == translated
