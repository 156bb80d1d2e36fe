"""Where links and images lead, and which targets may change with the locale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from l10n.markdown.inline import URL, label, without_code
from l10n.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


class Localised(NamedTuple):
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
        if _same_article(self, before, after):
            return True
        bare = _without(self.patterns, self.target, after)
        return bare != after and bare in (before, _without(self.patterns, self.source, before))

    def neutral(self, target: str) -> str:
        """A target without marks of either locale, so that its forms in both are equal."""
        return _without(self.patterns, (*self.source, *self.target), target)


_ARTICLE = regex(r"https?://([a-z-]+)(?:\.m)?\.wikipedia\.org/wiki/[^\s?]+\Z")


def _same_article(localised: Localised, before: str, after: str) -> bool:
    """Whether both are Wikipedia's, each in its language: an article has another title in each."""
    source, target = _ARTICLE.match(before), _ARTICLE.match(after)
    return (
        bool(source and target and localised.patterns)
        and _is_of(source, localised.source)
        and _is_of(target, localised.target)
    )


def _is_of(article: re.Match[str] | None, spellings: tuple[str, ...]) -> bool:
    languages = {re.split("[-_@]", spelling)[0].lower() for spelling in spellings}
    return article is not None and article[1] in languages


@cache
def _locale_pattern(pattern: str, locales: tuple[str, ...]) -> re.Pattern[str]:
    lead, _, rest = pattern.partition("[")
    optional, _, tail = rest.partition("]")
    names = "|".join(_tag(locale, locales) for locale in locales)
    middle = re.escape(optional).replace(re.escape("{locale}"), f"(?:{names})")
    return re.compile(f"({re.escape(lead)}){middle}(?={re.escape(tail)})", re.IGNORECASE)


_REGION = r"(?:[-_](?:[a-z]{2}|[0-9]{3}|hans|hant|latn|cyrl))?"


def _tag(locale: str, locales: tuple[str, ...]) -> str:
    """How a locale is written in targets; one without a region may have any: ``en-us`` is ``en``."""
    regional = any(one != locale and re.split("[-_]", one)[0] == locale for one in locales)
    bare = locale.isalpha() and not regional
    return re.escape(locale) + (_REGION if bare else "")


def _without(patterns: tuple[str, ...], locales: tuple[str, ...], target: str) -> str:
    """``target`` without the first mark of a locale that each pattern finds."""
    for pattern in patterns:
        target = _locale_pattern(pattern, locales).sub(r"\1", target, count=1)
    return target


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    class LinksAnywhere(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
            """markdown-it takes ``javascript:`` for text, but marked and Python-Markdown for a link."""
            return True

    rules = ["text", "newline", "escape", "backticks", "link", "image", "autolink", "html_inline", "entity"]
    return LinksAnywhere("commonmark").disable(["emphasis"]).enable(rules)


_LEADS = regex(r"\[|<[a-zA-Z/!?]|://")
"""What a text that leads nowhere has none of; most have none."""
_MARKED = regex(r"\]\(|<|://")
"""What a text without references has, if it leads anywhere."""
Target = tuple[str, str]
"""What leads there (``link``, ``image``, a bare ``url``, ``text`` for a URL shown in a link), and where."""


def targets(text: str, references: Mapping[str, str]) -> list[Target]:
    """Where the links and images of ``text`` lead, bare URLs included; unknown references by label."""
    if not _LEADS.search(text):
        return []
    if (simple := _simple(text, references)) is not None:
        return simple
    return list(_parsed(text, references))


def _parsed(text: str, references: Mapping[str, str]) -> Iterator[Target]:
    labels = {label(match[1]) for match in re.finditer(r"\]\[([^\[\]]+)\]", text)}
    known = {name: f"[{name}]" for name in labels} | _within(text, references)
    if known or _MARKED.search(text):
        yield from _targets(text, known)


_SIMPLE = regex(
    r"\[(?<!\]\[)(?P<text>[^\[\]<>!\\]*)\]"
    r"(?:\((?P<target>(?:https?://)?[a-zA-Z0-9/.#?=_~+-]+)\)"
    r"|\[(?P<label>[a-zA-Z0-9][a-zA-Z0-9 ._-]*)\](?![\[(]))"
)
_BARE_TAG = regex(r"</?[a-zA-Z]{1,10} ?/?>")
_NOT_SIMPLE = regex(r"<|://|\]\(")


def _simple(text: str, references: Mapping[str, str]) -> list[Target] | None:
    """The targets of a text whose links are all so plain that no parser is needed; else None."""
    if "\\" in text:
        return None
    found: list[Target] = []
    known: dict[str, str] = {}
    rest: list[tuple[int, int]] = []
    at = 0
    bare = without_code(text)
    for match in _SIMPLE.finditer(bare):
        name = label(match["label"] or "")
        target = match["target"] or known.setdefault(name, references.get(name, f"[{name}]"))
        found.append(("image" if bare.endswith("!", 0, match.start()) else "link", target))
        rest += (at, match.start()), match.span("text")
        at = match.end()
    rest.append((at, len(text)))
    # Code and tags may stand in a label, so that both are looked at with them and without.
    left = "".join([text[start:end] for start, end in rest])
    shown = left if bare is text else "".join([bare[start:end] for start, end in rest])
    if _NOT_SIMPLE.search(_BARE_TAG.sub("", shown) if "<" in shown else shown):
        return None
    unclear = "[" in left and ("][" in left or _within(left, references) or _within(left, known))
    return None if unclear else found


def _within(text: str, references: Mapping[str, str]) -> dict[str, str]:
    """Those references that the text could use: a deck may have hundreds, a text has few."""
    if "\\" in text:  # a label may hold escaped brackets
        return dict(references)
    named = {label(name) for name in _BRACKETED.findall(text)}
    return {name: references[name] for name in named if name in references}


_BRACKETED = regex(r"\[([^\[\]]+)\]")


def _targets(text: str, known: Mapping[str, str]) -> Iterator[Target]:
    references = {_normalised(name): {"href": href, "title": ""} for name, href in known.items()}
    env = {"references": references}
    depth = 0
    for token in _parser().parseInline(text, env)[0].children or ():
        depth += token.nesting if token.type.startswith("link_") else 0
        if token.type == "link_open":
            depth += 1 if token.info == "auto" else 0
            yield ("url" if token.info == "auto" else "link"), str(token.attrs["href"])
        elif token.type == "link_close" and token.info == "auto":
            depth -= 1
        elif token.type == "image":
            yield "image", str(token.attrs["src"])
        elif token.type == "text" and depth < _AUTO:
            for url in re.findall(URL, token.content):
                yield ("text" if depth else "url"), url.rstrip("*_~")


_AUTO = 2
"""The depth within an autolink, whose text is its target."""


def _normalised(name: str) -> str:
    from markdown_it.common.utils import normalizeReference

    return normalizeReference(name)


_MANY = 100
"""New targets that are held against one that is gone: most stand in its order, and all would take long."""


def changed_targets(had: Sequence[Target], has: Sequence[Target], localised: Localised) -> str | None:
    """The first target that is lost, or new, in words; None if there is none."""
    if had == has:  # most translations keep their order, too
        return None
    left = list((Counter(has) - Counter(had)).elements())
    for what, target in (Counter(had) - Counter(has)).elements():
        if what == "text":
            continue
        kinds = ("url", "link") if what == "url" else (what,)  # a bare URL may get a text
        same = (one for one in left[:_MANY] if one[0] in kinds and localised.same(target, one[1]))
        match = next(same, None)
        if match is None:
            return f"the {what} {target} is missing or has another target"
        left.remove(match)
    return f"the {left[0][0]} {left[0][1]} is not in the source" if left else None
