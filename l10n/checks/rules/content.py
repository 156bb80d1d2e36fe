"""What can be seen to be wrong with the words of one translation, whatever its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import eq

from l10n.checks.evidence.language_data import MAY_DOUBLE, REDUPLICATING
from l10n.checks.evidence.numbers import lost
from l10n.checks.model import Flaw, Pair, Rule, Setting
from l10n.markdown import Emphasis
from l10n.project import Severity
from l10n.regex import regex

_DIGIT = regex(r"\d")


def number_changed(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A number of the source is not in the translation, or is another one.

    Native digits, decimal commas, grouped thousands, ordinals, number words and 24-hour times count as the
    same. Numbers in code, URLs and targets are not looked at here.
    """
    if not _DIGIT.search(pair.msgid):
        return
    for number in islice(lost(pair.source.prose, pair.target.prose, setting.language), _NUMBERS):
        if _hidden(pair.msgstr, pair.target.prose, number) <= _hidden(pair.msgid, pair.source.prose, number):
            yield Flaw(f"the number {number} of the source is not in the translation")


_NUMBERS = 5
"""So many lost numbers are named at most."""


def _hidden(text: str, prose: str, number: str) -> int:
    """How often ``number`` stands in code and the like: a translator may have made it code."""
    return text.count(number) - prose.count(number)


def word_doubled(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A word stands twice in a row in the translation, and none does in the source."""
    words = pair.target.words
    if not any(map(eq, words, words[1:])) or setting.language in REDUPLICATING:
        return
    if _DOUBLED.search(pair.source.prose):
        return
    allowed = MAY_DOUBLE.get(setting.language, frozenset())
    for match in _DOUBLED.finditer(pair.target.prose):
        word = match[1].casefold()
        if len(word) == 1 and match.group() != match[1] + match.group()[1:-1] + match[1]:
            continue  # ``e E``: a word, and a name
        before = pair.target.prose[max(0, match.start() - _LEAD) : match.start()].casefold()
        behind = (one.removesuffix(word) for one in allowed if one.endswith(f" {word}"))
        meant = word in allowed or any(map(before.endswith, behind))
        if not (meant or _is_name(match, before)):
            yield Flaw(f"the word “{match[1]}” is doubled", match.span())


_LEAD = 12
"""So many characters before a doubled word tell whether it may be."""


def _is_name(match: re.Match[str], before: str) -> bool:
    """Whether one of both is a name: ``PIN pin``, within a sentence ``y No no es``, ``in Teilen teilen``."""
    one, other = match.group().split()
    begins = not re.search(r"[\w,]\s+\Z", before)
    return one.isupper() != other.isupper() or (one[0].isupper() and other[0].islower() and not begins)


_DOUBLED = regex(r"(?<![\w)-])(?<!\w[·:*/])([^\W\d_]++)\s++\1(?![\w'’-])", re.IGNORECASE)


def emphasis_lost(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The source emphasises more often than the translation. It may be added, and be of another kind."""
    if _emphasised(pair.msgid):
        source, target = pair.once(_emphases, setting)
        wanted, found = source.plain + source.strong, target.plain + target.strong
        if found < wanted and not target.literal and not _left_open(pair, source, target):
            yield Flaw(f"the source emphasises {_times(wanted)}, the translation {_times(found)}")


def unclosed_emphasis(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A single ``_`` or ``*`` has no counterpart, so that readers see it as typed, and no emphasis."""
    if _emphasised(pair.msgid):
        for start, end in _left_open(pair, *pair.once(_emphases, setting))[-1:]:
            yield Flaw(f"{pair.msgstr[start:end]} has no counterpart, and shows as typed", (start, end))


def _left_open(pair: Pair, source: Emphasis, target: Emphasis) -> list[tuple[int, int]]:
    """Single signs of the translation, if they are odd in number, and the source's are not."""
    if target.plain < source.plain and not target.literal:
        for sign in _SINGLE:
            had, has = (list(sign.finditer(text.prose)) for text in (pair.source, pair.target))
            if len(has) % 2 > len(had) % 2:
                return [match.span() for match in has]
    return []


_SINGLE = tuple(
    regex(rf"(?<![\\{sign}]){sign}(?!{sign})(?!(?<=[a-zA-Z0-9]{sign})[a-zA-Z0-9])(?!(?<=\s{sign})\s)")
    for sign in ("_", r"\*")
)
"""Where one sign stands alone, and neither between blanks nor within a name such as ``a_b``."""


def unclosed_strong(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """``**`` or ``__`` has no counterpart, or a blank on its inner side, so that readers see it as typed.

    In decks of remark blanks do not matter, and emphasis may begin and end within words: ``** so**ever``.
    """
    if "**" in pair.msgstr or "__" in pair.msgstr:
        source, target = pair.once(_emphases, setting)
        if len(target.literal) > len(source.literal):
            start, end = target.literal[0]
            yield Flaw(f"{pair.msgstr[start:end]} has no counterpart, and shows as typed", (start, end))
        elif target.strong < source.strong and target.idle and not source.idle:
            start, end = target.idle[0]
            message = f"{pair.msgstr[start:end]} has blanks on both sides, and shows as typed"
            yield Flaw(message, (start, end))


def emphasis_by_accident(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A ``*`` or ``_`` that shows in the source makes emphasis in the translation, or the reverse.

    So does one that stands between blanks or between two letters or digits of a word, where the source has no
    such sign. Emphasis that is added on purpose, with its marks around words, is none of this.
    """
    source, target = _emphases(pair, setting)
    more = target.plain + target.strong - source.plain - source.strong
    if more == 0:
        return
    for sign in "*_":
        had, has = _typed(pair.msgid, sign, source), _typed(pair.msgstr, sign, target)
        if more > 0 and (at := _by_accident(pair, sign, has, lost=len(had) > len(has))) is not None:
            yield Flaw(f"this {sign} makes emphasis, which the source has not; write \\{sign}", (at, at + 1))
        elif more < 0 and len(has) > len(had) and (at := _first_alone(pair.msgstr, has)) is not None:
            yield Flaw(f"this {sign} makes no emphasis, and shows as typed", (at, at + 1))


_ESCAPED = regex(r"\\[*_]")
_ODD = regex(r"(?<=[ \t])[*_](?=[ \t])|(?<=[a-zA-Z0-9])[*_](?=[a-zA-Z0-9])")
"""A sign that nobody writes to begin or end emphasis."""


def _typed(text: str, sign: str, found: Emphasis) -> list[int]:
    """Where ``sign`` shows, also where a backslash says so."""
    escaped = (match.end() - 1 for match in _ESCAPED.finditer(text))
    return sorted(at for at in {*found.typed, *escaped} if text[at] == sign)


def _by_accident(pair: Pair, sign: str, typed: Sequence[int], *, lost: bool) -> int | None:
    """The sign that makes emphasis by accident: an odd one, or any, if one of the source is ``lost``."""
    prose = pair.target.prose
    makes = [at for at in _places(prose, sign) if at not in typed and _is_alone(prose, at)]
    odd = [at for at in makes if _ODD.match(prose, at)] if lost or sign not in pair.msgid else []
    return next(iter(odd or (makes if lost else [])), None)


def _first_alone(text: str, typed: Sequence[int]) -> int | None:
    """What is told of runs, another rule tells."""
    return next((at for at in typed if _is_alone(text, at)), None)


def _places(text: str, sign: str) -> Sequence[int]:
    return [at for at, one in enumerate(text) if one == sign]


def _is_alone(text: str, at: int) -> bool:
    return text[at] not in (text[at - 1 : at], text[at + 1 : at + 2])


def _emphasised(text: str) -> bool:
    return "*" in text or "_" in text


def _emphases(pair: Pair, setting: Setting) -> tuple[Emphasis, Emphasis]:
    read = setting.inline.emphasis
    return read(pair.msgid, pair.source.prose), read(pair.msgstr, pair.target.prose)


def _times(count: int) -> str:
    return "never" if not count else "once" if count == 1 else f"{count} times"


RULES = (
    Rule("number-changed", Severity.WARNING, number_changed),
    Rule("word-doubled", Severity.WARNING, word_doubled),
    Rule("emphasis-lost", Severity.NOTE, emphasis_lost, signs=frozenset("*_")),
    Rule("emphasis-by-accident", Severity.WARNING, emphasis_by_accident, signs=frozenset("*_")),
    Rule("unclosed-emphasis", Severity.WARNING, unclosed_emphasis, signs=frozenset("*_")),
    Rule("unclosed-strong", Severity.ERROR, unclosed_strong, signs=frozenset("*_")),
)
