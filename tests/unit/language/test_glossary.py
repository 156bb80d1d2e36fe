"""Glossary files: what they say, and what is wrong with them."""

import pytest

from l10n.errors import ConfigError
from l10n.language.glossary import Glossary, Term, parse_glossary

TOML = """
# our terms
[[term]]
source = "node"
preferred = ["nœud"]
forbidden = ["noeud"]
note = "with a ligature"

[[term]]
source = "Kubernetes"
keep = true
"""
CSV = "source,preferred,forbidden,keep,note\nnode,nœud,noeud,,with a ligature\nKubernetes,,,yes,\n"
TERMS = (Term("node", ("nœud",), ("noeud",), note="with a ligature"), Term("Kubernetes", keep=True))


@pytest.mark.parametrize(
    ("path", "text"), [("glossary.toml", TOML), ("glossary.csv", CSV), ("g.CSV", "\ufeff" + CSV)]
)
def test_both_formats_say_the_same(path: str, text: str) -> None:
    assert parse_glossary(text, path) == Glossary(TERMS)


def test_a_cell_of_a_table_may_hold_several_terms() -> None:
    assert parse_glossary("source,preferred\nslide,diapo | diapositive\n", "g.csv").terms[0].preferred == (
        "diapo",
        "diapositive",
    )


def test_an_empty_glossary_has_no_terms() -> None:
    assert parse_glossary("", "g.toml") == parse_glossary("", "g.csv") == Glossary()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "[[term]]\nsource = 'a'\nprefered = ['b']\n",
            ":1: unknown key 'prefered'; did you mean 'preferred'?",
        ),
        ("x = 1", ": unknown key 'x'; known are term"),
        ("\n\n[[term]]\nsource = 1\n", ":3: 'source' must be a string, not 1"),
        ("[[term]]\npreferred = 'b'", ":1: 'preferred' must be a list of strings, not 'b'"),
        ("[[term]]\nforbidden = ['']", ":1: 'forbidden' must be a list of strings, not ['']"),
        ("[[term]]\nsource = 'a'", ":1: say of 'a' what is 'preferred' or 'forbidden', or 'keep' it"),
        ("[[term]]\nkeep = true", ":1: a term needs 'source', or else only 'forbidden' (and 'note')"),
        (
            "[[term]]\nsource = 'a'\nkeep = true\npreferred = ['b']",
            ":1: 'a' cannot both 'keep' and have 'preferred' translations",
        ),
        (
            f"[[term]]\nsource = '{'a' * 201}'\nkeep = true",
            f":1: 'source' has more than 200 characters, '{'a' * 37}...{'a' * 38}'; make it shorter",
        ),
        (
            f"[[term]]\nforbidden = ['b', '{'a' * 201}']",
            f":1: 'forbidden' has more than 200 characters, '{'a' * 37}...{'a' * 38}'; make it shorter",
        ),
        (
            f"[[term]]\nsource = 'a'\npreferred = {['b'] * 51}",
            ":1: 'preferred' has more than 50 translations; name those to write",
        ),
        ("term = 1", ": 'term' must be written as tables: [[term]]"),
    ],
)
def test_errors_tell_where_and_what(text: str, error: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_glossary(text, "g.toml")
    assert str(caught.value) == f"g.toml{error}"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("source,preferred\na,b,c\n", "g.csv:2: more cells than columns"),
        ("source,prefer\na,b\n", "g.csv:1: unknown key 'prefer'; did you mean 'preferred'?"),
        (
            "source,keep\na,perhaps\n",
            "g.csv:2: 'keep' must be true or false (in CSV also yes or no), not 'perhaps'",
        ),
    ],
)
def test_errors_of_tables_tell_the_line(text: str, error: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_glossary(text, "g.csv")
    assert str(caught.value) == error


@pytest.mark.parametrize(
    ("path", "text"), [("g.toml", "[[term"), ("g.toml", "a = " + "[" * 9999), ("g.csv", 'source\n"a\n')]
)
def test_what_cannot_be_read_is_one_error(path: str, text: str) -> None:
    with pytest.raises(ConfigError, match=r"not (TOML|CSV)"):
        parse_glossary(text, path)


def test_terms_may_be_long() -> None:
    term = Term(f"{'a b ' * 49}abcd", ("c" * 200,) * 50, ("d" * 200,), note="e" * 2000)
    table = f"[[term]]\nsource = '{term.source}'\npreferred = {list(term.preferred)}\n"
    table += f"forbidden = {list(term.forbidden)}\nnote = '{term.note}'"
    assert parse_glossary(table, "g.toml").terms == (term,)


@pytest.mark.parametrize(
    ("term", "text", "left"),
    [
        ("--rm", "docker run --rm it", "docker run   it"),
        ("-v", "kube-v and -v", "kube-v and  "),
        ("node pool", "a node-\n pool, node  pools", "a  ,  "),
        ("policy", "policies of Policy", "  of  "),
        ("K8s", "k8s K8S k8ses k8sx", "      k8sx"),
        ("caf\u00e9", "cafe\u0301s", " "),
        ("node", "a node, the Node Problem Detector", "a  , the Node Problem Detector"),
    ],
)
def test_what_is_kept_is_no_prose(term: str, text: str, left: str) -> None:
    assert Glossary((Term(term, keep=True),)).without_kept(text) == left


def test_of_terms_to_keep_that_overlap_the_longest_is_no_prose() -> None:
    glossary = Glossary((Term("Docker", keep=True), Term("Docker Compose", keep=True)))
    assert glossary.without_kept("Docker and Docker Compose") == "  and  "


def test_terms_are_found_the_longest_first() -> None:
    glossary = Glossary((Term("node", ("a",)), Term("node pool", ("b",))))
    assert [term.source for term in glossary.found("The node pools")] == ["node pool"]
    assert [term.source for term in glossary.found("A node in a node pool")] == ["node", "node pool"]
    assert glossary.found("Nothing of them: nodal") == []
