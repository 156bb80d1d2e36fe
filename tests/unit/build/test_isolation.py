"""Tags that only say in which direction a text runs."""

import pytest

from l10n.build.isolation import unisolated
from l10n.build.law import broken
from l10n.build.stand import alone
from l10n.markdown.targets import Localised


def faults(msgid: str, msgstr: str) -> list[str]:
    return [fault.message for fault in broken(alone(msgid, msgstr), {}, Localised())]


@pytest.mark.parametrize(
    "msgstr",
    [
        'از <span dir="ltr">`&x`</span> است',
        "از <span dir='ltr'>`&x`</span> است",
        "از <span dir=ltr>`&x`</span> است",
        "از <bdi>`&x`</bdi> است",
        "<span dir=ltr>از <span dir=rtl>`&x`</span></span>",
        "از \u2066`&x`\u2069 است\u200f",
    ],
)
def test_code_may_be_isolated_in_right_to_left_text(msgstr: str) -> None:
    assert faults("Use `&x` here", msgstr) == []


@pytest.mark.parametrize(
    "msgstr",
    [
        'از <span dir="ltr">`&x` است',
        "از `&x`</span> است",
        'از <span dir="ltr" onclick="f()">`&x`</span> است',
        'از <span class="ltr">`&x`</span> است',
        "از <bdi>`&x` است",
        '<span class="a"><span dir="ltr">`&x`</span>',
    ],
)
def test_what_is_not_closed_or_says_more_is_refused(msgstr: str) -> None:
    assert faults("Use `&x` here", msgstr)


def test_what_the_source_isolates_must_stay() -> None:
    msgid = 'Use <span dir="rtl">`x`</span> here'
    assert faults(msgid, "از `x` است")
    assert faults(msgid, 'از <span dir="ltr">`x`</span> است')


def test_code_in_html_is_code() -> None:
    assert unisolated("Use `1..=5`", "<span dir=ltr><code>1..=5</code></span>") == "`1..=5`"
    assert unisolated("Use `a`", "<code>a_b</code>") == "<code>a_b</code>"
    assert faults("Use `1..=5`", "<code>1..=5</code> است") == []


def test_many_spans_are_read_in_one_go() -> None:
    text = "<span dir=ltr>" * 2000 + "x" + "</span>" * 2000
    assert unisolated("x", text) == "x"
