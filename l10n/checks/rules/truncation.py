"""Translations that are cut short."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from math import log

from l10n.checks.evidence.fit import ratio
from l10n.checks.evidence.language_data import ALSO_ENDS, NO_SENTENCE_END, SHORTER, UNSPACED
from l10n.checks.evidence.lexicon import learnt, roots
from l10n.checks.model import Flaw, Pair, Pairs, Setting, WideRule
from l10n.checks.prose import words_of
from l10n.checks.rules.endings import end_lost, ends_with_mark, stops_needless
from l10n.markdown import SENTENCE_ENDS, InlineSpan
from l10n.project import Severity
from l10n.regex import regex

_SHORT = 24
"""Of translations that should be shorter than this, in characters, their length says nothing."""
_DOUBTFUL = 0.8
"""The share of the usual length below which a translation may be cut short."""
_WHOLLY = 0.95
"""The share from which a translation lacks no sentence."""
_SHORTER = 0.7
"""The share below which a translation with fewer sentences is much shorter than is usual."""
_TERSE = 0.9
"""The share of the source's weight from which a translation is only terse."""


def truncated(pairs: Pairs, setting: Setting) -> Iterator[tuple[Pair, Flaw]]:
    """The translation is cut short.

    It is far shorter than the locale's translations usually are; it takes less if it does not end with a mark
    as the source does, ends within a word or with one that hardly ever ends a translation, or lacks the words
    that other translations have for the source's; and still less if it has fewer sentences.
    """
    usual = pairs.once(ratio, setting)
    short, certain = _SHORT, _CERTAIN
    if setting.language in UNSPACED:
        short, certain = _SHORT // 2, _CERTAIN + _VARYING
    locale = _Locale(pairs, setting)
    for index, pair in enumerate(pairs):
        expected = pair.source.length * usual
        if expected < short:
            continue
        share = (pair.target.length + 2) / (expected + 2)
        if share < _DOUBTFUL and _length(share, expected) + locale.evidence(index, expected) > certain:
            yield pair, Flaw(f"it may be cut short: it has {share:.0%} of the length that is usual here")
        elif share < _WHOLLY and _lacks_sentence(pair, setting) and locale.lost_sentence(index, share):
            yield pair, Flaw(f"a sentence may be missing: it has {share:.0%} of the usual length")
        elif share < 1 and _ends_with_comma(pair) and not pair.source.prose.rstrip().endswith(":"):
            yield pair, Flaw("it may be cut short: it ends with a comma, as its source does not")


_CERTAIN = 4.5
"""What is to be said for a cut; the weights were fitted to cut translations in nine languages."""
_VARYING = 3.0
"""How much more, where lengths vary more because few characters say much."""


def _length(share: float, expected: float) -> float:
    """What the length tells: less of short texts, whose lengths vary more."""
    return -12.3 * max(-1.0, log(share)) * (0.2 + 0.8 * min(1.0, expected / _ENOUGH))


_ENOUGH = 60
"""So long must a translation be for its length to tell all that it can."""


class _Locale:
    """What the locale's other translations tell of how one ends, and of the words that it has."""

    def __init__(self, pairs: Pairs, setting: Setting) -> None:
        """Nothing is looked at before it is asked for."""
        self.pairs = pairs
        self.setting = setting

    def evidence(self, index: int, expected: float) -> float:
        """What speaks for a cut, besides the length."""
        pair = self.pairs.every[index]
        words = pair.target.prose.casefold().split() or [""]
        end = 0.7 * self._dangling(words) + 1.9 * self._is_fragment(words[-1], words)
        end += 1.3 * _unbalanced(pair) + 3.0 * _ends_with_comma(pair)
        end += 1.7 * (
            end_lost(pair) and not (self._stops_needless and pair.source.prose.rstrip().endswith("."))
        )
        end -= (_WHOLE_SHORT if expected < _ENOUGH else _WHOLE) * _is_whole(pair)
        end += 1.5 * _has_fewer_sentences(pair)
        if _ends_as_source(pair) or (end <= 0 and self._is_terse(pair)):
            return _NEVER
        return end + 0.63 * self.pairs.once(learnt, self.setting).coverage(index)

    def lost_sentence(self, index: int, share: float) -> bool:
        """Whether one of more sentences seems to be lost, and not only joined with another.

        Who joins sentences keeps what they say, and saves a word or two: a lost one takes its words with it.
        """
        pair, lexicon = self.pairs.every[index], self.pairs.once(learnt, self.setting)
        parts = (roots(words_of(one)) for one in _sentences(pair.source.prose))
        told = [lexicon.lacking(index, part) for part in parts if len(part) > 1]
        most = max((one for one in told if one is not None), default=_UNKNOWN)
        return most - _SAVED * log(share) - _COMMA * _has_more_within(pair) > _LOST

    def _is_terse(self, pair: Pair) -> bool:
        """Whether only little words were saved: ``have to wait for a moment``, ``attendre``."""
        wanted, found = (_weight(prose) for prose in (pair.source.prose, pair.target.prose))
        return self.setting.language not in UNSPACED and found > _TERSE * wanted

    def _dangling(self, words: Sequence[str]) -> float:
        """Whether the last word is often used, and hardly ever ends a translation."""
        word = words[-1]
        used, last = self._words[word] - words.count(word), self._last[word] - 1
        return max(-1.5, min(2.0, log((used + 0.2) / (last * 30 + 2)))) if used >= 3 else 0.0

    def _is_fragment(self, word: str, words: Sequence[str]) -> bool:
        """Whether the last word is nowhere else, but as the beginning of another."""
        if self._words[word] > words.count(word) or not word.isalpha() or self.setting.language in UNSPACED:
            return False
        at = bisect_right(self._sorted, word)
        return at < len(self._sorted) and self._sorted[at].startswith(word)

    @cached_property
    def _texts(self) -> list[list[str]]:
        return [pair.target.prose.casefold().split() for pair in self.pairs]

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(chain.from_iterable(self._texts))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    @cached_property
    def _last(self) -> Counter[str]:
        return Counter(words[-1] for words in self._texts if words)

    @cached_property
    def _stops_needless(self) -> bool:
        return self.pairs.once(stops_needless, self.setting)


_NEVER = float("-inf")
_WHOLE, _WHOLE_SHORT = 4.0, 8.0
"""What speaks against a cut where a translation ends as its source does; short ones may be terse."""
_SAVED, _COMMA, _LOST = 10.0, 0.8, 1.75
"""The weights of the length and of further marks within, and what is to be said for a lost sentence.

They were fitted to lost sentences in 14 languages, against translations as they are.
"""
_UNKNOWN = 0.4
"""What a sentence is held to lack of whose words nothing is known."""


def _is_whole(pair: Pair) -> bool:
    """Whether a translation ends with a mark as its source does, and has no fewer sentences."""
    wanted, found = (len(_STOP.findall(prose)) for prose in (pair.source.prose, pair.target.prose))
    ends = ends_with_mark(pair.source.prose) and ends_with_mark(pair.target.prose)
    return found >= wanted > 0 and ends and not _trails_off(pair)


def _trails_off(pair: Pair) -> bool:
    """Whether a translation ends with dots, as its source does not."""
    return bool(_DOTS.search(pair.target.prose)) and not _DOTS.search(pair.source.prose)


_DOTS = regex(r"(?:…|\.\.\.)[\s\"'*_)»”\x00]*\Z")


def _has_fewer_sentences(pair: Pair) -> bool:
    wanted, found = (len(_STOP.findall(prose)) for prose in (pair.source.prose, pair.target.prose))
    return wanted > 1 and found < wanted


def lacks_sentence(pair: Pair, setting: Setting) -> bool:
    """Whether a translation has fewer sentences than its source, and is much shorter than is usual."""
    usual = pair.source.length * SHORTER.get(setting.language, 1.0)
    return pair.target.length < _SHORTER * usual and _lacks_sentence(pair, setting)


def _lacks_sentence(pair: Pair, setting: Setting) -> bool:
    """Whether fewer sentences end within a translation than in its source, where there are marks for that."""
    if setting.language in NO_SENTENCE_END:
        return False
    had, has = (len(_BREAK.findall(text.prose.rstrip(_LAST))) for text in (pair.source, pair.target))
    if has < had and (more := ALSO_ENDS.get(setting.language)):
        has += pair.target.prose.rstrip(_LAST + more).count(more)
    return has < had


def _has_more_within(pair: Pair) -> bool:
    """Whether a translation has one more mark within its sentences for each that it lacks between them."""
    within, between = (
        [len(mark.findall(text.prose.rstrip(_LAST))) for text in (pair.source, pair.target)]
        for mark in (_WITHIN, _BREAK)
    )
    return within[1] - within[0] >= between[0] - between[1]


_WITHIN = regex("[,;:，；：、،؛၊፣፤—–]")


def _sentences(prose: str) -> Iterator[str]:
    """The sentences of a text."""
    at = 0
    for match in _BREAK.finditer(prose):
        yield prose[at : match.end()]
        at = match.end()
    yield prose[at:]


_OWN = re.escape("".join(sign for sign in SENTENCE_ENDS if not sign.isascii()))
"""Ends of sentences in scripts that have their own, behind which a blank may be missing."""
_LAST = f" \n\u00a0\u202f:…\"'»”’)」』）*_\x00{SENTENCE_ENDS}"
"""What the last sentence may end with."""
_SMALL = "a-zß-öø-ÿά-ώа-џ"
"""What no sentence begins with, so that what is before it was an abbreviation: ``2 in. and``."""
_BREAK = regex(
    rf"(?<!\b[vV]s)(?<!\b[eiEI]\.[geGE])(?<!\b[eE]tc)(?<!\b[cC]f)[.!?…](?=\s|[^\x00-\u036f])(?!\s+[{_SMALL}])"
    rf"|[{_OWN}]+"
)
_STOP = regex(rf"(?:\.\.\.|[!?:…]|\.(?!\s+[{_SMALL}]))(?=\s|$)|[：{_OWN}]")


def _ends_as_source(pair: Pair) -> bool:
    """Whether the last thing of both is the same: code, a target, a number, a name."""
    last = _last(pair.msgid, pair.source.spans)
    tells = len(last) >= _NAME or last.isdecimal()
    return tells and last == _last(pair.msgstr, pair.target.spans)


def _last(text: str, spans: Sequence[InlineSpan]) -> str:
    if spans and not _WORD.search(text, spans[-1].end):
        return spans[-1].value
    words: list[str] = _WORD.findall(text[-_NEAR:])
    return words[-1].casefold() if words else ""


_NAME, _NEAR = 4, 80
"""A shorter word may be the same by chance; and where the last one begins at the earliest."""
_WORD = regex(r"[^\W_]+")


def _weight(prose: str) -> int:
    """The length of a text in which little words hardly count."""
    return sum(max(0, len(word) - 2) for word in _WORD.findall(prose))


_COMMAS = (",", "，", "、")
_PARTNERS = (("(", ")"), ("«", "»"), ("（", "）"), ("「", "」"), ("„", "“"), ("“", "”"))


def _ends_with_comma(pair: Pair) -> bool:
    return pair.target.prose.rstrip().endswith(_COMMAS) and not pair.source.prose.rstrip().endswith(_COMMAS)


def _unbalanced(pair: Pair) -> bool:
    return any(
        pair.target.prose.count(opening) > pair.target.prose.count(closing)
        and pair.source.prose.count(opening) <= pair.source.prose.count(closing)
        for opening, closing in _PARTNERS
    )


RULES = (WideRule("truncated", Severity.WARNING, truncated),)
