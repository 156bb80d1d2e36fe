"""What faults and kills have in common: a project in the midst of change, and what must hold."""

import os
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import isfunction
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Workspace

from l10n.catalog.reader import load
from l10n.system import disk, regular, workers

CONFIG = ".git/config"
TELLING = (regular.TEMPORARY, ".l10n-fr", ".l10n-de", "progress.html")
"""Names of what is no one's work, and may tell of what could not be read, or removed."""

ONE = "# One\n\nHello {}\n\nReally?\n\n---\n\nSpeak of [it](https://example.com/it) slowly\n"
MOVED = "# Moved\n\nWhat moves has a past\n\nAnd a future\n"
SHARED = "This line stands in two decks\n"
EXTRA, EXTRA_FR = "# Extra\n\nFour blue boxes\n", "# Supplément\n\nQuatre boîtes bleues\n"
TRANSLATIONS = {
    "One": "Un",
    "Hello world": "Bonjour tout le monde",
    "Really?": "Vraiment ?",
    "Speak of [it](https://example.com/it) slowly": "Parlez-en [lentement](https://example.com/it)",
    "Moved": "Déplacé",
    "What moves has a past": "Ce qui bouge a un passé",
    "And a future": "Et un avenir",
    SHARED.strip(): "Cette ligne est dans deux jeux",
    "Gone": "Parti",
    "This deck goes, its words stay": "Ce jeu part, ses mots restent",
}
GLOSSARY = '[[term]]\nsource = "deck"\npreferred = ["jeu"]\n'
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "init": ("init", "es"),
    "extract": ("extract",),
    "update": ("update",),
    "build": ("build",),
    "sync": ("sync",),
    "fmt": ("fmt",),
    "check --fix": ("check", "--fix"),
    "adopt": ("adopt", "fr", "old"),
    "adopt what was built": ("adopt", "fr", "build/fr"),
    "install-merge-driver": ("install-merge-driver",),
    "merge-driver": ("merge-driver", "merge/base", "merge/ours", "merge/theirs", "7", "a.po"),
    "stats -o": ("stats", "--format", "html", "-o", "progress.html"),
}
"""All that write."""


def endangered(work: Workspace) -> None:
    """Synced and translated; then edited, renamed, removed and begun, and not synced yet.

    One process does it all, so that each call is counted.
    """
    work.monkeypatch.setattr(workers, "processors", lambda: 1)
    begun(work)
    _translatable(work)
    work.ok("init", "fr", "de")
    for deck in ("one", "part/two", "shared", "gone"):
        for msgid, msgstr in TRANSLATIONS.items():
            for locale in ("fr", "de") if deck == "one" else ("fr",):
                if f'msgid "{msgid}"\n' in work.read(work.po(deck, locale)):
                    work.translate(msgid, msgstr, deck, locale)
    work.ok("sync")
    _edited(work)


def begun(work: Workspace) -> None:
    """A project in a repository, with nothing in it."""
    subprocess.run(["git", "init", "-q", "--template=", str(work.root)], check=True)
    work.write("l10n.toml", "")


def _translatable(work: Workspace) -> None:
    work.deck("one.md", ONE.format("world"))
    work.deck("part/two.md", MOVED)
    work.deck("shared.md", SHARED)
    work.deck("gone.md", "# Gone\n\nThis deck goes, its words stay\n")
    work.deck("image.svg", "<svg>old</svg>")
    work.deck("style.css", "gone")
    work.write("locales/fr/assets/image.svg", "<svg>vieux</svg>")


def _edited(work: Workspace) -> None:
    work.next_day()
    work.deck("one.md", ONE.format("whole wide world"))
    work.path("source/part/two.md").unlink()
    work.deck("moved.md", MOVED + "\nOne more line\n")
    work.deck("new.md", f"# New\n\n{SHARED}")
    work.deck("extra.md", EXTRA)
    work.deck("image.svg", "<svg>new</svg>")
    for gone in ("gone.md", "style.css"):
        work.path(f"source/{gone}").unlink()
    work.write("old/extra_fr.md", EXTRA_FR)
    work.write("locales/fr/glossary.toml", GLOSSARY)
    work.replace(work.po("shared"), f'msgid "{SHARED[:5]}', f'msgid ""\n"{SHARED[:5]}')
    work.replace("build/fr/shared.md", "Cette ligne", "Cette même ligne")
    catalog = work.read(work.po())
    work.write("merge/base", catalog)
    work.write("merge/ours", catalog.replace('"Un"', '"Une"'))
    work.write("merge/theirs", catalog.replace('"Bonjour tout le monde"', '"Salut"'))


Snapshot = Mapping[str, tuple[bytes, int]]
"""By path: content, and time of the last change."""


def taken(root: Path) -> Snapshot:
    """What stands in a folder; of a repository only its settings."""
    found = {}
    for folder, folders, names in os.walk(root):
        if ".git" in folders:
            folders.remove(".git")
        for name in names:
            path = os.path.join(folder, name)  # noqa: PTH118 - this is done very often
            with open(path, "rb") as file:  # noqa: PTH123
                found[os.path.relpath(path, root)] = file.read(), os.fstat(file.fileno()).st_mtime_ns
    found[CONFIG] = (root / CONFIG).read_bytes(), 0
    return found


def restored(root: Path, snapshot: Snapshot) -> None:
    """Put it back, without folders that have nothing in them."""
    now = taken(root)
    for name in now.keys() - snapshot.keys():
        (root / name).unlink()
    for name, (content, changed) in snapshot.items():
        if now.get(name) != (content, changed):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            os.utime(path, ns=(changed, changed))
    for folder, _, _ in os.walk(root, topdown=False):
        if not (os.listdir(folder) or "/.git/" in folder):  # noqa: PTH208
            os.rmdir(folder)  # noqa: PTH106


class Watch:
    """All calls to the operating system, counted; one of them may be made to go wrong."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.counts: Counter[str] = Counter()
        self.at = ("", 0)
        self.happens: Callable[[], object] = lambda: None
        for name, call in vars(disk).items():
            if isfunction(call) and call.__module__ == disk.__name__ and name[0] != "_":
                patch.setattr(disk, name, self._watched(name, call))

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any) -> Any:
            self.counts[name] += 1
            if (name, self.counts[name]) == self.at:
                self.happens()  # and if nobody ends or fails by it, as who is not meant, the call goes on
            if name == "fsync":  # it is slow, and no test cuts the power
                return None
            return call(*args)

        return watched

    def aims(self, name: str, number: int, happens: Callable[[], object]) -> None:
        """From now on counted anew, that call goes so."""
        self.counts.clear()
        self.at, self.happens = (name, number), happens

    def rests(self) -> None:
        """Nothing goes wrong any more."""
        self.aims("", 0, lambda: None)


@dataclass(frozen=True)
class Undisturbed:
    """What a command does if nothing goes wrong."""

    before: Snapshot
    after: Mapping[str, bytes]
    code: int
    calls: Counter[str]
    whole: Mapping[str, frozenset[bytes]]
    """By name of a file: all contents that it may have."""
    translations: frozenset[str]
    """Those that were there before, and stay."""

    def check_whole(self, root: Path, after: str) -> None:
        """Each file is as it was, or as it shall be, and no translation is missing."""
        found = contents(root)
        for name, content in found.items():
            if not name.endswith(TELLING):
                assert content in self.whole[Path(name).name], f"{name} is neither old nor new after {after}"
        missing = self.translations - translations(found)
        assert not missing, f"no catalog has {missing} after {after}"

    def is_done(self, root: Path) -> bool:
        """Whether all was done; what only tells may tell more."""
        found = contents(root)
        return found.keys() == self.after.keys() and all(
            content == self.after[name] or name.endswith(TELLING) for name, content in found.items()
        )

    def check_same(self, root: Path, after: str) -> None:
        """All is as if nothing had gone wrong, and nothing is left."""
        assert contents(root) == self.after, f"not the same after {after}"
        left = [
            str(path.relative_to(root)) for path in root.rglob("*") if path.name.endswith(regular.TEMPORARY)
        ]
        assert not left, f"left after {after}: {left}"


def undisturbed(work: Workspace, watch: Watch, args: Sequence[str]) -> Undisturbed:
    """Run a command in a project as it is, and see what it does."""
    before = taken(work.root)
    restored(work.root, before)  # without empty folders, as each time
    whole: dict[str, set[bytes]] = {}
    put = regular.put

    def noted(
        folder: disk.Folder, name: str, data: bytes, old: bytes | None, runs: bool | None = None
    ) -> None:
        whole.setdefault(name, set()).add(data)
        put(folder, name, data, old, runs)

    watch.rests()
    with work.monkeypatch.context() as patch:
        patch.setattr(regular, "put", noted)
        code = work.run(*args).code
    after = contents(work.root)
    for files in ({name: content for name, (content, _) in before.items()}, after):
        for name, content in files.items():
            whole.setdefault(Path(name).name, set()).add(content)
    stays = translations({name: content for name, (content, _) in before.items()}) & translations(after)
    known = {name: frozenset(one) for name, one in whole.items()}
    return Undisturbed(before, after, code, watch.counts.copy(), known, stays)


def contents(root: Path) -> dict[str, bytes]:
    """What stands in a folder, by path; what is kept between runs is left out."""
    found = taken(root).items()
    return {name: content for name, (content, _) in found if not name.startswith(".l10n/")}


def translations(files: Mapping[str, bytes]) -> frozenset[str]:
    """All that catalogs have, be it obsolete or a proposal."""
    names = [name for name in files if name.endswith(".po") or name == "merge/ours"]
    entries = (entry for name in names for entry in load(files[name], name).entries)
    return frozenset(entry.msgstr for entry in entries if entry.msgstr)
