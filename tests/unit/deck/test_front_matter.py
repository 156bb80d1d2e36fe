"""Values of front matter are messages, and a translation changes nothing else there."""

import pytest
import yaml
from support import built, msgids

from l10n.deck.parser import parse
from l10n.dialects import DIALECTS, Dialect, Settings

STYLES = {
    "plain": ("---\ntitle: Some title # so\n---\n", "---\ntitle: Un titre # so\n---\n"),
    "single": ("---\ntitle: 'Some title'\n---\n", "---\ntitle: 'Un titre'\n---\n"),
    "double": ('---\ntitle: "Some title"\n---\n', '---\ntitle: "Un titre"\n---\n'),
    "literal": ("---\ntitle: |\n   Some title\nb: 1\n---\n", "---\ntitle: |\n   Un titre\nb: 1\n---\n"),
    "folded": ("---\ntitle: >-\n  Some\n  title\n---\n", "---\ntitle: >-\n  Un titre\n---\n"),
    "in braces": ("---\na: 1\n---\n", "---\na: 1\n---\n"),
    "TOML": ('+++\ntitle = "Some title" # so\n+++\n', '+++\ntitle = "Un titre" # so\n+++\n'),
    "TOML literal": ("+++\ntitle = 'Some title'\n+++\n", "+++\ntitle = 'Un titre'\n+++\n"),
    "TOML over lines": ('+++\ntitle = """\nSome title"""\n+++\n', '+++\ntitle = """\nUn titre"""\n+++\n'),
}


@pytest.mark.parametrize("style", STYLES)
def test_value_is_written_as_it_was(style: str) -> None:
    source, expected = STYLES[style]

    assert built(source, {"Some title": "Un titre"}, "markdown").text == expected


STRANGE = (
    "yes",
    "12",
    "~",
    "a: b",
    "#a",
    "- a",
    "[a]",
    "it's",
    '"a',
    "a #b",
    "@a",
    "%a",
    "null",
)


@pytest.mark.parametrize("msgstr", [*STRANGE, "2020-01-01", "é\u00a0: è"])
@pytest.mark.parametrize("value", ["Some title", "'Some title'", '"Some title"'])
def test_translation_is_that_string_and_nothing_else(value: str, msgstr: str) -> None:
    result = built(f"---\ntitle: {value}\nb: 1\n---\n", {"Some title": msgstr}, "markdown")

    assert result.refused == ()
    assert yaml.safe_load(result.text.strip("-\n")) == {"title": msgstr, "b": 1}


@pytest.mark.parametrize("msgstr", ["a\nb: 2", "a\n---\nb", "\0"])
def test_translation_that_cannot_stand_there_is_refused(msgstr: str) -> None:
    source = "---\ntitle: Some title\n---\n"

    assert built(source, {"Some title": msgstr}, "markdown").text == source


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: 12\n---\n",
        "---\ntitle: &a Some title\nb: *a\n---\n",
        "---\ntitle: !x Some title\n---\n",
        "---\ntitle: [Some title\n---\n",
        "---\nname: Some title\n---\n",
        "+++\ntitle = Some title\n+++\n",
        "---\ntitle: " + "[" * 3000 + "\n---\n",
    ],
)
def test_what_is_no_plain_string_of_its_own_is_no_message(source: str) -> None:
    assert msgids(source, "markdown") == []


def test_aliases_that_grow_are_not_followed() -> None:
    lines = "\n".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 60))

    assert msgids(f"---\na0: &a0 x\n{lines}\ntitle: Some title\n---\n", "markdown") == ["Some title"]


def of(*patterns: str) -> Dialect:
    return DIALECTS["markdown"].with_settings(Settings(front_matter=patterns))


def test_keys_are_named_by_patterns() -> None:
    dialect = of("hero.*", "features.*.title")
    text = "---\ntitle: No\nhero:\n  name: One\n  more:\n    name: No\n"
    text += "features:\n  - title: Two\n    b: No\n---\n"

    assert [one.msgid for one in parse(text, dialect).segments] == ["One", "Two"]


def test_tables_of_toml_are_part_of_the_path() -> None:
    dialect = of("title", "params.title", "menu.*.title")
    text = (
        '+++\na = [\n  "title = 1", # [x]\n]\ntitle = "One"\n[params]\ntitle = "Two"\n'
        '[[menu]]\ntitle = "Three"\n[[menu]]\ntitle = "Four"\n[other]\ntitle = "No"\n+++\n'
    )

    assert [one.msgid for one in parse(text, dialect).segments] == ["One", "Two", "Three", "Four"]


def test_nested_front_matter_of_a_remark_deck_is_no_message() -> None:
    text = '---\ntitle: "My talk"\nformat:\n  revealjs:\n    footer: Spring course\n---\n\n# One\n'
    result = built(text, {"My talk": "Mon exposé", "One": "Un"})

    assert msgids(text) == ["My talk", "One"]
    assert result.text == text.replace("My talk", "Mon exposé").replace("One", "Un")


def test_block_scalar_of_a_remark_deck_stays_one() -> None:
    text = "---\ninfo: |\n  A talk on plants\n  and their leaves\ndrawings:\n  persist: false\n---\n\n# One\n"

    assert msgids(text) == ["One"]


def test_first_slide_of_a_remark_deck_is_no_front_matter() -> None:
    assert msgids("---\n\n# Title\n\nSome text: more\n\n---\n\n# Two\n") == [
        "Title",
        "Some text: more",
        "Two",
    ]


def test_remark_deck_keeps_its_front_matter_where_a_value_would_show() -> None:
    text = "---\ntitle: Some title\n---\n\n# One\n"

    assert built(text, {"Some title": "Cinq $ et plus"}).text == text
