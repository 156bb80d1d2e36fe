import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

import pytest

from l10n.catalog.states import State
from l10n.report.stats.page import as_html
from l10n.stats.counts import DeckStats, Message, Survey, Translation


def surveyed(*messages: Message, title: str = "Why?") -> Survey:
    translation = Translation("fr", "fr/one.po", messages)
    return Survey("pt_BR", ("fr",), (DeckStats("one.md", (title,), (translation,)),), ())


REFUSED = Message("Hello", 1, 3, State.REFUSED, 7, "it would break the deck")
TRANSLATED = Message("Hello", 1, 3, State.TRANSLATED, 7)


def test_the_policy_allows_the_style_of_the_page_and_no_other() -> None:
    page = as_html(surveyed(REFUSED), ".")
    (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    (policy,) = re.findall('Content-Security-Policy" content="(.*?)"', page)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert unescape(policy).startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")


def test_what_is_left_has_its_words_its_state_and_a_link_to_its_line() -> None:
    page = as_html(surveyed(REFUSED, TRANSLATED), "..")
    assert '<a href="../fr/one.po#L7">line 7: <bdi lang="pt-BR">Hello</bdi></a>' in page
    assert "3 words, refused: it would break the deck</span>" in page
    assert page.count("<li><a href=") - page.count('<li><a href="#') == 1


def test_a_message_without_a_catalog_has_no_link() -> None:
    deck = DeckStats("one.md", ("Why?",), (Translation("fr", "", (REFUSED,)),))
    assert '<li><bdi lang="en">Hello</bdi> ' in as_html(Survey("en", ("fr",), (deck,), ()), ".")


def test_nothing_is_left_where_every_message_is_translated() -> None:
    page = as_html(surveyed(TRANSLATED), ".")
    assert "<p>Nothing: every message is translated.</p>" in page
    assert "<details>" not in page


def test_without_a_language_there_are_no_tables() -> None:
    page = as_html(Survey("en", (), (), ()), ".")
    assert "<p>0 decks, 0 languages,\n0 messages of 0 words in each</p>" in page
    assert "<table>" not in page
    assert "<nav" not in page


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{% endraw %}", "{# gone #}", "<b>&amp;"])
def test_a_title_is_shown_as_it_is_and_never_taken_for_a_template_or_markup(text: str) -> None:
    (shown,) = re.findall("<h3 id=.*?<bdi.*?>(.*?)</bdi>", as_html(surveyed(REFUSED, title=text), "."))
    assert "<" not in shown
    assert unescape(shown) == text
