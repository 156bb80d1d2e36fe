"""What the documents say is what the program does."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from l10n.build.splice import build
from l10n.catalog.model import Entry
from l10n.catalog.reader import load
from l10n.checks.documentation import page
from l10n.deck.model import Deck
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS
from l10n.markdown.targets import Localised
from l10n.project.check_config import SETTINGS
from l10n.project.config import Config
from l10n.update.template import extract

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAINTAINERS = (ROOT / "docs" / "maintainers.md").read_text(encoding="utf-8")


def block(language: str, number: int) -> str:
    found = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return str(found[number])


def remark(text: str) -> Deck:
    return parse(text, DIALECTS["remark"])


@pytest.fixture
def shown_entries(tmp_path: Path) -> dict[str, Entry]:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (tmp_path / "intro.po").write_text(header + block("po", 0), encoding="utf-8")
    catalog = load((tmp_path / "intro.po").read_bytes(), "intro.po")
    return {entry.msgid: entry for entry in catalog.entries}


def test_the_entries_in_the_readme_are_what_its_slide_gives(shown_entries: dict[str, Entry]) -> None:
    messages = {entry.msgid: entry for entry in extract(remark(block("markdown", 0)), "source/intro.md")}

    assert shown_entries.keys() <= messages.keys()
    for msgid, entry in shown_entries.items():
        assert (entry.comments, entry.references) == (messages[msgid].comments, messages[msgid].references)


def test_the_deck_in_the_readme_is_what_is_built_from_them(shown_entries: dict[str, Entry]) -> None:
    translations = {entry.key: entry.msgstr for entry in shown_entries.values()}

    merged = build(remark(block("markdown", 0)), translations, lambda text: remark(text).slides, Localised())

    assert merged.text == block("markdown", 1)
    assert merged.refused == ()


def settings() -> dict[str, tuple[str, str]]:
    """The rows of the settings table: key to default and meaning."""
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*?) \| (.*?) \|$", MAINTAINERS, re.MULTILINE)
    return {key: (default, meaning) for key, default, meaning in rows}


def test_every_setting_is_documented_and_no_other() -> None:
    keys = {field.name.replace("_", "-") for field in fields(Config)} - {"root", "file", "passed-over"}

    assert settings().keys() == keys


def test_every_setting_of_checks_is_documented_and_no_other() -> None:
    rows = re.findall(r"^\| `check\.([a-z-]+)` \|", MAINTAINERS, re.MULTILINE)

    assert sorted(rows) == sorted(SETTINGS)


def test_rules_are_documented_as_they_are() -> None:
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == page(), "run `make rules`"


def test_documented_defaults_are_the_real_ones() -> None:
    defaults = {field.name.replace("_", "-"): field for field in fields(Config)}
    for key, (shown, _) in settings().items():
        if not shown.startswith("`"):
            continue
        field = defaults[key]
        default = field.default_factory() if field.default is MISSING else field.default
        value = tomllib.loads(f"value = {shown.strip('`')}")["value"]
        assert value == (list(default) if isinstance(default, tuple) else default), key


def test_documented_files_exist() -> None:
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    for document in documents:
        text = re.sub(r"```.*?```|`[^`]*`", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_each_promise_of_trust_names_tests_that_are_there_and_none_is_left_out() -> None:
    trust = (ROOT / "docs" / "maintainers.md").read_text(encoding="utf-8").partition("## Trust")[2]
    named = set(re.findall(r"`(test_\w+\.py)`", trust))
    assert named == {path.name for path in (ROOT / "tests" / "attacks").glob("test_*.py")}
