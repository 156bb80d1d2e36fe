"""What of a page is a message, how a translation is written there, and what is left out."""

import pytest
from support import built, deck_of, msgids, structure

from l10n.deck.data.markup import MARKUP
from l10n.deck.model import Kind

NAME = "html"
MESSAGES = {
    "a title and descriptions": (
        ('<title>A &amp; b</title><meta name="description" content="c"><meta property="og:title" content=d>\n'
         '<meta name="viewport" content="no"><meta content="no">'),
        ["A & b", "c", "d"],
    ),
    "blocks": ("<h1>a</h1>b<ul><li>c<li>d</ul><td>e<dt>f<dd>g<button>h</button>", list("abcdefgh")),
    "tags within a text": (
        "<p>a <b>c</b> <a\n href=x\ttitle='d'>e</a></p>",
        ["a <b>c</b> <a href=x title='d'>e</a>"],
    ),
    "tags around a text": ("<p><b><a href=x>a</a></b><br></p><p><i></i> b <img src=x></p>", ["a", "b"]),
    "attributes": (
        "<img alt=a><p title='b'>c</p><i aria-label=\"d\"></i><a class=no data-alt=no>e</a>",
        ["a", "b", "c", "d", "e"],
    ),
    "code within a text": ("<p>a <code>b &lt; <i>c</i></code></p>", ["a <code>b &lt; <i>c</i></code>"]),
    "code by itself": ("<p><code>no</code> <b><samp>no</samp></b> 1</p><pre>no</pre>", []),
    "what is not to be translated": (
        ("<div translate=no><p>no <b title=no>no</b></p></div><p translate='NO' title=no>no"
         "<ul><li class='x notranslate'>no<ul><li>no</ul>no<li>a</ul><p>b <i translate=no>c</i></p>"),
        ["a", "b <i translate=no>c</i>"],
    ),
    "what a generator fills in": (
        "<p>{% if a %}<b>{{ b }}</b>{% endif %}</p><p>{{ c }} d</p><p>{{ e {{ f</p><p>{%- endfor -%}\n</p>",
        ["{{ c }} d", "{{ e {{ f"],
    ),
    "what a generator drops": (
        "<body>{%- comment %} no {{ no }} {%- endcomment -%}<p>a {% comment %}no{% endcomment %}</p>{# no #}",
        ["a {% comment %}no{% endcomment %}"],
    ),
    "what is seen without scripts": ("<noscript>a <b>b</b></noscript>", ["a <b>b</b>"]),
    "scripts, styles, comments, drawings": (
        ("<script>no</script><style>no</style><!-- no --><svg><text>no</text></svg><template>no</template>"
         "<textarea>no</textarea><math><mi>no</mi></math><iframe>no</iframe><?no?><!DOCTYPE no>"),
        [],
    ),
    "entities": ("<p>&lt;b> a&nbsp;&copy</p><p><b>x</b> &lt;b> &amp;lt; &amp; &copy;</p>",
                 ["<b> a\u00a0©", "<b>x</b> &lt;b> &amp;lt; & ©"]),
    "no letters": ("<p>1 &nbsp; 2 <b>…</b></p><img alt='42'><title> </title>", []),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), MESSAGES.values(), ids=MESSAGES.keys())
def test_messages_are_what_people_read_of_a_page(html: str, expected: list[str]) -> None:
    assert msgids(html, NAME) == expected


def test_text_with_half_of_an_element_is_told() -> None:
    deck = deck_of("<p>a <b>c<p>d</b> e</p>\n<p>f <a href='x\ny'>g</a></p>", NAME)
    assert [span.of(deck.text) for span in deck.untold] == ["a <b>c", "d</b> e", "f <a href='x\ny'>g</a>"]
    assert not deck.segments


def test_slides_in_markdown_are_told_and_not_taken_for_text() -> None:
    text = """<section data-markdown>
# One
<section>x</section>
</section><section data-markdown='a.md'></section><section><h2>Yes</h2></section>
<section data-markdown><textarea data-template># A</textarea></section>
"""
    deck = deck_of(text, NAME)
    assert [one.msgid for one in deck.segments] == ["Yes"]
    assert [span.of(text) for span in deck.untold] == [
        "\n# One\n<section>x</section>\n",
        "<textarea data-template># A</textarea>",
    ]


def test_kind_and_place_are_told() -> None:
    deck = deck_of("<p>\n  One</p>\n<img alt='Two'>", NAME)
    assert [(one.kind, deck.line_of(one.span.start)) for one in deck.segments] == [
        (Kind.PAGE, 2),
        (Kind.PAGE, 3),
    ]
    assert not any(slide.marks.is_shown for slide in deck.slides)


SOURCE = '<p>A <a href="x" title="t">b</a> <code>c &amp; d</code></p>'
MESSAGE = 'A <a href="x" title="t">b</a> <code>c &amp; d</code>'
WRITTEN = {
    "in another order": (
        '<code>c &amp; d</code> <a href="x" title="u">B</a>',
        '<code>c &amp; d</code> <a href="x" title="u">B</a>',
    ),
    "signs of HTML": (
        f"1 < 2 & 3 > 2, &copy; &amp;lt; R&D {MESSAGE}",
        f"1 &lt; 2 &amp; 3 &gt; 2, &copy; &amp;lt; R&amp;D {MESSAGE}",
    ),
    "simple formatting": (f"<em>a</em><br>{MESSAGE}", f"<em>a</em><br>{MESSAGE}"),
}


@pytest.mark.parametrize(("msgstr", "expected"), WRITTEN.values(), ids=WRITTEN.keys())
def test_translation_is_written_as_html(msgstr: str, expected: str) -> None:
    result = built(SOURCE, {MESSAGE: msgstr}, NAME)
    assert not result.refused
    assert result.text == f"<p>{expected}</p>"
    assert structure(deck_of(result.text, NAME)) == structure(deck_of(SOURCE, NAME))


REFUSED = {
    "a lost link": ("A b <code>c &amp; d</code>", '<a href="x" title> is missing'),
    "a link elsewhere": (MESSAGE.replace('"x"', '"javascript:y"'), '<a href="x" title> is missing'),
    "a script in a tag": (MESSAGE.replace(" title", " onclick='y' title"), '<a href="x" title> is missing'),
    "other code": (MESSAGE.replace("c &amp;", "e &amp;"), "<code>c &amp; d</code> is missing"),
    "a new tag": (f"{MESSAGE} <img src=x>", '<img src="x"> is not in the source'),
    "a link in a link": (
        '<a href="x" title="t"><a href="x" title="t">b</a></a> <code>c &amp; d</code>',
        '<a href="x" title> is not in the source',
    ),
    **dict.fromkeys(
        ("</p>", "<b>", "</b>", "<script>", "<!-- -->", "<p>x</p>", "<b", "<b title='", "<i><b></i></b>"), ()
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_translation_that_would_be_other_html_is_left_out(name: str) -> None:
    msgstr, reason = REFUSED[name] or (
        f"{MESSAGE} {name}",
        "it has a tag without its partner, or one that is not for a line of text",
    )
    result = built(SOURCE, {MESSAGE: msgstr}, NAME)
    assert [one.reason for one in result.refused] == [reason]
    assert result.text == SOURCE


def test_element_does_not_come_to_stand_in_another_of_its_name() -> None:
    source = '<a href="1">a</a> <a href="2">b</a>'
    assert MARKUP.unfit(source, '<a href="2">b</a> <a href="1">a</a>') is None
    unfit = MARKUP.unfit(source, '<a href="1">a <a href="2">b</a></a>')
    assert unfit is not None
    assert unfit.reason == "<a> stands within <a>"


@pytest.mark.parametrize("text", ["<title>One</title>", "<p>One</p>", "<img alt=One>", "<img alt='One'>"])
def test_plain_text_takes_any_sign_but_no_tag(text: str) -> None:
    odd = '"l\'un" & < 1 > &lt; *a* `b [c](d)'
    result = built(text, {"One": odd}, NAME)
    assert not result.refused
    assert msgids(result.text, NAME) == [odd]
    refused = built(text, {"One": "un <b>"}, NAME).refused
    assert [one.reason for one in refused] == ["<b> would show as it is typed, for its source has no tags"]


def test_what_a_generator_fills_in_stays() -> None:
    text = "---\ntitle: One\nlayout: two\n---\n<p>a {{ b }} {% c %}</p>"
    assert msgids(text, NAME) == ["One", "a {{ b }} {% c %}"]
    result = built(text, {"One": "Un", "a {{ b }} {% c %}": "{% c %} {{ d }}"}, NAME)
    assert [one.reason for one in result.refused] == ["the macro {{ b }} has become {{ d }}"]
    assert result.text == text.replace("One", "Un")
