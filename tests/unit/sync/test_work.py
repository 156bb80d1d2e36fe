from pathlib import Path
from typing import Any

import pytest

from l10n.catalog.reader import load
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.sync.results import GroupResult
from l10n.sync.work import Step, Work
from l10n.system.files import Files

DECK = "# One\n\nHello world\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose deck ``a`` is translated."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source/a.md").write_text(DECK)
    done(tmp_path, "a.md")
    path = tmp_path / "locales/fr/LC_MESSAGES/a.po"
    path.write_text(path.read_text().replace('world"\nmsgstr ""', 'world"\nmsgstr "Bonjour"'))
    return tmp_path


def done(root: Path, deck: str, *, anew: bool = False, **settings: Any) -> GroupResult:
    project = Project(Config(root, locales=("fr",), **settings), Files(root))
    return Work(project, Step.UPDATE, ("fr",), anew=anew)(deck)


def date(root: Path) -> str:
    return load((root / "locales/fr/LC_MESSAGES/a.po").read_bytes(), "a.po").fields["POT-Creation-Date"]


def test_only_new_messages_are_asked_of_memory(root: Path) -> None:
    assert done(root, "a.md").new == {}
    (root / "source/a.md").write_text(DECK + "\nMore\n")
    assert done(root, "a.md").new == {"fr": ((None, "More"),)}
    assert done(root, "a.md").new == {}


def test_after_a_run_that_was_broken_off_all_without_a_translation_are(root: Path) -> None:
    assert done(root, "a.md", anew=True).new == {"fr": ((None, "One"),)}


def test_a_memory_that_is_off_is_not_asked(root: Path) -> None:
    (root / "source/a.md").write_text(DECK + "\nMore\n")
    assert done(root, "a.md", memory="off").new == {}


def test_dates_change_with_messages_only(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = date(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    done(root, "a.md", anew=True)
    assert date(root) == before
    (root / "source/a.md").write_text(DECK + "\nMore\n")
    done(root, "a.md")
    assert date(root) == "2023-11-14 22:13+0000"
