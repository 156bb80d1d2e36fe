"""Why a translation may not stand where its source stands: what it would break.

Content classes, footnote marks, macros and HTML are compared as sets, for their order is the translator's.
Where remark's renderer (marked 0.3) takes more for structure than CommonMark does, its rules count, too.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from l10n.dialects import MARKED, Renderer
from l10n.markdown import CLASS, Localised, changed_targets, label, prose, without_code

_SPECIAL = re.compile(r"[`\[\]<>\\@{}&¹²³⁴⁵⁶⁷⁸⁹⁰†‡]")
_MARKS = re.compile(r"(?=[¹²³⁴⁵⁶⁷⁸⁹⁰†‡])(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|[†‡]+)")
_FOOTNOTE = re.compile(r"(?:\.[a-zA-Z_-][a-zA-Z_0-9-]*\[)?([¹²³⁴⁵⁶⁷⁸⁹⁰]+|[†‡]+)")
_HARMLESS_TAG = re.compile(
    r"<(/?)(b|i|em|strong|u|s|small|sub|sup|br|wbr|q|kbd|abbr|mark)(?<!/)\s*/?>", re.IGNORECASE
)
_EMPTY_TAGS = frozenset({"br", "wbr"})
_AUTOLINK = r"(?![a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]*>)"
_MARKED_AUTOLINK = re.compile(rf"<{_AUTOLINK}[^ <>](?=[^ <>]*?(?:@|:/))[^ <>]++>")
"""What only remark's renderer takes for a link."""
_FAR_TOO_MANY = 100
"""Brackets more than the source has: no translation needs them, and parsing them takes seconds."""


def damage(
    before: str,
    after: str,
    references: Mapping[str, str],
    localised: Localised,
    *,
    marks: str = "",
    begins_line: bool = True,
    renderer: Renderer = MARKED,
) -> str | None:
    """Why ``after`` may not stand where ``before`` stands, or None if it may.

    ``marks`` are the footnote marks of the slide, which text must keep. A heading and a table cell do not
    begin a line, so nothing at their start can be the mark of a list.
    """
    if renderer.marked and begins_line and (reason := new_start(before, after)):
        return reason
    if not (_is_special(before) or _is_special(after)) or _has_same_code_only(before, after):
        return None
    reasons = (rule(before, after) for rule in (_RULES_OF_MARKED if renderer.marked else _RULES))
    reason = (
        next(filter(None, reasons), None)
        or _changed_macros(before, after, renderer.macros)
        or (_new_padding(before, after, references) if renderer.marked else None)
        or (_lost_marks(before, after, marks) if marks else None)
    )
    if reason:
        return reason
    changed = changed_targets(before, after, references, localised)
    return changed or (_new_url(before, after) if renderer.marked else None)


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


_CODE = re.compile("`[^`]+`")


_START = re.compile(
    r"\s*+(?:(?P<heading>\#)|(?P<list>[-+*](?=\s|\]|$)|\d+\.(?=\s|\]|$))|(?P<quote>>)"
    r"|(?P<rule>=+\s*(?=\]|$)|(?:[-*_]\s*){2,}(?=\]|$))|(?P<block>\{\{\s*content\s*\}\}))"
)
"""What remark's renderer (marked) takes for a mark at the start of a block: more than CommonMark does.

Where ``{{content}}`` stands, remark puts another slide's text before any of it is rendered.
"""


def _start(text: str, at: int = 0) -> str | None:
    match = _START.match(text, at)
    return match.lastgroup if match else None


def new_start(before: str, after: str) -> str | None:
    """Why ``after`` would be read as a block of another kind than ``before``, if it would."""
    if after[:1].isalpha():
        return None
    start = _start(after)
    return f"it would begin a {start}" if start and start != _start(before) else None


def _opens_class(text: str) -> bool:
    return "[" in text and bool(_CLASS_START.search(text))


_CLASS_START = re.compile(r"\.[a-zA-Z_-][a-zA-Z_0-9-]*\[")


def _new_starts_in_classes(before: str, after: str) -> str | None:
    if not _opens_class(after):
        return None
    new = _starts_in_classes(after)
    if new:
        new -= _starts_in_classes(before)
    return f"it would begin a {next(iter(new))} in a content class" if new else None


def _starts_in_classes(text: str) -> Counter[str]:
    found = (_start(text, match.end()) for match in CLASS.finditer(text) if match[2])
    return Counter(filter(None, found))


def _too_many_brackets(before: str, after: str) -> str | None:
    return "it has too many brackets" if after.count("[") > before.count("[") + _FAR_TOO_MANY else None


def _new_references(before: str, after: str) -> str | None:
    """Marked takes ``[a](b c)`` for a link and ``[a] [b]`` for a reference; CommonMark takes neither."""
    if not _opens_class(after) and not _LINK_START.search(after):
        return None
    has = _link_starts(after)
    new = has and has - _link_starts(before)
    return f"its {next(iter(new))!r} would make a link" if new else None


def _link_starts(text: str) -> Counter[str]:
    bare = _LINK_LIKE.sub("", without_code(_without_classes(text), "\0"))
    return Counter("](" if found == "](" else "] [" for found in _LINK_START.findall(bare))


_LINK_START = re.compile(r"\](?:\(|\s+\[)")


def _new_padding(before: str, after: str, references: Mapping[str, str]) -> str | None:
    if _PADDED.search(after) and _padded_labels(after, references) > _padded_labels(before, references):
        return "a blank at the edge of a label would keep the link from its definition"
    return None


def _padded_labels(text: str, references: Mapping[str, str]) -> int:
    """How many labels have a blank at an edge, which CommonMark takes off, and marked does not."""
    found = (match[1] for match in re.finditer(r"\[([^\[\]]*)\](?!\()", without_code(text, "\0")))
    return sum(one != one.strip() and label(one) in references for one in found)


_PADDED = re.compile(r"\[\s|\s\]")


def _new_url(before: str, after: str) -> str | None:
    """Marked goes on with a URL where CommonMark sees code or markup begin."""
    if "://" not in after:
        return None
    had, has = (len(_URL_START.findall(_LINK_LIKE.sub("", text))) for text in (before, after))
    return "it has a URL that is not in the source" if has > had else None


_URL_START = re.compile(r"(?:https?|ftp)://")
_LINK_LIKE = re.compile(r"\]\([^()\s\0]*\)")


def _without_classes(text: str) -> str:
    """The brackets of content classes are no link's."""
    if not _opens_class(text):
        return text
    opened: list[bool] = []
    parts: list[str] = []
    at = 0
    for match in CLASS.finditer(text):
        if match[2] or match.group() == "[":
            opened.append(bool(match[2]))
        elif match.group() == "]" and opened and opened.pop():
            parts += text[at : match.start()], " "
            at = match.end()
    return "".join(parts) + text[at:]


def _broken_by_emphasis(before: str, after: str) -> str | None:
    """Marked pairs ``_`` and ``*`` also within words, and across links and code."""
    for mark in "_*":
        if mark not in after or mark not in before:
            continue
        had = prose(before).count(mark)
        if before.count(mark) > had and not had % 2 and prose(after).count(mark) % 2:
            return f"a single {mark} would pair with one in a link or in code"
    return None


_STRUCTURAL = frozenset("\n\r\t`[]#*_|~-")


_NUMBER = re.compile(r"(?<=&\#)[0-9]++")
_DIGITS = 8
"""With so many, not counting zeros before them, a number is that of no character."""


def _unescaped(text: str) -> str:
    """``text`` as a page has it; ``html`` knows what numbers mean, but not those without end."""
    return html.unescape(_NUMBER.sub(lambda match: match.group().lstrip("0")[:_DIGITS] or "0", text))


def _hidden_structure(before: str, after: str) -> str | None:
    """In a page's ``<textarea>`` entities are characters before the engine sees them."""
    if "&" not in after:
        return None
    had, has = (Counter(re.findall(r"&\#?[a-zA-Z0-9]+;?", text)) for text in (before, after))
    for entity in has - had:
        if _STRUCTURAL.intersection(_unescaped(entity)) - _STRUCTURAL.intersection(entity):
            return f"{entity} is the mark of something in a page"
    return None


def footnote_mark(text: str) -> str:
    """The mark that a footnote's text begins with (``¹``, ``.red[†]``), or nothing."""
    match = _FOOTNOTE.match(text)
    return match[1] if match else ""


def _lost_marks(before: str, after: str, marks: str) -> str | None:
    for mark in _MARKS.findall(before):
        if mark in marks and before.count(mark) > after.count(mark):
            return f"the footnote mark {mark} is missing"
    return None


def odd_backtick(before: str, after: str) -> str | None:
    """That a backtick of ``after`` has no partner, unless ``before`` has such a one, too."""
    if "`" not in before and "`" not in after:
        return None
    # remark 0.14 pairs any backtick with the next one, and goes on over the following slides.
    if _unpaired(after) > _unpaired(before) or (after.count("`") - before.count("`")) % 2:
        return "a backtick has no partner"
    return None


def _unpaired(text: str) -> int:
    return re.sub(r"`[^`]+`", "", text).count("`")


def _fence_marks(before: str, after: str) -> str | None:
    if "```" not in after and "~~~" not in after:
        return None
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
    if not _opens_class(before) and not _opens_class(after):
        return None
    return _difference("content class or bracket", _classes(before), _classes(after))


_MACRO_START = re.compile(r"@@|[{<]|!\[:|\[\^")


def _changed_macros(before: str, after: str, macros: re.Pattern[str]) -> str | None:
    if not _MACRO_START.search(before) and not _MACRO_START.search(after):
        return None
    return _difference("macro", *(map(_whole, macros.finditer(text)) for text in (before, after)))


def _whole(match: re.Match[str]) -> str:
    return match.group()


def tags(text: str, *, in_page: bool = True) -> tuple[Counter[str], Counter[str]]:
    """The tags that must stay, and how many more of each formatting tag open than close.

    In a page's ``<textarea>`` entities are characters before the engine sees them.
    """
    plain = without_code(text)
    balance: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    for tag in _tags(plain):
        harmless = _HARMLESS_TAG.fullmatch(tag)
        if harmless is None:
            tags[tag] += 1
        elif harmless[2].lower() not in _EMPTY_TAGS:
            balance[harmless[2].lower()] += -1 if harmless[1] else 1
    if (
        in_page and "&" in plain
    ):  # what is a tag in a page only, where entities are read first, is another one
        hidden = Counter(_tags(_unescaped(plain))) - Counter(_tags(plain))
        tags.update(html.escape(tag, quote=False) for tag in hidden.elements())
    return tags, balance


def _tags(text: str) -> list[str]:
    found = re.findall(rf"<{_AUTOLINK}/?[a-zA-Z!?][^<>]*>?", text)
    return _MARKED_AUTOLINK.findall(text) + [" ".join(tag.split()) for tag in found]


_TAG_START = re.compile(r"[<&]")
"""Of a tag, or of the name of a character that may begin one."""


def _changed_tags_in_page(before: str, after: str) -> str | None:
    return _changed_tags(before, after, in_page=True)


def _changed_tags(before: str, after: str, *, in_page: bool = False) -> str | None:
    if not _TAG_START.search(before) and not _TAG_START.search(after):
        return None
    had, had_open = tags(before, in_page=in_page)
    has, has_open = tags(after, in_page=in_page)
    reason = _difference("HTML", had.elements(), has.elements())
    if reason:
        return reason
    for tag in sorted(had_open.keys() | has_open.keys()):
        if had_open[tag] != has_open[tag]:
            return f"<{tag}> is not closed as in the source"
    return None


_RULES: tuple[Callable[[str, str], str | None], ...] = (
    _too_many_brackets,
    odd_backtick,
    _fence_marks,
    _changed_tags,
)
_RULES_OF_MARKED = (
    *_RULES[:-1],
    _new_starts_in_classes,
    _new_references,
    _broken_by_emphasis,
    _hidden_structure,
    _changed_classes,
    _changed_tags_in_page,
)


def _difference(what: str, had: Iterable[str], has: Iterable[str]) -> str | None:
    wanted, found = list(had), list(has)
    if wanted == found:  # most translations keep their order, too
        return None
    for lost in Counter(wanted) - Counter(found):
        return f"the {what} {lost} is missing"
    for new in Counter(found) - Counter(wanted):
        return f"the {what} {new} is not in the source"
    return None
