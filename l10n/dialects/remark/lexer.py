"""remark's lexer (0.15, and 0.14 where it differs), as a scanner that keeps offsets and stays linear.

The engine searches one ordered alternation again and again in what remains of the text: the leftmost match
wins, so whatever starts earlier hides what it spans. "Line start" means after a newline *or where the
previous token ended*. The rules are those of remark's ``lexer.js``; the names of the constructs are its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple

from l10n.dialects.remark.lookups import WHITE, Text, skip_newlines
from l10n.regex import regex


class Token(Enum):
    """Constructs that are structure; all other text is the Markdown renderer's."""

    FENCE = auto()
    DEFINITION = auto()
    MACRO = auto()
    SLIDE = auto()
    STEP = auto()
    NOTES = auto()
    CLASS_START = auto()
    CLASS_END = auto()
    ESCAPE = auto()
    """The backslash before a class that is none; the engine takes it away."""
    STRAY = auto()
    """In 0.14: code over line ends, or a backtick without partner and all where that could stand."""


class Lexeme(NamedTuple):
    """A token and its range in the text, line ends that it swallows left out."""

    token: Token
    start: int
    end: int
    names: str = ""
    """The class names of a content class (``.red.small``); label of a definition."""
    value: str = ""
    """The target of a definition."""
    block: bool = False
    """Whether a content class spans lines."""
    swallowed: tuple[int, int] = (0, 0)
    """The range that is gone with a definition or separator: line ends around it, too."""

    @property
    def is_glued(self) -> bool:
        """Whether the line end before it is gone with it."""
        return self.swallowed[0] < self.start


_SWALLOWING = (Token.DEFINITION, Token.SLIDE, Token.STEP)

_LINE_START = r"[ ]*+(?:(?:```|~~~)|\[)|--|<!--|\?\?\?"
_INDENTED = r"[ ]{4}[^\n]"
_FRESH = regex(rf"{_INDENTED}|{_LINE_START}", re.VERBOSE)
_CODE = regex(r"(?: {4}[^\n]+\n*)+")
_TICK = regex(r"`[^`][^\n\r\u2028\u2029]*?`")
_TICK_14 = regex(r"`[^`]+`")
_FENCE = regex(r" *+(([`~])\2{2,})")
_INFO = regex(rf" *+(?:[^{WHITE}]+)? *+\n")
_LABEL = regex(r" *+\[")
_REST = regex(rf": *<?([^{WHITE}>]+)>?(?: +[\"(]([^\n]+)[\")])? *(?:\n|\Z)")
_SLIDE = regex(r"---(?=\n|\Z)")
_BREAK = regex(r"<!--\s*+break\s*+-->(?=\n|\Z)")
_STEP = regex(r"--(?=\n|\Z)")
_NOTES = regex(r"\?\?\?(?=\n|\Z)")
_MACRO_NAME = regex(r"!\[:[^\] ]+")


_Found = tuple[Lexeme | None, int, bool]
"""A token or none, where to go on, and whether that counts as a line start."""
_LineRules = Mapping[str, tuple[Callable[[Text, int, int], _Found | None], ...]]
"""By the first character of the line."""


class Rules(NamedTuple):
    """What a version of the engine tells apart where a token may start."""

    candidate: re.Pattern[str]
    """Every place where one may start, told apart by its first character."""
    anywhere: Mapping[str, Callable[[Text, int, int, int, int, bool], _Found | None]]
    """By the first character of a candidate; each is given its range, where the search began, and the end."""
    line: _LineRules


def _next(rules: Rules, source: Text, at: int, end: int, fresh: bool, top: bool) -> _Found | None:
    """The leftmost token from ``at``, or a step forward; None at the end of the range."""
    if fresh and _FRESH.match(source.text, at, end):
        found = _code(source, at, end) or _line(rules.line, source, at, end, top)
        if found:
            return found
    match = rules.candidate.search(source.text, at, end)
    if match is None:
        return None
    start, stop = match.span()
    rule = rules.anywhere[source.text[start]]
    return rule(source, start, stop, at, end, top) or (None, max(start + 1, stop), False)


def _newline(source: Text, start: int, stop: int, at: int, end: int, top: bool) -> _Found | None:
    if stop == start + 2:
        return _code(source, stop, end) or (None, start + 1, False)
    return _line(_LINE, source, stop, end, top)


def _newline_14(source: Text, start: int, stop: int, at: int, end: int, top: bool) -> _Found | None:
    """In 0.14 any line with that indent is code, not only one behind a blank line."""
    return _code(source, stop, end) or _line(_LINE_14, source, stop, end, top)


def _tick(source: Text, start: int, stop: int, at: int, end: int, top: bool) -> _Found | None:
    code = _TICK.match(source.text, start, end)
    return (None, code.end(), True) if code else None


def _tick_14(source: Text, start: int, stop: int, at: int, end: int, top: bool) -> _Found | None:
    """In 0.14 a backtick pairs with the next one, over lines and slides."""
    code = _TICK_14.match(source.text, start, end)
    if code is None:
        lonely = not source.text.startswith("`", stop, end)
        return (Lexeme(Token.STRAY, start, end), stop, False) if lonely else None
    stray = source.spans_lines(start, code.end())
    return Lexeme(Token.STRAY, start, code.end()) if stray else None, code.end(), True


def _content(source: Text, start: int, stop: int, at: int, end: int, top: bool) -> _Found | None:
    if source.text[stop - 1] != "[":
        return None
    close = source.partners.get(stop - 1, end)
    if close >= end:
        return None, stop, True
    if start > at and source.text[start - 1] == "\\":
        return Lexeme(Token.ESCAPE, start - 1, start), close + 1, True
    block = source.spans_lines(stop, close)
    return Lexeme(Token.CLASS_START, start, stop, source.text[start : stop - 1], block=block), stop, True


def _macro(source: Text, start: int, stop: int, at: int, end: int, top: bool) -> _Found | None:
    close = source.brackets.at_or_after(stop)
    if close >= end or not _MACRO_NAME.match(source.text, start, close):
        return None
    close += 1
    if source.text.startswith("(", close):
        parenthesis = source.parentheses.at_or_after(close)
        close = parenthesis + 1 if parenthesis < end else close
    return Lexeme(Token.MACRO, start, close), close, True


def _code(source: Text, start: int, end: int) -> _Found | None:
    code = _CODE.match(source.text, start, end)
    return (None, code.end(), True) if code else None


def _line(rules: _LineRules, source: Text, start: int, end: int, top: bool) -> _Found | None:
    """The token that starts with the line at ``start``, if one does."""
    at = start
    while source.text[at] == " ":
        at += 1
    for rule in rules[source.text[at]] if top or source.text[at] in "`~[" else ():
        found = rule(source, start, end)
        if found:
            return found
    return None


def _fence(source: Text, start: int, end: int) -> _Found | None:
    opening = _FENCE.match(source.text, start, end)
    info = _INFO.match(source.text, opening.end(), end) if opening else None
    if opening is None or info is None:
        return None
    # The engine's expression backtracks: where no run of that length closes it, a shorter one may.
    for length in range(len(opening[1]), 2, -1):
        last = source.closer(opening[2], length, info.end() + 1, end)
        if last is not None:
            at = _line_end(source.text, last, end)
            return Lexeme(Token.FENCE, start, at), skip_newlines(source.text, at, end), True
    return None


def _definition(source: Text, start: int, end: int) -> _Found | None:
    opening = _LABEL.match(source.text, start, end)
    if opening is None:
        return None
    close = source.brackets.at_or_after(opening.end())
    if close >= end or close == opening.end():
        return None
    rest = _REST.match(source.text, close + 1, end)
    if rest is None:
        return None
    label = source.text[opening.end() : close]
    at = rest.end() - (source.text[rest.end() - 1] == "\n")
    lexeme = Lexeme(Token.DEFINITION, start, at, label, rest[1])
    return lexeme, skip_newlines(source.text, at, end), True


def _separator(token: Token, pattern: re.Pattern[str], swallows: int) -> Callable[..., _Found | None]:
    def rule(source: Text, start: int, end: int) -> _Found | None:
        match = pattern.match(source.text, start, end)
        if match is None:
            return None
        return Lexeme(token, start, match.end()), min(match.end() + swallows, end), True

    return rule


def _line_end(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at


_LINE: _LineRules = {
    "`": (_fence,),
    "~": (_fence,),
    "[": (_definition,),
    "-": (_separator(Token.SLIDE, _SLIDE, 1), _separator(Token.STEP, _STEP, 0)),
    "<": (_separator(Token.SLIDE, _BREAK, 1),),
    "?": (_separator(Token.NOTES, _NOTES, 1),),
}
_LINE_14: _LineRules = {
    **_LINE,
    "-": (_separator(Token.SLIDE, _SLIDE, 1), _separator(Token.STEP, _STEP, 1)),
    "<": (),
}
_ANYWHERE = {"`": _tick, ".": _content, "!": _macro}


def _candidate(newline: str) -> re.Pattern[str]:
    name = r"[a-zA-Z_\-][a-zA-Z\-_0-9]*+"
    return re.compile(rf"\n (?: {newline} ) | ` | \.{name}(?:\.{name})*\[? | !\[:", re.VERBOSE)


REMARK = Rules(_candidate(rf"\n(?={_INDENTED}) | (?={_LINE_START})"), {**_ANYWHERE, "\n": _newline}, _LINE)
REMARK_14 = Rules(
    _candidate(rf"(?={_INDENTED}|{_LINE_START})"),
    {**_ANYWHERE, "\n": _newline_14, "`": _tick_14},
    _LINE_14,
)
"""0.14 is still in use; it sees the same in most decks."""


def lex(text: str, rules: Rules = REMARK) -> Iterator[Lexeme]:
    """The structure of a normalised text, in order; content classes as pairs of start and end."""
    source = Text(text)
    ends: list[tuple[int, Lexeme]] = []
    at, end = 0, len(text)
    fresh = True  # a token ended at ``at``, which makes it a line start
    while True:
        began = at
        found = _next(rules, source, at, end, fresh, top=not ends)
        if found is None:
            if not ends:
                return
            at, start = ends.pop()
            end = ends[-1][0] if ends else len(text)
            yield Lexeme(Token.CLASS_END, at, at + 1, start.names, block=start.block)
            at, fresh = at + 1, True
            continue
        lexeme, at, fresh = found
        if lexeme is None:
            continue
        if lexeme.token in _SWALLOWING:
            # Where it stands not where the search began, the line end before it was found with it.
            lexeme = lexeme._replace(swallowed=(lexeme.start - (lexeme.start > began), at))
        yield lexeme
        if lexeme.token is Token.CLASS_START:
            end = source.partners[lexeme.end - 1]
            ends.append((end, lexeme))
