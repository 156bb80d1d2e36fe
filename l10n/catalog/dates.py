"""Dates of headers."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> str:
    """The time as gettext writes it; ``SOURCE_DATE_EPOCH`` fixes it for reproducible builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%d %H:%M%z")
