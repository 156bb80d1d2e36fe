"""What docs/exchange.md says of other formats, with translate-toolkit and our own French catalogs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r'^```\w+ title="(.*?)"\n(.*?)^```$', PAGE, re.DOTALL | re.MULTILINE))
BIN = Path(sys.executable).parent
CATALOG = Path("locales/fr/LC_MESSAGES/1-overview.po")
OLD, NEW = "Kubernetes, une idée à la fois", "Kubernetes, idée par idée"
EMPTY = 'msgid "What is Kubernetes?"\nmsgstr '
pytestmark = pytest.mark.skipif(
    not (BIN / "po2xliff").exists() or os.name != "posix", reason="translate-toolkit is not there"
)


@dataclass
class Project:
    """A copy of ours: one translation left to do, one fuzzy, one with a comment."""

    folder: Path
    before: str = ""

    @property
    def catalog(self) -> str:
        return (self.folder / CATALOG).read_text(encoding="utf-8")

    @catalog.setter
    def catalog(self, text: str) -> None:
        (self.folder / CATALOG).write_text(text, encoding="utf-8")

    def run(self, script: str) -> None:
        environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(
            ["sh", "-ec", script],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    @property
    def changed(self) -> list[str]:
        """The lines of the catalog that were not there, or are not there any more."""
        self.run("l10n fmt -q && l10n sync -q")
        old, new = self.before.splitlines(), self.catalog.splitlines()
        return [f"-{line}" for line in old if line not in new] + [
            f"+{line}" for line in new if line not in old
        ]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("source", "locales"):
        copytree(ROOT / name, tmp_path / name)
    project = Project(tmp_path)
    project.run("""printf 'locales = ["fr"]\\n' > l10n.toml""")
    project.edit("source/1-overview.md", "Umbrellas, watchful", "Umbrellas, very watchful")
    text = re.sub(re.escape(EMPTY) + ".*", EMPTY + '""', project.catalog)
    project.catalog = text.replace(
        "#. heading, slide “What is", "# ask the author\n#. heading, slide “What is", 1
    )
    project.run("l10n sync -q")
    project.before = project.catalog
    for name in ("po2xliff2.py", "xliff22po.py"):
        (tmp_path / name).write_text(BLOCKS[name], encoding="utf-8")
    assert "#, fuzzy" in project.before
    return project


def halves(title: str, at: str) -> tuple[str, str]:
    """A way there, and the way back, which begins with the command ``at``."""
    there, found, back = BLOCKS[title].partition(at)
    assert found
    return there, at + back


def there_and_back(project: Project, title: str, at: str, between: Callable[[], None]) -> list[str]:
    there, back = halves(title, at)
    project.run(there)
    between()
    project.run(back)
    return project.changed


def changed(old: str = OLD, new: str = NEW) -> list[str]:
    return [f'-msgstr "{old}"', f'+msgstr "{new}"']


def test_xliff_2_loses_nothing(project: Project) -> None:
    at = "python xliff22po.py"
    assert there_and_back(project, "xliff2", at, lambda: None) == []
    assert (
        there_and_back(project, "xliff2", at, lambda: project.edit("1-overview.xlf", OLD, NEW)) == changed()
    )


def test_xliff_2_has_each_text_its_notes_and_its_state(project: Project) -> None:
    project.run(halves("xliff2", "python xliff22po.py")[0])
    text = (project.folder / "1-overview.xlf").read_text(encoding="utf-8")
    assert (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr">'
        in text
    )
    assert re.search(r"<note>heading, slide “What is Kubernetes\?”</note>\s*</notes>\s*<segment", text)
    assert text.count('state="initial"') == project.before.count("#, fuzzy") == 1


def test_xliff_1_brings_back_what_was_edited_and_a_new_translation_as_fuzzy(project: Project) -> None:
    def edit() -> None:
        project.edit("1-overview.xlf", OLD, NEW)
        empty = "<source>What is Kubernetes?</source>\n        <target></target>"
        project.edit("1-overview.xlf", empty, empty.replace("t></t", "t>Kubernetes, kézako ?</t"))

    back = there_and_back(project, "xliff1", "xliff2po", edit)
    lost = [line for line in back if line.startswith(("-#| msgid", "-#. changed:"))]
    assert len(lost) == 2
    assert sorted(back) == sorted([*lost, *changed(), '+msgstr "Kubernetes, kézako ?"'])
    assert project.catalog.count("#, fuzzy") == 2


def test_csv_adds_a_comment(project: Project) -> None:
    def edit() -> None:
        project.edit("1-overview.csv", OLD, NEW)

    assert sorted(there_and_back(project, "csv", "csv2po", edit)) == sorted(
        [*changed(), "+#. extracted from 1-overview.csv"]
    )


def test_a_memory_fills_what_is_empty(project: Project) -> None:
    filled = "Kubernetes, kézako ?"
    project.edit(str(CATALOG), EMPTY + '""', f'{EMPTY}"{filled}"')
    there, back = halves("tmx", "pretranslate")
    project.run(there)
    project.catalog = project.before
    project.run(back)
    project.run("l10n fmt -q")
    assert project.catalog == project.before.replace(EMPTY + '""', f'{EMPTY}"{filled}"')
