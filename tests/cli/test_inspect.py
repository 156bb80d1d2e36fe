import json

import pytest

from cli.conftest import Workspace

DECK = """class: title, big
name: start

# Welcome

.footnote[Be *kind*]

--

- Then more
  over two lines

???

<!-- l10n comment for the speaker -->
Smile

---

<!-- l10n context menu -->
Open

```sh
not a message
```

[docs]: https://example.com
"""


@pytest.fixture
def deck(empty: Workspace) -> Workspace:
    empty.deck("deck.md", DECK)
    return empty


def inspected(work: Workspace, name: str = "source/deck.md") -> dict[str, object]:
    return json.loads(work.ok("inspect", "--format", "json", name).out)


def test_text_has_slides_steps_properties_notes_and_each_message_with_kind_and_line(deck: Workspace) -> None:
    out = deck.ok("inspect", "source/deck.md").out
    lines = out.splitlines()
    assert lines[0].startswith("2 slides, 1 step")
    for text in ("class: title, big", "name: start", "footnote", "“Welcome”"):
        assert text in out
    for line, text in [
        (4, "heading: Welcome"),
        (6, "paragraph: Be *kind*"),
        (10, "list item: Then more over two lines"),
        (16, "paragraph, notes: Smile"),
        (21, "paragraph (menu): Open"),
    ]:
        assert any(one.split(None, 1) == [str(line), text] for one in lines), (line, text, out)


def test_json_has_the_same(deck: Workspace) -> None:
    data = inspected(deck)
    assert (data["slides"], data["steps"], data["messages"]) == (2, 1, 5)
    first, step, second = data["parts"]
    assert first["properties"] == {"class": "title, big", "name": "start"}
    assert (first["step"], step["step"], second["step"]) == (False, True, False)
    assert (first["notes"], step["notes"], second["notes"]) == (False, True, False)
    messages = [message for part in (first, step, second) for message in part["messages"]]
    assert [message["line"] for message in messages] == [4, 6, 10, 16, 21]
    assert messages[3]["comments"] == ["for the speaker"]
    assert messages[4]["msgctxt"] == "menu"


def test_json_is_escaped_beyond_ascii(deck: Workspace) -> None:
    deck.deck("é.md", "# Été \x1b \x7f \x9b \u202e\n")
    out = deck.ok("inspect", "--format", "json", "source/é.md").out
    assert out.isascii()
    assert "\x7f" not in out
    assert json.loads(out)["parts"][0]["title"].startswith("Été \x1b \x7f \x9b \u202e")


def test_the_number_of_slides_reads_well(deck: Workspace) -> None:
    deck.deck("small.md", "# A\n")
    assert deck.ok("inspect", "source/small.md").out.startswith("1 slide, 0 steps, 1 message\n")


def test_nothing_is_written(deck: Workspace) -> None:
    before = deck.snapshot()
    deck.ok("inspect", "source/deck.md")
    assert deck.snapshot() == before


def test_it_needs_no_project(empty: Workspace) -> None:
    empty.write("lonely.md", "# Alone\n")
    assert "heading: Alone" in empty.ok("inspect", "lonely.md").out


def test_a_deck_anywhere_may_be_looked_at(deck: Workspace) -> None:
    deck.write("../elsewhere.md", "# Elsewhere\n")
    assert "heading: Elsewhere" in deck.ok("inspect", "../elsewhere.md").out
    assert "heading: Elsewhere" in deck.ok("inspect", str(deck.path("../elsewhere.md").resolve())).out


def test_a_deck_is_named_from_the_current_folder(deck: Workspace) -> None:
    deck.write("l10n.toml", "")
    deck.monkeypatch.chdir(deck.path("source"))
    assert "heading: Welcome" in deck.ok("inspect", "deck.md").out


def test_the_folder_option_changes_where_decks_are_named_from(deck: Workspace) -> None:
    deck.monkeypatch.chdir("/")
    assert "heading: Welcome" in deck.ok("-C", str(deck.root / "source"), "inspect", "deck.md").out


def test_the_dialect_is_the_one_of_the_settings(deck: Workspace) -> None:
    deck.write("l10n.toml", '[dialects]\n"pages/*" = "markdown"\n')
    deck.deck("pages/p.md", "Title\n---\n\nText\n")
    deck.deck("p.md", "Title\n---\n\nText\n")
    assert inspected(deck, "source/pages/p.md")["slides"] == 1
    assert inspected(deck, "source/p.md")["slides"] == 2


def test_an_empty_deck_has_no_messages(deck: Workspace) -> None:
    deck.deck("empty.md", "")
    assert inspected(deck, "source/empty.md")["messages"] == 0
