"""One entry as two branches have it: each part of it is merged by itself, and no text of either is lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from l10n.catalog.comments import OTHER_DRAFT, OTHER_TRANSLATION, still_said_of
from l10n.catalog.lines import EntryLines, sort_lines, strings
from l10n.catalog.merging.headers import union, with_newline
from l10n.catalog.model import Entry
from l10n.catalog.writer import escaped, obsoleted

_FUZZY = "fuzzy"


class Version:
    """An entry as one side has it, or its absence."""

    def __init__(self, entry: Entry | None = None) -> None:
        """``entry`` must have its lines."""
        self.entry = entry
        self.live = entry is not None and not entry.obsolete
        self.body = [line.strip() for line in entry.lines if line.strip()] if entry else []
        """Its lines without the blanks around them: where they are the same, nothing has changed."""

    @cached_property
    def lines(self) -> EntryLines:
        """The same by what they are."""
        return sort_lines(self.body)

    @cached_property
    def text(self) -> tuple[str, ...]:
        """Its translation, all forms of it; empty if there is none."""
        values = tuple(strings(self.lines.translation).values())
        return values if any(values) else ()

    @property
    def fuzzy(self) -> bool:
        """Whether its translation is not to be trusted."""
        return _FUZZY in self.lines.flags and bool(self.text)

    @property
    def state(self) -> tuple[tuple[str, ...], bool]:
        """What translators see to."""
        return self.text, self.fuzzy

    @property
    def about_source(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What comes from the template."""
        return self.lines.extracted, self.lines.references


ABSENT = Version()


class _Choice(NamedTuple):
    """Which side's translation an entry gets."""

    side: Version
    fuzzy: bool
    other: Version = ABSENT
    """The side whose text is kept in a comment, if any."""
    conflict: bool = False


def _chosen(old: Version, mine: Version, other: Version) -> _Choice:
    """The rules for the translation of an entry that both sides have.

    ==========================================  ================================================
    only one side changed text or fuzzy flag    that side's
    both came to one text                       it is translated if one of them says so
    one side emptied it                         the other side's
    one translated it, the other left a draft   the translation; a new draft goes to a comment
    both are fuzzy, one with its old text       the new text, fuzzy
    two new drafts, or two translations         a conflict: fuzzy, ours, with theirs in a comment
    ==========================================  ================================================
    """
    if other.state in (old.state, mine.state):
        return _Choice(mine, mine.fuzzy)
    if mine.state == old.state or not mine.text:
        return _Choice(other, other.fuzzy)
    if not other.text:
        return _Choice(mine, mine.fuzzy)
    if mine.fuzzy is not other.fuzzy:
        best, rest = (other, mine) if mine.fuzzy else (mine, other)
        return _Choice(best, fuzzy=False, other=ABSENT if rest.text in (best.text, old.text) else rest)
    fresh = [side for side in (mine, other) if not side.fuzzy or side.text != old.text]
    if len(fresh) == 1:
        return _Choice(fresh[0], fuzzy=True)
    return _Choice(mine, fuzzy=True, other=other, conflict=True)


class EntryMerge(NamedTuple):
    """The three versions of an entry, and what decides where both sides are right."""

    old: Version
    mine: Version
    other: Version
    theirs_newer: bool
    """Whose words about the source hold where both have new ones."""
    newline: str

    def result(self) -> tuple[Entry | None, bool]:
        """The entry, or None if none is left; and whether it holds two texts that a person must choose from.

        One that the source has no more on one side stays as an obsolete one if it has a translation.
        """
        if self.other.body in (self.old.body, self.mine.body):
            return self._whole(self.mine), False
        if self.mine.body == self.old.body:
            return self._whole(self.other), False
        live = self.other.live if self.mine.live is self.old.live else self.mine.live
        if self.mine.entry is None or self.other.entry is None:
            only = self.mine if self.mine.entry else self.other
            return self._replace(old=only, mine=only, other=only)._entry(
                _Choice(only, only.fuzzy), live
            ), False
        choice = _chosen(self.old, self.mine, self.other)
        return self._entry(choice, live), choice.conflict

    def _whole(self, version: Version) -> Entry | None:
        entry = version.entry
        return entry and entry._replace(lines=with_newline(entry.lines, self.newline))

    def _entry(self, choice: _Choice, live: bool) -> Entry | None:
        entry = choice.side.entry
        if entry is None or not (live or choice.side.text):
            return None
        about = self._about_source().entry or entry
        parts = self._lines(choice)
        said = tuple(still_said_of(about._replace(msgstr=entry.msgstr, previous=parts.previous_key)))
        blanks = list(takewhile(lambda line: not line.strip(), entry.lines))
        lines = [*blanks, *(line + self.newline for line in parts.joined())]
        return entry._replace(
            fuzzy=choice.fuzzy,
            obsolete=not live,
            notes=parts.notes,
            previous=parts.previous_key,
            comments=about.comments if live else said,
            references=about.references if live else (),
            lines=tuple(with_newline(lines if live else obsoleted(lines, said), self.newline)),
        )

    def _lines(self, choice: _Choice) -> EntryLines:
        side = choice.side
        about = self._about_source()
        said = union(*(one.lines.comments for one in (self.old, self.mine, self.other)))
        return EntryLines(
            comments=(*said, *(line for line in _note(choice) if line not in said)),
            extracted=about.lines.extracted,
            references=about.lines.references,
            flags=self._flags(fuzzy=choice.fuzzy),
            previous=self._previous(side) if choice.fuzzy else side.lines.previous,
            source=side.lines.source,
            translation=side.lines.translation,
        )

    def _about_source(self) -> Version:
        """The side that knows what the source is like."""
        if self.mine.about_source == self.old.about_source:
            return self.other
        unchanged = self.other.about_source == self.old.about_source
        return self.mine if unchanged or not self.theirs_newer else self.other

    def _flags(self, *, fuzzy: bool) -> tuple[str, ...]:
        flags = union(*(one.lines.flags for one in (self.old, self.mine, self.other)))
        others = tuple(flag for flag in flags if flag != _FUZZY)
        return (_FUZZY, *others) if fuzzy else others

    def _previous(self, side: Version) -> tuple[str, ...]:
        """What the source said when the draft was made, unless that side has nothing new to say of it."""
        rest = self.other if side is self.mine else self.mine
        return rest.lines.previous if side.lines.previous == self.old.lines.previous else side.lines.previous


def _note(choice: _Choice) -> Iterator[str]:
    """Comment lines that keep the other side's text as in a PO string, one for each form."""
    meaning = OTHER_TRANSLATION if choice.conflict else OTHER_DRAFT
    for text in choice.other.text:
        yield f'# {meaning} "{escaped(text)}"'
