"""What a page may load, and what is believed of what it says of itself."""

import pytest

from l10n.checks.shown import Overflow
from l10n.rendered.browser import loaded, measured


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        ('<script src="https://remarkjs.com/x.js">', "https://remarkjs.com/x.js"),
        ("<link rel=stylesheet href='http://a.b.org/c.css?d=e'>", "http://a.b.org/c.css?d=e"),
        ('<SCRIPT async SRC="//cdn.org/x.js">', "http://cdn.org/x.js"),
        ('<script src="remark.js">', ""),
        ('<a href="https://remarkjs.com/x.js">', ""),
        ('<img src="https://remarkjs.com/x.png">', ""),
        ('<script src="http://169.254.169.254/latest">', ""),
        ('<script src="http://localhost/x.js">', ""),
        ('<script src="http://[::1]/x.js">', ""),
        ('<script src="http://metadata/x.js">', ""),
        ('<script src="https://a.org:22/x.js">', ""),
    ],
)
def test_only_what_tags_of_the_page_load_from_hosts_with_names_may_be_asked_for(
    tag: str, address: str
) -> None:
    assert loaded(tag) == (frozenset({address}) if address else frozenset())


def test_a_measure_is_how_high_and_wide_it_overflows_and_how_high_a_line_is() -> None:
    assert measured("0 0 35.1;12.5 3 24") == [Overflow(0, 0, 35.1), Overflow(12.5, 3, 24)]


@pytest.mark.parametrize(
    "said",
    [
        *(None, 1, [], {}, [{"high": 1}], "", ";", "1 2", "1 2 3 4", "a b c", "1 2 3;", "0 0 24;x"),
        *("nan 0 24", "0 nan 24", "0 0 nan", "inf 0 24", "0 inf 24", "0 0 inf", "-1 0 24", "0 -1 24"),
        *("0 0 0", "0 0 -24", "0 0 1e-300", "1e300 0 24", "0 0 24;" * 200_000 + "0 0 24"),
    ],
)
def test_nothing_else_is_one(said: object) -> None:
    with pytest.raises(ValueError, match=r"measure|slide|float|values"):
        measured(said)
