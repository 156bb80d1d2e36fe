"""The tags of a page, as browsers read them: the tokenizer of HTML, and nothing of how a tree is built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.regex import regex

_RAW = regex("script|style|title|textarea|xmp|iframe|noembed|noframes")
"""What stands in them is no HTML; nor in ``<plaintext>``, which nothing ends."""
_FOREIGN = regex("svg|math")
"""In them those names are of elements like any others."""
_TOKEN = regex(
    r"<(?:(?P<comment>!--)|(?P<bogus>!|\?|/(?![a-zA-Z]))|(?P<end>/?)(?P<name>[a-zA-Z][^\t\n\f\r />]*))"
)
_COMMENT_END = regex(r"--!?>")
_BLANK = r"\t\n\f\r "
"""To Python, more is blank."""
_ATTRIBUTE = regex(
    rf"[{_BLANK}/]*([^{_BLANK}/>][^{_BLANK}/>=]*)(?:[{_BLANK}]*=[{_BLANK}]*(?:(?=([\"']))|(?=([^{_BLANK}>]))))?"
)
_BARE = regex(rf"[^{_BLANK}>]+")
_CLOSE = regex(rf"[{_BLANK}/]*>")


_DOCTYPE = regex(r"(?:[^<]*<[?!](?!DOCTYPE)[^>]*>)*[^<]*<!DOCTYPE[^>\[]*\[[^\]]*\][^>]*>", re.IGNORECASE)
"""With declarations in it, of which the signs are no tags."""


class Attribute(NamedTuple):
    """An attribute, and where its value stands, its quotes included; an empty range if it has none."""

    name: str
    start: int
    end: int

    def value(self, html: str) -> str:
        """What stands there, without its quotes, as it is written."""
        said = html[self.start : self.end]
        return said[1:-1] if said[:1] in ('"', "'") else said


class HtmlTag(NamedTuple):
    """A tag, or, without a name, what is neither tag nor text: a comment, a doctype."""

    start: int
    end: int
    name: str = ""
    closes: bool = False
    attributes: tuple[Attribute, ...] = ()
    inner: tuple[int, int] | None = None
    """What stands behind it and is no HTML, to where a browser goes on to read tags."""

    def said(self, name: str, html: str) -> str | None:
        """The value of an attribute; None if it has no such one. Of several the first counts."""
        return next((one.value(html) for one in self.attributes if one.name == name), None)


def html_tags(html: str) -> Iterator[HtmlTag]:
    """The tags in order; a tag that nothing ends is none, and goes on to the end."""
    return _tags(html, 0, len(html))


def xml_tags(xml: str) -> Iterator[HtmlTag]:
    """The tags of XML, which has no element whose content is none; their names without case."""
    start = _DOCTYPE.match(xml)
    return _tags(xml, start.end() if start else 0, len(xml), foreign=["xml"])


def _tags(
    html: str, at: int, end: int, *, without_scripts: bool = False, foreign: Sequence[str] = ()
) -> Iterator[HtmlTag]:
    foreign = list(foreign)
    while match := _TOKEN.search(html, at, end):
        tag = _tag(html, match, end, in_foreign=bool(foreign))
        yield tag
        at = tag.inner[1] if tag.inner else tag.end
        if tag.name == "noscript" and not (tag.closes or foreign or without_scripts):
            # With scripts its content is no HTML, without them it is: it ends where it does with them.
            at = _end_of(html, "noscript", at, end)
            yield from _tags(html, tag.end, at, without_scripts=True)
        _note_foreign(foreign, tag, html)


def _note_foreign(foreign: list[str], tag: HtmlTag, html: str) -> None:
    if tag.closes and foreign and foreign[-1] == tag.name:
        foreign.pop()
    elif _FOREIGN.fullmatch(tag.name) and not tag.closes and not html.startswith("/>", tag.end - 2):
        foreign.append(tag.name)


def _tag(html: str, match: re.Match[str], end: int, *, in_foreign: bool) -> HtmlTag:
    at = match.start()
    if match["comment"]:
        return HtmlTag(at, _end_of_comment(html, match.end(), end))
    if in_foreign and html.startswith("<![CDATA[", at):
        return HtmlTag(at, _behind("]]>", html, at, end))
    if match["bogus"]:
        return HtmlTag(at, _behind(">", html, at, end))
    name, closes = match["name"].lower(), bool(match["end"])
    attributes, behind = _attributes(html, match.end(), end)
    tag = HtmlTag(at, behind or end, name if behind else "", closes, attributes)
    if behind and not closes and not in_foreign:
        if name == "plaintext":
            return tag._replace(inner=(behind, end))
        if _RAW.fullmatch(name):
            return tag._replace(inner=(behind, _end_of(html, name, behind, end)))
    return tag


def _attributes(html: str, at: int, end: int) -> tuple[tuple[Attribute, ...], int]:
    """The attributes behind a tag's name, and where the tag ends; 0 if nothing ends it."""
    found: list[Attribute] = []
    while (close := _CLOSE.match(html, at, end)) is None:
        match = _ATTRIBUTE.match(html, at, end)
        if match is None:
            return (), 0
        at = match.end()
        low = high = at
        if match[2]:
            high = html.find(match[2], at + 1, end) + 1
        elif match[3] and (bare := _BARE.match(html, at, end)):
            high = bare.end()
        if not high:
            return (), 0
        found.append(Attribute(match[1].lower(), low, high))
        at = high
    return tuple(found), close.end()


def _end_of_comment(html: str, at: int, end: int) -> int:
    """Where it ends: ``<!-->`` and ``<!--->`` do at once."""
    for sign in (">", "->"):
        if html.startswith(sign, at):
            return at + len(sign)
    match = _COMMENT_END.search(html, at, end)
    return match.end() if match else end


def _behind(sign: str, html: str, at: int, end: int) -> int:
    found = html.find(sign, at, end)
    return found + len(sign) if found >= 0 else end


_SCRIPT = regex(rf"<!--|-->|<(?P<end>/?)script(?=[{_BLANK}/>])", re.IGNORECASE)


def _end_of(html: str, name: str, at: int, end: int) -> int:
    """Where the end tag of an element stands whose content is no HTML; the end, if there is none."""
    if name == "script":
        return _end_of_script(html, at, end)
    match = re.compile(rf"</{name}(?=[{_BLANK}/>])", re.IGNORECASE).search(html, at, end)
    return match.start() if match else end


def _end_of_script(html: str, at: int, end: int) -> int:
    """A script in a comment within a script has an end of its own."""
    in_comment = in_script = False
    for match in _SCRIPT.finditer(html, at, end):
        if match[0] == "<!--":
            in_comment = True
        elif match[0] == "-->":
            in_comment = in_script = False
        elif not match["end"]:
            in_script = in_comment
        elif not in_script:
            return match.start()
        else:
            in_script = False
    return end
