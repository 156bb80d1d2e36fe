"""All that shows decks by their engines: a row each, and which of them is here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import L10nError
from l10n.rendered.machine import Machine
from l10n.rendered.marp import installed_marp
from l10n.rendered.pandoc import installed_pandoc
from l10n.rendered.reveal import RevealViewer
from l10n.rendered.reveal_package import RevealPackage, installed_reveal
from l10n.rendered.viewer import Viewer

_Row = Callable[[Machine, RevealPackage | None, Path | None], Viewer | None]
_ROWS: Mapping[str, _Row] = {
    "marp": lambda machine, _, named: installed_marp(machine, named),
    "reveal": lambda _machine, package, _named: RevealViewer(package) if package else None,
    "pandoc": installed_pandoc,
}
"""By the name of each, which is that of the option that names where it is."""


@dataclass(frozen=True)
class Viewers:
    """Those that are here."""

    found: Sequence[Viewer] = ()
    package: RevealPackage | None = None
    """What pages of theirs load."""

    def of(self, dialect: str, *, paged: bool) -> Viewer | None:
        """The one for decks of a dialect that a page of the project shows, or none."""
        able = (one for one in self.found if one.dialect == dialect and not (paged and one.passes_pages))
        return next((one for one in able if one.loads), None)

    def named(self, name: str) -> Viewer | None:
        """The one of that name."""
        return next((one for one in self.found if one.name == name), None)

    def file(self, path: str) -> bytes | None:
        """What pages load; None if there is none of that name."""
        return self.package.file(path) if self.package else None

    def fonts(self) -> Iterable[str]:
        """The files among these that style sheets load."""
        return self.package.fonts() if self.package else ()

    def close(self) -> None:
        """End them all."""
        for one in self.found:
            one.close()


def installed(root: Path, named: Mapping[str, Path] | None = None) -> Viewers:
    """Those that the user names, by their names, else what is installed; ``L10nError`` if there is no such.

    Without a name no program counts that is installed within ``root``, or the repository around that.
    """
    machine, where = Machine(root), named or {}
    package = installed_reveal(machine, where.get("reveal"))
    found: list[Viewer] = []
    try:
        for name, row in _ROWS.items():
            if viewer := row(machine, package, where.get(name)):
                found.append(viewer)
    except L10nError:
        Viewers(found).close()
        raise
    return Viewers(found, package)
