"""Nothing outside the project is read or written, nor what is git's or l10n's own, whatever links say.

A stranger's branch or archive may hold any link, any manifest, any settings, and what is no file at all.
"""

import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Workspace

from l10n.project.config import OWN_FILE, SHARED_FILE

TOKEN = "SECRET"
"""What must not come out."""
SECRET = f"# {TOKEN} un\n\n{TOKEN} bonjour le monde\n"
CATALOG = f"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "{TOKEN}"
msgstr "{TOKEN}"
"""
MESSAGES = "locales/fr/LC_MESSAGES"
COMMANDS = (
    ("sync",), ("build",), ("update", "--no-carry"), ("extract",), ("fmt",), ("check", "-v", "--fix"),
    ("stats", "--by", "slide"), ("log", "fr", "--all"), ("adopt", "fr", "build/fr", "--force", "--overwrite"),
)  # fmt: skip


@pytest.fixture
def project(french: Workspace) -> Workspace:
    """A project in git, up to date and partly translated; secrets beside it and in ``.git``."""
    french.translate("Hello world", "Bonjour le monde")
    french.ok("sync")
    subprocess.run(["git", "init", "-q", str(french.root)], check=True)
    git(french.root, "config", "http.extraHeader", f"AUTHORIZATION: {TOKEN}")
    outside = french.root.parent / "outside"
    (outside / "part").mkdir(parents=True)
    for name, content in {"one.md": SECRET, "part/two.md": SECRET, "one.po": CATALOG, "empty": ""}.items():
        (outside / name).write_text(content)
    return french


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def link(project: Workspace, at: str, target: str) -> None:
    """Put a link in the place of whatever is there."""
    clear(project.path(at))
    project.path(at).symlink_to(target)


def clear(path: Path) -> None:
    subprocess.run(["rm", "-rf", str(path)], check=True)
    path.parent.mkdir(parents=True, exist_ok=True)


def everything(project: Workspace) -> dict[str, str | bytes | None]:
    """What stands in the project and beside it, each link as what it is; but for our own notes."""
    top = project.root.parent
    own = project.path(".l10n")
    return {
        str(path.relative_to(top)): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in sorted(top.rglob("*"))
        if own.is_symlink() or own not in path.parents
    }


def told(project: Workspace, *commands: tuple[str, ...]) -> str:
    """What the commands print; none of them may fail for a fault of ours."""
    outcomes = [project.run(*command) for command in commands]
    assert all(outcome.code in {0, 1, 2} for outcome in outcomes), outcomes
    return "".join(outcome.out + outcome.err for outcome in outcomes)


# Links in the place of what l10n makes

OURS = (
    ("build", "../outside"), ("build", "source"), ("build", "locales"), ("build", ".git"), ("build", "."),
    ("build/fr", "../../outside"), ("build/fr", "../source"), ("build/fr", "../.git/hooks"),
    ("build/fr/part", "../../../outside/part"), ("build/fr/part", "../../source/part"),
    ("build/fr/one.md", "../../../outside/one.md"), ("build/fr/one.md", "../../source/one.md"),
    ("build/fr/one.md", f"../../{MESSAGES}/one.po"), ("build/fr/images/a.svg", "../../../.git/config"),
    ("build/.l10n-fr", "../../outside/one.md"), ("build/.l10n-fr", "../source/one.md"),
    ("locales", "../outside"), ("locales", "source"), ("locales/fr", "../../outside"),
    ("locales/fr", "../source"), (MESSAGES, "../../../outside"), (MESSAGES, "../../source"),
    (MESSAGES, "../../.git"), (f"{MESSAGES}/one.po", "../../../../outside/one.po"),
    (f"{MESSAGES}/one.po", "../../../source/one.md"), (f"{MESSAGES}/part", "../../../../outside/part"),
    ("locales/templates", "../../outside"), ("locales/templates", "../source"),
    ("locales/templates/one.pot", "../../source/one.md"),
    ("locales/templates/old.pot", "../../source/one.md"),
    (".l10n", "../outside"), (".l10n", "source"), (".l10n", ".git"),
    (".l10n/lock", "../../outside/one.md"), (".l10n/lock", "../../outside/new"),
    (".l10n/lock-0", "../../outside/new"), (".l10n/running", "../../outside/new"),
    (".l10n/.gitignore", "../../outside/new"),
)  # fmt: skip
"""A link, and where it leads."""


@pytest.mark.parametrize(("at", "target"), OURS)
def test_a_link_in_the_place_of_what_is_made_is_refused_and_named(
    project: Workspace, at: str, target: str
) -> None:
    link(project, at, target)
    before = everything(project)
    outcome = project.run("sync")
    assert (outcome.code, f"error: {at}: this is a link" in outcome.err) == (2, True), outcome
    assert TOKEN not in told(project, *COMMANDS)
    assert everything(project) == before


@pytest.mark.parametrize("target", ["../../outside/empty", "../../outside/new", "../source/one.md"])
def test_a_link_in_the_place_of_the_cache_is_not_followed(project: Workspace, target: str) -> None:
    """What goes wrong with the cache only costs time, so nothing is said of it."""
    link(project, ".l10n/cache.json", target)
    before = everything(project)
    project.ok("sync")
    assert everything(project) == before


@pytest.mark.parametrize("name", ["../outside", "../.git", "../source"])
def test_a_glossary_is_not_read_through_a_link(project: Workspace, name: str) -> None:
    project.write("source/glossary.csv", f"source,target\nworld,{TOKEN}\n")
    for place in (project.path(".git"), project.root.parent / "outside"):
        (place / "glossary.csv").write_text(f"source,target\nworld,{TOKEN}\n")
    link(project, "locales/fr/glossary.csv", f"../{name}/glossary.csv")
    outcome = project.run("check")
    assert (outcome.code, "locales/fr/glossary.csv: this is a link" in outcome.err) == (2, True), outcome
    assert TOKEN not in outcome.out + outcome.err


def test_a_branch_that_links_the_output_to_git_s_folder_runs_nothing(project: Workspace) -> None:
    """As it comes from a clone: ``source/config`` would be built as ``.git/config``, which git heeds."""
    link(project, "build/fr", "../.git")
    project.deck("config", '[core]\n\trepositoryformatversion = 0\n\tfsmonitor = "touch PWNED; false"\n')
    git(project.root, "add", "-A")
    git(project.root, "add", "-f", "build/fr")
    git(project.root, "commit", "-qm", "a stranger's")
    clone = project.root.parent / "clone"
    git(project.root, "clone", "-q", ".", str(clone))
    settings = (clone / ".git/config").read_bytes()

    outcome = project.run("-C", str(clone), "sync")
    assert (outcome.code, "build/fr: this is a link" in outcome.err) == (2, True), outcome
    git(clone, "status")
    assert (clone / ".git/config").read_bytes() == settings
    assert not (clone / "PWNED").exists()


# Links in the place of what people make

THEIRS = (
    ("source/one.md", "../../outside/one.md"), ("source/new.md", "../.git/config"),
    ("source/new.md", "/etc/passwd"), ("source/part", "../../outside/part"), ("source/part", "../.git"),
    ("source/part", "/etc"), ("source/c.txt", "../.git/config"), ("source/c.txt", "part/../../.git/config"),
    ("source/c.txt", "../source/one.md"), ("source/c.txt", f"../{MESSAGES}/one.po"),
    ("source/c.txt", "y" * 300),
    ("locales/fr/assets/c.txt", "../../../.git/config"), ("locales/fr/assets/d", "../../../.git"),
    ("locales/fr/assets/c.txt", "../LC_MESSAGES/one.po"),
)  # fmt: skip


@pytest.mark.parametrize(("at", "target"), THEIRS)
def test_a_link_out_of_its_folder_is_named_and_what_is_there_not_read(
    project: Workspace, at: str, target: str
) -> None:
    link(project, at, target)
    before = everything(project)
    outcome = project.run("sync")
    assert (outcome.code, f"error: {at}: " in outcome.err) == (2, True), outcome
    assert TOKEN not in told(project, *COMMANDS)
    after = everything(project)
    manifest = "project/build/.l10n-fr"
    assert {name for name in before if after.get(name) != before[name]} <= {manifest}
    assert not any(TOKEN in str(after[name]) for name in after.keys() - before.keys())


@pytest.mark.parametrize(
    ("at", "target"), [("source", "../outside"), ("source", ".git"), ("locales/fr/assets", "../../.git")]
)
def test_a_folder_of_people_s_files_must_be_there_itself(project: Workspace, at: str, target: str) -> None:
    link(project, at, target)
    before = everything(project)
    outcome = project.run("sync")
    assert (outcome.code, f"error: {at}: this is a link" in outcome.err) == (2, True), outcome
    assert TOKEN not in told(project, *COMMANDS)
    assert everything(project) == before


def test_one_deck_that_is_a_link_out_stops_no_other(project: Workspace) -> None:
    link(project, "source/bad.md", "/etc/passwd")
    project.write("old/one.md", "# Un\n\nSalut le monde\n")
    assert project.run("adopt", "fr", "old", "--force", "--dry-run").code == 0
    project.replace("source/one.md", "Hello world", "Hello big world")
    assert "wrote build/fr/one.md" in project.run("sync").out


# Settings


@pytest.mark.parametrize("name", [OWN_FILE, SHARED_FILE])
@pytest.mark.parametrize("target", ["../outside/l10n.toml", ".git/l10n.toml", "/etc/passwd"])
def test_settings_that_are_a_link_make_no_other_folder_the_project(
    project: Workspace, name: str, target: str
) -> None:
    for place in ("../outside", ".git"):
        project.write(f"{place}/source/v.md", SECRET)
        project.write(f"{place}/l10n.toml", "")
    link(project, name, target)
    before = everything(project)
    said = told(project, ("init", "fr"), *COMMANDS)
    assert said.count(f"error: {name}: ") == len(COMMANDS) + 1
    assert everything(project) == before


@pytest.mark.parametrize("target", ["../outside", ".git"])
def test_settings_in_a_folder_that_is_a_link_out_are_refused(project: Workspace, target: str) -> None:
    project.write(f"{target}/source/v.md", SECRET)
    project.write(f"{target}/l10n.toml", 'locales = ["fr"]\n')
    link(project, "conf", target)
    before = everything(project)
    outcome = project.run("--config", "conf/l10n.toml", "sync")
    assert (outcome.code, "error: conf: " in outcome.err) == (2, True), outcome
    assert everything(project) == before


def test_settings_in_a_folder_of_the_user_s_may_be_reached_by_a_link(project: Workspace) -> None:
    project.write(OWN_FILE, 'locales = ["fr"]\n')
    linked = project.root.parent / "linked"
    linked.symlink_to(project.root)
    for options in (("--config", f"{linked}/{OWN_FILE}"), ("-C", str(linked))):
        project.ok(*options, "sync")


@pytest.mark.parametrize("key", ["source", "catalogs", "output"])
@pytest.mark.parametrize("folder", [".git", ".git/x", ".l10n", "GIT~1", "\u200c.git", "x/.Git", "..", "/etc"])
def test_settings_name_no_hidden_folder_and_none_outside(project: Workspace, key: str, folder: str) -> None:
    project.write(OWN_FILE, f'locales = ["fr"]\n{key} = "{folder}"\n')
    before = everything(project)
    outcome = project.run("sync")
    assert (outcome.code, f"error: {OWN_FILE}: {key!r} must be a folder" in outcome.err) == (2, True), outcome
    assert everything(project) == before


ROOMS_IN_ROOMS = (
    'output = "source"', 'output = "source/x"', 'output = "locales/fr"', 'output = "."',
    'catalogs = "source/x"', 'catalogs = "build/"', 'source = "build/./fr"', 'source = "locales//fr"',
)  # fmt: skip


@pytest.mark.parametrize("setting", ROOMS_IN_ROOMS)
def test_no_room_lies_in_another(project: Workspace, setting: str) -> None:
    project.write(OWN_FILE, f'locales = ["fr"]\n{setting}\n')
    before = everything(project)
    outcome = project.run("sync")
    assert (outcome.code, outcome.err.count("error: l10n.toml: ")) == (2, 1), outcome
    assert everything(project) == before


# What is taken away


def test_a_manifest_and_a_link_remove_nothing_from_elsewhere(project: Workspace) -> None:
    link(project, "build/fr/x", "../../source")
    project.write("build/.l10n-fr", "x/one.md\nx/part/two.md\n")
    before = everything(project)
    outcome = project.run("sync")
    assert (outcome.code, "error: build/fr/x: this is a link" in outcome.err) == (2, True), outcome
    after = everything(project)
    assert {name for name in before if after.get(name) != before[name]} == {"project/build/.l10n-fr"}


ODD_LINES = (
    "../../source/one.md", "../.l10n-fr", "../de/one.md", "/etc/hostname", "..", ".", "a//b", "./one.md",
    ".hidden", ".git/x", "git~1/x", "\u200c.git/x", "part", "part/", "part/two.md/x", "x\0y", "x" * 300,
    "y/" * 3000 + "z", "one.md\r", " ", "\\..\\x", "e\u0301",
)  # fmt: skip


@pytest.mark.parametrize("line", ODD_LINES)
def test_a_manifest_s_line_removes_nothing_but_a_file_that_was_built(project: Workspace, line: str) -> None:
    for name in ("build/fr/.hidden", "build/de/one.md", "build/fr/mine.txt"):
        project.write(name, "x")
    known = project.read("build/.l10n-fr")
    before = everything(project)
    project.write("build/.l10n-fr", f"{line}\n{known}")
    told(project, ("sync",), ("sync",))
    assert everything(project) == before


# What users name


def via_a_link(project: Workspace) -> str:
    """The project by another name, as ``/tmp`` is one on some systems."""
    linked = project.root.parent / "linked"
    linked.symlink_to(project.root)
    return f"{linked}/"


BY = pytest.mark.parametrize("by", [lambda _: "", via_a_link], ids=["its own name", "a linked name"])
WRITTEN = (
    ("docs", "../outside", "docs/page.html"), ("docs", ".git/hooks", "docs/pre-commit"),
    ("page.html", "../outside/new", "page.html"), ("page.html", "source/one.md", "page.html"),
    (".ci", "../outside", ".ci/page.html"), (".ci", ".git/hooks", ".ci/pre-commit"),
)  # fmt: skip


@BY
@pytest.mark.parametrize(("at", "target", "named"), WRITTEN)
def test_what_a_user_has_written_goes_through_no_link_of_the_project(
    project: Workspace, by: Callable[[Workspace], str], at: str, target: str, named: str
) -> None:
    named = by(project) + named
    link(project, at, target)
    project.write("old/one.md", "# Un\n\nSalut\n\nQuelque chose\n\nEncore 12\n\n---\n\nPersonne ne l'a dit\n")
    before = everything(project)
    outcome = project.run("stats", "--format", "html", "-o", named)
    assert (outcome.code, f"error: {at}: this is a link" in outcome.err) == (2, True), outcome
    assert everything(project) == before
    outcome = project.run("adopt", "fr", "old/one.md", "--force", "--leftovers", named)
    assert (outcome.code, f"error: {at}: this is a link" in outcome.err) == (2, True), outcome
    after = everything(project)
    assert {name for name in after if after[name] != before.get(name)} <= {f"project/{project.po()}"}


@BY
@pytest.mark.parametrize("name", [".git/hooks/pre-commit", ".GIT/x", ".l10n/cache.json", "git~1/x"])
def test_what_is_git_s_or_ours_is_not_written_even_if_a_user_names_it(
    project: Workspace, by: Callable[[Workspace], str], name: str
) -> None:
    by_name = by(project) + name
    before = everything(project)
    outcome = project.run("stats", "-o", by_name)
    assert (outcome.code, "what is hidden is not touched" in outcome.err) == (2, True), outcome
    assert everything(project) == before


ADOPTED = (
    ("old", "../outside", "old"), ("old", "../outside", "old/part"), ("old", "../outside", "old/one.md"),
    ("old/one.md", "../../outside/one.md", "old"), ("old/one.md", "../../outside/one.md", "old/one.md"),
    ("old", ".git", "old"), ("old/one.md", "../.git/config", "old/one.md"), ("old", "/etc", "old"),
)  # fmt: skip


@BY
@pytest.mark.parametrize(("at", "target", "named"), ADOPTED)
def test_nothing_is_adopted_from_where_a_link_of_the_project_leads(
    project: Workspace, by: Callable[[Workspace], str], at: str, target: str, named: str
) -> None:
    """Nor if a user names it: a shell makes names of ``old/*``."""
    named = by(project) + named
    link(project, at, target)
    before = everything(project)
    outcome = project.run("adopt", "fr", named, "--force", "--overwrite")
    assert (outcome.code, TOKEN in outcome.out + outcome.err) == (2, False), outcome
    assert everything(project) == before


@BY
@pytest.mark.parametrize("command", [("inspect", "x.md"), ("check", "-v", "x.po"), ("fmt", "x.po")])
def test_nothing_is_looked_at_through_a_link_of_the_project(
    project: Workspace, by: Callable[[Workspace], str], command: tuple[str, ...]
) -> None:
    *words, name = command
    named = by(project) + name
    link(project, name, f"../outside/one{Path(name).suffix}")
    before = everything(project)
    outcome = project.run(*words, named)
    assert (outcome.code, f"error: {name}: this is a link" in outcome.err) == (2, True), outcome
    assert TOKEN not in outcome.out + outcome.err
    assert everything(project) == before


@pytest.mark.parametrize("target", ["../../../../outside/one.po", "../../../.git/config"])
def test_a_link_is_named_where_the_past_is_asked_for_too(project: Workspace, target: str) -> None:
    git(project.root, "add", "-A")
    git(project.root, "commit", "-qm", "all")
    link(project, project.po(), target)
    for command in (
        ("check", "--changed-since", "HEAD"),
        ("check", "--not-below", "HEAD", project.po()),
        ("log", "fr"),
    ):
        outcome = project.run(*command)
        assert f"{project.po()}: this is a link" in outcome.out + outcome.err, outcome
        assert TOKEN not in outcome.out + outcome.err


# What is no file


def pipe(path: Path) -> None:
    os.mkfifo(path)


def bound(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # the whole path may be too long for the name of a socket
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(before)


NO_FILES = (
    ("source/one.md", ("sync",)), ("source/images/a.svg", ("sync",)), (f"{MESSAGES}/one.po", ("sync",)),
    (f"{MESSAGES}/one.po", ("fmt",)), (f"{MESSAGES}/old.po", ("fmt",)), (f"{MESSAGES}/one.po", ("check",)),
    ("locales/templates/one.pot", ("sync",)), ("build/fr/one.md", ("sync",)), ("build/.l10n-fr", ("sync",)),
    ("locales/fr/glossary.toml", ("check",)), ("locales/fr/glossary.csv", ("stats",)),
    ("locales/fr/assets/x", ("sync",)), (".l10n/lock", ("sync",)), (".l10n/lock-0", ("sync",)),
    (".l10n/running", ("sync",)), (".l10n/.gitignore", ("sync",)), (OWN_FILE, ("sync",)),
    (".gitattributes", ("install-merge-driver",)), ("locales/.gitattributes", ("install-merge-driver",)),
    ("old/one.md", ("adopt", "fr", "old/one.md")), ("x.md", ("inspect", "x.md")),
)  # fmt: skip


@pytest.mark.parametrize(("make", "kind"), [(pipe, "a pipe"), (bound, "a socket")], ids=["pipe", "socket"])
@pytest.mark.parametrize(("at", "command"), NO_FILES)
def test_what_is_no_file_is_named_and_never_waited_for(
    project: Workspace, at: str, command: tuple[str, ...], make: Callable[[Path], None], kind: str
) -> None:
    clear(project.path(at))
    make(project.path(at))
    outcome = project.process(*command)
    assert (outcome.code, f"{at}: this is {kind}" in outcome.err) == (2, True), outcome
