"""What goes beside the built decks, and what must not stay there."""

from __future__ import annotations

from functools import partial

from l10n.errors import DiskError, FileError, Place
from l10n.language import direction, language_tag
from l10n.project import Project, others
from l10n.sync.results import GroupResult
from l10n.system import File


def copy(project: Project, locale: str, result: GroupResult) -> None:
    """Copy what is no deck, and take away what was built before and has no source any more."""
    decks = set(project.decks)
    found = project.assets(locale)
    for path, origin in found.items():
        project.files.forget()
        with result.noting():
            if path in decks:
                message = "it would replace a built deck; translate the deck in its catalog"
                raise FileError(message, Place(origin.shown))
            content = asset_content(project, locale, path, origin)
            if content is not None:
                file = project.output_file(path, locale)
                runs = origin.room.runs(origin.name)
                project.files.settled(partial(project.files.write, file, content, runs=runs))
    with result.noting():
        _take_away(project, locale, decks | found.keys(), result)


def asset_content(project: Project, locale: str, path: str, origin: File) -> bytes | None:
    """What stands in a locale for a file that is no deck; None if there is no such file."""
    content = project.files.read(origin)
    if content is None or origin.room is not project.source:
        return content
    return _in_language(project, locale, path, content)


def _in_language(project: Project, locale: str, path: str, content: bytes) -> bytes:
    """A page with ``lang`` and ``dir`` of the locale, where its first tag says that of the source."""
    if not path.lower().endswith((".html", ".htm")):
        return content
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:  # it is copied as it is, as what is no text
        return content
    from l10n.deck import with_language  # which only pages need

    source, tag = map(language_tag, (project.config.source_locale, locale))
    return with_language(text, source, tag, partial(direction, locale)).encode()


def _take_away(project: Project, locale: str, built: set[str], result: GroupResult) -> None:
    manifest = project.above_built(f".l10n-{locale}")  # the names of all that was built
    project.files.forget()
    before = (project.files.read(manifest) or b"").decode("utf-8", "replace").split("\n")
    wanted = [project.output_file(path, locale) for path in built]
    known = [project.output_file(path, locale) for path in sorted(set(before) - {""})]
    stale = others(known, wanted)
    for file in stale:
        with result.noting():
            project.files.remove(file)
    left = {file.name for file in stale if not project.files.dry and _is_file(file)}
    names = "".join(f"{path}\n" for path in sorted(built | left))
    data = names.encode("utf-8", "replace")
    project.files.settled(lambda: project.files.write(manifest, data, listed=False))


def _is_file(file: File) -> bool:
    """Whether it could not be removed, and is to be when that can be done again."""
    try:
        return file.room.status(file.name) is not None
    except DiskError:
        return True
    except FileError:  # no file of ours has such a name, or is such a thing
        return False
