"""From a Markdown document to the tokens of the blocks that remark's renderer finds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from l10n.dialects.remark.lookups import trimmed
from l10n.dialects.remark.marked.definitions import definition
from l10n.dialects.remark.marked.html import html_end
from l10n.dialects.remark.marked.level import Level, each_piece
from l10n.dialects.remark.marked.lines import TAG, bullet, fence, is_quote, is_rule, is_underlined
from l10n.dialects.remark.marked.lists import list_block
from l10n.dialects.remark.marked.tables import barred_table, open_table
from l10n.dialects.remark.marked.tokens import Token, leaf
from l10n.dialects.remark.marked.versions import Compared, Version
from l10n.markdown import label

_DEEPEST = 50
"""How many containers may be within each other; what the innermost of them hold is text."""

_Found = tuple[int, Sequence[Token | Level]]
"""The line behind a block, and what it is told in; a level stands for all that it holds."""
_Rule = Callable[[Level, int], _Found | None]
_Test = Callable[[Level, int], object]


def block_tokens(source: str, *, version: str = "0.14.1") -> tuple[list[Token], dict[str, str]]:
    """The blocks of a document as remark's renderer finds them, and its link definitions: label to target.

    Tokens have the shape of markdown-it's, but the text of a tight item is in no paragraph. Text is as it is
    written in the document: each line is the end of one of its lines, without blanks at its start; in
    headings and cells, a stretch of it. Only where U+2028, U+2424 or CR stand, it may be what the renderer
    makes of them. Of definitions with one label the last counts. remark itself then knows only those that its
    parser found before; the renderer's it forgets, but what stands there is not shown. ``version`` is a key
    of ``VERSIONS``; that of remark 0.14.1 finds more headings.
    """
    return compared_tokens(source, Compared(version))


def compared_tokens(source: str, versions: Compared) -> tuple[list[Token], dict[str, str]]:
    """The same; ``versions`` knows then whether another version finds the same."""
    document = Level.of(source, versions)
    return [*_flat(document)], document.origin.references


def _flat(document: Level) -> Iterator[Token]:
    """All tokens in order; containers are walked through without recursion."""
    walks = [_pieces(document)]
    while walks:
        for piece in walks[-1]:
            if isinstance(piece, Level):
                walks.append(_pieces(piece))
                break
            yield piece
        else:
            walks.pop()


def _pieces(level: Level) -> Iterator[Token | Level]:
    """What a text consists of; in items each line is looked at, and those that begin nothing are joined."""
    start = at = 0
    while at < len(level.lines):
        found = _block(level, at) if level.lines[at] else None
        if found is None and level.lines[at]:
            at += 1
            continue
        yield from _text(level, start, at)
        at, pieces = found or (at + 1, ())
        yield from pieces
        start = at
    yield from _text(level, start, at)


def _block(level: Level, at: int) -> _Found | None:
    line = level.lines[at]
    if level.context.depth == _DEEPEST:
        return None
    if line.startswith("    "):
        return _code(level, at)
    rules = _TOP_RULES if level.context.top else _RULES
    for rule in rules.get(line.lstrip(" ")[0], rules[""]):
        if found := rule(level, at):
            return found
    return None


def _text(level: Level, start: int, end: int) -> Sequence[Token]:
    if start == end:
        return ()
    inline = level.inline(start, end)
    return (inline,) if level.context.tight else leaf("paragraph", "p", level.lines_of(start, end), inline)


def _code(level: Level, at: int) -> _Found:
    end = at
    while end < len(level.lines) and (not level.lines[end] or level.lines[end].startswith("    ")):
        end += 1
    lines = [each_piece(line, lambda piece: piece.removeprefix("    ")) for line in level.lines[at:end]]
    content = "\n".join(lines).rstrip("\n") + "\n"
    return end, (Token("code_block", "code", level.lines_of(at, end), content),)


def _fence(level: Level, at: int) -> _Found | None:
    if (found := fence(level, at)) is None:
        return None
    lines = [*level.lines[at + 1 : found.last], level.lines[found.last][: found.end]]
    written = "\n".join(lines)
    content = trimmed(f".{written}")[1:]
    if not content and level.asked(lambda version: version.filled_fences):
        content = written[:1]
    return found.last + 1, (
        Token("fence", "code", level.lines_of(at, found.last + 1), f"{content}\n", found.word),
    )


def _heading(level: Level, at: int) -> _Found | None:
    line = level.lines[at]
    opening = level.asked(lambda version: _opening(version, line))
    if opening is None:
        return None
    depth, start = opening
    bare = line[start:].rstrip(" ").rstrip("#").rstrip(" ")
    inline = level.stretch(at, start, start + max(1, len(bare)))
    return at + 1, leaf("heading", f"h{depth}", level.lines_of(at, at + 1), inline)


def _opening(version: Version, line: str) -> tuple[int, int] | None:
    """How many marks a heading has, and where its text begins; None if it is none."""
    match = version.heading.match(line)
    return (len(match[1]), match.end()) if match else None


def _underlined(level: Level, at: int) -> _Found | None:
    if not is_underlined(level, at):
        return None
    tag = "h1" if level.lines[at + 1].rstrip(" ")[-1] == "=" else "h2"
    inline = level.stretch(at, 0, len(level.lines[at]))
    return at + 2, leaf("heading", tag, level.lines_of(at, at + 2), inline)


def _rule(level: Level, at: int) -> _Found | None:
    return (at + 1, (Token("hr", "hr", level.lines_of(at, at + 1)),)) if is_rule(level, at) else None


def _quote(level: Level, at: int) -> _Found | None:
    end = at
    while end < len(level.lines) and is_quote(level, end):
        end = _end_of_quoted(level, end)
    if end == at:
        return None
    lines = [each_piece(line, _unquoted) for line in level.lines[at:end]]
    if end < len(level.lines):
        lines.append("")
    opening = Token("blockquote_open", "blockquote", level.lines_of(at, end))
    inner = level.within(at, lines, quoted=True, tight=False)
    return end, (opening, inner, Token("blockquote_close", "blockquote"))


def _end_of_quoted(level: Level, at: int) -> int:
    """Behind the lines that go on, with mark or without, and the empty ones after them."""
    at += 1
    words = level.asked(_ending_words)
    while at < len(level.lines) and level.lines[at] and not level.lines[at].startswith(words):
        at += 1
    return level.next_filled(at)


def _unquoted(piece: str) -> str:
    rest = piece.lstrip(" ")
    return rest[1:].removeprefix(" ") if rest.startswith(">") else piece


def _html(level: Level, at: int) -> _Found | None:
    if (end := html_end(level, at)) is None:
        return None
    content = "\n".join(level.lines[at:end]).rstrip("\n") + "\n"
    return end, (Token("html_block", "", level.lines_of(at, end), content),)


def _definition(level: Level, at: int) -> _Found | None:
    if (found := definition(level, at)) is None:
        return None
    if level.context.quoted and not level.asked(lambda version: version.quoted_definitions):
        return None
    level.origin.references[label(level.text[found.start : found.end])] = found.target
    return found.last + 1, ()


def _paragraph(level: Level, at: int) -> _Found:
    end = at + 1
    while end < len(level.lines) and level.lines[end] and not _ends_paragraph(level, end):
        end += 1
    return end, _text(level, at, end)


def _ends_paragraph(level: Level, at: int) -> bool:
    line = level.lines[at]
    tests = _ENDS.get(line.lstrip(" ")[0], ())
    if any(test(level, at) for test in tests) or is_underlined(level, at):
        return True
    return line.startswith(level.asked(_ending_words))


def _ending_words(version: Version) -> tuple[str, ...]:
    return version.ending_words


def _is_heading(level: Level, at: int) -> bool:
    """In this place, no version asks for a blank."""
    return len(level.lines[at].lstrip(" ")) > 1


def _is_definition(level: Level, at: int) -> bool:
    found = definition(level, at)
    return found is not None and level.asked(lambda version: version.ending_definitions)


def _is_tag(level: Level, at: int) -> bool:
    return TAG.match(level.lines[at]) is not None


def _at_top(rules: Sequence[_Rule], *more: _Rule) -> Sequence[_Rule]:
    """The rules with those that hold at the top only: anything else is a paragraph there."""
    at = rules.index(_underlined)
    return *rules[:at], open_table, *rules[at:], *more, _paragraph


_RULES: Mapping[str, Sequence[_Rule]] = {
    **dict.fromkeys("`~", (_fence, _underlined)),
    "#": (_heading, _underlined),
    **dict.fromkeys("-*", (_underlined, _rule, list_block)),
    "_": (_underlined, _rule),
    ">": (_underlined, _quote),
    **dict.fromkeys("+0123456789", (_underlined, list_block)),
    "<": (_underlined, _html),
    "": (_underlined,),
}
"""By the first character of a line, in the renderer's order; with none, for all others."""

_TOP_RULES: Mapping[str, Sequence[_Rule]] = {
    **{first: _at_top(rules) for first, rules in _RULES.items()},
    "[": _at_top((_underlined,), _definition),
    "|": _at_top((_underlined,), barred_table),
}

_ENDS: Mapping[str, Sequence[_Test]] = {
    **dict.fromkeys("`~", (fence,)),
    "#": (_is_heading,),
    **dict.fromkeys("-*", (is_rule, bullet)),
    "_": (is_rule,),
    ">": (is_quote,),
    **dict.fromkeys("+0123456789", (bullet,)),
    "<": (_is_tag,),
    "[": (_is_definition,),
}
"""What ends a paragraph above it."""
