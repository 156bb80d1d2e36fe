"""What a dialect's own options may be."""

import pytest

from l10n.dialects.options import EXPRESSION, TEXTS, TRUTH, Wanted

FITTING = {"truth": (TRUTH, True), "texts": (TEXTS, ["a", "b"]), "expression": (EXPRESSION, "^\n---$")}
UNFIT = {
    "number for a truth": (TRUTH, 1),
    "text for texts": (TEXTS, "a"),
    "numbers for texts": (TEXTS, [1]),
    "number for an expression": (EXPRESSION, 1),
    "expression without an end": (EXPRESSION, "(a"),
    "expression with too large a number": (EXPRESSION, "a{" + "9" * 30 + "}"),
}


@pytest.mark.parametrize(("wanted", "value"), FITTING.values(), ids=FITTING)
def test_value_of_its_sort_fits(wanted: Wanted, value: object) -> None:
    assert wanted.fits(value)


@pytest.mark.parametrize(("wanted", "value"), UNFIT.values(), ids=UNFIT)
def test_value_of_another_sort_does_not(wanted: Wanted, value: object) -> None:
    assert not wanted.fits(value)
