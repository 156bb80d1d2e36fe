"""Translations that nobody wrote."""

import pytest
from support import built, deck_of

from l10n.build.pseudo import pseudo_translation
from l10n.dialects.table import DIALECTS

MADE = {
    "Hello": "‹Hééllöö›",
    "Some *big* text.": "‹Šööméé *bîîg* tééxt›.",
    "Run `kubectl get` now": "‹Rûûñ `kubectl get` ñööw·›",
    "At [sli.dev](https://sli.dev)": "‹ÀÀt› [sli.dev](https://sli.dev)",
    "Use <b>a</b> &amp; :tada: it": "‹ÛÛšéé <b>àà</b> &amp; :tada: îît›",
    'Use `a` in &lt;input size="a"&gt; or a.b/[c]/d': '‹ÛÛšéé `a` îîñ &lt;input size="a"&gt; öör› a.b/[c]/d',
    '<i <i class="x"></i> a': '<i <i class="x"></i> ‹àà›',
    "`code`": "`code`",
    "2024": "2024",
    "データ": "‹データ··›",
}


@pytest.mark.parametrize(("text", "expected"), MADE.items())
def test_prose_grows_and_all_else_stays(text: str, expected: str) -> None:
    assert pseudo_translation(text, DIALECTS["remark"].renderer) == expected


@pytest.mark.parametrize("text", ["A service and a node", "Кластер из узлов", "クラスタはノードの集まりです"])
def test_prose_is_a_third_longer_in_any_script(text: str) -> None:
    longer = len(pseudo_translation(text, DIALECTS["remark"].renderer)) - 2
    letters = sum(map(str.isalpha, text))
    assert 0.34 * letters < longer - len(text) < 0.7 * letters


DECKS = {
    "remark": "class: x\n\n# Some title\n\n- A .red[word], `code` and ![:x](y)\n\n???\n\nNotes\n",
    "slidev": "---\ntitle: A deck\n---\n\n# Title {.big}\n\nSee slides.md, $x_1$\n\n<!--\n[click] so\n-->\n",
    "marp": "---\nmarp: true\n---\n\n# Title\n\n![bg right](a.png)\n\nText :tada: here\n",
    "quarto": '---\ntitle: "A deck"\n---\n\n## Slide\n\nSee @fig-x, {{< meta x >}} and [text]{.red}\n',
    "reveal": '# Title <!-- .element: class="x" -->\n\nText\n\nNote: said\n',
    "xaringan": "---\ntitle: A deck\n---\n\n# Title\n\nOf `r n` lines, $x$\n",
}


@pytest.mark.parametrize(("dialect", "text"), DECKS.items())
def test_each_engine_has_it_published_whole(dialect: str, text: str) -> None:
    deck = deck_of(text, dialect)
    renderer = DIALECTS[dialect].renderer
    result = built(
        text, {one.msgid: pseudo_translation(one.msgid, renderer) for one in deck.segments}, dialect
    )
    assert (result.refused, result.published) == ((), len(deck.segments))
    assert result.text.count("‹") == len(deck.segments)


@pytest.mark.parametrize(
    "kept", ["<code>a b</code>", "<samp>a</samp>", "{% if a -%}", "<%= name %>", "{{ a }}"]
)
def test_code_within_a_text_stays(kept: str) -> None:
    assert pseudo_translation(f"A {kept} b", DIALECTS["html"].renderer) == f"‹ÀÀ {kept} b›"


@pytest.mark.parametrize("piece", ["語", "<code>", "a."])
def test_long_text_without_blanks_comes_to_an_end(piece: str) -> None:
    assert "›" in pseudo_translation("Name " + piece * 30_000, DIALECTS["html"].renderer)
