"""What a page may load, and what is believed of what it says of itself."""

import pytest

from l10n.checks.shown import Overflow
from l10n.rendered.browser import loaded
from l10n.rendered.measures import Measure, measured


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


def test_a_measure_is_how_much_is_lost_how_high_a_line_is_and_what_is_shown() -> None:
    address = "http://127.0.0.1/a%20b.png"
    assert measured(f"0 0 0 35.1;12.5 3 4 24 {address}") == [
        Measure(Overflow(0, 0, 0, 35.1), frozenset()),
        Measure(Overflow(12.5, 3, 4, 24), frozenset({address})),
    ]


@pytest.mark.parametrize(
    "said",
    [
        *(None, 1, [], {}, [{"high": 1}], "", ";", "1 2 3", "a b c d", "1 2 3 4;", "0 0 0 24;x"),
        *("nan 0 0 24", "0 nan 0 24", "0 0 nan 24", "0 0 0 nan", "inf 0 0 24", "0 0 inf 24", "0 0 0 inf"),
        *("-1 0 0 24", "0 -1 0 24", "0 0 -1 24", "0 0 0 0", "0 0 0 -24", "0 0 0 1e-300", "1e300 0 0 24"),
        "0 0 0 24;" * 200_000 + "0 0 0 24",
    ],
)
def test_nothing_else_is_one(said: object) -> None:
    with pytest.raises(ValueError, match=r"measure|slide|float|values"):
        measured(said)
