"""Where decks share a catalog, each costs what it has of it, and not what all of them have."""

import shutil
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import l10n.build
from cli.conftest import Workspace, gettext
from l10n.checks import baseline
from l10n.git.snapshots import Reader
from l10n.sync import moving

DECKS = 12
SETTINGS = 'source = "source"\ncatalogs-per = "{}"\n'


def git(work: Workspace, *args: str) -> None:
    gettext("git", "-c", "user.name=x", "-c", "user.email=x@y", *args, folder=work.root)


def commit(work: Workspace) -> None:
    git(work, "add", "-A")
    git(work, "commit", "-qm", "x")


@pytest.fixture
def course(empty: Workspace) -> Workspace:
    """Decks of two slides, each with messages of its own and one of all, half of them translated."""
    for number in range(DECKS):
        text = f"# Deck {number}\n\nHello\n\n---\n\n# Part {number}\n\nThe end of {number}\n"
        empty.deck(f"{number:02}.md", text)
    empty.write("l10n.toml", SETTINGS.format("project"))
    git(empty, "init", "-q")
    empty.ok("init", "fr")
    catalog = empty.po("messages")
    text = empty.read(catalog)
    for number in range(0, DECKS, 2):
        text = text.replace(
            f'"The end of {number}"\nmsgstr ""', f'"The end of {number}"\nmsgstr "Fin {number}"'
        )
    empty.write(catalog, text)
    empty.ok("sync")
    commit(empty)
    return empty


def counted(
    patch: pytest.MonkeyPatch, holder: object, name: str, what: Callable[..., object]
) -> Counter[object]:
    """How often a function is called with what."""
    calls: Counter[object] = Counter()
    real: Callable[..., Any] = getattr(holder, name)

    def call(*args: Any, **named: Any) -> Any:
        calls[what(*args)] += 1
        return real(*args, **named)

    patch.setattr(holder, name, call)
    return calls


def test_an_edit_of_one_deck_builds_no_other(course: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    course.replace("source/03.md", "The end of 3", "The very end of 3")
    built = counted(monkeypatch, l10n.build, "build", lambda deck, *_: deck.text)
    course.ok("sync")
    assert set(built) <= {course.read("source/03.md")}
    course.replace(course.po("messages"), "Fin 4", "La fin du 4")
    built.clear()
    course.ok("sync")
    assert set(built) == {course.read("source/04.md")}
    assert "La fin du 4" in course.read("build/fr/04.md")


def test_what_is_remembered_of_decks_is_not_what_others_have(course: Workspace) -> None:
    course.replace(course.po("messages"), '"Hello"\nmsgstr ""', '"Hello"\nmsgstr "Salut"')
    course.ok("sync")
    built = [course.read(f"build/fr/{number:02}.md") for number in range(DECKS)]
    assert all("\nSalut\n" in text for text in built)
    for made in (".l10n", "build"):
        shutil.rmtree(course.path(made))
    course.ok("sync")
    assert [course.read(f"build/fr/{number:02}.md") for number in range(DECKS)] == built


def test_log_reads_each_revision_once_for_all_decks(
    course: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 3):
        course.replace(f"source/{number:02}.md", "The end", "The very end")
        course.ok("sync")
        commit(course)
    read = counted(monkeypatch, Reader, "read", lambda _, content: content)
    told = course.ok("log", "fr").out
    assert told.endswith("fr: 2 new, 40 never translated\n")
    assert sum(read.values()) == 3
    assert set(read.values()) == {1}


def test_log_tells_the_same_of_decks_with_catalogs_of_their_own(course: Workspace) -> None:
    course.replace("source/04.md", "The end", "The very end")
    course.ok("sync")
    commit(course)
    together = course.ok("log", "fr", "--all").out
    course.write("l10n.toml", SETTINGS.format("deck"))
    course.ok("sync")
    commit(course)
    apart = course.ok("log", "fr", "--all").out
    own = [course.po(f"{number:02}") for number in range(DECKS)]
    for name in own:
        apart = apart.replace(name, course.po("messages"))
    assert apart == together


def test_what_is_wrong_with_the_catalog_of_all_is_said_once(course: Workspace) -> None:
    git(course, "rm", "-q", "--cached", course.po("messages"))
    git(course, "commit", "-qm", "gone")
    git(course, "checkout", "-q", "--orphan", "anew")
    git(course, "commit", "-qm", "anew")
    outcome = course.run("log", "fr")
    assert outcome.code == 2
    assert outcome.err.count("it is in no commit yet, so it has no history; commit it") == 1


def test_a_check_reads_what_decks_shared_once_for_all_of_them(
    course: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.write("l10n.toml", SETTINGS.format("deck"))
    course.ok("sync")
    baseline._loaded.cache_clear()
    read = counted(monkeypatch, baseline, "load", lambda content, _: content)
    told = course.run("check", "fr", "--changed-since", "HEAD")
    assert "0 translations in 12 catalogs" in told.out
    assert set(read.values()) == {1}


def test_an_old_catalog_is_joined_with_a_look_at_each_entry(
    course: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = course.read(course.po("messages"))
    course.write("l10n.toml", SETTINGS.format("deck"))
    course.ok("sync")
    old = course.read(course.po("04"))
    course.write("l10n.toml", SETTINGS.format("project"))
    course.ok("sync")
    course.write(course.po("04"), old.replace("Fin 4", "La fin"))
    seen = counted(monkeypatch, moving, "files_of", lambda entry: entry.key)
    course.ok("sync")
    assert "La fin" in course.read(course.po("messages"))
    assert sum(seen.values()) <= text.count("\nmsgid ")
