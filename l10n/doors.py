"""How a wing hands out names: each is fetched from its file when it is first asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def door(wing: str, names_of: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of the package ``wing``, which hands out some names of each of its files.

    So a program that needs one name of a wing does not wait for all of its files (PEP 562). Beside it the
    same names are imported for type checkers; a test holds the two together.
    """
    file_of = {name: file for file, names in names_of.items() for name in names.split()}

    def handed_out(name: str) -> object:
        if name not in file_of:
            raise AttributeError(f"module {wing!r} has no attribute {name!r}")
        value = getattr(import_module(f"{wing}.{file_of[name]}"), name)
        setattr(sys.modules[wing], name, value)
        return value

    return handed_out
