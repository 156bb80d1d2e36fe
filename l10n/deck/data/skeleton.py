"""What of a page must stay, whatever its texts say: its tags, code and comments, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.deck.attributes import READ_BY_PEOPLE
from l10n.dialects import Attribute, HtmlTag, html_tags
from l10n.markdown import FORMATTING_TAGS, TEXT_TAGS
from l10n.regex import regex

INLINE = regex(TEXT_TAGS)
"""Names of tags that may stand within a message."""
SIMPLE = regex(rf"</?(?:{FORMATTING_TAGS})>")
"""Signs of which a translation may have more or less."""
_NOTHING_TO_SEE = regex("script|style|title|template|link|meta|base")
"""Tags of which a page shows nothing, whatever their attributes say."""
_DESCRIPTION = regex(
    r"description|(?:og|twitter):(?:title|description|image:alt)|og:site_name", re.IGNORECASE
)
"""What ``<meta>`` says to people who find the page, or are sent its address."""


def read_by_people(html: str, tag: HtmlTag) -> Iterator[Attribute]:
    """The attributes of a tag whose values people read."""
    if tag.name == "meta":
        said = tag.said("name", html) or tag.said("property", html) or ""
        yield from (one for one in tag.attributes if one.name == "content" and _DESCRIPTION.fullmatch(said))
    elif not _NOTHING_TO_SEE.fullmatch(tag.name):
        yield from (one for one in tag.attributes if READ_BY_PEOPLE.fullmatch(one.name))


def sign(html: str, tag: HtmlTag) -> str:
    """The tag with all but the values that people read, however it is written."""
    read = set(read_by_people(html, tag))
    said = (one.name if one in read else f'{one.name}="{one.value(html)}"' for one in tag.attributes)
    return f"<{'/' if tag.closes else ''}{' '.join([tag.name, *said])}>"


def skeleton(html: str) -> str:
    """The page without its texts; the order of tags within one text is the translator's."""
    pieces: list[str] = []
    inline: list[str] = []
    for tag in html_tags(html):
        if INLINE.fullmatch(tag.name):
            inline.append(sign(html, tag))
            continue
        pieces += sorted(one for one in inline if not SIMPLE.fullmatch(one))
        inline = []
        pieces.append(sign(html, tag) if tag.name else html[tag.start : tag.end])
        if tag.inner and tag.name != "title":
            pieces.append(html[slice(*tag.inner)])
    return "\0".join([*pieces, *sorted(one for one in inline if not SIMPLE.fullmatch(one))])
