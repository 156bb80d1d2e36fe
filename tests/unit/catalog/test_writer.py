import pytest

from l10n.catalog.writer import (
    approved,
    canonical,
    format_entry,
    format_string,
    obsoleted,
    refreshed,
    revived,
)


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("", ['msgid ""']),
        ("text", ['msgid "text"']),
        ("x" * 200, [f'msgid "{"x" * 200}"']),
        ("one\n", ['msgid "one\\n"']),
        ("\n", ['msgid "\\n"']),
        ("one\ntwo", ['msgid ""', '"one\\n"', '"two"']),
        ("one\ntwo\n", ['msgid ""', '"one\\n"', '"two\\n"']),
        ("one\n\ntwo", ['msgid ""', '"one\\n"', '"\\n"', '"two"']),
        ('say "hi"', ['msgid "say \\"hi\\""']),
        ("back\\slash", ['msgid "back\\\\slash"']),
        ("back\\n", ['msgid "back\\\\n"']),
        ("one\\n\ntwo", ['msgid ""', '"one\\\\n\\n"', '"two"']),
        ("tab\tcr\r", ['msgid "tab\\tcr\\r"']),
        ("é\u00a0\u2028", ['msgid "é\u00a0\u2028"']),
    ],
)
def test_string_is_written_as_msgcat_does(value: str, lines: list[str]) -> None:
    assert list(format_string("msgid", value)) == lines


def test_entry_has_gettext_s_order() -> None:
    lines = format_entry(
        msgctxt="here", msgid="a", msgstr="b", comments=("one", ""), references=("x.md",), fuzzy=True
    )
    assert lines == ["#. one", "#.", "#: x.md", "#, fuzzy", 'msgctxt "here"', 'msgid "a"', 'msgstr "b"']


def test_references_are_packed_to_79_bytes() -> None:
    lines = format_entry(msgctxt=None, msgid="a", msgstr="", references=[f"é{i:02}.md" for i in range(30)])
    packed = [line for line in lines if line.startswith("#:")]
    assert len(packed) > 1
    assert all(len(line.encode()) <= 79 for line in packed)


def test_long_reference_stands_on_a_line_of_its_own() -> None:
    lines = format_entry(msgctxt=None, msgid="a", msgstr="", references=("a", "b" * 100, "c"))
    assert lines[:3] == ["#: a", f"#: {'b' * 100}", "#: c"]


ENTRY = [
    "\n",
    "# by hand\n",
    "#. old\n",
    "#: old.md\n",
    "#, fuzzy\n",
    'msgid ""\n',
    '"wrap"\n',
    'msgstr "b"\n',
]


def test_refreshed_entry_keeps_all_other_lines() -> None:
    assert refreshed(ENTRY, ("new",), ("new.md",)) == [
        "\n",
        "# by hand\n",
        "#. new\n",
        "#: new.md\n",
        *ENTRY[4:],
    ]


def test_refreshed_entry_keeps_its_line_ends() -> None:
    lines = refreshed(["\r\n", 'msgid "a"\r\n', 'msgstr ""\r\n'], ("new",), ())
    assert lines == ["\r\n", "#. new\r\n", 'msgid "a"\r\n', 'msgstr ""\r\n']


def test_obsolete_entry_keeps_its_comment_flags_and_strings() -> None:
    assert obsoleted(ENTRY) == [
        "\n",
        "# by hand\n",
        "#, fuzzy\n",
        '#~ msgid ""\n',
        '#~ "wrap"\n',
        '#~ msgstr "b"\n',
    ]


def test_previous_strings_of_an_obsolete_entry_are_obsolete_too() -> None:
    assert obsoleted(['#| msgid "old"\n', 'msgid "a"\n']) == ['#~| msgid "old"\n', '#~ msgid "a"\n']


def test_revived_entry_has_its_lines_back() -> None:
    lines = ["\n", "# by hand\n", '#| msgid "old"\n', 'msgid "a"\n', 'msgstr ""\n', '"b"\n']
    assert revived(obsoleted(lines)) == lines


def test_indented_entries_come_and_go_like_others() -> None:
    live = ["\n", "  # note\n", "  #. old\n", ' #| msgid "q"\n', '\tmsgid "a"\n', ' msgstr "b"\n']
    gone = ["\n", "  # note\n", '#~| msgid "q"\n', '#~ msgid "a"\n', '#~ msgstr "b"\n']
    assert obsoleted(live) == gone
    assert revived([' #~\tmsgid "a"\n', ' #~| msgid "q"\n']) == ['msgid "a"\n', '#| msgid "q"\n']
    assert refreshed(live, ["new"], [])[:3] == ["\n", "  # note\n", "#. new\n"]


def test_canonical_entry_has_no_wrapping_and_gettext_s_order() -> None:
    lines = [
        "#, no-wrap, fuzzy\n",
        "#: a.md b.md\n",
        "#: a.md\n",
        "#. said\n",
        "# by hand\n",
        'msgid ""\n',
        '"one "\n',
        '"two\\n"\n',
        '"three"\n',
        'msgstr ""\n',
        '"un deux"\n',
        '#| msgid "old"\n',
    ]
    assert canonical(lines) == [
        "\n",
        "# by hand\n",
        "#. said\n",
        "#: a.md b.md\n",
        "#, fuzzy, no-wrap\n",
        '#| msgid "old"\n',
        'msgid ""\n',
        '"one two\\n"\n',
        '"three"\n',
        'msgstr "un deux"\n',
    ]


def test_canonical_obsolete_entry_is_unwrapped_behind_its_marks() -> None:
    lines = ['#~| msgid ""\n', '#~| "old "\n', '#~| "text"\n', '#~ msgid ""\n', '#~ "a"\n', '#~ msgstr "b"\n']
    assert canonical(lines) == ["\n", '#~| msgid "old text"\n', '#~ msgid "a"\n', '#~ msgstr "b"\n']


def test_canonical_entry_is_canonical() -> None:
    lines = canonical(ENTRY)
    assert canonical(lines) == lines


def test_what_is_approved_loses_fuzzy_and_the_previous_message_and_nothing_else() -> None:
    lines = ["\n", "# fuzzy\n", "#, no-wrap, fuzzy\n", '#| msgid "a"\n', '#| "fuzzy"\n', 'msgid "fuzzy"\n']
    assert approved(lines) == ["\n", "# fuzzy\n", "#, no-wrap\n", 'msgid "fuzzy"\n']
    assert approved(["#, fuzzy\r\n", 'msgid "a"\r\n']) == ['msgid "a"\r\n']
    assert approved(["#, no-wrap ,c-format\n"]) == ["#, no-wrap ,c-format\n"]
