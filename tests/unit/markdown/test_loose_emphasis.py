"""What remark's renderer shows in bold and in italics, tried against it."""

import pytest

from l10n.markdown.loose_emphasis import loosely_emphasised

STRONG = ["**Pods (unités)**bien", 'du**"x"**.', "mot__ferme__.", "** gras**", "**gras **", "** gras **",
          "l'**« x »**d'abord", "__강한__단어", "a**b**c"]  # fmt: skip


@pytest.mark.parametrize("text", STRONG)
def test_strong_emphasis_stands_anywhere(text: str) -> None:
    assert loosely_emphasised(text) == (0, 1, [])


@pytest.mark.parametrize("text", ["_기울임_꼴", "_élan_à", "*autre *mot", "a*b*c"])
def test_emphasis_stands_within_words_and_beside_blanks(text: str) -> None:
    assert loosely_emphasised(text) == (1, 0, [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**A** et **B", (0, 1, [(9, 11)])),
        ("**A", (0, 0, [(0, 2)])),
        ("node_exporter and a_b", (0, 0, [])),
        ("**a *b* c**", (1, 1, [])),
        ("*a **b** c*", (1, 1, [])),
        ("2 * 3", (0, 0, [])),
        ("", (0, 0, [])),
    ],
)
def test_what_does_not_pair_up_shows_as_typed(
    text: str, found: tuple[int, int, list[tuple[int, int]]]
) -> None:
    assert loosely_emphasised(text) == found
