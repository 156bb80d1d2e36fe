"""What each bracket of a text opens, and which one closes it."""

import pytest

from l10n.markdown.brackets import paired_brackets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("none", []),
        ("a.b c", []),
        ("[a]", [("[", "", 1), ("]", "", 0)]),
        (".red[a]", [(".red[", ".red", 1), ("]", "", 0)]),
        (".a.b[[x] y]", [(".a.b[", ".a.b", 3), ("[", "", 2), ("]", "", 1), ("]", "", 0)]),
        (r"\.x[a]", [(r"\.x[", r"\.x", 1), ("]", "", 0)]),
        (r"\[a]", [("[", "", 1), ("]", "", 0)]),
        ("a] .b[", [("]", "", None), (".b[", ".b", None)]),
        ("[ [ ]", [("[", "", None), ("[", "", 2), ("]", "", 1)]),
    ],
)
def test_brackets_are_told_with_what_they_open(text: str, found: list[tuple[str, str, int | None]]) -> None:
    assert [(text[one.start : one.end], one.names, one.partner) for one in paired_brackets(text)] == found
