"""Nothing of either text is missing from what is said to have changed."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from l10n.language.edits import EditKind, rendered, word_diff
from laws.texts import any_text, prose, structured_text

TEXTS = st.one_of(prose(), structured_text(), any_text())


@given(before=TEXTS, after=TEXTS)
def test_edits_joined_are_the_two_texts(before: str, after: str) -> None:
    edits = word_diff(before, after)
    assert "".join(edit.text for edit in edits if edit.kind is not EditKind.ADDED) == before
    assert "".join(edit.text for edit in edits if edit.kind is not EditKind.REMOVED) == after


@given(before=TEXTS, after=TEXTS)
def test_edits_are_not_empty_and_no_two_neighbours_are_of_one_kind(before: str, after: str) -> None:
    edits = word_diff(before, after)
    assert all(edit.text for edit in edits)
    assert all(one.kind is not other.kind for one, other in pairwise(edits))


@given(before=TEXTS, after=TEXTS, context=st.integers(0, 6))
def test_what_changed_is_shown_on_one_line_whatever_it_holds(before: str, after: str, context: int) -> None:
    shown = rendered(word_diff(before, after), context)
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in shown)
