"""A browser that shows pages, and tells by how much their slides overflow."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from l10n.checks import Overflow
from l10n.errors import L10nError

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Playwright, Route

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PATIENCE = 20.0
"""Seconds in which the slides of a page must be there."""
_FAREWELL = 5.0
"""Seconds in which a page must let go."""
_ANY = re.compile("")
_NO_CALLS = "delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection;"
"""In each frame before its scripts: not every browser knows the policy for WebRTC by the name it has now."""


class Screen:
    """A browser, and the server that it may ask.

    Playwright's own time limits end no script that goes on for ever, for they ask the page to give up: so
    each page has a limit of ours, and a page that does not let go takes its browser along.
    """

    def __init__(self, runner: asyncio.Runner, playwright: Playwright, address: str) -> None:
        """No browser is started yet."""
        self.runner = runner
        self.playwright = playwright
        self.address = address
        self._started: Browser | None = None

    def slides(self, page: str, html: str) -> Sequence[Overflow]:
        """How each slide of a page overflows; ``L10nError`` where it shows none in time.

        ``html`` is what stands at that address: nothing is loaded from elsewhere but what its tags name.
        """
        return self.runner.run(self._slides(page, loaded(html)))

    async def browser(self) -> Browser:
        """The browser, started, or anew where it is gone; ``L10nError`` where there is none."""
        if self._started is None or not self._started.is_connected():
            self._started = await _started(self.playwright)
        return self._started

    async def end(self) -> None:
        """End the browser, and what drives it."""
        if self._started:
            await self._started.close()
        await self.playwright.stop()

    async def _slides(self, page: str, allowed: frozenset[str]) -> Sequence[Overflow]:
        from playwright.async_api import Error

        context = await self._context(allowed)
        try:
            async with asyncio.timeout(_PATIENCE):
                shown = await context.new_page()
                await shown.goto(page, timeout=0)
                found = await shown.wait_for_function(_MEASURE, timeout=0, polling=100)
                return measured(await found.json_value())
        except (Error, TimeoutError, ValueError) as error:
            message = f"no slides of remark or reveal.js were to be seen in {_PATIENCE:g} seconds"
            raise L10nError(message) from error
        finally:
            await self._leave(context)

    async def _leave(self, context: BrowserContext) -> None:
        from playwright.async_api import Error

        try:
            async with asyncio.timeout(_FAREWELL):
                await context.close()
        except (Error, TimeoutError):
            browser, self._started = self._started, None
            if browser:
                await browser.close()

    async def _context(self, allowed: frozenset[str]) -> BrowserContext:
        async def settle(route: Route) -> None:
            url = route.request.url
            if url.startswith(self.address) or (url in allowed and route.request.method == "GET"):
                await route.continue_()
            else:
                await route.abort()

        # A browser connects to where it is led before it asks for a route: so there is a proxy, which is the
        # server itself, and hands out nothing that is not there.
        hosts = [urlsplit(one).netloc for one in (self.address, *allowed)]
        context = await (await self.browser()).new_context(
            viewport={"width": 1280, "height": 720},
            service_workers="block",
            accept_downloads=False,
            proxy={"server": self.address, "bypass": ",".join(hosts)},
        )
        await context.add_init_script(_NO_CALLS)
        await context.route(_ANY, settle)
        await context.route_web_socket(_ANY, lambda socket: socket.close())
        return context


_LOADED = re.compile(
    r"<(?:script|link)\b[^<>]*?\s(?:src|href)\s*=\s*[\"']"
    r"((?:https?:)?//(?:[\w-]+\.)+[a-z]{2,}(?:[/?][^\"'\s<>]*)?)[\"']",
    re.IGNORECASE,
)
"""An address of a host that has a name, which one within a network seldom has."""


def loaded(html: str) -> frozenset[str]:
    """What the tags of a page load from elsewhere: its engine, as a rule."""
    return frozenset(f"http:{one}" if one.startswith("//") else one for one in _LOADED.findall(html))


def measured(said: object) -> Sequence[Overflow]:
    """What ``measure.js`` said; ``ValueError`` if a page has put other words into its mouth."""
    if not isinstance(said, str) or len(said) > _LONGEST:
        raise ValueError("this is no measure")
    found = [Overflow(high, wide, line) for high, wide, line in map(_figures, said.split(";"))]
    if not all(0 <= side < _FAR and 1 <= one.line < _FAR for one in found for side in (one.high, one.wide)):
        raise ValueError("no slide is so large")
    return found


def _figures(said: str) -> list[float]:
    return [float(one) for one in said.split(" ")]


_LONGEST = 1_000_000
"""Characters: some tens of thousands of slides."""
_FAR = 1_000_000
"""Pixels."""
_MEASURE = files("l10n.rendered").joinpath("measure.js").read_text(encoding="utf-8")


@contextmanager
def screen(address: str) -> Iterator[Screen]:
    """A browser, while the block runs; ``L10nError`` where there is none, or nothing to drive it."""
    try:
        from playwright.async_api import async_playwright
    except ImportError as error:
        message = "slides are shown by a browser that playwright drives: `pip install 'deck-l10n[browser]'`"
        raise L10nError(message) from error
    with asyncio.Runner() as runner:
        # What a page that was left still owes us is of no interest.
        runner.get_loop().set_exception_handler(lambda _loop, _about: None)
        shown = Screen(runner, runner.run(async_playwright().start()), address)
        try:
            runner.run(shown.browser())
            yield shown
        finally:
            runner.run(shown.end())


async def _started(playwright: Playwright) -> Browser:
    from playwright.async_api import Error

    own = next(filter(None, map(shutil.which, _NAMES)), None)
    # WebRTC knows no routes; and root, as in containers, has no sandbox.
    alone = "--webrtc-ip-handling-policy=disable_non_proxied_udp"
    arguments = [alone, *(["--no-sandbox"] if _is_root() else [])]
    try:
        return await playwright.chromium.launch(executable_path=own, args=arguments)
    except Error as error:
        message = (
            "there is no browser that can be started; install Chromium, or run `playwright install chromium`"
        )
        raise L10nError(message) from error


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
