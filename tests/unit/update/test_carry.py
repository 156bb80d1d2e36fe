"""What of an edit is done to the translation, too: each kind of mechanical edit, done and refused."""

import pytest

from l10n.language.numerals import Numerals
from l10n.update.carry import carried

FRENCH = Numerals(decimal=",", group="\u202f")


def certain(old: str, translation: str, new: str, numerals: Numerals = FRENCH) -> str | None:
    """The translation if it surely says the new message, else None."""
    proposal = carried(old, translation, new, lambda: numerals)
    return proposal.msgstr if proposal.certain else None


@pytest.mark.parametrize(
    ("old", "translation", "new", "expected"),
    [
        ("One  two", "Un deux", "One two", "Un deux"),
        ("One\ntwo", "Un\ndeux", "One two", "Un\ndeux"),
        ("One  \ntwo", "Un  \ndeux", "One two", "Un deux"),
        ("See <https://a.org>", "Voir <https://a.org>", "See <https://b.org>", "Voir <https://b.org>"),
        ("[A](http://a.org/x)", "[Un](http://a.org/x)", "[A](http://a.org/y)", "[Un](http://a.org/y)"),
        ("Go to http://a.org now", "Va sur http://a.org", "Go to http://b.org now", "Va sur http://b.org"),
        (
            "Go to http://a.org now",
            "Va [là](http://a.org)",
            "Go to http://b.org now",
            "Va [là](http://b.org)",
        ),
        ("Run `ls`", "Lance `ls`", "Run `ls -l`", "Lance `ls -l`"),
        ("Run `ls`", "Lance `ls`", "Run ``a`b``", "Lance ``a`b``"),
        ("Run `ls `", "Lance `ls `", "Run `ls`", "Lance `ls`"),
        ("Run `` `a` ``", "Lance `` `a` ``", "Run `b`", "Lance ``b``"),
        ("Run `ls `", "Lance `ls`", "Run `ls`", None),
        ("`a` and `b`", "`b` et `a`", "`c` and `b`", "`b` et `c`"),
        ("`a` and `b`", "`b` et `a`", "`b` and `a`", "`a` et `b`"),
        ("In 3 steps", "En 3 étapes", "In 4 steps", "En 4 étapes"),
        ("1.5 GB", "1,5 Go", "2.5 GB", "2,5 Go"),
        ("1,000 pods", "1\u202f000 pods", "12,500 pods", "12\u202f500 pods"),
        ("1,000 pods", "1 000 pods", "12,500 pods", "12 500 pods"),
        ("Version v1.21", "Version v1.21", "Version v1.22", "Version v1.22"),
        ("![A cat](images/a.png)", "![Un chat](images/a.png)", "![A cat](b.png)", "![Un chat](b.png)"),
        ('<img src="a">Hi', '<img src="a">Salut', '<img src="b">Hi', '<img src="b">Salut'),
        (".red[Stop]", ".red[Halte]", ".blue[Stop]", ".blue[Halte]"),
        ("[Docs][k8s]", "[La doc][k8s]", "[Docs][kubernetes]", "[La doc][kubernetes]"),
        ("*All* pods", "*Tous* les pods", "_All_ pods", "_Tous_ les pods"),
        ("`12` or 12", "`12` ou 12", "`12` or 13", "`12` ou 13"),
        ("Stop¹ now", "Arrête¹", "Stop² now", "Arrête²"),
        ("@@A@@ here", "Ici @@A@@", "@@B@@ here", "Ici @@B@@"),
    ],
)
def test_a_mechanical_edit_is_done_to_the_translation(
    old: str, translation: str, new: str, expected: str | None
) -> None:
    assert certain(old, translation, new) == expected


@pytest.mark.parametrize(
    ("old", "translation", "new"),
    [
        ("One two", "Un deux", "One three"),
        ("One two", "Un deux", "One  \ntwo"),
        ("See <https://a.org>", "Voir <https://a.org/fr/>", "See <https://b.org>"),
        ("[A](http://a.org)", "[Un](http://a.org) et http://a.org", "[A](http://b.org)"),
        ("Run `ls`", "Lance `ls` ou `ls`", "Run `ls -l`"),
        ("Run `ls`", "Lance « ls »", "Run `ls -l`"),
        ("In 3 steps", "En trois étapes", "In 4 steps"),
        ("In 3 steps", "En 3 étapes, pas 3 heures", "In 4 steps"),
        ("In 3 steps", "Étapes : 13", "In 4 steps"),
        ("![A cat](a.png)", "![Un chat](fr/a.png)", "![A cat](b.png)"),
        ('<img src="a">Hi', "Salut", '<img src="b">Hi'),
        ("<b>Hi</b>", "<b>Salut</b>", "<i>Hi</i>"),
        (".red[Stop]", "Halte", ".blue[Stop]"),
        ("[Docs][k8s]", "[La doc][autre]", "[Docs][kubernetes]"),
        ("*All* pods", "Tous les pods", "_All_ pods"),
        ("`a` and `b`", "`b` et `a`", "`b`, then `a`"),
        ("`a` or `a`", "`a` ou `a`", "`a` or `b`"),
        ("All pods", "Tous les pods", "*All* pods"),
    ],
)
def test_where_the_change_has_no_sure_place_nothing_is_certain(old: str, translation: str, new: str) -> None:
    assert certain(old, translation, new) is None


def test_digits_of_another_script_stay_in_it() -> None:
    assert certain("Takes 12 minutes", "۱۲ دقیقه", "Takes 30 minutes") == "۳۰ دقیقه"


def test_a_number_whose_plural_form_is_another_is_not_certain() -> None:
    plural = Numerals(plural=lambda number: "one" if number == "1" else "other")
    assert certain("1 pod", "1 pod", "2 pod", plural) is None
    assert certain("3 pods", "3 pods", "2 pods", plural) == "2 pods"


def test_a_proposal_has_the_mechanical_part_of_an_edit_that_is_not_only_that() -> None:
    proposal = carried("Run `ls` now", "Lance `ls` maintenant", "Run `ls -l` later", lambda: FRENCH)
    assert (proposal.msgstr, proposal.certain) == ("Lance `ls -l` maintenant", False)


def test_a_proposal_leaves_alone_what_could_be_meant_twice() -> None:
    proposal = carried("Run `a` or `b`", "Lance `a` ou `b`", "Run `c`, `d` or `e`", lambda: FRENCH)
    assert (proposal.msgstr, proposal.certain) == ("Lance `a` ou `b`", False)
