"""Whatever stands in decks and catalogs, every report stays what its readers expect."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from unit.report.examples import RULES
from unit.report.findings.test_github import cells, read

from l10n.catalog.states import State
from l10n.checks.finding import Finding
from l10n.project.severity import Severity
from l10n.report.findings.formats import FORMATS as FINDINGS
from l10n.report.findings.github import as_step_summary
from l10n.report.findings.text import as_text
from l10n.report.plain import width
from l10n.report.stats.formats import FORMATS as FIGURES
from l10n.report.stats.wanted import Wanted
from l10n.stats.counts import By, DeckStats, Message, Survey, Translation
from laws.texts import any_text, structured_text

CONTROLS = st.text("\x1b[]<>&\"'`|:%,#@!-*_=\n\r\x00\x7f\x9b\u202e", max_size=40)
TEXT = st.one_of(any_text(), structured_text(), CONTROLS)
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    text = st.one_of(TEXT, st.sampled_from(("link-target", "fr")))
    at = draw(st.none() | st.tuples(st.integers(-9, 400), st.integers(-9, 400)))
    severity = draw(st.sampled_from(list(Severity)))
    rule, message, file, msgid, msgstr = (draw(text) for _ in range(5))
    return Finding(rule, severity, message, file, draw(st.integers(1, 99)), msgid=msgid, msgstr=msgstr, at=at)


@given(st.lists(findings(), max_size=4))
def test_findings_are_read_back_whatever_they_say(found: list[Finding]) -> None:
    names = [json.loads(FINDINGS["json"](found, RULES)), json.loads(FINDINGS["codequality"](found, RULES))]
    assert [len(one) for one in names] == [len(found)] * 2
    assert len(json.loads(FINDINGS["sarif"](found, RULES))["runs"][0]["results"]) == len(found)
    assert {case.get("name") for case in ET.fromstring(FINDINGS["junit"](found, RULES)).iter("testcase")}
    assert [len(row) for row in cells(as_step_summary(found))] == [5] * (len(found) + bool(found))
    assert len([read(line) for line in FINDINGS["github"](found, RULES).split("\n") if line]) == len(found)


@given(st.lists(findings(), max_size=3), st.sampled_from(list(FINDINGS)))
def test_no_text_of_findings_is_obeyed(found: list[Finding], form: str) -> None:
    assert not OBEYED.search(FINDINGS[form](found, RULES))


@given(findings())
def test_an_excerpt_fits_80_columns(finding: Finding) -> None:
    lines = as_text((finding._replace(file="a.po"),), verbose=True).split("\n")
    assert all(width(line) <= 80 for line in lines[1:])


def surveyed(title: str, msgid: str) -> Survey:
    message = Message(msgid, 1, 3, State.REFUSED, 7, title)
    translation = Translation("fr", f"{title}.po", (message,))
    return Survey("en", ("fr",), (DeckStats(title, (title,), (translation,)),), ())


class Tags(HTMLParser):
    """The elements of a page, and the text in them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, frozenset[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, frozenset(name for name, _ in attrs)))


def tags(page: str) -> list[tuple[str, frozenset[str]]]:
    parser = Tags()
    parser.feed(page)
    return parser.tags


@given(TEXT, TEXT)
def test_no_title_or_message_adds_an_element_or_attribute_to_the_page(title: str, msgid: str) -> None:
    page = FIGURES["html"](surveyed(f"x{title}", msgid), Wanted())
    assert tags(page) == tags(FIGURES["html"](surveyed("x", "y"), Wanted()))
    assert not OBEYED.search(page)


@given(TEXT)
def test_figures_are_read_back_whatever_titles_say(title: str) -> None:
    survey, wanted = surveyed(f"x{title}", "y"), Wanted(By.SLIDE)
    assert json.loads(FIGURES["json"](survey, wanted))[0]["title"] == f"x{title}"
    (_, row) = csv.reader(io.StringIO(FIGURES["csv"](survey, wanted), newline=""))
    assert row[3] == f"x{title}"
    tokens = MarkdownIt("commonmark").enable("table").parse(FIGURES["markdown"](survey, wanted))
    assert sum(token.type == "td_open" for token in tokens) == 9
    assert not OBEYED.search(FIGURES["text"](survey, wanted))


@pytest.mark.parametrize("form", FIGURES)
@given(title=TEXT)
def test_figures_can_be_written_in_utf_8(form: str, title: str) -> None:
    assert FIGURES[form](surveyed(title, title), Wanted(By.SLIDE)).encode()
