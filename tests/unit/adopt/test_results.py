"""What catalogs make of pairs, outline lines and languages, and what is left over."""

import pytest
from support import deck_of

from l10n.adopt.alignment.judgement import Judged, State
from l10n.adopt.outline_lines import outline_pairs
from l10n.adopt.overlay import overlaid
from l10n.adopt.results import entries
from l10n.adopt.wrong_language import other_language
from l10n.catalog.model import Catalog, Entry, Key


def pair(msgstr: str, state: State = State.TRANSLATED, reason: str = "") -> Judged:
    return Judged((None, "text"), msgstr, state, 1.0, reason, 1, 1, (0,), same=msgstr == "text")


def chosen(*pairs: Judged, known: dict[Key, str] | None = None) -> Entry:
    return entries([Entry("text")], pairs, known or {})[0]


def test_of_several_translations_the_most_frequent_wins() -> None:
    assert chosen(pair("a"), pair("b"), pair("b")).msgstr == "b"


def test_sure_ones_win_over_fuzzy_ones_and_any_over_the_source() -> None:
    assert chosen(pair("a", State.FUZZY, "why"), pair("a", State.FUZZY, "why"), pair("b")).msgstr == "b"
    assert chosen(pair("text"), pair("text"), pair("b")).msgstr == "b"


def test_what_the_catalog_does_not_have_yet_wins() -> None:
    assert chosen(pair("a"), pair("a"), pair("b"), known={(None, "text"): "a"}).msgstr == "b"


def test_fuzzy_ones_say_why_and_hopeless_ones_say_nothing() -> None:
    assert chosen(pair("a", State.FUZZY, "why")) == Entry(
        "text", "a", fuzzy=True, comments=("doubtful: why",)
    )
    assert chosen(pair("a", State.LEFT_OUT)) == Entry("text")


def test_overlay_keeps_notes_and_what_is_translated() -> None:
    old = Catalog(entries=(Entry("a", notes=("mind the gap",)), Entry("b", "vieux")))
    new = Catalog(entries=(Entry("a", "un"), Entry("b", "neuf"), Entry("c", "parti", obsolete=True)))
    whole, changed = overlaid(old, new, replacing=False)
    assert [(one.msgid, one.msgstr, one.notes) for one in whole.entries] == [
        ("a", "un", ("mind the gap",)),
        ("b", "vieux", ()),
        ("c", "parti", ()),
    ]
    assert [(one.before, one.after, one.taken) for one in changed] == [
        ("", "un", True),
        ("vieux", "neuf", False),
    ]


def test_overlay_replaces_what_it_is_told_to() -> None:
    old, new = (Catalog(entries=(Entry("b", text),)) for text in ("vieux", "neuf"))
    whole, changed = overlaid(old, new, replacing=True)
    assert (whole.by_key[None, "b"].msgstr, changed[0].taken) == ("neuf", True)


def test_overlay_keeps_translations_from_what_was_made_for_an_older_message() -> None:
    old = Catalog(entries=(Entry("a", "un"), Entry("b")))
    proposals = tuple(Entry(name, "vieux", fuzzy=True, previous=(None, "past")) for name in ("a", "b"))
    whole, changed = overlaid(old, Catalog(entries=proposals), replacing=True)
    assert [one.msgstr for one in whole.entries] == ["un", "vieux"]
    assert [one.msgid for one in changed] == ["b"]


def test_outline_lines_pair_up_block_by_block() -> None:
    text = "???\n\n:EN:- One\n:EN:- Two\n:FR:- Un\n:FR:- Deux\n\nText\n\n:EN:- Three\n:DE:- Drei\n"
    assert outline_pairs(text, "en", "fr") == {"One": "Un", "Two": "Deux"}
    assert outline_pairs(text, "en", "de_AT") == {"Three": "Drei"}


FRENCH = "# Les réseaux et les volumes\n\nOn les crée et on les oublie"
GERMAN = "# " + " und ".join(["Netze", "Knoten", "Platten", "Geräte", "Dienste", "Namen"])


@pytest.mark.parametrize(
    ("text", "locale", "seems"),
    [
        (FRENCH, "fr", None),
        (FRENCH, "ru", "Latin letters"),
        (FRENCH, "ja", "Latin letters"),
        ("# Сети и тома", "fr", "Cyrillic letters"),
        ("# Сети и тома", "ru", None),
        ("# ネットワーク と Kubernetes", "ja", None),
        ("# 网络 和 Kubernetes", "zh_TW", None),
        (GERMAN, "fr", "German"),
        (GERMAN, "de", None),
        (GERMAN.replace("und", "y"), "fr", "Spanish"),
        (GERMAN.replace("und", "e"), "fr", "Italian or Portuguese"),
        (GERMAN.replace("und", "e"), "it", None),
        (GERMAN.replace("und", "y") + " et", "fr", None),
        ("# Docker", "fr", None),
    ],
)
def test_script_and_one_word_tell_languages_apart(text: str, locale: str, seems: str | None) -> None:
    assert other_language(deck_of(text), locale) == seems
