"""The documentation of all rules, made from their docstrings."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks.model import AnyRule, Rule
from l10n.checks.table import FAMILIES

_HEAD = """# What is checked

`l10n check` looks at every catalog of the project; only translations that are neither fuzzy nor obsolete are
checked for content. This page is made from the rules themselves: `make reference`.

- `--select` and `--ignore` take rules, families and severities, and so do the [settings](maintainers.md);
- `# l10n-ignore: rule, another` among an entry's own comments keeps these rules from that entry;
- `--fix` repairs what the rules marked so are certain about, if nothing else is found wrong with it then;
- an *error* breaks the deck or the catalog, a *warning* is most likely a mistake, a *note* is there to know.
"""
_MEANING = {
    "structure": "What an engine reads: it must be as in the source, wherever the translation puts it.",
    "content": "What the translation says: all that the source says, and nothing of another message.",
    "typography": "Blanks, quotes and dots as the locale writes them; in prose only, not in code or times.",
    "terminology": "The terms of `locales/<locale>/glossary.toml` (or `.csv`).",
    "catalog": "The files themselves, and their messages against those of their decks.",
    "completeness": "What is left to translate, and what is asked of a locale.",
    "deck": "What shows only in the built deck, and what its author said of it.",
    "rendered": "What shows only in a browser, with `--rendered`: see [CI](ci.md#slides-that-overflow).",
}


def page() -> str:
    """``docs/checks.md``."""
    return "\n".join([_HEAD, *(line for family in FAMILIES for line in _family(family))])


def _family(family: str) -> Iterator[str]:
    yield f"## {family}\n\n{_MEANING.get(family, '')}".rstrip() + "\n"
    for rule in FAMILIES[family]:
        yield f"### {rule.name}\n\n{_kind(rule)}\n\n{rule.meaning}\n"


def _kind(rule: AnyRule) -> str:
    fix = ", with a fix" if isinstance(rule, Rule) and rule.fix else ""
    return f"*{rule.severity}{fix}*"
