"""What a title says where nothing lays it out."""

import pytest

from l10n.markdown import as_read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A plain one", "A plain one"),
        ("See [the docs](https://example.com/a) for **x** and `code`", "See the docs for x and code"),
        ("![the *moon*](moon.png)", "the moon"),
        ("<b>Hi</b> *you*", "Hi you"),
        (".red.big[Hot] stuff", "Hot stuff"),
        ("Salt &amp; pepper", "Salt & pepper"),
        ("snake_case_x", "snake_case_x"),
        ("[cut](https://exam…", "[cut](https://exam…"),
        ("two\nlines of *it*", "two lines of it"),
        ("<br>", "<br>"),
    ],
)
def test_a_text_is_told_without_its_marks(text: str, read: str) -> None:
    assert as_read(text) == read
