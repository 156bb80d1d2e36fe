"""What every format of findings must do, whatever stands in the catalogs."""

import json
import re

import pytest

from l10n.report.findings.formats import FORMATS
from l10n.report.findings.github import as_step_summary
from l10n.report.findings.tally import fingerprints, tally, worst_first
from unit.report.examples import ALL, ENEMY, LINK, NOTE, NUMBER, RULES

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]")


def test_there_is_a_format_for_each_that_the_issue_names() -> None:
    assert list(FORMATS) == ["text", "json", "github", "sarif", "junit", "codequality"]


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_control_character_through(name: str) -> None:
    assert not CONTROL.search(FORMATS[name](ALL, RULES))


@pytest.mark.parametrize("name", FORMATS)
def test_no_line_of_a_catalog_becomes_a_workflow_command(name: str) -> None:
    lines = FORMATS[name]((ENEMY,), RULES).splitlines()
    commands = [line for line in lines if re.match(r"\s*::", line)]
    assert len(commands) == (1 if name == "github" else 0), commands


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written_in_utf_8(name: str) -> None:
    assert FORMATS[name](ALL, RULES).encode()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_that_there_is_nothing(name: str) -> None:
    text = FORMATS[name]((), RULES)
    assert "expected" not in text
    assert text or name == "github"


def test_json_has_all_fields_in_order() -> None:
    (data,) = json.loads(FORMATS["json"]((LINK,), RULES))
    assert data == {
        "rule": "link-target",
        "severity": "error",
        "locale": "fr",
        "file": "locales/fr/LC_MESSAGES/one.po",
        "line": 12,
        "deck": "one.md",
        "slide": "One",
        "msgctxt": None,
        "msgid": "Read [it](https://example.com/a)",
        "msgstr": "Lisez-[le](https://example.com/b)",
        "message": "expected https://example.com/a, found https://example.com/b",
    }
    assert "at" not in data


def test_json_gives_back_what_stood_in_the_catalog() -> None:
    (data,) = json.loads(FORMATS["json"]((ENEMY,), RULES))
    assert (data["msgid"], data["msgctxt"]) == (ENEMY.msgid, ENEMY.msgctxt)


def test_worst_come_first_and_their_order_stays() -> None:
    second = LINK._replace(line=99)
    assert worst_first([NOTE, NUMBER, LINK, second]) == [LINK, second, NUMBER, NOTE]


def test_tally_counts_in_words() -> None:
    assert tally([LINK, LINK, NUMBER, NOTE]) == "2 errors, 1 warning, 1 note"


def test_fingerprints_stay_when_lines_and_sentences_change() -> None:
    assert fingerprints([LINK]) == fingerprints([LINK._replace(line=400, message="other words")])


def test_fingerprints_differ_by_rule_message_and_context() -> None:
    others = [NUMBER, LINK._replace(msgid="x"), LINK._replace(msgctxt="x"), LINK._replace(msgctxt="")]
    assert len(set(fingerprints([LINK, *others]))) == 5


def test_fingerprints_number_what_is_found_twice_in_one_message() -> None:
    first, second = fingerprints([LINK, LINK])
    assert first.rpartition(":")[0] == second.rpartition(":")[0]
    assert (first[-2:], second[-2:]) == (":1", ":2")


def test_all_formats_are_linear_in_hostile_text() -> None:
    big = ENEMY._replace(msgid="`[" * 200_000, msgstr="语[" * 200_000, at=(300_000, 300_001))
    for name, form in FORMATS.items():
        assert form((big,), RULES), name
    assert len(as_step_summary((big,))) < 2_000
