"""Several commands in one checkout at the same time: a run for each locale, as a machine may start them."""

import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from cli.conftest import COMMAND, Workspace, contents
from l10n.sync.group_steps import GroupSteps
from l10n.system import lock
from l10n.system.files import Files
from l10n.system.lock import exclusive

LOCALES = ("de", "es", "fr")


@pytest.fixture
def course(empty: Workspace) -> Workspace:
    """Some decks in three languages, edited since."""
    for number in range(12):
        empty.deck(f"{number:02}.md", f"# Deck {number}\n\nHello {number}\n\nGood bye {number}\n")
    empty.deck("image.svg", "<svg></svg>\n")
    empty.ok("init", *LOCALES)
    for locale in LOCALES:
        empty.translate("Hello 3", f"Hello 3 in {locale}", "03", locale)
    empty.ok("sync")
    for number in range(0, 12, 2):
        empty.replace(f"source/{number:02}.md", "Good bye", "Fare well")
    return empty


def started(root: Path, *args: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *args], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_a_run_for_each_locale_at_once_does_what_one_for_all_does(course: Workspace) -> None:
    done = course.root.with_name("done")
    shutil.copytree(course.root, done)
    with started(done, "sync") as whole:
        assert whole.wait() == 0
    runs = [started(course.root, "sync", locale) for locale in LOCALES]
    outcomes = [(*run.communicate(timeout=60), run.returncode) for run in runs]
    assert [code for *_, code in outcomes] == [0, 0, 0], outcomes
    assert contents(course.root) == contents(done)
    assert not course.path(".l10n/running").exists()


def test_languages_that_are_added_at_once_are_all_there(course: Workspace) -> None:
    for path in ("l10n.toml", "locales", "build"):
        shutil.rmtree(course.path(path)) if course.path(path).is_dir() else course.path(path).unlink()
    runs = [started(course.root, "init", locale) for locale in LOCALES]
    outcomes = [(*run.communicate(timeout=60), run.returncode) for run in runs]
    assert [code for *_, code in outcomes] == [0, 0, 0], outcomes
    assert {path.parent.parent.name for path in course.path("locales").rglob("00.po")} == {*LOCALES}


def test_settings_that_somebody_made_meanwhile_stay(course: Workspace) -> None:
    course.path("l10n.toml").unlink()
    theirs = 'source = "source"\nlocales = ["de", "es", "fr", "it"]\n'
    begun, end = threading.Event(), threading.Event()

    def first() -> None:
        with exclusive(Files(course.root)):
            begun.set()
            end.wait(10)
            course.write("l10n.toml", theirs)

    def sleep(_: float) -> None:
        end.set()
        other.join()

    course.monkeypatch.setattr(lock.time, "sleep", sleep)
    other = threading.Thread(target=first)
    other.start()
    begun.wait(10)
    course.ok("init", "it")
    assert course.read("l10n.toml") == theirs


def test_a_run_that_waits_sees_what_the_other_did(course: Workspace) -> None:
    """Its list of decks is of before: a catalog that is new must not be taken for one whose deck is gone."""
    begun, end = threading.Event(), threading.Event()

    def first() -> None:
        with exclusive(Files(course.root)):
            begun.set()
            end.wait(10)
            for locale in LOCALES:
                course.write(course.po("new", locale), course.read(course.po("03", locale)))
            course.deck("new.md", course.read("source/03.md"))

    def sleep(_: float) -> None:
        end.set()
        other.join()

    course.monkeypatch.setattr(lock.time, "sleep", sleep)
    other = threading.Thread(target=first)
    other.start()
    begun.wait(10)
    course.deck("nearly.md", course.read("source/03.md"))
    outcome = course.ok("sync")
    assert "removed" not in outcome.out
    assert course.path(course.po("new")).exists()
    assert "Hello 3 in fr" in course.read("build/fr/new.md")


def test_a_run_for_one_locale_leaves_what_is_known_of_the_others(course: Workspace) -> None:
    for locale in LOCALES:
        course.ok("sync", locale)
    course.ok("sync")
    taken: list[str] = []
    course.monkeypatch.setattr(GroupSteps, "take", lambda _, result: taken.append(result.name))
    for args in (*([locale] for locale in LOCALES), []):
        course.ok("sync", *args)
    assert taken == []


def test_whoever_waits_long_is_told(course: Workspace) -> None:
    course.monkeypatch.setattr(lock, "_SILENT", 0.0)
    course.monkeypatch.setattr(lock, "PATIENCE", 0.2)
    with exclusive(Files(course.root)):
        outcome = course.run("sync", "fr")
        quiet = course.run("sync", "fr", "--quiet")
    assert outcome.code == quiet.code == 2
    note = "note: another l10n command is at work on this project; waiting for it\n"
    assert outcome.err.count(note) == 1
    assert note not in quiet.err
    assert "error" in quiet.err
