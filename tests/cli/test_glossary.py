"""``l10n glossary draft``: proposals that are a glossary."""

from cli.conftest import Workspace
from l10n.language.glossary import parse_glossary

TEXTS = {
    "The node starts Docker": "Le nœud démarre Docker",
    "A node is lost": "Un nœud est perdu",
    "Docker has left the node": "Docker a quitté le nœud",
    "Do without Docker": "Se passer de Docker",
}
GLOSSARY = "locales/fr/glossary.toml"


def translated(work: Workspace) -> Workspace:
    work.deck("one.md", "\n\n".join(TEXTS))
    work.ok("init", "fr")
    work.ok("sync")
    for message, translation in TEXTS.items():
        work.translate(message, translation)
    return work


def test_proposals_are_a_glossary_with_counts_and_examples(empty: Workspace) -> None:
    out = translated(empty).ok("glossary", "draft", "fr").out
    assert out == (
        '# 3 of 3 entries: Do without Docker\n[[term]]\nsource = "Docker"\nkeep = true\n\n'
        '# 3 of 3 entries: A node is lost\n[[term]]\nsource = "node"\npreferred = ["nœud"]\n\n'
    )
    terms = parse_glossary(out, "glossary.toml").terms
    assert [(term.source, term.preferred, term.keep) for term in terms] == [
        ("Docker", (), True),
        ("node", ("nœud",), False),
    ]


def test_what_was_added_is_proposed_no_more_and_check_finds_nothing(empty: Workspace) -> None:
    work = translated(empty)
    work.write(GLOSSARY, work.ok("glossary", "draft", "fr").out)
    again = work.ok("glossary", "draft", "fr")
    assert (again.out, again.err.count("note:")) == ("", 1)
    assert "term" not in work.ok("check", "fr").out


def test_a_term_of_the_glossary_is_left_out_in_the_plural_too(empty: Workspace) -> None:
    work = translated(empty)
    work.write(GLOSSARY, '[[term]]\nsource = "nodes"\npreferred = ["nœuds"]\n')
    terms = parse_glossary(work.ok("glossary", "draft", "fr").out, "").terms
    assert [term.source for term in terms] == ["Docker"]


def test_nothing_is_written(empty: Workspace) -> None:
    work = translated(empty)
    before = work.snapshot()
    work.ok("glossary", "draft", "fr")
    assert work.snapshot() == before


def test_an_unknown_locale_and_a_catalog_that_cannot_be_read_are_errors(empty: Workspace) -> None:
    work = translated(empty)
    assert work.run("glossary", "draft", "xx").code == 2
    work.write(work.po(), "msgid no\n")
    outcome = work.run("glossary", "draft", "fr")
    assert outcome.code == 2
    assert work.po() in outcome.err
    assert "Traceback" not in outcome.err


def test_controls_in_an_example_stay_on_their_line(empty: Workspace) -> None:
    work = translated(empty)
    work.replace(work.po(), 'msgid "A node is lost"', 'msgid "A \x1b[31m\\nnode\\t[[x]]"')
    assert len(parse_glossary(work.ok("glossary", "draft", "fr").out, "").terms) == 2
