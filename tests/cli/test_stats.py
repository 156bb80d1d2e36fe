"""``l10n stats`` counts what is there, and says what it could not read."""

import csv
import io
import json
import os
import pty
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click import Choice

from cli.conftest import COMMAND, Workspace
from l10n.cli.stats import stats
from l10n.report.stats.formats import FORMATS

ROOT = Path(__file__).parents[2]


def figures(workspace: Workspace, *args: str) -> list[dict[str, Any]]:
    return list(json.loads(workspace.ok("stats", "--format", "json", *args).out))


def test_the_command_offers_every_format_there_is() -> None:
    (option,) = (one for one in stats.params if one.name == "form")
    assert isinstance(option.type, Choice)
    assert [*option.type.choices] == [*FORMATS]


def test_figures_are_those_of_sync(french: Workspace) -> None:
    french.translate("Hello world", "Bonjour le monde")
    (row,) = figures(french)
    table = french.ok("sync").table["fr"]
    assert (row["messages"], row["words"]) == (table["messages"], table["words"])
    assert row["translated"]["messages"] == table["translated"] == 1
    assert row["untranslated"]["messages"] == table["untranslated"]


def test_sync_counts_a_copy_as_stats_does(french: Workspace) -> None:
    french.translate("Hello world", "Bonjour le monde")
    french.translate("Speak slowly", "Speak slowly")
    (row,) = figures(french)
    assert [row[state]["messages"] for state in ("translated", "copied")] == [1, 1]
    table = french.ok("sync").table["fr"]
    assert (table["translated"], table["copied"]) == (1, 1)
    french.write("locales/fr/glossary.toml", '[[term]]\nsource = "Speak slowly"\nkeep = true\n')
    assert figures(french)[0]["translated"]["messages"] == 2
    assert french.ok("sync").table["fr"]["translated"] == 2, "the cache knows of the glossary"


def test_text_has_a_bar_and_fits_a_terminal(french: Workspace) -> None:
    out = french.ok("stats").out
    assert re.search(r"^fr +░+ +0%", out, re.MULTILINE)
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out


def on_a_terminal(workspace: Workspace, *args: str, **environment: str) -> str:
    """What the command writes to a terminal."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        variables = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        done = subprocess.run(
            [*COMMAND, *args],
            cwd=workspace.root,
            stdout=theirs,
            stderr=subprocess.PIPE,
            env={**variables, "PYTHONPATH": str(ROOT), **environment},
            check=False,
        )
        os.close(theirs)
        assert done.returncode == 0, done.stderr
        return terminal.read(1 << 16).decode()


def test_a_terminal_has_colour_unless_the_user_says_no(french: Workspace) -> None:
    assert "\x1b[31m" in on_a_terminal(french, "stats")
    assert "\x1b" not in on_a_terminal(french, "stats", NO_COLOR="1")


def test_every_state_is_counted(french: Workspace) -> None:
    french.translate("One", "One")
    french.translate("Hello world", "- Bonjour")
    french.translate("Speak slowly", "Parlez lentement")
    french.replace(french.po(), 'msgid "Read', '#, fuzzy\nmsgid "Read')
    french.replace(french.po(), 'manual)"\nmsgstr ""', 'manual)"\nmsgstr "Lisez"')
    row = next(row for row in figures(french, "--by", "deck") if row["deck"] == "one.md")
    counts = {name: value["messages"] for name, value in row.items() if isinstance(value, dict)}
    assert counts.pop("borrowed") == 0
    assert counts == {"translated": 1, "fuzzy": 1, "untranslated": 0, "copied": 1, "refused": 1}


def test_a_marked_copy_counts_as_translated(french: Workspace) -> None:
    french.replace(
        french.po(), 'msgid "One"\nmsgstr ""', '# l10n-ignore: untranslated-copy\nmsgid "One"\nmsgstr "One"'
    )
    assert french.line_of(french.po(), "# l10n-ignore") > 1
    assert figures(french)[0]["translated"]["messages"] == 1


@pytest.mark.parametrize(("by", "count"), [("locale", 1), ("deck", 2), ("slide", 3)])
def test_rows_are_what_is_asked_for(french: Workspace, by: str, count: int) -> None:
    assert len(figures(french, "--by", by)) == count
    out = french.ok("stats", "--by", by, "--format", "csv").out
    assert len(list(csv.reader(io.StringIO(out)))) == count + 1


def test_only_named_locales_are_counted(french: Workspace) -> None:
    french.ok("init", "de")
    assert [row["locale"] for row in figures(french)] == ["de", "fr"]
    assert [row["locale"] for row in figures(french, "fr")] == ["fr"]
    assert french.run("stats", "es").code == 2


def test_badge_is_json_and_svg_is_xml(french: Workspace) -> None:
    assert json.loads(french.ok("stats", "fr", "--format", "badge").out)["message"] == "0 %"
    assert ET.fromstring(french.ok("stats", "fr", "--format", "svg").out).get("role") == "img"


def test_output_goes_to_a_file_in_a_new_folder(french: Workspace) -> None:
    out = french.ok("stats", "--format", "json", "--output", "site/stats.json").out
    assert out == "wrote site/stats.json\n"
    assert json.loads(french.read("site/stats.json"))[0]["locale"] == "fr"
    assert french.ok("stats", "--format", "json", "--output", "site/stats.json", "-q").out == ""


def test_output_goes_to_a_new_folder_outside_of_the_project_too(french: Workspace, tmp_path: Path) -> None:
    french.ok("stats", "--format", "json", "--output", f"{tmp_path}/new/site/stats.json")
    assert json.loads((tmp_path / "new/site/stats.json").read_text(encoding="utf-8"))


def test_output_goes_to_a_hidden_file_that_the_user_names(french: Workspace) -> None:
    for name in (".ci/stats.json", "site/.stats.json"):
        french.ok("stats", "--format", "json", "--output", name)
        assert json.loads(french.read(name))


@pytest.mark.parametrize("output", ["taken", "/dev/null", "taken/x/y"])
def test_output_that_cannot_be_written_is_one_line(french: Workspace, output: str) -> None:
    french.write("taken/x", "")
    outcome = french.run("stats", "--output", output)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert outcome.err.startswith("error: ")


def test_output_goes_through_no_link_of_the_project_which_may_be_a_stranger_s(
    french: Workspace, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    french.path("stats.json").symlink_to(elsewhere)
    outcome = french.run("stats", "--format", "json", "--output", "stats.json")
    assert (outcome.code, "stats.json: this is a link" in outcome.err) == (2, True)
    assert not elsewhere.exists()


def test_output_goes_through_the_user_s_own_links_outside(french: Workspace, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "mine.json").symlink_to("real.json")
    french.ok("stats", "--format", "json", "--output", str(tmp_path / "mine.json"))
    assert (tmp_path / "mine.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))


def test_a_deck_whose_name_cannot_be_shown_is_an_error_and_the_rest_is_counted(french: Workspace) -> None:
    french.path("source").joinpath(os.fsdecode(b"odd\xff.md")).write_text("# Odd\n", encoding="utf-8")
    french.deck("two\nlines.md", "# Odd\n")
    for form in FORMATS:
        outcome = french.run("stats", "--by", "slide", "--format", form)
        assert (outcome.code, outcome.err.count("\n")) == (2, 2)
        assert "Odd" not in outcome.out


@pytest.mark.parametrize("form", FORMATS)
def test_a_broken_catalog_is_an_error_and_the_rest_is_counted(french: Workspace, form: str) -> None:
    french.write(french.po(), "rubbish\n")
    outcome = french.run("stats", "--format", form)
    assert outcome.code == 2
    assert outcome.err.startswith("error: locales/fr/LC_MESSAGES/one.po:1: ")
    assert outcome.out


@pytest.mark.parametrize("form", FORMATS)
def test_a_project_without_a_locale_gets_a_note(decks: Workspace, form: str) -> None:
    outcome = decks.ok("stats", "--format", form)
    assert "l10n init" in outcome.err
    assert outcome.out


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("by", ["locale", "deck", "slide"])
def test_empty_decks_and_missing_catalogs_are_no_problem(french: Workspace, form: str, by: str) -> None:
    french.deck("one.md", "")
    french.path(french.po("part/two")).unlink()
    assert french.ok("stats", "--format", form, "--by", by).out


def test_a_deck_that_is_not_text_is_an_error(french: Workspace) -> None:
    french.deck("three.md", b"\xff")
    outcome = french.run("stats")
    assert (outcome.code, "source/three.md:1" in outcome.err) == (2, True)


def test_nothing_in_the_project_is_written(french: Workspace) -> None:
    before = french.snapshot()
    french.ok("stats", "--format", "html")
    assert french.snapshot() == before


def test_text_that_a_pipe_cannot_encode_is_no_crash(french: Workspace) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*COMMAND, "stats"], cwd=french.root, capture_output=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr


def test_text_in_no_message_is_counted(french: Workspace) -> None:
    french.deck("part/html.md", "# HTML\n\n<div>\n<p>two <b>words</p>\n</div>\n")
    assert "not extracted: 2 words of the decks are in no message" in french.ok("sync").out
    assert json.loads(french.ok("sync", "--format", "json").out)["locales"]["fr"]["not_extracted"] == 2
    assert "not extracted: 2 words of the decks are in no message" in french.ok("stats").out
    assert (
        "not extracted: 2 words of part/html.md are in no message" in french.ok("stats", "--by", "deck").out
    )
    (row,) = json.loads(french.ok("stats", "--format", "json").out)
    assert row["not_extracted"] == 2
    assert "Not extracted: 2 words" in french.ok("stats", "--format", "html").out
    assert "Not extracted: 2 words" in french.ok("stats", "--format", "markdown").out
