"""A browser that shows pages: what is measured of their slides, pictures of them, and prints."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from l10n.errors import L10nError
from l10n.regex import regex
from l10n.rendered.measures import Measure, measured
from l10n.rendered.scripts import MEASURE, SHOW
from l10n.rendered.site import Opened

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page, Playwright, Route, ViewportSize

Result = TypeVar("Result")

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PATIENCE = 20.0
"""Seconds in which the slides of a page must be there, and each picture of one."""
_FAREWELL = 5.0
"""Seconds in which a page must let go."""
_UNSEEN = "no slides of remark, reveal.js or Marp were to be seen"
_PAIR: ViewportSize = {"width": 1320, "height": 480}
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

    def slides(self, opened: Opened) -> Sequence[Measure]:
        """What is to be seen of each slide of a page; ``L10nError`` where it shows none in time."""

        async def measures(_: Page, said: object) -> Sequence[Measure]:
            return measured(said)

        return self.runner.run(self._on(opened, measures, _UNSEEN))

    def pictures(self, opened: Opened, numbers: Iterable[int]) -> Mapping[int, bytes]:
        """Slides of a page, by their numbers there, as PNG; ``L10nError`` where that cannot be."""

        async def taken(shown: Page, _: object) -> Mapping[int, bytes]:
            found = {}
            for number in numbers:
                async with asyncio.timeout(_PATIENCE):
                    await shown.evaluate(SHOW, number)
                    found[number] = await shown.screenshot(timeout=0, animations="disabled")
            return found

        return self.runner.run(self._on(opened, taken, "its slides let no picture be taken"))

    def printed(self, opened: Opened) -> bytes:
        """A page as the browser prints it, as PDF; ``L10nError`` where that cannot be."""

        async def printed(shown: Page, _: object) -> bytes:
            async with asyncio.timeout(_PATIENCE):
                await shown.emulate_media(media="print")
                if await shown.evaluate("!document.querySelector('.remark-slides-area')"):
                    await shown.goto(f"{opened.address}?print-pdf", timeout=0)
                    await shown.wait_for_selector(".pdf-page", state="attached", timeout=0)
                await shown.wait_for_load_state("networkidle", timeout=0)
                return await shown.pdf(prefer_css_page_size=True, print_background=True)

        return self.runner.run(self._on(opened, printed, "it cannot be printed"))

    def picture(self, html: str) -> bytes:
        """A page of ours as PNG, however high it is; nothing runs there, and nothing is loaded."""
        return self.runner.run(self._picture(html))

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

    async def _on(
        self, opened: Opened, act: Callable[[Page, object], Awaitable[Result]], failing: str
    ) -> Result:
        """What comes of it, once the slides of a page are there, and what is measured of them."""
        from playwright.async_api import Error

        context = await self._context(loaded(opened.html))
        failed = _UNSEEN
        try:
            async with asyncio.timeout(_PATIENCE):
                shown = await context.new_page()
                await shown.goto(opened.address, timeout=0)
                found = await shown.wait_for_function(MEASURE, timeout=0, polling=100)
                said = await found.json_value()
            failed = failing
            return await act(shown, said)
        except (Error, TimeoutError, ValueError) as error:
            raise L10nError(f"{failed} in {_PATIENCE:g} seconds") from error
        finally:
            await self._leave(context)

    async def _picture(self, html: str) -> bytes:
        from playwright.async_api import Error

        browser = await self.browser()
        context = await browser.new_context(java_script_enabled=False, offline=True, viewport=_PAIR)
        try:
            async with asyncio.timeout(_PATIENCE):
                shown = await context.new_page()
                await shown.set_content(html, timeout=0)
                return await shown.screenshot(full_page=True, timeout=0)
        except (Error, TimeoutError) as error:
            raise L10nError("pictures of its slides cannot be put side by side") from error
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


_LOADED = regex(
    r"<(?:script|link)\b[^<>]*?\s(?:src|href)\s*=\s*[\"']"
    r"((?:https?:)?//(?:[\w-]+\.)+[a-z]{2,}(?:[/?][^\"'\s<>]*)?)[\"']",
    re.IGNORECASE,
)
"""An address of a host that has a name, which one within a network seldom has."""


def loaded(html: str) -> frozenset[str]:
    """What the tags of a page load from elsewhere: its engine, as a rule."""
    return frozenset(f"http:{one}" if one.startswith("//") else one for one in _LOADED.findall(html))


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
