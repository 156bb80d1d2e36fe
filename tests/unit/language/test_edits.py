from collections.abc import Sequence

import pytest
from rapidfuzz.distance import Editop, LCSseq

from l10n.language.edits import Edit, EditKind, rendered, shortened, word_diff

SHOWN = {
    "a word": (
        "runs on the master here",
        "runs on the control plane here",
        "runs on the [-master-]{+control plane+} here",
    ),
    "a word more": ("one two", "one new two", "one {+new+} two"),
    "a word less": ("one old two", "one two", "one [-old-] two"),
    "inline code": ("see `get pods`", "see `get nodes`", "see `get [-pods-]{+nodes+}`"),
    "a version": ("v1.25.2 is out", "v1.26.0 is out", "[-v1.25.2-]{+v1.26.0+} is out"),
    "part of a URL": ("at https://a.org/x", "at https://a.org/y", "at https://a.org/[-x-]{+y+}"),
    "emphasis": ("a word", "a **word**", "a {+**+}word{+**+}"),
    "a contraction": ("don't", "do not", "[-don't-]{+do not+}"),
    "blanks": ("one two", "one  two", "one[- -]{+  +}two"),
    "a line end": ("one\ntwo", "one two", "one[-⏎-]{+ +}two"),
    "a script without blanks": ("日本語です", "日本文です", "日本[-語-]{+文+}です"),
    "a script with combining marks": ("कि दिन", "की दिन", "[-कि-]{+की+} दिन"),
    "all of it": (
        "We deploy a pod to look at it",
        "Now create some deployments",
        "[-We deploy a pod to look at it-]{+Now create some deployments+}",
    ),
    "nothing": ("same", "same", "same"),
    "from nothing": ("", "new", "{+new+}"),
    "to nothing": ("old", "", "[-old-]"),
    "control characters": ("a\x1b[31m", "a\x1b[32m", "a␛[[-31-]{+32+}m"),
}


@pytest.mark.parametrize(("before", "after", "shown"), SHOWN.values(), ids=SHOWN.keys())
def test_what_changed_is_shown_on_one_line(before: str, after: str, shown: str) -> None:
    assert rendered(word_diff(before, after)) == shown


def test_words_that_unlike_texts_share_by_chance_do_not_cut_a_change_into_crumbs() -> None:
    edits = word_diff("Look at the logs of it and the events", "Delete all the pods in the namespace")

    assert [edit.kind for edit in edits] == [EditKind.REMOVED, EditKind.ADDED]


def test_text_that_stays_is_shortened_to_the_words_beside_a_change() -> None:
    edits = word_diff(
        "a b c d e f OLD g h i j k l m n o OLDER p q r s", "a b c d e f NEW g h i j k l m n o NEWER p q r s"
    )

    assert rendered(edits, 2) == "… e f [-OLD-]{+NEW+} g h … n o [-OLDER-]{+NEWER+} p q …"
    assert rendered(edits, 9) == "a b c d e f [-OLD-]{+NEW+} g h i j k l m n o [-OLDER-]{+NEWER+} p q r s"


def test_what_is_the_same_is_shortened_to_nothing_but_an_ellipsis() -> None:
    assert shortened((Edit(EditKind.SAME, "one two three"),), 5) == (Edit(EditKind.SAME, "…"),)


@pytest.mark.parametrize(("before", "after"), [("a b ", "b a b b "), ("x", "y"), (" ", "\n"), ("a", "aa")])
def test_of_long_texts_no_more_words_are_compared_than_a_moment_allows(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str
) -> None:
    """Comparing costs the product of two lengths, whatever does it."""
    compared: list[int] = []

    def opcodes(one: Sequence[str], other: Sequence[str]) -> list[Editop]:
        compared.append(len(one) * len(other))
        return []

    monkeypatch.setattr(LCSseq, "opcodes", opcodes)
    for times in (1, 1_000, 100_000):
        word_diff(before * times, after * times)
    assert sum(compared) <= 25_000_000


def test_on_one_line_the_middle_of_what_is_long_is_left_out() -> None:
    line = rendered(word_diff("old " * 10_000, "new " * 9_999 + "new"))
    assert line.startswith("[-old old ")
    assert line.endswith(" new new+}")
    assert len(line) < 900
