"""How remark reads the text of a block: its classes and macros, then its renderer."""

import pytest

from l10n.dialects.remark.reading import READERS

REFERENCES = {"docs": "http://docs"}
FIRST, LAST = READERS

TARGETS = {
    "a target as it is written": ("[x](y é)", [("link", "y é")]),
    "a script": ("[x](javascript:y)", [("link", "javascript:y")]),
    "a reference": ("[x][docs] [Docs]", [("link", "http://docs"), ("link", "http://docs")]),
    "a label that is not defined": ("[x][y] [z]", [("link", "[y]")]),
    "a label that is not defined, with a target": ("[x][y](z)", [("link", "z")]),
    "a label that is, before parentheses": ("[x][docs](z)", [("link", "http://docs")]),
    "a blank in a label": ("[ docs ]", []),
    "a blank before a label": ("[x] [docs]", [("link", "http://docs")]),
    "a bracket before a label": ("][docs]", [("link", "http://docs")]),
    "an image, and a URL": ("![x](y) http://xy.", [("image", "y"), ("url", "http://xy")]),
    "a class before parentheses": (".red[x](y)", []),
    "a class around a link": (".red[[x](y)]", [("link", "y")]),
    "a URL at the end of a class": (".red[http://xy]", [("url", "http://xy")]),
    "a class that is none": ("\\.red[x](y)", [("link", "y")]),
    "a macro in a target": ("[x](@@A_B@@/c)", [("link", "@@A_B@@/c")]),
    "a macro that looks like an image": ("![:x](y)", []),
}


@pytest.mark.parametrize(("text", "found"), TARGETS.values(), ids=TARGETS)
def test_text_leads_where_the_engine_goes(text: str, found: list[tuple[str, str]]) -> None:
    for reader in READERS:
        assert reader.targets(text, REFERENCES) == found


def test_a_url_in_the_text_of_a_link_is_a_link_in_one_version() -> None:
    text = "[see http://xy.z](w)"
    assert FIRST.targets(text, {}) == [("text", "http://xy.z"), ("link", "w")]
    assert LAST.targets(text, {}) == [("link", "w")]


EMPHASISED = {
    "a part of a word": ("变量_名_字", (1, 0)),
    "a part of a word in ASCII": ("a_b_c", (0, 0)),
    "beside brackets": ("**x (y)**z, **「a」**b", (0, 2)),
    "with blanks": ("** a ** and * b *", (1, 1)),
    "a macro with lines under": ("@@A_B@@ and _c_", (1, 0)),
    "a class with lines under": (".a_b[_c_]", (1, 0)),
    "in a target": ("[x](a_b_)", (0, 0)),
}


@pytest.mark.parametrize(("text", "counts"), EMPHASISED.values(), ids=EMPHASISED)
def test_emphasis_is_counted_as_the_engine_shows_it(text: str, counts: tuple[int, int]) -> None:
    for reader in READERS:
        found = reader.emphasis(text, "")
        assert (found.plain, found.strong, found.literal) == (*counts, [])


def test_two_marks_that_show_as_typed_are_told_with_their_place() -> None:
    assert FIRST.emphasis("**a** et **b `x` \\_\\_", "").literal == [(9, 11)]
    assert FIRST.emphasis("**a**", "").literal == []


@pytest.mark.parametrize("text", ["`a`", "`\u00a0a\u00a0`", "` a `", "``a``", "*b* `a`"])
def test_code_has_no_blanks_at_its_ends(text: str) -> None:
    for reader in READERS:
        assert [span.value for span in reader.code(text)] == ["a"]


@pytest.mark.parametrize(
    ("text", "broken"),
    [("* `a *`", 1), ("`a *` b*", 0), ("_a `b_` `c`", 1), ("[`a](y)`", 1), ("[a](h`b`)", 0), ("`a` `b`", 0)],
)
def test_code_in_which_something_else_ends_is_none(text: str, broken: int) -> None:
    for reader in READERS:
        assert reader.broken_code(text) == broken


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        (".red[a `b] c`", 1),
        ("`a .red[b` c]", 1),
        (".red[a `b` c] `d`", 0),
        ("`.red[a]`", 0),
        (".red[`a] .blue[b`]", 2),
        ("[a `b] c`", 0),
        ("\\.red[a `b] c`", 0),
    ],
)
def test_class_with_one_bracket_in_code_is_torn(text: str, torn: int) -> None:
    for reader in READERS:
        assert reader.torn_classes(text) == torn
