"""Catalogs move from one ``catalogs-per`` to another: what was published is, and no text is lost."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog import Catalog, Key, load
from l10n.catalog.writer import format_entry
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.project.sources import SourceDeck, publishable
from l10n.sync.decks import Step, run
from l10n.sync.results import Report
from l10n.system.files import Files

PATHS = ("a.md", "b.md", "messages.md", "week1.md", "week1/a.md", "week1/deep/c.md", "week 2/é.md")
TEXTS = ("Hello", "Questions?", "Thanks *to all*", "Run `make`", "Read 3 pages", "Good bye")
VERSIONS = ("Un", "Deux", "Trois *fois*", '`make` "quatre"', "")
NOTES = ((), ("informal here",), ("see the manual", "", "twice"))
PERS = ("deck", "folder", "project")
LOCALES = ("fr", "pt_BR")
EVERY = Step.EXTRACT | Step.UPDATE | Step.BUILD

Translations = Mapping[tuple[str, str, str], tuple[str, bool, tuple[str, ...]]]
"""By deck, locale and message: a translation, whether it is fuzzy, and notes."""


@st.composite
def decks(draw: st.DrawFn) -> dict[str, list[str]]:
    paths = draw(st.lists(st.sampled_from(PATHS), min_size=2, max_size=4, unique=True))
    blocks = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4, unique=True)
    return {path: draw(blocks) for path in paths}


def written(project: Path, texts: Mapping[str, list[str]]) -> None:
    for path, blocks in texts.items():
        file = project / "source" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def synced(root: Path, per: str, memory: str) -> Report:
    config = Config(root, locales=LOCALES, catalogs_per=per, memory=memory)
    report = run(Project(config, Files(root)), EVERY)
    assert report.problems == []
    return report


def translate(data: st.DataObject, root: Path) -> None:
    """Each catalog gets translations of its own, and one message that was in the deck some time ago."""
    for path in sorted((root / "locales").rglob("*.po")):
        lines = path.read_text(encoding="utf-8").split("\n\n")
        done = [lines[0]]
        for entry in lines[1:]:
            text = data.draw(st.sampled_from(VERSIONS))
            fuzzy = bool(text) and data.draw(st.booleans())
            catalog = load((lines[0] + "\n\n" + entry.rstrip("\n") + "\n").encode(), "x")
            notes = data.draw(st.sampled_from(NOTES))
            done.append("\n".join(new_lines(catalog, text, notes, fuzzy=fuzzy)))
        if data.draw(st.booleans()):
            gone = data.draw(st.sampled_from(("Gone", *TEXTS)))
            if not any(f'msgid "{gone}"' in one for one in done):
                done.append(f'#~ msgid "{gone}"\n#~ msgstr "{data.draw(st.sampled_from(VERSIONS[:2]))}"')
        path.write_text("\n\n".join(done) + "\n", encoding="utf-8")


def new_lines(catalog: Catalog, text: str, notes: tuple[str, ...], *, fuzzy: bool) -> list[str]:
    (entry,) = catalog.entries
    return format_entry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgstr=text,
        notes=notes,
        comments=entry.comments,
        references=entry.references,
        fuzzy=fuzzy,
        previous=(None, "Before") if fuzzy else None,
    )


def built(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "build").rglob("*.md"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def published(root: Path, per: str) -> dict[tuple[str, str, Key], str]:
    project = Project(Config(root, locales=LOCALES, catalogs_per=per), Files(root))
    found = {}
    for deck in project.decks:
        source = SourceDeck(project, deck)
        for locale in LOCALES:
            texts = publishable(source.catalog(locale) or Catalog())
            found |= {(deck, locale, key): text for key, text in texts.items()}
    return found


def said(root: Path) -> set[tuple[str, str]]:
    """What translators have written, by locale: texts, and notes."""
    found = set()
    for path in (root / "locales").rglob("*.po"):
        locale = path.relative_to(root / "locales").parts[0]
        for entry in load(path.read_bytes(), str(path)).entries:
            found |= {(locale, text) for text in (entry.msgstr, *entry.notes) if text}
    return found


def all_text(root: Path) -> dict[str, str]:
    texts = dict.fromkeys(LOCALES, "")
    for path in (root / "locales").rglob("*.po"):
        texts[path.relative_to(root / "locales").parts[0]] += path.read_text(encoding="utf-8")
    return texts


def lost(root: Path, before: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """What is neither a translation nor a note any more, nor kept in a comment."""
    texts = all_text(root)
    return {
        (locale, text)
        for locale, text in before - said(root)
        if text.replace('"', '\\"') not in texts[locale]
    }


@pytest.mark.parametrize("memory", ["off", "fill"])
@given(data=st.data())
@settings(deadline=None, max_examples=20)
def test_what_was_published_is_published_whichever_way_catalogs_move(
    tmp_path_factory: pytest.TempPathFactory, memory: str, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("moving")
    try:
        written(root, data.draw(decks()))
        first, *ways = data.draw(st.permutations((*PERS, *PERS)))
        synced(root, "deck", memory)
        translate(data, root)
        for per in ("deck", first):
            synced(root, per, memory)
        before, texts, told = built(root), published(root, first), said(root)
        for per in ways:
            synced(root, per, memory)
            now = published(root, per)
            assert {key: now.get(key) for key in texts} == texts
            if memory == "off":
                assert built(root) == before
            assert lost(root, told) == set()
            assert not synced(root, per, memory).changed, "nothing is left to do"
    finally:
        shutil.rmtree(root)
