import pytest
from support import deck_of, msgids

from l10n.dialects.remark.properties import properties


def found(text: str) -> list[tuple[str, str]]:
    return [(one.key, one.value) for one in properties(text)]


HEADS = {
    "a class": ("class: pic\n\n# T", [("class", "pic")]),
    "after blank lines": ("\n\nclass: pic\n", [("class", "pic")]),
    "two adjacent": ("class: a\nname: b\n", [("class", "a"), ("name", "b")]),
    "two with a blank line between": ("class: a\n\nname: b\n", [("class", "a"), ("name", "b")]),
    "no blank line after": ("class: a\n# T", [("class", "a")]),
    "no value": ("class:\n# T", [("class", "")]),
    "a key with a dash": ("background-image: url(x)\n", [("background-image", "url(x)")]),
    "prose that looks like one": ("Note: this vanishes", [("Note", "this vanishes")]),
    "an answer": ("Answer: 42", [("Answer", "42")]),
    "a URL": ("https://example.com", [("https", "//example.com")]),
    "a French example": ("Exemple: ceci", [("Exemple", "ceci")]),
    "white space of JavaScript at its ends": ("a:\ufeffb\u3000", [("a", "b")]),
    "white space of Python only at its ends": ("a:\x1cb\x85", [("a", "\x1cb\x85")]),
    "a value stops at a dollar": ("price: 5$ a", [("price", "5")]),
    "the same key twice": ("class: a\nclass: b", [("class", "a"), ("class", "b")]),
    "a comment": ("<!-- class: a -->\n# T", [("class", "a")]),
    "a comment that ends on the next line": ("<!-- a: b\n-->", [("a", "b")]),
    "white space of Python only in a comment": ("<!--a:\x85-->", [("a", "\x85")]),
    "white space of JavaScript in a comment": ("<!--a:\ufeffb\u3000-->", [("a", "b")]),
    "a comment further down": ("# T\n\n<!-- TODO: x -->\n", [("TODO", "x")]),
    "a line that a comment made the first": ("<!-- a: b -->\nc: d\n", [("a", "b"), ("c", "d")]),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS.keys())
def test_property_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


NONE = {
    "a blank before the colon": "Note : a",
    "a no-break space before the colon": "Note\u00a0: a",
    "a letter that is not ASCII": "Résumé: a",
    "an indent": " Note: a",
    "bold": "**Note**: a",
    "a list item": "- Note: a",
    "two words": "Please note: a",
    "after text": "# T\n\nclass: a",
    "a comment over lines": "<!-- a: b\nc -->",
    "a comment without a colon": "<!-- a -->",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_only_looks_like_a_property_is_text(text: str) -> None:
    assert found(text) == []


def test_properties_of_slides_and_steps() -> None:
    deck = deck_of("class: a\n\nOne\n\n---\n\nclass: b\n\nTwo\n\n--\n\nclass: c\n\nThree\n")
    assert [slide.marks.properties for slide in deck.slides] == [
        [("class", "a")],
        [("class", "b")],
        [("class", "c")],
    ]


def test_comment_behind_the_first_class_is_no_property() -> None:
    deck = deck_of("Text\n\n.red[a b]\n\n<!-- TODO: x -->\n")
    assert deck.slides[0].marks.properties == []


def test_definition_before_a_property_does_not_hide_it() -> None:
    deck = deck_of("a\n\n---\n[x]: http://y\nclass: b\n\nText\n")
    assert deck.slides[1].marks.properties == [("class", "b")]


GLUED = {
    "a definition behind": ("class: a\n[x]: http://y\nb\n\nText\n", [("class", "ab")]),
    "two definitions behind": ("class: a\n[x]: http://y\n\n[z]: http://y\nb\n", [("class", "ab")]),
    "an escaped class in it": ("class: \\.x[a]\n", [("class", ".x[a]")]),
    "a macro before it": ("![:x]class: a\n", []),
    "a macro in it": ("class: a ![:x b: c](d)\n", [("class", "a ![:]")]),
    "a comment in a macro": ("![:x <!-- a: b -->]\n", []),
}


@pytest.mark.parametrize(("text", "expected"), GLUED.values(), ids=GLUED.keys())
def test_property_is_found_in_the_text_that_the_engine_has_then(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert deck_of(text).slides[0].marks.properties == expected


def test_prose_that_a_definition_glues_to_a_property_is_no_message() -> None:
    assert msgids("class: a\n[x]: http://y\nGlued\n\nText\n") == ["Text"]


def test_property_is_no_message() -> None:
    assert msgids("class: title\nname: intro\n# Title\n") == ["Title"]


def test_swallowed_prose_is_no_message() -> None:
    assert msgids("Note: this never shows\n\nBut this does\n") == ["But this does"]
