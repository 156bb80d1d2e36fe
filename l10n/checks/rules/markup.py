"""Tags, content classes, footnote marks, macros and brackets: what a translation keeps of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice

from l10n.build import odd_backtick, tags
from l10n.checks.model import Flaw, Pair, Setting
from l10n.markdown import CLASS, InlineSpan, SpanKind, paired_brackets, partners, without_code

_QUOTED = 60
"""How much of a span a message shows."""


def shown(text: str) -> str:
    """A span as a message shows it, on one line and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def hidden(pair: Pair) -> bool:
    """Whether a backtick without a partner hides what the translation has: one cause, one flaw."""
    return ("`" in pair.msgstr or "`" in pair.msgid) and _is_odd(pair.msgid, pair.msgstr)


@lru_cache(1)
def _is_odd(msgid: str, msgstr: str) -> bool:
    """Asked by rule after rule about the same pair."""
    return odd_backtick(msgid, msgstr) is not None


def html_tag(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """An HTML tag is missing, added, broken or not closed, or an entity has lost its semicolon.

    Further simple formatting, closed, is fine.
    """
    if "<" not in pair.msgid + pair.msgstr and "&" not in pair.msgstr and ">" not in pair.msgid:
        return
    if hidden(pair):
        return
    had, had_open = tags(pair.msgid)
    has, has_open = tags(pair.msgstr)
    lost, new = list((had - has).elements()), list((has - had).elements())
    unclosed = [tag for tag in had_open.keys() | has_open.keys() if had_open[tag] != has_open[tag]]
    if lost:
        became = f"has become {shown(new[0])}" if new else "is missing"
        yield Flaw(f"the HTML {shown(lost[0])} {became}")
    elif new:
        yield Flaw(f"the HTML {shown(new[0])} is not in the source, or is broken")
    elif unclosed:
        yield Flaw(f"<{min(unclosed)}> is not opened and closed as in the source")
    elif gone := _lost_formatting(pair.msgid, pair.msgstr):
        yield Flaw(f"the HTML <{gone}> is missing")
    elif had_breaks := _breaks(pair.msgid) - _breaks(pair.msgstr):
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


_FORMATTING = re.compile(r"<(b|i|em|strong|u|s|small|sub|sup|q|kbd|mark)\s*>", re.IGNORECASE)
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


_ENTITY = re.compile(r"(&#?\w+);")
_ENTITIES = 20
"""So many different ones are looked at."""


def content_class(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """A content class, `.name[...]`, or its bracket is missing or changed."""
    if hidden(pair):
        return
    if found := class_changes(pair):
        yield Flaw(found)


def class_changes(pair: Pair) -> str:
    """What became of the content classes of the message, in words; nothing if they are all there."""
    if "[" not in pair.msgid and "[" not in pair.msgstr:
        return ""
    had, has = (
        [span.value for span in spans if span.kind is SpanKind.CLASS]
        for spans in (pair.source.spans, pair.target.spans)
    )
    for lost in Counter(had) - Counter(has) if had != has else ():
        return f"the content class {shown(lost)}[…] is missing or has another name"
    for new in Counter(has) - Counter(had) if had != has else ():
        return f"the content class {shown(new)}[…] is not in the source"
    if pair.msgstr.count("[") > pair.msgstr.count("]"):
        unclosed = _unclosed(pair.msgstr) - _unclosed(pair.msgid)
        return f"the content class {shown(min(unclosed))}[ is not closed" if unclosed else ""
    for name in _empty(pair.msgstr) - _empty(pair.msgid) if has else ():
        if re.search(rf"{re.escape(name)}\[[^\[\]]*[^\W\d_¹²³⁴⁵⁶⁷⁸⁹⁰]", pair.msgid):
            return f"the content class {shown(name)}[…] has lost its text"
    return ""


def _empty(text: str) -> Counter[str]:
    """The classes with nothing in their brackets."""
    bare = without_code(text, "x")
    return Counter(one[1] for one in CLASS.finditer(bare) if one[2] and _CLOSES.match(bare, one.end()))


_CLOSES = re.compile(r"\s*+\]")


def _unclosed(text: str) -> Counter[str]:
    """The classes whose bracket has no end."""
    every = paired_brackets(without_code(text))
    return Counter(one.names.lstrip("\\") for one in every if one.names and one.partner is None)


def footnote_mark(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """A footnote mark, such as `¹` or `[^1]`, is missing: in the text, or where the footnote stands."""
    if hidden(pair):
        return
    had, has = (list(_marks(spans)) for spans in (pair.source.spans, pair.target.spans))
    for mark in (Counter(had) - Counter(has)).elements() if had != has else ():
        yield Flaw(f"the footnote mark {mark} is missing")


def _marks(spans: Iterable[InlineSpan]) -> Iterator[str]:
    for span in spans:
        if span.kind is SpanKind.MARK or (span.kind is SpanKind.MACRO and span.value.startswith("[^")):
            yield span.value


def macro(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A macro or placeholder, such as `@@NAME@@` or `{{name}}`, is missing, added or changed."""
    if not hidden(pair):
        yield from pair.once(changed_macros, setting)


def changed_macros(pair: Pair, _: Setting) -> list[Flaw]:
    """What became of the macros of the message; nothing if they are all there."""
    had, has = (
        [span.value for span in spans if span.kind is SpanKind.MACRO and span.value[:2] != "[^"]
        for spans in (pair.source.spans, pair.target.spans)
    )
    if had == has:
        return []
    lost, new = list((Counter(had) - Counter(has)).elements()), list((Counter(has) - Counter(had)).elements())
    flaws = [
        Flaw(f"the macro {shown(one)} has become {shown(other)}")
        for one, other in zip(lost, new, strict=False)
    ]
    flaws += [Flaw(f"the macro {shown(one)} is missing") for one in lost[len(new) :]]
    return flaws + [Flaw(f"the macro {shown(one)} is not in the source") for one in new[len(lost) :]]


_BRACKET = re.compile(r"\\[\[\]()]|[:;]-?[()]|[\[\]()]")


def stray_brackets(text: str) -> Counter[str]:
    """How many brackets of each sort have no partner, code and smileys left out."""
    if text.count("(") == text.count(")") and text.count("[") == text.count("]"):
        return Counter()
    marks = [mark for mark in _BRACKET.findall(without_code(text)) if len(mark) == 1]
    return Counter(chain.from_iterable(_without_partner(marks, pair) for pair in ("[]", "()")))


def _without_partner(marks: Sequence[str], pair: str) -> Iterator[str]:
    found = partners((mark == pair[0]) - (mark == pair[1]) for mark in marks)
    return (mark for mark, other in zip(marks, found, strict=True) if other is None and mark in pair)
