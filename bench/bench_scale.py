"""Growth of an update with the size of one catalog, beside msgmerge, and sizes that are meant to hurt.

Ours is the whole of what is done to a catalog: read it, bring it up to its template, render it.
"""

from __future__ import annotations

import random
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.inputs.big import make_messages
from l10n.catalog.headers import new_catalog, new_template
from l10n.catalog.model import Catalog, Entry
from l10n.catalog.reader import load
from l10n.language.locales import info
from l10n.update.catalog import update

SIZES = (2_500, 5_000, 10_000, 20_000)
_SEED = 5
_PATIENCE = 60
"""Seconds that msgmerge has."""
_DATE = "2026-01-01 00:00+0000"


def bench(sizes: Sequence[int] = SIZES) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: an update where one message in twenty was edited."""
    yield "messages", "edited", "l10n s", "ms a message", "msgmerge --previous s"
    for size in sizes:
        old = make_messages(size)
        luck = random.Random(_SEED)
        new = [_edited(one, at) if luck.random() < 0.05 else one for at, one in enumerate(old)]
        edited = sum(one is not other for one, other in zip(old, new, strict=True))
        ours, theirs = _times(old, new)
        yield f"{len(old):,}", f"{edited:,}", f"{ours:.2f}", f"{1_000 * ours / len(old):.2f}", _told(theirs)


def hostile(sizes: Sequence[int] = SIZES[::3]) -> Iterator[tuple[str, ...]]:
    """The same where every message was edited, and where all of them are nearly the same."""
    yield "catalog", "messages, all edited", "l10n s", "ms a message", "msgmerge --previous s"
    for name, make in _HOSTILE.items():
        for size in sizes:
            old, new = make(size)
            ours, theirs = _times(old, new)
            share = 1_000 * ours / len(old)
            yield name, f"{len(old):,}", f"{ours:.2f}", f"{share:.2f}", _told(theirs)


def _told(seconds: float | None) -> str:
    return f"{seconds:.2f}" if seconds is not None else f"over {_PATIENCE}"


def _edited(entry: Entry, number: int) -> Entry:
    """The message with one word more, a word that no other has."""
    words = entry.msgid.split()
    words.insert(random.Random(number).randrange(len(words) + 1), f"really{number}")
    return entry._replace(msgid=" ".join(words), msgstr="", lines=())


def _all_edited(size: int) -> tuple[list[Entry], list[Entry]]:
    old = make_messages(size)
    return old, [_edited(one, at) for at, one in enumerate(old)]


def _numbered(text: str) -> Callable[[int], tuple[list[Entry], list[Entry]]]:
    """Messages that differ in one number, or one word, each of which became another."""

    def make(size: int) -> tuple[list[Entry], list[Entry]]:
        old, new = (
            [
                Entry(text.format(at, _word(at)), comments=("list item, slide “T”",))
                for at in range(start, end)
            ]
            for start, end in ((0, size), (size, 2 * size))
        )
        return [one._replace(msgstr=one.msgid.upper()) for one in old], new

    return make


def _word(number: int) -> str:
    return "".join("bcdfghjklm"[int(digit)] for digit in str(number))


_HOSTILE = {
    "every message": _all_edited,
    "the same but for a number": _numbered("Step {0} of the tutorial about nodes and pods"),
    "the same but for a word": _numbered("Step {1} of the tutorial about nodes and pods"),
}


def _times(old: Sequence[Entry], new: Sequence[Entry]) -> tuple[float, float | None]:
    """Seconds that ours takes, and msgmerge, if it ends in time."""
    with tempfile.TemporaryDirectory() as name:
        catalog, template = Path(name) / "old.po", Path(name) / "new.pot"
        empty = new_catalog("deck", _DATE, info("fr"), "..")
        _write(catalog, replace(empty, entries=tuple(old)))
        _write(template, replace(new_template("deck", _DATE), entries=tuple(new)))
        started = time.perf_counter()
        update(load(catalog.read_bytes(), catalog.name), new)[0].render()
        ours = time.perf_counter() - started
        command = ["msgmerge", "-q", "--previous", "--no-wrap", "-o", f"{name}/out.po"]
        started = time.perf_counter()
        try:
            subprocess.run([*command, str(catalog), str(template)], check=True, timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            return ours, None
        return ours, time.perf_counter() - started


def _write(path: Path, catalog: Catalog) -> None:
    path.write_text(catalog.render(), encoding="utf-8")
