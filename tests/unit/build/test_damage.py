"""What a translation may not break, and what it may do: the second is as important."""

import pytest
from support import FRENCH

from l10n.build.damage import several_blocks
from l10n.build.footnotes import footnote_mark
from l10n.build.law import broken
from l10n.build.stand import alone
from l10n.markdown.targets import Localised, targets

REFERENCES = {"docs": "http://docs", "dagger": "http://dagger"}


def why(before: str, after: str, marks: str = "") -> str | None:
    change = alone(before, after)._replace(marks=marks)
    return next((fault.message for fault in broken(change, REFERENCES, FRENCH)), None)


HARMLESS = {
    "plain prose": ("Some text", "Du texte"),
    "emphasis added": ("Some text", "Du *texte*"),
    "emphasis lost": ("Some *text*", "Du texte"),
    "code moved": ("`a` then `b`", "`b` après `a`"),
    "code translated": ("run `echo hello`", "lancer `echo bonjour`"),
    "code added": ("run kubectl", "lancer `kubectl`"),
    "code lost": ("run `kubectl`", "lancer kubectl"),
    "a link's text": ("[Docs](http://x)", "[Documentation](http://x)"),
    "links moved": ("[a](http://x) and [b](http://y)", "[b](http://y) et [a](http://x)"),
    "a reference's text": ("[Docs][docs]", "[Documentation][docs]"),
    "a reference made inline": ("[Docs][docs]", "[Docs](http://docs)"),
    "a bare URL pointed": ("see http://x.org/a", "voir <http://x.org/a>"),
    "a gloss in brackets": ("a pod", "un pod [ou « cosse »]"),
    "an image's alt text": ("See ![a map](x.png)", "Voir ![une carte](x.png)"),
    "classes moved": (".red[a] .blue[b]", ".blue[b] .red[a]"),
    "text in a class": (".red[some text]", ".red[du texte]"),
    "a formatting tag pair": ("H2O", "H<sub>2</sub>O"),
    "a break tag": ("one two", "un<br/>deux"),
    "a link's host in French": (
        "[x](https://en.wikipedia.org/wiki/A)",
        "[x](https://fr.wikipedia.org/wiki/A)",
    ),
    "a link's path in French": ("[x](https://k8s.io/en/docs/)", "[x](https://k8s.io/fr/docs/)"),
    "a path that only French has": ("[x](https://k8s.io/docs/)", "[x](https://k8s.io/fr/docs/)"),
    "a pointed URL's path in French": ("<https://k8s.io/en/a>", "<https://k8s.io/fr/a>"),
    "a bare URL made a link": ("see http://x.org/a", "voir [ceci](http://x.org/a)"),
    "an entity": ("a & b", "a &amp; b"),
    "an escaped tag": ("The &lt;main&gt; tag", "La balise &lt;main&gt;"),
    "the footnote mark kept": ("text¹", "texte¹"),
    "an exponent lost where no footnote is": ("10² times", "cent fois"),
    "typographic spaces": ("Why? Because!", "Pourquoi\u00a0? Parce que\u202f!"),
    "a comparison": ("a < b", "a < b, donc"),
    "escaped brackets": ("array[0]", r"tableau\[0]"),
    "a macro moved": ("@@A@@ then text", "texte puis @@A@@"),
    "a variable moved to the start": ("the course {{title}}", "{{title}}, le cours"),
    "the content of a slide where it was": ("{{content}} more", "{{content}} encore"),
    "blanks in brackets that are no label": ("text", "texte [ glose ]"),
}


@pytest.mark.parametrize(("before", "after"), HARMLESS.values(), ids=HARMLESS.keys())
def test_good_translation_passes(before: str, after: str) -> None:
    assert why(before, after, "¹") is None


BROKEN = {
    "the content of a slide at the start": ("see {{content}}", "{{content}} ici", "begin a block"),
    "a blank before a label": ("[a][docs]", "[a][ docs]", "http://docs"),
    "a blank behind a label": ("[docs]", "[docs ]", "http://docs"),
    "a link lost": ("[Docs](http://x)", "Docs", "http://x"),
    "a link's target changed": ("[Docs](http://x)", "[Docs](http://y)", "http://x"),
    "a blank before the target": ("[Page](http://x.org/a)", "[Page] (http://x.org/a)", "http://x.org/a"),
    "a link that is only a bare URL now": ("[Docs](http://x.org/a)", "Docs http://x.org/a", "http://x.org/a"),
    "a link added": ("Docs", "[Docs](http://x)", "http://x"),
    "a link to a script": ("Docs", "[Docs](javascript:alert)", "javascript:alert"),
    "an image that is data": ("Docs", "![Docs](data:text/html,a)", "data:text/html,a"),
    "a link to a script lost": ("[Docs](javascript:alert)", "Docs", "javascript:alert"),
    "a link twice": ("[a](http://x)", "[a](http://x) [b](http://x)", "http://x"),
    "a reference lost": ("[Docs][docs]", "Docs", "[docs] is missing"),
    "a reference's label translated": (
        "[Docs][docs]",
        "[Docs][documentation]",
        "[docs] has become documentation",
    ),
    "a bare URL lost": ("see http://x.org/a", "voir", "http://x.org/a"),
    "another language's host": (
        "[x](https://en.wikipedia.org/wiki/A)",
        "[x](https://de.wikipedia.org/wiki/A)",
        "en.wikipedia.org",
    ),
    "an image lost": ("See ![a](x.png)", "Voir", "x.png"),
    "an image's target changed": ("![a](x.png) b", "![a](y.png) b", "x.png"),
    "an odd backtick": ("run `ls`", "lancer `ls", "backtick"),
    "a fence mark": ("text", "```", "backtick"),
    "tildes": ("text", "~~~ texte", "~~~"),
    "a class lost": (".red[a] b", "a b", ".red"),
    "a class added": ("a b", ".red[a] b", ".red"),
    "a class renamed": (".red[a] b", ".rouge[a] b", ".red"),
    "a class not closed": (".red[a] b", ".red[a b", ".red"),
    "a stray word that is a class": ("see [x](http://y)", "voir fin.voir[x](http://y)", ".voir"),
    "a macro lost": ("see @@LINK[a.md]", "voir", "@@LINK[a.md]"),
    "a macro changed": ("see @@A@@", "voir @@B@@", "@@A@@"),
    "a macro escaped": ("see ![:m a](o)", "voir \\![:m a](o)", "has become \\![:m a](o)"),
    "a macro escaped no more": ("see \\![:m a](o)", "voir \\\\![:m a](o)", "has become ![:m a](o)"),
    "a variable translated": ("by {{author}}", "par {{auteur}}", "{{author}}"),
    "a variable added": ("by me", "par {{moi}}", "{{moi}}"),
    "a tag lost": ("<a href='x'>b</a> c", "b c", "<a href='x'>"),
    "a tag added": ("text", "<div>texte", "<div>"),
    "a script added": ("text", "texte <script>alert(1)</script>", "<script>"),
    "a comment added": ("text", "texte <!-- rien -->", "<!-- rien -->"),
    "a mark of a heading": ("first choice", "#1 des choix", "heading"),
    "a mark of a list behind a no-break space": ("text", "-\u00a0texte", "list"),
    "a mark of a list in a class": (".red[text]", ".red[1. texte]", "list"),
    "a target with blanks": ("see the text", "voir [texte](plus bas)", "plus bas"),
    "an image made a link": ("see ![a](x.png)", "voir [a](x.png)", "x.png"),
    "a star that pairs with one in a target": (
        "See [c](https://x.org/a*b)",
        "Voir * et [c](https://x.org/a*b)",
        "https://x.org/a*b",
    ),
    "a tag that a content class begins in": ("a .red[b]", "a <0.red[b]", "<0.red["),
    "a tag that a content class ends": ("a .red[b]", "a .red[<0]", "<0]"),
    "a tag that is none elsewhere": ("a <1> b", "a b", "<1>"),
    "a star that pairs with one in code": ("See `a *` now", "Voir * `a *`", "within code"),
    "a URL in a link's text": ("[link](http://x)", "[lien http://z.org](http://x)", "http://z.org"),
    "backticks that remark 0.14 pairs with later ones": ("of two", "un `` deux", "backtick"),
    "a line end hidden in an entity": ("text", "te&#10;xte", "&#10;"),
    "an escaped tag made live": ("Use &lt;main&gt;", "Le <main>", "&lt;main&gt; has become <main>"),
    "an escaped script made live": ("A &lt;script&gt;", "Un <script>", "&lt;script&gt; has become"),
    "escaped emphasis made live": ("A &lt;b&gt; tag", "Le <b>b</b>", "&lt;b&gt; is missing"),
    "what only marked takes for a link": ("text", "te<x:/y>xte", "<x:/y>"),
    "a formatting tag not closed": ("text", "du <b>texte", "<b>"),
    "a footnote mark lost": ("text¹", "texte", "¹"),
}


@pytest.mark.parametrize(("before", "after", "named"), BROKEN.values(), ids=BROKEN.keys())
def test_damage_is_named(before: str, after: str, named: str) -> None:
    reason = why(before, after, "¹")
    assert reason is not None
    assert named in reason


@pytest.mark.parametrize(
    ("text", "mark"),
    [("¹ A note", "¹"), (".red[¹]A note", "¹"), ("† A note", "†"), ("A note¹", ""), ("A note", "")],
)
def test_footnote_is_known_by_its_mark(text: str, mark: str) -> None:
    assert footnote_mark(text) == mark


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](http://x)", [("link", "http://x")]),
        ("[a][docs]", [("link", "http://docs")]),
        ("![a](x.png)", [("image", "x.png")]),
        ("see http://x.org/a.", [("url", "http://x.org/a")]),
        ("see **http://x.org/a**", [("url", "http://x.org/a")]),
        ("<http://x.org>", [("url", "http://x.org")]),
        ("[a](http://x 'title')", [("link", "http://x")]),
        ("[see http://y.org](http://x)", [("link", "http://x"), ("text", "http://y.org")]),
        ("[a](javascript:b)", [("link", "javascript:b")]),
        ("`[a](http://x)`", []),
        (r"\[a](http://x.org)", [("url", "http://x.org")]),
        ("no link", []),
    ],
)
def test_targets_of_links_and_images(text: str, found: list[tuple[str, str]]) -> None:
    assert targets(text, REFERENCES) == found


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("https://en.x.org/a", "https://fr.x.org/a", True),
        ("https://x.org/a", "https://fr.x.org/a", True),
        ("https://x.org/en/a", "https://x.org/fr/a", True),
        ("https://x.org/a", "https://x.org/fr/a", True),
        ("https://x.org/en/a", "https://x.org/FR/a", True),
        ("https://x.org/en-us/a", "https://x.org/fr/a", True),
        ("https://x.org/en-US/a", "https://x.org/fr-fr/a", True),
        ("https://x.org/en-us/a", "https://x.org/de/a", False),
        ("https://x.org/en-team/a", "https://x.org/fr/a", False),
        ("https://x.org/en/a", "https://x.org/a", False),
        ("https://en.x.org/a", "https://x.org/a", False),
        ("https://x.org/a", "https://x.org/b", False),
        ("https://x.org/a", "https://fr.y.org/a", False),
        ("https://x.org/en/a", "https://x.org/de/a", False),
        ("https://fresh.x.org/", "https://x.org/", False),
    ],
)
def test_target_may_only_become_its_localised_form(before: str, after: str, same: bool) -> None:
    assert FRENCH.same(before, after) is same


def test_patterns_of_localised_targets_are_the_project_s() -> None:
    ours = Localised(("?lang=[{locale}]",), ("en",), ("fr",))
    assert ours.same("http://x/?lang=en", "http://x/?lang=fr")
    assert not ours.same("http://x/en/", "http://x/fr/")


def test_a_locale_with_a_region_has_no_other() -> None:
    brazil = Localised(("/[{locale}/]",), ("en",), ("pt-BR", "pt_BR", "pt"))
    assert brazil.same("https://x.org/en-us/a", "https://x.org/pt-br/a")
    assert brazil.same("https://x.org/en-us/a", "https://x.org/pt/a")
    assert not brazil.same("https://x.org/en-us/a", "https://x.org/pt-pt/a")


@pytest.mark.parametrize("zeros", [0, 5000])
def test_a_number_without_end_is_no_character_and_one_with_zeros_is(zeros: int) -> None:
    assert why("a", f"b &#{'1' * 5000};") is None
    assert why("a", f"b &#{'0' * zeros}60;b>") == "the HTML &lt;b&gt; is not in the source"


@pytest.mark.parametrize(
    "text",
    ["un\n\ndeux", "un\n- deux", "un\n* deux", "un\n# deux", "un\n> deux", "un\n1. deux", "un\n---", "un\n--",
     "un\n???", "un\n```", "un\n===", "un\n| deux", "un\n***", "un\n____ \ndeux"],
)  # fmt: skip
def test_translation_that_means_to_be_several_blocks_is_told(text: str) -> None:
    assert list(several_blocks(alone("one", text)))


@pytest.mark.parametrize(
    "text",
    [
        "un",
        "un\ndeux",
        "un  \n  deux",
        "- un",
        "un\n",
        "un\n-deux",
        "un\n*deux*",
        "un\n***deux***",
        "un\n__init__",
    ],
)
def test_translation_that_is_one_block_is_fine(text: str) -> None:
    assert not list(several_blocks(alone("one", text)))
