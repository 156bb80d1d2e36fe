"""What holds for every real deck, whatever its engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from support import FRENCH, deck_of, merged, slides_of, structure, translated

from l10n.adopt.alignment.align import align
from l10n.adopt.alignment.judgement import State, judged
from l10n.catalog.model import Key
from l10n.deck.model import Deck

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
OTHERS = CORPUS / "dialects"

ACCENTS = str.maketrans("aeiouyAEIOUYcn", "áéíóúýÁÉÍÓÚÝçñ")
KEPT = re.compile(
    r"`+[^`]*`+|<[^<>]*>|@@[A-Z_]+@@|@@[A-Z_]+\[[^\]]*\]|\{\{[^}]*\}\}|\]\([^()]*(?:\([^()]*\)[^()]*)*\)"
    r"|\]\[[^\]]*\]|https?://\S+|&#?\w+;|(?:\.[a-zA-Z_-][\w-]*)+\["
)
"""Markup that a translator keeps."""
STRUCTURE = {
    "a separator": re.compile(r"^(?:---?|\?\?\?)$", re.MULTILINE),
    "a property": re.compile(r"^(?:class|name|layout|template|background-image):", re.MULTILINE),
    "a fence": re.compile(r"^ *(?:```+|~~~+)[^`\n]*$", re.MULTILINE),
    "a link definition": re.compile(r"^ *\[[^\]]+\]: *\S+ *$", re.MULTILINE),
    "an outline line": re.compile(r"^:[A-Z]{2}:", re.MULTILINE),
    "a closing bracket": re.compile(r"^\]+$", re.MULTILINE),
    "a comment": re.compile(r"^<!--.*-->$", re.MULTILINE),
}


def needs(decks: Sequence[Path]) -> list[pytest.MarkDecorator]:
    """The marks of tests that need those decks."""
    reason = "the real decks are not in ../shared/corpus"
    return [pytest.mark.corpus, pytest.mark.skipif(not decks, reason=reason)]


@cache
def parsed(path: Path, dialect: str) -> Deck:
    """The deck in that file."""
    return deck_of(path.read_bytes().decode(), dialect)


def pseudo(msgid: str, kept: re.Pattern[str] = KEPT) -> str:
    """A translation with accents, a third longer, and all markup kept."""
    parts: list[str] = []
    at = 0
    for one in kept.finditer(msgid):
        parts += msgid[at : one.start()].translate(ACCENTS), one.group()
        at = one.end()
    parts.append(msgid[at:].translate(ACCENTS))
    return "".join(parts) + " èèèè" * (len(msgid) * 3 // 50 + 1)


def comes_back(path: Path, dialect: str, catalog: Mapping[Key, str]) -> None:
    """Nothing changes with a catalog of nothing new."""
    result = merged(parsed(path, dialect), catalog, dialect)
    assert (result.text.encode(), result.refused) == (path.read_bytes(), ())


def is_published_whole(path: Path, dialect: str, translate: Callable[[str], str]) -> None:
    """Every good translation is published, and the structure stays."""
    deck = parsed(path, dialect)
    result = merged(deck, translated(deck, translate), dialect)
    assert [(one.segment.msgid, one.reason) for one in result.refused] == []
    assert result.published == len(deck.segments)
    assert structure(deck_of(result.text, dialect)) == structure(deck)


def structure_in_messages(path: Path, dialect: str, **more: re.Pattern[str]) -> list[tuple[str, str]]:
    """Each message that is structure, in part, behind what it is; besides what any deck has, by ``more``."""
    return [
        (what, segment.msgid)
        for segment in parsed(path, dialect).segments
        for what, pattern in (STRUCTURE | more).items()
        if pattern.search(segment.msgid)
    ]


def read_back(deck: Deck, built: str, dialect: str) -> dict[Key, str]:
    """The translations that adoption finds in what was built of a deck."""
    aligned = align(deck, deck_of(built, dialect), FRENCH)
    pairs = judged(
        aligned, FRENCH, lambda text: slides_of(text, dialect), lambda _segment, _msgstr: "", built=True
    )
    return {pair.key: pair.msgstr for pair in pairs if pair.state is State.TRANSLATED}
