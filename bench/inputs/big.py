"""Projects with catalogs of any number of entries, translated, for the time that a check takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bench.inputs.decks import ROOT
from l10n.catalog.headers import new_catalog
from l10n.catalog.model import Catalog, Entry
from l10n.catalog.reader import load
from l10n.deck.model import Deck
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS
from l10n.language.locales import info
from l10n.update.template import extract

_DIALECT = DIALECTS["remark"]


def make_translated_project(folder: Path, catalogs: int, entries: int) -> list[Path]:
    """Write decks with French catalogs, made from the project's own; the catalogs' paths."""
    paths = []
    for number in range(catalogs):
        text, catalog = _book(f"{number:03}.md", number, entries)
        source = folder / "source" / f"{number:03}.md"
        paths.append(folder / "locales/fr/LC_MESSAGES" / f"{number:03}.po")
        for path, content in ((source, text), (paths[-1], catalog.render())):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    return paths


def make_messages(count: int) -> list[Entry]:
    """So many translated messages of one deck, or a few more, all different."""
    return list(_book("big.md", 0, count)[1].entries)


def _book(name: str, number: int, entries: int) -> tuple[str, Catalog]:
    texts: list[str] = []
    translations: dict[tuple[str | None, str], str] = {}
    round_ = 0
    while len(translations) < entries:
        for deck, own in _OWN:
            mark = f" {_word(number)} {_word(round_)}"
            varied = deck.splice({i: one.span.of(deck.text) + mark for i, one in enumerate(deck.segments)})
            texts.append(varied)
            for one, new in zip(deck.segments, parse(varied, _DIALECT).segments, strict=True):
                translations[new.key] = f"{own.by_key[one.key].msgstr}{mark}"
        round_ += 1
    text = "\n---\n\n".join(texts)
    made = extract(parse(text, _DIALECT), f"source/{name}")
    complete = tuple(one._replace(msgstr=translations.get(one.key, one.msgid)) for one in made)
    empty = new_catalog(name, "2026-01-01 00:00+0000", info("fr"), "../../..")
    return text, replace(empty, entries=complete)


def _word(number: int) -> str:
    """A word of its own for each number."""
    return "x" + "".join("aeioubdfgk"[int(digit)] for digit in str(number))


def _own() -> list[tuple[Deck, Catalog]]:
    return [
        (
            parse(path.read_text(encoding="utf-8"), _DIALECT),
            load((ROOT / "locales/fr/LC_MESSAGES" / f"{path.stem}.po").read_bytes(), path.name),
        )
        for path in sorted((ROOT / "source").glob("*.md"))
    ]


_OWN = _own()
