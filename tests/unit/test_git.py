"""What git knows of files; in repositories made here."""

import subprocess
from pathlib import Path

import pytest

from l10n.errors import GitError
from l10n.git import Repository


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", "-C", folder, *identity, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "old name.md").write_text("# One\n\nWords that stay the same.\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "mv", "old name.md", "é.md")
    git(tmp_path, "commit", "-qm", "renamed")
    (tmp_path / "é.md").write_text("# Two\n\nWords that stay the same.\n")
    git(tmp_path, "commit", "-qam", "edited")
    return tmp_path


def test_history_is_newest_first_and_follows_renames(folder: Path) -> None:
    history = Repository(folder).history("é.md")

    assert [(one.subject, one.path) for one in history] == [
        ("edited", "é.md"),
        ("renamed", "é.md"),
        ("first", "old name.md"),
    ]


def test_the_main_line_has_a_merge_for_all_that_it_brought(folder: Path) -> None:
    git(folder, "switch", "-qc", "branch", "HEAD~1")
    (folder / "é.md").write_text("# One\n\nWords that change.\n")
    git(folder, "commit", "-qam", "on a branch")
    git(folder, "switch", "-q", "main")
    git(folder, "merge", "-q", "-m", "merged", "branch")
    repository = Repository(folder)

    line = [(one.subject, one.path) for one in repository.history("é.md", mainline=True)]
    assert line == [("merged", "é.md"), ("edited", "é.md"), ("renamed", "é.md"), ("first", "old name.md")]
    head = git(folder, "rev-parse", "HEAD")
    assert [one.subject for one in repository.between("HEAD~1", head, "é.md")] == ["on a branch"]
    assert repository.since("HEAD~1") == {head, git(folder, "rev-parse", "branch")}


def test_settings_and_attributes_are_those_of_the_repository(folder: Path) -> None:
    repository = Repository(folder)
    (folder / ".gitattributes").write_text("*.po merge=mine\n")

    assert repository.setting("merge.mine.driver") is None
    repository.set("merge.mine.driver", "a %O\nb = c")
    assert repository.setting("merge.mine.driver") == "a %O\nb = c"
    assert repository.attribute("merge", folder / "not there é.po") == "mine"
    assert repository.attribute("merge", folder / "é.md") == "unspecified"


def test_files_are_read_as_they_were(folder: Path) -> None:
    repository = Repository(folder)
    history = repository.history("é.md")

    texts = list(repository.read_all([(one.commit, one.path) for one in history]))

    assert [text and text[:5] for text in texts] == [b"# Two", b"# One", b"# One"]
    assert repository.read(history[-1].commit, "é.md") is None
    assert repository.read(history[0].commit, "é.md") == (folder / "é.md").read_bytes()


def test_a_folder_is_not_a_file(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "x.md").write_text("x")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "sub")
    repository = Repository(folder)

    assert repository.read("HEAD", "sub") is None
    assert repository.files("HEAD", "sub") == ["sub/x.md"]
    assert repository.files("HEAD", "") == ["sub/x.md", "é.md"]


def test_a_path_is_told_from_the_top(folder: Path) -> None:
    (folder / "sub").mkdir()
    assert Repository(folder / "sub").path(folder / "sub" / "x.md") == "sub/x.md"
    with pytest.raises(GitError, match="outside"):
        Repository(folder).path(folder.parent / "x.md")


def test_a_revision_that_is_not_there_is_a_clear_error(folder: Path) -> None:
    repository = Repository(folder)
    assert repository.commit("main") == git(folder, "rev-parse", "HEAD")
    for name in ("nope", "--help", "main:é.md"):
        with pytest.raises(GitError, match="knows no revision"):
            repository.commit(name)


def test_a_shallow_clone_is_said_to_be_one(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth=1", folder.as_uri(), ".")

    assert Repository(clone).is_shallow()
    with pytest.raises(GitError, match="shallow"):
        Repository(clone).commit("main~1")


def test_a_repository_of_another_user_is_told_with_git_s_remedy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("LANGUAGE", "fr")
    with pytest.raises(GitError, match=r"dubious ownership .*run `git config --global --add safe\.directory"):
        Repository(folder)


def test_no_repository_and_no_git_are_clear_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GitError, match="no git repository"):
        Repository(tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="install"):
        Repository(tmp_path)
