"""Whether a deck is in the language that it is said to be in, as far as a script and a word can tell."""

from __future__ import annotations

import unicodedata
from collections import Counter

from l10n.deck import Deck
from l10n.language import and_words, script
from l10n.markdown import prose

_LETTERS = {
    "Latn": ("LATIN",),
    "Cyrl": ("CYRILLIC",),
    "Grek": ("GREEK",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Deva": ("DEVANAGARI",),
    "Beng": ("BENGALI",),
    "Thai": ("THAI",),
    "Hang": ("HANGUL",),
    "Kore": ("HANGUL",),
    "Jpan": ("HIRAGANA", "KATAKANA", "CJK"),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
}
"""By script: how Unicode's names of its letters begin."""
_FEWEST = 0.1
"""What part of the letters must be of the language's own script: names stay in Latin letters everywhere."""
_OFTEN, _SHARE = 5, 0.006
"""How often the word for *and* of another language stands in a text of that language, at least."""
_TIMES = 10
"""So many times as often as the one of the language itself, which names and quotes may have."""


def other_language(deck: Deck, locale: str) -> str | None:
    """What the deck's prose seems to be in, if that is not the locale's language; None if nothing is odd."""
    text = " ".join(prose(segment.msgid) for segment in deck.segments)
    return _other_script(text, locale) or _other_words(text, locale)


def _other_script(prose: str, locale: str) -> str | None:
    own = _LETTERS.get(script(locale))
    names = (unicodedata.name(char, "") for char in prose if char.isalpha())
    letters = Counter(name.replace("-", " ").split(" ")[0] for name in names)
    found = sum(letters[name] for name in own or ())
    if own is None or found >= _FEWEST * letters.total():
        return None
    return f"{letters.most_common(1)[0][0].capitalize()} letters"


def _other_words(prose: str, locale: str) -> str | None:
    own, others = and_words(locale)
    counts = Counter(prose.casefold().split())
    word, count = max(((word, counts[word]) for word in others), key=lambda one: one[1], default=("", 0))
    if not own or count < max(_OFTEN, _SHARE * counts.total(), _TIMES * counts[own]):
        return None
    return others[word]
