"""Projects of any size for the benches, made from the project's own deck."""

from __future__ import annotations

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
    """Write ``count`` decks below ``folder/source``; how many bytes they have."""
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


def translate(project: Path, *, every: int = 2) -> None:
    """Give one message in ``every`` of all catalogs a translation."""
    for path in project.rglob("*.po"):
        parts = path.read_text(encoding="utf-8").split('\nmsgstr ""\n')
        ends = ("é" if not number % every else "" for number in range(1, len(parts)))
        text = "".join(f'{part}\nmsgstr "{end}"\n' for part, end in zip(parts, ends, strict=False))
        path.write_text(text + parts[-1], encoding="utf-8")
