"""For each rule: translations that are fine, and translations that it, and no other rule, finds a flaw in."""

from dataclasses import replace

import pytest
from support import deck_of

from l10n.build.stand import stands
from l10n.checks.model import Pair, Rule, Setting, Severity
from l10n.checks.rules.structure import RULES
from l10n.markdown.targets import Localised

SETTING = Setting(
    "fr",
    {"docs": "https://example.org/docs", "blog": "https://example.org/blog"},
    Localised(("//[{locale}.]", "/[{locale}/]"), ("en",), ("fr",)),
)
PAIR_RULES = {rule.name: rule for rule in RULES if isinstance(rule, Rule)}
NB = "\u00a0"
LINK = "See the [docs](https://example.org/a) now"
IMAGE = "A ![pod](images/pod.png) here"
REFERENCE = "See the [docs][docs] now"
CODE = "Use `kubectl get` and `docker`"

NOOP: dict[str, list[tuple[str, str]]] = {
    "odd-backtick": [
        (CODE, "Avec `docker`, utilisez `kubectl get`"),
        ("A ` alone", "Un ` seul"),
        ("``a ` b`` here", "Ici ``a ` b``"),
    ],
    "inline-code": [
        ("`1..=5` is a range", "<span dir=ltr><code>1..=5</code></span> est un intervalle"),
        (CODE, "Avec `docker`, utilisez `kubectl get`"),
        ("Use docker", "Utilisez `docker`"),
        (CODE, "`docker`, `kubectl get` et encore `docker`"),
        ("Use `git clone <url> <your/folder>`", "Utilisez `git clone <adresse> <votre/dossier>`"),
        ("Set `LANG=en_US.UTF-8` and `lang=en`", "Mettez `LANG=fr_FR.UTF-8` et `lang=fr`"),
    ],
    "space-in-code": [(CODE, f"Utilisez{NB}`kubectl get` et `docker`{NB}!"), (f"`a{NB}b`", f"`a{NB}b`")],
    "link": [
        (LINK, "Maintenant, voyez la [documentation](https://example.org/a)"),
        ("[Pods](https://en.wikipedia.org/wiki/Pod)", "[Pods](https://fr.wikipedia.org/wiki/Pod)"),
        ("[Pods](https://k8s.io/docs/pods)", "[Pods](https://k8s.io/fr/docs/pods)"),
        ("See https://example.org/a.", "Voir [la page](https://example.org/a)."),
        ("See <https://example.org/a>", "Voir https://example.org/a"),
        ("[https://example.org/a](https://example.org/a)", "[la page](https://example.org/a)"),
        ("[a](x.md) and [b](y.md)", "[b](y.md) puis [a](x.md)"),
        ("See `[a](b)`", "Voir `[a](b)`"),
        ("An array", "Un tableau (array)"),
        (
            "[A hash](https://en.wikipedia.org/wiki/Hash)",
            "[Un hachage](https://fr.wikipedia.org/wiki/Hachage)",
        ),
    ],
    "spaced-link": [(LINK, "La [doc](https://example.org/a) (en anglais)"), ("[1] (a)", "[1] (a)")],
    "reference-label": [
        (REFERENCE, "Voir la [documentation][docs] maintenant"),
        (REFERENCE, "Voir la [documentation][Docs] maintenant"),
        ("Use [`kubectl`][`kubectl`]", "Utilisez [la commande `kubectl`][`kubectl`]"),
        (REFERENCE, "Voir [docs] maintenant"),
        (REFERENCE, "Voir la [documentation](https://example.org/docs) maintenant"),
    ],
    "bracket": [(LINK, "La [doc](https://example.org/a) (en anglais)")],
    "stray-bracket": [
        ("A pod", "Un pod (une capsule) [sic]"),
        ("a) first", "a) d'abord"),
        ("Open it (or not) first", "D'abord a) ouvrir (ou pas) ; b) le reste"),
        ("Done", "Fini :-)"),
        ("`[`", "`[` et `(`"),
        ("[1, 2) is half open", "[1, 2) est semi-ouvert"),
    ],
    "swapped-targets": [
        ("[a b](x.md) and [c d](y.md)", "[e f](x.md) et [g h](y.md)"),
        ("[Docker](x.md) and [Kubernetes docs](y.md)", "La [doc Kubernetes](y.md) et [Docker](x.md)"),
        ("[a](x.md) and [b](x.md)", "[b](x.md) et [a](x.md)"),
    ],
    "html-tag": [
        ("One<br/>two", "Un<br/>deux"),
        ("One two", "Un <b>deux</b>"),
        ("1st", "1<sup>er</sup>"),
        ("a < b", "a < b et c > d"),
        ("`<name>`", "`<name>` ou `<id>`"),
        ("The &lt;main&gt; tag", "La balise &lt;main&gt;"),
    ],
    "content-class": [
        (".red[Now] here", "Ici .red[maintenant]"),
        ("a .b c", "a .d c"),
        (".red[Now] `x`", ".red[`x`] donc"),
        ("`x.y[0]`", "`x.y[0]`"),
    ],
    "footnote-mark": [("Pods.red[¹] run¹", "Les pods¹ tournent.red[¹]"), ("a [^1]", "[^1] b"), ("Two", "²")],
    "macro": [("@@GITREPO@@ and {{name}}", "{{name}} et @@GITREPO@@"), ("`{{a}}`", "`{{a}}`")],
    "structural-line": [
        ("One two", "Un\ndeux"),
        ("- one", "- un"),
        ("2 - 1", "2 - 1"),
        ("#1 wins", "#1 gagne"),
        ("Now", "*Maintenant*"),
        ("Note: one", "Remarque: un"),
    ],
    "outer-space": [("One", "Un"), (" One\n", " Un\n"), ("One\u200b", "Un\u200b")],
    "lost-formatting": [
        ("H<sub>2</sub>O", "H₂O"),
        ("A <b>big</b> pod", "Un **gros** pod"),
        ("A <b>big</b> pod", "Un <strong>gros</strong> pod"),
        ("Press <kbd>Tab</kbd>", "Tapez `Tab`"),
    ],
    "property-line": [
        ("See https://x.org", "https://x.org\npour voir"),
        ("Note: one  \ntwo", "Note: un  \ndeux"),
    ],
    "link-text": [
        ("[](x.md) there", "[](x.md) là"),
    ],
    "empty-class": [
        (".red[Now] here", ".red[Maintenant]"),
        (".red[¹]", ".red[ ]¹"),
    ],
    "lost-mark": [
        ("10² times", "cent fois ²"),
    ],
}

FINDINGS: dict[str, list[tuple[str, str, str]]] = {
    "odd-backtick": [
        (CODE, "Utilisez `kubectl get et `docker`", "no partner"),
        (CODE, "Utilisez kubectl get` et `docker` [x](y)", "no partner"),
    ],
    "inline-code": [
        (CODE, "Utilisez `kubectl got` et `docker`", "`kubectl get` has become `kubectl got`"),
        (CODE, "Utilisez kubectl get et `docker`", "`kubectl get` is missing"),
        ("`a` and `a`", "`a`", "`a` is missing"),
        ("See `<url>`", "Voir `<adresse>`", "`<url>` has become `<adresse>`"),
        ("Put `a <li>`", "Mettez `a <élément>`", "`a <li>` has become `a <élément>`"),
        ("A `List<int>`", "Une `List<entier>`", "has become `List<entier>`"),
        ("Set `lang=en`", "Mettez `lang=de`", "`lang=en` has become `lang=de`"),
    ],
    "space-in-code": [(CODE, f"Utilisez `kubectl{NB}get` et `docker`", "no-break space in `kubectl")],
    "link": [
        (LINK, "Voir la doc maintenant", "the link https://example.org/a is missing"),
        (
            "[A](https://en.wikipedia.org/wiki/A)",
            "[A](https://de.wikipedia.org/wiki/B)",
            "has become https://de.wikipedia.org/wiki/B",
        ),
        (LINK, "Voir la [doc](https://example.org/b)", "example.org/a has become https://example.org/b"),
        (LINK, f"{LINK} [ici](b.md)", "the link b.md is not in the source"),
        (IMAGE, "Un [pod](images/pod.png) ici", "has become a link"),
        (IMAGE, "Un pod ici", "the image images/pod.png is missing"),
        (IMAGE, "Un ![pod](images/pid.png) ici", "has become images/pid.png"),
        ("See https://example.org/a.", "Voir https://example.org/ab.", "has become https://example.org/ab"),
        ("[a](https://en.a.org/)", "[a](https://de.a.org/)", "has become https://de.a.org/"),
    ],
    "spaced-link": [
        (LINK, "Voir la [doc] (https://example.org/a)", "a blank parts the link"),
        (LINK, f"Voir la [doc]{NB}(https://example.org/a)", "a blank parts the link"),
        (IMAGE, "Un ![pod] (images/pod.png) ici", "a blank parts the image"),
        ("See the [docs][k] now", "Voir la [doc] [k]", "a blank parts the reference"),
        ("See the [k][k] now", "Voir la [k] [k]", "a blank parts the reference"),
    ],
    "reference-label": [
        (REFERENCE, "Voir la [doc][doc]", "[docs] has become doc"),
        (REFERENCE, "Voir la doc", "[docs] is missing"),
        ("Pods", "[Pods][blog]", "[blog] is not in the source"),
        ("Use [it][`kubectl`]", "[Le][`kubelet`]", "[`kubectl`] has become `kubelet`"),
    ],
    "bracket": [
        (LINK, "Voir la [doc(https://example.org/a)", "lacks a bracket"),
        (LINK, "Voir la doc](https://example.org/a)", "lacks a bracket"),
        (LINK, "Voir la [doc]https://example.org/a)", "lacks a bracket"),
        (LINK, "Voir la [doc](https://example.org/a maintenant", "lacks a bracket"),
        ("[a](b.md) c", "[a](b.md c", "lacks a bracket"),
        (REFERENCE, "Voir la [doc][docs maintenant", "lacks a bracket"),
        ("<https://example.org/a> now", "https://example.org/a> donc", "lacks a bracket"),
    ],
    "swapped-targets": [
        ("[a b](x.md) and [c d](y.md)", "[e f](y.md) et [g h](x.md)", "x.md and y.md seem"),
        ("[Docker](x.md), [Kubernetes](y.md)", "[Kubernetes](x.md), [Docker](y.md)", "x.md and y.md seem"),
        ("[a][docs] and [b][blog]", "[c][blog] et [d][docs]", "seem to have changed places"),
    ],
    "html-tag": [
        ("<i class='a'>One</i>", "<i>Un</i>", "is missing"),
        ("<sup>1</sup>", "<sup>1", "<sup> is not opened and closed"),
        ("<span>1</span>", "\\<span>1</span>", "the HTML <span> has become \\<span>"),
        ("<sup>1</sup>", "<sup>1</sup", "<sup> is not opened and closed"),
        ("<span>1</span>", "<span>1</div>", "</span> has become </div>"),
        ("One", "Un <script>", "<script> is not in the source"),
        ("The &lt;main&gt; tag", "La balise <main>", "&lt;main&gt; has become <main>"),
    ],
    "content-class": [
        (".red[Now]", ".rouge[Donc]", ".red[…] is missing or has another name"),
        (".red[Now]", "red[Donc]", ".red[…] is missing"),
        (".red[Now]", ".red[Donc", ".red[ is not closed"),
        (".red[Now]", ".red Donc]", ".red[…] is missing"),
        ("The end. See x", "La fin.voir[x]", ".voir[…] is not in the source"),
    ],
    "footnote-mark": [
        ("Pods.red[¹] run", "Les pods tournent.red[]", "mark ¹ is missing"),
        ("¹Not here", "Pas ici", "mark ¹ is missing"),
        ("Pods[^1]", "Pods", "mark [^1] is missing"),
    ],
    "macro": [
        ("@@GITREPO@@", "@@DEPOT@@", "@@GITREPO@@ has become @@DEPOT@@"),
        ("{{name}} is", "{{nom}} est", "{{name}} has become {{nom}}"),
        ("{{name}} is", "{{name} est", "{{name}} is missing"),
        ("Name", "{{name}}", "{{name}} is not in the source"),
    ],
    "structural-line": [
        ("One two", "Un\n---\ndeux", "begins with '---'"),
        ("One two", "Un\n???\ndeux", "begins with '???'"),
        ("One two", "Un\n# deux", "begins with '#'"),
        ("One two", "Un\n- deux", "begins with '-'"),
        ("One two", "Un\n\ndeux", "blank line"),
        ("One", "# Un", "would begin a heading"),
        ("One", "- Un", "would begin a list"),
        ("One", "1. Un", "would begin a list"),
        ("One", "> Un", "would begin a quote"),
        ("One", "---", "would begin a rule"),
    ],
    "outer-space": [
        ("One", " Un", "start or end"),
        ("One", "Un\n", "start or end"),
        ("One\n", "Un", "end"),
        ("One", "Un\u200b", "start or end"),
        ("One", "\ufeffUn", "start or end"),
    ],
    "link-text": [
        (LINK, "Voir [](https://example.org/a)", "a link has no text"),
        (REFERENCE, "Voir la doc [][docs]", "a link has no text"),
    ],
    "stray-bracket": [
        ("(See it)", "(Voir", "a ( has no partner"),
        ("See step 1", "Voir (étape 1", "a ( has no partner"),
        ("See it", "Voir plan)", "a ) has no partner"),
        (REFERENCE, "Voir la doc][docs] maintenant", "a ] has no partner"),
    ],
    "lost-formatting": [
        ("One<br/>two", "Un deux", "<br/> of the source is missing"),
        ("H<sub>2</sub>O", "H2O", "<sub> is missing"),
        ("Press <kbd>Tab</kbd>", "Tapez Tab", "<kbd> is missing"),
        ("A <b>big</b> and <i>new</i> pod", "Un gros et <i>nouveau</i> pod", "<b> is missing"),
        ("The &lt;main&gt; tag", "La balise &ltmain&gt;", "semicolon of &lt; is missing"),
        ("One&nbsp;pod", "Un&nbsp pod", "semicolon of &nbsp; is missing"),
    ],
    "empty-class": [
        (".small[By .bold[Jane Doe]]", ".small[De .bold[ ]]", ".bold[…] has lost its text"),
    ],
    "property-line": [
        ("One", "class: pic\nUn", "slide's property class"),
    ],
}

FIXES = [
    ("space-in-code", CODE, f"`kubectl{NB}get`{NB}! et `docker`", f"`kubectl get`{NB}! et `docker`"),
    ("spaced-link", LINK, "La [doc] (https://example.org/a)", "La [doc](https://example.org/a)"),
    ("spaced-link", "See the [docs][k] now", "La [doc] [k]", "La [doc][k]"),
    ("outer-space", "One\n", " Un", "Un\n"),
    ("outer-space", "One", "\n Un \n", "Un"),
    ("outer-space", "One", "\ufeffUn \u200b", "Un"),
]


def found(msgid: str, msgstr: str) -> list[tuple[str, str]]:
    pair = Pair(msgid, msgstr)
    return [(name, one.message) for name, rule in PAIR_RULES.items() for one in rule.check(pair, SETTING)]


def test_a_no_break_space_in_code_is_none_of_the_translation_s_where_the_source_has_some() -> None:
    assert "space-in-code" not in dict(found(f"`a{NB}<b>` and `c d`", f"`a{NB}<x>` et `c d`"))


def test_every_rule_has_both_lists() -> None:
    assert set(NOOP) == set(FINDINGS) | {"lost-mark"} == set(PAIR_RULES)


@pytest.mark.parametrize(("msgid", "msgstr"), [pair for pairs in NOOP.values() for pair in pairs])
def test_what_is_fine_is_left_in_peace(msgid: str, msgstr: str) -> None:
    assert found(msgid, msgstr) == []


@pytest.mark.parametrize(
    ("rule", "msgid", "msgstr", "message"),
    [(rule, *case) for rule, cases in FINDINGS.items() for case in cases],
)
def test_one_cause_gives_one_finding(rule: str, msgid: str, msgstr: str, message: str) -> None:
    findings = found(msgid, msgstr)

    assert [name for name, _ in findings] == [rule]
    assert message in findings[0][1]


@pytest.mark.parametrize(("rule", "msgid", "msgstr", "mended"), FIXES)
def test_what_is_certain_is_mended(rule: str, msgid: str, msgstr: str, mended: str) -> None:
    fix = PAIR_RULES[rule].fix

    assert fix is not None
    assert fix(Pair(msgid, msgstr), SETTING) == mended
    assert found(msgid, mended) == []


def test_places_are_those_of_the_translation() -> None:
    pair = Pair(CODE, "Avec `kubectl got`, `docker`")
    flaws = list(PAIR_RULES["inline-code"].check(pair, SETTING))

    assert [pair.msgstr[slice(*flaw.at)] for flaw in flaws if flaw.at] == ["`kubectl got`"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_what_it_means(rule: Rule) -> None:
    assert rule.meaning.endswith(".")


def in_deck(text: str, msgid: str, msgstr: str) -> list[tuple[str, Severity]]:
    """What is found in a translation where its message stands in a deck."""
    stand = next(one for one in stands(deck_of(text)) if one.segment.msgid == msgid)
    pair, setting = Pair(msgid, msgstr, stand=stand), replace(SETTING, references=stand.deck.references)
    return [(name, rule.severity) for name, rule in PAIR_RULES.items() for _ in rule.check(pair, setting)]


TITLES = "# First\n\nSet\n===\n\n| a | b |\n|---|---|\n| One | Two |\n\n![Map](x.png)\n\n- Item\n\nText\n"


@pytest.mark.parametrize("start", ["1. Mai", "- 5 Grad", "# 3", "> 2"])
def test_no_line_begins_in_titles_cells_and_descriptions(start: str) -> None:
    assert [in_deck(TITLES, msgid, start) for msgid in ("First", "One", "Map")] == [[], [], []]


@pytest.mark.parametrize("msgid", ["Set", "Item", "Text"])
@pytest.mark.parametrize("start", ["1. Mai", "- 5 Grad", "# 3", "> 2"])
def test_lines_begin_in_underlined_titles_items_and_paragraphs(msgid: str, start: str) -> None:
    assert in_deck(TITLES, msgid, start) == [("structural-line", Severity.ERROR)]


def test_the_mark_of_a_footnote_must_stay_and_another_had_better() -> None:
    noted = "See 10² and that¹\n\n.footnote[¹ Note]\n"
    msgid = "See 10² and that¹"

    assert in_deck(noted, msgid, "Voir 10² et ça") == [("footnote-mark", Severity.ERROR)]
    assert in_deck(noted, msgid, "Voir cent et ça¹") == [("lost-mark", Severity.WARNING)]
