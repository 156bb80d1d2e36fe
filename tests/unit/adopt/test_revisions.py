"""Which revision a translation was made from."""

import subprocess
from pathlib import Path

import pytest
from support import FRENCH, deck_of

from l10n.adopt.revisions import Version, best_version, notes_on, version, versions
from l10n.errors import GitError
from l10n.git.repository import Repository


def git(folder: Path, *args: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", str(folder), *who, *args], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    return tmp_path


def commit(folder: Path, text: str | bytes, name: str = "deck.md") -> str:
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "edited")
    return git(folder, "rev-parse", "HEAD")


def texts(found: list[Version]) -> list[str]:
    return [one.text for one in found]


def test_each_text_counts_once_with_its_newest_commit_through_renames(folder: Path) -> None:
    text = "# Containers\n\nA line of text\n"
    commit(folder, text, "old.md")
    git(folder, "mv", "old.md", "deck.md")
    commit(folder, text)
    commit(folder, text + "\nMore\n")
    last = commit(folder, text)
    found = versions(Repository(folder), folder / "deck.md", text)
    assert texts(found) == [text, text + "\nMore\n"]
    assert found[0].revision
    assert found[0].revision.commit == last


def test_what_is_not_utf8_is_left_out_and_todays_text_comes_first(folder: Path) -> None:
    commit(folder, "one")
    commit(folder, b"\xff")
    found = versions(Repository(folder), folder / "deck.md", "today")
    assert texts(found) == ["today", "one"]
    assert list(notes_on(Repository(folder), found)) == [
        "it has changes that are not committed; history knows nothing of them"
    ]


def test_line_ends_that_git_changed_are_no_change(folder: Path) -> None:
    commit(folder, "# One\n\nText\n")
    found = versions(Repository(folder), folder / "deck.md", "# One\r\n\r\nText\r\n")
    assert texts(found) == ["# One\n\nText\n"]
    assert found[0].revision


def test_file_that_was_never_committed_has_no_history(folder: Path) -> None:
    commit(folder, "x", "other.md")
    (folder / "deck.md").write_text("text")
    with pytest.raises(GitError, match="it was never committed"):
        versions(Repository(folder), folder / "deck.md", "text")


def test_named_revision_is_read_under_the_name_that_the_deck_had(folder: Path) -> None:
    first = commit(folder, "# One\n\nText that stays\n", "old.md")
    git(folder, "mv", "old.md", "deck.md")
    commit(folder, "# One\n\nText that stays\n")
    found = version(Repository(folder), folder / "deck.md", first[:9])
    assert found.text == "# One\n\nText that stays\n"
    assert found.revision
    assert (found.revision.commit, found.revision.path) == (first, "old.md")


def test_named_revision_must_have_the_deck_as_text(folder: Path) -> None:
    first = commit(folder, "x", "other.md")
    odd = commit(folder, b"\xff")
    with pytest.raises(GitError, match=r"there is no 'deck.md' in revision"):
        version(Repository(folder), folder / "deck.md", first)
    with pytest.raises(GitError, match="is not UTF-8; name another"):
        version(Repository(folder), folder / "deck.md", odd)


def slide(words: str) -> str:
    return f"# About {words}\n\n- Start the {words} deployment\n\n- Observe `{words}` in production\n"


def best(found: list[str], translated: str) -> int:
    known = [Version(text, None) for text in found]
    return known.index(best_version(known, deck_of(translated), deck_of, FRENCH)[0])


def test_the_revision_with_most_evidence_wins() -> None:
    names = [f"name{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    found = ["\n---\n".join(slide(name) for name in names[number:]) for number in range(20)]
    translated = found[13].replace("Start the", "Démarrer le").replace("Observe", "Observer")
    assert best(found, translated) == 13


def test_words_that_look_alike_tell_revisions_apart() -> None:
    words = ["container", "production", "service", "network", "volume", "secret", "cluster", "image", "node"]
    found = [
        "\n\n".join(f"- The {word} of the {'platform' if number < later else 'system'}"
                    for later, word in enumerate(words * 3))
        for number in range(27)
    ]  # fmt: skip
    translated = found[20].replace("The", "Le").replace("of the system", "du système")
    assert best(found, translated.replace("of the platform", "de la plateforme")) == 20


def test_of_equals_the_newest_wins() -> None:
    newer, older = slide("pods") + "\n<!-- a comment -->\n", slide("pods") + "\n<!-- another -->\n"
    assert best([newer, older], slide("pods").replace("Start the", "Démarrer le")) == 0
