"""Whether the numbers of a message are in its translation, in whatever form its language gives them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from l10n.checks.evidence.language_data import SYLLABLES, UNSPACED
from l10n.checks.evidence.number_words import (
    ATTACHED,
    DIMENSIONS,
    DUAL,
    IN_ADJECTIVES,
    NUMBER_WORDS,
    SCALES,
)
from l10n.regex import regex

_DIGITS = r"\d++(?:[.,\u066b\u066c]\d++)*"
_ANY = regex(_DIGITS)
_STANDING = regex(rf"(?<![^\W_])(?<![^\W_][.,])v?(?P<digits>{_DIGITS})")
"""A number that is not within a name such as ``k8s`` or ``IPv4``."""
_GROUP = r"[ \u00a0\u202f\u2009'’]\d{3}"
_GROUPED = regex(rf"(?<![\d.,])\d{{1,3}}(?:{_GROUP})+(?!{_GROUP}|[\d\u00a0\u202f])")
"""Thousands with blanks or apostrophes between them."""
_NATIVE = regex(r"[^\D0-9]")
_IDIOM = regex(r"\b24/7\b")
_SCALED = regex(rf"(?<![\d.,])({_DIGITS})[\s-]?([^\W\d_]+)")
_AFTERNOON = regex(r"(?<!\d)(\d{1,2})(?:[:.]\d\d)?\s?p\.?m\b", re.IGNORECASE)
_VERSION = regex(r"\.\d*[1-9]0+\Z")
"""What ends like this is no decimal: nobody writes a nought behind one."""
_NAMED = regex(r"([A-Z][\w-]*)[ \u00a0](\d+)\.0(?![\d.,]*\d|[ \u00a0]?[\w%€$£¥°])")
"""What stands between a name and no unit is no decimal, either: ``CC BY 4.0``."""
_DATE = regex(r"(?<![\d.])(\d{1,2})\.[ \u00a0]?(\d{1,2})\.[ \u00a0]?(\d{4})(?![\d.]\d)")
_LIST = regex(r"(?<![\d.,])\d{1,2}(?:,\d{1,2}){2,}(?![.,]?\d)")
"""Numbers of one or two digits with more than one comma: each is one by itself."""
_SHORT_DATE = regex(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{2})(?![./]?\d)")
_ISO_DATE = regex(r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_FULL_HOUR = regex(r"(?<=\d):00(?![\d:])")
_FULL_HOURS = regex(r"(?<![\d:.])((\d{1,2}):00)(?![\d:])")
_HOUR = regex(r"(?<!\d)(\d{1,2})(?!\d)(?=(?: ?[:.hH] ?(\d+))?)")
"""What may be an hour, and its minutes; they may be another one's hour."""
_TIME = regex(r"(?<![\d:.])(\d{1,2}):(\d\d)(?![\d:])")
_DOTTED = regex(r"(?<![\d:.,])(\d{1,2})\.(\d\d)(?!\d|[.,:]\d)")
_COMPOSED = regex("[¼-¾⅐-⅞₀-₉]")
"""Fractions and numbers in formulas."""
_TIMES = regex(r"(?<=\d)[xX](?=\d)")
_YEAR = regex(r"(?:19|20)\d0\Z")
_WORDS = regex(r"(?:[^\W\d_]|[\u0900-\u0dff])+")
"""Runs of letters; in Indian scripts with the signs between them."""
_ROMAN = regex(r"\b[IVX]{2,6}(?=e\b|ème\b|\b)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}


def lost(source: str, target: str, language: str) -> Iterator[str]:
    """The numbers in ``source`` that ``target`` does not have, as they stand in ``source``.

    Native digits, decimal commas, grouped thousands, number words, and hours after noon count as the same.
    """
    if _ANY.findall(source) == _ANY.findall(target):  # most keep them as they are
        return
    target = _with_colons(target, set(_TIME.findall(source)))
    yield from _other_times(source, target)
    target = _with_years(target, source)
    source, target = map(_folded, (_IDIOM.sub("", source), target))
    wanted = list(_STANDING.finditer(source))
    there = _ANY.findall(target) if wanted else []
    has = Counter(map(_canonical, there))
    missing, values = [], set(has)
    months = _months(source)
    for match in wanted:
        number = _canonical(match["digits"])
        if has[number]:
            has[number] -= 1
        elif not (match.start() in months and months[match.start()] <= values):
            missing.append((match.group(), number))
    if missing:
        yield from _unexplained(missing, +has, (source, target), language)


def _months(source: str) -> Mapping[int, set[str]]:
    """Where the month of a date ``2004-06-20`` stands, which may be said as a word; and its year and day."""
    return {
        match.start(2): {_canonical(match[1]), _canonical(match[3])} for match in _ISO_DATE.finditer(source)
    }


def _with_colons(target: str, times: set[tuple[str, str]]) -> str:
    """``target`` with those of the times ``17:00`` that it writes as ``17.00`` in the source's form."""

    def same(match: re.Match[str]) -> str:
        return ":".join(match.groups()) if match.groups() in times else match.group()

    return _DOTTED.sub(same, target) if times else target


def _with_years(target: str, source: str) -> str:
    """``target`` with those of the source's dates ``2001-05-31`` that it writes as ``31.05.01`` in full."""
    dates = {(int(day), int(month), year[2:]): year for year, month, day in _ISO_DATE.findall(source)}

    def full(match: re.Match[str]) -> str:
        year = dates.get((int(match[1]), int(match[2]), match[3]))
        return f"{match[1]} {match[2]} {year}" if year else match.group()

    return _SHORT_DATE.sub(full, target) if dates else target


def _other_times(source: str, target: str) -> Iterator[str]:
    """Full hours of the source that have other minutes in the target; without minutes they are the same."""
    times = dict.fromkeys(_FULL_HOURS.findall(source))
    minutes: dict[str, set[str]] = {}
    for hour, minute in _HOUR.findall(target) if times else ():
        minutes.setdefault(hour, set()).add(minute)
    for time, hour in times:
        if hour in minutes and minutes[hour].isdisjoint({"", "00"}):
            yield time


def _unexplained(
    missing: list[tuple[str, str]],
    spare: Counter[str],
    texts: tuple[str, str],
    language: str,
) -> Iterator[str]:
    """``spare`` are the target's numbers that the source has not: one of them may be the missing one."""
    source, target = texts
    said = _said(target, language)
    values = {*_scaled(target).values(), *map(_value, spare)} - {None}
    of_source = _scaled(source)
    named = {whole: name for name, whole in _NAMED.findall(source)}
    said |= _dimensions(source, target, language)
    in_words = _in_adjectives(source, target) | (_COUNTED if language not in NUMBER_WORDS else set())
    after_noon = {_canonical(hour) for hour in _AFTERNOON.findall(source)}
    for shown, number in missing:
        told = (number in said and (number != "1" or not spare)) or (number in in_words and not spare)
        whole = number.removesuffix(".0")
        if whole in named and whole != number:
            same = f"{named[whole]}{whole}" in target
        else:
            same = of_source.get(number, _value(number)) in values
        at_night = number in after_noon and str(int(number) + 12) in spare
        if not (told or same or at_night or _decade(number, spare)):
            yield shown


def _folded(text: str) -> str:
    """``text`` with its digits, thousands, fractions, dates and full hours in one form."""
    text = _DATE.sub(r"\1/\2/\3", _FULL_HOUR.sub("", _TIMES.sub("×", text)))
    text = _LIST.sub(lambda match: match.group().replace(",", ", "), text)
    if not text.isascii():
        text = _COMPOSED.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
        text = _NATIVE.sub(lambda match: str(unicodedata.decimal(match.group())), text)
    return _GROUPED.sub(lambda match: re.sub(r"\D", "", match.group()), text)


def _canonical(number: str) -> str:
    """One form for ``1,000`` and ``1.000``, for ``3.5`` and ``3,5``, for ``07`` and ``7``."""
    if number.isdecimal():
        return number.lstrip("0") or "0"
    first, *groups = re.split(r"\D", number)
    thousands = first != "0" and len(first) <= 3
    if thousands and all(len(group) == 3 for group in groups):
        return first + "".join(groups)
    if thousands and len(groups) > 1 and all(len(group) == 3 for group in groups[:-1]):
        return f"{first}{''.join(groups[:-1])}.{groups[-1]}"
    return ".".join([first, *groups])


def _value(number: str) -> float | None:
    """What a number is worth; None for a version, such as 3.10, or an address."""
    return float(number) if number.count(".") < 2 and not _VERSION.search(number) else None


def _scaled(text: str) -> dict[str, float]:
    """What the numbers are worth that a word multiplies, such as ``5 million``."""
    worth: dict[str, float] = {}
    for digits, word in _SCALED.findall(text):
        factor = SCALES.get(word.casefold()) or (0 if word.isascii() else SCALES.get(word[0], 0))
        value = _value(_canonical(digits))
        if factor and value is not None:
            worth[_canonical(digits)] = value * factor
    return worth


def _decade(number: str, spare: Counter[str]) -> bool:
    """Whether a year is written in full on one side only: ``'90s``, ``1990``."""
    if len(number) == 2 and number[1] == "0":
        return f"19{number}" in spare or f"20{number}" in spare
    return _YEAR.match(number) is not None and number[2:] in spare


def _said(target: str, language: str) -> set[str]:
    """The numbers that ``target`` says in words, or in Roman numerals."""
    words = _WORDS.findall(target.casefold().replace("i\u0307", "i"))  # what Turkish İ becomes
    if attached := ATTACHED.get(language):
        words += [re.sub(attached, "", word, count=1) for word in words]
    lead = "" if language in UNSPACED else " "
    whole = 0 if language in SYLLABLES else _SHORT
    said = _begun(lead + lead.join(words) + " ", lead, NUMBER_WORDS.get(language, {}), whole)
    if language in DUAL and re.search(DUAL[language], target):
        said.add("2")
    return said | {str(_roman(match)) for match in _ROMAN.findall(target)}


_SHORT = 2
"""A word of so few letters begins too many others."""


def _begun(text: str, lead: str, table: Mapping[int, str], whole: int = 0) -> set[str]:
    """The numbers of which ``text`` has a word, or its beginning if it has more letters than ``whole``."""
    return {
        str(one)
        for one, starts in table.items()
        for start in starts.split()
        if f"{lead}{start.replace('_', ' ')}{' ' * (len(start) <= whole)}" in text
    }


def _in_adjectives(source: str, target: str) -> set[str]:
    """The numbers of ``3-dimensional`` and ``3D`` in ``source`` that a word of ``target`` begins with."""
    if not (asked := set(_ADJECTIVE.findall(source))):
        return asked
    words = " " + " ".join(_WORDS.findall(target.casefold()))
    return asked & _begun(words, " ", IN_ADJECTIVES)


def _dimensions(source: str, target: str, language: str) -> set[str]:
    """The numbers of ``3D`` in ``source`` for which ``target`` has a word of its language."""
    if language not in DIMENSIONS or not (asked := set(_DIMENSION.findall(source))):
        return set()
    lead = "" if language in UNSPACED else " "
    words = lead + lead.join(_WORDS.findall(target.casefold()))
    return asked & _begun(words, lead, DIMENSIONS[language])


_ADJECTIVE = regex(r"(?<![\w.,-])(\d)(?:-(?=[^\W\d_]{3})|-?(?=[dD]\b))")
_DIMENSION = regex(r"(?<![\w.,-])([23])-?[dD](?:imension|\b)")
_COUNTED = {str(number) for number in (*range(13), 15, 20, 50, 100, 1000)}
"""What may well be said in words, in a language of which the words are not known."""


def _roman(numeral: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
