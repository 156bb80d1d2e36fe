"""What breaks only in the built deck."""

import pytest
from support import deck_of

from l10n.checks.model import Pair, Setting
from l10n.checks.rules.deck import two_line_title

TITLE, TEXT = deck_of("# A title\n\nSome text\n").segments


@pytest.mark.parametrize(
    "pair", [Pair("A title", "Un titre", segment=TITLE), Pair("a", "b\nc", segment=TEXT)]
)
def test_a_title_on_one_line_is_fine(pair: Pair) -> None:
    assert list(two_line_title(pair, Setting("fr"))) == []


def test_a_title_on_two_lines_is_found() -> None:
    (flaw,) = two_line_title(Pair("A title", "Un\ntitre", segment=TITLE), Setting("fr"))
    assert flaw.at == (2, 3)
