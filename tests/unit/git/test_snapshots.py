from pathlib import Path

from support import HEADER, loaded

from l10n.git.snapshots import Message, Reader, message_of

CATALOG = (
    HEADER
    + """
# said
#. paragraph, slide “T”
msgid "one"
msgstr "un"

#, fuzzy
#| msgctxt "c"
#| msgid "was"
msgctxt "c"
msgid "two"
msgstr "deux"
msgid "three"
msgstr ""
# no blank line before this
msgid "four \\"4\\"\\n"
msgstr "quatre"

#~ msgid "gone"
#~ msgstr "parti"
"""
)
MESSAGES = [
    Message((None, "one"), right=True),
    Message(("c", "two"), right=False, previous=("c", "was")),
    Message((None, "three"), right=False),
    Message((None, 'four "4"\n'), right=True),
]


def test_live_messages_are_read_in_order_and_with_their_state() -> None:
    assert list(Reader().read(CATALOG.encode()).values()) == MESSAGES


def test_they_are_what_the_catalog_itself_says(tmp_path: Path) -> None:
    assert [
        message_of(entry) for entry in loaded(tmp_path, CATALOG).entries if not entry.obsolete
    ] == MESSAGES


def test_line_ends_of_windows_and_broken_bytes_do_not_matter() -> None:
    assert list(Reader().read(CATALOG.replace("\n", "\r\n").encode()).values()) == MESSAGES
    assert Reader().read(b"\xff\n\n<<<<<<< HEAD\n\nmsgid\n") == {}


def test_an_entry_that_stays_is_read_once() -> None:
    reader = Reader()
    first, second = reader.read(CATALOG.encode()), reader.read(CATALOG.replace("quatre", "4").encode())
    assert first[None, "one"] is second[None, "one"]
