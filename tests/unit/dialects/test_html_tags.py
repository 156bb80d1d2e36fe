"""Tags are told from text as browsers do; ``tests/engines/test_html.py`` asks one."""

import pytest

from l10n.dialects.tokenizer import html_tags


def tags(html: str) -> list[str]:
    return [html[tag.start : tag.end] for tag in html_tags(html) if tag.name]


TAGS = {
    "attributes of all kinds": ("<a b c=d e='>' f=\">\" / g = h>x", ["<a b c=d e='>' f=\">\" / g = h>"]),
    "signs that begin none": ("1 < 2 <3 </ x> <> </> <?x> <!y>", []),
    "comments": (
        "<!-- <b> --><i><!--> <b><!---> <u><!-- --!><s><!-- - -> <b> -->",
        ["<i>", "<b>", "<u>", "<s>"],
    ),
    "a comment without an end": ("<i><!-- <b>", ["<i>"]),
    "a tag without an end": ("<i><b title='", ["<i>"]),
    "a no-break space is no blank": ("<a\u00a0b>", ["<a\u00a0b>"]),
    "a script": ("<script>'<b>' </scripts></SCRIPT\n><i>", ["<script>", "</SCRIPT\n>", "<i>"]),
    "a script in a comment of a script": (
        "<script><!-- <script> </script> <b> --></script><i>",
        ["<script>", "</script>", "<i>"],
    ),
    "a title, but not of a drawing": (
        "<title><b></title><svg><title><b></title></svg><svg/><style><i></style>",
        [
            "<title>",
            "</title>",
            "<svg>",
            "<title>",
            "<b>",
            "</title>",
            "</svg>",
            "<svg/>",
            "<style>",
            "</style>",
        ],
    ),
    "what is text with scripts ends with it": (
        "<noscript><!-- </noscript><b><!-- --></b>",
        ["<noscript>", "</noscript>", "<b>", "</b>"],
    ),
    "nothing ends plain text": ("<plaintext><b></plaintext>", ["<plaintext>"]),
    "text of a drawing that is marked as such": ("<svg><![CDATA[<b>]]><i></svg>", ["<svg>", "<i>", "</svg>"]),
}


@pytest.mark.parametrize(("html", "expected"), TAGS.values(), ids=TAGS.keys())
def test_tags_are_found_where_browsers_find_them(html: str, expected: list[str]) -> None:
    assert tags(html) == expected


def test_values_are_what_stands_in_quotes_or_up_to_a_blank() -> None:
    html = "<a B=\"x > y\" c='z' d=e/f g h= >"
    (tag,) = html_tags(html)
    assert [(one.name, one.value(html)) for one in tag.attributes] == [
        ("b", "x > y"),
        ("c", "z"),
        ("d", "e/f"),
        ("g", ""),
        ("h", ""),
        ("=", ""),
    ]
    assert tag.said("c", html) == "z"
    assert tag.said("id", html) is None
