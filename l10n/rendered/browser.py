"""A browser that shows pages, and tells by how much their slides overflow."""

from __future__ import annotations

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
    from playwright.sync_api import Browser, BrowserContext, Playwright, Route

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PATIENCE = 15_000
"""Milliseconds in which a page must have loaded; and again, in which its slides must be there."""
_ANY = re.compile("")
_NO_CALLS = "delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection;"
"""In each frame before its scripts: not every browser knows the policy for WebRTC by the name it has now."""


class Screen:
    """A browser, and the server that it may ask."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address

    def slides(self, page: str, html: str) -> Sequence[Overflow]:
        """How each slide of a page overflows; ``L10nError`` where it shows none in time.

        ``html`` is what stands at that address: nothing is loaded from elsewhere but what its tags name.
        """
        from playwright.sync_api import Error

        with self._context(loaded(html)) as context:
            shown = context.new_page()
            try:
                shown.goto(page, timeout=_PATIENCE)
                return measured(
                    shown.wait_for_function(_MEASURE, timeout=_PATIENCE, polling=100).json_value()
                )
            except (Error, ValueError) as error:
                raise L10nError(
                    f"no slides of remark or reveal.js were to be seen in {_PATIENCE / 1000:g} seconds"
                ) from error

    @contextmanager
    def _context(self, allowed: frozenset[str]) -> Iterator[BrowserContext]:
        def settle(route: Route) -> None:
            url = route.request.url
            if url.startswith(self.address) or (url in allowed and route.request.method == "GET"):
                route.continue_()
            else:
                route.abort()

        # A browser connects to where it is led before it asks for a route: so there is a proxy, which is the
        # server itself, and hands out nothing that is not there.
        hosts = [urlsplit(one).netloc for one in (self.address, *allowed)]
        context = self.browser.new_context(
            viewport={"width": 1280, "height": 720},
            service_workers="block",
            accept_downloads=False,
            proxy={"server": self.address, "bypass": ",".join(hosts)},
        )
        try:
            context.add_init_script(_NO_CALLS)
            context.route(_ANY, settle)
            context.route_web_socket(_ANY, lambda socket: socket.close())
            yield context
        finally:
            context.close()


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
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        message = "slides are shown by a browser that playwright drives: `pip install 'deck-l10n[browser]'`"
        raise L10nError(message) from error
    with sync_playwright() as playwright:
        browser = _started(playwright)
        try:
            yield Screen(browser, address)
        finally:
            browser.close()


def _started(playwright: Playwright) -> Browser:
    from playwright.sync_api import Error

    own = next(filter(None, map(shutil.which, _NAMES)), None)
    # WebRTC knows no routes; and root, as in containers, has no sandbox.
    alone = "--webrtc-ip-handling-policy=disable_non_proxied_udp"
    arguments = [alone, *(["--no-sandbox"] if _is_root() else [])]
    try:
        return playwright.chromium.launch(executable_path=own, args=arguments)
    except Error as error:
        message = (
            "there is no browser that can be started; install Chromium, or run `playwright install chromium`"
        )
        raise L10nError(message) from error


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
