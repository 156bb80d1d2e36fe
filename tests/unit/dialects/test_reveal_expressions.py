"""Regular expressions of JavaScript: what they match, what is refused, and that none takes long."""

import pytest

from l10n.dialects.reveal.expression import Expression
from l10n.dialects.reveal.syntax import UnsupportedError

MATCHES = {
    ("\\r?\\n---\\r?\\n", "a\n---\nb"): [(1, 6)],
    ("\r?\n---\r?\n", "a\n---\nb\n---\n"): [(1, 6), (7, 12)],
    ("^\\n\\n\\n", "a\n\n\n\nb"): [(2, 5)],
    ("^---$", "---\na---\n---"): [(0, 3), (9, 12)],
    ("a|ab", "ab"): [(0, 1)],
    ("(?:a|ab)(?:c|bcd)", "abcd"): [(0, 4)],
    ("a+?", "aaa"): [(0, 1), (1, 2), (2, 3)],
    ("a{2,3}", "aaaaa"): [(0, 3), (3, 5)],
    ("[^\\S\\n]+x", " \t\u00a0x"): [(0, 4)],
    ("[]a|b", "ab"): [(1, 2)],
    ("[^]b", "\nb"): [(0, 2)],
    ("\\bab\\b", "ab cab ab"): [(0, 2), (7, 9)],
    ("\\n(?=#)", "a\nb\n# c"): [(3, 4)],
    ("\\n(?!#)", "a\n#\nb"): [(3, 4)],
    ("\\x41\\u0042\\-", "AB-"): [(0, 3)],
    ("a{,2}", "a{,2}"): [(0, 5)],
    (".", "\n\u2028a"): [(2, 3)],
}


@pytest.mark.parametrize(("given", "expected"), MATCHES.items())
def test_matches_are_those_of_javascript(given: tuple[str, str], expected: list[tuple[int, int]]) -> None:
    source, text = given
    assert list(Expression(source).finditer(text)) == expected


def test_case_is_that_of_javascript_without_unicode() -> None:
    found = list(Expression("[k-s]é", any_case=True).finditer("KÉ sé \u017fé \u212aé"))
    assert found == [(0, 2), (3, 5)]


def test_edges_are_those_of_lines_or_of_the_text() -> None:
    assert list(Expression("^a").finditer("b\na")) == [(2, 3)]
    assert list(Expression("^a", by_lines=False).finditer("b\na")) == []


REFUSED = {
    "(a": "nothing closes", "a)": "nothing opens", "[a": "nothing closes", "*a": "could repeat",
    "a**": "could repeat", "(a)\\1": "repeats what was matched", "(?<=a)b": "not supported",
    "(?<n>a)": "not supported", "a*": "matches nothing", "^$": "matches nothing", "": "matches nothing",
    "a{2,1}": "out of order", "a{9999}": "too large", "(a{50}){50}": "too large",
    "(a*)*b": "repeats what may",
    "a(?=b*c)": "looks ahead", "[b-a]": "a range", "a\\": "backslash", "x" * 501: "longer than",
    "(" * 30 + "a" + ")" * 30: "too many brackets",
}  # fmt: skip


@pytest.mark.parametrize(("source", "why"), REFUSED.items())
def test_expression_that_cannot_be_matched_safely_is_refused(source: str, why: str) -> None:
    with pytest.raises(UnsupportedError, match=why):
        Expression(source)


EXPLOSIVE = {
    "(a+)+b": "a" * 5_000,
    "(a|a)+c": "a" * 5_000,
    "(a|aa)+$b": "a" * 5_000,
    "^\\s*---\\s*$": "\n" * 5_000,
    "(\\w+\\s?)+[!]": "ab " * 2_000,
    "(x+x+)+y": "x" * 5_000,
}


@pytest.mark.parametrize(("source", "text"), EXPLOSIVE.items())
def test_expression_that_explodes_elsewhere_comes_to_an_end(source: str, text: str) -> None:
    """Tried one way after the other, each would take longer than the universe has been there."""
    assert list(Expression(source).finditer(text)) == []
