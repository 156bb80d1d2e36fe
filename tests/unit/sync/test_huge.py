"""A huge deck is read and built by part, and an edit costs the part that it is in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from l10n.dialects import seams
from l10n.project import part_store, parts
from l10n.project.parts import BuiltPart, Part
from unit.sync.test_decks import Folder

SLIDES = [f"# Title {number}\n\nText of [slide][ref] {number}" for number in range(8)]


class Huge(Folder):
    """A project with one deck of several parts, and how many were built."""

    built = 0

    def write(self, slides: list[str]) -> None:
        self.put(
            "source/a.md", "---\nlang: en\n---\n" + "\n\n---\n\n".join(slides) + "\n\n[ref]: http://x.org\n"
        )

    def sync_and_count(self) -> int:
        self.built = 0
        report = self.sync()
        assert report.problems == []
        return self.built

    @property
    def rows(self) -> Path:
        (file,) = (self.root / ".l10n" / "parts").iterdir()
        return file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Huge:
    folder = Huge(tmp_path)
    build = Part._build

    def counted(self: Part, *arguments: Any) -> BuiltPart:
        folder.built += 1
        return build(self, *arguments)

    monkeypatch.setattr(Part, "_build", counted)
    monkeypatch.setattr(seams, "_ONE_IN", 1)
    monkeypatch.setattr(part_store, "_HUGE", 0)
    folder.write(SLIDES)
    folder.sync_and_count()
    return folder


def in_whole(root: Path, monkeypatch: pytest.MonkeyPatch, slides: list[str], texts: Mapping[str, str]) -> str:
    """What is built of them where nothing is remembered, and the deck is read as a whole."""
    folder = Huge(root)
    with monkeypatch.context() as patch:
        patch.setattr(part_store, "_HUGE", 1_000_000)
        folder.write(slides)
        folder.sync()
        for msgid, msgstr in texts.items():
            folder.translate("a", msgid, msgstr)
        folder.sync()
    return folder.get("build/fr/a.md")


def test_an_edit_costs_its_part(folder: Huge) -> None:
    folder.write([*SLIDES[:3], "# Title 3\n\nEdited", *SLIDES[4:]])
    assert folder.sync_and_count() == 1
    assert 'msgid "Edited"' in folder.get("locales/fr/LC_MESSAGES/a.po")
    assert folder.get("build/fr/a.md") == folder.get("source/a.md")


def test_a_translation_costs_its_part(folder: Huge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.translate("a", "Title 3", "Titre 3")
    assert folder.sync_and_count() == 1
    assert folder.get("build/fr/a.md").startswith("---\nlang: fr\n")
    other = tmp_path / "other"
    assert folder.get("build/fr/a.md") == in_whole(other, monkeypatch, SLIDES, {"Title 3": "Titre 3"})


def test_a_definition_counts_in_all_parts(folder: Huge) -> None:
    folder.write([*SLIDES, "[other]: http://y.org"])
    assert folder.sync_and_count() == len(SLIDES) + 1


def test_a_slide_that_moves_costs_nothing(folder: Huge) -> None:
    folder.write([*SLIDES[:2], SLIDES[5], *SLIDES[2:5], *SLIDES[6:]])
    assert folder.sync_and_count() == 0


def test_what_goes_on_over_slides_is_read_as_a_whole(
    folder: Huge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slides = [*SLIDES[:3], "a ` b", *SLIDES * 3]
    folder.write(slides)
    assert folder.sync_and_count() == 0
    assert folder.get("build/fr/a.md") == in_whole(tmp_path / "other", monkeypatch, slides, {})


def test_some_slides_that_go_on_in_each_other_are_one_part(folder: Huge) -> None:
    folder.write([*SLIDES[:3], "```\ncode", "code\n```", *SLIDES[4:]])
    assert folder.sync_and_count() == 1


def test_slides_that_are_skipped_together_are_one_part(folder: Huge) -> None:
    folder.write([*SLIDES[:3], "<!-- l10n skip-start -->", "skipped", "<!-- l10n skip-end -->", *SLIDES[3:]])
    assert folder.sync_and_count() == 1
    assert "skipped" not in folder.get("locales/fr/LC_MESSAGES/a.po")


def test_a_translation_that_goes_on_over_slides_is_refused_all_the_same(folder: Huge) -> None:
    folder.translate("a", "Title 3", "Titre ` 3")
    report = folder.sync()
    assert [refused.reason for refused in report.locales["fr"].refused] == ["a backtick has no partner"]
    assert folder.get("build/fr/a.md") == folder.get("source/a.md")


def test_a_damaged_row_costs_its_part(folder: Huge) -> None:
    folder.rows.write_bytes(folder.rows.read_bytes().replace(b"Title 3", b"Title X", 1))
    folder.write([*SLIDES, "more"])
    assert folder.sync_and_count() == 3  # and the last one, which is followed by another now
    assert folder.get("build/fr/a.md") == folder.get("source/a.md")


def test_lines_are_those_of_the_deck(folder: Huge) -> None:
    lined = Huge(folder.root, references="line")
    lined.write([*SLIDES, "more"])
    lined.sync()
    deck = lined.get("source/a.md").split("\n")
    template = lined.get("locales/templates/a.pot")
    assert f"#: source/a.md:{1 + deck.index('# Title 5')}\n" in template
    assert f"#: source/a.md:{1 + deck.index('more')}\n" in template


def test_rows_of_a_deck_that_is_gone_go(folder: Huge) -> None:
    folder.put("source/b.md", "text\n")
    rows = folder.rows
    (folder.root / "source" / "a.md").unlink()
    folder.sync()
    assert not rows.exists()


def test_nothing_is_kept_in_a_dry_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_store, "_HUGE", 0)
    dry = Huge(tmp_path)
    dry.write(SLIDES)
    dry.sync(dry=True)
    assert not (tmp_path / ".l10n").exists()


def test_too_much_that_goes_on_is_not_tried_for_long(folder: Huge) -> None:
    made = 0
    create = Part.__init__

    def counted(self: Part, *arguments: Any, **named: Any) -> None:
        nonlocal made
        made += 1
        create(self, *arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Part, "__init__", counted)
        folder.write(["continued: true\n\ntext"] * 100)
        folder.sync()
    assert made <= 2 * parts._MOST
