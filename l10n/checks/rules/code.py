"""Inline code: what a translation keeps of it, and what of it is for people, and may be translated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from l10n.build import unisolated
from l10n.checks.evidence.language_data import ELEMENTS
from l10n.checks.model import Flaw, Pair, Setting
from l10n.checks.rules.markup import hidden
from l10n.language import excerpt, excerpts
from l10n.markdown import InlineSpan, SpanKind
from l10n.regex import regex

_MANY = 50
"""So much code is compared with what was lost, to name what it became."""
_NO_BREAK = str.maketrans("\u00a0\u202f", "  ")


def inline_code(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """Inline code is missing, or is not what it is in the source. Further code is fine.

    Names that readers are to replace may be translated where signs around them say so, as in
    ``git clone <url>``; and a locale of the source's language may become one of the translation's.
    """
    if "`" not in pair.msgid or hidden(pair, setting):
        return
    source, has = setting.inline.code(pair.msgid), setting.inline.code(pair.msgstr)
    if [span.value for span in source] == [span.value for span in has]:
        return
    kept = has if "<code>" not in pair.msgstr else setting.inline.code(unisolated(pair.msgid, pair.msgstr))
    had = Counter(_code(span, setting) for span in source)
    lost = had - Counter(_code(span, setting) for span in kept)
    left = Counter(_code(span, setting) for span in has) - had
    new = [span for span in has if left[_code(span, setting)]][:_MANY]
    for span in source:
        if lost[_code(span, setting)]:
            lost[_code(span, setting)] -= 1
            yield _changed(_plain(span), new)


def _changed(code: str, new: list[InlineSpan]) -> Flaw:
    """What became of code, which one of the ``new`` spans stands for, if there are any."""
    if not new:
        return Flaw(f"the code `{excerpt(code)}` is missing")
    other = max(new, key=lambda span: SequenceMatcher(None, code[:500], span.value[:500]).ratio())
    new.remove(other)
    was, became = excerpts(code, other.value)
    return Flaw(f"the code `{was}` has become `{became}`", (other.start, other.end))


def _code(span: InlineSpan, setting: Setting) -> str:
    """What of code must stay as it is."""
    code = _plain(span)
    if "<" in code and not _NAMED.fullmatch(code):
        code = _NAMED.sub(_without_name, code)
    return _locales(setting.source_language, setting.language).sub("_", code)


def _plain(span: InlineSpan) -> str:
    value = span.value
    return value if value.isascii() and "\n" not in value else value.translate(_NO_BREAK).replace("\n", " ")


_NAMED = regex(r"(?<![\w<>])<([^\W\d_](?:[\w /-]{0,40}\w)?)>")
"""A name within other code; what is a parameter of a type, as in ``List<int>``, is none."""


def _without_name(match: re.Match[str]) -> str:
    return match.group() if match[1].lower() in ELEMENTS else "<>"


@cache
def _locales(*languages: str) -> re.Pattern[str]:
    """A locale by its tag, ``en_US.UTF-8``, or a language, of those named."""
    names = "|".join(re.escape(one) for one in sorted({*languages}))
    return re.compile(rf"(?<![\w.-])(?:{names})(?:[_-][A-Z]{{2}}(?:\.UTF-8)?)?(?![\w-])")


def space_in_code(pair: Pair, _: Setting) -> Iterator[Flaw]:
    """A no-break space stands in inline code, where the source has a plain space: it cannot be copied."""
    for start, end in _no_break_code(pair):
        yield Flaw(f"there is a no-break space in {excerpt(pair.msgstr[start:end])}", (start, end))


def _no_break_code(pair: Pair) -> list[tuple[int, int]]:
    """Code with a no-break space, if no code of the source has one."""
    text = pair.msgstr
    if "`" not in text or not ("\u00a0" in text or "\u202f" in text):
        return []
    if any(_is_unbroken(span) for span in pair.source.spans):
        return []
    return [(span.start, span.end) for span in pair.target.spans if _is_unbroken(span)]


def _is_unbroken(span: InlineSpan) -> bool:
    return span.kind is SpanKind.CODE and span.value != span.value.translate(_NO_BREAK)


def plain_spaces(pair: Pair, _: Setting) -> str:
    """The translation with plain spaces in its code."""
    text = pair.msgstr
    for start, end in _no_break_code(pair):
        text = text[:start] + text[start:end].translate(_NO_BREAK) + text[end:]
    return text
