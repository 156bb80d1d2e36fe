"""Whether the numbers of a message are in its translation, in whatever form its language gives them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from l10n.checks.language_data import NUMBER_WORDS, SCALES, UNSPACED

_DIGITS = r"\d++(?:[.,\u066b\u066c]\d++)*"
_ANY = re.compile(_DIGITS)
_STANDING = re.compile(rf"(?<![^\W_])(?<![^\W_][.,])v?(?P<digits>{_DIGITS})")
"""A number that is not within a name such as ``k8s`` or ``IPv4``."""
_GROUP = r"[ \u00a0\u202f\u2009'’]\d{3}"
_GROUPED = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{_GROUP})+(?!{_GROUP}|[\d\u00a0\u202f])")
"""Thousands with blanks or apostrophes between them."""
_NATIVE = re.compile(r"[^\D0-9]")
_IDIOM = re.compile(r"\b24/7\b")
_SCALED = re.compile(rf"(?<![\d.,])({_DIGITS})[\s-]?([^\W\d_]+)")
_AFTERNOON = re.compile(r"(?<!\d)(\d{1,2})(?:[:.]\d\d)?\s?p\.?m\b", re.IGNORECASE)
_VERSION = re.compile(r"\.\d*0\Z")
"""What ends like this is no decimal but a version: nobody writes a nought behind a decimal."""
_DATE = re.compile(r"(?<![\d.])(\d{1,2})\.[ \u00a0]?(\d{1,2})\.[ \u00a0]?(\d{4})(?![\d.]\d)")
_FULL_HOUR = re.compile(r"(?<=\d):00(?![\d:])")
_FULL_HOURS = re.compile(r"(?<![\d:.])((\d{1,2}):00)(?![\d:])")
_COMPOSED = re.compile("[¼-¾⅐-⅞₀-₉]")
"""Fractions and numbers in formulas."""
_TIMES = re.compile(r"(?<=\d)[xX](?=\d)")
_YEAR = re.compile(r"(?:19|20)\d0\Z")
_WORDS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"\b[IVX]{2,6}(?=e\b|ème\b|\b)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}


def lost(source: str, target: str, language: str) -> Iterator[str]:
    """The numbers in ``source`` that ``target`` does not have, as they stand in ``source``.

    Native digits, decimal commas, grouped thousands, number words, and hours after noon count as the same.
    """
    if _ANY.findall(source) == _ANY.findall(target):  # most keep them as they are
        return
    yield from _other_times(source, target)
    source, target = map(_folded, (_IDIOM.sub("", source), target))
    wanted = list(_STANDING.finditer(source))
    there = _ANY.findall(target) if wanted else []
    has = Counter(map(_canonical, there))
    missing = []
    for match in wanted:
        number = _canonical(match["digits"])
        if has[number]:
            has[number] -= 1
        else:
            missing.append((match.group(), number))
    if missing:
        yield from _unexplained(missing, +has, (source, target), language)


def _other_times(source: str, target: str) -> Iterator[str]:
    """Full hours of the source that have other minutes in the target; without minutes they are the same."""
    for time, hour in dict.fromkeys(_FULL_HOURS.findall(source)):
        minutes = re.findall(rf"(?<!\d){hour}(?!\d)(?: ?[:.hH] ?(\d+))?", target)
        if minutes and not {"", "00"}.intersection(minutes):
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
    after_noon = {_canonical(hour) for hour in _AFTERNOON.findall(source)}
    for shown, number in missing:
        told = number in said and (number != "1" or not spare)
        multiplied = of_source.get(number, _value(number)) in values
        at_night = number in after_noon and str(int(number) + 12) in spare
        if not (told or multiplied or at_night or _decade(number, spare) or _is_in_name(number, target)):
            yield shown


def _is_in_name(number: str, target: str) -> bool:
    """Whether a version has become part of a name: ``OAuth 2.0``, ``OAuth2``."""
    whole, _, rest = number.partition(".")
    return rest == "0" and re.search(rf"[^\W\d_]{whole}(?!\d)", target) is not None


def _folded(text: str) -> str:
    """``text`` with its digits, thousands, fractions, dates and full hours in one form."""
    text = _DATE.sub(r"\1/\2/\3", _FULL_HOUR.sub("", _TIMES.sub("×", text)))
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
    return None if _VERSION.search(number) else _decimal(number)


def _decimal(number: str) -> float | None:
    return float(number) if number.count(".") < 2 else None


def _scaled(text: str) -> dict[str, float]:
    """What the numbers are worth that a word multiplies, such as ``5 million``."""
    worth: dict[str, float] = {}
    for digits, word in _SCALED.findall(text):
        factor = SCALES.get(word.casefold()) or (0 if word.isascii() else SCALES.get(word[0], 0))
        value = _decimal(_canonical(digits))
        if factor and value is not None:
            worth[_canonical(digits)] = value * factor
    return worth


def _decade(number: str, spare: Counter[str]) -> bool:
    """Whether a year is written in full on one side only: ``'90s``, ``1990``."""
    years = [one for one in (number, *spare) if _YEAR.match(one)]
    return any(year[2:] in spare or year[2:] == number for year in years)


def _said(target: str, language: str) -> set[str]:
    """The numbers that ``target`` says in words, or in Roman numerals."""
    lead = "" if language in UNSPACED else " "
    text = lead + lead.join(_WORDS.findall(target.casefold()))
    table = NUMBER_WORDS.get(language, {})
    said = {
        str(one) for one, starts in table.items() if any(lead + start in text for start in starts.split())
    }
    return said | {str(_roman(match)) for match in _ROMAN.findall(target)}


def _roman(numeral: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
