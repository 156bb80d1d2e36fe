"""Which words a locale may have, whatever the order in which they are given."""

import pytest

from l10n.checks.evidence import vocabulary
from l10n.checks.evidence.vocabulary import Vocabulary
from l10n.system import Dictionary


class Knowing:
    """A dictionary that knows no word."""

    def spell(self, word: str) -> bool:
        return not word


@pytest.mark.parametrize("words", [("delta", "alpha", "gamma", "beta"), ("beta", "gamma", "alpha", "delta")])
def test_sets_are_gone_through_in_one_order(monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    """Where more are unknown than are looked into, these are the same in each process."""
    monkeypatch.setattr(vocabulary, "_MANY", 2)
    made = Vocabulary([dict.fromkeys(words).keys()], frozenset(), Dictionary(Knowing()), "fr")
    assert made.doubtful == {"alpha", "beta"}
    assert made._letters[:2] == ["a", "l"]
