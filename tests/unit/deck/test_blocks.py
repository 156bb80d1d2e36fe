from l10n.deck.author import Note
from l10n.deck.blocks import Document
from l10n.deck.items import Block
from l10n.dialects.cut import Slice


def blocks(text: str) -> list[str]:
    document = Document(Slice(0, len(text)), text)
    return [text[item.start : item.end] for item in document.read() if isinstance(item, Block)]


def test_blocks_are_found_with_their_place() -> None:
    assert blocks("# T\n\ntext\n\n- item\n  more\n") == ["T", "text", "item\n  more"]


def test_every_line_of_a_block_has_its_place() -> None:
    text = "> one\n> two\n"
    (block,) = Document(Slice(0, len(text)), text).read()
    assert isinstance(block, Block)
    assert [text[start:end] for start, end in block.lines] == ["one", "two"]


def test_masked_stretch_separates_what_is_around_it() -> None:
    text = "one\nxxx\ntwo"
    document = Document(Slice(0, len(text), ((4, 7),)), text)
    found = [item for item in document.read() if isinstance(item, Block)]
    assert [text[item.start : item.end] for item in found] == ["one", "two"]


def test_comments_to_this_toolkit_are_found() -> None:
    text = "<!-- l10n comment  keep it -->\n\ntext\n"
    note = next(Document(Slice(0, len(text)), text).read())
    assert isinstance(note, Note)
    assert (note.verb, note.argument) == ("comment", "keep it")


def test_block_with_nul_is_left_out_and_moves_no_other() -> None:
    assert blocks("a\0b\n\nc\n") == ["c"]


def test_setext_heading_within_a_document_is_seen() -> None:
    assert blocks("Title\n=====\n\ntext\n") == ["Title", "text"]
