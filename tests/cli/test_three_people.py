"""Three people and one course: who keeps it, who translates it with their own tools, and who checks it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import polib
import pytest
import yaml
from corpus.real import CORPUS, OTHERS

from cli.adopting import PAIRS, translated_course
from cli.conftest import Outcome, Workspace, gettext, needs_gettext
from cli.savers import SAVERS, by_hand
from cli.test_ecosystem import HOOKS, PRE_COMMIT, pre_commit
from cli.test_merge_driver import Clone

COURSE = sorted(CORPUS.glob("container.training/slides/k8s/*.md"))[:12]
REPOSITORIES = sorted(path for engine in OTHERS.glob("*") for path in engine.iterdir())
needs_pre_commit = pytest.mark.skipif(PRE_COMMIT is None, reason="pre-commit is not installed")
pytestmark = [
    pytest.mark.corpus,
    needs_gettext,
    pytest.mark.skipif(not COURSE, reason="the real decks are not in ../shared/corpus"),
]
SAID = "Dit par {}"
FOREIGN = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "A  b"\nmsgstr "A ,b"\n'


def with_hooks(work: Workspace) -> None:
    """As docs/ci.md has it, for one's own mistakes only; the command is that on the PATH."""
    own = {"l10n-check": {"args": ["--changed-since", "HEAD"]}}
    hooks = [{**hook, "language": "system", **own.get(hook["id"], {})} for hook in HOOKS]
    work.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))


@pytest.fixture
def keeper(empty: Workspace, tmp_path: Path) -> Clone:
    """The repository of the course: some decks translated before, some not, and what is another program's."""
    clone = Clone(empty, tmp_path / "bin")
    translated_course(empty, COURSE)
    empty.run("sync")
    empty.write(".gitignore", "build/\n.l10n/\n*.mo\n")
    empty.write("app/locale/fr.po", FOREIGN)
    with_hooks(empty)
    clone.git("init", "-qb", "main")
    empty.ok("install-merge-driver")
    clone.commit("The course")
    return clone


def translations(work: Workspace) -> dict[tuple[str, str], str]:
    """All that stands in catalogs as translated, by catalog and message."""
    found: dict[tuple[str, str], str] = {}
    for path in work.path("locales/fr").rglob("*.po"):
        entries = [one for one in polib.pofile(str(path)) if one.translated() and not one.msgctxt]
        found |= {(called(work, path), one.msgid): one.msgstr for one in entries}
    return found


def called(work: Workspace, catalog: Path) -> str:
    return catalog.relative_to(work.path("locales/fr/LC_MESSAGES")).as_posix()


def untranslated(work: Workspace) -> Iterator[tuple[Path, str]]:
    """Plain messages that lack a translation, one in each catalog."""
    for path in sorted(work.path("locales/fr").rglob("*.po")):
        for one in polib.pofile(str(path)).untranslated_entries():
            if re.fullmatch(r"[A-Z][A-Za-z ,']{4,60}", one.msgid) and not (one.msgctxt or one.fuzzy):
                yield path, one.msgid
                break


def cloned(keeper: Clone, folder: Path) -> Workspace:
    keeper.git("clone", "-q", str(keeper.workspace.root), str(folder))
    return Workspace(folder, keeper.workspace.monkeypatch)


def hooks_run(work: Workspace) -> subprocess.CompletedProcess[str]:
    return pre_commit(work, "run", "--all-files")


def translate(work: Workspace, clone: Clone) -> dict[tuple[str, str], str]:
    """One message with each tool, each in a commit of its own, which goes through the hooks.

    One that sorts messages otherwise is refused by that for decks, which says what to run.
    """
    done: dict[tuple[str, str], str] = {}
    commit = ("git", "commit", "-qam")
    for (path, msgid), (name, save) in zip(untranslated(work), SAVERS.items(), strict=False):
        save(path, msgid, SAID.format(name))
        done[called(work, path), msgid] = SAID.format(name)
        assert work.run("check", str(path)).code in {0, 1}
        assert gettext("msgfmt", "-c", "-o", "-", str(path), folder=work.root).returncode == 0
        said = subprocess.run([*commit, name], cwd=work.root, capture_output=True, text=True, check=False)
        assert (said.returncode == 0) == (name != "msgcat"), said
        if said.returncode:
            assert f"would write {path.relative_to(work.root).as_posix()}" in said.stderr
            work.ok("update")
            clone.git("-C", str(work.root), "commit", "-qam", name)
    assert len(done) == len(SAVERS)
    return done


def edit_upstream(work: Workspace) -> tuple[str, str]:
    """One paragraph that is translated gets more words: its deck and its old text."""
    deck = f"{PAIRS[0].name}.md"
    text = work.read(f"source/{deck}")
    name = f"{PAIRS[0].name}.po"
    msgid = next(
        msgid
        for stem, msgid in translations(work)
        if stem == name and len(msgid) > 40 and text.count(msgid) == 1 and "`" not in msgid
    )
    work.replace(f"source/{deck}", msgid, f"{msgid} - as of this autumn")
    return name, msgid


@needs_pre_commit
def test_a_course_is_kept_translated_and_checked_by_three_people(keeper: Clone, tmp_path: Path) -> None:
    work = keeper.workspace
    mended = hooks_run(work)  # translations of old: what is certain is repaired once
    assert mended.returncode in {0, 1}
    keeper.git("commit", "-qam", "Repaired", "--allow-empty")
    assert hooks_run(work).returncode == 0
    before = translations(work)
    assert len(before) > 100

    translator = cloned(keeper, tmp_path / "translator")
    translator.ok("install-merge-driver")
    assert pre_commit(translator, "install").returncode == 0
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
    proposed = polib.pofile(work.read(f"locales/fr/LC_MESSAGES/{edited[0]}"))
    assert any(one.msgstr == before[edited] and one.previous_msgid == edited[1] for one in proposed)
    built = "".join(path.read_text() for path in work.path("build/fr").glob("*.md"))
    assert all(text in built for text in said.values())
    keeper.git("commit", "-qm", "In sync", "--allow-empty")

    machine = cloned(keeper, tmp_path / "machine")
    checked = machine.run("sync", "--check")
    assert checked.code == 0, checked
    passed = hooks_run(machine)
    assert passed.returncode == 0, passed.stdout
    assert machine.read("app/locale/fr.po") == FOREIGN
    keeper.git("-C", str(machine.root), "diff", "--exit-code")
    lines = machine.run("check", "--format", "github").out.splitlines()
    assert lines
    assert all(re.match(r"::(error|warning|notice|group|endgroup)", line) for line in lines)
    found = json.loads(machine.run("check", "--format", "codequality").out)
    assert all((machine.root / one["location"]["path"]).is_file() for one in found)

    work.monkeypatch.chdir(work.root)
    work.next_day()
    work.run("sync")
    assert keeper.git("status", "--porcelain") == ""


WRONG = "[manuel](https://example.com/faux) en 99 pages"


def in_place(outcome: Outcome, form: str) -> set[tuple[str, int]]:
    """The files and lines of what is found, as each server reads them."""
    if form == "github":
        told = re.findall(r"::(?:error|warning|notice) file=(.*?),line=(\d+)", outcome.out)
        return {(path, int(line)) for path, line in told}
    if form == "codequality":
        places = [one["location"] for one in json.loads(outcome.out)]
        return {(one["path"], one["lines"]["begin"]) for one in places}
    if form == "sarif":
        (run,) = json.loads(outcome.out)["runs"]
        told = [one["locations"][0]["physicalLocation"] for one in run["results"]]
        return {(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in told}
    cases = ET.fromstring(outcome.out).iter("testcase")
    text = "".join(one.text or "" for case in cases for one in case if one.tag in ("failure", "system-out"))
    return {(path, int(line)) for path, line in re.findall(r"(\S+\.po):(\d+)", text)}


@needs_pre_commit
def test_a_mistake_is_refused_by_the_hook_and_named_by_the_machine(keeper: Clone, tmp_path: Path) -> None:
    work = keeper.workspace
    hooks_run(work)
    keeper.git("commit", "-qam", "Repaired", "--allow-empty")
    translator = cloned(keeper, tmp_path / "translator")
    assert pre_commit(translator, "install").returncode == 0
    path, msgid = next(untranslated(translator))
    by_hand(path, msgid, WRONG)
    name = path.relative_to(translator.root).as_posix()
    commit = ("-C", str(translator.root), "commit", "-qam")
    said = keeper.git(*commit, "Wrong", code=1)
    assert f"{name}:" in said
    keeper.git(*commit, "Wrong", "--no-verify")

    translator.monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    lines = [number for number, one in enumerate(path.read_text().split("\n"), 1) if WRONG in one]
    for form in ("github", "codequality", "sarif", "junit"):
        outcome = translator.run("check", "--changed-since", "HEAD~1", "--format", form)
        assert outcome.code == 1
        found = in_place(outcome, form)
        assert {where for where, _ in found} == {name}, form
        assert any(abs(line - lines[0]) <= 1 for _, line in found), (form, found, lines)
    assert "fr" in (tmp_path / "summary.md").read_text()
    synced = translator.run("sync", "--check", "--strict")
    assert synced.code == 1
    assert f"{name}:" in synced.err
    path.write_text(path.read_text().replace(WRONG, SAID.format("moi")))
    keeper.git(*commit, "Right")
    assert translator.run("check", "--changed-since", "HEAD~2").code == 0


@pytest.mark.parametrize("repository", REPOSITORIES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_decks_of_other_authors_are_begun_translated_and_checked(
    empty: Workspace, tmp_path: Path, repository: Path
) -> None:
    """From their folder as it is: a language, a sentence by each tool, and a fresh clone that is in sync."""
    shutil.copytree(repository, empty.root, dirs_exist_ok=True)
    clone = Clone(empty, tmp_path / "bin")
    begun = empty.run("init", "fr")
    if begun.code:
        assert "write" in begun.err
        assert "l10n.toml" in begun.err
        pytest.skip("its decks have no mark: the message says what to write")
    empty.ok("sync")
    said: dict[tuple[str, str], str] = {}
    for (path, msgid), (name, save) in zip(untranslated(empty), SAVERS.items(), strict=False):
        save(path, msgid, SAID.format(name))
        said[called(empty, path), msgid] = SAID.format(name)
    empty.next_day()
    empty.ok("sync")
    held = translations(empty)
    assert {key: held.get(key) for key in said} == said
    settled = empty.files()
    empty.next_day()
    empty.ok("sync")
    assert empty.files() == settled
    empty.write(".gitignore", "build/\n*.mo\n")
    clone.git("init", "-qb", "main")
    clone.commit("In French")
    machine = cloned(clone, tmp_path / "machine")
    checked = machine.run("sync", "--check")
    assert checked.code == 0, checked
    assert machine.run("check", "--format", "codequality").code in {0, 1}
    assert clone.git("-C", str(machine.root), "status", "--porcelain") == ""
