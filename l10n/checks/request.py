"""What a user asks of a check, and what holds then in each locale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from l10n.catalog import Key
from l10n.checks import table
from l10n.checks.model import AnyRule
from l10n.errors import Place
from l10n.project import CheckConfig, Config


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for; it comes before what the settings say."""

    names: tuple[str, ...] = ()
    """Locales and paths of catalogs; none for all of the project."""
    folder: Path = field(default_factory=Path)
    """What the paths start from."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    fail_under: float | None = None
    not_below: str = ""
    """A revision of git."""
    changed_since: str = ""
    """A revision of git."""
    fix: bool = False
    deck: str = ""
    """The only one of the decks that is meant, where several share a catalog."""
    drafts: Mapping[Key, str] = field(default_factory=dict)
    """Translations that somebody is writing: the catalogs are checked as if they had them, approved."""

    def config(self, settings: Config, locale: str) -> CheckConfig:
        """What holds in a locale: the command line, then the locale's settings, then the general ones."""
        own = settings.check.of(locale)
        return own._replace(
            select=self.select or own.select,
            ignore=self.ignore or own.ignore,
            fail_on=self.fail_on or own.fail_on,
            fail_under=own.fail_under if self.fail_under is None else self.fail_under,
        )

    def asks_how_much(self, settings: Config, locale: str) -> bool:
        """Whether anything is asked of the completeness of a locale."""
        return bool(self.not_below) or self.config(settings, locale).fail_under is not None

    def rules(self, settings: Config, locale: str) -> tuple[AnyRule, ...]:
        """The rules of a locale; ``ConfigError`` if there is none of a name."""
        config = self.config(settings, locale)
        asked = self.select or self.ignore
        place = None if asked or not settings.file else Place(settings.file)
        return table.chosen(config.select, config.ignore, place)
