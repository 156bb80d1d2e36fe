"""What other tools take from here: pre-commit, GitHub's action, GitLab's job; and our own CI."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.conftest import Workspace
from l10n import __version__

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BLOCKS = [
    yaml.safe_load(block)
    for block in re.findall(
        r"```yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text(encoding="utf-8"), re.DOTALL
    )
]
PO = "locales/fr/LC_MESSAGES/one.po"
LINK = "[le manuel](https://example.com/manual)"


@pytest.fixture
def committed(french: Workspace) -> Workspace:
    """The French project in a repository, with one translation that has a fault that can be repaired."""
    french.translate("Read [the manual](https://example.com/manual)", f"Lisez {LINK}".replace("](", "] ("))
    for args in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        git(french, *args)
    return french


@pytest.fixture
def command(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of an ``l10n`` that is this one, as PATH has it."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "l10n"
    script.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m l10n "$@"\n', encoding="utf-8"
    )
    script.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def git(workspace: Workspace, *args: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *name, *args], cwd=workspace.root, check=True, capture_output=True)


def bash(workspace: Workspace, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A step as GitHub and GitLab run it."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=workspace.root, env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def steps() -> dict[str, Any]:
    return {step.get("name", step.get("uses")): step for step in ACTION["runs"]["steps"]}


def test_the_action_has_what_github_asks_for() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert all("description" in one and "default" in one for one in ACTION["inputs"].values())
    for step in ACTION["runs"]["steps"]:
        assert "uses" in step or step["shell"] == "bash"


def test_no_input_of_the_action_becomes_a_part_of_a_script() -> None:
    assert not [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]


def test_every_input_of_the_action_is_used_and_documented() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    documents = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    used = set(re.findall(r"inputs\.([\w-]+)", text))
    assert used == set(ACTION["inputs"])
    assert all(f"`{name}`" in documents for name in used)


def test_the_action_annotates_and_sums_up_and_fails(committed: Workspace, command: str) -> None:
    summary = committed.path("summary.md")
    done = bash(
        committed, steps()["Check translations"]["run"],
        PATH=command, GITHUB_STEP_SUMMARY=str(summary), L10N_FOLDER=".", L10N_ARGUMENTS="--select structure",
    )  # fmt: skip
    assert done.returncode == 1, done
    assert done.stdout.startswith(f"::error file={PO},line=")
    assert "spaced-link" in summary.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("", []),
        ("--fail-on warning", ["--fail-on", "warning"]),
        (
            "--fail-on warning\n--not-below origin/main\n",
            ["--fail-on", "warning", "--not-below", "origin/main"],
        ),
        ("--select 'structure, markup'\n\n  -v\n", ["--select", "structure, markup", "-v"]),
    ],
)
def test_arguments_of_the_action_may_stand_on_several_lines(
    empty: Workspace, given: str, words: list[str]
) -> None:
    empty.write("bin/l10n", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n").chmod(0o755)
    path = f"{empty.path('bin')}{os.pathsep}{os.environ['PATH']}"
    step = steps()["Check translations"]["run"]
    done = bash(empty, step, PATH=path, L10N_FOLDER=".", L10N_ARGUMENTS=given)
    assert done.stdout.splitlines() == ["check", "-C", ".", "--format", "github", *words]


def test_arguments_of_the_action_with_a_quote_too_many_fail(french: Workspace, command: str) -> None:
    step = steps()["Check translations"]["run"]
    done = bash(french, step, PATH=command, L10N_FOLDER=".", L10N_ARGUMENTS="--select 'structure")
    assert done.returncode != 0
    assert "quote" in done.stderr


def test_arguments_of_the_action_are_words_and_no_commands(committed: Workspace, command: str) -> None:
    done = bash(
        committed, steps()["Check translations"]["run"],
        PATH=command, L10N_FOLDER=".", L10N_ARGUMENTS="$(touch harm); touch harm",
    )  # fmt: skip
    assert done.returncode == 2
    assert not committed.path("harm").exists()


def test_the_action_fails_if_something_is_not_up_to_date(french: Workspace, command: str) -> None:
    step = steps()["See that all is up to date"]["run"]
    assert bash(french, step, PATH=command, L10N_FOLDER=".").returncode == 0
    french.deck("one.md", "# New\n")
    assert bash(french, step, PATH=command, L10N_FOLDER=".").returncode == 1


def test_a_fresh_clone_without_what_is_built_is_up_to_date(french: Workspace, tmp_path: Path) -> None:
    french.write(".gitignore", "/build/\n/locales/templates/\n/.l10n/\n")
    for args in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        git(french, *args)
    clone = tmp_path / "clone"
    git(french, "clone", "-q", ".", str(clone))
    assert not (clone / "build").exists()

    fresh = french.ok("sync", "--check", "--strict", "-C", str(clone))
    assert "would" not in fresh.out
    assert fresh.table["fr"]["written"] == 0
    built = french.run("build", "--check", "-C", str(clone))
    assert (built.code, "would write build/fr/one.md" in built.out) == (1, True)

    (clone / "source/one.md").write_text("# New\n", encoding="utf-8")
    stale = french.run("sync", "--check", "--strict", "-C", str(clone))
    assert stale.code == 1
    assert stale.out.splitlines()[0] == f"would write {PO}"
    assert "build/" not in stale.out


def test_what_is_ignored_and_committed_is_held_against_its_source(french: Workspace) -> None:
    for args in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        git(french, *args)
    french.write(".gitignore", "/build/\n")
    french.write("build/fr/one.md", "# Old\n")
    outcome = french.run("sync", "--check")
    assert (outcome.code, "would write build/fr/one.md" in outcome.out) == (1, True)


@pytest.mark.skipif(
    subprocess.run([sys.executable, "-c", "import hatchling"], capture_output=True, check=False).returncode
    != 0,
    reason="hatchling is not installed here, and there may be no network to get it",
)
def test_the_action_installs_what_lies_beside_it(french: Workspace) -> None:
    done = bash(
        french, steps()["Install l10n"]["run"],
        PATH=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", GITHUB_ACTION_PATH=str(ROOT),
        PIP_DRY_RUN="1", PIP_NO_DEPS="1", PIP_NO_BUILD_ISOLATION="0", PIP_IGNORE_INSTALLED="1",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_gitlab_gets_both_reports_and_fails(committed: Workspace, command: str) -> None:
    (job,) = [block["l10n"] for block in BLOCKS if "l10n" in block]
    done = bash(committed, "\n".join(job["script"]), PATH=command)
    assert done.returncode == 1, done
    for report in job["artifacts"]["reports"].values():
        assert "spaced-link" in committed.read(report)


def test_the_documented_workflow_gives_the_action_what_it_takes() -> None:
    (flow,) = [block for block in BLOCKS if "jobs" in block]
    (step,) = [step for step in flow["jobs"]["l10n"]["steps"] if "l10n@" in step["uses"]]
    assert set(step["with"]) <= set(ACTION["inputs"])


def test_the_documented_hooks_are_there() -> None:
    (config,) = [block for block in BLOCKS if "repos" in block]
    assert {hook["id"] for hook in config["repos"][0]["hooks"]} == {hook["id"] for hook in HOOKS}


PRE_COMMIT = shutil.which("pre-commit", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
needs_pre_commit = pytest.mark.skipif(PRE_COMMIT is None, reason="pre-commit is not installed")


def pre_commit(workspace: Workspace, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    assert PRE_COMMIT
    home = {"PRE_COMMIT_HOME": str(workspace.root.parent / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    variables = {**os.environ, **home, **environment}
    return subprocess.run(
        [PRE_COMMIT, *args], cwd=workspace.root, env=variables, capture_output=True, text=True, check=False
    )


@needs_pre_commit
def test_pre_commit_takes_the_hooks(french: Workspace) -> None:
    done = pre_commit(french, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert done.returncode == 0, done.stdout


@needs_pre_commit
def test_pre_commit_runs_the_hooks_on_catalogs(committed: Workspace, command: str) -> None:
    local = [{**hook, "language": "system"} for hook in HOOKS]
    committed.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}))
    git(committed, "add", ".")

    found = pre_commit(committed, "run", "l10n-check", "--all-files", PATH=command)
    assert found.returncode == 1
    assert f"{PO}:" in found.stdout
    mended = pre_commit(committed, "run", "l10n-fix", "--all-files", PATH=command)
    assert mended.returncode == 1, "pre-commit tells that files were changed"
    assert LINK in committed.read(PO)
    assert pre_commit(committed, "run", "--all-files", PATH=command).returncode == 0
    skipped = pre_commit(committed, "run", "l10n-check", "--files", "source/one.md", PATH=command)
    assert "no files to check" in skipped.stdout
    committed.deck("one.md", "# New\n")
    stale = pre_commit(committed, "run", "l10n-update", "--files", "source/one.md", PATH=command)
    assert (stale.returncode, f"would write {PO}" in stale.stdout) == (1, True)


FOREIGN = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: fr\\n"

msgid "File %(name)s: not found"
msgstr "Fichier %(name)s: introuvable"
"""


@needs_pre_commit
def test_pre_commit_leaves_catalogs_of_others_alone(french: Workspace, command: str) -> None:
    others = ["app/locale/fr/LC_MESSAGES/django.po", "tests/fr.po"]
    for name in others:
        french.write(name, FOREIGN)
    asked = french.run("check", "--fail-on", "warning", others[0])
    assert asked.code == 1, "rules for decks find something"
    local = [{**hook, "language": "system"} for hook in HOOKS]
    french.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}))
    for args in (["init", "-q"], ["add", "."]):
        git(french, *args)

    done = pre_commit(french, "run", "--all-files", PATH=command)
    assert done.returncode == 0, done.stdout
    assert [french.read(name) for name in others] == [FOREIGN, FOREIGN]


def test_our_own_ci_checks_our_own_translations() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for text in (script, makefile):
        assert re.search(r"l10n sync --check --strict$", text, re.MULTILINE)
        assert re.search(r"l10n check --fail-on note$", text, re.MULTILINE)
    lines = script.splitlines()
    assert lines.index(".venv/bin/l10n sync --check --strict") < lines.index("make"), "in a fresh clone"


def test_our_own_translations_have_no_finding(decks: Workspace) -> None:
    outcome = decks.run("check", "-C", str(ROOT), "--fail-on", "note")
    assert outcome.code == 0, outcome.out
    assert outcome.out.endswith("nothing found\n")


def test_the_package_says_that_it_is_typed_and_ships_what_it_names() -> None:
    assert (ROOT / "l10n/py.typed").read_bytes() == b""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    found = {path for pattern in shipped for path in ROOT.glob(pattern.lstrip("/"))}
    assert {ROOT / name for name in ("l10n", "tests", "docs", "CHANGELOG.md", "LICENSE")} <= found
    assert all(any(ROOT.glob(pattern.lstrip("/"))) for pattern in shipped)


def test_a_release_publishes_what_was_built_and_checked_without_a_password() -> None:
    text = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    (tag,) = [step for step in jobs["build"]["steps"] if step.get("name") == "The tag is the version"]
    for name, code in ((__version__, 0), ("0.0.0", 1)):
        done = subprocess.run(
            ["sh", "-c", tag["run"]], cwd=ROOT, env={**os.environ, "TAG": f"v{name}"}, check=False
        )
        assert done.returncode == code
    assert any(step.get("run") == "make package" for step in jobs["build"]["steps"])
    assert jobs["publish"]["needs"] == "build"
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert "secrets." not in text


def test_the_index_page_of_the_package_has_no_link_that_leads_nowhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    for rule in project["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        page = re.sub(rule["pattern"], rule["replacement"], page)
    prose = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
    links = re.findall(r"\]\(([^)]*)\)", prose)
    assert links
    assert all(link.startswith("https://") for link in links)
    assert "source/ is an English deck" in prose
