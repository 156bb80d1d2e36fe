"""What can only be seen in all translations of a locale: copies, and texts that do not go together."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from l10n.checks.evidence.fit import alike, fit, of_pair, ratio
from l10n.checks.model import Flaw, Pair, Pairs, Setting, WideRule
from l10n.language import excerpt
from l10n.project import Severity
from l10n.regex import regex

_TRIFLES = regex(r"[\W_]+")
_WORD = regex(r"[^\W\d_]{2,}")
_NAME = regex(r"[\d_@/\\]|\w[.:]\w|\w[A-Z]")
"""Makes an identifier, a path or a product's name of a word."""


def _key(text: str) -> str:
    """What texts have in common that differ in case, punctuation and white space only."""
    return _TRIFLES.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip() or text


def untranslated_copy(pairs: Pairs, setting: Setting) -> Iterator[tuple[Pair, Flaw]]:
    """The translation is the source, which has prose.

    Names, code and identifiers may stay, and so may words that the locale's other translations keep, and
    terms that the glossary keeps.
    """
    if setting.language == setting.source_language:
        return
    copies = [pair for pair in pairs if _is_copy(pair.msgid, pair.msgstr)]
    asked = {pair.msgid: _plain_words(pair, setting) for pair in copies}
    others = (pair for pair in pairs if pair.msgid not in asked)
    left = _kept({word.casefold() for found in asked.values() for word in found}, others)
    for pair in copies:
        if _translatable(asked[pair.msgid], left) and not _is_named(pair):
            yield pair, Flaw("the translation is a copy of the source")


def _is_copy(one: str, other: str) -> bool:
    """Whether two texts have the same key; most show by their lengths or first letters that they have not."""
    if abs(len(one) - len(other)) >= _TRIFLING:
        return False
    first, second = _FIRST.search(one), _FIRST.search(other)
    if first and second and first[0].lower() != second[0].lower() and (first[0] + second[0]).isascii():
        return False
    return _key(one) == _key(other)


_FIRST = regex(r"[^\W_]")


def _plain_words(pair: Pair, setting: Setting) -> list[str]:
    """The words of the source that may be prose."""
    prose = setting.glossary.without_kept(pair.source.prose).replace("\x00", " ")
    return [word for part in prose.split() if not _NAME.search(part) for word in _WORD.findall(part)]


def _is_named(pair: Pair) -> bool:
    """Whether a message is but a list of keywords, or a work's title: all of it linked or emphasised."""
    text = pair.msgid.strip()
    if _KEYWORDS.fullmatch(text):
        return True
    title = _TITLE.fullmatch(text)
    words = _WORD.findall(title["title"]) if title else []
    return len(words) > 1 and all(word[0].isupper() or len(word) < _SHORT for word in words)


_KEYWORDS = regex(r"[a-z_][\w.-]*(?:,\s+[a-z_][\w.-]*){2,}")
_TITLE = regex(r"(?:\[|[*_])[*_]*(?P<title>[^\[\]*_]+)[*_]*(?:\]\([^()\s]+\)|(?<=[*_]))\.?")
_SHORT = 4
"""Words of fewer letters have small ones in titles."""

_TRIFLING = 5
"""By so many characters at most a copy differs from its source."""


def _kept(words: set[str], pairs: Iterable[Pair]) -> dict[str, tuple[int, int]]:
    """For each of ``words`` how many other messages have it, and how many of their translations keep it."""
    seen, kept = dict.fromkeys(words, 0), dict.fromkeys(words, 0)
    for pair in pairs if words else ():
        for word in words.intersection(pair.source.words):
            seen[word] += 1
            kept[word] += word in pair.target.words
    return {word: (seen[word], kept[word]) for word in words}


def _translatable(words: list[str], left: dict[str, tuple[int, int]]) -> bool:
    """Whether there is prose among ``words``: by what other translations do with them, else by their case."""
    weight = 0
    for word in {word.casefold() for place, word in enumerate(words) if not place or word.islower()}:
        seen, kept = left[word]
        if seen > 1:
            weight += _ENOUGH * (kept <= seen * _SELDOM)
        else:
            weight += not kept and len(word) > 2 and (seen == 1 or word in words)
    return weight >= _ENOUGH


_ENOUGH = 2
"""So many words of which little is known are prose."""
_SELDOM = 0.2
"""A word that is kept more seldom is one to translate."""


def two_translations(pairs: Pairs, setting: Setting) -> Iterator[tuple[Pair, Flaw]]:  # noqa: ARG001
    """The same source, in the same context, is translated in another way elsewhere in the locale.

    Case, punctuation and white space make no difference. The rarer translation is reported, or the later one.
    """
    for group in _alike(pairs, lambda pair: (pair.msgctxt, pair.msgid)):
        ways = Counter(_key(pair.msgstr) for _, pair in group)
        if len(ways) > 1:
            usual = max(ways, key=ways.__getitem__)
            model = next(pair for _, pair in group if _key(pair.msgstr) == usual)
            for _, pair in group:
                if _key(pair.msgstr) != usual:
                    yield pair, Flaw(f"the same source is “{excerpt(model.msgstr)}” elsewhere{_where(model)}")


def one_translation(pairs: Pairs, setting: Setting) -> Iterator[tuple[Pair, Flaw]]:
    """Another source, which says something else, has the same translation.

    The translation that fits its source less well is reported, or the later one. Neighbours in a catalog are
    left to ``neighbours-translation``.
    """
    for group in _alike(pairs, lambda pair: pair.msgstr):
        sources: dict[str, tuple[int, Pair]] = {}
        for index, pair in group:
            sources.setdefault(pair.msgid, (index, pair))
        if len(sources) > 1:
            yield from _doubtful([*sources.values()], pairs.once(ratio, setting), setting)


def _alike(pairs: Pairs, key: Callable[[Pair], Hashable]) -> Iterable[Sequence[tuple[int, Pair]]]:
    """Groups of pairs, with their places, that have the same key, of one of which something may be told.

    Most pairs have a key of their own.
    """
    asked = set(map(key, pairs.told))
    first: dict[Hashable, int] = {}
    groups: dict[int, list[tuple[int, Pair]]] = {}
    for index, pair in enumerate(pairs):
        if (one := key(pair)) in asked:
            at = first.setdefault(one, index)
            if at != index:
                groups.setdefault(at, [(at, pairs.every[at])]).append((index, pair))
    return groups.values()


def _doubtful(
    group: Sequence[tuple[int, Pair]], scale: float, setting: Setting
) -> Iterator[tuple[Pair, Flaw]]:
    """Those of a group with one translation that say something else than what fits it best."""
    compared = [of_pair(pair, setting, scale) for _, pair in group]
    sources, target = [source for source, _ in compared], compared[0][1]
    fits = [fit(source, target) for source in sources]
    best = fits.index(max(fits))
    at, model = group[best]
    for (index, pair), source in zip(group, sources, strict=True):
        beside = abs(index - at) == 1 and pair.home == model.home
        same = _key(pair.msgid) == _key(model.msgid)
        if not (beside or same or alike(source, sources[best])):
            yield pair, Flaw(f"it is also the translation of “{excerpt(model.msgid)}”{_where(model)}")


def _where(pair: Pair) -> str:
    return f" ({pair.catalog})" if pair.catalog else ""


RULES = (
    WideRule("untranslated-copy", Severity.WARNING, untranslated_copy),
    WideRule("two-translations", Severity.WARNING, two_translations, whole=True),
    WideRule("one-translation", Severity.WARNING, one_translation, whole=True),
)
