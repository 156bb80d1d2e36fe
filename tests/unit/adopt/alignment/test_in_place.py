"""Built decks and their sources, block by block."""

from support import deck_of

from l10n.adopt.alignment.in_place import in_place

SOURCE = "# One\n\n- Two\n\n---\n\nThree `code`\n\n???\n\nFour\n"


def test_each_block_belongs_to_the_one_in_its_place() -> None:
    built = deck_of(SOURCE.replace("Two", "Anything at all").replace("Four", "One"))
    alignment = in_place(deck_of(SOURCE), built)
    assert alignment
    assert [(one.source, one.target, one.confidence) for one in alignment.matches] == [
        ((index,), (index,), 1.0) for index in range(4)
    ]


def test_another_structure_has_no_places() -> None:
    for other in (SOURCE.replace("- Two", "Two"), SOURCE.replace("---", ""), SOURCE.replace("???", ""), ""):
        assert in_place(deck_of(SOURCE), deck_of(other)) is None
