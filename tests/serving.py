"""A project behind ``l10n serve``, asked without a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from l10n.project import find_config
from l10n.serve.running import Asked, both

PORT, DECKS = 8123, 8124
DECK = "# One\n\nHello world\n\n---\n\n# Two\n\nRead [this](https://example.com/a)\n"
HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
CATALOG = (
    HEADER
    + '\nmsgid "One"\nmsgstr   "Un"\n'
    + '\n#, fuzzy, no-wrap\n#| msgid "Hello"\nmsgid "Hello world"\nmsgstr "Bon"\n"jour"\n'
    + '\nmsgid "Two"\nmsgstr ""\n'
    + '\nmsgid "Read [this](https://example.com/a)"\nmsgstr ""\n'
)


def project(root: Path) -> Path:
    """A deck of two slides, and its French catalog: where that stands."""
    catalog = root / "locales/fr/LC_MESSAGES/one.po"
    catalog.parent.mkdir(parents=True)
    (root / "source").mkdir()
    (root / "source/one.md").write_text(DECK)
    catalog.write_text(CATALOG)
    return catalog


class Site:
    """Both origins."""

    def __init__(self, root: Path, **asked: Any) -> None:
        self.app = both(find_config(root), Asked("fr", **asked), PORT, DECKS)
        self.editor = TestClient(self.app, base_url=f"http://127.0.0.1:{PORT}")
        self.decks = TestClient(self.app, base_url=f"http://127.0.0.1:{DECKS}")
        page = self.editor.get("/").text
        self.token = re.search('data-token="([^"]*)"', page)[1]
        self.key = re.search(f'data-decks="http://127.0.0.1:{DECKS}/([^"]*)"', page)[1]

    @property
    def headers(self) -> dict[str, str]:
        return {
            "origin": f"http://127.0.0.1:{PORT}",
            "x-l10n-token": self.token,
            "content-type": "application/json",
        }

    def save(self, msgid: str, seen: str, msgstr: str, *, approve: bool = False) -> Any:
        edit = {"deck": "one.md", "msgctxt": None, "msgid": msgid, "seen": seen, "msgstr": msgstr}
        return self.editor.post("/api/save", headers=self.headers, json={**edit, "approve": approve})

    def undo(self) -> Any:
        return self.editor.post("/api/undo", headers=self.headers, json={})

    def draft(self, msgid: str, msgstr: str) -> Any:
        """What is said of a translation that is being typed."""
        return self._asked("/api/draft", msgid, msgstr)

    def memory(self, msgid: str) -> Any:
        """What there is for a message already."""
        return self._asked("/api/memory", msgid, "")

    def _asked(self, path: str, msgid: str, msgstr: str) -> Any:
        draft = {"deck": "one.md", "msgctxt": None, "msgid": msgid, "msgstr": msgstr}
        return self.editor.post(path, headers=self.headers, json=draft).json()

    def deck(self) -> Any:
        return self.editor.get("/api/deck", params={"deck": "one.md"}).json()

    def messages(self) -> dict[str, dict[str, Any]]:
        return {one["msgid"]: one for slide in self.deck()["slides"] for one in slide["messages"]}
