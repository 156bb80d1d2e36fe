"""What README and the tutorial tell users to do, done."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"
README = (ROOT / "README.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
pytestmark = pytest.mark.skipif(
    not (BIN / "l10n").exists() or os.name != "posix", reason="the command is not installed beside Python"
)
CATALOG = "locales/fr/LC_MESSAGES/intro.po"


@dataclass
class Reader:
    """Somebody who does what a page says, from its top to its end."""

    folder: Path
    said: str = ""

    def block(self, kind: str, title: str, text: str) -> None:
        steps = {
            "sh": self.run,
            "text": self.hear,
            "po": self.translate,
            "diff": self.edit,
            "markdown": self.see,
        }
        if title:
            self.write(title, text)
        else:
            steps[kind](text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def run(self, text: str) -> None:
        """All of it; what is wrong with a translation is no failure."""
        names = {
            f"GIT_{who}_{what}": "reader" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        environment = {**os.environ, **names, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(
            ["sh", "-ec", text],
            cwd=self.folder,
            env=environment | {"HOME": str(self.folder), "GIT_CEILING_DIRECTORIES": str(self.folder.parent)},
            capture_output=True,
            text=True,
            check=False,
        )
        self.said = done.stdout + done.stderr
        assert done.returncode in (0, 1), self.said

    def hear(self, text: str) -> None:
        assert set(text.splitlines()) <= set(self.said.splitlines()), self.said

    def translate(self, entry: str) -> None:
        """The entry is there as shown, but for its translation."""
        head, _, _ = entry.partition("msgstr")
        catalog = self.read(CATALOG)
        assert head in catalog
        self.write(CATALOG, re.sub(re.escape(head) + r"msgstr .*\n", lambda _: entry, catalog))

    def edit(self, text: str) -> None:
        old, new = (
            "".join(line[1:] + "\n" for line in text.splitlines() if line[0] == sign) for sign in "-+"
        )
        deck = self.read("slides/intro.md")
        assert old in deck
        self.write("slides/intro.md", deck.replace(old, new))

    def see(self, text: str) -> None:
        assert text in self.read("build/fr/intro.md")


def blocks(page: str) -> Iterator[tuple[str, str, str]]:
    found = re.finditer(r'^```(\w+)(?: title="(.*?)")?\n(.*?)^```$', page, re.DOTALL | re.MULTILINE)
    yield from ((one[1], one[2] or "", one[3]) for one in found)


def test_the_tutorial_goes_as_it_says(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for block in blocks(TUTORIAL.read_text(encoding="utf-8")):
        reader.block(*block)

    assert "*millisecondes*" not in reader.read("build/fr/intro.md")
    assert "- They start in *milliseconds*\n- Lisez le [manuel]" in reader.read("build/fr/intro.md")
    assert '#, fuzzy\n#| msgid "They start in *seconds*"' in reader.read(CATALOG)
    reader.run("git status --porcelain")
    assert reader.said == ""


def test_the_two_commands_of_the_readme_make_a_deck(tmp_path: Path) -> None:
    commands = next(text for kind, _, text in blocks(README) if kind == "sh")
    assert commands.count("uvx --from deck-l10n ") == 2
    reader = Reader(tmp_path)
    reader.write("talks/intro.md", "# Hello\n\n---\n\n# World\n")
    reader.run(commands.replace("uvx --from deck-l10n ", ""))

    assert reader.read("build/fr/intro.md") == reader.read("talks/intro.md")


def test_the_readme_names_the_package_and_command_that_there_are() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'name = "deck-l10n"' in project
    assert 'l10n = "l10n.cli:main"' in project
    assert re.findall(r"(?:pip|pipx) install '?([\w-]+)", README) == ["deck-l10n"] * 3


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make here")
def test_make_installs_and_builds(tmp_path: Path) -> None:
    """``.ci/run`` does it in full."""
    assert "\nmake  " in "\n" + next(text for kind, _, text in blocks(README) if "git clone" in text)
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    steps = subprocess.run(["make", "-n"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert steps.index("-m venv .venv") < steps.index("pip install") < steps.index("l10n build")


def test_the_readme_is_short_and_shows_the_engines_first() -> None:
    lines = README.splitlines()
    assert len(lines) <= 120
    first = "\n".join(lines[:20]).lower()
    for name in ("remark", "xaringan", "marp", "slidev", "reveal.js", "quarto", "pages"):
        assert name in first
