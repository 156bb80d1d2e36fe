import textwrap
from pathlib import Path

import pytest
from support import HEADER, loaded

from l10n.catalog.count import Count
from l10n.catalog.model import Entry
from l10n.errors import CatalogError
from l10n.update.catalog import Changes, update


def message(msgid: str, comment: str = "paragraph, slide “T”") -> Entry:
    return Entry(msgid, comments=(comment,), references=("a.md",))


def block(msgid: str, msgstr: str = "", comment: str = "paragraph, slide “T”") -> str:
    return f'\n#. {comment}\n#: a.md\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n'


def tally(*msgids: str) -> Count:
    return Count(len(msgids), sum(len(msgid.split()) for msgid in msgids))


WRAPPED = '\n# by hand\n#. paragraph, slide “T”\n#: a.md\nmsgid ""\n"one "\n"two"\nmsgstr "un deux"\n'


def test_nothing_new_changes_no_byte(tmp_path: Path) -> None:
    text = HEADER + WRAPPED + block("three")
    catalog, changes = update(loaded(tmp_path, text), [message("one two"), message("three")])
    assert catalog.render() == text
    assert changes == Changes(kept=tally("one two", "three"))
    assert not changes.any_message


def test_new_message_is_added_in_its_place(tmp_path: Path) -> None:
    text = HEADER + block("a", "x") + block("c", "z")
    catalog, changes = update(loaded(tmp_path, text), [message("a"), message("b"), message("c")])
    assert catalog.render() == HEADER + block("a", "x") + block("b") + block("c", "z")
    assert changes == Changes(kept=tally("a", "c"), new=tally("b"))


def test_slide_inserted_at_the_top_changes_no_other_line(tmp_path: Path) -> None:
    text = HEADER + WRAPPED + block("three", "trois")
    new = [message("new one", "slide “N”"), message("new two", "slide “N”")]
    catalog, _ = update(loaded(tmp_path, text), [*new, message("one two"), message("three")])
    added = block("new one", "", "slide “N”") + block("new two", "", "slide “N”")
    assert catalog.render() == HEADER + added + WRAPPED + block("three", "trois")


def test_removed_message_becomes_obsolete_with_its_translation(tmp_path: Path) -> None:
    text = HEADER + WRAPPED + block("b", "y")
    catalog, changes = update(loaded(tmp_path, text), [message("b")])
    gone = '\n# by hand\n#~ msgid ""\n#~ "one "\n#~ "two"\n#~ msgstr "un deux"\n'
    assert catalog.render() == HEADER + block("b", "y") + gone
    assert changes == Changes(kept=tally("b"), gone=tally("one two"))


def test_removed_message_without_a_translation_is_dropped(tmp_path: Path) -> None:
    catalog, changes = update(loaded(tmp_path, HEADER + block("a") + block("b")), [message("b")])
    assert catalog.render() == HEADER + block("b")
    assert changes.gone == tally("a")


def test_removed_message_comes_back_with_its_translation(tmp_path: Path) -> None:
    text = HEADER + WRAPPED + block("b", "y")
    without, _ = update(loaded(tmp_path, text), [message("b")])
    again, changes = update(loaded(tmp_path, without.render()), [message("one two"), message("b")])
    assert again.render() == text
    assert changes == Changes(kept=tally("b"), revived=tally("one two"))


def test_fuzzy_state_survives_removal(tmp_path: Path) -> None:
    said = "#. paragraph, slide “T”\n#. changed: [-old-]{+a+}\n"
    text = f'{HEADER}\n{said}#: a.md\n#, fuzzy\n#| msgid "old"\nmsgid "a"\nmsgstr "x"\n'
    without, _ = update(loaded(tmp_path, text), [])
    again, _ = update(loaded(tmp_path, without.render()), [message("a")])
    assert again.render() == text
    assert again.entries[0].fuzzy


def test_other_comment_changes_that_line_only(tmp_path: Path) -> None:
    catalog, changes = update(loaded(tmp_path, HEADER + WRAPPED), [message("one two", "slide “New”")])
    assert catalog.render() == HEADER + WRAPPED.replace("paragraph, slide “T”", "slide “New”")
    assert not changes.any_message


def test_moved_messages_keep_their_lines(tmp_path: Path) -> None:
    catalog, changes = update(
        loaded(tmp_path, HEADER + block("a", "x") + block("b", "y")), [message("b"), message("a")]
    )
    assert catalog.render() == HEADER + block("b", "y") + block("a", "x")
    assert not changes.any_message


def test_context_tells_messages_apart(tmp_path: Path) -> None:
    text = HEADER + '\nmsgctxt "one"\nmsgid "a"\nmsgstr "x"\n'
    catalog, changes = update(loaded(tmp_path, text), [Entry("a", msgctxt="two")])
    assert changes == Changes(fuzzy=tally("a"), gone=tally("a"))
    proposal = catalog.entries[0]
    assert (proposal.msgstr, proposal.fuzzy, proposal.previous) == ("x", True, ("one", "a"))
    assert proposal.comments == ("changed: the context",)


def test_obsolete_entries_of_before_stay(tmp_path: Path) -> None:
    old = '\n#~ msgid "gone"\n#~ msgstr "parti"\n'
    catalog, _ = update(loaded(tmp_path, HEADER + block("a", "x") + old), [message("a"), message("b")])
    assert catalog.render() == HEADER + block("a", "x") + block("b") + old


def test_twins_with_two_translations_are_left_to_their_translator(tmp_path: Path) -> None:
    text = HEADER + block("a", "new") + '\n#~ msgid "a"\n#~ msgstr "old"\n'
    with pytest.raises(CatalogError, match="already on line"):
        loaded(tmp_path, text)


def test_of_twins_with_one_translation_one_stays(tmp_path: Path) -> None:
    text = HEADER + block("a", "same") + '\n#~ msgid "a"\n#~ msgstr "same"\n'
    catalog, _ = update(loaded(tmp_path, text), [message("a")])
    assert [(entry.msgstr, entry.obsolete) for entry in catalog.entries] == [("same", False)]


def test_obsolete_translation_fills_a_message_that_has_none(tmp_path: Path) -> None:
    text = HEADER + block("a", "") + '\n#~ msgid "a"\n#~ msgstr "old"\n'
    catalog, _ = update(loaded(tmp_path, text), [message("a")])
    assert "old" in catalog.render()


def test_empty_template_leaves_obsolete_entries_only(tmp_path: Path) -> None:
    catalog, _ = update(loaded(tmp_path, HEADER + block("a", "x")), [])
    assert all(entry.obsolete for entry in catalog.entries)
    assert catalog.entries[0].msgstr == "x"


def test_header_stays(tmp_path: Path) -> None:
    text = '# Translators: me\n#, fuzzy\nmsgid ""\nmsgstr ""\n"X-Mine:  two  blanks\\n"\n'
    catalog, _ = update(loaded(tmp_path, text), [message("a")])
    assert catalog.render() == text + block("a")


def test_tail_of_the_file_stays(tmp_path: Path) -> None:
    catalog, _ = update(loaded(tmp_path, HEADER + block("a", "x") + "\n# the end\n"), [message("a")])
    assert catalog.render().endswith("\n# the end\n")


def test_a_translation_that_a_merge_stranded_is_proposed_with_the_notes_of_both(tmp_path: Path) -> None:
    new, old = "Start five pods of the web front now", "Start five containers of the web front now"
    stranded = f'\n# theirs\n#~ msgid "{old}"\n#~ msgstr "Démarrer"\n'
    text = HEADER + block(new).replace("\n#.", "\n# ours\n#.", 1) + stranded
    catalog, changes = update(loaded(tmp_path, text), [message(new)])
    entry = catalog.by_key[None, new]
    assert (entry.msgstr, entry.fuzzy, entry.previous) == ("Démarrer", True, (None, old))
    assert entry.notes == ("ours", "theirs")
    assert (changes.kept, changes.fuzzy) == (tally(), tally(new))


def test_a_new_message_is_proposed_what_was_stranded_at_once(tmp_path: Path) -> None:
    new, old = "Start five pods of the web front now", "Start five containers of the web front now"
    text = HEADER + f'\n#~ msgid "{old}"\n#~ msgstr "Démarrer"\n'
    catalog, changes = update(loaded(tmp_path, text), [message(new)])
    entry = catalog.by_key[None, new]
    assert (entry.msgstr, entry.fuzzy, entry.previous) == ("Démarrer", True, (None, old))
    assert (changes.new, changes.fuzzy) == (tally(), tally(new))
    again, _ = update(loaded(tmp_path, catalog.render()), [message(new)])
    assert again.render() == catalog.render()


def test_what_another_message_continues_is_not_stranded(tmp_path: Path) -> None:
    one, two = "Start five pods of the web front now", "Start five new pods of the web front now"
    old = "Start five containers of the web front now"
    used = f'\n#: a.md\n#, fuzzy\n#| msgid "{old}"\nmsgid "{one}"\nmsgstr "Démarrer"\n'
    text = HEADER + used + block(two) + f'\n#~ msgid "{old}"\n#~ msgstr "Démarrer"\n'
    catalog, _ = update(loaded(tmp_path, text), [message(one), message(two)])
    assert catalog.by_key[None, two].msgstr == ""


LONG = "image description, slide “A map of all that is well-known about the network between nodes of it”"
HINT = "changed: some words of the source that are so many that a tool wraps them, -old- +new+ behind them"


def wrapped(comment: str) -> str:
    """As polib wraps comments, at blanks and behind hyphens."""
    return "\n#. ".join(textwrap.wrap(comment, 40))


@pytest.mark.parametrize("translated", ["x", ""])
def test_comments_that_a_tool_has_wrapped_stay_as_it_left_them(tmp_path: Path, translated: str) -> None:
    text = HEADER + block("a", translated, wrapped(LONG))
    assert text.count("#. ") == 3
    catalog, changes = update(loaded(tmp_path, text), [message("a", LONG)])
    assert catalog.render() == text
    assert not changes.any_message


def test_what_is_said_of_a_proposal_stays_wrapped_as_long_as_it_holds(tmp_path: Path) -> None:
    entry = (
        f'\n#. {wrapped(LONG)}\n#. {wrapped(HINT)}\n#: a.md\n#, fuzzy\n#| msgid "b"\nmsgid "a"\nmsgstr "x"\n'
    )
    catalog, _ = update(loaded(tmp_path, HEADER + entry), [message("a", LONG)])
    assert catalog.render() == HEADER + entry
    approved = entry.replace('#, fuzzy\n#| msgid "b"\n', "")
    catalog, _ = update(loaded(tmp_path, HEADER + approved), [message("a", LONG)])
    assert catalog.render() == HEADER + block("a", "x", LONG)


@pytest.mark.parametrize("other", [LONG[:-1], f"{LONG} and", LONG.replace("map", "mop"), "paragraph"])
def test_comments_that_say_something_else_are_replaced(tmp_path: Path, other: str) -> None:
    catalog, _ = update(loaded(tmp_path, HEADER + block("a", "x", wrapped(other))), [message("a", LONG)])
    assert catalog.render() == HEADER + block("a", "x", LONG)
