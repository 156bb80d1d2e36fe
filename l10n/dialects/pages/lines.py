"""Syntax that stands on lines of its own: for each sort a function that says how much of a document it is.

Such a function is given the place where it may begin, and says how many lines it takes and what of the first
is prose; None if it does not begin there. Each stays linear: where something is looked for that never comes,
that is noted, and it is not looked for again.
"""

from __future__ import annotations

import re

from l10n.dialects.commonmark.drawn import grid
from l10n.dialects.commonmark.letters import ITEM
from l10n.dialects.commonmark.mathematics import mathematics
from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.dialects.commonmark.place import Found, Place, range_of
from l10n.dialects.pages.containers import admonition, block, component, container, snippet, tab
from l10n.regex import regex

_TAG = regex(r"\{\{(?:[<%](?:[^<>%\n]|[<>%](?!\}\}))*[>%])\}\}|\{%(?:[^%\n]|%(?!\}))*%\}")
_SHORTCODES = regex(rf"(?:(?:{_TAG.pattern})[ \t]*)+")
_OPENED = regex(r"\{\{[<%](?!.*[%>]\}\})|\{%(?!.*%\})")
_VERBATIM = regex(
    r"(?P<sign>\{\{[<%]|\{%-?)[ \t]*(?P<name>highlight|comment|mermaid|katex|math|chart|raw|code|codeblock)\b"
)


def shortcode(place: Place) -> Found | None:
    """A line of shortcodes: ``{{< note >}}`` and ``{{% note %}}`` of Hugo, ``{% include x %}`` of Liquid."""
    if _SHORTCODES.fullmatch(place.line):
        return _literal_shortcode(place) or Found(1)
    if opened := _OPENED.match(place.line):
        sign = opened.group()
        closing = {"{{<": ">}}", "{{%": "%}}", "{%": "%}"}[sign]
        end = place.until(sign, lambda line: line.rstrip().endswith(closing))
        return Found(end) if end else None
    return None


def _literal_shortcode(place: Place) -> Found | None:
    """One whose content is no Markdown, with that."""
    match = _VERBATIM.match(place.line)
    if match is None or match["name"] in ("raw", "code"):
        return None
    name = match["name"]
    closing = re.compile(rf"[ \t]*(?:\{{\{{[<%]|\{{%-?)[ \t]*(?:/[ \t]*{name}\b|end{name}\b)")
    if closing.search(place.line, match.end()):
        return None
    end = place.until(name, lambda line: closing.match(line) is not None)
    return Found(end) if end else None


_ATTRIBUTE_LINE = regex(
    r"\{:?[ \t]*(?:[#.][^{}]+|[\w:@-]+=[^{}]*|:?toc|::?\w+[^{}]*|:[^{}]*)[ \t]*\}[ \t]*|\{:[^{}]*\}[ \t]*"
)
_EXPRESSION = regex(r"\{[a-zA-Z_$][\w.$]*(?:\([^()]*\))?\}[ \t]*")


def braces(place: Place) -> Found | None:
    """``{: .class }`` of kramdown, ``{#id}`` of Pandoc, ``{/* comment */}`` and ``{props.x}`` of MDX."""
    if place.line.startswith("{/*"):
        if place.line.rstrip().endswith("*/}"):
            return Found(1)
        end = place.until("*/}", lambda line: line.rstrip().endswith("*/}"))
        return Found(end) if end else None
    if place.line.startswith("{{") or place.line.startswith("{%"):
        return shortcode(place)
    whole = _ATTRIBUTE_LINE.fullmatch(place.line) or _EXPRESSION.fullmatch(place.line)
    return Found(1) if whole else None


_BRACKETS = regex(r"\[\[?_?toc_?\]\]?[ \t]*", re.IGNORECASE)
_ABBREVIATION = regex(r"\*\[[^\[\]\n]+\]:[ \t]*(?P<title>.*?)[ \t]*")


_TARGET = regex(r"\([^()\n]+\)=[ \t]*")


def target(place: Place) -> Found | None:
    """``(name)=`` of MyST, to which links may lead."""
    return Found(1) if _TARGET.fullmatch(place.line) else None


def contents(place: Place) -> Found | None:
    """``[TOC]`` and ``[[toc]]``."""
    return Found(1) if _BRACKETS.fullmatch(place.line) else None


def abbreviation(place: Place) -> Found | None:
    """``*[HTML]: Hypertext``: what it stands for is prose."""
    match = _ABBREVIATION.fullmatch(place.line)
    return Found(1, range_of(match, "title")) if match else None


_INCLUDE = regex(r"<<<[ \t]*[\w@./~{<'\"].*|<<\[.*\]\(.*\)[ \t]*")
_COMPONENT_TAG = regex(r"</?(?:[A-Z][\w.:]*|(?=>))")


def angle(place: Place) -> Found | None:
    """``<<< file`` of VitePress; tags of components, ``<Tabs>``, that stand on lines without text."""
    if place.line.startswith("<<"):
        return Found(1) if _INCLUDE.fullmatch(place.line) else None
    return _tags(place)


def _tags(place: Place) -> Found | None:
    text, count = place.line, 1
    at = 0
    while True:
        match = _COMPONENT_TAG.match(text, at)
        if match is None:
            return None
        end = _tag_end(text, match.end())
        while end is None:
            line = place.following(count)
            if line is None or not line.strip() or count > _MOST_LINES:
                return None
            text, count = f"{text}\n{line}", count + 1
            end = _tag_end(text, match.end())
        at = len(text) - len(text[end:].lstrip(" \t"))
        if at == len(text):
            return Found(count)


_MOST_LINES = 40
"""Of one tag; each is looked at again for each that is added."""


def _tag_end(text: str, at: int) -> int | None:
    """Where a tag ends, past its quotes and braces."""
    depth = 0
    while at < len(text):
        match = _TAG_PIECE.match(text, at)
        if match is None:
            return None
        piece = match.group()
        if piece == ">" and not depth:
            return match.end()
        depth += (piece == "{") - (piece == "}")
        at = match.end()
    return None


_TAG_PIECE = regex(r"[^\"'`{}>]+|\"[^\"]*\"|'[^']*'|`[^`]*`|[{}>]")
_IMPORT = regex(
    r"import[ \t]*(?:[\w$*{][^\"'\n]*[ \t}]from[ \t]*)?(?P<quote>[\"'])[^\"'\n]+(?P=quote)[ \t]*;?[ \t]*"
    r"|import[ \t]+(?:[\w$]+[ \t]*,[ \t]*)?\{[^}\n]*"
)
_EXPORT = regex(
    r"export[ \t]+(?:(?:const|let|var)[ \t]+[\w${\[].*"
    r"|(?:async[ \t]+)?function\b[ \t*]*\w*[ \t]*\(.*|class[ \t]+\w+.*\{.*"
    r"|default[ \t]+(?:(?:async[ \t]+)?function\b|class\b|\(|\{|\[|[\w$.]+[ \t]*(?:;|\(|=>)).*"
    r"|\{.*|\*[ \t]+(?:as|from)\b.*)"
)


def module(place: Place) -> Found | None:
    """``import`` and ``export`` of MDX, up to a blank line outside of their brackets."""
    if place.gave_up("module") or not (_IMPORT.fullmatch(place.line) or _EXPORT.fullmatch(place.line)):
        return None
    count, depth = 1, _depth(place.line)
    while (line := place.following(count)) is not None and (depth > 0 or line.strip()):
        depth += _depth(line)
        count += 1
    if depth > 0:
        place.give_up("module")
        return None
    return Found(count)


def _depth(line: str) -> int:
    return sum(map(line.count, "([{")) - sum(map(line.count, ")]}"))


_ALERT = regex(r"\[!(?P<name>[\w-]+)\][-+]?(?:[ \t]+(?P<title>.*?))?[ \t]*")


def alert(place: Place) -> Found | None:
    """``[!NOTE]`` in the first line of a quote, as GitHub, VitePress and Obsidian have it."""
    match = _ALERT.fullmatch(place.line)
    return Found(1, range_of(match, "title")) if match else None


LINES = OwnLines(
    signs=regex(
        r"^[ \t>*+\d.)-]*+(?:::|!!!|\?\?\?|===|///|;|\{|\$\$|\[(?:\[|_|toc|TOC|!)|<[<A-Z/>]|\([^()\n]+\)="
        rf"|import\b|export\b|{ITEM.pattern})"
        r"|^[ \t>]*\+[-=:]{3,}\+|-8<-|\*\[|(?:^|(?<=[\s>]))[:~][ \t]|\[\^|\{[#.:\w]",
        re.MULTILINE,
    ),
    interrupting={
        ":": (container, component),
        "!": (admonition,),
        "?": (admonition,),
        "=": (tab,),
        "/": (block,),
        "-": (snippet,),
        "+": (grid,),
        ";": (snippet,),
        "{": (braces,),
        "$": (mathematics,),
        "[": (contents,),
        "*": (abbreviation,),
        "<": (angle,),
        "(": (target,),
    },
    beginning={"i": (module,), "e": (module,)},
    in_quotes={"[": (alert,)},
)


_LIST = r"\{:?[ \t]*(?:[#.][^{}\n]*|[\w:-]+=[^{}\n]*|/\*[ \t]*#[^{}\n]*\*/|-)[ \t]*\}"
TRAILING_LISTS = regex(rf"(?<![ \t])[ \t]*(?:{_LIST}[ \t]*)+\Z")
"""The attribute lists that a title ends with: ``{#id}``, ``{.class}``."""
