"""Tags, content classes, footnote marks, macros and brackets: what a translation keeps of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from l10n.build import alone, broken
from l10n.checks.model import Flaw, Pair, Setting
from l10n.dialects import Fault, Kept
from l10n.language import excerpt
from l10n.markdown import CLASS, SpanKind, partners, without_code
from l10n.regex import regex


def breaks(pair: Pair, setting: Setting, *kept: Kept) -> Iterator[Flaw]:
    """What of a sort the build would find not kept, and refuse the translation for."""
    for one in pair.once(_broken, setting):
        if one.kept in kept:
            yield Flaw(one.message, one.at)


def _broken(pair: Pair, setting: Setting) -> list[Fault]:
    change = pair.stand.change(pair.msgstr) if pair.stand else alone(pair.msgid, pair.msgstr)
    return list(broken(change, setting.references, setting.localised))


def hidden(pair: Pair, setting: Setting) -> bool:
    """Whether a backtick without a partner hides what the translation has: one cause, one flaw."""
    return ("`" in pair.msgstr or "`" in pair.msgid) and any(breaks(pair, setting, Kept.BACKTICKS))


def html_tag(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """An HTML tag is missing, added, broken or not closed. Further simple formatting, closed, is fine."""
    return breaks(pair, setting, Kept.TAG)


def lost_formatting(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """Simple formatting in HTML, such as `<sup>` or `<br/>`, is missing, or an entity's semicolon is.

    Signs that say the same are fine: `₂` for `<sub>2</sub>`, `*` for `<i>`.
    """
    if hidden(pair, setting) or any(breaks(pair, setting, Kept.TAG)):
        return
    if gone := _lost_formatting(pair.msgid, pair.msgstr):
        yield Flaw(f"the HTML <{gone}> is missing")
    elif had_breaks := max(0, _breaks(pair.msgid) - _breaks(pair.msgstr)):
        yield Flaw(f"{had_breaks} <br/> of the source {'is' if had_breaks == 1 else 'are'} missing")
    elif entity := _open_entity(pair.msgid, pair.msgstr):
        yield Flaw(f"the semicolon of {entity}; is missing")


def _lost_formatting(msgid: str, msgstr: str) -> str:
    """A formatting tag that the translation has less often, and no sign that says the same."""
    had, has = (Counter(map(str.lower, _FORMATTING.findall(without_code(text)))) for text in (msgid, msgstr))
    for names, signs in _INSTEAD.items():
        lost = next((name for name in names if had[name] > has[name]), "")
        fewer = sum(had[name] for name in names) > sum(has[name] for name in names)
        if lost and fewer and sum(map(msgstr.count, signs)) <= sum(map(msgid.count, signs)):
            return lost
    return ""


_FORMATTING = regex(r"<(b|i|em|strong|u|s|small|sub|sup|q|kbd|mark)\s*>", re.IGNORECASE)
_INSTEAD: Mapping[tuple[str, ...], str] = {
    ("b", "strong", "i", "em"): "*_",
    ("sub",): "₀₁₂₃₄₅₆₇₈₉",
    ("sup",): "⁰¹²³⁴⁵⁶⁷⁸⁹ªº",
    ("q",): '«»“”„‘’"「」『』',
    ("kbd",): "`",
    ("u",): "",
    ("s",): "~",
    ("small",): "",
    ("mark",): "",
}
"""Tags that may stand for each other, and signs that may for them."""


def _breaks(text: str) -> int:
    return len(re.findall(r"</?br\s*/?>", without_code(text), re.IGNORECASE))


def _open_entity(msgid: str, msgstr: str) -> str:
    """An entity of the source that stands in the translation without its semicolon."""
    texts = without_code(msgid), without_code(msgstr)
    for entity in islice(dict.fromkeys(_ENTITY.findall(texts[0])), _ENTITIES):
        had, has = (len(re.findall(rf"{entity}(?!\w*;)", text)) for text in texts)
        if has > had:
            return str(entity)
    return ""


_ENTITY = regex(r"(&#?\w+);")
_ENTITIES = 20
"""So many different ones are looked at."""


def content_class(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A content class, `.name[...]`, is missing, added or not closed."""
    return breaks(pair, setting, Kept.CLASS)


def empty_class(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A content class, `.name[...]`, has lost its text."""
    if hidden(pair, setting) or any(breaks(pair, setting, Kept.CLASS)):
        return
    for name in _empty(pair.msgstr) - _empty(pair.msgid):
        if re.search(rf"{re.escape(name)}\[[^\[\]]*[^\W\d_¹²³⁴⁵⁶⁷⁸⁹⁰]", pair.msgid):
            yield Flaw(f"the content class {excerpt(name)}[…] has lost its text")
            return


def _empty(text: str) -> Counter[str]:
    """The classes with nothing in their brackets."""
    bare = without_code(text, "x")
    return Counter(one[1] for one in CLASS.finditer(bare) if one[2] and _CLOSES.match(bare, one.end()))


_CLOSES = regex(r"\s*+\]")


def footnote_mark(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A footnote mark, such as `¹` or `[^1]`, is missing: in the text, or where the footnote stands."""
    return breaks(pair, setting, Kept.MARK)


def lost_mark(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A sign that often marks a footnote, such as `¹`, is missing; its slide has no footnote with it."""
    if hidden(pair, setting) or any(breaks(pair, setting, Kept.MARK)):
        return
    had, has = (
        Counter(span.value for span in spans if span.kind is SpanKind.MARK)
        for spans in (pair.source.spans, pair.target.spans)
    )
    for mark in (had - has).elements():
        yield Flaw(f"the mark {mark} is missing")


def macro(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A macro or placeholder, such as `@@NAME@@` or `{{name}}`, is missing, added or changed."""
    return breaks(pair, setting, Kept.MACRO, Kept.ACTIVE)


_BRACKET = regex(r"\\[\[\]()]|[:;]-?[()]|(?<![^\s(])[^\W_]\)(?=\s)|[\[\]()]")
"""A bracket by itself; two signs are a smiley, an escaped one, or what numbers an item: ``a)``."""


def stray_brackets(text: str) -> Counter[str]:
    """How many brackets of each sort have no partner, code and smileys left out."""
    if text.count("(") == text.count(")") and text.count("[") == text.count("]"):
        return Counter()
    marks = [mark for mark in _BRACKET.findall(without_code(text)) if len(mark) == 1]
    return Counter(chain.from_iterable(_without_partner(marks, pair) for pair in ("[]", "()")))


def _without_partner(marks: Sequence[str], pair: str) -> Iterator[str]:
    found = partners((mark == pair[0]) - (mark == pair[1]) for mark in marks)
    return (mark for mark, other in zip(marks, found, strict=True) if other is None and mark in pair)
