from support import deck_of

from l10n.update.template import extract


def test_entry_says_what_it_is_and_on_which_slide() -> None:
    (title, item) = extract(deck_of("# Pods\n\n- one of them\n"), "source/a.md")
    assert title.comments == ("heading, slide “Pods”",)
    assert item.comments == ("list item, slide “Pods”",)


def test_entry_says_that_it_is_a_presenter_note() -> None:
    entries = extract(deck_of("# Pods\n\n???\n\nSay hello\n"), "source/a.md")
    assert entries[1].comments == ("paragraph, presenter notes of slide “Pods”",)


def test_entry_names_the_file_only() -> None:
    (entry,) = extract(deck_of("\n\ntext\n"), "source/a.md")
    assert entry.references == ("source/a.md",)


def test_entry_names_the_line_where_asked() -> None:
    (entry,) = extract(deck_of("\n\ntext\n"), "source/a.md", with_lines=True)
    assert entry.references == ("source/a.md:3",)


def test_same_text_twice_is_one_entry_with_two_references() -> None:
    entries = extract(deck_of("text\n\n---\n\n# Title\n\ntext\n"), "a.md", with_lines=True)
    assert [(entry.msgid, entry.references) for entry in entries] == [
        ("text", ("a.md:1", "a.md:7")),
        ("Title", ("a.md:5",)),
    ]
    assert entries[0].comments == ("paragraph, slide “text”", "paragraph, slide “Title”")


def test_same_text_twice_in_one_place_says_so_once() -> None:
    (entry,) = extract(deck_of("# text\n\n# text\n"), "a.md")
    assert (entry.comments, entry.references) == (("heading, slide “text”",), ("a.md",))


def test_same_text_in_two_contexts_is_two_entries() -> None:
    entries = extract(deck_of("Open\n\n<!-- l10n context a state -->\n\nOpen\n"), "a.md")
    assert [entry.msgctxt for entry in entries] == [None, "a state"]


def test_author_s_comment_comes_behind_the_place() -> None:
    entries = extract(deck_of("# T\n\n<!-- l10n comment a pun -->\n\ntext\n"), "a.md")
    assert entries[1].comments == ("paragraph, slide “T”", "a pun")


def test_entries_are_in_the_order_of_the_deck() -> None:
    entries = extract(deck_of("b\n\na\n\n???\n\nd\n\n---\n\nc\n"), "a.md")
    assert [entry.msgid for entry in entries] == ["b", "a", "d", "c"]


def test_inserted_slide_changes_no_other_entry() -> None:
    before = extract(deck_of("# One\n\ntext\n"), "a.md")
    after = extract(deck_of("# New\n\nnew text\n\n---\n\n# One\n\ntext\n"), "a.md")
    assert after[2:] == before


def test_blank_in_a_file_name_is_encoded() -> None:
    (entry,) = extract(deck_of("text\n"), "source/my deck.md")
    assert entry.references == ("source/my%20deck.md",)


def test_new_entries_are_neither_translated_nor_fuzzy_nor_obsolete() -> None:
    (entry,) = extract(deck_of("text\n"), "a.md")
    assert (entry.msgstr, entry.fuzzy, entry.obsolete, entry.lines) == ("", False, False, ())


def test_author_s_comment_does_not_end_in_a_backslash_that_joins_lines_to_gettext() -> None:
    (entry,) = extract(deck_of("1\n\n<!-- l10n comment drive C:\\ -->\n\ntext\n"), "a.md")
    assert entry.comments[1].startswith("drive C:")
    assert not entry.comments[1].endswith("\\")


def test_author_s_words_hold_no_character_that_a_catalog_cannot_hold() -> None:
    text = "1\n\n<!-- l10n context a\0b -->\n\n<!-- l10n comment c\x01d -->\n\ntext\n"
    (entry,) = extract(deck_of(text), "a.md")
    assert all(char.isprintable() for char in (entry.msgctxt or "") + "".join(entry.comments))
