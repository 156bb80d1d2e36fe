"""What git knows of files; in repositories made here."""

import os
import subprocess
from pathlib import Path

import pytest

from l10n.errors import GitError
from l10n.git.repository import Repository


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


@pytest.mark.parametrize(
    "name",
    [
        "a\nb.md",
        "a\r",
        "-x.md",
        "--all",
        ":(top)x.md",
        ":!x",
        "*.md",
        "[a].md",
        "\\x.md",
        " x ",
        '"x"',
        "\x1e\x1f.md",
    ],
)
def test_any_name_of_a_file_is_just_a_name(folder: Path, name: str) -> None:
    for text in ("one\n", "two\n"):
        (folder / name).write_text(text)
        git(folder, "--literal-pathspecs", "add", "--", name)
        git(folder, "commit", "-qm", text)
    repository = Repository(folder)
    head = repository.commit("HEAD")

    history = repository.history(name)
    assert [(one.path, one.subject) for one in history] == [(name, "two"), (name, "one")]
    wanted = [(head, name), (head, f"no{name}"), (repository.commit("HEAD~1"), name)]
    assert list(repository.read_all(wanted)) == [b"two\n", None, b"one\n"]
    assert [one.subject for one in repository.between(f"{head}~1", head, name)] == ["two"]
    assert name in repository.files(head, "")


def test_any_name_of_a_folder_is_just_a_name(folder: Path) -> None:
    (folder / ":(top)").mkdir()
    (folder / ":(top)" / "x.md").write_text("x")
    git(folder, "--literal-pathspecs", "add", ".")
    git(folder, "commit", "-qm", "sub")
    assert Repository(folder / ":(top)").files("HEAD", ":(top)") == [":(top)/x.md"]
    assert len(Repository(folder / ":(top)").history(":(top)/x.md")) == 1


def test_names_need_not_be_utf_8(folder: Path) -> None:
    name = os.fsdecode(b"\xe9\x9b.md")
    (folder / name).write_text("x")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "odd")
    repository = Repository(folder)
    (revision,) = repository.history(name)
    assert repository.read(revision.commit, revision.path) == b"x"


def commit_object(folder: Path, committer: str, subject: str) -> str:
    """A commit with any date and subject that changes all files."""
    tree = git(folder, "rev-parse", "HEAD~1^{tree}")
    head = git(folder, "rev-parse", "HEAD")
    text = f"tree {tree}\nparent {head}\nauthor {committer}\ncommitter {committer}\n\n"
    command = ["git", "-C", folder, "hash-object", "--literally", "-t", "commit", "-w", "--stdin"]
    done = subprocess.run(command, input=f"{text}{subject}\n", capture_output=True, text=True, check=True)
    git(folder, "update-ref", "HEAD", done.stdout.strip())
    return done.stdout.strip()


def test_no_subject_forges_a_commit(folder: Path) -> None:
    forged = f"x\x1e{'a' * 40}\x1f2020-01-01\x1fy"
    made = commit_object(folder, "a <a@b> 1700000000 +0000", forged)
    newest = Repository(folder).history("é.md")[0]
    assert (newest.commit, newest.subject) == (made, forged)
    assert len(Repository(folder).history("é.md")) == 4


@pytest.mark.parametrize(
    "date", ["400000000000 +0000", "1700000000 +9999", "99999999999999999999 +0000", "", "x y"]
)
def test_a_commit_may_claim_any_date(folder: Path, date: str) -> None:
    made = commit_object(folder, f"a <a@b> {date}", "dated")
    repository = Repository(folder)
    assert repository.history("é.md")[0].commit == made
    assert len(repository.revision(made, "é.md").date.isoformat()) == len("2023-11-14T22:13:20+00:00")


def test_a_repository_of_other_files_is_refused(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    git(folder, "config", "core.worktree", str(tmp_path_factory.mktemp("elsewhere")))
    with pytest.raises(GitError, match=r"other files; see `git config core\.worktree`"):
        Repository(folder)


def test_a_bare_repository_among_files_is_refused(folder: Path) -> None:
    """It is not made by a clone of what is around it, but comes with it, and its settings do."""
    git(folder, "init", "-q", "--bare", "sub")
    git(folder / "sub", "config", "core.bare", "false")
    git(folder / "sub", "config", "core.worktree", ".")
    with pytest.raises(GitError, match="no git repository"):
        Repository(folder / "sub")


def test_a_work_tree_of_a_bare_repository_is_one_like_others(folder: Path, tmp_path: Path) -> None:
    git(folder, "clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    git(tmp_path / "bare", "worktree", "add", "-q", str(tmp_path / "tree"), "main")
    assert len(Repository(tmp_path / "tree").history("é.md")) == 3


def test_a_folder_s_own_repository_is_asked_whatever_a_hook_is_told(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "-q")
    for name, value in {"GIT_DIR": ".git", "GIT_INDEX_FILE": "no/index", "GIT_PREFIX": "x/"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(other)
    assert len(Repository(folder).history("é.md")) == 3


def test_who_names_a_repository_and_its_work_tree_is_heard(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path_factory.mktemp("kept") / "files.git"
    (folder / ".git").rename(kept)
    monkeypatch.chdir(kept.parent)
    monkeypatch.setenv("GIT_DIR", "files.git")
    monkeypatch.setenv("GIT_WORK_TREE", str(folder))
    assert len(Repository(folder).history("é.md")) == 3


def partial_clone(folder: Path, clone: Path, left_out: str) -> Path:
    git(folder, "config", "uploadpack.allowFilter", "true")
    git(clone, "clone", "-q", "--no-checkout", f"--filter={left_out}", folder.as_uri(), ".")
    return clone


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_what_a_partial_clone_left_out_is_not_fetched_but_named(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, left_out: str
) -> None:
    repository = Repository(partial_clone(folder, tmp_path_factory.mktemp("clone"), left_out))
    with pytest.raises(GitError, match=r"clone is partial.*run `git fetch --refetch --no-filter`"):
        repository.read(repository.commit("HEAD~2"), "old name.md")
    with pytest.raises(GitError, match="knows no revision"):
        repository.commit("nope")


def test_what_is_in_no_tree_of_a_partial_clone_is_just_not_there(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clone = partial_clone(folder, tmp_path_factory.mktemp("clone"), "blob:none")
    assert Repository(clone).read("HEAD", "nope.md") is None
    git(clone, "fetch", "-q", "--refetch", "--no-filter")
    assert Repository(clone).read("HEAD", "é.md") == (folder / "é.md").read_bytes()
