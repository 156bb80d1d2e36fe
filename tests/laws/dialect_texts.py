"""Texts that every dialect is tried on: those of all engines, and any other."""

import html
import json

from hypothesis import strategies as st

from l10n.dialects import DIALECTS
from laws import marp_texts, quarto_texts, reveal_texts, slidev_texts
from laws.texts import any_text, decks, structured_text

NAMES = sorted(DIALECTS)


def texts() -> st.SearchStrategy[str]:
    """Decks of any engine, and texts that are none."""
    own = [one.deck_lines() for one in (marp_texts, quarto_texts, reveal_texts, slidev_texts)]
    return st.one_of(any_text(), structured_text(), decks(), *own)


def in_file(text: str, dialect: str) -> str:
    """A deck as it stands in a file: some stand in a page, or are a value."""
    if dialect == "data":
        return f'{{"title": {json.dumps(text)}}}'
    return _IN_PAGES.get(dialect, "{}").format(html.escape(text) if dialect in _IN_PAGES else text)


_IN_PAGES = {
    "remark-html": '<textarea id="source">\n{}</textarea>',
    "reveal-html": "<section data-markdown><textarea data-template>\n{}</textarea></section>",
}
