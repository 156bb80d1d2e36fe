"""The one law of what a translation keeps of its source: the build refuses by it, and checks show it.

Content classes, footnote marks, macros and HTML are compared as sets, for their order is the translator's.
Where remark's renderer (marked 0.3) takes more for structure than CommonMark does, its rules count, too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from l10n.build import damage, links
from l10n.build.active import new_code
from l10n.build.footnotes import lost_marks
from l10n.build.stand import Change
from l10n.deck import Span
from l10n.dialects import Fault, Kept, place
from l10n.markdown import Localised
from l10n.regex import regex

_SPECIAL = regex(r"[`\[\]<>\\@{}&$¹²³⁴⁵⁶⁷⁸⁹⁰†‡]")
_FAR_TOO_MANY = 100
"""Brackets more than the source has: no translation needs them, and parsing them takes seconds."""


def broken(change: Change, references: Mapping[str, str], localised: Localised) -> Iterator[Fault]:
    """Why a translation may not stand where its source stands, one fault a cause; nothing if it may.

    What follows from a fault that hides everything after it, such as a backtick without a partner, is not
    among them. ``references`` are the deck's link definitions; targets may take their ``localised`` form.
    """
    if change.msgstr == change.msgid:
        return
    if change.quoting.laid_out:
        yield from damage.several_blocks(change)
    yield from _unfit(change)
    if change.begins_line:
        yield from change.renderer.new_start(change.before, change.after)
    if change.is_in_html:
        yield from change.renderer.behind_tag(change.before, change.after)
    if not change.quoting.reads_markdown:
        yield from damage.changed_macros(change)
        return
    if _is_plain(change):
        return
    hiding = next(chain(_too_many_brackets(change), damage.odd_backtick(change)), None)
    if hiding:
        yield hiding
        return
    yield from _changed_markup(change, references, localised)
    yield from _moved_backticks(change)


def _is_plain(change: Change) -> bool:
    """Whether there is nothing in it that could be markup, or only the same code on both sides."""
    before, after = change.before, change.after
    signs = change.renderer.signs
    if signs and (signs.search(before) or signs.search(after)):
        return False
    return not (_is_special(before) or _is_special(after)) or _has_same_code_only(before, after)


def _is_special(text: str) -> bool:
    """Whether there is anything in it that could be markup."""
    return bool(_SPECIAL.search(text)) or "://" in text or "www." in text or "~~~" in text


def _has_same_code_only(before: str, after: str) -> bool:
    """Whether both have the same code and no other markup: most that have any are such."""
    code = _CODE.findall(after)
    if not code or code != _CODE.findall(before):
        return False
    left = (_CODE.sub("", text) for text in (before, after))
    return not any(_is_special(text) or "*" in text or "_" in text for text in left)


_CODE = regex("`[^`]+`")


_UNFIT = regex("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\u2424\ufeff\ufffe\uffff]")


def _unfit(change: Change) -> Iterator[Fault]:
    """What no deck may hold."""
    unfit = set(_UNFIT.findall(change.replacement))
    if not change.msgstr.strip() or (unfit and not _UNFIT.sub("", change.replacement).strip()):
        yield Fault(Kept.TEXT, "it is blank")
    elif new := unfit - set(change.msgid):
        at = place(change.msgstr, min(new))
        message = "it holds a control character, or one that is a line end to some programs"
        yield Fault(Kept.TEXT, message, at)
    elif unquotable := change.quoting.unfit(change.msgid, change.written):
        yield Fault(
            Kept.BLOCK, unquotable.reason, place(change.msgstr, unquotable.sign) if unquotable.sign else None
        )


def _too_many_brackets(change: Change) -> Iterator[Fault]:
    if change.after.count("[") > change.before.count("[") + _FAR_TOO_MANY:
        yield Fault(Kept.BRACKET, "it has too many brackets")


def _changed_markup(change: Change, references: Mapping[str, str], localised: Localised) -> Iterator[Fault]:
    """What of the markup is not kept; that a target differs is told by itself if nothing explains it."""
    before, after = change.before, change.after
    changed_macros = list(damage.changed_macros(change))
    found = [
        *damage.fence_marks(change),
        *change.renderer.within(before, after, change.msgstr),
        *(changed_macros or new_code(change)),
        *damage.changed_tags(change),
        *lost_marks(before, after, change.marks),
    ]
    yield from found
    yield from links.changed(change, references, localised, explained=bool(found))


def _moved_backticks(change: Change) -> Iterator[Fault]:
    """That one backtick more or less would hide other text than in the source, where one has no partner."""
    if change.stand is None:
        return
    deck, span = change.stand.deck, change.stand.segment.span
    if span.of(deck.text).count("`") == change.replacement.count("`") or deck.slides.earlier is None:
        return
    earlier = deck.slides.earlier
    if _crossed(span, earlier.strays):
        message = (
            f"the number of backticks must stay: in {earlier.version} one before has no partner on its line"
        )
        yield Fault(Kept.BACKTICKS, message)


def _crossed(span: Span, strays: Sequence[Span]) -> bool:
    """Whether one of the strays begins or ends outside of ``span``, and has some of it."""
    first = bisect_right(strays, span.start, key=lambda stray: stray.end)
    last = bisect_left(strays, span.end, key=lambda stray: stray.start)
    return first < last and (strays[first].start < span.start or strays[last - 1].end > span.end)
