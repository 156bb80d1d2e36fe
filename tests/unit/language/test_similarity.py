from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.language.similarity import Index, Likeness, document_frequency


def test_rare_words_count_more_than_common_ones() -> None:
    texts = ["What is a pod?", "What is a node?", "What is a cluster?", "What is Rust?", "A StatefulSet"]
    likeness = Likeness.among(texts)
    assert likeness.of("What is a StatefulSet?", "StatefulSet") > likeness.of(
        "What is a StatefulSet?", texts[3]
    )


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("the same text", "the same text", 1.0, 1.0),
        ("", "", 1.0, 1.0),
        ("!", "?", 0.0, 0.0),
        ("a pod runs", "jobs are done", 0.0, 0.1),
        ("The containers share a network", "The contaniers share a network", 0.8, 1.0),
        ("CASE", "case", 1.0, 1.0),
        ("ポッドとは", "ポッドとは何か", 0.6, 1.0),
    ],
)
def test_likeness_goes_from_nothing_in_common_to_the_same(
    one: str, other: str, least: float, most: float
) -> None:
    assert least <= Likeness.among([one, other]).of(one, other) <= most


def test_how_much_of_a_text_is_in_another() -> None:
    likeness = Likeness.among(["one two", "one two three"])
    assert likeness.held("one two", "one two three") == 1.0
    assert likeness.held("four", "one two three") == 0.0
    assert likeness.held("!", "one") == 0.0


def test_the_index_finds_texts_with_the_same_rare_words_best_first() -> None:
    texts = ["the control plane", "the data plane", "the pod", *["the"] * 60]
    asked = ["the control plane decides", "the"]
    for index in (
        Index.of(texts, Likeness.among(texts), asked),
        Index.among(texts, asked, document_frequency(texts)),
    ):
        assert index.near("the control plane decides") == [0, 1]
        assert index.near("the") == []


WORDS = st.sampled_from(
    ["pod", "Pod", "näive", "NÄIVE", "ポッド", "a_b", "1.2", "é", "ß", "\0", "İ", "node", " ", "-"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=5).map("".join), max_size=9)


@given(TEXTS)
def test_in_how_many_texts_a_word_is(texts: list[str]) -> None:
    each = [Counter(document_frequency([text])) for text in texts]
    assert document_frequency(texts) == sum(each, Counter())
    assert all(set(counts.values()) <= {1} for counts in each)


@given(TEXTS, TEXTS)
def test_what_is_in_few_texts_is_found_in_either_way(texts: list[str], asked: list[str]) -> None:
    among = Index.among(texts, asked, document_frequency(texts))
    of = Index.of(texts, Likeness.among([*texts, *asked]), asked)
    assert [among.near(text) for text in asked] == [of.near(text) for text in asked]
