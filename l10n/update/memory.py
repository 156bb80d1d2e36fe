"""What a locale has translated already, in any of its catalogs, for messages that are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple

from l10n.catalog import SIMILAR, TAKEN, Catalog, Count, Entry, Key, Translated
from l10n.language import Index, Likeness, document_frequency, excerpt
from l10n.markdown import shape
from l10n.update.borrowed import lender
from l10n.update.catalog import Changes
from l10n.update.proposals import Proposer, said_of
from l10n.update.succession import ELSEWHERE, elsewhere

_SHOWN = 160
"""Characters of each text that a comment shows."""
_NOT_THE_SAME = 0.99
"""What differs in signs only is as like as can be, and yet not the same."""
_OF_USE = 0.6
"""How alike a message must be for its translation to be shown to whoever translates another."""


class Answer(NamedTuple):
    """What there is for a new message: a translation, a message that it continues, or a hint."""

    msgstr: str = ""
    """The translation of the same text."""
    origin: Entry | None = None
    """A message that left another deck, or left long ago, and that it continues."""
    hint: str = ""
    """A comment that shows the translation of a message like it."""
    catalog: str = ""
    """Where the translation or the message was found."""
    again: bool = False
    """Whether the message is not new, and the last run may not have got to it."""


class Match(NamedTuple):
    """A translation that may be of use for a message."""

    entry: Entry
    catalog: str
    likeness: float
    """Of its message to that one, 1 if it is the same."""


_Holding = tuple[str, Entry]
"""An entry with a translation, and the catalog that has it."""
Frequency = Callable[[Collection[str]], Counter[str]]
"""Says in how many of the texts each word is."""


class Memory:
    """The translations in all catalogs of one locale, obsolete ones included, but none that is fuzzy."""

    def __init__(
        self, catalogs: Iterable[tuple[str, Translated]], frequency: Frequency = document_frequency
    ) -> None:
        """Take in what they have, each with its name; ``frequency`` counts words of ``texts``."""
        self._catalogs = list(catalogs)
        self._frequency = frequency
        self.texts: dict[str, str] = {}
        """Messages of two texts, with the first translation of each."""
        self._others: dict[Key, list[_Holding]] = {}
        live: dict[Key, Entry] = {}
        gone: dict[Key, Entry] = {}
        continued: set[Key] = set()
        for name, said in self._catalogs:
            self.texts |= {msgid: text for msgid, text in said.texts.items() if msgid not in self.texts}
            for entry in said.others:
                if entry.previous and not entry.obsolete:
                    continued.add(entry.previous)
                if not entry.fuzzy:
                    self._others.setdefault(entry.key, []).append((name, entry))
                    (gone if entry.obsolete else live).setdefault(entry.key, entry)
        self.live = [one for key, one in live.items() if not self._is_text(key)]
        """Other messages that are live."""
        known = {*continued, *live}
        self.gone = [one for key, one in gone.items() if key not in known and not self._is_text(key)]
        """Obsolete entries that no other message continues yet."""

    def _is_text(self, key: Key) -> bool:
        return key[0] is None and key[1] in self.texts

    def answers(self, new: Sequence[Entry], no_hints: Collection[Key] = ()) -> dict[Key, Answer]:
        """What there is for the new messages of all decks, by message; nothing for most, as a rule.

        Messages with ``no_hints`` only have what makes a translation.
        """
        exact = self._holdings({one.key for one in new})
        rest = list({one.key: one for one in new if one.key not in exact}.values())
        origins = {**elsewhere(rest, self.gone), **self._alike(rest)}
        sources = self._holdings({origin.key for (origin,) in origins.values()})
        shown = self._hints([one for one in rest if one.key not in origins and one.key not in no_hints])
        return {
            **{key: _same(holdings) for key, holdings in exact.items()},
            **{
                key: Answer(origin=origin, catalog=_place(sources[origin.key], origin.msgstr))
                for key, (origin,) in origins.items()
            },
            **{key: Answer(hint=hint) for key, hint in shown},
        }

    def matches(self, key: Key, most: int = 5) -> list[Match]:
        """What may be of use: its translations, the most frequent first, then of the likest messages."""
        holdings = self._holdings({key}).get(key, [])
        entries = {entry.msgstr: entry for _, entry in reversed(holdings)}
        texts = Counter(entry.msgstr for _, entry in holdings).most_common(most)
        same = [Match(entries[text], _place(holdings, text), 1.0) for text, _ in texts]
        return [*same, *self._near(key, most - len(same))]

    def _near(self, key: Key, most: int) -> list[Match]:
        index = Index.of(self._msgids, self._likeness, [key[1]])
        near = map(self._entry, index.near(key[1]))
        scores = ((self._likeness.of(key[1], entry.msgid), entry) for entry in near if entry.key != key)
        likest = nlargest(most, (one for one in scores if one[0] >= _OF_USE), key=itemgetter(0))
        holdings = self._holdings({entry.key for _, entry in likest})
        return [
            Match(entry, _place(holdings[entry.key], entry.msgstr), min(score, _NOT_THE_SAME))
            for score, entry in likest
        ]

    def _holdings(self, keys: Collection[Key]) -> dict[Key, list[_Holding]]:
        """By message that is known: the entries with a translation, and the catalogs that have them."""
        asked = {key[1] for key in keys if self._is_text(key)}
        found: dict[Key, list[_Holding]] = {}
        for name, said in self._catalogs if asked else ():
            for msgid in asked.intersection(said.texts):
                found.setdefault((None, msgid), []).append((name, Entry(msgid, said.texts[msgid])))
        for key in keys:
            if key in self._others:
                found.setdefault(key, []).extend(self._others[key])
        return found

    @cached_property
    def _msgids(self) -> list[str]:
        """Of all that is known."""
        return [*self.texts, *(entry.msgid for entry in (*self.live, *self.gone))]

    def _entry(self, at: int) -> Entry:
        msgid, behind = self._msgids[at], at - len(self.texts)
        return Entry(msgid, self.texts[msgid]) if behind < 0 else [*self.live, *self.gone][behind]

    @cached_property
    def _seen(self) -> Counter[str]:
        """In how many of the messages that are known each word is."""
        seen = Counter(self._frequency(self.texts))
        seen.update(document_frequency(self._msgids[len(self.texts) :]))
        return seen

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(self._seen, len(self._msgids))

    def _alike(self, new: Sequence[Entry]) -> dict[Key, tuple[Entry, ...]]:
        """Messages that differ from gone ones in code, numbers and the like only."""
        wanted = {shape(one.msgid): one.key for one in new}
        known = ((shape(entry.msgid), entry) for entry in self.gone) if new else ()
        return {
            wanted[prose]: (entry,)
            for prose, entry in known
            if prose in wanted and any(char.isalpha() for char in prose)
        }

    def _hints(self, new: Sequence[Entry]) -> Iterator[tuple[Key, str]]:
        if not (self._msgids and new):
            return
        index = Index.among(self._msgids, [message.msgid for message in new], self._seen)
        for message in new:
            near = index.near(message.msgid)
            scores = {at: index.likeness.of(message.msgid, self._msgids[at]) for at in near}
            best = max(scores, key=lambda at: scores[at], default=None)
            if best is not None and scores[best] >= ELSEWHERE:
                yield message.key, _hint(self._entry(best))


def _same(holdings: Sequence[_Holding]) -> Answer:
    """The translation that a message has most often."""
    text = Counter(entry.msgstr for _, entry in holdings).most_common(1)[0][0]
    return Answer(msgstr=text, catalog=_place(holdings, text))


def _place(holdings: Iterable[_Holding], text: str) -> str:
    """A catalog with that translation of a message, rather one that did not take it from another."""
    return min((lender(entry) is not None, name) for name, entry in holdings if entry.msgstr == text)[1]


def _hint(entry: Entry) -> str:
    source, translation = (excerpt(text, _SHOWN) for text in (entry.msgid, entry.msgstr))
    return f"{SIMILAR}“{source}” is “{translation}”"


def completed(
    catalog: Catalog, answers: Mapping[Key, Answer], proposer: Proposer, *, fuzzy: bool = False
) -> tuple[Catalog, Changes]:
    """The catalog with the answers for its new messages, and by how much they change an update's counts.

    ``fuzzy`` lets people look at translations of the same text before they are published.
    """
    entries = [
        _answered(entry, answers[entry.key], proposer, fuzzy=fuzzy) if entry.key in answers else entry
        for entry in catalog.entries
    ]
    pairs = zip(catalog.entries, entries, strict=True)
    done = [entry for before, entry in pairs if entry is not before and entry.msgstr]
    filled = Count.of(entry.key for entry in done if entry.previous is None)
    carried = Count.of(entry.key for entry in done if entry.previous and not entry.fuzzy)
    proposed = Count.of(entry.key for entry in done if entry.previous and entry.fuzzy)
    again = Count.of(entry.key for entry in done if answers[entry.key].again)
    new = filled + carried + proposed - again
    changes = Changes(Count() - again, carried, proposed, filled, Count() - new)
    return replace(catalog, entries=tuple(entries)), changes


def _answered(entry: Entry, answer: Answer, proposer: Proposer, *, fuzzy: bool) -> Entry:
    if entry.msgstr or entry.obsolete:
        return entry
    bare = entry._replace(lines=())
    if answer.hint:
        return bare._replace(comments=(*entry.comments, answer.hint))
    if answer.origin is None:
        found: Entry | None = bare._replace(msgstr=answer.msgstr, fuzzy=fuzzy)
    else:
        found = proposer.entry(bare, [answer.origin])
    taken = f"{TAKEN}{answer.catalog}"
    return found._replace(comments=(*entry.comments, *said_of(found), taken)) if found else entry
