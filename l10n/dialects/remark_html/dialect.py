"""remark's decks in pages."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.dialects.base import Plain
from l10n.dialects.cut import Cut
from l10n.dialects.embedding import Embedding
from l10n.dialects.page_data import page_data
from l10n.dialects.remark.lexer import REMARK as REMARK_15
from l10n.dialects.remark.lexer import REMARK_14, Rules
from l10n.dialects.remark.marks import EarlierMarks, RemarkMarks
from l10n.dialects.remark.renderer import MARKED
from l10n.dialects.remark.slides import REMARK, cut_slides
from l10n.dialects.remark_html.place import decks_in
from l10n.markdown import REMARK_TEXTAREA, BlockReader

_RENDERER = MARKED._replace(entities_first=False, embedding=Embedding(decks_in))


class _RemarkHtml(Plain):
    name = "remark-html"
    dedent = True
    renderer = _RENDERER

    def cut(self, text: str) -> Cut:
        """Slides and documents of the deck, and the page as data."""
        return self._with_page(text, REMARK_15, RemarkMarks)

    @property
    def readers(self) -> Sequence[BlockReader]:
        """Those of remark."""
        return REMARK.readers

    def earlier(self, text: str) -> Cut | None:
        """The same by remark 0.14."""
        return self._with_page(text, REMARK_14, EarlierMarks)._replace(version="remark 0.14")

    def _with_page(self, text: str, rules: Rules, marks: type[RemarkMarks]) -> Cut:
        deck, _, page = text.partition("\0")
        cut = cut_slides(deck, rules, marks)
        slices = tuple(one._replace(decoding=REMARK_TEXTAREA) for one in cut.slices)
        data = page_data(page, len(text) - len(page), self.settings.front_matter)
        return cut._replace(slices=slices, data=data)


REMARK_HTML = _RemarkHtml()
