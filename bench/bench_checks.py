"""Faults of every kind injected in turn into complete catalogs; findings in what is right; time.

``python -m bench.bench_checks`` prints it all; ``--list`` also what was missed, ``--time`` only the time.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bench.check_time import times
from bench.checked_locale import Locale, every_locale
from bench.inputs import project_faults
from bench.inputs.faults import FAULTS, TERMS, Fault
from bench.inputs.pairs import Volume
from bench.inputs.project_faults import ProjectFault
from l10n.checks.model import Pair, Pairs
from l10n.checks.request import Request
from l10n.checks.runner import check_catalogs
from l10n.checks.table import RULES
from l10n.project.config import find_config
from l10n.project.folder import Project
from l10n.project.severity import Severity
from l10n.project.sources import SourceDeck
from l10n.system.files import Files

_A_KIND = 200
"""At most so many faults of a kind are injected, evenly over all entries."""
SEVERITY = {rule.name: rule.severity for rule in RULES}
_QUOTES = "typewriter quotes"
_DOTS = "typewriter dots"
_COPY = "left in the source language"
REVIEWED = {
    ("common__composescale", "19", "inline-code"): "`docker-compose` misspelt",
    ("common__composescale", "48", "inline-code"): "blanks within code",
    ("common__composescale", "128", "inline-code"): "code became quotes",
    ("common__composescale", "159", "inline-code"): "another command",
    ("common__composescale", "", "three-dots"): _DOTS,
    ("common__sampleapp", "3", "inline-code"): "code became prose",
    ("common__sampleapp", "148", "inline-code"): "a host name was translated",
    ("common__sampleapp", "198", "number-changed"): "another port",
    ("common__sampleapp", "286", "inline-code"): "code became quotes",
    ("common__sampleapp", "", "three-dots"): _DOTS,
    ("intro__Docker_Overview", "69", "untranslated-copy"): _COPY,
    ("intro__Docker_Overview", "85", "untranslated-copy"): _COPY,
    ("intro__Docker_Overview", "139", "structural-line"): "the text begins with ###",
    ("intro__Docker_Overview", "", "straight-quotes"): _QUOTES,
    ("kube__kubectlget", "19", "inline-code"): "code became quotes",
    ("kube__kubectlget", "192", "inline-code"): "code became quotes",
    ("kube__kubectlget", "", "three-dots"): _DOTS,
    ("kube__kubectlget", "", "straight-quotes"): _QUOTES,
    ("kube__kubectlget", "213", "unclosed-emphasis"): "a blank within the stars",
    ("kube__kubeobjects", "", "straight-quotes"): _QUOTES,
    ("seed", "", "three-dots"): _DOTS,
}
"""Findings that were read by hand and are right, by volume, line of the source deck (or any) and rule."""


@dataclass(slots=True)
class Score:
    """How faults of one kind fared."""

    injected: int = 0
    reported: int = 0
    rightly: int = 0

    def row(self, fault: Fault | ProjectFault) -> tuple[str, ...]:
        """A row of the table."""
        part = f"{100 * self.rightly / self.injected:.1f}" if self.injected else ""
        numbers = (str(self.injected), str(self.reported), str(self.rightly), part)
        return (fault.family, fault.kind, *numbers, " ".join(sorted(fault.rules)))


def mutants(fault: Fault, locales: Sequence[Locale]) -> list[tuple[Locale, int, Pair, Pair]]:
    """Locales, places in them, right pairs and faulty ones; what is a locale's habit is no fault in it."""
    made = [
        (locale, index, right, replace(right, msgstr=faulty))
        for locale in locales
        for index, pair in enumerate(locale.pairs)
        if not fault.rules & (locale.reported(index) | locale.books[index].setting.habits)
        if not fault.line or _begins_line(pair)
        for right in _grafted(fault, pair)
        for faulty in fault.mutate(right.msgid, right.msgstr)
    ]
    return made[:: max(1, -(-len(made) // _A_KIND))]


def _begins_line(pair: Pair) -> bool:
    return pair.stand is None or pair.stand.change(pair.msgstr).begins_line


def _grafted(fault: Fault, pair: Pair) -> Iterator[Pair]:
    """The pair if the fault can happen in it, else with something that can break."""
    if any(fault.mutate(pair.msgid, pair.msgstr)):
        yield pair
    elif fault.graft[0]:
        msgid, msgstr = (
            f"{text} {graft}" for text, graft in zip((pair.msgid, pair.msgstr), fault.graft, strict=True)
        )
        yield replace(pair, msgid=msgid, msgstr=msgstr, segment=None, stand=None)


def faults(locales: Sequence[Locale], *, listed: bool) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: per kind, what was injected and what came of it."""
    yield "family", "kind", "injected", "reported", "by the right rule", "%", "right rules"
    for fault in FAULTS:
        score = Score()
        for locale, index, right, faulty in mutants(fault, locales[:1] if fault in TERMS else locales):
            new = locale.new(fault, index, right, faulty)
            score.injected += 1
            score.reported += bool(new)
            score.rightly += bool(new & fault.rules)
            if listed and not new & fault.rules:
                sys.stderr.write(
                    f"{fault.kind}: {faulty.catalog}: {faulty.msgid!r} {faulty.msgstr!r} {new}\n"
                )
        yield score.row(fault)
    yield shifted(locales)
    for project_fault in project_faults.FAULTS:
        yield in_project(project_fault, listed=listed)


def shifted(locales: Sequence[Locale]) -> tuple[str, ...]:
    """The row of neighbours that have each other's translation."""
    right = frozenset({"neighbours-translation"})
    fault = Fault("neighbours' translations swapped", "content", right, lambda *_: iter(()))
    score = Score()
    for locale in locales:
        for index in range(0, len(locale.pairs) - 1, 3):
            one, other = locale.pairs.every[index : index + 2]
            if one.catalog == other.catalog and min(len(one.msgid), len(other.msgid)) > 20:
                swapped = [replace(one, msgstr=other.msgstr), replace(other, msgstr=one.msgstr)]
                every = Pairs((*locale.pairs.every[:index], *swapped, *locale.pairs.every[index + 2 :]))
                new = {name for name, _, _ in locale.wide_flaws(every).keys() - locale.wide.keys()}
                score.injected += 1
                score.reported += bool(new)
                score.rightly += bool(new & fault.rules)
    return score.row(fault)


def in_project(fault: ProjectFault, *, listed: bool) -> tuple[str, ...]:
    """The row of a fault that it takes a project to see."""
    score = Score()
    with tempfile.TemporaryDirectory() as name:
        folder = project_faults.copied(Path(name))
        _extended(folder, fault.deck)
        request = Request(fail_under=fault.least)
        known = _findings(folder, request)
        for path in sorted((folder / project_faults.CATALOGS).glob("*.po")):
            text = path.read_text(encoding="utf-8")
            for changed in fault.change(text):
                _written(path, changed)
                new = {rule for rule, _, _ in _findings(folder, request) - known}
                score.injected += 1
                score.reported += bool(new)
                score.rightly += bool(new & fault.rules)
                if listed and not new & fault.rules:
                    sys.stderr.write(f"{fault.kind}: {path.name}: {new}\n")
            _written(path, text)
    return score.row(fault)


def _extended(folder: Path, deck: str) -> None:
    """Put something behind each deck, and in its catalog."""
    if not deck:
        return
    project = Project(find_config(folder), Files(folder))
    for name in project.decks:
        path = project.deck_file(name).path
        path.write_text(path.read_text(encoding="utf-8") + deck, encoding="utf-8")
        catalog = project.catalog_file(name, "fr").path
        text = catalog.read_text(encoding="utf-8")
        for entry in SourceDeck(project, name).entries:
            if "Frame" in entry.msgid:
                text += f'\nmsgid "{entry.msgid}"\nmsgstr "{entry.msgid}"\n'
        catalog.write_text(text, encoding="utf-8")


def _written(path: Path, content: str | bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def _findings(folder: Path, request: Request) -> set[tuple[str, str, str]]:
    found = check_catalogs(Project(find_config(folder), Files(folder, dry=True)), request).findings
    return {(one.rule, one.file, one.msgid) for one in found}


def disturbed(locales: Sequence[Locale]) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: findings at warning or above in entries as they are."""
    yield "catalog", "line", "rule", "finding", "read by hand"
    entries = sum(len(locale.pairs) for locale in locales)
    bad: set[tuple[str, str]] = set()
    for locale in locales:
        for book, line, rule, message in sorted(_found(locale)):
            if SEVERITY[rule] is not Severity.NOTE:
                reviewed = REVIEWED.get((book, line, rule)) or REVIEWED.get((book, "", rule))
                bad |= set() if reviewed else {(book, line)}
                yield book, line, rule, message, f"right: {reviewed}" if reviewed else "false"
    yield "all", f"{entries:,}", "", f"{len(bad)} entries disturbed", f"{100 * len(bad) / entries:.2f}%"


def _found(locale: Locale) -> Iterator[tuple[str, str, str, str]]:
    places = {
        (pair.catalog, pair.msgid): (book, index)
        for index, (pair, book) in enumerate(zip(locale.pairs, locale.books, strict=True))
    }
    for index, flaws in locale.known.items():
        pair, book = locale.pairs.every[index], locale.books[index]
        yield from ((book.name, _line(book, pair), rule, message) for rule, message in flaws)
    for (rule, catalog, msgid), message in locale.wide.items():
        book, index = places[catalog, msgid]
        yield book.name, _line(book, locale.pairs.every[index]), rule, message


def _line(book: Volume, pair: Pair) -> str:
    """The line of the source deck, or of our catalog."""
    references = book.subject.catalog.by_key[pair.key].references
    return (
        references[0]
        if references and references[0].isdigit()
        else str(book.subject.catalog.lines_by_key()[pair.key])
    )


def summary() -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: by family what was found, then what is found in right entries."""
    yield "family", "kinds", "faults", "found by the right rule %", "worst kind %"
    locales = every_locale()
    families: dict[str, list[tuple[int, int]]] = {}
    for family, _, injected, _, rightly, *_ in islice(faults(locales, listed=False), 1, None):
        families.setdefault(family, []).append((int(injected), int(rightly)))
    for family, kinds in families.items():
        whole, found = (sum(numbers) for numbers in zip(*kinds, strict=True))
        worst = min(100 * right / every for every, right in kinds)
        yield family, f"{len(kinds)}", f"{whole:,}", f"{100 * found / whole:.1f}", f"{worst:.1f}"
    *_, (_, entries, _, _, part) = disturbed(locales)
    yield "none: right entries with a warning", "", entries, part, ""


def main() -> None:
    """Print the tables."""
    from bench.tables import show

    if "--time" not in sys.argv:
        locales = every_locale()
        show("Faults, injected in turn", faults(locales, listed="--list" in sys.argv))
        show("Findings in what is there", disturbed(locales))
    show("Time", times())


if __name__ == "__main__":
    main()
