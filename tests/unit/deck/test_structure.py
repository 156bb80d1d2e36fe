import pytest

from l10n.deck.blocks import Document
from l10n.deck.structure import have_same_blocks
from l10n.dialects.cut import Slice


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("one", "two words", True),
        ("text", "# text", False),
        ("text\n\n    code\n", "other\n\n    code\n", True),
        ("text\n\n    code\n", "text\n\n    other\n", False),
        ("- item", "- other\n  item", True),
        ("- item", "- other\n- item", False),
        ("a <br/>", "b <br/>", True),
        ("<div>a</div>", "<div>b</div>", True),
        ("<div>a</div>", "<p>a</p>", False),
    ],
)
def test_blocks_are_the_same_whatever_the_prose(one: str, other: str, *, same: bool) -> None:
    first, second = (Document(Slice(0, len(text)), text) for text in (one, other))
    assert have_same_blocks(first, second) is same
