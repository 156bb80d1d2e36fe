"""Three people and one course: who keeps it, who translates it with their own tools, and who checks it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import polib
import pytest
from corpus.real import CORPUS
from translate.storage import pypo

from cli.adopting import PAIRS, translated_course
from cli.conftest import Workspace, gettext, needs_gettext
from cli.test_merge_driver import Clone

COURSE = sorted(CORPUS.glob("container.training/slides/k8s/*.md"))[:12]
pytestmark = [
    pytest.mark.corpus,
    needs_gettext,
    pytest.mark.skipif(not COURSE, reason="the real decks are not in ../shared/corpus"),
]
SAID = "Dit par {}"
Saver = Callable[[Path, str, str], None]


def by_polib(path: Path, msgid: str, msgstr: str) -> None:
    catalog = polib.pofile(str(path))
    catalog.find(msgid).msgstr = msgstr
    catalog.save()


def by_msgcat(path: Path, msgid: str, msgstr: str) -> None:
    """A text editor, and a hook that lays catalogs out."""
    text = path.read_text()
    head = f'\nmsgid "{msgid}"\nmsgstr "'
    assert text.count(f'{head}"') == 1
    path.write_text(text.replace(f'{head}"', f'{head}{msgstr}"'))
    done = gettext("msgcat", "--sort-by-file", "-o", str(path), str(path), folder=path.parent)
    assert done.returncode == 0, done.stderr


def by_poedit(path: Path, msgid: str, msgstr: str) -> None:
    """It wraps, names itself in the header, and compiles beside the catalog."""
    by_polib(path, msgid, msgstr)
    catalog = polib.pofile(str(path), wrapwidth=79)
    catalog.metadata["X-Generator"] = "Poedit 3.6"
    catalog.save()
    catalog.save_as_mofile(str(path.with_suffix(".mo")))


def by_weblate(path: Path, msgid: str, msgstr: str) -> None:
    store = pypo.pofile.parsefile(str(path))
    (unit,) = (unit for unit in store.units if unit.source == msgid)
    unit.target = msgstr
    store.updateheader(add=True, last_translator="A <a@example.com>", x_generator="Weblate 2026.10")
    store.save()


SAVERS: dict[str, Saver] = {
    "polib": by_polib, "msgcat": by_msgcat, "Poedit": by_poedit, "Weblate": by_weblate,
}  # fmt: skip


@pytest.fixture
def keeper(empty: Workspace, tmp_path: Path) -> Clone:
    """The repository of the course: some decks translated before, some not."""
    clone = Clone(empty, tmp_path / "bin")
    translated_course(empty, COURSE)
    empty.run("sync")
    empty.write(".gitignore", "build/\n.l10n/\n*.mo\n")
    clone.git("init", "-qb", "main")
    empty.ok("install-merge-driver")
    clone.commit("The course")
    return clone


def translations(work: Workspace) -> dict[tuple[str, str], str]:
    """All that stands in catalogs as translated, by deck and message."""
    found: dict[tuple[str, str], str] = {}
    for path in work.path("locales/fr").rglob("*.po"):
        entries = [one for one in polib.pofile(str(path)) if one.translated() and not one.msgctxt]
        found |= {(path.stem, one.msgid): one.msgstr for one in entries}
    return found


def untranslated(work: Workspace) -> Iterator[tuple[Path, str]]:
    """Plain messages that lack a translation, one in each catalog."""
    for path in sorted(work.path("locales/fr").rglob("*.po")):
        for one in polib.pofile(str(path)).untranslated_entries():
            if re.fullmatch(r"[A-Z][a-z ,']{20,60}", one.msgid) and not one.msgctxt:
                yield path, one.msgid
                break


def cloned(keeper: Clone, folder: Path) -> Workspace:
    keeper.git("clone", "-q", str(keeper.workspace.root), str(folder))
    return Workspace(folder, keeper.workspace.monkeypatch)


def translate(work: Workspace, clone: Clone) -> dict[tuple[str, str], str]:
    """One message with each tool, each in a commit of its own."""
    done: dict[tuple[str, str], str] = {}
    for (path, msgid), (name, save) in zip(untranslated(work), SAVERS.items(), strict=False):
        save(path, msgid, SAID.format(name))
        done[path.stem, msgid] = SAID.format(name)
        assert work.run("check", str(path)).code in {0, 1}
        assert gettext("msgfmt", "-c", "-o", "-", str(path), folder=work.root).returncode == 0
        clone.git("-C", str(work.root), "commit", "-qam", name)
    assert len(done) == len(SAVERS)
    return done


def edit_upstream(work: Workspace) -> tuple[str, str]:
    """One paragraph that is translated gets more words: its deck and its old text."""
    deck = f"{PAIRS[0].name}.md"
    text = work.read(f"source/{deck}")
    name = deck.removesuffix(".md")
    msgid = next(
        msgid
        for stem, msgid in translations(work)
        if stem == name and len(msgid) > 40 and text.count(msgid) == 1 and "`" not in msgid
    )
    work.replace(f"source/{deck}", msgid, f"{msgid} - as of this autumn")
    return name, msgid


def test_a_course_is_kept_translated_and_checked_by_three_people(keeper: Clone, tmp_path: Path) -> None:
    work = keeper.workspace
    before = translations(work)
    assert len(before) > 100
    translator = cloned(keeper, tmp_path / "translator")
    translator.ok("install-merge-driver")
    said = translate(translator, keeper)

    work.monkeypatch.chdir(work.root)
    work.next_day()
    edited = edit_upstream(work)
    report = json.loads(work.run("sync", "--format", "json").out)
    changes = {name: one["messages"] for name, one in report["locales"]["fr"]["changes"].items()}
    assert changes["fuzzy"] + changes["carried"] == 1
    assert (changes["new"], changes["filled"], changes["revived"]) == (0, 0, 0)
    keeper.commit("Upstream has moved on")

    keeper.git("pull", "-q", "--no-rebase", "--no-edit", str(translator.root), "main")
    work.run("sync")
    keeper.git("add", "-A")
    after = translations(work)
    lost = {key for key, text in (before | said).items() if after.get(key) != text}
    assert lost <= {edited}
    proposed = polib.pofile(work.read(f"locales/fr/LC_MESSAGES/{edited[0]}.po"))
    assert any(one.msgstr == before[edited] and one.previous_msgid == edited[1] for one in proposed)
    built = "".join(path.read_text() for path in work.path("build/fr").glob("*.md"))
    assert all(text in built for text in said.values())
    keeper.git("commit", "-qm", "In sync", "--allow-empty")

    machine = cloned(keeper, tmp_path / "machine")
    checked = machine.run("sync", "--check")
    assert checked.code == 0, checked
    lines = machine.run("check", "--format", "github").out.splitlines()
    assert lines
    assert all(re.match(r"::(error|warning|notice|group|endgroup)", line) for line in lines)
    found = json.loads(machine.run("check", "--format", "codequality").out)
    assert all((machine.root / one["location"]["path"]).is_file() for one in found)

    work.monkeypatch.chdir(work.root)
    work.next_day()
    work.run("sync")
    assert keeper.git("status", "--porcelain") == ""
