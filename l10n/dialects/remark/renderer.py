"""What renders remark's decks: marked 0.3."""

from __future__ import annotations

from l10n.dialects.remark import harm
from l10n.dialects.remark.reading import READERS
from l10n.dialects.renderer import Renderer
from l10n.markdown import MACRO
from l10n.regex import regex

MARKED = Renderer(
    macros=regex(MACRO),
    new_start=harm.new_start,
    within=harm.within,
    inline=READERS,
    unsafe_start=regex("def"),  # a slip of marked 0.3.9 (``ending_words`` in ``marked/versions``)
    hides_bars=False,
    runs_tex=False,
    titles_say_anchors=False,
    entities_first=True,
    goes_on_over_lines=True,
)
