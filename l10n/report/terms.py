"""Terms that are proposed, as a glossary in TOML."""

from __future__ import annotations

import json
from collections.abc import Iterable

from l10n.checks import Draft
from l10n.report.plain import on_one_line, start_of

_COLUMNS = 80
"""How much of an example tells enough."""


def as_toml(terms: Iterable[Draft]) -> str:
    """The terms as tables, each below a comment with how many entries have it, and one of them."""
    return "\n".join(map(_table, terms))


def _table(term: Draft) -> str:
    example = start_of(on_one_line(" ".join(term.example.split())), _COLUMNS)
    is_name = term.source == term.translation != term.source.lower()
    meaning = "keep = true" if is_name else f"preferred = [{_string(term.translation)}]"
    counted = f"# {term.together:,} of {term.entries:,} entries: {example}"
    return f"{counted}\n[[term]]\nsource = {_string(term.source)}\n{meaning}\n"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
