from collections.abc import Callable

import pytest
from support import loaded

from l10n.catalog.model import Catalog

Read = Callable[[str], Catalog]


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Read a catalog's text as always, from a file; the same one, for examples are many."""
    folder = tmp_path_factory.mktemp("laws")
    return lambda text: loaded(folder, text)
