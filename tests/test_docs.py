"""What the documents say is what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from l10n.build.splice import build
from l10n.catalog.model import Entry
from l10n.catalog.reader import load
from l10n.deck.model import Deck
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS
from l10n.markdown.targets import Localised
from l10n.update.template import extract
from manual.pages import MADE

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


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


@pytest.mark.parametrize("path", MADE)
def test_what_is_made_from_the_code_is_as_it_makes_it(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == MADE[path](), "run `make reference`"


def test_documented_files_exist() -> None:
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md"))]
    for document in documents:
        text = re.sub(r"```.*?```|`[^`]*`", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_each_page_is_in_the_navigation_of_the_site() -> None:
    nav = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]
    named = [page for part in nav for pages in part.values() for page in pages]
    docs = ROOT / "docs"
    assert sorted(named) == sorted(path.relative_to(docs).as_posix() for path in docs.glob("**/*.md"))


def test_each_promise_of_trust_names_tests_that_are_there_and_none_is_left_out() -> None:
    trust = (ROOT / "docs" / "maintainers.md").read_text(encoding="utf-8").partition("## Trust")[2]
    named = set(re.findall(r"`(test_\w+\.py)`", trust))
    assert named == {path.name for path in (ROOT / "tests" / "attacks").glob("test_*.py")}
