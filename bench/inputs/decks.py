"""Projects of any size for the benches, made from the project's own deck."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
"""The repository."""


def texts(count: int) -> Iterator[str]:
    """``count`` decks, each different from all others in every message.

    One by one: what this process once took counts as the peak of those that it starts.
    """
    own = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "source").glob("*.md"))]
    return (_varied(own[number % len(own)], number) for number in range(count))


def _varied(text: str, number: int) -> str:
    """The text with a mark of its own in each line of prose."""
    return text.replace(", ", f", {number} ").replace(" a ", f" a {number} ")


def make_project(folder: Path, count: int) -> int:
    """Write ``number`` decks below ``folder/source``; how many bytes they have."""
    size = 0
    for number, text in enumerate(texts(count)):
        path = folder / "source" / f"{number % 100:02}" / f"{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def make_huge_deck(folder: Path, slides: int) -> None:
    """Write one deck of so many slides."""
    parts: list[str] = []
    for text in texts(slides):  # each has several
        parts += text.split("\n---\n")
        if len(parts) >= slides:
            break
    path = folder / "source" / "huge.md"
    path.parent.mkdir()
    path.write_text("\n---\n".join(parts[:slides]), encoding="utf-8")


_UNTRANSLATED = re.compile(r'^msgid (?P<text>"(?!"\nmsgstr).*"\n(?:".*"\n)*)msgstr ""\n', re.MULTILINE)
"""An entry, but for the header."""


def translate(project: Path, *, every: int = 2) -> None:
    """Give one message in ``every`` of all catalogs a translation: its own words, and one more."""
    for path in project.rglob("*.po"):
        path.write_text(_filled(path.read_text(encoding="utf-8"), every), encoding="utf-8")


def _filled(catalog: str, every: int) -> str:
    number = itertools.count()

    def filled(entry: re.Match[str]) -> str:
        text = entry["text"]
        return entry[0] if next(number) % every else f'msgid {text}msgstr {text[:-2]} é"\n'

    return _UNTRANSLATED.sub(filled, catalog)
