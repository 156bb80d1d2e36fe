"""The table of settings: ``l10n.toml``, or ``[tool.l10n]``; what each may be, and what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from l10n.dialects import DIALECTS, FLAVOURS
from l10n.errors import ConfigError
from l10n.language import (
    Setting,
    Value,
    accepts,
    boolean,
    canonical,
    one_of,
    read_table,
    shown_value,
    string,
    strings,
)
from l10n.project.check_config import check_settings
from l10n.project.patterns import PatternError, Patterns
from l10n.regex import regex
from l10n.system import is_hidden


@accepts(**strings.schema)
def _patterns(value: Value) -> tuple[str, ...]:
    lines = strings(value)
    for line in lines:
        try:
            Patterns([line])
        except PatternError as error:
            message = f"{value.name!r} has a pattern that means nothing, {shown_value(line)}: {error}"
            raise ConfigError(message, value.place) from error
    return lines


@accepts(**string.schema)
def _folder(value: Value) -> str:
    path = PurePosixPath(string(value))
    if path.is_absolute() or ".." in path.parts or "\\" in str(path) or "\0" in str(path):
        raise value.wrong("a folder within the project")
    if any(map(is_hidden, path.parts)):
        raise value.wrong("a folder that is not hidden")
    return str(path)


@accepts(anyOf=[boolean.schema, string.schema])
def _index(value: Value) -> bool | str:
    return _folder(value) if isinstance(value.content, str) else boolean(value)


_LOCALE = regex(r"[a-zA-Z]{2,8}(?:[-_@][a-zA-Z0-9]{1,8})*\Z")


def locale_name(name: str) -> bool:
    """Whether ``name`` looks like a locale, and so may name a folder."""
    return _LOCALE.match(name) is not None


@accepts(**string.schema, pattern=rf"^{_LOCALE.pattern[:-2]}$")
def _locale(value: Value) -> str:
    if not locale_name(string(value)):
        raise value.wrong("a locale, such as 'en' or 'pt_BR'")
    return canonical(string(value))


@accepts(type="array", items=_locale.schema)
def _locales(value: Value) -> tuple[str, ...]:
    names = strings(value)
    if not all(locale_name(name) for name in names):
        raise value.wrong("a list of locales, such as ['fr', 'pt_BR']")
    return tuple(dict.fromkeys(canonical(name) for name in names))


@accepts(type="object", additionalProperties=_locales.schema)
def _fallback(value: Value) -> dict[str, tuple[str, ...]]:
    if not isinstance(value.content, dict) or not all(map(locale_name, value.content)):
        raise value.wrong("a table of locales, such as { fr_CA = ['fr'] }")
    return {canonical(name): _locales(value.inner(name, chain)) for name, chain in value.content.items()}


@accepts(type="object", additionalProperties=one_of(*DIALECTS).schema)
def _dialects(value: Value) -> dict[str, str]:
    if not isinstance(value.content, dict):
        raise value.wrong("a table of patterns and dialects")
    _patterns(value._replace(content=list(value.content)))
    check = one_of(*DIALECTS)
    return {pattern: check(value.inner(pattern, dialect)) for pattern, dialect in value.content.items()}


@accepts(type="object")
def _options(value: Value) -> dict[str, dict[str, Any]]:
    return read_table(value, {name: partial(_options_of, name) for name in DIALECTS})


def _options_of(dialect: str, value: Value) -> dict[str, Any]:
    return read_table(value, {option.name: option.check for option in DIALECTS[dialect].options})


_MOST_TARGETS, _LONGEST_TARGET = 20, 200


@accepts(**strings.schema, maxItems=_MOST_TARGETS)
def _target_patterns(value: Value) -> tuple[str, ...]:
    patterns = strings(value)
    found = [re.fullmatch(r"[^\[\]]*\[([^\[\]]*)\][^\[\]]*", one) for one in patterns]
    if not all(one and "{locale}" in one[1] for one in found):
        raise value.wrong("a list of patterns such as '/[{locale}/]'")
    if len(patterns) > _MOST_TARGETS or any(len(one) > _LONGEST_TARGET for one in patterns):
        few = f"at most {_MOST_TARGETS} patterns of at most {_LONGEST_TARGET} characters"
        raise value.wrong(f"{few}, for each is held against each target")
    return patterns


SETTINGS: Mapping[str, Setting] = {
    "source": Setting(_folder, "folder of the decks", default="source"),
    "include": Setting(
        _patterns,
        "which files there are decks; patterns as in `.gitignore`",
        otherwise="all `*.md`, and what other dialects end in",
    ),
    "exclude": Setting(_patterns, "which are not; they are copied as they are", default=[]),
    "source-locale": Setting(_locale, "language of the decks", default="en"),
    "locales": Setting(_locales, "languages to work on", otherwise="those with catalogs"),
    "fallback": Setting(
        _fallback, "table of locales to lists of those that they borrow from", otherwise="a locale's parents"
    ),
    "catalogs": Setting(_folder, "folder of the catalogs", default="locales"),
    "catalogs-per": Setting(
        one_of("deck", "folder", "project"),
        "whether each deck has a catalog of its own, or those of a folder share one (`folder`), or all do "
        "(`project`); when it is changed, `l10n sync` moves what there is",
        default="deck",
    ),
    "output": Setting(_folder, "folder of the built decks", default="build"),
    "index": Setting(
        _index,
        "`true` for a page `index.html` above the built decks that lists them; or the template in the "
        "project that it is made from",
        default=False,
    ),
    "dialect": Setting(
        one_of(*DIALECTS),
        "the dialect of all decks: `remark-html` and `reveal-html` are those in pages, "
        "`xaringan` is remark in R Markdown, `markdown` is for pages, and `html`, `svg` and `data` "
        "for texts of pages, drawings, YAML and JSON",
        otherwise="by each deck's marks",
    ),
    "front-matter": Setting(
        strings,
        "keys of front matter whose values are messages; `*` stands for any part: `features.*.title`",
        otherwise="the dialect's: `title`, `description`, and more in `xaringan`, `slidev` and `quarto`",
    ),
    "flavour": Setting(
        one_of(*FLAVOURS),
        "of pages, where their tools conflict: `mdx` if indented text is no code, and what stands "
        "in braces is "
        "run; `pandoc` and `mkdocs` refuse what breaks pages for those readers only",
        default="commonmark",
    ),
    "breaks": Setting(
        boolean,
        "of pages: `true` if a line end shows, as on GitHub's issues; then it stays in messages and "
        "translations",
        default=False,
    ),
    "dialects": Setting(
        _dialects,
        'pattern to dialect, for some decks: `"docs/**" = "markdown"`; for texts of other files, '
        '`"*.html" = "html"`; the last that matches comes before all else',
        default={},
    ),
    "options": Setting(_options, "tables, one for a dialect that has settings of its own", otherwise="none"),
    "references": Setting(
        one_of("file", "line"),
        "`line` adds line numbers to `#:`, at the price of larger diffs",
        default="file",
    ),
    "memory": Setting(
        one_of("fill", "fuzzy", "off"),
        "what a new message gets whose very text is translated elsewhere: that translation, the "
        "same as `fuzzy`, "
        "or nothing (`off`)",
        default="fill",
    ),
    "revision-keys": Setting(
        strings,
        "keys of a translated page's front matter that name the commit of its source: `l10n adopt` "
        "takes that as "
        "`--revision`",
        default=["default_lang_commit", "sourceCommit", "source_commit", "source-commit"],
    ),
    "localised-targets": Setting(
        _target_patterns,
        "what of a link may change with the language; what stands in brackets is there in some "
        "languages only",
        default=["//[{locale}.]", "/[{locale}/]"],
    ),
    "check": Setting(check_settings, "a table: what `l10n check` looks for and asks for", otherwise="none"),
}
"""Each key, as the file writes it; ``Config`` has a field for each."""
