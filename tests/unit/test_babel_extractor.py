"""Decks in the real ``pybabel extract``."""

import io
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from support import deck_of

from l10n.babel_extractor import extract
from l10n.catalog.model import Catalog
from l10n.catalog.reader import load
from l10n.dialects.table import DIALECTS
from l10n.errors import ConfigError, DeckError
from l10n.update.template import extract as own_extract

ROOT = Path(__file__).parents[2]
DECK = """class: pic

# Title

Read [the manual](https://example.com)

<!-- l10n context menu -->

File

???

Speak slowly

---

<!-- l10n comment keep it short -->

Some text
over two lines

Read [the manual](https://example.com)
"""
KEYWORDS = {"gettext", "pgettext"}
ENTRY_POINTS = entry_points(group="babel.extractors", name="l10n")
"""Empty where what is installed is not this version."""


def found(text: str, **options: str) -> list[tuple[object, ...]]:
    return list(extract(io.BytesIO(text.encode()), KEYWORDS, [], options))


def pybabel(folder: Path, *args: str, mapping: str) -> subprocess.CompletedProcess[str]:
    (folder / "babel.cfg").write_text(mapping, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "babel.messages.frontend",
        "-q",
        "extract",
        "-F",
        "babel.cfg",
        *args,
        ".",
    ]
    environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source" / "part").mkdir(parents=True)
    (tmp_path / "source" / "part" / "deck.md").write_text(DECK, encoding="utf-8")
    (tmp_path / "source" / "app.py").write_text("_('from code')\n", encoding="utf-8")
    return tmp_path


def extracted(folder: Path, mapping: str) -> Catalog:
    done = pybabel(folder, "-o", "out.pot", "--no-wrap", mapping=mapping)
    assert done.returncode == 0, done.stderr
    return load((folder / "out.pot").read_bytes(), "out.pot")


MAPPING = "[extractors]\nl10n = l10n.babel_extractor:extract\n[l10n: source/**.md]\n"


def test_messages_come_with_line_context_and_comments() -> None:
    assert found(DECK) == [
        (3, None, "Title", ["heading, slide “Title”"]),
        (5, None, "Read [the manual](https://example.com)", ["paragraph, slide “Title”"]),
        (9, "pgettext", ("menu", "File"), ["paragraph, slide “Title”"]),
        (13, None, "Speak slowly", ["paragraph, presenter notes of slide “Title”"]),
        (
            19,
            None,
            "Some text over two lines",
            ["paragraph, slide “Some text over two lines”", "keep it short"],
        ),
        (22, None, "Read [the manual](https://example.com)", ["paragraph, slide “Some text over two lines”"]),
    ]


def test_the_dialect_is_an_option() -> None:
    assert [message for _, _, message, _ in found("Title\n---\n\ntext\n", dialect="markdown")] == [
        "Title",
        "text",
    ]
    with pytest.raises(ConfigError, match="there is no dialect 'asciidoc'; known are "):
        found("x", dialect="asciidoc")


def test_a_deck_that_is_not_utf_8_is_named() -> None:
    with pytest.raises(DeckError, match="is not UTF-8"):
        list(extract(io.BytesIO(b"\xff"), KEYWORDS, [], {}))


def test_a_context_without_its_keyword_is_one_clear_error() -> None:
    with pytest.raises(DeckError, match="pgettext:1c,2"):
        list(extract(io.BytesIO(DECK.encode()), {"gettext"}, [], {}))


def test_pybabel_extracts_what_l10n_does(folder: Path) -> None:
    catalog = extracted(folder, MAPPING)
    own = {entry.key: entry for entry in own_extract(deck_of(DECK), "source/part/deck.md", with_lines=True)}
    assert catalog.by_key.keys() == own.keys()
    for key, entry in catalog.by_key.items():
        assert entry.references == own[key].references
        assert entry.comments == own[key].comments


def test_pybabel_takes_the_dialect_from_its_mapping(folder: Path) -> None:
    remark, markdown = extracted(folder, MAPPING), extracted(folder, f"{MAPPING}dialect = markdown\n")
    assert (None, "class: pic") not in remark.by_key
    assert (None, "class: pic") in markdown.by_key


def test_decks_and_code_go_into_one_template(folder: Path) -> None:
    keys = extracted(folder, f"{MAPPING}[python: **.py]\n").by_key
    assert {(None, "from code"), (None, "Title"), ("menu", "File")} <= keys.keys()


def test_the_plug_in_is_declared() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["babel.extractors"] == {"l10n": "l10n.babel_extractor:extract"}


@pytest.mark.skipif(not ENTRY_POINTS, reason="what is installed is another version, without this entry point")
def test_an_installed_l10n_is_found_by_its_name(folder: Path) -> None:
    assert (None, "Title") in extracted(folder, "[l10n: source/**.md]\n").by_key


def test_dialect_is_that_of_the_deck_s_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\nmarp: true\n---\n\nclass: a\n"
    monkeypatch.setattr("l10n.babel_extractor.DIALECTS", {**DIALECTS, "marp": DIALECTS["markdown"]})
    assert [message for _, _, message, _ in found(text)] == ["class: a"]
    assert [message for _, _, message, _ in found(text, dialect="remark")] == []
