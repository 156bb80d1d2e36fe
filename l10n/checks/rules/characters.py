"""Characters that no writer meant: letters of another script within a word, and what programs left behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from l10n.checks.evidence.language_data import BREAKS_WITH_ZERO_WIDTH
from l10n.checks.model import Flaw, Pair, Rule, Setting
from l10n.checks.rules.edits import without
from l10n.language import direction, excerpt
from l10n.project import Severity
from l10n.regex import regex

_WORD = regex(r"(?:%\(\w{1,60}\)[a-z])?([^\W\d_]{2,})")
"""A word; what Python formats before it, ``%(name)s``, is none of it."""
_LATIN = "A-Za-zª²³µ¹ºÀ-ÖØ-öø-ɏḀ-ỿ"
_RUNS = regex(rf"(?P<latin>[{_LATIN}]+)|(?P<cyrillic>[Ѐ-ԯ]+)|(?P<greek>[Ͱ-Ͽἀ-῿]+)")
_FOREIGN = regex(r"[Ͱ-ԯἀ-῿]")
_UNIT = regex(rf"[Ͱ-Ͽ][{_LATIN}]{{1,2}}|[{_LATIN}]{{1,2}}[Ͱ-Ͽ]")
"""``μm``, ``Δt``"""


def mixed_script(pair: Pair, setting: Setting) -> Iterator[Flaw]:  # noqa: ARG001
    """A word has letters of two of Latin, Cyrillic and Greek: they look alike, and searches do not find it.

    Units and variables may (``μm``), and a name of the source with an ending of the language.
    """
    prose = pair.target.prose
    if prose.isascii() or not _FOREIGN.search(prose):
        return
    for match in _WORD.finditer(prose):
        word = match[1]
        if not word.isascii() and _is_mixed(word, pair):
            yield Flaw(f"“{excerpt(word)}” mixes scripts: {_told(word)}", match.span(1))


def _is_mixed(word: str, pair: Pair) -> bool:
    runs = [(run.lastgroup, run.group()) for run in _RUNS.finditer(word)]
    scripts = {script for script, _ in runs}
    if len(scripts) < 2 or _UNIT.fullmatch(word) or word.casefold() in pair.source.words:
        return False
    latin = [text.casefold() for script, text in runs if script == "latin"]
    return not (latin and all(_is_name(text, pair) for text in latin))


def _is_name(text: str, pair: Pair) -> bool:
    return len(text) > 1 and not {text, f"{text}s"}.isdisjoint(pair.source.words)


def _told(word: str) -> str:
    """The letters of the script that has fewer in the word, by name."""
    runs = [(run.lastgroup, run.group()) for run in _RUNS.finditer(word)]
    count = {script: sum(len(text) for one, text in runs if one == script) for script, _ in runs}
    fewest = min(count, key=count.__getitem__)
    letter = next(text[0] for script, text in runs if script == fewest)
    return f"“{letter}” is {unicodedata.name(letter).title()}"


def stray_character(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A program left a character: U+FFFD, U+200B, a direction that is not closed, or text decoded wrongly.

    Zero-width spaces may stand in languages that part words with them, and beside emphasis.
    """
    if pair.msgstr.isascii() or not _SUSPECT.search(pair.msgstr):
        return
    yield from _replaced(pair)
    for at in _zero_width(pair, setting):
        yield Flaw("a zero-width space, U+200B, stands in the text", at)
    yield from _left_open(pair, setting)
    yield from _decoded_wrongly(pair)


_SUSPECT = regex("[\ufffd\x80-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069ÃÂÐÑ]|â€|[à-ï][^a-z ]{2}[à-ï]")
"""What most texts have nothing of."""


def _replaced(pair: Pair) -> Iterator[Flaw]:
    for match in _NO_TEXT.finditer(pair.msgstr):
        if match.group() not in pair.msgid:
            yield Flaw(f"U+{ord(match.group()):04X} stands for a character that was lost", match.span())


_NO_TEXT = regex("[\ufffd\x80-\x84\x86-\x9f]")
"""The replacement character, and control characters that no text has."""


def _zero_width(pair: Pair, setting: Setting) -> list[tuple[int, int]]:
    prose = pair.target.prose
    if "\u200b" not in prose or "\u200b" in pair.msgid or setting.language in BREAKS_WITH_ZERO_WIDTH:
        return []
    return [match.span() for match in _ZERO_WIDTH.finditer(prose)]


_ZERO_WIDTH = regex("(?<![*_\x00\x01])\u200b+(?![*_\x00\x01\u200b])")


def _left_open(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """Embeddings, overrides and isolates that nothing closes on their line: all after them is turned."""
    if not _OPENS.search(pair.msgstr) or _OPENS.search(pair.msgid):
        return
    at_home = _RIGHT_TO_LEFT if direction(setting.locale) == "rtl" else ""
    for line in re.finditer(r"[^\n]+", pair.msgstr):
        for at in _opened(line.group())[:1]:
            sign = line.group()[at]
            if at or sign not in at_home:
                start = line.start() + at
                yield Flaw(f"U+{ord(sign):04X} turns the text, and is not closed", (start, start + 1))


def _opened(line: str) -> list[int]:
    opened: list[int] = []
    for match in _DIRECTIONS.finditer(line):
        if _OPENS.match(match.group()):
            opened.append(match.start())
        elif opened:
            opened.pop()
    return opened


_RIGHT_TO_LEFT = "\u202b\u2067"
"""What may begin a whole line in languages that are written so."""
_OPENS = regex("[\u202a\u202b\u202d\u202e\u2066-\u2068]")
_DIRECTIONS = regex("[\u202a-\u202e\u2066-\u2069]")


def _decoded_wrongly(pair: Pair) -> Iterator[Flaw]:
    for match in _MOJIBAKE.finditer(pair.msgstr):
        text = match.group()
        if text not in pair.msgid:
            meant = text.encode("cp1252", "ignore").decode("utf-8", "ignore")
            said = f", perhaps of “{meant}”" if meant and meant.isprintable() else ""
            yield Flaw(f"“{text}” is UTF-8 that was read in another encoding{said}", match.span())


_CP1252 = bytes(code for code in range(0x80, 0xC0) if code not in b"\x81\x8d\x8f\x90\x9d").decode("cp1252")
_TAIL = "[\x80-\x9f" + re.escape(_CP1252) + "]"
_MOJIBAKE = regex(
    rf"Ã(?!»){_TAIL}|Â[\u00a1-\u00ba\u00bc-\u00bf]|â€{_TAIL}|(?:[ÐÑ]{_TAIL}){{2,}}|(?:[à-ï]{_TAIL}{{2}}){{2,}}"
)
"""UTF-8 as it shows in Latin-1 or Windows' encoding; none of it is natural in any language."""


RULES = (
    Rule("mixed-script", Severity.WARNING, mixed_script),
    Rule("stray-character", Severity.WARNING, stray_character, without(_zero_width)),
)
