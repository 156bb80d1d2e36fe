"""What of its source a translation keeps, whatever engine reads the page: lines, backticks, macros, HTML.

They are compared as sets, for their order is the translator's.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from l10n.build.isolation import unisolated
from l10n.build.stand import Change
from l10n.dialects import Fault, Kept, differences, html_tags, place, with_any_words
from l10n.markdown import FORMATTING_TAG, unescaped, without_code
from l10n.regex import regex

_EMPTY_TAGS = frozenset({"br", "wbr"})
_AUTOLINK = r"(?![a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]*>)"
_MARKED_AUTOLINK = regex(rf"<{_AUTOLINK}[^ <>](?=[^ <>]*?(?:@|:/))[^ <>]++>")
"""What only remark's renderer takes for a link."""


_BLOCK_START = regex(
    r"[ \t]*(?:[-+*](?:[ \t]|$)|\#{1,6}(?:[ \t]|$)|[>|]|=+[ \t]*$|--+[ \t]*$|\d+[.)](?:[ \t]|$)"
    r"|\*{3,}[ \t]*$|_{3,}[ \t]*$|```|~~~|\?\?\?|$)"
)


def several_blocks(change: Change) -> Iterator[Fault]:
    """That the line ends of the translation show that it means to be more than one block."""
    if "\n" not in change.msgstr:
        return
    text = change.msgstr.strip()
    at = change.msgstr.index(text)
    for number, line in enumerate(text.split("\n"), 1):
        if number > 1 and _BLOCK_START.match(line):
            begins = f"begins with {line.split()[0]!r}" if line.strip() else ""
            why = f"its line {number} {begins}" if begins else "it has a blank line"
            yield Fault(Kept.BLOCK, f"{why}, but it is one block", (at, at + len(line)))
            return
        at += len(line) + 1


def odd_backtick(change: Change) -> Iterator[Fault]:
    """That a backtick of the translation has no partner, unless the source has such a one, too."""
    before, after = change.before, change.after
    if "`" not in before and "`" not in after:
        return
    # remark 0.14 pairs any backtick with the next one, and goes on over the following slides.
    if _unpaired(after) > _unpaired(before) or (after.count("`") - before.count("`")) % 2:
        yield Fault(Kept.BACKTICKS, "a backtick has no partner", _last_backtick(change.msgstr))


def _unpaired(text: str) -> int:
    return re.sub(r"`[^`]+`", "", text).count("`")


def _last_backtick(text: str) -> tuple[int, int] | None:
    """The last backtick that delimits no code."""
    at = without_code(text).rfind("`")
    return (at, at + 1) if at >= 0 else None


def fence_marks(change: Change) -> Iterator[Fault]:
    """That a mark of code blocks is new."""
    if "```" not in change.after and "~~~" not in change.after:
        return
    has, had = (Counter(re.findall(r"`{3,}|~{3,}", text)) for text in (change.after, change.before))
    for mark in sorted(has - had)[:1]:
        at = place(change.msgstr, mark)
        yield Fault(Kept.BLOCK, f"{mark} would begin or end a code block", at)


_MACRO_START = regex(r"@@|[{<$]|!\[:|\[\^|\^\[|`r")
_WORDS = {"[^": "footnote mark", "$": "formula", "`": "code that is run", "": "macro"}
"""By what it begins with; the first that fits holds."""


def _word(macro: str) -> str:
    return next(word for start, word in _WORDS.items() if macro.startswith(start))


def changed_macros(change: Change) -> Iterator[Fault]:
    """Macros and placeholders that are gone or new; notes such as ``[^1]`` are footnote marks, too."""
    if not (_has_macro_start(change.before, change) or _has_macro_start(change.after, change)):
        return
    macros = change.renderer.macros
    had, has = ([_escaped(one) for one in macros.finditer(text)] for text in (change.before, change.after))
    for what in _WORDS.values():
        kept = Kept.MARK if what == "footnote mark" else Kept.MACRO
        had_some, has_some = ([one for one in every if _word(one) == what] for every in (had, has))
        yield from differences(kept, what, had_some, has_some, change.msgstr)


def _escaped(macro: re.Match[str]) -> str:
    """The macro, with the backslash that some engines take for its own."""
    at = macro.start()
    while at and macro.string[at - 1] == "\\":
        at -= 1
    return "\\" * ((macro.start() - at) % 2) + macro.group()


def _has_macro_start(text: str, change: Change) -> bool:
    signs = change.renderer.signs
    return bool(_MACRO_START.search(text) or (signs and signs.search(text)))


_TAG_START = regex(r"[<&]")
"""Of a tag, or of the name of a character that may begin one."""


def changed_tags(change: Change) -> Iterator[Fault]:
    """The first tag that is gone or new, or is not opened and closed as in the source."""
    if not _TAG_START.search(change.before) and not _TAG_START.search(change.after):
        return
    in_page = change.renderer.entities_first
    had, had_open = _tags(change.before, in_page=in_page)
    after = unisolated(change.before, change.after)
    has, has_open = _tags(after, in_page=in_page)
    changed = differences(Kept.TAG, "HTML", had.elements(), has.elements(), change.msgstr)
    unclosed = (tag for tag in sorted(had_open.keys() | has_open.keys()) if had_open[tag] != has_open[tag])
    yield from islice(changed, 1)
    if had == has:
        for tag in islice(unclosed, 1):
            yield Fault(Kept.TAG, f"<{tag}> is not opened and closed as in the source")


def _tags(text: str, *, in_page: bool) -> tuple[Counter[str], Counter[str]]:
    """The tags that must stay, and how many more of each formatting tag open than close.

    In a page's ``<textarea>`` entities are characters before the engine sees them.
    """
    bare = without_code(text)
    balance: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    for tag in _found_tags(bare):
        harmless = FORMATTING_TAG.fullmatch(tag)
        if harmless is None:
            tags[tag] += 1
        elif harmless[2].lower() not in _EMPTY_TAGS:
            balance[harmless[2].lower()] += -1 if harmless[1] else 1
    if in_page and "&" in bare:
        hidden = Counter(_found_tags(unescaped(bare))) - Counter(_found_tags(bare))
        tags.update(html.escape(tag, quote=False) for tag in hidden.elements())
    return tags, balance


def _found_tags(text: str) -> list[str]:
    """Tags and autolinks, each with a backslash that hides it; what no ``>`` follows begins none."""
    text = text[: text.rfind(">") + 1]
    found = re.findall(rf"(?<!\\)(?:\\\\)*(\\?<{_AUTOLINK}/?[a-zA-Z!?][^<>]*>?)", text)
    found += _with_signs(text) if _QUOTED.search(text) else ()
    tags = [" ".join(with_any_words(tag).split()) for tag in found]
    return _MARKED_AUTOLINK.findall(text) + tags


_QUOTED = regex(r"=\s*[\"']|<!--")


def _with_signs(text: str) -> Iterator[str]:
    """Tags and comments in full that have a ``<`` or ``>`` within, by which the others are told."""
    for tag in html_tags(text):
        raw = text[tag.start : tag.end]
        if (tag.name or raw.startswith("<!--")) and _SIGN.search(raw, 1, len(raw) - 1):
            yield raw


_SIGN = regex("[<>]")
