import pytest

from l10n.markdown import inline


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a `b` c", ["`b`"]),
        ("``a ` b``", ["``a ` b``"]),
        ("`a` and `b`", ["`a`", "`b`"]),
        ("`a", []),
        ("``a`", []),
        (r"\`a` b`", ["` b`"]),
        ("no code", []),
    ],
)
def test_code_is_between_backtick_runs_of_equal_length(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in inline.code_spans(text)] == spans


def test_code_is_blanked_without_moving_the_rest() -> None:
    assert inline.without_code("a `b` c") == "a     c"


@pytest.mark.parametrize(
    "text",
    [
        "a word",
        "`code` and words",
        "[text](http://x)",
        "[text][id]",
        ".red[text]",
        "<b>text</b>",
        "**bold**",
        "été",
        "日本語",
        "русский",
        "a",
        "![alt](x.png) beside",
        "5 km",
    ],
)
def test_text_with_a_letter_is_prose(text: str) -> None:
    assert inline.has_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42",
        "1.2.3",
        "→",
        "💡",
        "`code`",
        "`code`, `more`",
        "``a ` b``",
        "https://example.com/path",
        "<https://example.com/path>",
        "<br/>",
        "</br>",
        "<img src='x.png'>",
        "@@GITREPO@@",
        "@@LINK[k8s/pods.md]",
        "{{title}}",
        "![](x.png)",
        "![:scale 50%](x.png)",
        "&nbsp;",
        ".red[42]",
        "[1](http://x)",
        "[^note]",
        "<!-- a comment -->",
    ],
)
def test_text_without_a_letter_of_its_own_is_no_prose(text: str) -> None:
    assert not inline.has_prose(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("two words", 2),
        ("it's one", 2),
        ("the `kubectl get` command", 2),
        ("see [the docs](http://example.com/a/b)", 3),
        ("well-known", 1),
        ("", 0),
        ("one\ntwo", 2),
    ],
)
def test_words_are_those_there_are_to_translate(text: str, count: int) -> None:
    assert inline.words(text) == count


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a `b c` d", ["`b c`"]),
        ("a [b c](d) e", ["[b c](d)"]),
        ("a [b c][d e] f", ["[b c]", "[d e]"]),
        ("a <b c='d'> e", ["<b c='d'>"]),
        ("a <!-- b c --> d", ["<!-- b c -->"]),
        ("a @@LINK[b c] d", ["@@LINK[b c]"]),
        ("a .red[b `c d` e] f", ["[b `c d` e]"]),
        ("plain words", []),
    ],
)
def test_constructs_are_not_broken_over_lines(text: str, whole: list[str]) -> None:
    assert [text[start:end] for start, end in inline.unbreakable(text)] == whole


def test_labels_compare_without_case_and_blanks() -> None:
    assert inline.label("  The\nDocs ") == inline.label("the docs")


REFERENCES = {"dagger": "http://dagger", "the docs": "http://docs", "a.b": "http://ab"}


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("[Dagger]", "[Dagger][Dagger]"),
        ("[Dagger][]", "[Dagger][Dagger]"),
        ("[text][Dagger]", "[text][Dagger]"),
        ("[Dagger](http://other)", "[Dagger](http://other)"),
        ("see [The  Docs], and [Dagger].", "see [The  Docs][The  Docs], and [Dagger][Dagger]."),
        ("![Dagger]", "![Dagger][Dagger]"),
        ("[unknown]", "[unknown]"),
        (r"\[Dagger]", r"\[Dagger]"),
        ("`[Dagger]`", "`[Dagger]`"),
        (".red[Dagger]", ".red[Dagger]"),
        (".red[[Dagger]]", ".red[[Dagger][Dagger]]"),
        ("[Dagger]: no", "[Dagger]: no"),
        ("[Dagger] [Dagger]", "[Dagger][Dagger] [Dagger][Dagger]"),
    ],
)
def test_shortcut_references_are_shown_in_full(text: str, full: str) -> None:
    assert inline.in_full(text, REFERENCES) == full


@pytest.mark.parametrize("piece", ["`", "``` ", "[", "]", "<", "<!--", "@@A[", "{{", ".a[", "\\", "[a]("])
def test_hostile_repetition_ends(piece: str) -> None:
    text = piece * 20_000
    assert inline.has_prose(text) in (True, False)
    assert inline.in_full(text, REFERENCES).count(piece.strip()[0]) >= 20_000
    assert all(start < end for start, end in inline.unbreakable(text))
