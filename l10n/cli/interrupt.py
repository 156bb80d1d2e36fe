"""Ctrl-C: it ends a command once, in order, wherever that is."""

from __future__ import annotations

import signal
from typing import NoReturn


class Interrupted(KeyboardInterrupt):
    """Ctrl-C, by a class of our own.

    Python remembers a plain one that comes while it runs a text, as it does for each dataclass that is
    imported, and ends by the signal in the end, though the exception was caught.
    """


def end_on_interrupt() -> None:
    """Have the first Ctrl-C end this process, and no later one break that; not where it is ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def _interrupt(*_: object) -> NoReturn:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    else:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise Interrupted
