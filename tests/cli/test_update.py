"""``l10n update``: what becomes of translations when decks change, as a user sees it."""

import json

import polib
import pytest

from cli.conftest import TWO, Workspace

EDITED = """# One

Hello whole world

Read [the manual](https://example.com/handbook)

???

Speak slowly
"""
FULL = {
    "One": "Un",
    "Hello world": "Bonjour le monde",
    "Read [the manual](https://example.com/manual)": "Lisez [le manuel](https://example.com/manual)",
    "Speak slowly": "Parlez lentement",
}


@pytest.fixture
def translated(french: Workspace) -> Workspace:
    """The deck ``one`` in French, complete."""
    for msgid, msgstr in FULL.items():
        french.translate(msgid, msgstr)
    french.ok("sync")
    return french


def entry(workspace: Workspace, msgid: str, deck: str = "one") -> polib.POEntry:
    """The entry of that message, which must be there."""
    found = polib.pofile(str(workspace.path(workspace.po(deck)))).find(msgid)
    assert found is not None, workspace.read(workspace.po(deck))
    return found


def test_a_mechanical_edit_stays_translated_and_another_becomes_fuzzy(translated: Workspace) -> None:
    translated.deck("one.md", EDITED)
    translated.ok("update")
    text = translated.read(translated.po())
    assert (
        "#. carried over: Read [the manual](https://example.com/[-manual-]{+handbook+})\n"
        "#: source/one.md\n"
        '#| msgid "Read [the manual](https://example.com/manual)"\n'
        'msgid "Read [the manual](https://example.com/handbook)"\n'
        'msgstr "Lisez [le manuel](https://example.com/handbook)"\n'
    ) in text
    assert (
        "#. changed: Hello {+whole+} world\n"
        "#: source/one.md\n"
        "#, fuzzy\n"
        '#| msgid "Hello world"\n'
        'msgid "Hello whole world"\n'
        'msgstr "Bonjour le monde"\n'
    ) in text


def test_the_summary_says_in_messages_and_words_what_became_of_them(translated: Workspace) -> None:
    translated.deck("one.md", EDITED + "\n---\n\n# Brand new\n")
    out = translated.ok("update").out
    assert max(map(len, out.splitlines())) <= 80
    assert (
        "fr: 6 kept (13 words), 1 carried (3 words), 1 fuzzy (3 words), 1 new (2 words), 2 gone (5 words)"
        in " ".join(out.split())
    )
    translated.deck("one.md", EDITED.replace("whole ", ""))
    assert "1 revived (2 words)" in " ".join(translated.ok("update").out.split())


def test_the_summary_says_nothing_where_nothing_changed(translated: Workspace) -> None:
    assert translated.ok("update").out == ""


def test_the_summary_as_json(translated: Workspace) -> None:
    translated.deck("one.md", EDITED)
    data = json.loads(translated.ok("update", "--format", "json").out)
    changes = data["locales"]["fr"]["changes"]
    assert changes["carried"] == {"messages": 1, "words": 3}
    assert changes["fuzzy"] == {"messages": 1, "words": 3}
    assert set(changes) == {"kept", "carried", "fuzzy", "filled", "new", "revived", "gone"}
    assert data["written"] == [translated.po()]


def test_no_carry_makes_every_edited_message_fuzzy(translated: Workspace) -> None:
    translated.deck("one.md", EDITED)
    translated.ok("update", "--no-carry")
    found = entry(translated, "Read [the manual](https://example.com/handbook)")
    assert (found.fuzzy, found.msgstr) == (True, "Lisez [le manuel](https://example.com/handbook)")
    assert found.previous_msgid == "Read [the manual](https://example.com/manual)"


def test_check_names_what_would_change_and_changes_nothing(translated: Workspace) -> None:
    translated.deck("one.md", EDITED)
    before = translated.snapshot()
    outcome = translated.run("update", "--check")
    assert outcome.code == 1
    assert f"would write {translated.po()}" in outcome.out
    assert outcome.err == "not up to date: `l10n update` without --check writes it\n"
    assert "1 carried (3 words)" in " ".join(outcome.out.split())
    assert translated.snapshot() == before


def test_an_edit_taken_back_leaves_the_catalog_as_it_was(translated: Workspace) -> None:
    before = translated.read(translated.po())
    source = translated.read("source/one.md")
    translated.deck("one.md", EDITED)
    translated.ok("update")
    translated.deck("one.md", source)
    translated.ok("update")
    assert translated.read(translated.po()) == before


def test_a_slide_moved_to_another_deck_takes_its_translations_along_and_back(translated: Workspace) -> None:
    before = translated.files("locales")
    one = translated.read("source/one.md")
    translated.deck("one.md", "# One\n")
    translated.deck("part/two.md", TWO + "\n---\n\nHello world\n\nRead it in 3 minutes\n")
    translated.ok("update")
    assert "#. taken from: one.po\n" in translated.read(translated.po("part/two"))
    assert entry(translated, "Hello world", "part/two").msgstr == "Bonjour le monde"
    translated.deck("one.md", one)
    translated.deck("part/two.md", TWO)
    translated.ok("update")
    assert translated.files("locales") == before


def test_a_slide_moved_to_another_deck_and_edited_is_a_proposal_there(translated: Workspace) -> None:
    long = "Read [the manual](https://example.com/manual)"
    translated.deck("one.md", "# One\n\nHello world\n")
    translated.deck("part/two.md", f"{TWO}\n{long.replace('manual)', 'book)')}\n")
    translated.ok("update")
    found = entry(translated, long.replace("manual)", "book)"), "part/two")
    assert (found.fuzzy, found.msgstr) == (False, "Lisez [le manuel](https://example.com/book)")
    assert found.previous_msgid == long


def test_a_taken_translation_that_was_edited_since_is_kept(translated: Workspace) -> None:
    translated.deck("part/two.md", TWO + "\nHello world\n")
    translated.ok("update")
    translated.replace(translated.po("part/two"), "Bonjour le monde", "Salut le monde")
    translated.deck("part/two.md", TWO)
    translated.ok("update")
    assert '#~ msgstr "Salut le monde"' in translated.read(translated.po("part/two"))


@pytest.mark.parametrize(
    ("memory", "state"),
    [("fill", ("Bonjour le monde", False)), ("fuzzy", ("Bonjour le monde", True)), ("off", ("", False))],
)
def test_memory_fills_proposes_or_is_off(translated: Workspace, memory: str, state: tuple[str, bool]) -> None:
    translated.write("l10n.toml", f'memory = "{memory}"\n')
    translated.deck("part/two.md", TWO + "\nHello world\n")
    out = translated.ok("update").out
    found = entry(translated, "Hello world", "part/two")
    assert (found.msgstr, found.fuzzy) == state
    assert ("1 filled (2 words)" in " ".join(out.split())) is (memory != "off")


def test_memory_never_overrides_what_is_there(translated: Workspace) -> None:
    translated.deck("part/two.md", TWO + "\nHello world\n")
    translated.ok("update")
    translated.replace(translated.po("part/two"), "Bonjour le monde", "Salut")
    translated.deck("part/two.md", TWO + "\nHello world\n\nMore\n")
    translated.ok("update")
    assert entry(translated, "Hello world", "part/two").msgstr == "Salut"
    assert entry(translated, "Hello world").msgstr == "Bonjour le monde"


def test_a_hostile_name_of_a_catalog_leads_nowhere(translated: Workspace) -> None:
    for name in ("../../../../etc/passwd.po", "/dev/zero.po", "\x00.po", "none.po", "one.po"):
        text = translated.read(translated.po())
        comment = f'#. taken from: {name}\n#: source/one.md\nmsgid "Hello world"'
        translated.write(translated.po(), text.replace('#: source/one.md\nmsgid "Hello world"', comment))
        translated.deck("one.md", "# One\n")
        assert translated.run("update").code in (0, 2)
        assert "Bonjour le monde" in translated.read(translated.po())
        translated.write(translated.po(), text)


def test_a_renamed_and_edited_deck_carries_its_translations(translated: Workspace) -> None:
    translated.path("source/one.md").unlink()
    translated.deck("uno.md", EDITED)
    translated.ok("update")
    assert not translated.path(translated.po()).exists()
    assert not entry(translated, "Read [the manual](https://example.com/handbook)", "uno").fuzzy
    assert entry(translated, "Hello whole world", "uno").fuzzy
    assert entry(translated, "One", "uno").msgstr == "Un"


def test_text_of_a_page_that_is_gone_is_carried_to_another(translated: Workspace) -> None:
    translated.path("source/one.md").unlink()
    long = "Read [the manual](https://example.com/book)"
    translated.deck("part/two.md", f"{TWO}\n{long}\n")
    translated.ok("update")
    found = entry(translated, long, "part/two")
    assert (found.fuzzy, found.msgstr) == (False, "Lisez [le manuel](https://example.com/book)")
    assert "#. taken from: one.po\n" in translated.read(translated.po("part/two"))
    assert translated.path(translated.po()).exists()
    assert translated.ok("update").out == ""


def test_text_of_a_page_that_comes_back_is_its_own_again(translated: Workspace) -> None:
    before, one = translated.files("locales"), translated.read("source/one.md")
    translated.path("source/one.md").unlink()
    translated.deck("part/two.md", f"{TWO}\nRead [the manual](https://example.com/book)\n")
    translated.ok("update")
    translated.deck("one.md", one)
    translated.deck("part/two.md", TWO)
    translated.ok("update")
    assert translated.files("locales") == before


def test_a_split_paragraph_gives_each_half_its_sentences(french: Workspace) -> None:
    french.deck("one.md", "# One\n\nA pod runs on a node. A node runs a kubelet.\n")
    french.ok("update")
    french.translate(
        "A pod runs on a node. A node runs a kubelet.", "Un pod tourne sur un nœud. Un nœud a un kubelet."
    )
    french.deck("one.md", "# One\n\nA pod runs on a node.\n\nA node runs a kubelet.\n")
    french.ok("update")
    assert entry(french, "A pod runs on a node.").msgstr == "Un pod tourne sur un nœud."
    assert entry(french, "A node runs a kubelet.").msgstr == "Un nœud a un kubelet."


@pytest.mark.parametrize(("locale", "msgstr", "expected"), [
    ("ar", "انتظر ٥ دقائق", "انتظر ٧ دقائق"),
    ("fa", "۵ دقیقه صبر کنید", "۷ دقیقه صبر کنید"),
    ("zh_Hans", "等待5分钟", "等待7分钟"),
])  # fmt: skip
def test_a_number_is_carried_in_the_locale_s_own_digits(
    decks: Workspace, locale: str, msgstr: str, expected: str
) -> None:
    decks.deck("one.md", "# One\n\nWait for 5 minutes\n")
    decks.ok("init", locale)
    decks.translate("Wait for 5 minutes", msgstr, locale=locale)
    decks.deck("one.md", "# One\n\nWait for 7 minutes\n")
    decks.ok("update")
    found = polib.pofile(str(decks.path(decks.po(locale=locale)))).find("Wait for 7 minutes")
    assert (found.msgstr, found.fuzzy) == (expected, False)


def test_edits_of_a_catalog_with_other_line_ends_can_be_taken_back(translated: Workspace) -> None:
    crlf = translated.read(translated.po()).replace("\n", "\r\n")
    translated.write(translated.po(), crlf)
    source = translated.read("source/one.md")
    translated.deck("one.md", EDITED)
    translated.ok("update")
    text = translated.read(translated.po())
    assert text.count("\n") == text.count("\r\n")
    translated.deck("one.md", source)
    translated.ok("update")
    assert translated.read(translated.po()) == crlf


def test_thousands_of_the_same_title_are_one_message(translated: Workspace) -> None:
    translated.deck("one.md", "\n\n---\n\n".join(["# Questions?", "# One"] * 2_000) + "\n")
    translated.ok("update")
    assert translated.read(translated.po()).count('msgid "Questions?"') == 1
    assert entry(translated, "One").msgstr == "Un"


def test_a_message_of_100_kb_that_was_edited_is_a_proposal_with_a_short_comment(french: Workspace) -> None:
    long = " ".join(f"Sentence number {number} is about pods." for number in range(2_700))
    french.deck("one.md", f"# One\n\n{long}\n")
    french.ok("update")
    french.translate(long, long.upper())
    french.deck("one.md", f"# One\n\n{long.replace('number 77 is', 'number 77 was')}\n")
    french.ok("update")
    text = french.read(french.po())
    assert text.count(long.upper()) == 2
    (comment,) = (line for line in text.splitlines() if line.startswith("#. changed: "))
    assert "number 77 [-is-]{+was+} about pods. " in comment
    assert len(comment) < 150


def test_obsolete_twins_of_one_message_are_named_and_left_alone(translated: Workspace) -> None:
    twins = '\n#~ msgid "gone"\n#~ msgstr "parti"\n\n#~ msgid "gone"\n#~ msgstr "allé"\n'
    translated.write(translated.po(), translated.read(translated.po()) + twins)
    before = translated.read(translated.po())
    translated.deck("one.md", EDITED)
    outcome = translated.run("update")
    assert outcome.code == 2
    assert "already on line" in outcome.err
    assert translated.read(translated.po()) == before


def test_after_a_run_that_was_broken_off_memory_is_asked_again(translated: Workspace) -> None:
    translated.deck("part/two.md", TWO + "\nHello world\n")
    twin = translated.files("locales")
    translated.ok("update")
    whole = translated.files("locales")
    text = translated.read(translated.po("part/two"))
    for name, content in twin.items():
        translated.write(f"locales/{name}", content)
    half = text.replace("#. taken from: one.po\n", "").replace('"Bonjour le monde"', '""')
    translated.write(translated.po("part/two"), half)
    translated.write(".l10n/running", "")
    out = translated.ok("update").out
    assert translated.files("locales") == whole
    assert "1 filled (2 words)" in " ".join(out.split())
    assert translated.ok("update").out == ""


def test_after_a_run_that_was_broken_off_what_is_empty_does_not_count_as_new(translated: Workspace) -> None:
    translated.ok("init", "de")
    translated.ok("update")
    translated.deck("part/two.md", TWO + "\nMore\n")
    before = translated.files("locales")
    account = translated.ok("update", "--format", "json").out
    for name, content in before.items():
        translated.write(f"locales/{name}", content)
    translated.write(".l10n/running", "")
    assert translated.ok("update", "--format", "json").out == account
