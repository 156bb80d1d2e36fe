"""Blanks, quotes and dots as the locale writes them; in prose only, never in code, targets, tags or times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from l10n.checks.evidence.typography_data import NARROW, NO_BREAK, Quotes, Typography, typography
from l10n.checks.model import Fix, Flaw, Pair, Rule, Setting
from l10n.checks.prose import THING
from l10n.language import canonical
from l10n.markdown import spans
from l10n.project import Severity

_BLANKS = " \u00a0\u202f"
SPACING, QUOTES, DOTS = "spacing", "straight-quotes", "three-dots"


@dataclass(frozen=True, slots=True)
class _Edit:
    """What is to be replaced in a translation, by what, and why."""

    start: int
    end: int
    text: str
    message: str


_Edits = Callable[[Pair, Typography, Setting], Iterator[_Edit]]


def _rules(setting: Setting) -> Typography | None:
    return _of_locale(setting.locale)


@lru_cache
def _of_locale(locale: str) -> Typography | None:
    return typography(canonical(locale))


def _check(pair: Pair, setting: Setting, edits: _Edits) -> Iterator[Flaw]:
    rules = _rules(setting)
    if rules:
        yield from (Flaw(edit.message, (edit.start, edit.end)) for edit in edits(pair, rules, setting))


def _fix(pair: Pair, setting: Setting, edits: _Edits) -> str:
    """``msgstr`` with all edits made; as it was if they would change what is code, a target, and so on."""
    rules = _rules(setting)
    parts: list[str] = []
    at = 0
    for edit in sorted(edits(pair, rules, setting), key=lambda edit: edit.start) if rules else ():
        parts += pair.msgstr[at : edit.start], edit.text
        at = edit.end
    text = "".join([*parts, pair.msgstr[at:]])
    values = [(span.kind, span.value) for span in pair.target.spans]
    return text if [(span.kind, span.value) for span in spans(text)] == values else pair.msgstr


def spacing(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A blank before a punctuation mark, or inside quotation marks, is not as the locale has it.

    French has a no-break space there, and most others have nothing. The setting `no-break-space` says which:
    `any` of them (``--fix`` then writes U+00A0), only `U+00A0`, only `U+202F`, or `by-mark`: U+202F before
    ``; ! ?``, U+00A0 before ``:`` and inside guillemets.
    """
    return _check(pair, setting, _spacing)


_SIGNS = re.compile(r"[:;!?»。、，！？：；](?:(?<![»。、，！？：；])[:;!?]+)?")
_SPACED_SIGNS = ":;!?«»。、，！？：；"
_OPENING = frozenset("([{«\n")
_ENDING = frozenset(")]}\"'’”»*_~.,…\x00\n \u00a0\u202f")
"""What may follow a mark that ends something; before a letter it is part of a name, a time or a ratio."""


def _spacing(pair: Pair, rules: Typography, setting: Setting) -> Iterator[_Edit]:
    prose = pair.target.prose
    if SPACING in setting.habits:
        return
    found = list(places(prose, rules))
    # Where no blank is the rule, one that the source has, too, is deliberate.
    deliberate = frozenset(_SPACED.findall(pair.msgid) if found else ())
    for start, end in found:
        if rules.before[prose[end]] or prose[end] not in deliberate:
            yield from _before(prose, rules, setting, start, end)
    if rules.quotes and rules.quotes.inside and rules.quotes.opening in prose:
        yield from _inside(prose, rules, rules.quotes, setting)


def places(prose: str, rules: Typography) -> Iterator[tuple[int, int]]:
    """Where blanks before marks begin and end; they may be empty."""
    for match in _SIGNS.finditer(prose):
        end = start = match.start()
        while start and prose[start - 1] in _BLANKS:
            start -= 1
        if match.group()[0] in rules.before and not _other_use(prose, start, match.span()):
            yield start, end


def _other_use(prose: str, start: int, mark: tuple[int, int]) -> bool:
    """Whether what looks like a punctuation mark is something else, or begins something."""
    signs, before, after = prose[slice(*mark)], prose[start - 1 : start], prose[mark[1] : mark[1] + 1]
    if not start or before in _OPENING or signs.startswith("::"):
        return True
    if signs in "»。、，！？：；":
        return False
    smiley = signs[0] in ":;" and after in ("(", ")")
    drive = (
        signs == ":" and before.isupper() and not prose[start - 2 : start - 1].isalnum() and start == mark[0]
    )
    return smiley or drive or not (after in _ENDING or after == "")


_SPACED = re.compile(rf"(?<=[{_BLANKS}])[:;!?]")


def _before(prose: str, rules: Typography, setting: Setting, start: int, end: int) -> Iterator[_Edit]:
    sign, found, before = prose[end], prose[start:end], prose[start - 1]
    wanted = rules.before[sign]
    if wanted and not _is_right(found, sign, rules, setting) and (found or before not in ".…:;!?"):
        blank = _blank(sign, rules, setting)
        yield _Edit(
            start, end, blank, f"before “{sign}” belongs {_wanted(blank, setting)}, found {_named(found)}"
        )
    elif found and not wanted and _attached(before, sign):
        yield _Edit(start, end, "", f"before “{sign}” belongs no blank, found {_named(found)}")


def _attached(before: str, sign: str) -> bool:
    """Whether ``sign`` belongs right behind ``before``; full-width marks behind other scripts do not."""
    return (
        (before.isalnum() or before == THING)
        and (sign.isascii() or ord(before) > 0x2E7F)
        and not (sign == ":" and before.isdigit())
    )


def _inside(prose: str, rules: Typography, quotes: Quotes, setting: Setting) -> Iterator[_Edit]:
    for match in re.finditer(rf"{quotes.opening}([{_BLANKS}]*+)(?=[^{quotes.closing}{_BLANKS}\n])", prose):
        if not _is_right(match[1], quotes.closing, rules, setting):
            blank = _blank(quotes.closing, rules, setting)
            message = f"after “{quotes.opening}” belongs {_wanted(blank, setting)}, found {_named(match[1])}"
            yield _Edit(*match.span(1), blank, message)


def _blank(sign: str, rules: Typography, setting: Setting) -> str:
    """The no-break space that is put there."""
    wanted = _no_break_space(setting)
    return NARROW if wanted == "U+202F" or (wanted == "by-mark" and sign in rules.narrow) else NO_BREAK


def _is_right(found: str, sign: str, rules: Typography, setting: Setting) -> bool:
    if _no_break_space(setting) == "any":
        return found != "" and " " not in found
    return found == _blank(sign, rules, setting)


def _no_break_space(setting: Setting) -> str:
    return setting.options.get("no-break-space", "any")


def _wanted(blank: str, setting: Setting) -> str:
    return "a no-break space" if _no_break_space(setting) == "any" else f"the no-break space {_NAMES[blank]}"


_NAMES = {"": "nothing", " ": "a plain space", NO_BREAK: "U+00A0", NARROW: "U+202F"}


def _on(setting: Setting, option: str) -> bool:
    return setting.options.get(option, "no").lower() in ("yes", "true", "on", "1")


def _named(found: str) -> str:
    return _NAMES.get(found, "several blanks")


def straight_quotes(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """Straight double quotes stand where the locale has its own: guillemets in French.

    Where straight ones are common, too, as in German, only if the setting ``typographic-quotes`` is ``yes``.
    """
    return _check(pair, setting, _quotes)


def _quotes(pair: Pair, rules: Typography, setting: Setting) -> Iterator[_Edit]:
    prose, quotes = pair.target.prose, rules.quotes
    if not quotes or '"' not in prose or QUOTES in setting.habits:
        return
    if not (quotes.required or _on(setting, "typographic-quotes")):
        return
    marks = [match.start() for match in re.finditer('"', prose)]
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    if len(marks) % 2 or not all(_quotation(prose, *both) for both in pairs):
        return
    blank = quotes.inside and _blank(quotes.closing, rules, setting)
    for start, end in pairs:
        message = (
            f"“{prose[start : end + 1].replace(THING, '…')[:40]}” belongs in {quotes.opening}{quotes.closing}"
        )
        yield _Edit(start, start + 1, quotes.opening + blank, message)
        yield _Edit(end, end + 1, blank + quotes.closing, message)


_BEFORE_QUOTATION = frozenset("([«'’—–-/*_\x00 \u00a0\u202f\n")


def _quotation(prose: str, start: int, end: int) -> bool:
    """Whether the straight quotes at these places enclose something: inches and code do not."""
    content, after = prose[start + 1 : end], prose[end + 1 : end + 2]
    opened = not start or prose[start - 1] in _BEFORE_QUOTATION
    worded = THING in content or any(map(str.isalpha, content))
    return opened and worded and content == content.strip() and not after.isalnum()


def three_dots(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """Three dots are typed where the locale has one character for them."""
    return _check(pair, setting, _dots)


_DOTS = re.compile(r"(?<![./\\])\.\.\.(?![.\w/\\])")


def _dots(pair: Pair, rules: Typography, setting: Setting) -> Iterator[_Edit]:
    if rules.ellipsis and "..." in pair.msgstr and DOTS not in setting.habits:
        for match in _DOTS.finditer(pair.target.prose):
            yield _Edit(*match.span(), "…", "three dots are written as “…”")


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
    rules = _rules(setting)
    return rules.inverted if rules else {}


_ENDS = re.compile(r"(?<=\w)[!?](?=[\s)\"'*_»”]|$)")


def _repairs(edits: _Edits) -> Fix:
    return lambda pair, setting: _fix(pair, setting, edits)


RULES = (
    Rule(SPACING, Severity.WARNING, spacing, _repairs(_spacing), frozenset(_SPACED_SIGNS)),
    Rule(QUOTES, Severity.WARNING, straight_quotes, _repairs(_quotes), frozenset('"')),
    Rule(DOTS, Severity.WARNING, three_dots, _repairs(_dots), frozenset(".")),
    Rule(
        "inverted-mark",
        Severity.WARNING,
        inverted_mark,
        signs=frozenset("!?"),
        applies=lambda setting: bool(_inverted(setting)),
    ),
)


def habits(pairs: Sequence[Pair], setting: Setting) -> frozenset[str]:
    """The names of rules that the locale's translations disregard throughout, as by a house style.

    Such as no blank before marks; a plain space there is never taken for a habit. There are none if the
    setting ``house-style`` is ``no``.
    """
    rules = _rules(setting)
    if not rules or setting.options.get("house-style", "yes").lower() in ("no", "false", "off", "0"):
        return frozenset()
    some = pairs[:: max(1, len(pairs) // _SAMPLE)]
    return frozenset(name for name, applies in _HABITS.items() if applies(some, rules, setting))


_SAMPLE = 500
"""So many translations, evenly taken, tell what is done throughout."""
_ENOUGH = 20
_MOSTLY = 0.6


def _never_spaced(pairs: Sequence[Pair], rules: Typography, setting: Setting) -> bool:  # noqa: ARG001
    if NO_BREAK not in rules.before.values():
        return False
    found = [start == end for pair in pairs for start, end in places(pair.target.prose, rules)]
    return len(found) >= _ENOUGH and sum(found) >= _MOSTLY * len(found)


def _never_quoted(pairs: Sequence[Pair], rules: Typography, setting: Setting) -> bool:
    if not rules.quotes:
        return False
    straight = sum(any(True for _ in _quotes(pair, rules, setting)) for pair in pairs)
    return _is_style(straight, sum(rules.quotes.opening in pair.msgstr for pair in pairs))


def _never_ellipsis(pairs: Sequence[Pair], rules: Typography, setting: Setting) -> bool:
    if not rules.ellipsis:
        return False
    dots = sum(any(True for _ in _dots(pair, rules, setting)) for pair in pairs)
    return _is_style(dots, sum("…" in pair.msgstr for pair in pairs))


def _is_style(against: int, by_rule: int) -> bool:
    """Whether so many pairs against the rule are a style, beside so many that follow it."""
    return against >= _SOME and against >= _STYLE * (against + by_rule)


_STYLE = 0.9
_SOME = 5
_HABITS = {SPACING: _never_spaced, QUOTES: _never_quoted, DOTS: _never_ellipsis}
