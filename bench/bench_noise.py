"""How much checks say of translations as they are: findings at warning or above in any catalogs.

``python -m bench.bench_noise FILE.po ...`` prints a row a catalog, over its entries that are prose.
``--sample=100`` prints so many findings, drawn by lot but always the same, to be judged by eye, instead.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from bench.inputs.loose import LooseCatalog
from bench.tables import Rows, show
from l10n.checks.model import Flaw, Pair
from l10n.checks.table import RULES
from l10n.project.severity import Severity

_SEVERE = frozenset(rule.name for rule in RULES if rule.severity is not Severity.NOTE)
_SAMPLE = "--sample="
_SPELLING = "spelling"
"""A note, and counted by itself: without a dictionary of the locale there are none."""


def noise(catalogs: Sequence[LooseCatalog]) -> Rows:
    """Rows of a table, its head first: what part of the entries as they are has a warning or an error."""
    yield "catalog", "entries", "with a finding %", "typing slips noted %", "rules"
    entries = disturbed = misspelt = 0
    for catalog in catalogs:
        told = {(rule, msgid) for rule, msgid in catalog.known if rule in _SEVERE}
        bad = len({msgid for _, msgid in told})
        told_by = Counter(rule for rule, _ in told).most_common()
        rules = ", ".join(f"{rule} {times}" for rule, times in told_by)
        noted = len({msgid for rule, msgid in catalog.known if rule == _SPELLING})
        count = len(catalog.pairs)
        yield catalog.name, f"{count:,}", _percent(bad, count), _percent(noted, count), rules
        entries, disturbed, misspelt = entries + count, disturbed + bad, misspelt + noted
    yield "all", f"{entries:,}", _percent(disturbed, entries), _percent(misspelt, entries), ""


def _percent(some: int, every: int) -> str:
    return f"{100 * some / max(1, every):.2f}"


def sample(catalogs: Sequence[LooseCatalog], count: int) -> Iterator[str]:
    """Findings drawn by lot, with both texts."""
    found: list[tuple[LooseCatalog, str, Pair, Flaw]] = [
        (catalog, rule, pair, flaw)
        for catalog in catalogs
        for rule, pair, flaw in catalog.flaws(catalog.pairs)
        if rule in _SEVERE
    ]
    lot = Random(7)
    for number, (catalog, rule, pair, flaw) in enumerate(lot.sample(found, min(count, len(found))), 1):
        yield f"{number}. {catalog.name} {rule}: {flaw.message}\n   {pair.msgid}\n   {pair.msgstr}\n"


def main() -> None:
    """Print the table, or a sample, for the catalogs named."""
    catalogs = [LooseCatalog(Path(name)) for name in sys.argv[1:] if not name.startswith("--")]
    counts = [int(word.removeprefix(_SAMPLE)) for word in sys.argv[1:] if word.startswith(_SAMPLE)]
    if counts:
        print("\n".join(sample(catalogs, counts[0])))
    else:
        show("Findings in prose as it is", noise(catalogs))


if __name__ == "__main__":
    main()
