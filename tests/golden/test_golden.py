"""Each folder is a test: a deck, its template, a translation, and the deck and findings that it gives.

Files are compared byte for byte, so their line ends and byte order marks are part of the test.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from support import deck_of, merged

from l10n.catalog.headers import new_template
from l10n.catalog.reader import load
from l10n.update.catalog import update
from l10n.update.template import extract

HERE = Path(__file__).parent
CASES = sorted(folder.parent for folder in HERE.glob("*/*/deck.md"))


def named(case: Path) -> str:
    return case.relative_to(HERE).as_posix()


def read(case: Path, name: str) -> str:
    return (case / name).read_bytes().decode()


def test_cases_are_found_in_every_dialect() -> None:
    assert {case.parent.name for case in CASES} == {"remark", "markdown"}
    assert len(CASES) >= 12


@pytest.mark.parametrize("case", CASES, ids=named)
def test_template_holds_the_deck_s_messages(case: Path) -> None:
    entries = extract(deck_of(read(case, "deck.md"), case.parent.name), "deck.md")
    template = replace(new_template("deck.md", "2026-01-01 00:00+0000"), entries=tuple(entries))
    assert template.render() == read(case, "template.pot")


@pytest.mark.parametrize("case", CASES, ids=named)
def test_catalog_that_is_up_to_date_stays_byte_for_byte(case: Path) -> None:
    entries = extract(deck_of(read(case, "deck.md"), case.parent.name), "deck.md")
    catalog, changes = update(load((case / "fr.po").read_bytes(), "fr.po"), entries)
    assert catalog.render() == read(case, "fr.po")
    assert not changes.any_message


@pytest.mark.parametrize("case", CASES, ids=named)
def test_localised_deck_and_findings_are_as_expected(case: Path) -> None:
    deck = deck_of(read(case, "deck.md"), case.parent.name)
    catalog = load((case / "fr.po").read_bytes(), "fr.po")
    translations = {entry.key: entry.msgstr for entry in catalog.entries if entry.translated}
    result = merged(deck, translations, case.parent.name)
    assert result.text == read(case, "deck.fr.md")
    findings = [f"{one.reason}: {one.segment.msgid}\n" for one in result.refused]
    assert "".join(findings) == read(case, "findings.txt")
