"""A real browser, driven over its own protocol: Debian's ``chromium``, without a further package."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

EXECUTABLE = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""None where there is no browser."""
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)


class Page:
    """A page, and what happened while it was shown."""

    def __init__(self, orders: int, answers: int) -> None:
        self._orders = orders
        self._answers = answers
        self._read = b""
        self._number = 0
        self._session: dict[str, str] = {}
        self.requests: list[str] = []
        """Addresses that were asked for."""
        self.complaints: list[str] = []
        """What the browser wrote to its console."""

    def start(self) -> None:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = {"sessionId": session}
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> Any:
        """What the browser answers."""
        self._number += 1
        order = {"id": self._number, "method": method, "params": parameters, **self._session}
        os.write(self._orders, json.dumps(order).encode() + b"\0")
        while True:
            said = self._next()
            if said.get("id") == self._number:
                assert "error" not in said, said
                return said["result"]

    def wait_for(self, event: str) -> None:
        while self._next().get("method") != event:
            pass

    def _next(self) -> Any:
        while b"\0" not in self._read:
            more = os.read(self._answers, 1 << 16)
            assert more, "the browser is gone"
            self._read += more
        said, _, self._read = self._read.partition(b"\0")
        message = json.loads(said)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, event: str, values: Any) -> None:
        if event == "Network.requestWillBeSent":
            self.requests.append(values["request"]["url"])
        elif event == "Log.entryAdded":
            self.complaints.append(values["entry"]["text"])
        elif event in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Page.javascriptDialogOpening"):
            self.complaints.append(json.dumps(values))

    def show(self, address: str, *, width: int, height: int, dark: bool = False) -> None:
        """Load the address on a screen of that size."""
        mobile = width < 600
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=mobile,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=address)
        self.wait_for("Page.loadEventFired")

    def value(self, script: str) -> Any:
        """What an expression is worth in the page."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def picture(self, path: Path) -> None:
        """What is to be seen."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))


@contextmanager
def browser(profile: Path) -> Iterator[Page]:
    """A new browser, which keeps its files in ``profile``."""
    assert EXECUTABLE
    orders, answers = os.pipe(), os.pipe()

    def hand_over() -> None:
        ours = os.dup(orders[0]), os.dup(answers[1])  # out of the way: they may be 3 and 4 themselves
        os.dup2(ours[0], 3)
        os.dup2(ours[1], 4)

    with subprocess.Popen(
        [EXECUTABLE, *_OPTIONS, f"--user-data-dir={profile}"],
        preexec_fn=hand_over,  # noqa: PLW1509 - there are no threads here
        close_fds=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(orders[0])
        os.close(answers[1])
        try:
            page = Page(orders[1], answers[0])
            page.start()
            yield page
        finally:
            process.terminate()
            os.close(orders[1])
            os.close(answers[0])
