"""What Marp Core adds to CommonMark: line ends that show, formulas, emoji."""

from __future__ import annotations

import re

from l10n.dialects.commonmark.mathematics import mathematics
from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.dialects.commonmark.reader import Reader
from l10n.dialects.marp.images import COMMANDS, changed_commands, spoken
from l10n.dialects.renderer import Renderer

LINES = OwnLines(signs=re.compile(r"^[ \t>*+\d.)-]*+\$\$", re.MULTILINE), interrupting={"$": (mathematics,)})
READER = Reader(LINES)
RENDERER = Renderer(
    macros=re.compile(
        r"\$\$[^$]+\$\$|\$(?![\s$])(?:[^$\\\n]|\\.)+(?<!\s)\$(?!\d)|(?<![\w:]):[a-z0-9_+-]+:(?![\w:])"
    ),
    signs=re.compile(r"\$|:[a-z0-9_+-]+:"),
    commands=COMMANDS,
    spoken=spoken,
    within=changed_commands,
    unsafe_start=re.compile(r"\$\$"),
    breaks=True,
    runs_tex=False,
    titles_say_anchors=False,
)
