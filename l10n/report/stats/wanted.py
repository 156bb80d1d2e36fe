"""What the user wants to see of figures."""

from __future__ import annotations

from typing import NamedTuple

from l10n.stats import By


class Wanted(NamedTuple):
    """What the user wants to see; formats go by what concerns them."""

    by: By = By.LOCALE
    """What gets a row: of tables and data."""
    way: str = "."
    """From the page's folder to the project, for its links."""
