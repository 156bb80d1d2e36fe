"""Blanks before marks and inside quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.checks.evidence.typography_data import NARROW, NO_BREAK, Quotes, Typography
from l10n.checks.model import Flaw, Pair, Setting
from l10n.checks.rules.edits import Edit, flaws, typography_of
from l10n.markdown import THING
from l10n.regex import regex

_BLANKS = " \u00a0\u202f"
SIGNS = frozenset(",.،؛؟:;!?«»。、，！？：；")
"""The marks that blanks are looked for at."""


def spacing(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A blank before a punctuation mark, or inside quotation marks, is not as the locale has it.

    No language has one before a comma or full stop. Before other marks French has a no-break space, and most
    others have nothing. The setting `no-break-space` says which: `any` of them (``--fix`` writes U+00A0),
    only `U+00A0`, only `U+202F`, or `by-mark`: U+202F before ``; ! ?``, U+00A0 before ``:`` and inside
    guillemets. Where nearly all translations have plain spaces before a mark, ``plain-space`` tells it;
    where most have nothing there, that is a house style, and only blanks are told that belong nowhere.
    """
    return flaws(pair, setting, spacing_edits)


def plain_space(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A plain space stands where none or a no-break one belongs, as nearly always in that locale.

    A line may break there, before the mark. Where it is no habit, ``spacing`` warns of it.
    """
    return flaws(pair, setting, plain_space_edits)


_SIGNS = regex(r"[:;!?»。、，！？：；](?:(?<![»。、，！？：；])[:;!?]+)?")
_OPENING = frozenset("([{«\n")
_ENDING = frozenset(")]}\"'’”»*_~.,…\x00\n \u00a0\u202f")
"""What may follow a mark that ends something; before a letter it is part of a name, a time or a ratio."""


PLAIN = "plain spaces"
"""The habit of a locale whose translations have hardly any no-break spaces before marks."""
_SPACED_HABIT = "plain spaces before "
"""With a mark: the habit to put a plain space before it, where none belongs."""
_UNSPACED = "no spaces before marks"
"""The habit of a locale whose translations have nothing where a no-break space belongs."""


def has_usual_spaces(setting: Setting) -> bool:
    """Whether plain spaces before some mark are a habit of the locale."""
    return any(one.startswith(PLAIN) for one in setting.habits)


def spacing_edits(pair: Pair, rules: Typography, setting: Setting) -> Iterator[Edit]:
    """The blanks that belong at marks, where others are, but for plain ones, or none, that are a habit."""
    found = (one for one in _edits(pair, rules, setting) if not _is_usual(one, pair, setting))
    return (one for one in found if not (one.text and _UNSPACED in setting.habits))


def plain_space_edits(pair: Pair, rules: Typography, setting: Setting) -> Iterator[Edit]:
    """The blanks that belong where plain ones are a habit."""
    return (one for one in _edits(pair, rules, setting) if _is_usual(one, pair, setting))


def _is_usual(edit: Edit, pair: Pair, setting: Setting) -> bool:
    if pair.target.prose[edit.start : edit.end] != " ":
        return False
    habit = PLAIN if edit.text else _SPACED_HABIT + pair.target.prose[edit.end]
    return habit in setting.habits


def _edits(pair: Pair, rules: Typography, setting: Setting) -> Iterator[Edit]:
    prose = pair.target.prose
    found = list(_places(prose, rules))
    # Where no blank is the rule, one that the source has, too, is deliberate.
    deliberate = frozenset(_SPACED.findall(pair.msgid) if found else ())
    for start, end in found:
        if start == end and _is_named(prose, end, pair.msgid):
            continue
        if rules.before[prose[end]] or prose[end] not in deliberate:
            yield from _before(prose, rules, setting, start, end)
    yield from _before_stops(prose, pair.msgid)
    if rules.quotes and rules.quotes.inside and rules.quotes.opening in prose:
        yield from _inside(prose, rules, rules.quotes, setting)


def _is_named(prose: str, at: int, msgid: str) -> bool:
    """Whether a mark belongs to a name of the source that stands within a sentence: ``the #NUM! error``."""
    name = _NAME.search(prose, max(0, at - _LONGEST), at + 1) if prose[at] in "!?" else None
    return (
        name is not None
        and _GOES_ON.match(prose, at + 1) is not None
        and re.search(rf"(?<!\S){re.escape(name.group())} [a-z]", msgid) is not None
    )


_NAME = regex(r"\S+\Z")
_GOES_ON = regex(r" [a-zß-öø-ÿ]")
_LONGEST = 40
"""So many characters a name has at most."""


def _places(prose: str, rules: Typography) -> Iterator[tuple[int, int]]:
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
    if not start or before in _OPENING or signs.startswith("::") or _emphasised(prose, *mark):
        return True
    if signs in "»。、，！？：；":
        return False
    smiley = signs[0] in ":;" and after in ("(", ")")
    drive = (
        signs == ":" and before.isupper() and not prose[start - 2 : start - 1].isalnum() and start == mark[0]
    )
    return smiley or drive or not (after in _ENDING or after == "")


def _emphasised(prose: str, start: int, end: int) -> bool:
    """Whether a mark is emphasised alone, which speaks of it, or as a part of what goes on: ``*a:*b``."""
    alone = prose[start - 1] in _EMPHASIS and prose[end : end + 1] in _EMPHASIS
    return alone or _WITHIN.match(prose, end) is not None


_EMPHASIS = frozenset("*_")
_WITHIN = regex(r"[*_]{1,6}\w")

_SPACED = regex(rf"(?<=[{_BLANKS}])[:;!?]")


def _before(prose: str, rules: Typography, setting: Setting, start: int, end: int) -> Iterator[Edit]:
    sign, found, before = prose[end], prose[start:end], prose[start - 1]
    wanted = rules.before[sign]
    if wanted and not _is_right(found, sign, rules, setting) and (found or before not in ".…:;!?"):
        blank = no_break_space(sign, rules, setting)
        yield Edit(
            start, end, blank, f"before “{sign}” belongs {_wanted(blank, setting)}, found {_named(found)}"
        )
    elif found and not wanted and _attached(before, sign):
        yield Edit(start, end, "", f"before “{sign}” belongs no blank, found {_named(found)}")


def _attached(before: str, sign: str) -> bool:
    """Whether ``sign`` belongs right behind ``before``; full-width marks behind other scripts do not."""
    return (
        (before.isalnum() or before == THING)
        and (sign.isascii() or ord(before) > 0x2E7F)
        and not (sign == ":" and before.isdigit())
    )


def _before_stops(prose: str, msgid: str) -> Iterator[Edit]:
    """Blanks before what ends or parts sentences in every language."""
    for match in _SPACED_STOP.finditer(prose) if _ANY_SPACED_STOP.search(prose) else ():
        if not any(f"{blank}{match[2]}" in msgid for blank in _BLANKS):
            yield Edit(*match.span(1), "", f"before “{match[2]}” belongs no blank, found {_named(match[1])}")


_ANY_SPACED_STOP = regex(rf"[{_BLANKS}][,.،؛؟]")
_SPACED_STOP = regex(rf"(?<=[\w\x01)»”])([{_BLANKS}]+)([,.،؛؟])(?![.,\w/\x01*_-])")
_STOP = regex(rf"(?<=[\w\x01)»”])([{_BLANKS}]*)([,.،؛؟:;!?])(?![.,\w/\x01*_-])")


def _inside(prose: str, rules: Typography, quotes: Quotes, setting: Setting) -> Iterator[Edit]:
    for match in re.finditer(rf"{quotes.opening}([{_BLANKS}]*+)(?=[^{quotes.closing}{_BLANKS}\n])", prose):
        if not _is_right(match[1], quotes.closing, rules, setting):
            blank = no_break_space(quotes.closing, rules, setting)
            message = f"after “{quotes.opening}” belongs {_wanted(blank, setting)}, found {_named(match[1])}"
            yield Edit(*match.span(1), blank, message)


def no_break_space(sign: str, rules: Typography, setting: Setting) -> str:
    """The no-break space that is put there."""
    wanted = _wanted_space(setting)
    return NARROW if wanted == "U+202F" or (wanted == "by-mark" and sign in rules.narrow) else NO_BREAK


def _is_right(found: str, sign: str, rules: Typography, setting: Setting) -> bool:
    if _wanted_space(setting) == "any":
        return found != "" and " " not in found
    return found == no_break_space(sign, rules, setting)


def _wanted_space(setting: Setting) -> str:
    return setting.options.get("no-break-space", "any")


def _wanted(blank: str, setting: Setting) -> str:
    return "a no-break space" if _wanted_space(setting) == "any" else f"the no-break space {_NAMES[blank]}"


_NAMES = {"": "nothing", " ": "a plain space", NO_BREAK: "U+00A0", NARROW: "U+202F"}


def _named(found: str) -> str:
    return _NAMES.get(found, "several blanks")


def usual_spaces(pairs: Sequence[Pair], setting: Setting) -> Iterator[str]:
    """The names of the habits: before some marks nearly always a plain space, where another belongs or none.

    Or hardly ever one. Plain ones are no habit if the setting ``no-break-space`` says what belongs there.
    """
    rules = typography_of(setting)
    texts = [pair.target.prose for pair in pairs]
    if NO_BREAK in rules.before.values():
        yield from [_UNSPACED] * _is_never_spaced(texts, rules)
        yield from [PLAIN] * ("no-break-space" not in setting.options and _is_plain_usual(texts, rules))
    found = Counter(match.group(1, 2) for text in texts for match in _STOP.finditer(text))
    for sign in sorted({sign for _, sign in found}):
        if not rules.before.get(sign) and _nearly_all(found[" ", sign], found["", sign]):
            yield _SPACED_HABIT + sign


def _is_plain_usual(texts: Sequence[str], rules: Typography) -> bool:
    found = [
        text[start:end] for text in texts for start, end in _places(text, rules) if rules.before[text[end]]
    ]
    return _nearly_all(found.count(" "), found.count(NO_BREAK) + found.count(NARROW))


def _nearly_all(plain: int, other: int) -> bool:
    return plain >= _ENOUGH and plain >= _NEARLY_ALL * (plain + other)


_NEARLY_ALL = 0.8


def _is_never_spaced(texts: Sequence[str], rules: Typography) -> bool:
    found = [start == end for text in texts for start, end in _places(text, rules)]
    return len(found) >= _ENOUGH and sum(found) >= _MOSTLY * len(found)


_ENOUGH = 20
_MOSTLY = 0.6
