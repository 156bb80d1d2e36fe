"""Each folder is a test: a deck, its template, a translation, and the deck and findings that it gives.

Files are compared byte for byte, so their line ends and byte order marks are part of the test.
"""

from collections import Counter
from pathlib import Path

import pytest

from golden.outputs import CASES, HERE, OUTPUTS, catalog, read


def named(case: Path) -> str:
    return case.relative_to(HERE).as_posix()


def test_dialects_have_as_many_cases_each() -> None:
    cases = Counter(case.parent.name for case in CASES)
    assert cases.keys() == {"remark", "remark-html", "xaringan", "markdown", "marp"}
    assert min(cases.values()) >= 20


@pytest.mark.parametrize("name", OUTPUTS)
@pytest.mark.parametrize("case", CASES, ids=named)
def test_deck_and_catalog_give_what_is_expected(case: Path, name: str) -> None:
    assert OUTPUTS[name](case) == read(case, name), "look at it; if it is right, run `make golden`"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_catalog_that_is_up_to_date_gets_no_other_message(case: Path) -> None:
    assert not catalog(case)[1].any_message
