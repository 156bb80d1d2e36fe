"""Texts of DocBook and of manual pages, as translators find them in catalogs, as Markdown."""

from __future__ import annotations

import html
import re

_CODE = "code|command|constant|envar|filename|option|package|userinput"
_EMPHASIS = "emphasis|firstterm|citetitle|gui[a-z]+|literal|computeroutput|prompt|quote"
_NAMED = "\ue000\ue001"
"""What stand around a name to be replaced, until it is known whether that is in code."""
_TAGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"``((?:(?!``|'')[^\n])+)''"), r"“\1”"),
    (re.compile(r"(?<![`\w])`([^`'\n]+)'(?!['\w])"), r"‘\1’"),
    (re.compile(r"\\ |\\~"), "\u00a0"),
    (re.compile(r"\\-"), "-"),
    (re.compile(r"\\\*\((\w\w)"), r"\1"),
    (re.compile(r"\s*<(?P<tag>indexterm|footnote)\b.*?</(?P=tag)>", re.DOTALL), ""),
    (re.compile(r"<(?P<tag>screen|programlisting)\b.*?</(?P=tag)>", re.DOTALL), "`…`"),
    (re.compile(r"<replaceable>([^<>]*)</replaceable>"), f"{_NAMED[0]}\\1{_NAMED[1]}"),
    (re.compile(r"<(?:xref|olink)\b[^>]*?(?:linkend|url)=[\"']([^\"']*)[\"'][^>]*>"), r"[\1](#\1)"),
    (re.compile(r"<u?link\b[^>]*?(?:url|href)=\"([^\"]*)\"[^>]*(?<!/)>([^<]+)</u?link>"), r"[\2](\1)"),
    (re.compile(r"<u?link\b[^>]*?(?:url|href)=\"([^\"\s]*)\"[^>]*>(?:</u?link>)?"), r"[\1](\1)"),
    (re.compile(rf"<(?P<tag>{_CODE})\b[^>]*>([^<`]+)</(?P=tag)>"), r"`\2`"),
    (re.compile(rf"<(?P<tag>{_EMPHASIS})\b[^>]*>\s*([^<*_\s][^<*_]*?)\s*</(?P=tag)>"), r"*\2*"),
    (re.compile(r"\bB<+ ?([^<>]+?) ?>+"), r"**\1**"),
    (re.compile(r"\b[IF]<+ ?([^<>]+?) ?>+"), r"*\1*"),
    (re.compile(r"\bC<+ ?([^<>`]+?) ?>+"), r"`\1`"),
    (re.compile(r"E<lt>"), "&lt;"),
    (re.compile(r"E<gt>"), "&gt;"),
    (re.compile(r"(?<=\w)(?:</[a-z]\w*>)+(?:<[a-z][^<>]*>)+(?=\w)"), " / "),
    (re.compile(r"</?(?!https?:|mailto:)[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"&(?:lt|gt|amp);"), ""),
)
"""What becomes what, in order; the tags that are left say nothing that Markdown could.

A name to be replaced is written as `<name>`, and elements without a blank between them are those of a list.
"""
_ENTITY = re.compile(r"&([\w.-]+);")
"""Such as ``&debian;``: a name."""


def as_markdown(text: str) -> str:
    """The text, its elements and entities in Markdown's own signs; without listings and notes in it."""
    for expression, replacement in _TAGS:
        text = expression.sub(replacement, text)
    text = _ENTITY.sub(lambda match: match[1], html.unescape(text))
    text = re.sub(r"`[^`]*`", lambda match: match.group().translate(str.maketrans(_NAMED, "<>")), text)
    return re.sub(r"[ \t\n]+", " ", re.sub(f"[{_NAMED}]", "", text)).strip()


def is_prose(text: str) -> bool:
    """Whether a text in Markdown has a sentence's worth of words outside its code and targets."""
    plain = re.sub(r"`[^`]*`|\]\([^)]*\)|<[^>]*>", " ", text)
    return len(re.findall(r"(?<![\w/-])[^\W\d_]{2,}(?![\w/-])", plain)) >= _WORDS


_WORDS = 6
