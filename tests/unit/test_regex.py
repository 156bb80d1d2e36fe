"""Expressions that are compiled once they are needed, on every Python that is allowed: 3.11.0 included."""

import gc
import pickle
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from re import _constants, _parser  # type: ignore[attr-defined]

import pytest

import l10n
from l10n.regex import Regex, regex

SINGLE = {_constants.ANY, _constants.IN, _constants.LITERAL, _constants.NOT_LITERAL}


@pytest.fixture(scope="module")
def ours() -> list[re.Pattern[str]]:
    """All of the package."""
    for module in pkgutil.walk_packages(l10n.__path__, "l10n."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return [re.compile(*one._made_of) for one in gc.get_objects() if isinstance(one, Regex)]


def possessive(part: object) -> Iterator[object]:
    """What is repeated possessively, anywhere in a parsed pattern."""
    if isinstance(part, tuple) and len(part) == 2 and part[0] is _constants.POSSESSIVE_REPEAT:
        yield part[1][2]
    if isinstance(part, tuple | list | _parser.SubPattern):
        for inner in part:
            yield from possessive(inner)


def test_nothing_but_single_characters_is_repeated_possessively(ours: list[re.Pattern[str]]) -> None:
    """Python before 3.11.5 loses its way in possessive groups: https://github.com/python/cpython/issues/106052."""
    assert len(ours) > 500
    for one in ours:
        for body in possessive(_parser.parse(one.pattern, one.flags)):
            assert len(body) == 1, one
            assert body[0][0] in SINGLE, one


def test_possessive_groups_would_be_found() -> None:
    (body,) = possessive(_parser.parse(r"x(?:a|(?:b\d+)*+)y"))
    assert len(body) == 2


def test_it_does_what_a_compiled_one_does() -> None:
    word, compiled = (
        regex("(b)(?P<rest>a+)", re.IGNORECASE),
        re.compile("(b)(?P<rest>a+)", re.IGNORECASE),
    )
    text = "a Baa, bA"
    assert word.findall(text) == compiled.findall(text) == [("B", "aa"), ("b", "A")]
    assert word.sub(r"<\g<rest>>", text) == compiled.sub(r"<\g<rest>>", text)
    assert [one.span() for one in word.finditer(text)] == [one.span() for one in compiled.finditer(text)]
    found = word.search(text)
    assert found is not None
    assert found["rest"] == "aa"
    assert word.match(text) is None
    assert word.fullmatch(text, 2, 5)
    assert word.split(text) == compiled.split(text)
    assert (word.pattern, word.groups) == (compiled.pattern, compiled.groups)
    assert pickle.loads(pickle.dumps(word)).findall(text) == compiled.findall(text)


def test_what_is_wrong_with_it_is_said_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("a")


def test_help_compiles_few() -> None:
    code = (
        "import re._compiler as c; calls = []; real = c.compile\n"
        "c.compile = lambda *args: calls.append(args) or real(*args)\n"
        "import l10n.cli, l10n.dialects.remark, l10n.catalog.plain, l10n.markdown.inline, l10n.build.law\n"
        "ours = [one for one in calls if isinstance(one[0], str)]; print(len(ours))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 40
