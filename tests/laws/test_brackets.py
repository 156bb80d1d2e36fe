"""Every square bracket is told, and partners are each other's."""

from hypothesis import given

from l10n.markdown.brackets import paired_brackets
from laws.texts import structured_text


@given(structured_text())
def test_partners_are_each_other_s_and_do_not_cross(text: str) -> None:
    every = paired_brackets(text)
    assert [one.end - 1 for one in every] == [at for at, sign in enumerate(text) if sign in "[]"]
    for index, one in enumerate(every):
        if one.partner is not None:
            assert every[one.partner].partner == index
            assert one.closes is (one.partner < index)
            between = every[min(index, one.partner) + 1 : max(index, one.partner)]
            assert all(min(index, one.partner) < (b.partner or 0) < max(index, one.partner) for b in between)
