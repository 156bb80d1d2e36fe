"""Glossary files: what they say, and what is wrong with them."""

import pytest

from l10n.errors import ConfigError
from l10n.glossary import Glossary, Term, parse

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
    assert parse(text, path) == Glossary(TERMS)


def test_a_cell_of_a_table_may_hold_several_terms() -> None:
    assert parse("source,preferred\nslide,diapo | diapositive\n", "g.csv").terms[0].preferred == (
        "diapo",
        "diapositive",
    )


def test_an_empty_glossary_has_no_terms() -> None:
    assert parse("", "g.toml") == parse("", "g.csv") == Glossary()


@pytest.mark.parametrize(
    ("path", "text", "error"),
    [
        ("g.toml", "[[term]]\nsource = 'a'\nprefered = ['b']\n", "g.toml:1: unknown key 'prefered'; did you mean 'preferred'?"),
        ("g.toml", "x = 1", "g.toml: unknown key 'x'; known are term"),
        ("g.toml", "\n\n[[term]]\nsource = 1\n", "g.toml:3: 'source' must be a string, not 1"),
        ("g.toml", "[[term]]\nsource = 'a'\npreferred = 'b'", "g.toml:1: 'preferred' must be a list of strings, not 'b'"),
        ("g.toml", "[[term]]\nsource = 'a'\nforbidden = ['']", "g.toml:1: 'forbidden' must be a list of strings, not ['']"),
        ("g.toml", "[[term]]\nsource = 'a'\n", "g.toml:1: say of 'a' what is 'preferred' or 'forbidden', or 'keep' it"),
        ("g.toml", "[[term]]\npreferred = ['a']\n", "g.toml:1: a term needs 'source', or else only 'forbidden' (and 'note')"),
        ("g.toml", "[[term]]\nsource = 'a'\nkeep = true\npreferred = ['b']", "g.toml:1: 'a' cannot both 'keep' and have 'preferred' translations"),
        ("g.toml", "term = 1", "g.toml: 'term' must be written as tables: [[term]]"),
        ("g.csv", "source,preferred\na,b,c\n", "g.csv:2: more cells than columns"),
        ("g.csv", "source,prefer\na,b\n", "g.csv:1: unknown key 'prefer'; did you mean 'preferred'?"),
        ("g.csv", "source,keep\na,perhaps\n", "g.csv:2: 'keep' must be true or false, not 'perhaps'"),
    ],
)  # fmt: skip
def test_errors_tell_where_and_what(path: str, text: str, error: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(text, path)
    assert str(caught.value) == error


@pytest.mark.parametrize(
    ("path", "text"), [("g.toml", "[[term"), ("g.toml", "a = " + "[" * 9999), ("g.csv", 'source\n"a\n')]
)
def test_what_cannot_be_read_is_one_error(path: str, text: str) -> None:
    with pytest.raises(ConfigError, match="not (TOML|CSV)"):
        parse(text, path)


def test_terms_are_found_the_longest_first() -> None:
    glossary = Glossary((Term("node", ("a",)), Term("node pool", ("b",))))
    assert [term.source for term in glossary.found("The node pools")] == ["node pool"]
    assert [term.source for term in glossary.found("A node in a node pool")] == ["node", "node pool"]
    assert glossary.found("Nothing of them: nodal") == []
