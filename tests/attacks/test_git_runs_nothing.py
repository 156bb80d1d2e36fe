"""No command runs what a repository's settings and attributes name, or answers otherwise for them."""

import subprocess
from pathlib import Path

import pytest
from cli.conftest import NEW_SLIDE, Outcome, Workspace

ADOPT = ("adopt", "fr", "old/one.md", "--source", "new.md", "--force", "--dry-run")
COMMANDS = (
    ("log", "fr", "--all"),
    ("log", "fr", "--all", "--format", "json"),
    ("log", "fr", "--since", "HEAD~1"),
    (*ADOPT, "--history"),
    (*ADOPT, "--history", "--format", "json"),
    (*ADOPT, "--revision", "HEAD~2", "--format", "json"),
    ("check", "-v", "--changed-since", "HEAD~2"),
    ("check", "--not-below", "HEAD~2"),
    *(("check", "--format", form) for form in ("github", "sarif", "junit", "codequality")),
    ("stats", "--by", "deck"),
    ("stats", "--format", "html"),
    ("sync",),
)
NAMED = (
    "core.fsmonitor", "core.pager", "pager.log", "pager.config", "core.editor", "sequence.editor",
    "core.askPass", "core.sshCommand", "core.gitProxy", "core.alternateRefsCommand",
    "diff.external", "diff.evil.command", "diff.evil.textconv", "interactive.diffFilter",
    "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "merge.evil.driver",
    "gpg.program", "gpg.openpgp.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand",
    "uploadpack.packObjectsHook", "remote.origin.uploadpack", "remote.origin.vcs", "trailer.x.command",
    "browser.x.cmd", "difftool.x.cmd", "mergetool.x.cmd", "instaweb.browser", "web.browser",
)  # fmt: skip
"""The settings whose value is a command."""
SHELL = (
    "credential.helper", "alias.log", "alias.rev-parse", "alias.cat-file", "alias.ls-tree",
    "alias.check-attr", "alias.config", "alias.rev-list",
)  # fmt: skip
"""Those whose value is a command behind an exclamation mark."""
SWITCHES = {
    "core.hooksPath": "hooks",
    "filter.evil.required": "true",
    "log.showSignature": "true",
    "diff.evil.cachetextconv": "true",
    "remote.origin.promisor": "true",
    "extensions.partialClone": "origin",
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "maintenance.auto": "true",
    "gc.auto": "1",
}
ANSWERS = {
    "color.ui": "always",
    "color.diff": "always",
    "column.ui": "always",
    "core.abbrev": "4",
    "core.attributesFile": "attributes",
    "core.quotePath": "true",
    "diff.mnemonicPrefix": "true",
    "diff.noprefix": "true",
    "diff.orderFile": "no-such-file",
    "diff.relative": "true",
    "diff.renameLimit": "1",
    "diff.renames": "false",
    "format.pretty": "raw",
    "grep.patternType": "perl",
    "i18n.logOutputEncoding": "UTF-16",
    "log.abbrevCommit": "true",
    "log.date": "raw",
    "log.decorate": "full",
    "log.diffMerges": "off",
    "log.excludeDecoration": "*",
    "log.follow": "true",
    "log.mailmap": "true",
    "log.showRoot": "false",
    "notes.displayRef": "*",
    "status.relativePaths": "true",
}
"""Those that change what git prints."""
HOOKS = (
    "pre-commit", "post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc",
    "fsmonitor-watchman", "post-merge", "post-rewrite", "prepare-commit-msg",
)  # fmt: skip


def git(folder: Path, *arguments: str, given: str | None = None) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, input=given, check=True, capture_output=True, text=True).stdout.strip()


def sign(folder: Path) -> None:
    """Give the newest commit a signature of whoever."""
    head, subject = git(folder, "cat-file", "commit", "HEAD").split("\n\n", 1)
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    signed = f"{head}\n{signature}\n\n{subject}\n"
    git(
        folder,
        "update-ref",
        "HEAD",
        git(folder, "hash-object", "-t", "commit", "-w", "--stdin", given=signed),
    )


class Trap:
    """Commands that leave a mark when they are run."""

    def __init__(self, folder: Path) -> None:
        self.tools = folder / "tools"
        self.marks = folder / "marks"
        self.hooks = folder / "hooks"
        for one in (self.tools, self.marks, self.hooks):
            one.mkdir()

    def command(self, name: str, folder: Path | None = None) -> str:
        tool = (folder or self.tools) / name
        tool.write_text(f"#!/bin/sh\n: >> '{self.marks / name}'\nexit 1\n")
        tool.chmod(0o755)
        return str(tool)

    def sprung(self) -> set[str]:
        """What was run since this was asked before."""
        names = {mark.name for mark in self.marks.iterdir()}
        for mark in self.marks.iterdir():
            mark.unlink()
        return names

    def settings(self) -> dict[str, str]:
        """All of it, as git's settings."""
        for hook in HOOKS:
            self.command(hook, self.hooks)
        named = {name: self.command(name) for name in NAMED}
        named |= {name: f"!{self.command(name)}" for name in SHELL}
        named |= {"remote.origin.url": f"ext::{self.command('ext')} %S"}
        return {**named, **SWITCHES, **ANSWERS, "core.hooksPath": str(self.hooks)}


@pytest.fixture
def trap(tmp_path: Path) -> Trap:
    return Trap(tmp_path)


@pytest.fixture
def project(french: Workspace) -> Workspace:
    """A deck that was translated, renamed and changed in commits, and since; the last commit is signed."""
    french.deck("old name.md", french.read("source/one.md"))
    for number, (msgid, msgstr) in enumerate(
        [("One", "Un"), ("Hello world", "Bonjour"), ("Speak slowly", "Lent")]
    ):
        french.translate(msgid, msgstr)
        french.ok("sync")
        if not number:
            git(french.root, "init", "-q", "-b", "main")
            french.write("old/one.md", "# Un\n\nBonjour\n\nLire [le manuel](https://example.com/manual)\n")
        git(french.root, "add", "-A")
        git(french.root, "commit", "-qm", f"subject é {number}")
    git(french.root, "mv", "source/one.md", "source/new.md")
    french.deck("new.md", NEW_SLIDE + french.read("source/new.md").replace("Hello", "Hello big"))
    french.ok("sync")
    git(french.root, "add", "-A")
    git(french.root, "commit", "-qm", "renamed")
    sign(french.root)
    french.write("source/new.md", french.read("source/new.md").replace("big", "bigger"))
    french.ok("sync")
    french.write("attributes", "*.po merge=l10n\n*.pot merge=l10n\n")
    return french


def set_up(project: Workspace, trap: Trap, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the settings where the repository has its own, or where the user has those for all."""
    file = project.root.parent / "gitconfig"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(file))
    for name, value in trap.settings().items():
        own = ("--local",) if where == "local" else ("--file", str(file))
        git(project.root, "config", *own, name, value)
    git(project.root, "update-index", "--fsmonitor")
    project.write(".gitattributes", "* diff=evil merge=evil\n*.po filter=evil\n")
    trap.sprung()


def outcomes(project: Workspace) -> dict[str, Outcome]:
    return {" ".join(command): project.run(*command) for command in COMMANDS}


def plainly(folder: Path, *arguments: str) -> None:
    """As a user calls git."""
    command = ["git", "-C", str(folder), *arguments]
    subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=30)


WHERE = pytest.mark.parametrize("where", ["local", "global"])


@WHERE
def test_git_itself_runs_what_is_named(
    project: Workspace, trap: Trap, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Else the next tests would show nothing."""
    set_up(project, trap, where, monkeypatch)
    for call, run in {
        ("log", "-1", "--format=%H"): {"gpg.openpgp.program"},
        ("check-attr", "merge", "source/new.md"): {"core.fsmonitor"},
        ("cat-file", "--textconv", "HEAD:source/new.md"): {"diff.evil.textconv"},
        ("diff", "-O/dev/null", "HEAD~1", "HEAD", "--", "source"): {"diff.evil.command"},
        ("add", "locales"): {"core.fsmonitor", "filter.evil.process"},
        ("read-tree", "HEAD"): {"post-index-change"},
        ("cat-file", "-p", "1" * 40): {"ext"},
    }.items():
        plainly(project.root, *call)
        sprung = trap.sprung()
        assert run <= sprung, (call, sprung)


@WHERE
def test_nothing_that_is_named_is_run_or_changes_an_answer(
    project: Workspace, trap: Trap, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    before = outcomes(project)
    assert all(outcome.code in {0, 1} for outcome in before.values()), before
    set_up(project, trap, where, monkeypatch)

    after = outcomes(project)
    assert not trap.sprung()
    for command, outcome in after.items():
        assert outcome == before[command], command


@WHERE
def test_the_merge_driver_is_set_up_without_running_anything(
    project: Workspace, trap: Trap, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """The user's own file of attributes names it already; but it holds in no other clone."""
    set_up(project, trap, where, monkeypatch)
    first, second = project.ok("install-merge-driver"), project.ok("install-merge-driver")
    assert not trap.sprung()
    assert first.out.count("added to .gitattributes") == 2
    assert second.out == "git merges catalogs by message already\n"
    assert git(project.root, "config", "--local", "merge.l10n.driver").startswith("l10n merge-driver")


@pytest.mark.parametrize("command", [("log", "fr"), ("check", "--not-below", "HEAD"), (*ADOPT, "--history")])
def test_what_a_partial_clone_has_not_is_named_and_not_fetched(
    project: Workspace, trap: Trap, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    for path in ("locales/fr/LC_MESSAGES/new.po", "source/one.md"):
        id_ = git(project.root, "rev-parse", f"HEAD~{int(path.startswith('source'))}:{path}")
        (project.root / ".git/objects" / id_[:2] / id_[2:]).unlink()
    id_ = git(project.root, "rev-parse", "HEAD~1:locales/fr/LC_MESSAGES/one.po")
    (project.root / ".git/objects" / id_[:2] / id_[2:]).unlink()
    set_up(project, trap, "local", monkeypatch)

    outcome = project.run(*command)
    assert not trap.sprung()
    assert "git fetch --refetch --no-filter" in outcome.out + outcome.err
    plainly(project.root, "cat-file", "-p", id_)
    assert "ext" in trap.sprung()
