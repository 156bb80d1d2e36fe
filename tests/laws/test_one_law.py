"""What the build publishes, no check calls an error of structure; what it refuses, one does."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import FRENCH, deck_of, merged

from l10n.catalog.model import Catalog, Entry, Key
from l10n.checks.examine import examine, pairs
from l10n.checks.finding import Finding
from l10n.checks.findings import whereabouts
from l10n.checks.model import Setting, Subject
from l10n.checks.table import FAMILIES
from l10n.deck.model import Deck
from l10n.project.severity import Severity
from laws.dialect_texts import NAMES, in_file, texts
from laws.texts import translations


class Source:
    """A deck as checks know it, without a file."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        self.path = "deck.md"


def found(deck: Deck, translated: dict[Key, str], refused: dict[Key, str]) -> list[Finding]:
    """What the rules of structure find in a catalog of the deck."""
    entries = tuple(Entry(key[1], msgstr, msgctxt=key[0]) for key, msgstr in translated.items())
    subject = Subject(
        "deck.po", "fr", Catalog(entries=entries), source=Source(deck), folder="fr", refused=refused
    )
    setting = Setting("fr", deck.references, FRENCH)
    return examine(subject, pairs(subject), whereabouts(subject), setting, FAMILIES["structure"])


def errors(every: Iterable[Finding]) -> set[Key]:
    """The messages whose translations have an error."""
    return {(one.msgctxt, one.msgid) for one in every if one.severity is Severity.ERROR}


@pytest.mark.parametrize("dialect", NAMES)
@given(data=st.data(), text=texts())
def test_errors_of_structure_are_what_the_build_refuses(dialect: str, data: st.DataObject, text: str) -> None:
    deck = deck_of(in_file(text, dialect), dialect)
    keys = sorted({segment.key for segment in deck.segments}, key=repr)
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True, min_size=1)) if keys else []
    translated = {key: msgstr for key in chosen if (msgstr := data.draw(translations(key[1])))}

    refused = {one.segment.key: one.reason for one in merged(deck, translated, dialect).refused}

    every = found(deck, translated, refused)
    assert errors(every) == refused.keys(), [(one.rule, one.message) for one in every]
