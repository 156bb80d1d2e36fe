import pytest

from l10n.language.similarity import Index, Likeness


def test_rare_words_count_more_than_common_ones() -> None:
    texts = ["What is a pod?", "What is a node?", "What is a cluster?", "What is Rust?", "A StatefulSet"]
    likeness = Likeness(texts)
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
    assert least <= Likeness([one, other]).of(one, other) <= most


def test_how_much_of_a_text_is_in_another() -> None:
    likeness = Likeness(["one two", "one two three"])
    assert likeness.held("one two", "one two three") == 1.0
    assert likeness.held("four", "one two three") == 0.0
    assert likeness.held("!", "one") == 0.0


def test_the_index_finds_texts_with_the_same_rare_words_best_first() -> None:
    texts = ["the control plane", "the data plane", "the pod", *["the"] * 60]
    index = Index(texts, Likeness(texts), ["the control plane decides", "the"])
    assert index.near("the control plane decides") == [0, 1]
    assert index.near("the") == []
