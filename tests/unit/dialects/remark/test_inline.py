"""What remark's renderer finds in a text, as a table; tests/engines holds it against remark."""

import pytest

from l10n.dialects.remark.marked.inline import Kind, inline
from l10n.dialects.remark.marked.versions import Compared

_NAMES = {
    Kind.EMPHASIS: "em",
    Kind.STRONG: "strong",
    Kind.DELETED: "del",
    Kind.CODE: "code",
    Kind.LINK: "a",
    Kind.IMAGE: "img",
    Kind.URL: "url",
    Kind.TAG: "tag",
    Kind.BREAK: "br",
}


def told(text: str, version: str = "0.14.1") -> str:
    """What is found, in one line; emphasis and breaks by what they hold."""
    found = inline(text, lambda label: label.lower() in ("a", "b c"), Compared(version))
    parts = []
    for piece in found.pieces:
        holds = piece.kind in (Kind.EMPHASIS, Kind.STRONG, Kind.DELETED)
        said = text[slice(*(piece.inner or (0, 0) if holds else piece.value))]
        parts.append(f"{_NAMES[piece.kind]}({piece.label or said})")
    return " ".join(parts)


EXAMPLES = {
    "blanks within strong": ("** a ** b", "strong( a )"),
    "a star that is alone": ("2 * 3 * 4", "em( 3 )"),
    "strong beside letters and signs": ("**x (y)**z **「a」**b", "strong(x (y)) strong(「a」)"),
    "strong within a word": ("a__b__c", "strong(b)"),
    "an underscore within a word": ("a_b_c", ""),
    "an underscore before a letter that is not ASCII": ("变量_名_字", "em(名)"),
    "three marks": ("***a** b*", "strong(*a)"),
    "an escaped mark that ends": ("*a\\* b", "em(a\\)"),
    "an escaped mark that begins nothing": ("\\*a* b", ""),
    "two marks within one": ("*a **b** c*", "strong(b) em(a **b** c)"),
    "emphasis that ends in code": ("*a `b*` c", "em(a `b)"),
    "emphasis that ends in a target": ("*[x](a*b)", "em([x](a)"),
    "a link that ends before emphasis does": ("[a *b](c) d*", "a(c)"),
    "deleted text": ("~~a~~ ~~ b ~~ ~c~", "del(a)"),
    "code with a blank that does not break": ("`\u00a0a`", "code(a)"),
    "a longer run that has no partner": ("``a`", "code(`a)"),
    "code of blanks": ("` `", "code( )"),
    "code of a backtick": ("`` ` ``", "code(` )"),
    "a target with a blank": ("[x](y z)", "a(y z)"),
    "a target with a title": ('[x](<y> "t")', "a(y)"),
    "a target with a parenthesis": ("[x](y(z))", "a(y(z)"),
    "an image": ("![*x*](y)", "img(y)"),
    "a link in a link": ("[x [y](z) w](v)", "a(z) a(v)"),
    "references": ("[x][a] [x] [A], [b  c], [a][]", "a(a) a(A) a(b c) a(a)"),
    "labels without definition": ("[x][zz] [ a ] [x]", ""),
    "URLs": ("http://x_y_, HTTP://x ftp://x", "url(http://x_y_)"),
    "addresses": ("<a@b> <a:/b> <a:b>", "url(a@b) url(a:/b) tag(<a:b>)"),
    "tags": ('<1> <b<> <x y=">"> <x "y> <!-- > -->', 'tag(<1>) tag(<b<>) tag(<x y=">">) tag(<!-- > -->)'),
    "a tag behind a backslash": ("\\<b>", "tag(<b>)"),
    "a line break": ("a  \nb\\\nc  \n", "br()"),
}
VERSIONS = {
    "one underscore within": ("_a_b_", "em(a_b)", "em(b)"),
    "code with a blank at its end": ("`` ` ``", "code(` )", "code(`)"),
    "a URL in a link": ("[http://xy.z](w)", "url(http://xy.z) a(w)", "a(w)"),
    "a URL in a tag": ("<a href='q'>http://xy", "tag(<a href='q'>) url(http://xy)", "tag(<a href='q'>)"),
}


@pytest.mark.parametrize(("text", "found"), EXAMPLES.values(), ids=EXAMPLES)
def test_text_has_the_markup_that_the_renderer_finds(text: str, found: str) -> None:
    assert told(text) == found


@pytest.mark.parametrize(("text", "earlier", "later"), VERSIONS.values(), ids=VERSIONS)
def test_each_version_of_the_renderer_finds_its_own(text: str, earlier: str, later: str) -> None:
    assert [told(text, version) for version in ("0.14.1", "0.15.0")] == [earlier, later]


def test_marks_that_show_as_typed_are_told() -> None:
    assert inline("a** _b_ c_d", lambda _: False, Compared("0.14.1")).typed == [1, 2, 9]
