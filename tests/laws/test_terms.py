"""Terms are found in one walk through a text exactly as one expression a term would find them."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checks.model import Pair, Setting
from l10n.checks.rules.terminology import forbidden_term
from l10n.language.glossary import Glossary, Term
from l10n.language.term_forms import flat, in_any_form, in_name, literal, strict

PARTS = re.compile(r"[\s\-]+")
GAP = r"[\s\-]++"

PLAIN = st.sampled_from(["a", "b", "ab", "aby", "Abe", "abab", "ababy", "-a", "a_b", "a+", "s"])
ODD = st.text(alphabet="aAsßẞſİıéÉ\u0301ΣςK_.-1y", min_size=1, max_size=4)
ENDINGS = st.sampled_from(["", "s", "es", "ies", "a", "cc", "ccc", "cccccc", "é"])
GAPS = st.sampled_from([" ", "-", "--", " \n", "\u00a0", ". ", "_", " c ", " cccc "])
PHRASES = st.lists(st.one_of(PLAIN, ODD), min_size=1, max_size=3).map(" ".join)
TERM = PHRASES.filter(lambda text: PARTS.sub("", text))
TERMS = st.lists(TERM, min_size=1, max_size=6)
TEXTS = st.lists(st.tuples(st.one_of(PLAIN, ODD), ENDINGS, GAPS), min_size=1, max_size=9).map(
    lambda pieces: "".join(map("".join, pieces))
)


def words(term: str) -> list[str]:
    return PARTS.split(unicodedata.normalize("NFC", term).strip())


def in_source(term: str) -> str:
    *first, last = words(term)
    ending = f"{re.escape(last[:-1])}(?:y|ies)" if last.endswith("y") else f"{re.escape(last)}(?:e?s)?"
    return GAP.join([*map(re.escape, first), ending])


def lenient(term: str) -> str:
    stems = (re.escape(word[: max(3, len(word) - len(word) // 4)]) for word in words(term))
    return r"\w{0,5}[\W_]++(?:\w{1,3}[\W_]++)?".join(stems)


def reference(sources: list[str], text: str) -> list[tuple[int, int, str]]:
    longest = sorted(sources, key=lambda one: -len(one))
    each = "|".join(f"({in_source(one)})" for one in longest)
    found = re.finditer(rf"(?<!\w)(?:{each})(?!\w)", text, re.IGNORECASE)
    named = ((match, longest[(match.lastindex or 1) - 1]) for match in found)
    return [(*match.span(), one) for match, one in named if not in_name(text, *match.span(), one)]


@given(sources=TERMS, text=TEXTS)
def test_the_terms_of_a_source_are_those_that_one_expression_finds(sources: list[str], text: str) -> None:
    glossary = Glossary(tuple(Term(one, keep=True) for one in sources))
    composed = unicodedata.normalize("NFC", text)
    found = reference(sources, composed)

    assert [term.source for term in glossary.found(text)] == list(dict.fromkeys(one for _, _, one in found))
    left, at = [], 0
    for start, end, _ in found:
        left.append(composed[at:start])
        at = end
    assert glossary.without_kept(text) == (" ".join([*left, composed[at:]]) if found else text)


@given(term=TERM, text=TEXTS)
def test_a_term_is_found_in_any_form_as_its_expression_finds_it(term: str, text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert in_any_form(term, composed) == bool(re.search(lenient(term), composed, re.IGNORECASE))


@pytest.mark.parametrize(("locale", "spaced"), [("fr", True), ("ja", False)])
@given(groups=st.lists(st.lists(TERM, min_size=1, max_size=3), min_size=1, max_size=4), text=TEXTS)
def test_what_is_forbidden_everywhere_is_what_one_expression_a_term_finds(
    locale: str, spaced: bool, groups: list[list[str]], text: str
) -> None:
    setting = Setting(locale, glossary=Glossary(tuple(Term(forbidden=tuple(one)) for one in groups)))
    pair = Pair("1", text)
    prose = unicodedata.normalize("NFC", pair.target.prose)
    make = strict if spaced else literal
    wanted = []
    for group in groups:
        match = re.search("|".join(f"(?:{make(one)})" for one in group), prose, re.IGNORECASE)
        if match and not in_name(prose, *match.span(), group[0]):
            wanted.append(f"“{match[0]}” is not to be used")

    assert [flaw.message for flaw in forbidden_term(pair, setting)] == wanted


def test_cases_are_those_of_expressions() -> None:
    """Of all characters; but two that look the same to everybody, and one that is no letter."""
    other = {"\u0345", "\ufb06"}
    for char in filter(str.isalpha, map(chr, range(sys.maxunicode + 1))):
        for one in {char.lower(), char.upper(), char.casefold()} - other:
            if len(one) == 1 and re.fullmatch(one, char, re.IGNORECASE):
                assert flat(one)[0] == flat(char)[0]
