"""Slide dialects: which stretches of a text are slides, notes, code, and which are Markdown.

A dialect is a module-level object that satisfies ``Dialect`` and is listed in ``DIALECTS``; that is all.
"""

from __future__ import annotations

from collections.abc import Mapping

from l10n.dialects.base import Dialect
from l10n.dialects.commonmark import MARKDOWN
from l10n.dialects.remark.slides import REMARK

DIALECTS: Mapping[str, Dialect] = {dialect.name: dialect for dialect in (REMARK, MARKDOWN)}
