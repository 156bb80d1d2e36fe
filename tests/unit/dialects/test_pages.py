from support import deck_of, msgids

from l10n.deck.model import Kind
from l10n.dialects import DIALECTS


def test_page_is_one_slide() -> None:
    assert len(deck_of("One\n\n---\n\nTwo\n\n???\n", "markdown").slides) == 1


def test_front_matter_is_no_markdown() -> None:
    assert msgids("---\nname: Hello\n---\n\n# Title\n", "markdown") == ["Title"]


def test_front_matter_is_structure() -> None:
    outline = deck_of("---\nname: Hello\n---\n\n# Title\n", "markdown").slides[0].outline
    assert outline.code == ("---\nname: Hello\n---\n",)


def test_rule_further_down_is_no_front_matter() -> None:
    assert msgids("# Title\n\n---\n\ntitle: shown\n\n---\n", "markdown") == ["Title", "title: shown"]


def test_setext_heading_is_a_heading() -> None:
    deck = deck_of("Title\n---\n\nText\n", "markdown")
    assert [segment.kind for segment in deck.segments] == [Kind.HEADING, Kind.PARAGRAPH]


def test_first_words_with_a_colon_are_no_property() -> None:
    assert msgids("Note: this stays\n", "markdown") == ["Note: this stays"]


def test_class_is_plain_text() -> None:
    assert msgids(".red[some text]\n", "markdown") == [".red[some text]"]


def test_common_indent_is_code() -> None:
    assert msgids("    indented text\n", "markdown") == []


def test_both_dialects_are_listed_by_name() -> None:
    assert {name: dialect.name for name, dialect in DIALECTS.items()} == {
        "remark": "remark",
        "markdown": "markdown",
    }
