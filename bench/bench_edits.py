"""Edits of one kind, a hundred each: whether the edited message gets the translation it had.

The messages are those of the project's own deck, and of the corpus where that is at hand; each edit is made
alone, in a catalog that is translated as a whole.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bench.bench_replay import pseudo, true
from bench.inputs.decks import ROOT
from l10n.catalog.headers import new_catalog
from l10n.catalog.model import Catalog, Entry
from l10n.catalog.translated import Translated
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS
from l10n.language.locales import info
from l10n.update.catalog import update
from l10n.update.memory import Memory, completed
from l10n.update.proposals import Proposer
from l10n.update.template import extract

_TIMES = 100
_SEED = 5
_EMPTY = new_catalog("deck", "2026-01-01 00:00+0000", info("fr"), "..")
_NEW_TITLES = (
    "What is a StatefulSet?", "Sidecars", "Cost control", "Our first operator", "Why WebAssembly?", "Quotas",
    "Chaos engineering", "What's next?", "Cluster upgrades", "Tracing", "GPU workloads", "Backups", "Recap",
    "A word about licences", "Ephemeral containers", "Garbage collection", "What is eBPF?", "Zero trust",
    "Pricing", "Debugging with profiles", "Policies", "Multi-tenancy", "Questions?", "What is OPA?", "Drains",
)  # fmt: skip
_WORDS = (
    "mostly",
    "every",
    "other",
    "afterwards",
    "platform",
    "always",
    "together",
    "new",
    "system",
    "quickly",
)

Outcome = tuple[bool, Sequence[Entry]]
"""Whether all is as it should be, and the entries of the edited messages."""
Edit = Callable[[str, random.Random], str | None]
"""A message as it is after the edit; None if it cannot be edited so."""


def _sub(pattern: str, new: str) -> Edit:
    def edit(text: str, _luck: random.Random) -> str | None:
        found = re.search(pattern, text)
        return text[: found.start()] + found.expand(new) + text[found.end() :] if found else None

    return edit


def _typo(text: str, luck: random.Random) -> str | None:
    places = [match.start() for match in re.finditer(r"(?<=[a-z])[a-z](?=[a-z]{2})", text)]
    at = luck.choice(places) if places else None
    return text[:at] + text[at + 1 :] if at else None


def _removed(text: str, luck: random.Random) -> str | None:
    parts = re.split(r"(?<=[a-z]{2}[.!?]) (?=[A-Z])", text)  # not behind "..." or "e.g."
    if len(parts) < 2:
        return None
    del parts[luck.randrange(len(parts))]
    return " ".join(parts)


def _reworded(text: str, luck: random.Random) -> str | None:
    words = text.split()
    if len(words) < 9:
        return None
    for at in luck.sample(range(len(words)), len(words) // 3):
        words[at] = luck.choice(_WORDS)
    return " ".join(words)


def _title(edit: Callable[[str, random.Random], str]) -> Edit:
    return lambda text, luck: edit(text, luck) if len(text) < 60 and text[:1].isupper() else None


def _with_word(text: str, luck: random.Random) -> str:
    words = text.split()
    words.insert(luck.randrange(len(words) + 1), luck.choice(_WORDS))
    return " ".join(words)


@dataclass(frozen=True)
class Kind:
    """A kind of edit of one message."""

    name: str
    edit: Edit
    heading: bool = False


KINDS = (
    Kind("URL", _sub(r"\]\((https?://[^)\s]+)\)", r"](\1/new)")),
    Kind("number", _sub(r"(?<![\w.])(\d)(?![\w.])", r"1\1")),
    Kind("code", _sub(r"`([^`]+)`", r"`\1 --new`")),
    Kind("typo", _typo),
    Kind(
        "sentence added",
        lambda text, luck: f"{text} And {luck.choice(_WORDS)} that is not all." if len(text) > 40 else None,
    ),
    Kind("sentence removed", _removed),
    Kind("title word added", _title(_with_word), heading=True),
    Kind(
        "title case",
        _title(lambda text, _: text.title() if text.title() != text else text.lower()),
        heading=True,
    ),
    Kind("emphasis", _sub(r"\b([a-z]{4,})\b", r"*\1*")),
    Kind("line break", _sub(r"(?<=[a-z]) (?=[a-z])", "<br/>")),
    Kind("a third reworded", _reworded),
)


def decks() -> list[list[Entry]]:
    """The messages of all decks at hand."""
    paths = [
        *sorted((ROOT / "source").glob("*.md")),
        *sorted((ROOT.parent / "shared" / "corpus").glob("container.training/**/*.md")),
    ]
    read = (extract(parse(path.read_text(encoding="utf-8"), DIALECTS["remark"]), path.name) for path in paths)
    return [entries for entries in read if len(entries) > 10]


def translated(entries: Sequence[Entry]) -> Catalog:
    """A catalog of those messages, each one translated."""
    return replace(_EMPTY, entries=tuple(one._replace(msgstr=pseudo(one.msgid)) for one in entries))


def after(catalogs: Sequence[Catalog], templates: Sequence[Sequence[Entry]]) -> list[Catalog]:
    """The catalogs of a locale brought up to their templates."""
    updated = [update(old, template)[0] for old, template in zip(catalogs, templates, strict=True)]
    known = [old.by_key.keys() for old in catalogs]
    new = [[one for one in catalog.entries if not one.msgstr and one.key not in keys]
           for catalog, keys in zip(updated, known, strict=True)]  # fmt: skip
    answers = Memory((str(at), Translated.of(one.entries)) for at, one in enumerate(updated)).answers(
        [one for entries in new for one in entries]
    )
    return [completed(catalog, answers, Proposer())[0] if entries else catalog
            for catalog, entries in zip(updated, new, strict=True)]  # fmt: skip


def bench() -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first."""
    yield "edit", "tried", "right", "still translated", "of these wrong"
    luck = random.Random(_SEED)
    everything = decks()
    for kind in KINDS:
        yield _row(kind.name, [_single(kind, everything, luck) for _ in range(_TIMES)])
    for name, trial in (("split in two", _split), ("joined", _joined), ("swapped neighbours", _swapped),
                        ("moved to another file", _moved), ("brand-new title", _added),
                        ("title replaced by another", _replaced)):  # fmt: skip
        yield _row(name, [trial(everything, luck) for _ in range(_TIMES)])


def _row(name: str, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    right = sum(good for good, _ in outcomes) / len(outcomes)
    sure = [entry for _, entries in outcomes for entry in entries if entry.translated]
    wrong = sum(not true(entry) for entry in sure)
    return name, str(len(outcomes)), f"{right:.0%}", str(len(sure)), str(wrong)


def _single(kind: Kind, everything: Sequence[list[Entry]], luck: random.Random) -> Outcome:
    while True:
        entries = luck.choice(everything)
        at = luck.randrange(len(entries))
        old = entries[at]
        new = kind.edit(old.msgid, luck)
        is_heading = old.comments[0].startswith("heading")
        if (
            new
            and new != old.msgid
            and new not in {one.msgid for one in entries}
            and is_heading >= kind.heading
        ):
            break
    template = [*entries[:at], old._replace(msgid=new), *entries[at + 1 :]]
    (catalog,) = after([translated(entries)], [template])
    entry = catalog.by_key[None, new]
    return entry.previous == old.key, [entry]


def _neighbours(everything: Sequence[list[Entry]], luck: random.Random) -> tuple[list[Entry], int]:
    entries = luck.choice(everything)
    return entries, luck.randrange(len(entries) - 1)


def _split(everything: Sequence[list[Entry]], luck: random.Random) -> Outcome:
    while True:
        entries, at = _neighbours(everything, luck)
        halves = re.split(r"(?<=[.,:;!?]) (?=\S)", entries[at].msgid, maxsplit=1)
        if len(halves) == 2 and min(len(half.split()) for half in halves) > 3:
            break
    new = [entries[at]._replace(msgid=half) for half in halves]
    (catalog,) = after([translated(entries)], [[*entries[:at], *new, *entries[at + 1 :]]])
    got = [catalog.by_key[half.key] for half in new]
    return all(one.previous == entries[at].key for one in got), got


def _joined(everything: Sequence[list[Entry]], luck: random.Random) -> Outcome:
    while True:
        entries, at = _neighbours(everything, luck)
        one, other = entries[at : at + 2]
        if one.comments[0] == other.comments[0] and min(len(one.msgid), len(other.msgid)) > 20:
            break
    new = one._replace(msgid=f"{one.msgid} {other.msgid}")
    (catalog,) = after([translated(entries)], [[*entries[:at], new, *entries[at + 2 :]]])
    entry = catalog.by_key[new.key]
    return all(pseudo(half.msgid) in entry.msgstr for half in (one, other)), [entry]


def _swapped(everything: Sequence[list[Entry]], luck: random.Random) -> Outcome:
    entries, at = _neighbours(everything, luck)
    one, other = entries[at : at + 2]
    (catalog,) = after([translated(entries)], [[*entries[:at], other, one, *entries[at + 2 :]]])
    got = [catalog.by_key[each.key] for each in (one, other)]
    return all(each.msgstr == pseudo(each.msgid) for each in got), got


def _moved(everything: Sequence[list[Entry]], luck: random.Random) -> Outcome:
    while True:
        (home, at), there = _neighbours(everything, luck), luck.choice(everything)
        if there is not home and home[at].key not in {one.key for one in there}:
            break
    catalogs = after(
        [translated(home), translated(there)], [[*home[:at], *home[at + 1 :]], [*there, home[at]]]
    )
    entry = catalogs[1].by_key[home[at].key]
    return entry.msgstr == pseudo(entry.msgid), [entry]


def _added(everything: Sequence[list[Entry]], luck: random.Random) -> Outcome:
    entries, at = _neighbours(everything, luck)
    title = entries[at]._replace(msgid=luck.choice(_NEW_TITLES), comments=("heading, slide “N”",))
    gone = luck.randrange(len(entries))
    template = [*entries[:at], title, *entries[at:]]
    template = [one for one in template if one is not entries[gone]]
    (catalog,) = after([translated(entries)], [template])
    return not catalog.by_key[title.key].msgstr, []


def _replaced(everything: Sequence[list[Entry]], luck: random.Random) -> Outcome:
    while True:
        entries, at = _neighbours(everything, luck)
        if entries[at].comments[0].startswith("heading"):
            break
    title = entries[at]._replace(msgid=luck.choice(_NEW_TITLES))
    (catalog,) = after([translated(entries)], [[*entries[:at], title, *entries[at + 1 :]]])
    return not catalog.by_key[title.key].msgstr, []
