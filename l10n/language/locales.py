"""What is known about locales, from babel's CLDR data; the only importer of babel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from l10n.errors import LocaleError
from l10n.regex import regex

if TYPE_CHECKING:
    from l10n.language.numerals import Numerals


class LocaleInfo(NamedTuple):
    """A locale as gettext headers name it."""

    code: str
    """``pt_BR``: as in the ``Language`` field and in folder names."""
    english: str
    """``Portuguese (Brazil)``."""
    plural_forms: str
    """The value of the ``Plural-Forms`` field."""


def canonical(name: str) -> str:
    """``name`` as gettext writes locales: ``pt-br`` is ``pt_BR``. Knows no data, refuses nothing."""
    parts = name.replace("-", "_").split("_")
    return "_".join([parts[0].lower(), *(_subtag(part) for part in parts[1:])])


def _subtag(part: str) -> str:
    return part.title() if len(part) == 4 else part.upper()


@lru_cache(maxsize=1_000)
def spellings(name: str) -> tuple[str, ...]:
    """How URLs write a locale, longest first: ``pt-BR``, ``pt_BR``, ``pt``."""
    code = canonical(name)
    return tuple(dict.fromkeys((code.replace("_", "-"), code, code.partition("_")[0])))


def unmarked(path: PurePosixPath, locale: str) -> Iterator[PurePosixPath]:
    """The path without each mark of the locale that it has, in its name or as a folder, in any case.

    ``x.fr.md``, ``x_FR.md``, ``x-fr.md`` and ``fr/x.md`` are ``x.md``; ``_fr.md``, a mark alone, is none.
    """
    name = str(path).casefold()
    for spelling in spellings(locale):
        if spelling.casefold() not in name:  # most names have no mark at all
            continue
        for mark in (f".{spelling}", f"_{spelling}", f"-{spelling}"):
            bare, end = path.stem[: -len(mark)], path.stem[-len(mark) :]
            if bare and end.casefold() == mark.casefold():
                yield path.with_name(bare + path.suffix)
        parts = [part for part in path.parts[:-1] if part.casefold() != spelling.casefold()]
        if len(parts) < len(path.parts) - 1:
            yield PurePosixPath(*parts, path.name)


_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
"""Modifiers of gettext that name a script."""


def language_tag(name: str) -> str:
    """The locale as HTML and YAML write it (BCP 47): ``pt-BR``, ``sr-Latn``, ``ca-valencia``."""
    code, _, modifier = canonical(name).replace("_", "-").partition("@")
    return f"{code}-{_SCRIPTS.get(modifier.lower(), modifier)}" if modifier else code


def direction(name: str) -> str:
    """``rtl`` if the locale is written from right to left, else ``ltr``, also where babel knows it not."""
    from babel.core import Locale, UnknownLocaleError

    try:
        order = Locale.parse(canonical(name)).character_order
    except (ValueError, UnknownLocaleError):
        return "ltr"
    return "rtl" if order == "right-to-left" else "ltr"


_PSEUDO = "qps"
"""What names of pseudo-locales begin with."""


def info(name: str) -> LocaleInfo:
    """What babel knows of the locale; ``LocaleError`` with near names if it knows none such."""
    from babel.core import Locale, UnknownLocaleError
    from babel.messages.plurals import get_plural

    code = canonical(name)
    if code.startswith(_PSEUDO):
        raise LocaleError(
            f"{name!r} is no language but a pseudo-locale; `l10n build --pseudo` makes its decks"
        )
    try:
        locale = Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        locale = None
    if locale is None or locale.language == "root":
        raise LocaleError(f"there is no locale {name!r}{_near(code)}")
    named = locale if "_" in code else Locale(locale.language)  # babel makes ``he_IL`` of ``iw``
    return LocaleInfo(code, named.english_name or code, str(get_plural(locale)))


_COUNT = regex(r"[0-9]{1,15}(?:\.[0-9]{1,15})?\Z")
"""A number that may count something; nobody counts as far as longer ones."""


@cache
def numerals_of(name: str) -> Numerals:
    """How the locale writes numbers and which plural each takes; as they are if babel knows it not."""
    from babel.core import Locale, UnknownLocaleError
    from babel.numbers import get_decimal_symbol, get_group_symbol

    from l10n.language.numerals import Numerals

    try:
        locale = Locale.parse(canonical(name))
    except (ValueError, UnknownLocaleError):
        return Numerals()

    from decimal import Decimal

    def plural(number: str) -> str:
        plain = number.replace(",", "")
        return str(locale.plural_form(Decimal(plain))) if _COUNT.match(plain) else ""

    return Numerals(get_decimal_symbol(locale), get_group_symbol(locale), plural)


_COMMON = (
    *("en", "fr", "de", "es", "it", "pt", "pl", "sv", "da", "fi", "hu", "ro", "el", "tr", "id", "vi"),
    *("ru", "uk"),
)
"""Languages with a word for *and* that is seldom met in others (Dutch *en*, Czech *a* are)."""


def autonym(name: str) -> str:
    """What the locale is called in itself: ``français (Canada)``; its tag where babel knows it not."""
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse(canonical(name)).get_display_name() or language_tag(name)
    except (ValueError, UnknownLocaleError):
        return language_tag(name)


def parents(name: str) -> tuple[str, ...]:
    """The locales that CLDR has its data fall back to, nearest first, in its own language and script.

    ``fr_CA`` has ``fr``, ``es_MX`` has ``es_419`` and ``es``; ``zh_TW`` does not have ``zh``, which is
    written in another script.
    """
    from babel.core import get_global

    code = canonical(language_tag(name))
    exceptions, language, written = get_global("parent_exceptions"), code.partition("_")[0], script(code)
    found: list[str] = []
    while "_" in code:
        code = exceptions.get(code) or code.rpartition("_")[0]
        if code.partition("_")[0] == language and script(code) == written:
            found.append(code)
    return tuple(found)


def script(name: str) -> str:
    """The script that the locale is written in, as ISO 15924 names it (``Latn``); empty if not known."""
    from babel.core import get_global

    code = canonical(name)
    likely = get_global("likely_subtags")
    whole = likely.get(code) or likely.get(code.partition("_")[0]) or ""
    named = [part for part in (*code.split("_")[1:], *whole.split("_")[1:]) if len(part) == 4]
    return named[0] if named else ""


def territory(name: str) -> str:
    """Where a language is most at home, as ISO 3166 names it: ``CZ`` of ``cs``; empty if not known."""
    from babel.core import get_global

    likely = get_global("likely_subtags").get(canonical(name)) or ""
    return likely.rpartition("_")[2]


def and_words(name: str) -> tuple[str, dict[str, str]]:
    """The locale's word for *and*, empty if it is not known or no word, and by word: other languages."""
    from babel.core import Locale, UnknownLocaleError

    def word(locale: Locale) -> str:
        said = str(locale.list_patterns["standard"]["end"]).replace("{0}", "").replace("{1}", "")
        return said.strip(" ,،").casefold()

    try:
        own = word(Locale.parse(canonical(name)))
    except (ValueError, KeyError, UnknownLocaleError):
        return "", {}
    others: dict[str, list[str]] = {}
    for locale in map(Locale, _COMMON):
        others.setdefault(word(locale), []).append(str(locale.english_name))
    others.pop(own, None)
    return (own if own.isalpha() else ""), {one: " or ".join(names) for one, names in others.items()}


def _near(code: str) -> str:
    from difflib import get_close_matches

    from babel.core import Locale
    from babel.localedata import locale_identifiers

    english = {str(display).casefold(): tag for tag, display in (Locale("en").languages or {}).items()}
    known = locale_identifiers()
    named = english.get(code.replace("_", " ").casefold())
    near = [named] if named in known else get_close_matches(code, known, n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(str(one) for one in near)}?" if near else ""
