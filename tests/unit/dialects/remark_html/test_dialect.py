"""A deck in a page is read as remark gets it from the browser, and the page stays around it."""

import pytest
from support import built, deck_of, merged, msgids, structure, translated

from l10n.dialects.remark_html.place import decks_in

NAME = "remark-html"


def page(deck: str, *, head: str = "", tail: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html>{head}<body>\n<textarea id="source">{deck}</textarea>{tail}</body></html>\n'
    )


def read(deck: str) -> list[str]:
    return msgids(page(deck), NAME)


def written(deck: str, translations: dict[str, str]) -> str:
    """The deck in the page that is built, as it is written there."""
    text = built(page(deck), translations, NAME).text
    found = decks_in(text)
    assert found
    inner = text[found[0].start : found[0].end]
    assert text == page(f"\n{inner}")
    return inner


@pytest.mark.parametrize("lead", ["", "\n", "\n\n", "\r\n\r\n"])
def test_properties_of_the_first_slide_count_wherever_the_deck_begins(lead: str) -> None:
    deck = deck_of(page(f"{lead}class: a\n\n# One\n"), NAME)
    assert [slide.marks.properties for slide in deck.slides] == [[("class", "a")]]
    assert [segment.msgid for segment in deck.segments] == ["One"]


ENTITIES = {
    "a sign": ("a &amp; b", "a & b"),
    "a tag": ("a &lt;b&gt;c&lt;/b&gt;", "a <b>c</b>"),
    "numbers": ("&#233;t&#xE9;, &#8364", "été, €"),
    "without a semicolon": ("&copyright &amp", "©right &"),
    "twice": ("&amp;lt;b", "&lt;b"),
    "quotes, which remark decodes once more": ("&amp;quot;a&quot;", '"a"'),
    "two characters": ("a &NotEqualTilde; b", "a ≂̸ b"),
    "none": ("a & b, AT&T, &nosuch; &#; &", "a & b, AT&T, &nosuch; &#; &"),
    "no-break spaces, of which remark gets the entity": ("a&nbsp;b&#160;c", "a&nbsp;b&#160;c"),
}


@pytest.mark.parametrize(("text", "msgid"), ENTITIES.values(), ids=ENTITIES.keys())
def test_entities_are_read_as_the_browser_decodes_them(text: str, msgid: str) -> None:
    assert read(f"\n# {text}\n") == [msgid]


def test_what_entities_stand_for_is_structure() -> None:
    deck = deck_of(page("# One\n\n&#45;--\n\n&gt; Two\n\n???\n\nThree\n"), NAME)
    assert [(one.slide, str(one.kind), one.msgid) for one in deck.segments] == [
        (0, "heading", "One"),
        (1, "quote", "Two"),
        (1, "paragraph", "Three"),
    ]


WRITTEN = {
    "what is no entity stays": ("R&D & so", "R&D & so"),
    "what would be one": ("&lt; &copy &#65;", "&amp;lt; &amp;copy &amp;#65;"),
    "no-break spaces": ("a&nbsp;b\u00a0c", "a&nbsp;b\u00a0c"),
    "signs": ("1 < 2 > 0", "1 < 2 > 0"),
}


@pytest.mark.parametrize(("msgstr", "expected"), WRITTEN.values(), ids=WRITTEN.keys())
def test_translation_is_written_so_that_remark_gets_it(msgstr: str, expected: str) -> None:
    assert written("\n# One &amp; two\n\nThree &lt; four\n", {"One & two": msgstr}) == (
        f"# {expected}\n\nThree &lt; four\n"
    )


def test_translation_cannot_end_the_textarea() -> None:
    assert written("\n`x` one\n", {"`x` one": "`</TextArea>` un"}) == "`&lt;/TextArea>` un\n"
    tag = "\nA `&lt;/textarea>` b\n"
    assert written(tag, {"A `</textarea>` b": "Un `</textarea>` b"}) == "Un `&lt;/textarea>` b\n"


def test_hostile_translation_is_left_out() -> None:
    deck = "\n# One\n\nTwo\n"
    for hostile in ("</textarea><script>alert(1)</script>", "<script>x</script>", "&lt;img onerror=x>"):
        text = built(page(deck), {"One": hostile, "Two": "Deux"}, NAME).text
        assert "<script" not in text
        assert "<img" not in text
        assert "Deux" in text


def test_entities_of_a_translation_are_no_tags_before_remark_sees_them() -> None:
    assert written("\n# One\n", {"One": "&lt;b onclick=x&gt;"}) == "# &amp;lt;b onclick=x&amp;gt;\n"


def test_only_the_slide_of_a_harmful_translation_loses_it() -> None:
    deck = "\n# One\n\n---\n\nTwo\n\nthree\n\n---\n\n# Four\n"
    text = page(deck, head="<title>Five</title>")
    result = built(text, {"One": "Un", "Two": "class: x", "Four": "Quatre", "Five": "Cinq"}, NAME)
    assert [one.segment.msgid for one in result.refused] == ["Two"]
    assert result.text == text.replace("One", "Un").replace("Four", "Quatre").replace("Five", "Cinq")


HEAD = (
    "<head><title>A &amp; B\n  C</title><svg><title>no</title></svg>"
    '<script>var a = "<p>no</p>";</script></head>'
)
TAIL = (
    '<noscript>Needs <em>it</em></noscript><p>Turn it on &lt;now&gt;</p><img alt="One &quot;two&quot;">'
    "<a title='l&#39;un' href='x'>Go</a><img alt=bare><!-- <p>no</p> --><style>no</style>"
)


def test_texts_of_the_page_are_messages_beside_the_deck() -> None:
    deck = deck_of(page("\n# One\n", head=HEAD, tail=TAIL), NAME)
    assert [segment.msgid for segment in deck.segments] == [
        "A & B C",
        "One",
        "Needs <em>it</em>",
        "Turn it on <now>",
        'One "two"',
        "l'un",
        "Go",
        "bare",
    ]
    assert not deck.untold


def test_texts_of_the_page_are_written_without_a_tag_or_an_end_of_their_quotes() -> None:
    text = page("\n# One\n", head=HEAD, tail=TAIL)
    deck = deck_of(text, NAME)
    new = translated(deck, lambda _: "\"><b onclick='x'></title>&lt;")
    new[None, "One"] = "Un"
    result = merged(deck, {key: value for key, value in new.items() if "now" not in key[1]}, NAME)
    assert "<b " not in result.text
    assert structure(deck_of(result.text, NAME)) == structure(deck)


def test_texts_of_the_page_come_back_as_they_were_translated() -> None:
    text = page("\n# One\n", tail="<p>Two</p><img alt=\"Three\"><img alt='Four'>")
    new = {"Two": 'L\'"A" & B', "Three": 'L\'"B" &amp;', "Four": 'L\'"C"'}
    result = built(text, new, NAME)
    assert msgids(result.text, NAME) == ["One", *new.values()]


@pytest.mark.parametrize("title", ["", " \n ", "&nbsp;", "12"])
def test_title_that_says_nothing_is_no_message(title: str) -> None:
    text = page("\n# One\n", head=f"<title>{title}</title>")
    assert msgids(text, NAME) == ["One"]
    assert built(text, {"One": "Un"}, NAME).text == text.replace("One", "Un")


def test_comments_to_the_toolkit_are_heard() -> None:
    assert read("\n<!-- l10n-skip-next -->\nOne\n\n&lt;!-- l10n: hint --&gt;\nTwo\n")[-1] == "Two"


NO_DECKS = {
    "empty": page("\n \n"),
    "of another id": '<textarea id="src">A</textarea>',
    "in a comment": '<!-- <textarea id="source">A</textarea> -->',
    "in a script": "<script>x = '<textarea id=\"source\">A</textarea>'</script>",
    "elsewhere": page("\n# One\n", tail="<script>remark.create({sourceUrl: 'a.md'})</script>"),
    "id of another word": '<textarea data-id="source">A</textarea>',
}


@pytest.mark.parametrize("text", NO_DECKS.values(), ids=NO_DECKS.keys())
def test_page_without_a_deck_has_its_own_texts_only(text: str) -> None:
    assert decks_in(text) == ()
    assert msgids(f"<title>One</title>{text}", NAME) == ["One"]


def test_source_that_a_comment_names_is_none() -> None:
    assert decks_in(page("\n# One\n", tail="<script>create({\n // sourceUrl: 'a.md'\n})</script>"))


def test_first_textarea_of_that_name_holds_the_deck() -> None:
    text = "<textarea>no</textarea><TEXTAREA rows=\"2>1\" ID='source'\n>One</TEXTAREA >"
    assert msgids(f"{text}<textarea id=source>no</textarea>", NAME) == ["One"]


def test_deck_that_nothing_ends_goes_on_to_the_end() -> None:
    assert msgids('<textarea id="source">One </textareas> two', NAME) == ["One </textareas> two"]


def test_line_ends_of_windows_indent_and_nul_stay() -> None:
    text = page("\r\n    # One &amp;\r\n    ---\r\n    Two\0\r\n", head="<p>a\0b</p>")
    deck = deck_of(text, NAME)
    assert [segment.msgid for segment in deck.segments][1:] == ["One &", "Two\ufffd"]
    assert merged(deck, {(None, "One &"): "Un &amp;"}, NAME).text == text.replace("One &amp;", "Un &amp;amp;")


def test_messages_have_the_lines_where_they_stand() -> None:
    deck = deck_of(page("\n# One &amp;\n\n&lt;br>\ntwo\n"), NAME)
    assert [deck.line_of(one.span.start) for one in deck.segments] == [4, 7]
