"""Catalogs of anything, without decks: what rules find in their prose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.inputs.marked_up import as_markdown, is_prose
from l10n.catalog import Entry, load
from l10n.checks.examine import pairs
from l10n.checks.habits import habits
from l10n.checks.model import Flaw, Pair, Pairs, Rule, Setting, Subject, WideRule
from l10n.checks.table import RULES
from l10n.language import spellings
from l10n.markdown import Localised
from l10n.project.config import Config


class LooseCatalog:
    """The prose of one catalog, and what is found in it."""

    def __init__(self, path: Path, only: str = "") -> None:
        """Reads the file, whose header names the locale; ``only`` is the one rule to ask, if not all."""
        self.rules = tuple(rule for rule in RULES if only in ("", rule.name))
        catalog = load(path.read_bytes(), str(path))
        self.name = path.stem
        self.locale = catalog.fields["Language"]
        self.pairs = [
            replace(marked, catalog=path.name)
            for pair in pairs(Subject(path.name, self.locale, catalog))
            if not _is_verbatim(catalog.by_key[pair.key])
            and is_prose((marked := _marked(pair)).msgid)
            and marked.msgstr
        ]
        setting = Setting(self.locale, localised=_localised(self.locale))
        self.setting = replace(setting, habits=habits(self.pairs, setting, self.rules))
        self.known = self.found(self.pairs)

    def flaws(self, every: Sequence[Pair]) -> Iterator[tuple[str, Pair, Flaw]]:
        """What each rule finds."""
        for rule in self.rules:
            if isinstance(rule, Rule):
                for pair in every:
                    yield from ((rule.name, pair, flaw) for flaw in rule.flaws(pair, self.setting))
            elif isinstance(rule, WideRule):
                found = rule.check(Pairs(tuple(every)), self.setting)
                yield from ((rule.name, pair, flaw) for pair, flaw in found)

    def found(self, every: Sequence[Pair]) -> Counter[tuple[str, str]]:
        """How much each rule finds in each message."""
        return Counter((rule, pair.msgid) for rule, pair, _ in self.flaws(every))


def _localised(locale: str) -> Localised:
    """Which targets may change with the locale, as in a project without settings."""
    return Localised(Config(Path()).localised_targets, spellings("en"), spellings(locale))


def _is_verbatim(entry: Entry) -> bool:
    """Whether a message is a listing, by what the program that extracted it says."""
    flags = (line for line in entry.lines if line.startswith("#,"))
    return any("no-wrap" in line for line in flags) or any(map(_VERBATIM.search, entry.comments))


_VERBATIM = re.compile(
    r"verbatim|(?:<|Tag: )(?:screen|programlisting|literallayout|synopsis|cmdsynopsis|userinput)>?$"
)


def _marked(pair: Pair) -> Pair:
    return replace(pair, msgid=as_markdown(pair.msgid), msgstr=as_markdown(pair.msgstr))
