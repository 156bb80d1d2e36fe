"""What a translation must keep of its source, for an engine reads it: links, code, tags, classes, lines.

An error is what the build refuses (``l10n.build.broken``), shown by the rule that is named for what is not
kept; where the build publishes what is most likely a slip, a rule warns.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.catalog import Entry
from l10n.checks.model import CatalogRule, Flaw, Pair, Rule, Setting, Subject
from l10n.checks.rules.code import inline_code, plain_spaces, space_in_code
from l10n.checks.rules.links import swapped
from l10n.checks.rules.markup import (
    breaks,
    content_class,
    empty_class,
    footnote_mark,
    html_tag,
    lost_formatting,
    lost_mark,
    macro,
    stray_brackets,
)
from l10n.dialects import Kept
from l10n.language import excerpt
from l10n.markdown import without_code
from l10n.project import Severity
from l10n.regex import regex

_TARGETS = (Kept.LINK, Kept.TARGET_AT_TEXT, Kept.LABEL, Kept.BRACKET)


def link(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A link or an image is missing, was added, or leads elsewhere.

    The localised form of a target is fine: `fr.` for `en.` in a host, `/fr/` in a path, as the setting
    `localised-targets` has it; and an article of Wikipedia in the other language, whatever its title.
    """
    return breaks(pair, setting, Kept.LINK)


def link_text(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A link has lost its text, so that nobody sees it."""
    if "[]" in pair.msgstr and not any(breaks(pair, setting, Kept.BACKTICKS, *_TARGETS)):
        if _EMPTY_LINK.search(without_code(pair.msgid)):
            return
        for match in _EMPTY_LINK.finditer(without_code(pair.msgstr)):
            yield Flaw("a link has no text, so that nobody sees it", match.span())


_EMPTY_LINK = regex(r"(?<![!\]\\])\[\](?=[(\[])")


def spaced_link(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A blank stands between a link's text and its target, as in `[text] (target)`, so that it is no link."""
    return breaks(pair, setting, Kept.TARGET_AT_TEXT)


def _without_blanks(pair: Pair, setting: Setting) -> str:
    text = pair.msgstr
    found = (flaw.at for flaw in spaced_link(pair, setting) if flaw.at)
    for start, end in sorted(found, reverse=True):
        text = text[:start] + text[end:]
    return text


def reference_label(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The label of a reference link, `[text][label]`, is missing or is another: the link leads nowhere."""
    return breaks(pair, setting, Kept.LABEL)


def bracket(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A bracket of a link or of a content class is missing or too many, or one stands in an image's text."""
    return breaks(pair, setting, Kept.BRACKET)


def stray_bracket(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A square bracket or parenthesis in the text is missing or too many."""
    has = stray_brackets(pair.msgstr)
    if not has or any(breaks(pair, setting, Kept.BACKTICKS, Kept.CLASS, Kept.MACRO, *_TARGETS)):
        return
    had = stray_brackets(pair.msgid)
    for mark in "[]()":
        if has[mark] > had[mark]:
            yield Flaw(f"a {mark} has no partner")
            return


def swapped_targets(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """Two links seem to have changed targets: the order of the targets is another, the texts' is not."""
    if pair.msgid.count("](") + pair.msgid.count("][") < 2:
        return
    if not any(breaks(pair, setting, Kept.BACKTICKS, *_TARGETS)):
        for one, other in swapped(pair):
            message = f"{excerpt(one.value)} and {excerpt(other.value)} seem to have changed places"
            yield Flaw(message, (one.start, one.end))


def odd_backticks(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A backtick has no partner: what follows becomes code, or is no longer code."""
    return breaks(pair, setting, Kept.BACKTICKS)


def line_structure(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A line would be read as a separator, notes, a heading, a list, a quote, a code block or a table's cell.

    In headings, table cells and descriptions of images no line begins: `1. Mai` is a good title. A catalog
    that is checked without its deck does not tell, and is taken to hold paragraphs only.
    """
    found = list(breaks(pair, setting, Kept.BLOCK))
    yield from found
    if not found and pair.stand is None and _begins_block(pair.msgstr) and not _begins_block(pair.msgid):
        yield Flaw(f"it would begin with {pair.msgstr.split()[0]!r}, which is structure", (0, 1))


def _begins_block(text: str) -> bool:
    return not text[:1].isalpha() and _FIRST_LINE.match(text) is not None


_FIRST_LINE = regex(r"\s*(?:--+|\?\?\?|`{3,}|~{3,}|\|)[ \t]*(?:\n|$)|\s*[-+*][ \t]|\s*\d+\)[ \t]")
"""What more than the build's rules would be found in a deck, by what becomes of its slide."""


def property_line(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The first of several lines could be read as a property of the slide, as in `class: pic`."""
    line = _PROPERTY_LINE.match(pair.msgstr) if "\n" not in pair.msgid else None
    if line and not any(breaks(pair, setting, Kept.BLOCK)):
        yield Flaw(f"its first line could be read as the slide's property {line[1]}", line.span())


_PROPERTY_LINE = regex(r"\s*+([-a-zA-Z0-9_]++):(?!//)[^\n]*+\n")


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
_MACRO = frozenset("[@{<`")
RULES: tuple[Rule | CatalogRule, ...] = (
    Rule("odd-backtick", Severity.ERROR, odd_backticks, signs=_CODE),
    Rule("inline-code", Severity.WARNING, inline_code, signs=_CODE),
    Rule("space-in-code", Severity.WARNING, space_in_code, plain_spaces, signs=_CODE),
    Rule("link", Severity.ERROR, link, signs=_TARGET),
    Rule("link-text", Severity.WARNING, link_text, signs=_TARGET),
    Rule("spaced-link", Severity.ERROR, spaced_link, _without_blanks, signs=_TARGET),
    Rule("reference-label", Severity.ERROR, reference_label, signs=_TARGET),
    Rule("bracket", Severity.ERROR, bracket, signs=_TARGET | {"\\"}),
    Rule("stray-bracket", Severity.WARNING, stray_bracket, signs=_BRACKET),
    Rule("swapped-targets", Severity.WARNING, swapped_targets, signs=_TARGET),
    Rule("html-tag", Severity.ERROR, html_tag, signs=_TAG),
    Rule("lost-formatting", Severity.WARNING, lost_formatting, signs=_TAG),
    Rule("content-class", Severity.ERROR, content_class, signs=_CLASS),
    Rule("empty-class", Severity.WARNING, empty_class, signs=_CLASS),
    Rule("footnote-mark", Severity.ERROR, footnote_mark, signs=_MARK),
    Rule("lost-mark", Severity.WARNING, lost_mark, signs=_MARK),
    Rule("macro", Severity.ERROR, macro, signs=_MACRO),
    Rule("structural-line", Severity.ERROR, line_structure),
    Rule("property-line", Severity.WARNING, property_line, signs=frozenset(":")),
    Rule("outer-space", Severity.WARNING, outer_space, _outer_as_source),
    CatalogRule("refused", Severity.ERROR, refused, after_build=True, unless_explained=True),
)
