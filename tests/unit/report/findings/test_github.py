import re
from collections import Counter

import pytest
from markdown_it import MarkdownIt

from l10n.checks.finding import Finding
from l10n.report.findings.github import as_annotations, as_step_summary
from unit.report.examples import ALL, ENEMY, HOSTILE, LINK, NOTE, NUMBER

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>.*?)::(?P<data>.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it: split first, then unescaped."""
    command = COMMAND.fullmatch(line)
    assert command, line
    pairs = (pair.split("=", 1) for pair in command["properties"].split(","))
    properties = {name: _unescaped(value, {"%3A": ":", "%2C": ","}) for name, value in pairs}
    return command["name"], properties, _unescaped(command["data"], {})


def _unescaped(text: str, more: dict[str, str]) -> str:
    for code, char in ({"%0D": "\r", "%0A": "\n"} | more | {"%25": "%"}).items():
        text = text.replace(code, char)
    return text


def test_an_annotation_says_where_what_and_why() -> None:
    name, properties, data = read(as_annotations((LINK,)))
    assert name == "error"
    assert properties == {"file": LINK.file, "line": "12", "title": "fr link-target"}
    assert data == LINK.message


@pytest.mark.parametrize("text", ["50%", "%25", "%0A", "a,b:c", "a::b", "two\nlines", "é 语"])
def test_what_is_written_is_what_the_runner_reads(text: str) -> None:
    _, properties, data = read(as_annotations((LINK._replace(message=text, file=f"{text}.po"),)))
    assert (data, properties["file"]) == (text, f"{text}.po")


def test_hostile_text_stays_in_its_annotation() -> None:
    name, properties, data = read(as_annotations((ENEMY,)))
    assert (name, properties["line"]) == ("warning", "3")
    assert data.split("\n")[:2] == ["]]>", "::error::x"]
    assert "\x1b" not in data + properties["file"]


def test_the_worst_come_first() -> None:
    assert [read(line)[0] for line in as_annotations((NOTE, NUMBER, LINK)).split("\n")] == [
        "error",
        "warning",
        "notice",
    ]


def many(count: int) -> list[Finding]:
    return [one._replace(line=line) for line in range(1, count + 1) for one in (NOTE, NUMBER, LINK)]


def test_no_level_has_more_than_github_shows_and_one_line_sums_up_the_rest() -> None:
    lines = [read(line) for line in as_annotations(many(25)).split("\n")]
    assert Counter(name for name, _, _ in lines) == {"error": 10, "warning": 10, "notice": 10}
    assert lines[-1][2] == "and 15 errors, 15 warnings, 16 notes more: see the summary of this step"


def test_there_is_no_sum_where_nothing_is_left_out() -> None:
    assert len(as_annotations(many(9)).split("\n")) == 27


def cells(summary: str) -> list[list[str]]:
    """The table's cells as a reader of Markdown sees them."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(summary):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            kinds = {child.type for child in token.children or ()}
            assert kinds <= {"text", "text_special"}, (token.content, kinds)
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


def test_the_summary_is_a_table_with_the_worst_first() -> None:
    summary = as_step_summary((NUMBER, LINK))
    assert summary.startswith("## l10n: 1 error, 1 warning\n")
    assert cells(summary)[1] == [
        "error",
        f"{LINK.file}:12",
        "link-target",
        LINK.message,
        "Read [it](https://example.com/a)",
    ]


def test_no_text_of_a_catalog_becomes_markup_in_the_summary() -> None:
    rows = cells(as_step_summary(ALL))
    assert [len(row) for row in rows] == [5] * 5
    assert "[a](http://b) | <script>`%25,: @all" in rows[-2][3]
    assert HOSTILE.count("|") == 1


def test_a_summary_of_nothing_says_so() -> None:
    assert as_step_summary(()) == "## l10n: nothing found\n"


def test_a_summary_is_never_longer_than_github_takes() -> None:
    findings = [LINK._replace(line=line, message="é" * 500) for line in range(1, 3_001)]
    summary = as_step_summary(findings)
    assert 900_000 < len(summary.encode()) <= 1 << 20
    shown = len(cells(summary)) - 1
    assert summary.endswith(f"\nand {3_000 - shown:,} errors more\n")
