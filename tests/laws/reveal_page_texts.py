"""Pages of reveal.js that hold their slides in Markdown: in templates, in scripts, and as they are."""

import html
import re
from collections.abc import Callable, Sequence
from itertools import cycle
from textwrap import indent

from hypothesis import strategies as st

from laws import reveal_texts
from laws.texts import beside

SEPARATORS = (
    "", "", ' data-separator="^\\n\\n\\n"', ' data-separator-vertical="^----$"',
    " data-separator='^---$' data-separator-vertical='^\\n\\n'", ' data-separator-notes="^Hint:"',
    ' data-separator="&lt;!--s--&gt;" class="x"',
)  # fmt: skip
_HEAD = "<!DOCTYPE html>\n<html lang=en><title>A deck</title>\n"
LEADS = ("", "  ", "\t", "    ", "\t\t")


def _in_template(text: str) -> str:
    return f"<textarea data-template>{html.escape(text, quote=False)}</textarea>"


def _in_script(text: str) -> str:
    text = text.replace("<script", "< script").replace("</script", "< /script")
    return f'<script type="text/template">{text}</script>'


def _bare(text: str) -> str:
    return html.escape(text)


TAGS = (
    "", "", "<br>", "<!-- > -->", "", '<img alt="a &amp; > b"/>', "<kbd>", "</kbd>", "</x-y>", "<?x>",
    "<!-->", "", "<https://example.com/a>", "<input value='>'>", "</ruby>", "", "<x-y\tz />", "<!x>",
    "</ x>", "<sub>", "",
)  # fmt: skip


def _among_tags(text: str) -> str:
    """Of which reveal.js gets nothing, nor of comments."""
    tags = cycle(TAGS)
    return "".join(html.escape(piece) + next(tags) for piece in re.split(r"(?<=\W)", text))


FORMS: tuple[Callable[[str], str], ...] = (_in_template, _in_script, _bare, _among_tags)


def _section(drawn: tuple[str, str, str, str, Callable[[str], str]]) -> str:
    text, lead, begin, said, form = drawn
    return f"<section data-markdown{said}>{form(begin + indent(text, lead))}</section>"


def _pages(
    texts: st.SearchStrategy[str], separators: Sequence[str], begins: Sequence[str]
) -> st.SearchStrategy[str]:
    begin = st.sampled_from(begins)
    text = texts.map(lambda deck: deck.removeprefix("\ufeff"))
    parts = (text, st.sampled_from(LEADS), begin, st.sampled_from(separators), st.sampled_from(FORMS))
    other = st.sampled_from(("<section><h1>Here</h1></section>", '<section data-markdown="a.md"></section>'))
    some = st.lists(st.one_of(st.tuples(*parts).map(_section), other), min_size=1, max_size=4)
    return some.map("\n".join).map((_HEAD + "{}</html>\n").format)


def decks() -> st.SearchStrategy[str]:
    """Pages as people write them: below a blank line reveal.js takes no indent off, and sees other slides."""
    return _pages(reveal_texts.decks(), (_BELOW, f'{_BELOW} class="x"'), ("", "\n"))


_BELOW = r' data-separator-vertical="\r?\n----\r?\n"'
"""As reveal-md has it, for which the decks are."""


def deck_lines() -> st.SearchStrategy[str]:
    """Pages with anything in their sections."""
    return _pages(reveal_texts.deck_lines(), SEPARATORS, ("", "\n", "\n\n", " "))


def hostile(msgid: str) -> st.SearchStrategy[str]:
    """Translations that would be something else to reveal.js, or to the browser before it."""
    marks = (
        "</textarea>", "</script>", "<script>x</script>", "</section>", "<section>", "&lt;b&gt;",
        "&#10;---&#10;", "&#13;", "&amp;", "&nbsp;", "<!--", "-->", "__SCRIPT_END__", "`</script>`",
        "`</textarea>`", "a < b", "<b",
    )  # fmt: skip
    return st.one_of(beside(msgid, marks), reveal_texts.hostile(msgid))
