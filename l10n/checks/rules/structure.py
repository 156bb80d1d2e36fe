"""What a translation must keep of its source, for an engine reads it: links, code, tags, classes, lines.

The parsed spans of both are compared as multisets, for their order is the translator's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from l10n.build import new_start, structural_line
from l10n.catalog import Entry
from l10n.checks.model import CatalogRule, Flaw, Pair, Rule, Setting, Subject
from l10n.checks.rules.links import Compared, compared, swapped
from l10n.checks.rules.markup import (
    changed_macros,
    class_changes,
    content_class,
    footnote_mark,
    hidden,
    html_tag,
    macro,
    shown,
    stray_brackets,
)
from l10n.markdown import InlineSpan, SpanKind, without_code
from l10n.project import Severity

_MANY = 50
"""So much code is compared with what was lost, to name what it became."""
_NO_BREAK = str.maketrans("\u00a0\u202f", "  ")


def _targets(pair: Pair, setting: Setting) -> Compared:
    """The targets of both, compared once for all rules; nothing where backticks hide what there is."""
    return Compared() if hidden(pair) else pair.once(compared, setting)


def link(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A link or an image is missing, was added, or leads elsewhere.

    The localised form of a target is fine: `fr.` for `en.` in a host, `/fr/` in a path, as the setting
    `localised-targets` has it; and an article of Wikipedia in the other language, whatever its title.
    """
    found = _targets(pair, setting)
    for lost in found.lost:
        if lost.kind is not SpanKind.LABEL:
            yield Flaw(f"the {_name(lost)} {shown(lost.value)} is missing")
    for had, has in found.changed:
        if had.kind is not SpanKind.LABEL:
            what = f"the {_name(had)} {shown(had.value)}"
            became = f"a {_name(has)}" if had.value == has.value else shown(has.value)
            yield Flaw(f"{what} has become {became}", (has.start, has.end))
    for new in found.added:
        if new.kind is not SpanKind.LABEL:
            message = f"the {_name(new)} {shown(new.value)} is not in the source"
            yield Flaw(message, (new.start, new.end))
    if "[]" in pair.msgstr and not found:
        yield from _without_text(pair)


def _without_text(pair: Pair) -> Iterator[Flaw]:
    if not _EMPTY_LINK.search(without_code(pair.msgid)):
        for match in _EMPTY_LINK.finditer(without_code(pair.msgstr)):
            yield Flaw("a link has no text, so that nobody sees it", match.span())


_EMPTY_LINK = re.compile(r"(?<![!\]\\])\[\](?=[(\[])")


def _name(span: InlineSpan) -> str:
    return {SpanKind.URL: "URL", SpanKind.LABEL: "reference"}.get(span.kind, span.kind.value)


def spaced_link(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A blank stands between a link's text and its target, as in `[text] (target)`, so that it is no link."""
    for lost, at in _targets(pair, setting).spaced:
        yield Flaw(f"a blank parts the {_name(lost)} {shown(lost.value)} from its text", at)


def _without_blanks(pair: Pair, setting: Setting) -> str:
    text = pair.msgstr
    for _, (start, end) in sorted(_targets(pair, setting).spaced, key=lambda one: one[1], reverse=True):
        text = text[:start] + text[end:]
    return text


def reference_label(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The label of a reference link, `[text][label]`, is missing or is another: the link leads nowhere."""
    found = _targets(pair, setting)
    for lost in found.lost:
        if lost.kind is SpanKind.LABEL:
            yield Flaw(f"the reference [{shown(lost.value)}] is missing")
    for had, has in found.changed:
        if had.kind is SpanKind.LABEL:
            message = f"the reference [{shown(had.value)}] has become {shown(has.value)}"
            yield Flaw(message, (has.start, has.end))
    for new in found.added:
        if new.kind is SpanKind.LABEL:
            yield Flaw(f"the reference [{shown(new.value)}] is not in the source", (new.start, new.end))


def bracket(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A square bracket or parenthesis is missing or too many: of a link, or in the text."""
    if hidden(pair):
        return
    found = _targets(pair, setting)
    for lost, at in found.broken:
        yield Flaw(f"the {_name(lost)} {shown(lost.value)} lacks a bracket", at)
    has = stray_brackets(pair.msgstr)
    if not has or found or class_changes(pair) or pair.once(changed_macros, setting):
        return
    had = stray_brackets(pair.msgid)
    for mark in "[]()":
        if has[mark] > had[mark]:
            yield Flaw(f"a {mark} has no partner")
            return


def swapped_targets(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """Two links seem to have changed targets: the order of the targets is another, the texts' is not."""
    if pair.msgid.count("](") + pair.msgid.count("][") > 1 and not _targets(pair, setting):
        for one, other in swapped(pair):
            message = f"{shown(one.value)} and {shown(other.value)} seem to have changed places"
            yield Flaw(message, (one.start, one.end))


def inline_code(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """Inline code is missing, or is not what it is in the source. Further code is fine."""
    if "`" not in pair.msgid or hidden(pair):
        return
    had = [_code(span) for span in pair.source.spans if span.kind is SpanKind.CODE]
    has = [span for span in pair.target.spans if span.kind is SpanKind.CODE]
    if had == [_code(span) for span in has]:
        return
    lost = Counter(had) - Counter(_code(span) for span in has)
    left = Counter(_code(span) for span in has) - Counter(had)
    new = [span for span in has if left[_code(span)]][:_MANY]
    for code in lost.elements():
        if new:
            other = max(new, key=lambda span: SequenceMatcher(None, code[:500], span.value[:500]).ratio())
            new.remove(other)
            message = f"the code `{shown(code)}` has become `{shown(other.value)}`"
            yield Flaw(message, (other.start, other.end))
        else:
            yield Flaw(f"the code `{shown(code)}` is missing")


def _code(span: InlineSpan) -> str:
    value = span.value
    return value if value.isascii() and "\n" not in value else value.translate(_NO_BREAK).replace("\n", " ")


def odd_backticks(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """A backtick has no partner: what follows becomes code, or is no longer code."""
    if hidden(pair):
        yield Flaw("a backtick has no partner", _last_backtick(pair.msgstr))


def _last_backtick(text: str) -> tuple[int, int] | None:
    """The last backtick that delimits no code."""
    bare = without_code(text)
    at = bare.rfind("`")
    return (at, at + 1) if at >= 0 else None


def space_in_code(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """A no-break space stands in inline code, where the source has a plain space: it cannot be copied."""
    for start, end in _no_break_code(pair):
        yield Flaw(f"there is a no-break space in {shown(pair.msgstr[start:end])}", (start, end))


def _no_break_code(pair: Pair) -> list[tuple[int, int]]:
    text = pair.msgstr
    if "`" not in text or not ("\u00a0" in text or "\u202f" in text):
        return []
    known = {span.value for span in pair.source.spans if span.kind is SpanKind.CODE}
    return [
        (span.start, span.end)
        for span in pair.target.spans
        if span.kind is SpanKind.CODE
        and span.value not in known
        and span.value != span.value.translate(_NO_BREAK)
    ]


def _plain_spaces(pair: Pair, _: Setting) -> str:
    text = pair.msgstr
    for start, end in _no_break_code(pair):
        text = text[:start] + text[start:end].translate(_NO_BREAK) + text[end:]
    return text


_FIRST_LINE = re.compile(r"\s*(?:--+|\?\?\?|`{3,}|~{3,}|\|)[ \t]*(?:\n|$)|\s*[-+*][ \t]|\s*\d+\)[ \t]")


def line_structure(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """A line would be read as a separator, as notes, a heading, a list, a quote or a code block."""
    if pair.msgstr[0].isalpha() and "\n" not in pair.msgstr:
        return
    reason = structural_line(pair.msgstr) if "\n" in pair.msgstr else None
    if reason and not structural_line(pair.msgid):
        yield Flaw(reason)
    elif reason := new_start(pair.msgid, pair.msgstr):
        yield Flaw(reason, (0, 1))
    elif _FIRST_LINE.match(pair.msgstr) and not _FIRST_LINE.match(pair.msgid):
        yield Flaw(f"it would begin with {pair.msgstr.split()[0]!r}, which is structure", (0, 1))
    elif "\n" not in pair.msgid and (line := _PROPERTY_LINE.match(pair.msgstr)):
        yield Flaw(f"its first line could be read as the slide's property {line[1]}", line.span())


_PROPERTY_LINE = re.compile(r"\s*+([-a-zA-Z0-9_]++):(?!//)[^\n]*+\n")


def outer_space(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """Blanks, line ends or invisible characters at the start or at the end differ from the source's."""
    if pair.msgstr != _outer_as_source(pair, _):
        yield Flaw("blanks, line ends or invisible characters at its start or end are not as in the source")


def _outer_as_source(pair: Pair, _: Setting) -> str:
    msgid, msgstr = pair.msgid, pair.msgstr
    if _BLANK.isdisjoint((msgid[0], msgid[-1], msgstr[0], msgstr[-1])):
        return msgstr
    bare = msgid.strip(_BLANKS)
    lead, tail = msgid.split(bare, 1) if bare else (msgid, "")
    return f"{lead}{msgstr.strip(_BLANKS)}{tail}"


_BLANKS = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"
)
"""White space, and what takes no space at all: zero-width spaces, byte order marks."""
_BLANK = frozenset(_BLANKS)


def refused(subject: Subject, _: Setting) -> Iterator[tuple[Entry, Flaw]]:
    """The build would refuse the translation, for a reason that no other rule of this family found."""
    for key, reason in subject.refused.items():
        if key in subject.catalog.by_key:
            yield subject.catalog.by_key[key], Flaw(f"not published: {reason}")


_CODE, _CLASS, _TAG = frozenset("`"), frozenset("["), frozenset("<>&")
_TARGET = frozenset("[]</")
_BRACKET = _TARGET | frozenset("()")
_MARK = frozenset("[¹²³⁴⁵⁶⁷⁸⁹⁰†‡")
_MACRO = frozenset("[@{")
RULES: tuple[Rule | CatalogRule, ...] = (
    Rule("odd-backtick", Severity.ERROR, odd_backticks, signs=_CODE),
    Rule("inline-code", Severity.ERROR, inline_code, signs=_CODE),
    Rule("space-in-code", Severity.ERROR, space_in_code, _plain_spaces, signs=_CODE),
    Rule("link", Severity.ERROR, link, signs=_TARGET),
    Rule("spaced-link", Severity.ERROR, spaced_link, _without_blanks, signs=_TARGET),
    Rule("reference-label", Severity.ERROR, reference_label, signs=_TARGET),
    Rule("bracket", Severity.ERROR, bracket, signs=_BRACKET),
    Rule("swapped-targets", Severity.WARNING, swapped_targets, signs=_TARGET),
    Rule("html-tag", Severity.ERROR, html_tag, signs=_TAG),
    Rule("content-class", Severity.ERROR, content_class, signs=_CLASS),
    Rule("footnote-mark", Severity.ERROR, footnote_mark, signs=_MARK),
    Rule("macro", Severity.ERROR, macro, signs=_MACRO),
    Rule("structural-line", Severity.ERROR, line_structure),
    Rule("outer-space", Severity.ERROR, outer_space, _outer_as_source),
    CatalogRule("refused", Severity.ERROR, refused, after_build=True, unless_explained=True),
)
