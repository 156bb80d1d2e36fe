"""The last answers are remembered, as many as are asked for."""

from __future__ import annotations

from l10n.project import Memo


def asked(memo: Memo, *questions: tuple[str, object]) -> list[object]:
    """Which questions were not answered from memory."""
    anew: list[object] = []
    for subject, question in questions:
        assert memo.of(subject, question, lambda q=question: anew.append(q) or [q]) == [question]
    return anew


def test_the_same_question_is_answered_once_and_another_one_anew() -> None:
    assert asked(Memo(2), ("a", 1), ("a", 1), ("a", 2), ("a", 2), ("a", 1)) == [1, 2, 1]


def test_of_more_subjects_than_are_remembered_the_one_asked_about_longest_ago_is_forgotten() -> None:
    assert asked(Memo(2), ("a", 1), ("b", 2), ("a", 1), ("c", 3), ("a", 1), ("b", 2)) == [1, 2, 3, 2]


def test_without_a_number_nothing_is_remembered() -> None:
    assert asked(Memo(), ("a", 1), ("a", 1)) == [1, 1]


def test_what_fails_is_tried_again() -> None:
    memo, tries = Memo(2), []

    def fails() -> None:
        tries.append(1)
        raise ValueError

    for _ in range(2):
        try:
            memo.of("a", 1, fails)
        except ValueError:
            continue
    assert len(tries) == 2
