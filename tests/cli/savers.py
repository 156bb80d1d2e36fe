"""Translators' tools, each as it saves one translation: what it wraps, sorts, adds and leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
from translate.storage import pypo

from cli.conftest import gettext

Saver = Callable[[Path, str, str], None]
"""Writes a translation of a message to a catalog."""


def by_polib(path: Path, msgid: str, msgstr: str) -> None:
    catalog = polib.pofile(str(path))
    catalog.find(msgid).msgstr = msgstr
    catalog.save()


def by_msgcat(path: Path, msgid: str, msgstr: str) -> None:
    """A text editor, and a hook that lays catalogs out."""
    by_hand(path, msgid, msgstr)
    laid_out(path, "msgcat", "--sort-by-file")


def by_hand(path: Path, msgid: str, msgstr: str) -> None:
    text = path.read_text(encoding="utf-8")
    head = f'\nmsgid "{msgid}"\nmsgstr "'
    assert text.count(f'{head}"') == 1
    path.write_text(text.replace(f'{head}"', f'{head}{msgstr}"'), encoding="utf-8")


def laid_out(path: Path, *command: str) -> None:
    done = gettext(*command, "-o", str(path), str(path), folder=path.parent)
    assert done.returncode == 0, done.stderr


def by_msgmerge(path: Path, msgid: str, msgstr: str) -> None:
    """Emacs, and a merge with the template, as projects without us have it."""
    by_hand(path, msgid, msgstr)
    folder = next(one for one in path.parents if one.name == "LC_MESSAGES")
    name = path.relative_to(folder).with_suffix(".pot")
    template = folder.parents[1] / "templates" / name
    command = ("msgmerge", "--quiet", "--update", "--backup=off", str(path), str(template))
    done = gettext(*command, folder=path.parent)
    assert done.returncode == 0, done.stderr


def by_poedit(path: Path, msgid: str, msgstr: str) -> None:
    """It wraps, names itself and the translator in the header, and compiles beside the catalog."""
    catalog = polib.pofile(str(path))
    catalog.find(msgid).msgstr = msgstr
    catalog.metadata |= {
        "Last-Translator": "A <a@example.com>",
        "X-Generator": "Poedit 3.6",
        "X-Poedit-SearchPath-0": ".",
    }
    catalog.save()
    laid_out(path, "msgcat", "--width=79")
    polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def by_weblate(path: Path, msgid: str, msgstr: str) -> None:
    """By translate-toolkit, with its own wrapping and fields."""
    store = pypo.pofile.parsefile(str(path))
    (unit,) = (unit for unit in store.units if unit.source == msgid)
    unit.target = msgstr
    store.updateheader(
        add=True,
        last_translator="A <a@example.com>",
        language_team="French <https://weblate.example.com/projects/course/>",
        po_revision_date="2026-11-20 10:00+0000",
        x_generator="Weblate 2026.10",
    )
    store.save()


SAVERS: dict[str, Saver] = {
    "polib": by_polib,
    "msgcat": by_msgcat,
    "msgmerge": by_msgmerge,
    "Poedit": by_poedit,
    "Weblate": by_weblate,
}
