"""What commands do with a text, each as a project to write and a command line to run in it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from l10n.catalog.headers import new_catalog
from l10n.catalog.model import Catalog, Entry
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS
from l10n.dialects.base import Dialect
from l10n.language.locales import info
from l10n.update.template import extract

Command = Sequence[str] | Callable[[], object]
"""Arguments of ``l10n``, or what is called."""
Job = Callable[[Path, str], Command]
"""Writes a project that has the text in it, and says what to run."""

_DATE = "2026-01-01 00:00+0000"
_DECK = "source/a.md"
_CATALOG = "locales/fr/LC_MESSAGES/a.po"
_OTHER = "# Title\n\nSome text, *stressed*, with `code`, [a link](http://x.org/en/a) and more.\n"


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "replace"))


def _settings(folder: Path, more: str = "") -> None:
    _write(folder, "l10n.toml", f'locales = ["fr"]\n{more}')


def _entries(text: str, dialect: Dialect = DIALECTS["remark"]) -> list[Entry]:
    return list({entry.key: entry for entry in extract(parse(text, dialect), "a.md")}.values())


def _catalog(entries: Sequence[Entry], suffix: str = " mot") -> Catalog:
    translated = tuple(one._replace(msgstr=f"{one.msgid}{suffix}") for one in entries)
    return replace(new_catalog("a.md", _DATE, info("fr"), "../.."), entries=translated)


def _message(text: str) -> list[Entry]:
    """The whole text as one message, as a catalog may hold it."""
    return [Entry(text.replace("\r", " ").strip() or "a")]


def _project(folder: Path, deck: str, catalog: Catalog) -> None:
    _settings(folder)
    _write(folder, _DECK, deck)
    _write(folder, _CATALOG, catalog.render())


def _inspect(folder: Path, text: str) -> Command:
    _settings(folder)
    _write(folder, _DECK, text)
    return "inspect", _DECK


def _inspect_page(folder: Path, text: str) -> Command:
    _settings(folder, 'dialect = "markdown"\n')
    _write(folder, _DECK, text)
    return "inspect", "--format=json", _DECK


def _with_suffix(suffix: str, *command: str) -> Job:
    """A deck, and a catalog that says the same and a little more."""

    def job(folder: Path, text: str) -> Command:
        _project(folder, text, _catalog(_entries(text), suffix))
        return command

    return job


def _build_page(folder: Path, text: str) -> Command:
    _project(folder, text, _catalog(_entries(text, DIALECTS["markdown"])))
    _settings(folder, 'dialect = "markdown"\n')
    return ("build",)


def _as_translation(*command: str) -> Job:
    """A small deck, of which one paragraph has the text for a translation."""

    def job(folder: Path, text: str) -> Command:
        title, body = _entries(_OTHER)
        hostile = body._replace(msgstr=f"{body.msgid} {_message(text)[0].msgid}")
        _project(folder, _OTHER, replace(_catalog([]), entries=(title, hostile)))
        return command

    return job


def _as_message(suffix: str, *command: str) -> Job:
    """A catalog alone, of which one message is the text."""

    def job(folder: Path, text: str) -> Command:
        _settings(folder)
        _write(folder, "a.po", _catalog(_message(text), suffix).render())
        return command

    return job


def _update(folder: Path, text: str) -> Command:
    """Each message was edited."""
    old = _catalog([one._replace(msgid=f"{one.msgid} once") for one in _entries(text)])
    _project(folder, text, old)
    return ("sync",)


def _update_paragraph(folder: Path, text: str) -> Command:
    """The text is a message that has become another, much like it."""
    title, body = _entries(_OTHER)
    old = body._replace(msgid=f"{body.msgid} {_message(text)[0].msgid}", lines=())
    _project(folder, _OTHER, _catalog([title, old]))
    return "update", "--format=json"


def _adopt(folder: Path, text: str) -> Command:
    _settings(folder)
    _write(folder, _DECK, text)
    _write(folder, "a.fr.md", text.replace("a", "e"))
    return "adopt", "fr", "a.fr.md", "--source", _DECK, "--force"


def _commit(folder: Path) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "gc.auto=0")
    for command in (("init", "-q"), ("add", "-A"), (*identity, "commit", "-qm", "a")):
        subprocess.run(["git", "-C", str(folder), *command], check=True, capture_output=True)


def _log(folder: Path, text: str) -> Command:
    """A catalog in git, and a deck of which each message was edited."""
    _project(folder, text, _catalog([one._replace(msgid=f"{one.msgid} once") for one in _entries(text)]))
    _commit(folder)
    return "log", "fr"


def _log_paragraph(folder: Path, text: str) -> Command:
    """A message that was the text, and more, and is a part of it."""
    title, body = _entries(_OTHER)
    old = body._replace(msgid=f"{body.msgid} {_message(text)[0].msgid}", lines=())
    _project(folder, _OTHER, _catalog([title, old]))
    _commit(folder)
    return "log", "fr"


def _merge_driver(folder: Path, text: str) -> Command:
    entries = [*_message(text), *(one for one in _entries(text) if one.key != _message(text)[0].key)]
    for name, suffix in (("base", ""), ("ours", " mot"), ("theirs", " terme")):
        _write(folder, f"{name}.po", _catalog(entries, suffix).render())
    return "merge-driver", "base.po", "ours.po", "theirs.po", "7", "a.po"


def _catalog_text(folder: Path, text: str) -> Command:
    """The text stands in a catalog as it is, behind a header."""
    _settings(folder)
    _write(folder, "a.po", f"{_catalog([]).render()}\n{text}")
    return "fmt", "a.po"


def _catalog_comments(folder: Path, text: str) -> Command:
    """Each line of the text is a comment in a catalog."""
    title, body = _entries(_OTHER)
    lines = tuple(text.replace("\r", "\n").split("\n"))
    entries = (title._replace(notes=lines), body._replace(comments=lines))
    _project(folder, _OTHER, _catalog(entries))
    return ("sync",)


def _glossary_text(name: str) -> Job:
    """The text is a glossary."""

    def job(folder: Path, text: str) -> Command:
        _project(folder, _OTHER, _catalog(_entries(_OTHER)))
        _write(folder, f"locales/fr/{name}", text)
        return ("check",)

    return job


_TERMS = """
[[term]]
source = "pod"
preferred = ["capsule"]
[[term]]
source = "a b"
forbidden = ["a"]
[[term]]
source = "a"
keep = true
[[term]]
forbidden = ["a a", "b"]
"""


def _terms(folder: Path, text: str) -> Command:
    """Terms of a glossary are looked for in the text."""
    _project(folder, text, _catalog(_entries(text)))
    _write(folder, "locales/fr/glossary.toml", _TERMS)
    return ("check",)


def _term(folder: Path, text: str) -> Command:
    """The text is a term."""
    _project(folder, _OTHER, _catalog(_entries(_OTHER)))
    words = " ".join(text.replace('"', "'").split())
    _write(folder, "locales/fr/glossary.csv", f'source,preferred\n"{words or "a"}",b\n')
    return ("check",)


def _many_terms(*columns: str) -> Job:
    """The text is cut into terms, and into what is wanted for each; they are looked for in it."""

    def job(folder: Path, text: str) -> Command:
        _project(folder, text, _catalog(_entries(text)))
        first = " ".join(text[:8].replace('"', "").split())
        words = [f"{first} {at}" for at in range(len(text) // 20)]
        rows = (",".join(f'"{word}"' if column != "keep" else "yes" for column in columns) for word in words)
        _write(folder, "locales/fr/glossary.csv", "\n".join([",".join(columns), *rows, ""]))
        return ("check",)

    return job


def _settings_text(folder: Path, text: str) -> Command:
    """The text is the settings."""
    _write(folder, "l10n.toml", text)
    _write(folder, _DECK, _OTHER)
    return ("stats",)


def _pattern(folder: Path, text: str) -> Command:
    """The text is a pattern, and a thousand characters of it a file's name with which it almost agrees."""
    del folder
    from l10n.project.patterns import Patterns

    line = text.replace("\n", " ")
    path = "/".join(text[at : at + 50] for at in range(0, 1000, 50))
    return lambda: Patterns([line]).matches(path)


def _path(folder: Path, text: str) -> Command:
    """The text is a path, at which patterns are held that go far back where they can."""
    del folder
    from l10n.project.patterns import Patterns

    lines = ["*a*a*a*a*a*ab", "**/a/**/a/**/b", "a*/**/*b", "[!a]*[a-c]*?x"]
    return lambda: Patterns(lines).matches(text)


JOBS: Mapping[str, Job] = {
    "inspect": _inspect,
    "inspect page": _inspect_page,
    "build": _with_suffix(" mot", "build"),
    "build broken": _with_suffix(" `[](< b", "build"),
    "build page": _build_page,
    "build hostile": _as_translation("build"),
    "update": _update,
    "update paragraph": _update_paragraph,
    "check": _with_suffix(" mot", "check", "--verbose"),
    "check broken": _with_suffix(" `[](< b", "check", "--format=sarif"),
    "check hostile": _as_translation("check", "--format=json"),
    "check message": _as_message(" mot", "check", "--verbose", "a.po"),
    "check broken message": _as_message(" `[](< b", "check", "--fix", "a.po"),
    "stats": _with_suffix(" mot", "stats", "--format=html"),
    "adopt": _adopt,
    "log": _log,
    "log paragraph": _log_paragraph,
    "fmt": _as_message(" mot", "fmt", "a.po"),
    "merge-driver": _merge_driver,
    "catalog text": _catalog_text,
    "catalog comments": _catalog_comments,
    "glossary.toml": _glossary_text("glossary.toml"),
    "glossary.csv": _glossary_text("glossary.csv"),
    "terms": _terms,
    "term": _term,
    "terms to keep": _many_terms("source", "keep"),
    "terms to write": _many_terms("source", "preferred", "forbidden"),
    "terms to avoid": _many_terms("forbidden"),
    "settings": _settings_text,
    "pattern": _pattern,
    "path": _path,
}
"""All jobs by name."""
