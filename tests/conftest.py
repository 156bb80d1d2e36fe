"""Hypothesis profiles: 100 examples a law, always the same; 1000 others with ``HYPOTHESIS_PROFILE=thorough``.

What CI finds must be of the change that it looks at; the search for more is the thorough profile's.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from l10n.system import cache

if TYPE_CHECKING:
    from serving import Site

pytest.register_assert_rewrite("engines.judged", "corpus.real")  # they compare as tests do

settings.register_profile(
    "default",
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # In the background a shell has Ctrl-C ignored, and programs that tests start would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _no_dictionaries_of_this_machine() -> Iterator[None]:
    """What is found must not depend on which dictionaries somebody has installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("l10n.system.dictionaries._FOLDERS", ())
        patch.delenv("DICPATH", raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def _the_code_is_looked_at_once() -> Iterator[None]:
    """Nobody changes the package while its tests run; each run of a command would look at all its files."""
    look, package = cache._looks, cache._PACKAGE
    known: list[tuple[bytes, bool]] = []

    def looks(folder: Path) -> tuple[bytes, bool]:
        if folder != package:
            return look(folder)
        if not (known and known[-1][1]):  # what was changed a moment ago may be changed again
            known.append(look(folder))
        return known[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "_looks", looks)
        yield


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """The catalog of a project that is to be served."""
    from serving import project

    return project(tmp_path)


@pytest.fixture
def site(catalog: Path) -> "Site":
    """That project behind ``l10n serve``."""
    from serving import Site

    return Site(catalog.parents[3])
