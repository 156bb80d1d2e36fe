"""What people read of tags, and no message can change, is told."""

import pytest
from support import deck_of

from l10n.deck.attributes import attributes_of_html


def untold(text: str, dialect: str = "markdown") -> list[str]:
    deck = deck_of(text, dialect)
    return [span.of(deck.text) for span in deck.untold]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="a title.png" alt="A cat" title=Sleeping>', ["A cat", "Sleeping"]),
        ("<p title='one \"two\"'>", ['one "two"']),
        ("<input PLACEHOLDER = 'Your\nname' value='no'>", ["Your\nname"]),
        ('<a aria-label="Close"><table summary="Figures">', ["Close", "Figures"]),
        ('<img alt="" title="42"><img alt="https://example.org">', []),
        ('<img data-alt="no" :title="no" v-bind:alt="no">', []),
        ('<!-- <img alt="no"> --><script title="no">"<img alt=\'no\'>"</script>', []),
        (
            '<pre title="yes"><img alt="no"></pre><svg aria-label="yes"><text title="no"/></svg>',
            ["yes", "yes"],
        ),
        ("</p title='no'> alt='no' <p", []),
    ],
)
def test_values_that_people_read_are_found(html: str, expected: list[str]) -> None:
    assert [html[start:end] for start, end in attributes_of_html(html)] == expected


@pytest.mark.parametrize("dialect", ["markdown", "remark"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '<div title="One">\n<p>two <img alt="Three"></p>\n<hr title="Four">\n</div>\n',
            ["One", "Three", "Four"],
        ),
        ('Text <abbr title="Hyper text">HT</abbr> `<b title="no">` text\n', ["Hyper text"]),
        ('<img src="x"\n  alt="A cat">\n', ["A cat"]),
        ('> <div>\n> <img alt="A cat">\n> </div>\n', ["A cat"]),
        ('# <img alt="A cat"> Title\n\n| a | <br title="b"> |\n|---|---|\n| c | d |\n', ["A cat", "b"]),
        ('![A cat](x.png "Asleep")\n', ["Asleep"]),
        ('```html\n<img alt="no">\n```\n\n    <img alt="no">\n', []),
        ('<!-- l10n skip -->\n\n<img alt="no">\n', []),
        ('Text\r\n\r\n<div>\r\n<img alt="A cat">\r\n</div>\r\n', ["A cat"]),
    ],
)
def test_attributes_that_people_read_are_told(text: str, expected: list[str], dialect: str) -> None:
    assert untold(text, dialect) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<Card\n  title="A card"\n  run={x}\n>\n\ntext\n\n</Card>\n', ["A card"]),
        ('- <Card title="A card" />\n', ["A card"]),
        ('{{< figure src="x" alt="A cat" caption="Asleep" >}}\n', ["A cat", "Asleep"]),
        ('Text {{< icon title="A cat" >}} and {% x alt="b" %}\n', ["A cat", "b"]),
        ('{{< highlight html >}}\n<img alt="no">\n{{< /highlight >}}\n', []),
        ('::: {.x title="A note"}\ntext\n:::\n', ["A note"]),
        ("+---+---+\n| a | b |\n+===+---+\n\nText\n", ["+---+---+\n| a | b |\n+===+---+"]),
        ('$$\ntitle="no"\n$$\n\n<<< @/x title="no"\n', []),
    ],
)
def test_attributes_on_lines_of_their_own_are_told(text: str, expected: list[str]) -> None:
    assert untold(text) == expected
