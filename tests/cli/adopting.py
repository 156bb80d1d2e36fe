"""A deck and its translation of old, and what tests of adoption ask of catalogs and git."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import polib
from corpus.real import CORPUS

from cli.conftest import Workspace

ENGLISH = """# Shipping containers

- Start 5 containers with the image `webfront:v1.3`

- Read [the whole manual](https://example.com/en/manual) before the next release

---

## Networks and volumes

The `overlay` driver connects 3 nodes of one cluster

![A map of the network](images/net.png)

???

Speak slowly and look at the audience
"""
FRENCH = """# Expédier des conteneurs

- Démarrer 5 conteneurs avec l'image `webfront:v1.3`

- Lire [le manuel complet](https://example.com/fr/manual) avant la prochaine version

---

## Réseaux et volumes

Le pilote `overlay` relie 3 nœuds d'une même grappe

![Une carte du réseau](images/net.png)

???

Parler lentement et regarder le public
"""
PO = "locales/fr/LC_MESSAGES/one.po"


def msgstrs(work: Workspace, name: str = PO) -> dict[str, str]:
    return {one.msgid: one.msgstr for one in polib.pofile(str(work.path(name))) if not one.obsolete}


def fuzzy(work: Workspace, name: str = PO) -> dict[str, str]:
    entries = polib.pofile(str(work.path(name)))
    return {one.msgid: one.comment for one in entries if one.fuzzy and not one.obsolete}


def git(work: Workspace, *args: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(work.root), *who, *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(work: Workspace, message: str) -> str:
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", message)
    return git(work, "rev-parse", "HEAD")


PAIRS = [CORPUS / "pairs/common__sampleapp", CORPUS / "pairs/intro__Docker_Overview"]
"""Real decks that were translated by hand, and edited since."""


def translated_course(work: Workspace, decks: Sequence[Path]) -> None:
    """A project of real decks of remark, of which the pairs are translated."""
    for path in decks:
        work.deck(path.name, path.read_bytes())
    for pair in PAIRS:
        work.deck(f"{pair.name}.md", (pair / "en.md").read_bytes())
    work.write("l10n.toml", 'dialect = "remark"\n')
    work.ok("init", "fr")
    for pair in PAIRS:
        shutil.copy(pair / "fr.md", work.path("fr.md"))
        assert work.run("adopt", "fr", "fr.md", "--source", f"{pair.name}.md", "--force").code in {0, 1}
    work.path("fr.md").unlink()
