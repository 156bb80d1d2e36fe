"""Pages are told what changed, by server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from watchfiles import awatch

from l10n.errors import L10nError
from l10n.serve.workshop import Workshop

_GATHERED = 60
"""Milliseconds in which changes are taken together."""
_STEP = 20
"""Milliseconds without a change that end that."""
_QUIET = 15
"""Seconds after which a page is sent a sign of life: so one that is gone is noticed."""


class Live:
    """Watches a project, builds what changes, and tells all pages."""

    def __init__(self, workshop: Workshop) -> None:
        """Nothing is watched yet."""
        self.workshop = workshop
        self._pages: set[asyncio.Queue[str]] = set()

    def tell(self, **event: object) -> None:
        """Tell all pages, unless there is nothing to tell."""
        for page in self._pages if any(event.values()) else ():
            page.put_nowait(f"data: {json.dumps(event)}\n\n")

    async def events(self) -> AsyncIterator[str]:
        """What one page is told."""
        page: asyncio.Queue[str] = asyncio.Queue()
        self._pages.add(page)
        try:
            yield "retry: 1000\n\n"
            while True:
                try:
                    yield await asyncio.wait_for(page.get(), _QUIET)
                except TimeoutError:
                    yield ": \n\n"
        finally:
            self._pages.discard(page)

    async def watch(self) -> None:
        """Go on till it is cancelled."""
        folders = [folder for folder in self.workshop.folders() if folder.is_dir()]
        async for changes in awatch(*folders, debounce=_GATHERED, step=_STEP, watch_filter=None):
            paths = [Path(path) for _, path in changes]
            try:
                decks = await run_in_threadpool(self.workshop.changed, paths)
            except L10nError as error:
                self.tell(problem=str(error))
            else:
                self.tell(decks=decks)
