import pytest

from l10n.checks.rules.rendered import lost_image, overflow
from l10n.checks.shown import Overflow, ShownSlide


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        (Overflow(), Overflow(), []),
        (Overflow(), Overflow(high=3, line=30), []),
        (Overflow(high=50, line=30), Overflow(high=50, line=30), []),
        (Overflow(high=50, line=30), Overflow(high=20, line=30), []),
        (Overflow(), Overflow(high=5.3, line=43.2), ["5 pixels (about a line) too full"]),
        (Overflow(), Overflow(high=31, line=30), ["31 pixels (about a line) too full"]),
        (Overflow(high=40, line=30), Overflow(high=100, line=30), ["100 pixels (about 3 lines) too full"]),
        (Overflow(), Overflow(wide=12, line=30), ["12 pixels too wide"]),
        (Overflow(), Overflow(40, 12, line=30), ["40 pixels (about a line) too full", "12 pixels too wide"]),
    ],
)
def test_what_leaves_the_slide_more_than_in_the_source(
    source: Overflow, translation: Overflow, expected: list[str]
) -> None:
    found = [one.flaw.message for one in overflow(ShownSlide(source, translation))]
    assert found == [f"the slide is {one}; this translation grew most" for one in expected]


def test_what_a_box_cuts_off() -> None:
    (found,) = overflow(ShownSlide(Overflow(cut=3), Overflow(cut=20)))
    assert (
        found.flaw.message == "within the slide, 20 pixels of a text are cut off; this translation grew most"
    )
    assert list(overflow(ShownSlide(Overflow(cut=20), Overflow(cut=22)))) == []


def test_each_image_that_is_lost_is_told_by_its_path() -> None:
    found = lost_image(ShownSlide(Overflow(), Overflow(), frozenset({"b.png", "a.png"})))
    assert [one.names for one in found] == ["a.png", "b.png"]
