import pytest

from l10n.checks.rules.rendered import overflow
from l10n.checks.shown import Overflow, ShownSlide


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        (Overflow(), Overflow(), []),
        (Overflow(), Overflow(high=3, line=30), []),
        (Overflow(high=50, line=30), Overflow(high=50, line=30), []),
        (Overflow(high=50, line=30), Overflow(high=20, line=30), []),
        (Overflow(), Overflow(high=31, line=30), ["31 pixels (about a line) too full"]),
        (Overflow(high=40, line=30), Overflow(high=100, line=30), ["100 pixels (about 3 lines) too full"]),
        (Overflow(), Overflow(wide=12, line=30), ["12 pixels too wide"]),
        (Overflow(), Overflow(40, 12, 30), ["40 pixels (about a line) too full", "12 pixels too wide"]),
    ],
)
def test_what_leaves_the_slide_more_than_in_the_source(
    source: Overflow, translation: Overflow, expected: list[str]
) -> None:
    found = [flaw.message for flaw in overflow(ShownSlide(source, translation))]
    assert found == [f"the slide is {one}; this translation grew most" for one in expected]
