"""Slides of reveal.js in a page are read as its plug-in gets them from the browser."""

import pytest
from support import built, deck_of, msgids

from l10n.dialects.reveal_html.place import decks_in
from l10n.errors import DeckError

NAME = "reveal-html"


def page(*sections: str) -> str:
    return f"<!DOCTYPE html>\n<html><body>{''.join(sections)}</body></html>\n"


FORMS = {
    "a template": "<section data-markdown><textarea data-template>{}</textarea></section>",
    "a script": '<section data-markdown><script type="text/template">{}</script></section>',
    "as it is": "<section data-markdown>{}</section>",
    "a name in quotes, and others": "<SECTION class='>' data-markdown=\"\" id=a>{}</SECTION>",
    "in capitals": "<SECTION DATA-MARKDOWN><TEXTAREA DATA-TEMPLATE>{}</TEXTAREA></SECTION>",
    "behind what is not shown": "<template><h1></h1></template><svg/><section data-markdown>{}</section>",
    "text around": "<section data-markdown>no<textarea data-template>{}</textarea>no</section>",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_markdown_of_a_section_is_read_and_written_back(form: str) -> None:
    text = page(form.format("\n    # One\n\n    two\n    three\n"))
    assert msgids(text, NAME) == ["One", "two three"]
    assert built(text, {"One": "Un"}, NAME).text == text.replace("One", "Un")
    assert built(text, {}, NAME).text == text


NONE = {
    "of another file": '<section data-markdown="a.md"></section>',
    "in HTML": "<section><h1>1</h1></section>",
    "with elements in it": "<section data-markdown># <b>One</b></section>",
    "with a block in it": "<section data-markdown># <div>One</div></section>",
    "with code in it that is none": "<section data-markdown># <textarea>&amp;</textarea></section>",
    "with a deck in it": "<section data-markdown># <x-y data-markdown>One</x-y></section>",
    "in a comment": "<!-- <section data-markdown># One</section> -->",
    "in a template": "<template><section data-markdown># One</section></template>",
    "without scripts": "<noscript><section data-markdown># One</section></noscript>",
    "in a drawing": "<svg><section data-markdown># One</section></svg>",
    "that nothing ends": "<section data-markdown># One",
    "in a template that is none": "<section data-markdown><div data-template># One</div></section>",
}


@pytest.mark.parametrize("section", NONE.values(), ids=NONE.keys())
def test_section_of_another_kind_has_no_markdown_for_us(section: str) -> None:
    assert decks_in(page(section)) == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_front_matter_of_a_page_is_that_of_its_generator(end: str) -> None:
    lines = ("---", "layout: a", "title: A deck", "---", "<section data-markdown>One</section>", "<p>Two</p>")
    text = "".join(line + end for line in lines)
    assert msgids(text, NAME) == ["A deck", "One", "Two"]
    said = {"A deck": "Un: deux", "One": "Un"}
    expected = text.replace("A deck", "'Un: deux'").replace("One", "Un")
    assert built(text, said, NAME).text == expected


AMONG_TAGS = {
    "an image by itself": ('One\n\n<img src="a.png" alt="x > y";/>\n\nTwo', ["One", "Two"], {"One": "Un"}),
    "tags that an engine does not get": ("<kbd>One</kbd> &amp;<br>\ntwo", ["One & two"], {}),
    "a comment over slides": ("One <!--\n---\n-->\n\nTwo", ["One", "Two"], {"Two": "Deux"}),
    "half of an entity": ("One &am<br>p;", ["One &amp;"], {}),
    "an address that is a tag to a browser": (
        "One\n\n<https://example.com/>\n\nTwo",
        ["One", "Two"],
        {"Two": "Deux"},
    ),
}


@pytest.mark.parametrize(("content", "expected", "said"), AMONG_TAGS.values(), ids=AMONG_TAGS.keys())
def test_text_among_tags_is_what_reveal_gets(content: str, expected: list[str], said: dict[str, str]) -> None:
    text = page(f"<section data-markdown>{content}</section>")
    assert msgids(text, NAME) == expected
    changed = text
    for msgid, msgstr in said.items():
        changed = changed.replace(msgid, msgstr)
    assert built(text, said, NAME).text == changed


def test_tags_within_a_text_are_no_part_of_its_translation() -> None:
    text = page("<section data-markdown># One<br> <!-- x --><kbd>more</kbd>\n\nTwo</section>")
    assert msgids(text, NAME) == ["One more", "Two"]
    expected = text.replace("One<br> <!-- x --><kbd>more</kbd>", "Un de plus")
    assert built(text, {"One more": "Un de plus"}, NAME).text == expected


def test_each_section_has_separators_of_its_own() -> None:
    text = page(
        '<section data-markdown data-separator="^\\+$">A\n+\nB\n---\nC</section>',
        "<section data-markdown>D\n---\nE\n----\nF</section>",
        "<section data-markdown data-separator-vertical='^v$'>G\nv\nH</section>",
    )
    assert [slide.title for slide in deck_of(text, NAME).slides] == ["A", "B", "D", "E", "G", "H"]


def test_separator_that_cannot_be_used_is_named() -> None:
    with pytest.raises(DeckError, match="the data-separator of a section"):
        deck_of(page('<section data-markdown data-separator="(">A</section>'), NAME)


WRITTEN = {
    "a template": (
        "<textarea data-template>One &amp; `x`</textarea>",
        "a &lt; `</textarea>`",
        "a &amp;lt; `&lt;/textarea>`",
    ),
    "a carriage return": (
        "<textarea data-template>One &amp; `x`</textarea>",
        "a&#13;b `x`",
        "a&amp;#13;b `x`",
    ),
    "a no-break space": (
        "<textarea data-template>One &amp; `x`</textarea>",
        "&nbsp;a `x`",
        "&amp;nbsp;a `x`",
    ),
    "a script": ("<script>One & `x`</script>", "a &lt; `x`", "a &lt; `x`"),
    "as it is": ("One &amp; `x`", "a < b `<b`", "a < b `&lt;b`"),
}


@pytest.mark.parametrize(("content", "msgstr", "expected"), WRITTEN.values(), ids=WRITTEN.keys())
def test_translation_is_written_so_that_reveal_gets_it(content: str, msgstr: str, expected: str) -> None:
    text = page(f"<section data-markdown>{content}</section>")
    source = content[content.index("One") : content.index("`x`") + 3]
    assert built(text, {"One & `x`": msgstr}, NAME).text == text.replace(source, expected)


def test_only_the_slide_of_a_harmful_translation_loses_it() -> None:
    sections = [f"<section data-markdown>{one}</section>" for one in ("One", "Two\n\nthree", "Four")]
    result = built(
        page(*sections), {"One": "Un", "Two": "a\n\n---\n\nb", "three": "trois", "Four": "Quatre"}, NAME
    )
    assert [one.segment.msgid for one in result.refused] == ["Two"]
    assert "Un" in result.text
    assert "trois" in result.text
    assert "Quatre" in result.text


@pytest.mark.parametrize(("text", "msgid"), [("  ---\n  One\n  ---\n", "One"), ("One\n\nNote: two\n", "two")])
def test_no_translation_ends_a_script_by_its_other_name(text: str, msgid: str) -> None:
    source = page(f"<section data-markdown data-separator='x'>{text}</section>")
    assert built(source, {msgid: "__SCRIPT_END__"}, NAME).text == source
