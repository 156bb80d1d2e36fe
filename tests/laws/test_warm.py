"""What a run remembers of the one before changes nothing that comes of it, whatever was edited."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog.reader import load
from l10n.dialects import seams
from l10n.project import part_store
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.sync import work
from l10n.sync.decks import Step, run
from l10n.sync.results import Report
from l10n.system.files import Files
from laws.dialect_texts import NAMES, in_file
from laws.test_parts import some_decks
from laws.texts import translations

_NEW = count()


@pytest.fixture(scope="module", autouse=True)
def by_slide() -> Iterator[None]:
    """Every deck is taken apart, wherever it may be; and no time passes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seams, "_ONE_IN", 1)
        patch.setattr(part_store, "_HUGE", 0)
        patch.setattr(work, "now", lambda: "2026-01-01 00:00+0000")
        yield


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("warm")


def edits(text: str) -> st.SearchStrategy[str]:
    """The text with some of it taken away, written twice, or replaced by some of another deck."""
    place = st.integers(0, len(text))
    new = st.one_of(
        st.just(""), st.just(""), some_decks(), st.sampled_from(("`", "[", "]", "```\n", "word", "\n---\n"))
    )

    def edited(one: int, other: int, between: str) -> str:
        start, end = sorted((one, other))
        return text[:start] + between + text[end:]

    near = st.tuples(place, st.integers(0, 20)).map(lambda two: (two[0], min(len(text), sum(two))))
    return st.one_of(
        st.tuples(near, new).map(lambda found: edited(*found[0], found[1])),
        st.tuples(place, place, new).map(lambda found: edited(*found)),
        near.map(lambda two: text[: two[1]] + text[two[0] :]),
    )


def sync(root: Path, dialect: str) -> Report:
    config = Config(root, locales=("fr",), dialect=dialect, include=("*.md",))
    return run(Project(config, Files(root)), Step.EXTRACT | Step.UPDATE | Step.BUILD)


def translate(root: Path, data: st.DataObject) -> None:
    """Give some messages of the catalog another translation."""
    for path in root.glob("locales/fr/LC_MESSAGES/*.po"):
        catalog = load(path.read_bytes(), path.name)
        live = [one for one in catalog.entries if not one.obsolete]
        chosen = [one for one in live if data.draw(st.integers(0, 2)) == 0]
        new = {one.key: data.draw(translations(one.msgid)).replace("\0", "") for one in chosen}
        path.write_text(catalog.with_translations(new).render(), encoding="utf-8", newline="")


def content(root: Path) -> dict[str, bytes]:
    """All that was made."""
    made = (
        path for name in ("locales", "build") for path in sorted((root / name).rglob("*")) if path.is_file()
    )
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in made}


def told(report: Report) -> tuple[object, ...]:
    return report.locales, report.changes, list(map(str, report.problems)), report.warnings


@pytest.mark.parametrize("dialect", NAMES)
@settings(max_examples=6)
@given(text=some_decks(), data=st.data())
def test_warm_is_cold(dialect: str, projects: Path, text: str, data: st.DataObject) -> None:
    root = projects / f"{next(_NEW)}"
    (root / "source").mkdir(parents=True)
    for _ in range(3):
        (root / "source" / "a.md").write_text(in_file(text, dialect), encoding="utf-8", newline="")
        cold = root.with_name(f"{root.name}-cold")
        shutil.copytree(root, cold, ignore=shutil.ignore_patterns(".l10n"))
        assert told(sync(root, dialect)) == told(sync(cold, dialect))
        assert content(root) == content(cold)
        shutil.rmtree(cold)
        translate(root, data)
        text = data.draw(edits(text))
    shutil.rmtree(root)
