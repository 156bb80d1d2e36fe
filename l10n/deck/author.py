"""What authors say to the toolkit in comments of decks, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from l10n.regex import regex


@dataclass(slots=True)
class Note:
    """A comment that speaks to this toolkit: ``<!-- l10n skip -->`` and its kin."""

    start: int
    verb: str
    argument: str


UNPRINTABLE = regex(r"[\0-\x08\x0b-\x1f\x7f]")
"""Characters that a PO file cannot carry."""
_NOTE = regex(r"<!--\s*+l10n\s++([a-z-]*[a-z])\b")


def notes(text: str, start: int) -> Iterator[Note]:
    """The comments to this toolkit in ``text``, which begins at ``start``."""
    at = 0
    while match := _NOTE.search(text, at):
        at = text.find("-->", match.end())
        if at < 0:
            return
        yield Note(start + match.start(), match[1], text[match.end() : at].strip())


_VERBS = ("skip", "skip-start", "skip-end", "comment", "context")
_NEAR = 0.75
"""How much a misspelt word is like the one that is meant."""


@dataclass(slots=True)
class Author:
    """What comments of the deck's author say about the blocks that follow."""

    skipping: bool = False
    skip_next: bool = False
    context: str | None = None
    comments: tuple[str, ...] = ()
    began: int = 0
    """Where the skipped region does."""
    slips: list[tuple[int, str]] = field(default_factory=list)

    def hear(self, note: Note) -> None:
        """Take in a comment."""
        words = " ".join(UNPRINTABLE.sub(" ", note.argument).split())
        match note.verb:
            case "skip-start":
                self.skipping, self.began = True, note.start
            case "skip-end":
                if not self.skipping:
                    self.slips.append((note.start, "there is no skip-start before this skip-end"))
                self.skipping = False
            case "skip":
                self.skip_next = True
            case "context":
                self.context = words or None
            case "comment":
                self.comments += (words,)
            case verb:
                self._wonder(verb, note.start)

    def hear_within(self, note: Note) -> None:
        """Take in a comment that stands in the middle of a block: it can only be about that."""
        if note.verb.startswith("skip"):
            message = f"`l10n {note.verb}` does nothing in the middle of a text; give it a line of its own"
            self.slips.append((note.start, message))
        else:
            self.hear(note)

    def _wonder(self, verb: str, start: int) -> None:
        """Any comment may begin with our name, but few with what is nearly a word of ours."""
        from difflib import get_close_matches

        for near in get_close_matches(verb, _VERBS, n=1, cutoff=_NEAR):
            self.slips.append((start, f"`l10n {verb}` means nothing; did you mean `l10n {near}`?"))

    def all_slips(self) -> list[tuple[int, str]]:
        """Those in the whole text, once it has been heard."""
        message = "this skip-start has no skip-end, so translators see nothing of what follows"
        return [*self.slips, (self.began, message)] if self.skipping else self.slips

    @property
    def goes_on(self) -> bool:
        """Whether something was said of blocks that were not yet read."""
        return bool(self.skipping or self.skip_next or self.context or self.comments)

    def forget(self) -> None:
        """After a block only a skipped region goes on."""
        self.skip_next, self.context, self.comments = False, None, ()
