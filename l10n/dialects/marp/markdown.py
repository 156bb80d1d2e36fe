"""What Marp Core adds to CommonMark: line ends that show, formulas, emoji."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.dialects.commonmark.linkify import LINKIFY, SIGNS
from l10n.dialects.commonmark.mathematics import FORMULA, formula
from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.dialects.commonmark.reader import Reader
from l10n.dialects.fault import Fault, Kept
from l10n.dialects.marp.images import COMMANDS, changed_commands, spoken
from l10n.dialects.renderer import Renderer
from l10n.regex import regex


def new_start(before: str, after: str) -> Iterator[Fault]:
    """That ``after`` would begin a formula, and ``before`` does not."""
    if after.lstrip().startswith("$$") and not before.lstrip().startswith("$$"):
        yield Fault(Kept.BLOCK, "$$ would begin a formula", (0, 1))


def read_otherwise(before: str, after: str, text: str) -> Iterator[Fault]:
    """That there would be other commands to images, or other links of bare addresses."""
    yield from changed_commands(before, after, text)
    yield from LINKIFY.changed(before, after, text)


LINES = OwnLines(signs=regex(r"^[ \t>*+\d.)-]*+\$\$", re.MULTILINE), interrupting={"$": (formula,)})
READER = Reader(LINES)
RENDERER = Renderer(
    macros=regex(
        # Emoji may stand within a word; what is but a number there is mostly a time: 10:30:45.
        rf"{FORMULA}|:(?!\d+:)[a-z0-9_+-]+:|:(?:100|1234):|(?<![\w:]):\d+:(?![\w:])"
    ),
    signs=regex(rf"\$|:[a-z0-9_+-]+:|{SIGNS}"),
    commands=COMMANDS,
    spoken=spoken,
    new_start=new_start,
    within=read_otherwise,
    unsafe_start=regex(r"\$\$"),
    breaks=True,
    runs_tex=False,
    titles_say_anchors=False,
)
