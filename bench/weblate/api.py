"""Weblate's REST API, as far as the play needs it."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Answer = dict[str, Any]
NEEDS_EDITING, TRANSLATED, APPROVED = 10, 20, 30
"""States of a unit."""


@dataclass(frozen=True)
class Weblate:
    """A server, and who asks it."""

    url: str
    token: str

    def ask(self, method: str, path: str, **values: object) -> Answer:
        """What it answers; a refusal is an error with what it says."""
        url = path if path.startswith("http") else f"{self.url}/api/{path}"
        headers = {"Authorization": f"Token {self.token}", "Content-Type": "application/json"}
        body = json.dumps(values).encode() if values else None
        request = urllib.request.Request(url, data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=600) as answer:
                found: Answer = json.loads(answer.read() or b"{}")
                return found
        except urllib.error.HTTPError as error:
            raise SystemExit(f"Weblate refuses {method} {path}: {error.read().decode()[:1000]}") from error

    def all(self, path: str, **query: str) -> Iterator[Answer]:
        """Each result of a list, page by page."""
        following: str | None = f"{path}?{urllib.parse.urlencode({**query, 'page_size': '200'})}"
        while following:
            page = self.ask("GET", following)
            yield from page["results"]
            following = page["next"]

    def units(self, component: str, language: str, query: str = "") -> dict[str, Answer]:
        """What a translation consists of, by source text."""
        path = f"translations/course/{component}/{language}/units/"
        return {unit["source"][0]: unit for unit in self.all(path, **({"q": query} if query else {}))}

    def save(self, unit: Answer, target: str, state: int = TRANSLATED) -> None:
        """What a translator does with a text and a button."""
        self.ask("PATCH", f"units/{unit['id']}/", target=[target], state=state)

    def repository(self, operation: str, component: str = "one") -> None:
        """Commit, push or pull."""
        self.ask("POST", f"components/course/{component}/repository/", operation=operation)
