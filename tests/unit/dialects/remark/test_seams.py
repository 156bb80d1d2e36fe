import pytest

from l10n.dialects import DIALECTS, Ends, Stretch, Version, joined, seams, seams_of, stretches
from l10n.dialects.remark.seams import SEAMS

REMARK = DIALECTS["remark"]


def ends(text: str, *, first: bool = False) -> Ends:
    cuts = [REMARK.cut(text), REMARK.earlier(text)]
    versions = [Version(cut.slides, cut.strays) for cut in cuts if cut]
    return SEAMS.ends(text, versions, first=first)


def parted(text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(seams, "_ONE_IN", 1)
    pieces = stretches(text, SEAMS)
    assert "".join(part for piece in pieces for part in piece) == text
    return [piece.text for piece in pieces]


def test_a_stretch_begins_behind_each_separator(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parted("a\n\n---\n\nb\n---\n---\nc", monkeypatch) == ["a\n\n", "\nb\n", "", "c"]


@pytest.mark.parametrize(
    "text", ["a\n\n--\n\nb\n", "a\n --- \nb\n", "a\n----\nb\n", "---\na\n", "a\r\n---\r\nb\r\n"]
)
def test_nothing_else_parts_stretches(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parted(text, monkeypatch) == [text]


def test_front_matter_is_not_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\ntitle: a\n---\n# A\n\n---\nb\n"
    assert parted(text, monkeypatch) == ["---\ntitle: a\n---\n# A\n\n", "b\n"]


def test_an_edit_moves_no_place_that_is_further_on() -> None:
    slides = [f"\n# Slide {number}\n\n" for number in range(400)]
    before = stretches("---\n".join(slides), SEAMS)
    slides[100:101] = ["\nedited\n\n", "\nnew\n\n"]
    after = stretches("---\n".join(slides), SEAMS)
    assert 5 < len(before) < 100
    assert len({*after} - {*before}) <= 3


def test_stretches_are_joined_with_what_stands_between_them() -> None:
    assert joined([Stretch("a\n", "---\n"), Stretch("b\n", "---\n")]) == Stretch("a\n---\nb\n", "---\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n# Title\n\n.red[one\n\n```\n---\n```\n]\n\n![:video](a)\n\n[ref]: http://x.org\n\n???\n\nnotes\n",
        "\n`a` [b](c) `d e` ~~~ f g\n",
        "\ntext\n\n    ```\n    code\n\ntext\n",
        "\n.lab[\n\na ` b\n\n]\n",
        "\na [ b\n\n[c]\n",
        "    all\n    indented\n",
    ],
)
def test_most_slides_begin_and_end_by_themselves(text: str) -> None:
    assert ends(text)[:3] == (True, True, 0)


@pytest.mark.parametrize(
    "text",
    [
        "\n```\ncode\n",
        "\n~~~ sh\ncode\n",
        "\n````\ncode\n```\n",
        "\na ` b\n",
        "\na [b\n",
        "\n![:video a\n",
        "\n![:video](a\n",
        "\n[ref\n",
        "\n`a````\ncode\n",
    ],
)
def test_code_macros_and_definitions_may_go_on(text: str) -> None:
    assert not ends(text, first=True).ends


@pytest.mark.parametrize(
    "text",
    [
        "\ncontinued: true\n\ntext\n",
        "---\ntitle: a\n---\n",
        "<!-- continued: false -->\n",
    ],
)
def test_what_may_belong_to_the_slide_before_does_not_begin_by_itself(text: str) -> None:
    assert not ends(text).begins
    assert ends(text, first=True).begins


def test_brackets_without_partner_are_counted_if_they_open_a_class_or_close() -> None:
    assert ends("\n.red[ [a]\n\n[b]\n")[2:] == (1, 0)
    assert ends("\na [ b\n\n[c]\n")[2:] == (0, 0)
    assert ends("\na ] b ]\n")[2:] == (0, 2)


def test_other_dialects_have_no_seams() -> None:
    assert [name for name in DIALECTS if seams_of(DIALECTS[name])] == ["remark"]
