"""Words that the dictionary of the locale does not know: typing slips, for the most part."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import islice

from l10n.checks.evidence.vocabulary import Vocabulary, has_all
from l10n.checks.model import Flaw, Pair, Pairs, Setting, WideRule
from l10n.checks.prose import words_of
from l10n.language import folded
from l10n.project import Severity
from l10n.regex import regex
from l10n.system import dictionary, lacking

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
"""What stands on letters, or is one in scripts of India, and is none to Python."""
_GLUED = regex(rf"[\w{_MARKS}'’‑·\-@/\\.$%&=~+#<>{{}}:\x01]+")
"""What has no blank and no mark of a sentence in it: a word, a path, an address, an option, …"""
_AROUND = "_~'’‑·:>"
"""What may stand before a word, and after it, with the next."""
_BEHIND = ".-"
_LETTERS = rf"(?:[^\W\d_]|[{_MARKS}])+"
_WORD = regex(rf"{_LETTERS}(?:['’‑·-]{_LETTERS})*")
_RUN = regex(_LETTERS)
_PART = regex("[^-‑]+")
_ELIDED = regex("[^'’]+['’]?")
_ABBREVIATED = 5
"""The most letters of an abbreviation."""
_MOST = 10
"""More words of one translation tell nothing new."""


def spelling(pairs: Pairs, setting: Setting) -> Iterator[tuple[Pair, Flaw]]:
    """The locale's dictionary has not such a word: a typing slip, if it is no word of the trade.

    Words of the source pass, those of the glossary, of `locales/<locale>/words.txt` (one a line), and what
    three entries have. It takes `pip install 'deck-l10n[spell]'` and Hunspell's dictionary of the locale:
    without them this rule is silent, unless it is selected by its name.
    """
    known = dictionary(setting.locale)
    if known is None:
        return
    told = list(map(_runs, pairs.told))
    if has_all(known, frozenset().union(*told)):
        return
    entries = told if len(told) == len(pairs) else list(map(_runs, pairs))
    vocabulary = Vocabulary(entries, setting.accepted.words | _of_glossary(setting), known, setting.language)
    for pair, words in zip(pairs.told, told, strict=True):
        if not vocabulary.doubtful.isdisjoint(words):
            for word, at in islice(_unknown(pair, vocabulary), _MOST):
                yield pair, Flaw(_said(word, vocabulary, setting), at)


def _runs(pair: Pair) -> Set[str]:
    return frozenset(_RUN.findall(pair.msgstr))


def _of_glossary(setting: Setting) -> Set[str]:
    texts = (text for term in setting.glossary.terms for text in (term.source, *term.preferred))
    return frozenset(word for text in texts for word in words_of(folded(text)))


def _unknown(pair: Pair, vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[int, int]]]:
    """Words, or parts of words, that nothing speaks for, each with its range."""
    own = frozenset(words_of(folded(pair.msgid)))
    for start, word in _words(pair.target.prose):
        if not (vocabulary.doubtful.isdisjoint(_RUN.findall(word)) or _passes(word, own, vocabulary)):
            for part, at in _parts(word):
                if not _passes(part, own, vocabulary):
                    yield part, (start + at, start + at + len(part))


def _words(prose: str) -> Iterator[tuple[int, str]]:
    """The words of prose and where they are; nothing of what programs read."""
    for match in _GLUED.finditer(prose):
        text = match.group().lstrip(_AROUND)
        word = text.rstrip(_AROUND + _BEHIND)
        start = match.end() - len(text)
        if _WORD.fullmatch(word) and not _is_more(word, prose[start + len(word) : start + len(word) + 3]):
            yield start, word


def _is_more(word: str, after: str) -> bool:
    """Whether what comes after a word makes it a function, or an abbreviation within a sentence."""
    return after.startswith("(") or (len(word) <= _ABBREVIATED and after[:2] == ". " and after[2:].islower())


def _parts(word: str) -> Iterator[tuple[str, int]]:
    """What hyphens part, and apostrophes, which stay with the word before them."""
    for outer in _PART.finditer(word):
        for inner in _ELIDED.finditer(outer.group()):
            yield inner.group(), outer.start() + inner.start()


def _passes(word: str, own: Set[str], vocabulary: Vocabulary) -> bool:
    same = folded(word)
    bare = same.rstrip("'")
    return (
        bare in own
        or vocabulary.has(word.replace("’", "'"), same)
        or (bare != same and vocabulary.has(word[:-1], bare))
        or ("’" in word and vocabulary.has(word, same))
    )


def _said(word: str, vocabulary: Vocabulary, setting: Setting) -> str:
    meant = " or ".join(f"“{one}”" for one in vocabulary.near(word))
    perhaps = f"; perhaps {meant}" if meant else ""
    accept = f"; if it is right, add it to {setting.accepted.file}" if setting.accepted.file else ""
    return f"“{word}” is not in the dictionary{perhaps}{accept}"


RULES = (WideRule("spelling", Severity.NOTE, spelling, whole=True, lacks=lacking),)
