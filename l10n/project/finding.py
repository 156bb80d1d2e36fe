"""Which files below ``source`` are decks, and which are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import permutations
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from l10n.errors import ConfigError, Place
from l10n.language import unmarked
from l10n.project.config import OWN_FILE, Config
from l10n.project.looked_for import without_source
from l10n.project.named import installed
from l10n.project.patterns import Patterns
from l10n.system import Room, composed

if TYPE_CHECKING:
    from l10n.project.folder import Project


class Found(NamedTuple):
    """The files below ``source``, each as what it is."""

    decks: list[str]
    others: list[str]
    """What goes beside built decks."""
    copies: Mapping[str, str]
    """Decks that are translations of others by their names, and of which locale: they go nowhere."""


def files_found(project: Project) -> Found:
    """All of them, sorted; ``FileError`` where there is no folder for them.

    ``ConfigError`` if folders of the settings are one.
    """
    config, source, engines = project.config, project.source, project.engines
    if not source.is_there():
        raise without_source(config, project.top, engines.included)
    _refuse_one_folder(config, project.top)
    include, exclude = Patterns(engines.included), Patterns(config.exclude)
    found = source.files()
    matching = {path for path in found if include.matches(path) and not exclude.matches(path)}
    if config.include is None:
        matching -= {path for path in matching if not engines.is_deck(path)}
    names = {composed(name) for path in matching for name in project.names(path)}
    copies = dict(_translations(found, names, project.locales))
    kept = matching | copies.keys() | ({OWN_FILE} if config.source == "." else set())
    others = [path for path in found if path not in kept]
    return Found(sorted(matching - copies.keys()), [*others, *installed(source, found)], copies)


def _translations(
    found: Collection[str], names: Collection[str], locales: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The files that have another deck's name with a locale: ``x.fr.md``, ``x_fr.md``, ``fr/x.md``."""
    for path in found:
        way = PurePosixPath(composed(path))
        for locale in locales:
            if any(str(bare) in names for bare in unmarked(way, locale)):
                yield path, locale
                break


def _refuse_one_folder(config: Config, top: Room) -> None:
    """Where case does not count, two names may mean one folder, or one lie in the other."""
    names = {"source": config.source, "catalogs": config.catalogs, "output": config.output}
    ways = {key: [top.folder(one) for one in _way_up_from(name)] for key, name in names.items()}
    for (one, (first, *above)), (other, (second, *_)) in permutations(ways.items(), 2):
        if second is None or (other, names[other]) == ("source", "."):
            continue
        place = Place(config.file or names[one])
        if first == second:
            raise ConfigError(f"{one!r} and {other!r} are one folder here; name two", place)
        if second in above:
            raise ConfigError(f"{one!r} lies in {other!r} here; put it beside", place)


def _way_up_from(folder: str) -> list[str]:
    """A folder of the project, and those that it lies in, up to the project's own."""
    path = PurePosixPath(folder)
    return [str(one) for one in (path, *path.parents) if one == path or one.parts]
