"""Why a translation may not stand where its source stands: what it would break.

Links and images are compared as markdown-it parses them; content classes, footnote marks, macros and HTML are
compared as sets, for a translation may change their order.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.inline import CLASS, MACRO, URL, label, without_code

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@dataclass(frozen=True, slots=True)
class Localised:
    """Which targets may change with the locale, and how."""

    patterns: tuple[str, ...] = ()
    """Like ``/[{locale}/]``: the part in brackets stands in some locales only."""
    source: tuple[str, ...] = ()
    """How the source locale may be written."""
    target: tuple[str, ...] = ()

    def same(self, before: str, after: str) -> bool:
        """Whether ``after`` is ``before`` or its form in the target locale."""
        if before == after:
            return True
        bare = _without(self.patterns, self.target, after)
        return bare != after and bare in (before, _without(self.patterns, self.source, before))


@cache
def _locale_pattern(pattern: str, locales: tuple[str, ...]) -> re.Pattern[str]:
    lead, _, rest = pattern.partition("[")
    optional, _, tail = rest.partition("]")
    names = "|".join(re.escape(locale) for locale in locales)
    middle = re.escape(optional).replace(re.escape("{locale}"), f"(?:{names})")
    return re.compile(f"({re.escape(lead)}){middle}(?={re.escape(tail)})", re.IGNORECASE)


def _without(patterns: tuple[str, ...], locales: tuple[str, ...], target: str) -> str:
    """``target`` without the first mark of a locale that each pattern finds."""
    for pattern in patterns:
        target = _locale_pattern(pattern, locales).sub(r"\1", target, count=1)
    return target


_SPECIAL = re.compile(r"[`\[\]<>\\@{}&¹²³⁴⁵⁶⁷⁸⁹⁰†‡]|://|www\.|~~~")
_MARKS = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+|[†‡]+")
_FOOTNOTE = re.compile(r"(?:\.[a-zA-Z_-][a-zA-Z_0-9-]*\[)?([¹²³⁴⁵⁶⁷⁸⁹⁰]+|[†‡]+)")
_HARMLESS_TAG = re.compile(
    r"<(/?)(b|i|em|strong|u|s|small|sub|sup|br|wbr|q|kbd|abbr|mark)(?<!/)\s*/?>", re.IGNORECASE
)
_EMPTYTAGS = frozenset({"br", "wbr"})


def damage(
    before: str, after: str, references: Mapping[str, str], localised: Localised, marks: str = ""
) -> str | None:
    """Why ``after`` may not stand where ``before`` stands, or None if it may.

    ``marks`` are the footnote marks of the slide, which text must keep.
    """
    if not _SPECIAL.search(before) and not _SPECIAL.search(after):
        return None
    for rule in _RULES:
        if reason := rule(before, after):
            return reason
    if reason := _lost_marks(before, after, marks):
        return reason
    return _changed_targets(before, after, references, localised)


def footnote_mark(text: str) -> str:
    """The mark that a footnote's text begins with (``¹``, ``.red[†]``), or nothing."""
    match = _FOOTNOTE.match(text)
    return match[1] if match else ""


def _lost_marks(before: str, after: str, marks: str) -> str | None:
    for mark in _MARKS.findall(before):
        if mark in marks and before.count(mark) > after.count(mark):
            return f"the footnote mark {mark} is missing"
    return None


def _odd_backtick(before: str, after: str) -> str | None:
    if (before.count("`") - after.count("`")) % 2:
        return "a backtick has no partner"
    return None


def _fence_marks(before: str, after: str) -> str | None:
    extra = Counter(re.findall(r"`{3,}|~{3,}", after)) - Counter(re.findall(r"`{3,}|~{3,}", before))
    return f"{min(extra)} would begin or end a code block" if extra else None


def _classes(text: str) -> Iterator[str]:
    """Names of the classes in ``text`` whose brackets balance; ``[`` and ``]`` for stray brackets."""
    opened: list[str] = []
    for match in CLASS.finditer(text):
        if match[2] or match.group() == "[":
            opened.append("" if match.group().startswith("\\") else match[1] or "")
        elif match.group() == "]":
            name = opened.pop() if opened else "]"
            if name:
                yield "]" if name == "]" else f"{name}[…]"
    yield from (f"{name}[" for name in opened)


def _changed_classes(before: str, after: str) -> str | None:
    if not any(match[2] for match in CLASS.finditer(f"{before}\n{after}")):
        return None
    return _difference("content class or bracket", Counter(_classes(before)), Counter(_classes(after)))


def _changed_macros(before: str, after: str) -> str | None:
    return _difference("macro", Counter(re.findall(MACRO, before)), Counter(re.findall(MACRO, after)))


def _tags(text: str) -> tuple[Counter[str], Counter[str]]:
    """The tags that must stay, and how many more of each formatting tag open than close."""
    plain = html.unescape(without_code(text))
    balance: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    for match in re.finditer(r"</?[a-zA-Z!?][^<>]*>?", plain):
        harmless = _HARMLESS_TAG.fullmatch(match.group())
        if harmless is None:
            tags[" ".join(match.group().split())] += 1
        elif harmless[2].lower() not in _EMPTYTAGS:
            balance[harmless[2].lower()] += -1 if harmless[1] else 1
    return tags, balance


def _changed_tags(before: str, after: str) -> str | None:
    had, had_open = _tags(before)
    has, has_open = _tags(after)
    reason = _difference("HTML", had, has)
    if reason:
        return reason
    for tag in sorted(had_open.keys() | has_open.keys()):
        if had_open[tag] != has_open[tag]:
            return f"<{tag}> is not closed as in the source"
    return None


_RULES: tuple[Callable[[str, str], str | None], ...] = (
    _odd_backtick,
    _fence_marks,
    _changed_classes,
    _changed_macros,
    _changed_tags,
)


def _difference(what: str, had: Counter[str], has: Counter[str]) -> str | None:
    if had == has:
        return None
    for lost in had - has:
        return f"the {what} {lost} is missing"
    return f"the {what} {next(iter(has - had))} is not in the source"


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    rules = ["text", "newline", "escape", "backticks", "link", "image", "autolink", "html_inline", "entity"]
    return MarkdownIt("commonmark").disable(["emphasis"]).enable(rules)


def targets(text: str, references: Mapping[str, str]) -> list[str]:
    """Where the links and images of ``text`` lead, bare URLs included; unknown references by label."""
    labels = {label(match[1]) for match in re.finditer(r"\]\[([^\[\]]+)\]", text)}
    known = {name: f"[{name}]" for name in labels} | dict(references)
    return list(_targets(text, known))


def _targets(text: str, known: Mapping[str, str]) -> Iterator[str]:
    references = {_normalised(name): {"href": href, "title": ""} for name, href in known.items()}
    env = {"references": references}
    depth = 0
    for token in _parser().parseInline(text, env)[0].children or ():
        depth += token.nesting if token.type.startswith("link_") else 0
        if token.type == "link_open":
            yield str(token.attrs["href"])
        elif token.type == "image":
            yield str(token.attrs["src"])
        elif token.type == "text" and not depth:
            yield from re.findall(URL, token.content)


def _normalised(name: str) -> str:
    from markdown_it.common.utils import normalizeReference

    return normalizeReference(name)


def _changed_targets(
    before: str, after: str, references: Mapping[str, str], localised: Localised
) -> str | None:
    had, has = targets(before, references), targets(after, references)
    left = list((Counter(has) - Counter(had)).elements())
    for target in (Counter(had) - Counter(has)).elements():
        match = next((other for other in left if localised.same(target, other)), None)
        if match is None:
            return f"the link or image {target} is missing or has another target"
        left.remove(match)
    return f"the link or image {left[0]} is not in the source" if left else None
