"""What the catalogs of a locale know of messages that are new in some deck."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from l10n.catalog import Entry, Key, Translated
from l10n.errors import DiskError, L10nError
from l10n.project import Project
from l10n.sync.results import GroupResult
from l10n.sync.translations import Translations
from l10n.system import File, helping
from l10n.update import Answer, Memory


@dataclass(frozen=True, slots=True)
class Remembered:
    """By group: what there is for its new messages; and catalogs that could not be read."""

    answers: Mapping[str, Mapping[Key, Answer]]
    problems: list[L10nError] = field(default_factory=list)


class Remembering:
    """Asks the memory of locales, in whichever process; a ``Task``."""

    def __init__(self, project: Project, news: Sequence[GroupResult], code: bytes) -> None:
        """``news`` are the results of groups with new messages; ``code`` changes with what reads catalogs."""
        self.project = project
        self.news = news
        self.code = code

    def __call__(self, locale: str) -> Remembered:
        """Ask that of one."""
        new = {result.name: result.new[locale] for result in self.news if locale in result.new}
        again = {(result.name, key) for result in self.news for key in result.again.get(locale, ())}
        problems: list[L10nError] = []
        translations = Translations(self.project, locale, self.code)
        found = Memory(self._readable(locale, translations, problems), translations.frequency).answers(
            [Entry(msgid, msgctxt=context) for keys in new.values() for context, msgid in keys],
            no_hints={key for _, key in again},
        )
        translations.close()
        known = {
            name: {key: found[key]._replace(again=(name, key) in again) for key in keys if key in found}
            for name, keys in new.items()
        }
        return Remembered({name: answers for name, answers in known.items() if answers}, problems)

    def lost(self, locale: str, why: str) -> Remembered:
        """Instead of its memory, where the process that asked it has ended."""
        message = f"{locale}: the process that looked for known translations was ended by {why}; run it again"
        return Remembered({}, [DiskError(message)])  # so that the next run asks for all again

    def helping(self, number: int) -> AbstractContextManager[None]:
        """Around all that another process does."""
        return helping(self.project.files, number)

    def _readable(
        self, locale: str, translations: Translations, problems: list[L10nError]
    ) -> Iterator[tuple[str, Translated]]:
        """What the catalogs of a locale say; all has left that stands in one whose deck is gone."""
        orphans = {file.name for file in self.project.orphans(locale)}
        with self.project.files.at_a_glance():
            for file in self.project.catalog_files(locale):
                self.project.files.forget()
                try:
                    said = self._left(file) if file.name in orphans else translations.of(file)
                except L10nError as error:
                    problems.append(error)  # named in its deck's turn, too, unless it could be read then
                    continue
                if said:
                    yield file.name, said

    def _left(self, orphan: File) -> Translated | None:
        catalog = self.project.catalogs.of(orphan)
        return Translated.of(entry._replace(obsolete=True) for entry in catalog.entries) if catalog else None
