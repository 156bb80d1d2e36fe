"""Blanks, quotes and dots as the locale writes them; in prose only, never in code, targets, tags or times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from l10n.checks.evidence.typography_data import Typography
from l10n.checks.model import Flaw, Pair, Rule, Setting
from l10n.checks.rules import usual_marks
from l10n.checks.rules.edits import Edit, Edits, flaws, repair, typography_of
from l10n.checks.rules.spacing import (
    SIGNS,
    has_usual_spaces,
    no_break_space,
    plain_space,
    plain_space_edits,
    spacing,
    spacing_edits,
    usual_spaces,
)
from l10n.markdown import THING
from l10n.project import Severity
from l10n.regex import regex


def straight_quotes(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """Straight double quotes stand where the locale has its own: guillemets in French.

    Where straight ones are common, too, as in German, only if the locale's translations usually have others,
    or the setting ``typographic-quotes`` is ``yes``; the marks are those that are usual, else those of CLDR.
    """
    return flaws(pair, setting, _quotes)


def _on(setting: Setting, option: str) -> bool:
    return setting.options.get(option, "no").lower() in ("yes", "true", "on", "1")


def _quotes(pair: Pair, rules: Typography, setting: Setting) -> Iterator[Edit]:
    prose = pair.target.prose
    quotes = usual_marks.quotes(rules, setting, asked=_on(setting, "typographic-quotes"))
    if not quotes or '"' not in prose:
        return
    marks = [match.start() for match in re.finditer('"', prose)]
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    if len(marks) % 2 or not all(_quotation(prose, *both) for both in pairs):
        return
    pairs = [both for both in pairs if not _is_code(prose[both[0] : both[1] + 1], pair)]
    blank = quotes.inside and no_break_space(quotes.closing, rules, setting)
    for start, end in pairs:
        message = (
            f"“{prose[start : end + 1].replace(THING, '…')[:40]}” belongs in {quotes.opening}{quotes.closing}"
        )
        yield Edit(start, start + 1, quotes.opening + blank, message)
        yield Edit(end, end + 1, blank + quotes.closing, message)


_BEFORE_QUOTATION = frozenset("([«'’—–-/*_\x00 \u00a0\u202f\n")


def _quotation(prose: str, start: int, end: int) -> bool:
    """Whether the straight quotes at these places enclose something: inches and code do not."""
    content, after = prose[start + 1 : end], prose[end + 1 : end + 2]
    opened = not start or prose[start - 1] in _BEFORE_QUOTATION
    worded = THING in content or any(map(str.isalpha, content))
    return opened and worded and content == content.strip() and not after.isalnum()


def _is_code(quoted: str, pair: Pair) -> bool:
    """Whether what is quoted with its marks is what a computer reads, as it stands in the source."""
    return quoted in pair.source.prose and _CODE_SIGN.search(quoted) is not None


_CODE_SIGN = regex(r"[_@#%$=|\\/{}<>*&~^]")


def three_dots(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """Three dots are typed where the locale, or most of its translations, has one character for them."""
    return flaws(pair, setting, _dots)


def _dots(pair: Pair, rules: Typography, setting: Setting) -> Iterator[Edit]:
    if "..." in pair.msgstr and (rules.ellipsis or usual_marks.has_one_ellipsis(setting)):
        for match in usual_marks.DOTS.finditer(pair.target.prose):
            yield Edit(*match.span(), "…", "three dots are written as “…”")


def apostrophe(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """An apostrophe is straight where nearly all of the locale's are typographic, or the reverse."""
    return flaws(pair, setting, _apostrophes)


def _apostrophes(pair: Pair, _: Typography, setting: Setting) -> Iterator[Edit]:
    usual = usual_marks.usual_apostrophe(setting)
    other = "’" if usual == "'" else "'"
    for match in usual_marks.APOSTROPHE.finditer(pair.target.prose) if other in pair.msgstr else ():
        if usual and match.group() == other:
            yield Edit(*match.span(), usual, f"the apostrophe is “{usual}” in nearly all translations")


def inverted_mark(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A question or exclamation does not begin with the inverted mark that Spanish has."""
    inverted = _inverted(setting)
    for match in _ENDS.finditer(pair.target.prose):
        sign = match.group()
        first = inverted.get(sign, "")
        if first not in pair.target.prose and _ENDS.search(pair.source.prose):
            yield Flaw(f"the sentence ends with “{sign}” and does not begin with “{first}”", match.span())
            return


def _inverted(setting: Setting) -> Mapping[str, str]:
    """The mark that begins what each mark ends; none in most locales."""
    return typography_of(setting).inverted


_ENDS = regex(r"(?<=\w)[!?](?=[\s)\"'*_»”]|$)")


def _never_quoted(pairs: Sequence[Pair], setting: Setting) -> bool:
    quotes = typography_of(setting).quotes
    return quotes is not None and _is_style(pairs, setting, _quotes, quotes.opening)


def _never_ellipsis(pairs: Sequence[Pair], setting: Setting) -> bool:
    return _is_style(pairs, setting, _dots, "…")


def _is_style(pairs: Sequence[Pair], setting: Setting, edits: Edits, right: str) -> bool:
    """Whether so many pairs against the rule are a style, beside so many that have what is right."""
    against = sum(any(True for _ in flaws(pair, setting, edits)) for pair in pairs)
    by_rule = sum(right in pair.msgstr for pair in pairs)
    return against >= _SOME and against >= _STYLE * (against + by_rule)


_STYLE = 0.9
_SOME = 5


RULES = (
    Rule(
        "spacing",
        Severity.WARNING,
        spacing,
        repair(spacing_edits),
        SIGNS,
        customs=usual_spaces,
    ),
    Rule(
        "plain-space",
        Severity.NOTE,
        plain_space,
        repair(plain_space_edits),
        SIGNS,
        applies=has_usual_spaces,
    ),
    Rule(
        "straight-quotes",
        Severity.WARNING,
        straight_quotes,
        repair(_quotes),
        frozenset('"'),
        house_style=_never_quoted,
        customs=usual_marks.quoting,
    ),
    Rule(
        "three-dots",
        Severity.WARNING,
        three_dots,
        repair(_dots),
        frozenset("."),
        house_style=_never_ellipsis,
        customs=usual_marks.ellipses,
    ),
    Rule(
        "apostrophe",
        Severity.NOTE,
        apostrophe,
        repair(_apostrophes),
        frozenset("'’"),
        applies=lambda setting: bool(usual_marks.usual_apostrophe(setting)),
        customs=usual_marks.apostrophes,
    ),
    Rule(
        "inverted-mark",
        Severity.WARNING,
        inverted_mark,
        signs=frozenset("!?"),
        applies=lambda setting: bool(_inverted(setting)),
    ),
)
