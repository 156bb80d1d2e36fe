"""What people read of tags, and no message can change, is told."""

import pytest
from support import built, deck_of, msgids

from l10n.deck.attributes import attributes_of_html
from l10n.deck.model import Kind


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
    assert [html[start:end] for start, end, _ in attributes_of_html(html)] == expected


@pytest.mark.parametrize("dialect", ["markdown", "remark"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '<div title="One">\n<p>two <img alt="Three"></p>\n<hr title="Four">\n</div>\n',
            ["One", "Four"],
        ),
        ('Text <abbr title="Hyper *text*">HT</abbr> `<b title="no">` text\n', ["Hyper *text*"]),
        ('<img src="x"\n  alt="A cat">\n', ["A cat"]),
        ('> <div>\n> <img alt="A cat">\n> </div>\n', ["A cat"]),
        ('# <img alt="A cat"> Title\n\n| a | <br title="b"> |\n|---|---|\n| c | d |\n', ["b"]),
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


MESSAGES = {
    "a tag of a block": ('<div title="One">\n<p>two</p>\n</div>\n', ["One", "two"]),
    "a component": ("<Card\n  label='A card'\n  :title=\"x\"\n>\n\ntext\n\n</Card>\n", ["A card", "text"]),
    "a tag on a line": ('<img src="x" alt="A &lt;b&gt;\n &quot;cat&quot;">\n', ['A <b> "cat"']),
    "a tag of no block": ('- <img alt="A cat"> <br>\n', ["A cat"]),
    "what is run or no prose": ('<Card :title="x" v-bind:label="y" alt="42" caption=bare />\n', []),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_values_in_quotes_are_messages_where_the_dialect_has_them_so(name: str) -> None:
    text, messages = MESSAGES[name]
    assert msgids(text, "slidev") == messages


@pytest.mark.parametrize(
    ("source", "msgstr", "written"),
    [
        ('<img alt="{}">\n', 'Un "chat" & < b', "Un &quot;chat&quot; &amp; &lt; b"),
        ("<img alt='{}'>\n", 'L\'"un"', 'L&#39;"un"'),
        ('<Card title="{}" />\n', "a\n\n--- b", "a --- b"),
        ('<p title="{}">\n', "[un] `z` \\", "&#91;un&#93; &#96;z&#96; &#92;"),
    ],
)
def test_translations_of_values_end_no_tag(source: str, msgstr: str, written: str) -> None:
    result = built(source.format("A cat"), {"A cat": msgstr}, "slidev")
    assert (result.refused, result.text) == ((), source.format(written))


def test_value_that_the_engine_would_run_is_refused() -> None:
    result = built('<Card title="A cat" />\n', {"A cat": "{{ chat }}"}, "slidev")
    assert [one.reason for one in result.refused] == ["the macro {{ chat }} is not in the source"]


DIALECTS = ("markdown", "marp", "quarto", "remark", "remark-html", "reveal", "slidev", "xaringan")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_value_within_a_message_may_be_said_otherwise(dialect: str) -> None:
    text = in_file('Text <abbr class="x" title="Hyper text">HT</abbr> `a`', dialect)
    translation = 'Texte <abbr class="x" title="L\'hypertexte">HT</abbr> `a`'
    assert untold(text, dialect) == []
    result = built(text, {'Text <abbr class="x" title="Hyper text">HT</abbr> `a`': translation}, dialect)
    assert result.refused == ()
    assert result.text == in_file(translation, dialect)


VALUES = {
    "of another attribute": 'class="y" title="Hyper text"',
    "none": 'class="x" title=""',
    "one that ends": 'class="x" title="a" onclick="b"',
    "Markdown": 'class="x" title="a *b*"',
    "a macro": 'class="x" title="{{ a }}"',
    "in other quotes": 'class="x" title=\'a " onclick="b\'',
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_else_of_a_tag_may_change(value: str, dialect: str) -> None:
    text = in_file('Text <abbr class="x" title="Hyper text">HT</abbr> `a`', dialect)
    key = 'Text <abbr class="x" title="Hyper text">HT</abbr> `a`'
    result = built(text, {key: f"Texte <abbr {value}>HT</abbr> `a`"}, dialect)
    assert len(result.refused) == 1
    assert result.text == text


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_looks_like_a_value_within_a_value_stays(dialect: str) -> None:
    text = in_file("Text <b onclick=\"a title='Hyper' \">HT</b> `a`", dialect)
    key = "Text <b onclick=\"a title='Hyper' \">HT</b> `a`"
    result = built(text, {key: 'Texte <b onclick="a title=\'x" onmouseover="y\' ">HT</b> `a`'}, dialect)
    assert len(result.refused) == 1
    assert result.text == text


SIGNS = {
    "in an expression": '<b onclick="x > 1" class="k">HT</b>',
    "in a title": '<b title="more > less" class="k">HT</b>',
    "in a comment": "<!-- x > 1 class k -->",
}


@pytest.mark.parametrize("tag", SIGNS.values(), ids=SIGNS.keys())
@pytest.mark.parametrize("dialect", DIALECTS)
def test_tag_goes_on_behind_a_sign_within_it(tag: str, dialect: str) -> None:
    text = in_file(f"Text {tag} `a`", dialect)
    changed = tag.replace("class", "onclick")
    result = built(text, {f"Text {tag} `a`": f"Texte {changed} `a`"}, dialect)
    assert len(result.refused) == 1
    assert result.text == text
    kept = built(text, {f"Text {tag} `a`": f"`a` {tag} texte"}, dialect)
    assert kept.refused == ()


def in_file(text: str, dialect: str) -> str:
    """A message in a deck of that dialect."""
    if dialect == "remark-html":
        return f'<textarea id="source">\n{text.replace("&", "&amp;")}\n</textarea>'
    return f"# A\n\n{text}\n"


def test_values_of_figures_are_messages_in_the_quoting_of_pandoc() -> None:
    text = '![](x.png){.x fig-alt="A \\"dog\\""}\n\n![A cat](y.png){fig-cap=\'It\\\'s\'}\n'
    deck = deck_of(text, "quarto")
    assert [(one.kind, one.msgid) for one in deck.segments] == [
        (Kind.ATTRIBUTE, 'A "dog"'),
        (Kind.IMAGE, "A cat"),
        (Kind.ATTRIBUTE, "It's"),
    ]
    result = built(text, {'A "dog"': 'Le "chien" \\ $x', "It's": "C'est {.x}"}, "quarto")
    assert [one.reason for one in result.refused] == ["braces would end the attributes"]
    assert result.text == text.replace('A \\"dog\\"', 'Le \\"chien\\" \\\\ \\$x')


def test_value_of_a_figure_in_a_drawn_table_is_drawn() -> None:
    text = '+----------------------+\n| ![](x){fig-alt="Cat"}|\n+----------------------+\n'
    assert built(text, {"Cat": "Le chat"}, "quarto").text == (
        "+---------------------------------------------+\n"
        '| ![](x){fig-alt="Le chat"}                   |\n'
        "+---------------------------------------------+\n"
    )
