import random
from itertools import permutations

import pytest

from l10n.language import assignment
from l10n.language.assignment import best_pairing


def worth(pairing: dict[int, int], pairs: dict[tuple[int, int], float]) -> float:
    return sum(pairs[pair] for pair in pairing.items())


def best_worth(pairs: dict[tuple[int, int], float], count: int) -> float:
    """By trying all."""
    ways = permutations(range(count))
    return max(sum(pairs.get(pair, 0.0) for pair in enumerate(way)) for way in ways)


@pytest.mark.parametrize("seed", range(40))
def test_the_pairing_is_the_best_of_all(seed: int) -> None:
    luck = random.Random(seed)
    values = [0.5, 1.0, luck.random() + 0.01, luck.random() + 0.01]
    places = [(left, right) for left in range(6) for right in range(6) if luck.random() < 0.6]
    pairs = {place: luck.choice(values) for place in places}
    pairing = best_pairing(pairs)
    assert len(set(pairing.values())) == len(pairing)
    assert worth(pairing, pairs) == pytest.approx(best_worth(pairs, 6))


def test_who_comes_first_does_not_win_but_the_whole() -> None:
    assert best_pairing({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.85}) == {0: 1, 1: 0}


def test_of_equals_the_order_decides() -> None:
    pairs = {(left, right): 1.0 for left in range(9) for right in range(9)}
    assert best_pairing(pairs) == {at: at for at in range(9)}


def test_no_pair_is_made_that_was_not_offered() -> None:
    assert best_pairing({}) == {}
    assert best_pairing({(0, 0): 0.9, (1, 0): 0.5}) == {0: 0}


def test_large_groups_are_paired_in_bounded_time_and_still_validly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignment, "_GROUP", 3)
    luck = random.Random(1)
    pairs = {(left, right): luck.random() for left in range(60) for right in range(50)}
    pairing = best_pairing(pairs)
    assert len(pairing) == len(set(pairing.values())) == 50
