"""What a rule tells becomes a finding with its place, unless nothing is to be told of it."""

import pytest

from l10n.catalog.model import Entry
from l10n.checks.finding import Finding
from l10n.checks.findings import Whereabouts
from l10n.checks.model import CatalogRule, Flaw, Pair
from l10n.checks.table import RULES
from l10n.errors import Place
from l10n.project.severity import Severity

RULE = next(rule for rule in RULES if rule.name == "link")
HELLO = Pair("Hello", "Bonjour")
FLAW = Flaw("wrong", (0, 3))
WHERE = Whereabouts("fr.po", "fr", "one.md", places={HELLO.key: (7, "Intro")})


@pytest.mark.parametrize("what", [HELLO, Entry("Hello", "Bonjour")])
def test_a_finding_in_an_entry_tells_its_line_its_slide_and_its_texts(what: Pair | Entry) -> None:
    assert WHERE.findings([(RULE, what, FLAW)]) == [
        Finding(
            "link", Severity.ERROR, "wrong", "fr.po", 7, "fr", "one.md", "Intro", None, "Hello", "Bonjour",
            (0, 3),
        )
    ]  # fmt: skip


def test_a_finding_in_a_catalog_tells_the_line() -> None:
    (found,) = WHERE.findings([(RULE, 3, Flaw("wrong"))])
    assert found == Finding("link", Severity.ERROR, "wrong", "fr.po", 3, "fr", "one.md")


def test_a_finding_in_another_file_is_the_same_in_all_locales() -> None:
    other = Whereabouts("de.po", "de", "one.md")
    told = [(RULE, Place("source/one.md", 5), Flaw("wrong"))]
    assert WHERE.findings(told) == other.findings(told)


@pytest.mark.parametrize("name", ["link", "structure", "error"])
def test_what_translators_say_to_ignore_is_not_told(name: str) -> None:
    where = Whereabouts("fr.po", "fr", ignored={HELLO.key: frozenset({name})})
    assert where.findings([(RULE, HELLO, FLAW)]) == []


def test_nothing_is_told_of_what_did_not_change() -> None:
    where = Whereabouts("fr.po", "fr", unchanged={HELLO.key})
    assert where.findings([(RULE, HELLO, FLAW)]) == []


def test_what_several_rules_ask_of_a_pair_is_looked_at_once() -> None:
    asked: list[Pair] = []

    def analysis(pair: Pair, much: int) -> int:
        asked.append(pair)
        return much

    pair = Pair("Hello", "Bonjour")
    assert [pair.once(analysis, 2), pair.once(analysis, 2)] == [2, 2]
    assert asked == [pair]


def test_only_rules_that_see_a_built_deck_have_it_built() -> None:
    built = {rule.name for rule in RULES if isinstance(rule, CatalogRule) and rule.after_build}
    assert built == {"refused", "same-anchor", "lost-anchor", "table-width", "untranslated"}
