"""Patterns mean what they mean in ``.gitignore``: to git itself, and to pathspec where it agrees with git."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from l10n.project.patterns import PatternError, Patterns

NAMES = ("a", "b", "c", "ab", "abc", "x.md", "a b", "b-", "-", "!a", "#", "]", "a*", "é")
PATHS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map("/".join)
PLAIN = st.lists(
    st.sampled_from(("a", "b", "c", "*", "?", "[ab]", "[a-c]", "-", ".md", "\\*")),
    min_size=1,
    max_size=4,
).map("".join)
PARTS = st.one_of(PLAIN.filter(lambda part: "**" not in part), st.just("**"))
PLAIN_PATTERNS = st.tuples(
    st.sampled_from(("", "/")),
    st.lists(PARTS, min_size=1, max_size=3).map("/".join),
    st.sampled_from(("", "/")),
).map("".join)
ODD = (
    "a", "b", "c", "é", "*", "**", "***", "?", "/", "**/", "/**", "[ab]", "[!a]", "[^b]", "[a-c]", "[c-a]",
    "[]a]", "[", "]", "[a-]", "[b/c]", "[[:alpha:]]", "[[:x:]]", "[[:", "[\\]]", "\\a", "\\*", "\\", "!", "#",
    " ", "-",
)  # fmt: skip
ODD_PATTERNS = st.lists(st.sampled_from(ODD), min_size=1, max_size=6).map("".join)


@given(PLAIN_PATTERNS, st.lists(PATHS, min_size=1, max_size=20))
def test_a_pattern_matches_what_it_matches_to_pathspec(line: str, paths: list[str]) -> None:
    assume(not line.endswith("**/"))  # pathspec takes files for folders there, and slashes for [!a]
    theirs = GitIgnoreSpec.from_lines([line])
    ours = Patterns([line])

    for path in paths:
        assert ours.matches(path) == theirs.match_file(path), path


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ignored")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / ".git" / "info").mkdir(exist_ok=True)
    return folder


def ignored(repository: Path, lines: list[str], paths: list[str]) -> set[str]:
    (repository / ".git" / "info" / "exclude").write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = ["git", "-C", str(repository), "check-ignore", "--no-index", "--stdin", "-z"]
    found = subprocess.run(command, input="\0".join(paths).encode() + b"\0", capture_output=True, check=False)
    assert found.returncode in (0, 1), found.stderr
    return set(found.stdout.decode().split("\0")) - {""}


def of_bytes(lines: list[str], paths: list[str]) -> bool:
    """Whether git, which compares bytes, may take a part of a character."""
    return "é" in "".join(paths) and any(sign in "".join(lines) for sign in "?[")


@given(
    st.lists(st.one_of(PLAIN_PATTERNS, ODD_PATTERNS), min_size=1, max_size=3),
    st.lists(PATHS, min_size=1, max_size=30),
)
def test_patterns_match_what_git_ignores(repository: Path, lines: list[str], paths: list[str]) -> None:
    try:
        ours = Patterns(lines)
    except PatternError:
        return
    if of_bytes(lines, paths):
        paths = [path for path in paths if "é" not in path] or ["a"]
    assert {path for path in paths if ours.matches(path)} == ignored(repository, lines, paths)


@pytest.mark.parametrize(
    ("lines", "path", "matches"),
    [
        (["*.md"], "a/b/c.md", True),
        (["a"], "a/b.md", True),
        (["a/"], "a", False),
        (["/a.md"], "b/a.md", False),
        (["a/b.md"], "c/a/b.md", False),
        (["a/**/b"], "a/b", True),
        (["a/**/b"], "a/c/d/b", True),
        (["**/b"], "ab", False),
        (["**/.b"], ".b", True),
        (["*.md", "!b.md"], "b.md", False),
        (["!b.md", "*.md"], "b.md", True),
        (["a/", "!a/b.md"], "a/b.md", True),
        (["[é-ü]?.md"], "öß.md", True),
        (["# a", ""], "# a", False),
        (["a "], "a", True),
        (["a\\ "], "a ", True),
        (["[a"], "[a", False),
    ],
)
def test_the_rules_are_those_of_gitignore(lines: list[str], path: str, matches: bool) -> None:
    assert Patterns(lines).matches(path) is matches


@pytest.mark.parametrize("line", ["!", "a\\", "a\\/b", "[c-a]", "a/[z-a]*"])
def test_a_pattern_that_cannot_be_meant_is_refused(line: str) -> None:
    with pytest.raises(PatternError):
        Patterns([line])
