"""What a locale has translated already, in any of its catalogs, for messages that are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple

from l10n.catalog import SIMILAR, TAKEN, Catalog, Count, Entry, Key
from l10n.language import Index, Likeness, excerpt, indexed
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


class Memory:
    """The translations in all catalogs of one locale, obsolete ones included, but none that is fuzzy."""

    def __init__(self, catalogs: Iterable[tuple[str, Catalog]]) -> None:
        """Take in what they have, each with its name."""
        gone: dict[Key, Entry] = {}
        continued: set[Key] = set()
        self.given: dict[Key, list[tuple[str, Entry]]] = {}
        """By message: the entries with a translation, and the catalogs that have them."""
        self.live: dict[Key, Entry] = {}
        named = ((name, entry) for name, catalog in catalogs for entry in catalog.entries if entry.msgstr)
        for name, entry in named:
            if entry.previous and not entry.obsolete:
                continued.add(entry.previous)
            if entry.fuzzy:
                continue
            key = entry.msgctxt, entry.msgid  # of all that there are, so not by a call
            if key in self.given:
                self.given[key].append((name, entry))
            else:
                self.given[key] = [(name, entry)]
            known = gone if entry.obsolete else self.live
            if key not in known:
                known[key] = entry
        self.gone = [entry for key, entry in gone.items() if key not in continued and key not in self.live]
        """Obsolete entries that no other message continues yet."""

    def answers(self, new: Sequence[Entry], no_hints: Collection[Key] = ()) -> dict[Key, Answer]:
        """What there is for the new messages of all decks, by message; nothing for most, as a rule.

        Messages with ``no_hints`` only have what makes a translation.
        """
        exact = {one.key: self._usual(one.key) for one in new if one.key in self.given}
        rest = list({one.key: one for one in new if one.key not in exact}.values())
        origins = {**elsewhere(rest, self.gone), **self._alike(rest)}
        shown = self._hints([one for one in rest if one.key not in origins and one.key not in no_hints])
        return {
            **{key: Answer(msgstr=text, catalog=self._place(key, text)) for key, text in exact.items()},
            **{
                key: Answer(origin=origin, catalog=self._place(origin.key, origin.msgstr))
                for key, (origin,) in origins.items()
            },
            **{key: Answer(hint=hint) for key, hint in shown},
        }

    def matches(self, key: Key, most: int = 5) -> list[Match]:
        """What may be of use: its translations, the most frequent first, then of the likest messages."""
        texts = Counter(entry.msgstr for _, entry in self.given.get(key, ()))
        same = [self._match(self._with(key, text), 1.0) for text, _ in texts.most_common(most)]
        return [*same, *self._near(key, most - len(same))]

    def _with(self, key: Key, text: str) -> Entry:
        return next(entry for _, entry in self.given[key] if entry.msgstr == text)

    def _match(self, entry: Entry, likeness: float) -> Match:
        return Match(entry, self._place(entry.key, entry.msgstr), likeness)

    def _near(self, key: Key, most: int) -> list[Match]:
        index = Index([entry.msgid for entry in self._known], self._likeness, [key[1]])
        near = (self._known[at] for at in index.near(key[1]))
        scores = ((self._likeness.of(key[1], entry.msgid), entry) for entry in near if entry.key != key)
        likest = nlargest(most, (one for one in scores if one[0] >= _OF_USE), key=itemgetter(0))
        return [self._match(entry, min(score, _NOT_THE_SAME)) for score, entry in likest]

    @cached_property
    def _known(self) -> list[Entry]:
        return [*self.live.values(), *self.gone]

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(entry.msgid for entry in self._known)

    def _usual(self, key: Key) -> str:
        """The translation that the message has most often."""
        return Counter(entry.msgstr for _, entry in self.given[key]).most_common(1)[0][0]

    def _place(self, key: Key, text: str) -> str:
        """A catalog with that translation of the message, rather one that did not take it from another."""
        every = ((lender(entry) is not None, name) for name, entry in self.given[key] if entry.msgstr == text)
        return min(every)[1]

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
        known = self._known
        if not (known and new):
            return
        index = indexed(tuple(entry.msgid for entry in known), tuple(message.msgid for message in new))
        for message in new:
            near = index.near(message.msgid)
            scores = {at: index.likeness.of(message.msgid, known[at].msgid) for at in near}
            best = max(scores, key=lambda at: scores[at], default=None)
            if best is not None and scores[best] >= ELSEWHERE:
                yield message.key, _hint(known[best])


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
