"""Each wing hands out what others use, and nothing else."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "l10n"
OPEN = {"cli", "report"}
WINGS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py") if path.parent.name not in OPEN)


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Modules and names that a file imports from, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def declared(wing: str) -> dict[str, str]:
    """What a door says to type checkers: its names, and the modules that they are from."""
    found = imports(PACKAGE / wing / "__init__.py")
    return {name: module for module, name in found if module.startswith(f"l10n.{wing}.")}


@pytest.mark.parametrize("wing", WINGS)
def test_a_door_hands_out_what_it_declares(wing: str) -> None:
    door = import_module(f"l10n.{wing}")
    for name, module in declared(wing).items():
        assert getattr(door, name) is getattr(import_module(module), name)


@pytest.mark.parametrize("wing", WINGS)
def test_a_door_hands_out_what_other_wings_use_and_nothing_else(wing: str) -> None:
    others = [path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] != wing]
    used = {name for path in others for module, name in imports(path) if module == f"l10n.{wing}"}
    assert set(declared(wing)) == used


@pytest.mark.parametrize("wing", WINGS)
def test_no_name_is_that_of_a_file_too(wing: str) -> None:
    # The file would be the package's attribute of that name as soon as anybody imports it.
    files = {path.stem for path in (PACKAGE / wing).iterdir()}
    assert not files & set(declared(wing))


def test_a_door_has_nothing_else() -> None:
    with pytest.raises(AttributeError, match=r"module 'l10n.catalog' has no attribute 'nothing'"):
        import_module("l10n.catalog").nothing  # noqa: B018 - the asking is the test
