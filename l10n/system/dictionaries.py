"""Hunspell's dictionaries on this machine: which there are, and which words they know.

They are looked for in the folders that systems install them into, and in those that Hunspell's own variable
``DICPATH`` names in full. No project can name one: decks and catalogs come from strangers, and a dictionary
is read by a library in C++ that was made for those of one's own system.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol

from l10n.language import canonical, language_tag, territory
from l10n.regex import regex

_WITHOUT = frozenset({"bo", "dz", "ja", "km", "ko", "lo", "my", "th", "zh"})
"""Languages whose words no blanks part; and Korean, whose words have more endings than a list can have."""
_FOLDERS = (
    "~/Library/Spelling",
    "/Library/Spelling",
    "/opt/homebrew/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
)
_LONGEST = 50
"""Letters of a word that is looked up; Hunspell has room for a hundred bytes."""
_REMEMBERED = 50_000
"""Words; a locale of a large project has as many."""


class _Hunspell(Protocol):
    def spell(self, word: str) -> bool: ...


class Dictionary:
    """The words of a language, as Hunspell knows them."""

    def __init__(self, hunspell: _Hunspell) -> None:
        """Words are remembered, so that each is looked up once."""
        self._hunspell = hunspell
        self.knows = lru_cache(_REMEMBERED)(self._knows)
        """Whether a word is right, or nobody can tell, as of letters that the dictionary cannot write."""

    def _knows(self, word: str) -> bool:
        try:
            return len(word) > _LONGEST or self._hunspell.spell(word)
        except UnicodeEncodeError:
            return True


def dictionary(locale: str) -> Dictionary | None:
    """That of a locale; None where there is none, or nothing that reads it (see ``lacking``)."""
    file = _file(locale) if _library() else None
    return _loaded(file) if file else None


def lacking(locale: str) -> str:
    """What it takes to have a locale's dictionary, in a sentence; empty if it is there, or none is made."""
    if _language(locale) in _WITHOUT:
        return ""
    if not _library():
        return "words are looked up by Hunspell: `pip install 'deck-l10n[spell]'`"
    if _file(locale):
        return ""
    look = f"`apt-cache search hunspell-{_language(locale)}` lists Debian's"
    there = f"there is no dictionary of Hunspell for {locale}"
    return f"{there}: install one ({look}), or name its folder in DICPATH"


@cache
def _library() -> Any:
    """What reads dictionaries; None where it is not installed."""
    try:
        from hunspell import Hunspell
    except ImportError:
        return None
    return Hunspell


@cache
def _loaded(file: Path) -> Dictionary:
    return Dictionary(_library()(file.stem, hunspell_data_dir=str(file.parent)))


def _file(locale: str) -> Path | None:
    """The first dictionary that fits; a locale's territory, which takes a library, is asked for last."""
    language = _language(locale)
    folders = (
        [] if language in _WITHOUT else [one for one in map(Path, _folders()) if _may_have(one, language)]
    )
    if not folders:
        return None
    files = (folder / f"{name}.dic" for name in _names(locale) for folder in folders)
    return next((one for one in files if all(map(_is_readable, (one, one.with_suffix(".aff"))))), None)


def _may_have(folder: Path, language: str) -> bool:
    """Whether a folder, if it is there at all, has what is called as dictionaries of the language are."""
    return any(folder.glob(f"{glob.escape(language)}*.dic"))


def _is_readable(file: Path) -> bool:
    return os.path.isfile(file) and os.access(file, os.R_OK)  # noqa: PTH113 - no error, whatever is there


def _folders() -> Iterator[str]:
    named = os.environ.get("DICPATH", "").split(os.pathsep)
    yield from (one for one in named if Path(one).is_absolute())  # others lie in whatever one works in
    yield from map(os.path.expanduser, _FOLDERS)


def _names(locale: str) -> Iterator[str]:
    """What dictionaries of a locale may be called, best first; no other territory's where one is named."""
    code = canonical(language_tag(locale))
    if not _CODE.fullmatch(code):
        return
    language, *rest = code.split("_")
    yield from _spelt(code)
    if rest and len(rest[-1]) != _SCRIPT:
        yield language
    elif rest:
        yield from _spelt(f"{code}_{territory(language)}")
    else:
        yield from _spelt(f"{language}_{language.upper()}")
        yield from _spelt(f"{language}_{territory(language)}")


_CODE = regex("[a-z]{2,3}(?:_[A-Za-z0-9]{2,8}){0,3}")
_SCRIPT = 4
"""Letters of the name of a script, ``Latn``."""


def _spelt(code: str) -> tuple[str, str]:
    return code, code.replace("_", "-")


def _language(locale: str) -> str:
    return canonical(language_tag(locale)).partition("_")[0]
