"""Where in a page reveal.js finds Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from l10n.dialects.embedding import Place
from l10n.dialects.tokenizer import HtmlTag, html_tags
from l10n.markdown import ELEMENT, TEXTAREA, unescaped
from l10n.regex import regex


class Section(NamedTuple):
    """An element whose content is Markdown, and where that stands."""

    place: Place
    said: Mapping[str, str]
    """Its attributes."""


def decks_in(text: str) -> tuple[Place, ...]:
    """Where a page has Markdown for reveal.js."""
    return tuple(section.place for section in sections(text))


def sections(text: str) -> Iterator[Section]:
    """Those of a page, in order, of which the text can be told: in a template, or among few elements."""
    within: list[HtmlTag] = []
    unseen: Counter[str] = Counter()
    depth = 0
    for tag in html_tags(text) if _MARKDOWN.search(text) else ():
        if depth:
            within.append(tag)
            depth += (-1 if tag.closes else 1) * (tag.name == "section")
            if not depth and (found := _section(within, text)):
                yield found
        elif not _is_unseen(tag, text, unseen):
            within = [tag]
            depth = int(_has_markdown(tag, text))


_MARKDOWN = regex("data-markdown", re.IGNORECASE)
_UNSEEN = regex("template|noscript|svg|math|select")
"""A browser makes no slides of what stands in them."""


def _is_unseen(tag: HtmlTag, text: str, unseen: Counter[str]) -> bool:
    """Whether a tag stands in such elements, of which ``unseen`` has how many are open."""
    if _UNSEEN.fullmatch(tag.name):
        opens = not tag.closes and not text.startswith("/>", tag.end - 2)
        unseen[tag.name] = max(0, unseen[tag.name] + opens - tag.closes)
    return unseen.total() > 0


def _has_markdown(tag: HtmlTag, text: str) -> bool:
    return tag.name == "section" and not tag.closes and tag.said("data-markdown", text) == ""


def _section(tags: Sequence[HtmlTag], text: str) -> Section | None:
    """That between the first tag and the last; None if it cannot be told where its text is."""
    first, *inner, last = tags
    element = first.start, last.end
    if all(_vanishes(tag, text) for tag in inner):
        gone = tuple((tag.start, tag.end) for tag in inner)
        place = Place(first.end, last.start, element, ELEMENT, gone)
    elif template := _template(inner, text):
        decoding = TEXTAREA if template.name == "textarea" else None
        place = Place(*_content(template, text), element, decoding)
    else:
        return None
    said = {one.name: unescaped(one.value(text)) for one in reversed(first.attributes)}
    return Section(place, said)


def _vanishes(tag: HtmlTag, text: str) -> bool:
    """Whether reveal.js, which takes the text of a section, gets nothing of a tag or comment.

    Nor has it an effect beyond the section: where a translation leaves out one of two, nothing else changes.
    """
    told = (tag.said(name, text) for name in ("data-template", "data-markdown"))
    return not _HAS_RULES.fullmatch(tag.name) and all(one is None for one in told)


_HAS_RULES = regex(
    "a|address|applet|article|aside|b|base|basefont|bgsound|big|blockquote|body|button|caption|center|code|col"
    "|colgroup|dd|details|dialog|dir|div|dl|dt|em|fieldset|figcaption|figure|font|footer|form|frame|frameset"
    "|h[1-6]|head|header|hgroup|html|i|iframe|keygen|li|link|listing|main|marquee|math|menu|meta|nav|nobr"
    "|noembed|noframes|noscript|object|ol|optgroup|option|p|plaintext|pre|rb|rp|rt|rtc|s|script|search|section"
    "|select|small|strike|strong|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt"
    "|u|ul|xmp"
)
"""Elements for which browsers have rules that may reach further (HTML, 13.2.6.4.7)."""


def _template(tags: Sequence[HtmlTag], text: str) -> HtmlTag | None:
    """The element that reveal.js takes for the one with the text; None if that is another than we read."""
    named = (tag for tag in tags if not tag.closes and tag.said("data-template", text) is not None)
    scripts = (tag for tag in tags if not tag.closes and tag.name == "script")
    found = next(named, None) or next(scripts, None)
    return found if found and found.name in ("textarea", "script") and found.inner else None


def _content(template: HtmlTag, text: str) -> tuple[int, int]:
    """What it holds; browsers drop the line end that a ``<textarea>`` begins with."""
    start, end = template.inner or (0, 0)
    if template.name == "textarea":
        size = next((len(one) for one in ("\r\n", "\n", "\r") if text.startswith(one, start)), 0)
        start = min(start + size, end)
    return start, end
