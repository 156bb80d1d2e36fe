"""What checks call an error is doubtful."""

import pytest
from support import deck_of

from l10n.adopt.doubts import doubt
from l10n.checks.model import Setting


@pytest.mark.parametrize(
    ("source", "translated", "why"),
    [
        ("Run `ls` now", "Lancer `ls`", ""),
        ("Run `ls` now", "Lancer `dir`", "the code `ls` has become `dir`"),
        ("Plain text", "###Du texte", "it would begin a heading"),
        ("See [it](http://x.org)", "Le voir", "http://x.org"),
        ("Plain .red[text]", "Du texte", "red"),
    ],
)
def test_markup_that_is_not_the_sources_is_doubtful(source: str, translated: str, why: str) -> None:
    said = doubt(deck_of(source).segments[0], translated, Setting("fr"))
    assert why in said
    assert bool(said) == bool(why)
