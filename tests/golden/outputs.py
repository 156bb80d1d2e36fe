"""What a golden folder's deck and French catalog give today: file by file, as text."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from support import deck_of, merged

from l10n.catalog.headers import new_template
from l10n.catalog.model import Catalog
from l10n.catalog.reader import load
from l10n.update.catalog import Changes, update
from l10n.update.template import extract

HERE = Path(__file__).parent
CASES = sorted(folder.parent for folder in HERE.glob("*/*/deck.md"))
DATE = "2026-01-01 00:00+0000"


def read(case: Path, name: str) -> str:
    """A file of the folder, with its line ends and byte order mark."""
    return (case / name).read_bytes().decode()


def template(case: Path) -> str:
    """The deck's messages."""
    entries = extract(deck_of(read(case, "deck.md"), case.parent.name), "deck.md")
    return replace(new_template("deck.md", DATE), entries=tuple(entries)).render()


def catalog(case: Path) -> tuple[Catalog, Changes]:
    """The catalog after an update, and what that changed."""
    entries = extract(deck_of(read(case, "deck.md"), case.parent.name), "deck.md")
    return update(load((case / "fr.po").read_bytes(), "fr.po"), entries)


def localised(case: Path) -> tuple[str, str]:
    """The French deck, and a line for each translation that is left out of it."""
    deck = deck_of(read(case, "deck.md"), case.parent.name)
    translations = {entry.key: entry.msgstr for entry in catalog(case)[0].entries if entry.translated}
    result = merged(deck, translations, case.parent.name)
    return result.text, "".join(f"{one.reason}: {one.segment.msgid}\n" for one in result.refused)


OUTPUTS: Mapping[str, Callable[[Path], str]] = {
    "template.pot": template,
    "fr.po": lambda case: catalog(case)[0].render(),
    "deck.fr.md": lambda case: localised(case)[0],
    "findings.txt": lambda case: localised(case)[1],
}
"""What is expected of a folder, beside its deck."""
