"""A small course of three engines in two languages, made up, with its repository."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LONG = "A paragraph that is longer than a line of a catalog, so that whoever wraps lines would wrap this one"
LINK = "Read [the manual](https://example.com/manual) and **stop**"
ITEMS = "Colours: `red`, *green*, and {{ blue }}"
DECKS = {
    "one": f"# One\n\nHello world\n\n<!-- l10n comment be brief -->\n\n{LONG}\n\n{LINK}\n\n"
    "???\n\nSpeak slowly\n",
    "part/two": f"---\ntheme: seriph\ntitle: Second deck\n---\n\n# Then the rest\n\n{ITEMS}\n\n"
    "---\nlayout: center\n---\n\n# Thanks\n",
    "three": "---\nmarp: true\n---\n\n# Three\n\nFirst line  \nsecond line\n",
}
FRENCH = {
    "One": "Un",
    "Hello world": "Bonjour le monde",
    "Hello, dear world": "Bonjour, cher monde",
    LONG: "Un paragraphe plus long qu’une ligne de catalogue, pour que qui coupe les lignes coupe celle-ci",
    LINK: "Lisez [le manuel](https://example.com/manual) et **arrêtez**",
    "Speak slowly": "Parlez lentement",
    "Second deck": "Deuxième jeu",
    "Then the rest": "Puis le reste",
    ITEMS: "Couleurs\u00a0: `red`, *vert* et {{ blue }}",
    "Thanks": "Merci",
    "Three": "Trois",
    "First line  \nsecond line": "Première ligne  \nseconde ligne",
}
ARABIC = {"Hello world": "مرحبا بالعالم", "Thanks": "شكرا"}


@dataclass(frozen=True)
class Course:
    """A clone of the course, and its commands."""

    root: Path

    def git(self, *arguments: str) -> str:
        """What git says in this clone."""
        return subprocess.check_output(
            ["git", "-c", "user.name=Maintainer", "-c", "user.email=maintainer@example.com", *arguments],
            cwd=self.root,
            text=True,
        )

    def l10n(self, *arguments: str) -> str:
        """All that a command says, whether it finds something or not."""
        command = [sys.executable, "-m", "l10n", *arguments]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)
        if "Traceback" in done.stderr:
            raise SystemExit(done.stderr)
        return done.stdout + done.stderr

    def deck(self, name: str, text: str) -> None:
        """Write a deck."""
        path = self.root / "source" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def catalogs(self) -> dict[str, str]:
        """The text of each, by path."""
        found = sorted((self.root / "locales").glob("*/LC_MESSAGES/**/*.po"))
        return {path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8") for path in found}

    def fill(self, locale: str, translations: dict[str, str]) -> None:
        """Type translations into its catalogs."""
        for name, text in self.catalogs().items():
            if name.startswith(f"locales/{locale}/"):
                (self.root / name).write_text(_filled(text, translations), encoding="utf-8")

    def publish(self, message: str) -> None:
        """Sync, commit and push."""
        self.l10n("sync")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        self.git("push", "-q", "origin", "main")


def made(folder: Path) -> Course:
    """The course, pushed: French complete, Arabic with a fuzzy entry, and much of it empty."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(folder / "course.git")], check=True)
    root = folder / "course"
    subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
    course = Course(root)
    course.git("remote", "add", "origin", str(folder / "course.git"))
    for name, text in DECKS.items():
        course.deck(name, text)
    course.l10n("init", "ar", "fr")
    (root / ".gitignore").write_text("build\n.l10n\n", encoding="utf-8")
    course.l10n("sync")
    course.fill("ar", ARABIC)
    course.deck("one", DECKS["one"].replace("Hello world", "Hello, dear world"))
    course.l10n("sync")
    course.fill("fr", FRENCH)
    course.publish("The course")
    return course


def _filled(catalog: str, translations: dict[str, str]) -> str:
    for source, target in translations.items():
        catalog = catalog.replace(_entry(source, ""), _entry(source, target))
    return catalog


def _entry(source: str, target: str) -> str:
    return f"\nmsgid {_quoted(source)}\nmsgstr {_quoted(target)}\n"


def _quoted(text: str) -> str:
    """A string of a catalog, a line for each of its lines."""
    lines = ['"' + line.replace("\n", "\\n") + '"' for line in text.splitlines(keepends=True)] or ['""']
    return "\n".join(lines if len(lines) == 1 else ['""', *lines])
