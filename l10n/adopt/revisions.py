"""Which revision of a source deck a translation was made from.

Revisions are told apart by what is cheap to find in their text and does not change with the language; only
the few that come nearest are parsed and aligned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from l10n.adopt.alignment.align import Alignment, align
from l10n.adopt.alignment.cognates import cognates
from l10n.adopt.alignment.traits import words_of
from l10n.deck import Deck
from l10n.errors import GitError
from l10n.git import Repository, Revision
from l10n.markdown import Localised
from l10n.regex import regex
from l10n.system import Progress

_NEAREST, _MOST_ALIGNED = 8, 40
"""How many of the nearest texts are aligned, and how many in all, about."""
_PER_SIGN = 3
"""How many words a sign counts for that is not a word."""
_EQUAL = 0.05
"""How much less evidence, a log-likelihood ratio, a text may have that counts as good as another."""
_SIGN = regex(
    r"^(?:---?|\?\?\?)$|^ *```.*$|\]\([^)\s]*|^ *\[[^\]\n]+\]: *\S+|`[^`\n]+`|https?://\S+|\d+"
    r"|^#+ |\b[A-Z]{2,}\b|^ *[-*] "
)


class Version(NamedTuple):
    """A text that the source deck had."""

    text: str
    revision: Revision | None
    """The newest commit that has it; None for a text that is not committed."""


def versions(repository: Repository, file: Path, today: str) -> list[Version]:
    """Each text that the deck ever had, newest first, that of today included; what is not UTF-8 is left out.

    ``GitError`` if git has no history of it.
    """
    revisions = repository.history(repository.path(file))
    if not revisions:
        raise GitError(f"git has no history of {file.name!r}: it was never committed")
    contents = repository.read_all([(one.commit, one.path) for one in revisions])
    found: dict[str, Version] = {}
    for revision, data in zip(revisions, contents, strict=True):
        text = _text(data)
        if text is not None:
            found.setdefault(text, Version(text, revision))
    today = _with_line_feeds(today)
    return [Version(today, None), *found.values()] if today not in found else list(found.values())


def version(repository: Repository, file: Path, name: str) -> Version:
    """The deck in the revision that a user named; ``GitError`` if there is none, or it was not there."""
    commit = repository.commit(name)
    path = repository.path(file)
    revisions = repository.history(path)
    for known in dict.fromkeys((path, *(one.path for one in revisions))):
        data = repository.read(commit, known)
        if data is None:
            continue
        text = _text(data)
        if text is None:
            raise GitError(f"{known!r} in revision {name!r} is not UTF-8; name another")
        same = (one for one in revisions if one.commit == commit)
        return Version(text, next(same, None) or repository.revision(commit, known))
    raise GitError(f"there is no {file.name!r} in revision {name!r}; see `git log --follow`")


def best_version(
    found: Sequence[Version],
    translated: Deck,
    parse: Callable[[str], Deck],
    localised: Localised,
    progress: Progress = iter,
) -> tuple[Version, Alignment]:
    """The version that the translation was made from: the one with most evidence, the newest of equals.

    Beside the nearest, versions between them are aligned where there may be a better one.
    """
    aligned: dict[int, Alignment] = {}
    wanted = _nearest(found, translated.text, progress)
    while wanted and len(aligned) < _MOST_ALIGNED:
        for number in wanted:
            aligned[number] = align(parse(found[number].text), translated, localised)
        wanted = list(_between(aligned, len(found)))
    best = max(alignment.evidence for alignment in aligned.values())
    newest = min(number for number, one in aligned.items() if one.evidence >= best - _EQUAL)
    return found[newest], aligned[newest]


def _between(aligned: Mapping[int, Alignment], count: int) -> Iterator[int]:
    """Versions half way from the best one to the next on either side that are aligned."""
    best = max(aligned, key=lambda number: aligned[number].evidence)
    before = max((number for number in aligned if number < best), default=-1)
    after = min((number for number in aligned if number > best), default=count)
    if best - before > 1:
        yield (before + best) // 2
    if after - best > 1:
        yield (best + after) // 2


def _nearest(found: Sequence[Version], text: str, progress: Progress) -> list[int]:
    """The few versions, by number, that have most in common with a text."""
    signs = _Signs({line for one in found for line in _lines(one.text)}, text)
    names = [one.revision.short if one.revision else "" for one in found]
    wanted = signs.of(text)
    distances = [_distance(signs.of(one.text), wanted) for one, _ in zip(found, progress(names), strict=True)]
    return sorted(range(len(found)), key=lambda number: distances[number])[:_NEAREST]


def _lines(text: str) -> list[str]:
    return text.replace("\r", "\n").split("\n")


class _Signs:
    """Finds in texts what is cheap to find, line by line: versions of a text share most of their lines."""

    def __init__(self, lines: Iterable[str], translated: str) -> None:
        """``lines`` are those of all versions; only words that the translation has, too, are signs."""
        ours = {word for line in lines for word in words_of(line)}
        theirs = set(words_of(translated))
        self.words = {word: word for word in ours & theirs} | cognates(ours, theirs)
        self.words |= {word: word for word in self.words.values()}
        self.known: dict[str, Counter[str]] = {}

    def of(self, text: str) -> Counter[str]:
        """How much of each sign a text has."""
        total: Counter[str] = Counter()
        for line in _lines(text):
            if line not in self.known:
                self.known[line] = self._of_line(line)
            for sign, count in self.known[line].items():
                total[sign] += count
        return total

    def _of_line(self, line: str) -> Counter[str]:
        signs = Counter(self.words[word] for word in words_of(line) if word in self.words)
        for match in _SIGN.finditer(line):
            signs[match.group().strip()] += _PER_SIGN
        return signs


def _distance(one: Counter[str], other: Counter[str]) -> int:
    return (one - other).total() + (other - one).total()


def _text(data: bytes | None) -> str | None:
    """What a file's bytes say, whatever its line ends; None where they say nothing."""
    try:
        return _with_line_feeds(data.decode("utf-8")) if data is not None else None
    except UnicodeDecodeError:
        return None


def _with_line_feeds(text: str) -> str:
    """The text as git has it, which may give files other line ends when it checks them out."""
    return text.replace("\r\n", "\n")


def notes_on(repository: Repository, found: Iterable[Version]) -> Iterator[str]:
    """What a user should know of a history that is not whole."""
    if any(one.revision is None for one in found):
        yield "it has changes that are not committed; history knows nothing of them"
    if repository.is_shallow():
        yield "this clone is shallow, so its history is cut off; `git fetch --unshallow` gets the rest"
