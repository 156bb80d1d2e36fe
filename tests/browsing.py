"""``l10n serve`` as its user has it: the command in a process of its own, and a page in a real browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from chromium import EXECUTABLE
from engines.engine import BUNDLES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REMARK = next((path for path in BUNDLES.values() if path.exists()), None)
DECK_PAGE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><body><script src="remark.js"></script><script>
remark.create({{ sourceUrl: '{deck}', ratio: '16:9' }});
</script></body></html>
"""
"""A page that shows a deck by remark, which lies beside it."""
NEEDS_BROWSER = [
    pytest.mark.skipif(EXECUTABLE is None, reason="there is no chromium"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes
]


@contextmanager
def served(root: Path, *options: str) -> Iterator[str]:
    """The address at which the project is served."""
    command = [sys.executable, "-m", "l10n", "serve", "--no-open", *(options or ("--port", "0"))]
    with subprocess.Popen(command, cwd=root, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().split()[0]
        finally:
            process.terminate()


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options: dict[str, Any] = {"executable_path": EXECUTABLE, "args": ["--no-sandbox"]}
        with playwright.chromium.launch(**options) as started:
            yield started


def translate_the_third(page: Page, catalog: Path, seen: Callable[[str, str], object]) -> None:
    """Slide Three is translated in the page, then in an editor: it is ``seen`` each time, and stays."""
    seen("source", "One")
    page.keyboard.press("Alt+u")
    page.locator("article:focus-within").wait_for()
    page.keyboard.insert_text("Trois")
    page.keyboard.press("Control+Enter")
    seen("built", "Trois")
    catalog.write_text(catalog.read_text().replace("Trois", "Le trois"))
    seen("built", "Le trois")
    seen("source", "Three")
