"""Which revision of a source deck a translation was made from.

Revisions are told apart by what is cheap to find in their text and does not change with the language; only
the few that come nearest are parsed and aligned.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.alignment.align import Alignment, align
from l10n.errors import GitError
from l10n.git import Repository, Revision
from l10n.model import Deck
from l10n.targets import Localised

_ALIGNED = 12
"""How many of the nearest texts are aligned."""
_EQUAL = 0.05
"""How much less evidence, a log-likelihood ratio, a text may have that counts as good as another."""
_SIGN = re.compile(
    r"^(?:---?|\?\?\?)$|^ *```.*$|\]\([^)\s]*|^ *\[[^\]\n]+\]: *\S+|`[^`\n]+`|https?://\S+|\d+"
    r"|^#+ |\b[A-Z]{2,}\b|^ *[-*] ",
    re.MULTILINE,
)

Progress = Callable[[Sequence[str]], Iterable[str]]
"""Wraps the names of what is gone through, so that a terminal may show how far it is."""


@dataclass(frozen=True, slots=True)
class Version:
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
    """The version that the translation was made from: the one with most evidence, the newest of equals."""
    near = _nearest(found, translated.text, progress)
    aligned = [(one, align(parse(one.text), translated, localised)) for one in near]
    best = max(alignment.evidence for _, alignment in aligned)
    return next(pair for pair in aligned if pair[1].evidence >= best - _EQUAL)


def _nearest(found: Sequence[Version], text: str, progress: Progress) -> list[Version]:
    """The few versions that have most signs in common with a text, newest first."""
    wanted = _signs(text)
    names = [one.revision.short if one.revision else "" for one in found]
    distances = [_distance(_signs(one.text), wanted) for one, _ in zip(found, progress(names), strict=True)]
    order = sorted(range(len(found)), key=lambda number: distances[number])
    return [found[number] for number in sorted(order[:_ALIGNED])]


def _signs(text: str) -> Counter[str]:
    return Counter(match.group().strip() for match in _SIGN.finditer(text))


def _distance(one: Counter[str], other: Counter[str]) -> int:
    return (one - other).total() + (other - one).total()


def _text(data: bytes | None) -> str | None:
    """What a file's bytes say; None where they say nothing."""
    try:
        return data.decode("utf-8") if data is not None else None
    except UnicodeDecodeError:
        return None


def notes_on(repository: Repository, found: Iterable[Version]) -> Iterator[str]:
    """What a user should know of a history that is not whole."""
    if any(one.revision is None for one in found):
        yield "it has changes that are not committed; history knows nothing of them"
    if repository.is_shallow():
        yield "this clone is shallow, so its history is cut off; `git fetch --unshallow` gets the rest"
