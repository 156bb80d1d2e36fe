import pytest

from l10n.markdown.sentences import is_some_of, part, sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("One", 1),
        ("“One.” Two.", 2),
        ("Version 1.5 is out. See a.b.", 2),
        ("Run `a. b` now. Then wait.", 2),
        ("See [it](http://a.org/x.y?z). Good.", 2),
        ("第一。第二。", 2),
        ("पहला। दूसरा।", 2),
        ("هل هذا؟ نعم.", 2),
        ("یہ ہے۔ وہ ہے۔", 2),
        ("Առաջին։ Երկրորդ։", 2),
        ("One  \ntwo", 2),
        ("Wait… what?", 2),
        ("", 0),
    ],
)
def test_sentences_end_in_prose_only_and_are_the_text(text: str, count: int) -> None:
    assert len([one for one in sentences(text) if one]) == count
    assert "".join(sentences(text)) == text


@pytest.mark.parametrize(
    ("one", "other", "is_some"),
    [
        ("Two.", "One. Two. Three.", True),
        ("One. Two.", "One. Two. Three.", True),
        ("One. Three.", "One. Two. Three.", False),
        ("Two", "One. Two words.", False),
        ("words.", "One. Two words.", False),
        ("Four.", "One. Two.", False),
    ],
)
def test_whole_sentences_one_behind_the_other(one: str, other: str, is_some: bool) -> None:
    assert is_some_of(one, other) is is_some


def test_a_part_brings_the_translation_of_its_sentences() -> None:
    source, translation = "A pod runs. It stops. It is gone.", "Un pod tourne. Il s'arrête. Il est parti."
    assert part(source, translation, "It stops. It is gone.") == (
        "It stops. It is gone.",
        "Il s'arrête. Il est parti.",
    )
    assert part(source, translation, "A pod runs!") == ("A pod runs.", "Un pod tourne.")


@pytest.mark.parametrize(
    ("source", "translation", "wanted"),
    [
        ("A pod runs. It stops.", "Un pod tourne puis s'arrête.", "It stops."),
        ("A pod runs. It stops.", "Un pod tourne. Il s'arrête.", "Nothing of this is in there"),
        ("A pod runs. It stops.", "Un pod tourne. Il s'arrête.", "A pod runs. It stops!"),
        ("One", "Un", "One"),
    ],
)
def test_where_sentences_cannot_be_told_apart_there_is_no_part(
    source: str, translation: str, wanted: str
) -> None:
    assert part(source, translation, wanted) is None
