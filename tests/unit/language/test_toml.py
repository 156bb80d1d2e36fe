import pytest

from l10n.errors import ConfigError
from l10n.language.toml import parse_toml, shown_value

DEEP = "a = " + "[" * 20_000
BOMBS = {
    "deep arrays": DEEP,
    "deep tables": "a = " + "{b=" * 20_000,
    "a number of many digits": "a = " + "9" * 5000,
    "a key of many parts": "a." * 5000 + "a = 1",
    "a key of many quoted parts": '"a". ' * 5000 + "a = 1",
    "a table of many parts": "[" + "a." * 5000 + "a]",
    "a table in a table of many parts": "[[" + "a . " * 5000 + "a]]",
    "a long duplicate": f"{'a' * 9000} = 1\n" * 2,
    "no date": "a = 2020-99-99",
    "a control character": 'a = "\x01"',
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_what_tomllib_cannot_read_is_one_short_sentence(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_toml(text, "l10n.toml")

    assert str(caught.value).startswith("l10n.toml")
    assert len(str(caught.value)) < 300


def test_a_fault_is_told_with_its_line() -> None:
    with pytest.raises(ConfigError, match=r"^l10n\.toml:2: not TOML: "):
        parse_toml("a = 1\nb\n", "l10n.toml")


@pytest.mark.parametrize(
    "text",
    [
        'a = "' + "1.2." * 99 + '"',
        "a = '" + "1.2." * 99 + "'",
        'a = """' + '\\" "" 1.\n' * 99 + '"""',
        "a = '''" + "'' 1.\n" * 99 + "'''",
        "a = 1 # " + "." * 999,
        "a = [" + "1.5, " * 999 + "]",
        ".".join("abcdef") + " = 1",
        'a = "\\\\"\nb.c = "' + "." * 999 + '"',
    ],
)
def test_dots_that_part_no_key_are_not_counted(text: str) -> None:
    assert parse_toml(text, "l10n.toml")


@pytest.mark.parametrize(
    "value",
    [16**5000, -(16**5000), "a" * 9000, ["a" * 9000] * 999, {"a": {"b": {"c": {"d": {"e": 1}}}}}],
    ids=["number", "negative number", "text", "list", "table"],
)
def test_a_value_is_shown_in_few_characters(value: object) -> None:
    assert 0 < len(shown_value(value)) < 999


@pytest.mark.parametrize("value", [1, 2.5, True, "a", ["a", "b"], {"a": 1}])
def test_a_short_value_is_shown_whole(value: object) -> None:
    assert shown_value(value) == repr(value)


def test_a_deep_value_is_shown() -> None:
    value: list[object] = []
    for _ in range(100_000):
        value = [value]

    assert len(shown_value(value)) < 99
