"""Directives of Marp: which comments are some, what of them is prose, and what they say of slides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from l10n.dialects.commonmark.comments import Comment
from l10n.dialects.data import Data, Prose
from l10n.regex import regex

_GLOBALS = ("headingDivider", "style", "theme", "lang")
_LOCALS = (
    "backgroundColor",
    "backgroundImage",
    "backgroundPosition",
    "backgroundRepeat",
    "backgroundSize",
    "class",
    "color",
    "footer",
    "header",
    "paginate",
)
_ADDED = ("math", "size", "title", "description", "author", "keywords", "image", "url", "transition")
"""What Marp Core and Marp CLI add to Marpit: in comments the rest of a line is no string of these."""
_NAMES = frozenset({*_GLOBALS, *_LOCALS, *_ADDED, *(f"_{name}" for name in (*_LOCALS, "transition"))})
PROSE = ("title", "description", "header", "footer", "_header", "_footer")
"""Directives whose values are shown."""


def _loose(names: Iterable[str]) -> re.Pattern[str]:
    keys = "|".join(f"_?{name}|\"_?{name}\"|'_?{name}'" for name in names)
    return re.compile(rf"^(?:{keys})[ \t]*:(?=[ \t])[ \t]+", re.MULTILINE)


LOOSE = _loose([*_GLOBALS, *_LOCALS, *_ADDED])
_LOOSE_IN_COMMENTS = _loose([*_GLOBALS, *_LOCALS])
_YAML_SIGNS = "[\"'{|>~&*"
"""What a value begins with that is YAML, and no string as it stands."""
_MAY_BE_ONE = regex(
    rf"\b_?(?:{'|'.join((*_GLOBALS, *_LOCALS, *_ADDED))})[\"']?\s*:|^[ \t]*+(?:[?{{\"!&]|---[ \t])",
    re.MULTILINE,
)
"""A key of theirs, or what hides one: it may have no value, and escapes in quotes."""
_MAGIC = regex(
    r"prettier-ignore(?:-(?:start|end))?|markdownlint-(?:(?:disable|enable).*|capture|restore)"
    r"|lint (?:disable|enable|ignore).*"
)
_OURS = regex(r"l10n\s")


def directive(text: str, comment: Comment) -> Data | None:
    """A comment as a directive; None if it is a presenter note, or nothing."""
    if not said(text[slice(*comment.inner)], _LOOSE_IN_COMMENTS).keys() & _NAMES:
        return None
    prose = tuple(map(Prose, PROSE))
    return Data(
        comment.start,
        comment.end,
        comment.inner,
        "yaml",
        prose=prose,
        loose=_LOOSE_IN_COMMENTS,
        named="directive",
    )


def is_note(text: str, comment: Comment) -> bool:
    """Whether a comment that is no directive is a presenter note, and not said to a tool."""
    inner = text[slice(*comment.inner)]
    fits = inner == "fit" and comment.block == "heading_open"
    return bool(inner) and not (fits or _MAGIC.fullmatch(inner) or _OURS.match(inner))


def said(text: str, loose: re.Pattern[str] = LOOSE) -> Mapping[str, Any]:
    """The directives in the text of a comment or of front matter; nothing, where it cannot be read."""
    import yaml

    if not _MAY_BE_ONE.search(text):
        return {}
    try:
        value = yaml.load(_quoted(text, loose), Loader=yaml.BaseLoader)  # noqa: S506 - all are strings
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return {str(key): one for key, one in value.items()} if isinstance(value, dict) else {}


def _quoted(text: str, loose: re.Pattern[str]) -> str:
    """The text with quotes around what Marp takes for strings."""
    return "\n".join(_quoted_line(line, loose.match(line)) for line in text.split("\n"))


def _quoted_line(line: str, key: re.Match[str] | None) -> str:
    value = line[key.end() :].rstrip() if key else ""
    if key is None or not value or value[0] in _YAML_SIGNS:
        return line
    escaped = value.replace('"', '\\"')
    return f'{key.group()}"{escaped}"'


def heading_levels(value: object) -> frozenset[int]:
    """The levels of headings that begin slides, as ``headingDivider`` says them."""
    if isinstance(value, list):
        return frozenset(int(one) for one in value if str(one).isdigit())
    level = int(str(value)) if str(value).isdigit() else 0
    return frozenset(range(1, level + 1)) if level <= len("######") else frozenset()
