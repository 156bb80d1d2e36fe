"""What breaks only in the built deck."""

import pytest
from support import deck_of

from l10n.checks.model import Pair, Setting
from l10n.checks.rules.deck import ascii_anchor, slug, two_line_title

TITLE, TEXT = deck_of("# A title\n\nSome text\n").segments


@pytest.mark.parametrize(
    "pair", [Pair("A title", "Un titre", segment=TITLE), Pair("a", "b\nc", segment=TEXT)]
)
def test_a_title_on_one_line_is_fine(pair: Pair) -> None:
    assert list(two_line_title(pair, Setting("fr"))) == []


def test_a_title_on_two_lines_is_found() -> None:
    (flaw,) = two_line_title(Pair("A title", "Un\ntitre", segment=TITLE), Setting("fr"))
    assert flaw.at == (2, 3)


@pytest.mark.parametrize(
    ("title", "ascii_one", "any_one"),
    [
        ("Étape 1", "tape-", "étape-1"),
        ("Deployed!", "deployed", "deployed"),
        ("See [it](https://a.b/c)", "see-ithttpsabc", "see-it"),
        ("第一", "", "第一"),
    ],
)
def test_anchors_are_made_as_tables_of_contents_and_renderers_make_them(
    title: str, ascii_one: str, any_one: str
) -> None:
    assert (ascii_anchor(title), slug(title)) == (ascii_one, any_one)
