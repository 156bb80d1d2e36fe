"""Faults of whole catalogs and of decks, made in a copy of this project, and found by the whole check."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bench.inputs.decks import ROOT

CATALOGS = "locales/fr/LC_MESSAGES"
Change = Callable[[str], Iterator[str | bytes | None]]


@dataclass(frozen=True, slots=True)
class ProjectFault:
    """A kind of fault."""

    kind: str
    family: str
    rules: frozenset[str]
    """Those that are right to report it."""
    change: Change
    """From a catalog's text to faulty ones; None for no catalog at all."""
    least: float | None = None
    """What percentage of words is asked for."""
    deck: str = ""
    """What is put behind each deck, so that something in it can break."""


def copied(folder: Path) -> Path:
    """A copy of this project's decks and catalogs."""
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "l10n.toml").write_text('locales = ["fr"]\n', encoding="utf-8")
    return folder


_ENTRY = re.compile(
    r'(?P<head>\n(?:#.*\n)*)msgid "(?P<msgid>(?:[^"\\]|\\.)+)"\nmsgstr "(?P<msgstr>(?:[^"\\]|\\.)+)"\n'
)
_EACH = 7
"""Every so many entries one is changed."""


def _entries(template: str, *, only: str = "", every: int = _EACH) -> Change:
    """Entries, one at a time, written by a template of what they have."""

    def change(text: str) -> Iterator[str]:
        found = [match for match in _ENTRY.finditer(text) if re.search(only, match.group())]
        for match in found[::every]:
            yield text[: match.start()] + template.format(**match.groupdict()) + text[match.end() :]

    return change


def _replaced(old: str, new: str) -> Change:
    def change(text: str) -> Iterator[str]:
        if (changed := text.replace(old, new, 1)) != text:
            yield changed

    return change


def _latin(text: str) -> Iterator[bytes]:
    yield text.encode("latin-1", "replace")


def _gone(_: str) -> Iterator[None]:
    yield None


def _same_titles(text: str) -> Iterator[str]:
    """A title gets the translation of the one before it."""
    titles = [match for match in _ENTRY.finditer(text) if "#. heading" in match["head"]]
    for one, other in pairwise(titles):
        at, end = other.span("msgstr")
        yield text[:at] + one["msgstr"] + text[end:]


def _first_text(text: str) -> Iterator[str]:
    """What a slide begins with begins like a property."""
    for match in _ENTRY.finditer(text):
        if "Frame" in match["msgid"]:
            at, end = match.span("msgstr")
            yield f"{text[:at]}Remarque: {match['msgstr']}{text[end:]}"


_WHOLE = '{head}msgid "{msgid}"\nmsgstr "{msgstr}"\n'
_FRAME = "\n---\n\nFramework\n"
_LINK = "\n---\n\n# Frame of mind\n\n[Frame](#frame-of-mind)\n"


def _fault(
    family: str, kind: str, rules: str, change: Change, *, least: float | None = None, deck: str = ""
) -> ProjectFault:
    return ProjectFault(kind, family, frozenset(rules.split()), change, least, deck)


def _link_lost(text: str) -> Iterator[str]:
    yield text.replace('msgstr "Frame of mind"', 'msgstr "État d\'esprit"')


FAULTS = (
    _fault("catalog", "msgid edited", "stale-message",
           _entries('{head}msgid "X{msgid}"\nmsgstr "{msgstr}"\n')),
    _fault("catalog", "message missing", "missing-message", _entries("")),
    _fault("catalog", "message twice", "duplicate-entry",
           _entries(f'{_WHOLE}\nmsgid "{{msgid}}"\nmsgstr "x"\n')),
    _fault("catalog", "not UTF-8", "unreadable-catalog", _latin),
    _fault("catalog", "quote missing", "unreadable-catalog",
           _entries('{head}msgid "{msgid}"\nmsgstr "{msgstr}\n')),
    _fault("catalog", "other charset", "unreadable-catalog",
           _replaced("charset=UTF-8", "charset=ISO-8859-15")),
    _fault("catalog", "no language", "header", _replaced('"Language: fr\\n"\n', "")),
    _fault("catalog", "other language", "header", _replaced("Language: fr", "Language: de")),
    _fault("catalog", "no charset", "header", _replaced("; charset=UTF-8", "")),
    _fault("catalog", "no catalog", "missing-catalog", _gone),
    _fault("completeness", "untranslated", "untranslated", _entries('{head}msgid "{msgid}"\nmsgstr ""\n')),
    _fault("completeness", "fuzzy", "fuzzy",
           _entries('{head}#, fuzzy\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n')),
    _fault("completeness", "below the percentage", "fail-under",
           _entries('{head}msgid "{msgid}"\nmsgstr ""\n',
                    only=r'msgid "(?:\S+ ){12}'), least=99.7),
    _fault("deck", "two titles, one anchor", "same-anchor", _same_titles),
    _fault("deck", "title over two lines", "two-line-title structural-line",
           _entries('{head}msgid "{msgid}"\nmsgstr "{msgstr}\\nx"\n', only="#. heading", every=2)),
    _fault("deck", "in-deck link lost", "lost-anchor", _link_lost, deck=_LINK),
    _fault("structure", "read as a property", "refused", _first_text, deck=_FRAME),
)  # fmt: skip
