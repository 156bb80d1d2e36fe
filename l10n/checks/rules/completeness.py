"""How much is translated: what is left in each catalog, and what is asked of a locale as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.catalog import Entry, State
from l10n.checks.completeness import Completeness
from l10n.checks.model import CatalogRule, Flaw, LocaleRule, Setting, Subject
from l10n.markdown import words
from l10n.project import Severity

_NAMED = 5
"""How many entries are named by their lines."""


def untranslated(subject: Subject, _: Setting) -> Iterator[tuple[Entry | int, Flaw]]:
    """Messages have no translation and borrow none; one finding a catalog, where the first of them stands."""
    entries = subject.catalog.by_key.items()
    left = [entry for key, entry in entries if not (entry.msgstr or key in subject.borrowed)]
    yield from _left(subject, left, "not translated")


def fuzzy(subject: Subject, _: Setting) -> Iterator[tuple[Entry | int, Flaw]]:
    """Translations are marked fuzzy, so they are not published; one finding a catalog."""
    left = [entry for entry in subject.catalog.by_key.values() if entry.msgstr and entry.fuzzy]
    yield from _left(subject, left, "fuzzy")


def _left(subject: Subject, left: Sequence[Entry], what: str) -> Iterator[tuple[Entry | int, Flaw]]:
    left = [entry for entry in left if subject.is_first_with(entry)]
    if left:
        lines = subject.catalog.lines_by_key()
        named = ", ".join(str(lines[entry.key]) for entry in left[:_NAMED])
        where = f"lines {named}" if len(left) > 1 else f"line {named}"
        more = ", …" if len(left) > _NAMED else ""
        count = f"{len(left):,} {'message is' if len(left) == 1 else 'messages are'} {what}"
        size = sum(words(one.msgid) for one in left)
        yield left[0], Flaw(f"{count} ({size:,} {'word' if size == 1 else 'words'}): {where}{more}")


def fail_under(asked: Completeness) -> Iterator[tuple[str, int, Flaw]]:
    """Less of the locale is translated, in words, than `--fail-under` or the setting `fail-under` asks for.

    What is borrowed from another locale counts. What the build refuses does not, nor does a copy of the
    source, unless it has no prose or is said to be meant. The lines of all messages that count against it
    are named, catalog by catalog.
    """
    if asked.least is None or asked.is_reached:
        return
    part = _percent(asked.done, asked.words) if asked.done < asked.words else "not all"
    yield asked.worst, 1, Flaw(f"{part} of the words are translated, below the {asked.least:g}% asked for")
    for file, left in asked.left.items():
        if left:
            first = min(line for lines in left.values() for line in lines)
            named = "; ".join(_lines(state, lines) for state, lines in left.items())
            yield file, first or 1, Flaw(f"these count against it: {named}")


def _lines(state: State, lines: Sequence[int]) -> str:
    """All lines of the messages in that state, and how many are not in the catalog."""
    there = [str(line) for line in sorted(lines) if line]
    absent = len(lines) - len(there)
    named = f"{'line' if len(there) == 1 else 'lines'} {', '.join(there)}" if there else ""
    more = f"{absent:,} not in the catalog" if absent else ""
    return f"{' and '.join(filter(None, (named, more)))} ({state})"


def not_below(asked: Completeness) -> Iterator[tuple[str, int, Flaw]]:
    """Less of the locale is translated, in words, than at the revision given with `--not-below`."""
    if asked.before is None:
        return
    done, whole = asked.before
    if done * asked.words > asked.done * whole:
        now, then = (f"{part:,} of {words_:,}" for part, words_ in ((asked.done, asked.words), (done, whole)))
        said = f"{now} words are translated, a lesser part than the {then} at {asked.revision}"
        yield asked.worst, 1, Flaw(said)


def orphan(asked: Completeness) -> Iterator[tuple[str, int, Flaw]]:
    """A catalog is of no deck any more, so nothing is built from what translators do there."""
    for file in asked.orphans:
        yield file, 1, Flaw("it is of no deck any more; remove it when its translations are not needed")


def _percent(part: int, whole: int) -> str:
    """Rounded down to tenths: never 100 below 100."""
    return f"{1000 * part // whole / 10:g}%" if whole else "0%"


RULES = (
    CatalogRule("untranslated", Severity.NOTE, untranslated, after_build=True),
    CatalogRule("fuzzy", Severity.NOTE, fuzzy),
    LocaleRule("orphan", Severity.NOTE, orphan),
    LocaleRule("fail-under", Severity.ERROR, fail_under),
    LocaleRule("not-below", Severity.ERROR, not_below),
)
