"""Findings that reports are tried on: plain ones, and ones made by an enemy."""

from collections.abc import Iterator

from l10n.checks.finding import Finding
from l10n.checks.model import Flaw, Pair, Rule, Setting
from l10n.project.severity import Severity


def _check(pair: Pair, setting: Setting) -> Iterator[Flaw]:  # noqa: ARG001
    """The target of a ``link`` differs. Links lead where they led.

    Localised hosts are fine.
    """
    yield from ()


RULES = (Rule("link-target", Severity.ERROR, _check), Rule("number", Severity.WARNING, _check))
LINK = Finding(
    "link-target",
    Severity.ERROR,
    "expected https://example.com/a, found https://example.com/b",
    "locales/fr/LC_MESSAGES/one.po",
    12,
    "fr",
    "one.md",
    "One",
    None,
    "Read [it](https://example.com/a)",
    "Lisez-[le](https://example.com/b)",
    (11, 32),
)
NUMBER = LINK._replace(rule="number", severity=Severity.WARNING, message="expected 3, found 4", line=20)
NOTE = LINK._replace(rule="emphasis", severity=Severity.NOTE, message="the emphasis is gone", msgid="*a*")
HOSTILE = (
    "]]>\n::error::x\r\n##[error]y\x1b[2J\x9b31m\x7f\x00\u202e{0} [a](http://b)"
    " | <script>`%25,: @all\ud800\ufffe"
)
ENEMY = Finding(
    HOSTILE,
    Severity.WARNING,
    HOSTILE,
    f"locales/fr/{HOSTILE}.po",
    3,
    "fr",
    HOSTILE,
    HOSTILE,
    HOSTILE,
    HOSTILE,
    HOSTILE,
    (5, 9),
)
ALL = (NOTE, NUMBER, LINK, ENEMY)
