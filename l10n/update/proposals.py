"""Entries for new messages, made from the translations of old ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from l10n.catalog import CARRIED, CHANGED, Entry, Key, as_in_source
from l10n.language import Numerals, rendered, word_diff
from l10n.markdown import part
from l10n.update.carry import carried


class Proposer(NamedTuple):
    """How translations are taken over."""

    numerals: Callable[[], Numerals] = Numerals
    """How the locale writes numbers; asked where a number was edited."""
    carry: bool = True
    """Whether a mechanical edit leaves an entry translated."""

    def entry(self, message: Entry, origins: Sequence[Entry]) -> Entry | None:
        """The message with the translation of what it continues; None if that has none.

        Its previous message is the one that a person last translated.
        """
        translated = [origin for origin in origins if origin.msgstr]
        if not translated:
            return None
        source, translation = _joined(translated)
        only = part(source, translation, message.msgid)
        proposal = carried(*(only or (source, translation)), message.msgid, self.numerals)
        first = translated[0]
        sure = self.carry and proposal.certain and only is None and translated == list(origins[:1])
        sure = sure and not first.fuzzy and _is_said_of_the_same(first, message)
        return message._replace(
            msgstr=proposal.msgstr,
            fuzzy=not sure,
            notes=tuple(dict.fromkeys(note for origin in translated for note in origin.notes)),
            previous=_previous(translated, source, carried_over=sure),
        )

    def made(self, entry: Entry, origins: Sequence[Entry]) -> bool:
        """Whether ``entry`` is just what this makes of ``origins``, and nobody has touched it since."""
        again = self.entry(Entry(entry.msgid, msgctxt=entry.msgctxt), origins)
        return again is not None and _state(again) == _state(entry)


def _is_said_of_the_same(one: Entry, other: Entry) -> bool:
    """Whether their contexts are one; an edited message may begin or end to stand apart by that."""
    if one.msgctxt == other.msgctxt:
        return True
    return one.msgid != other.msgid and as_in_source(one.key)[0] == as_in_source(other.key)[0]


def _state(entry: Entry) -> tuple[object, ...]:
    return entry.msgstr, entry.fuzzy, entry.notes, entry.previous


def _joined(origins: Sequence[Entry]) -> tuple[str, str]:
    return " ".join(one.msgid for one in origins), " ".join(one.msgstr for one in origins)


def _previous(origins: Sequence[Entry], source: str, *, carried_over: bool) -> Key:
    """What the translation was made for, as far as a person saw to it."""
    first = origins[0]
    if len(origins) > 1:
        return first.msgctxt, source
    return first.previous if first.previous and (first.fuzzy or carried_over) else first.key


def said_of(entry: Entry) -> tuple[str, ...]:
    """A comment that shows how the source changed since the entry's translation was made, if it did."""
    if entry.previous is None or entry.previous == entry.key or not entry.msgstr:
        return ()
    if entry.previous[1] == entry.msgid:
        return (f"{CHANGED}the context",)
    edits = rendered(word_diff(entry.previous[1], entry.msgid))
    said = f"{CHANGED if entry.fuzzy else CARRIED}{edits}".rstrip()
    # For gettext a backslash at the end of a line joins it to the next, also in a comment.
    return (f"{said}." if said.endswith("\\") else said,)
