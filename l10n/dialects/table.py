"""The table of all dialects, by the name that users write in the configuration."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.dialects.base import Dialect
from l10n.dialects.marp.dialect import MARP
from l10n.dialects.pages.dialect import MARKDOWN
from l10n.dialects.quarto.dialect import QUARTO
from l10n.dialects.remark.slides import REMARK
from l10n.dialects.remark_html.dialect import REMARK_HTML
from l10n.dialects.reveal.dialect import REVEAL
from l10n.dialects.slidev.dialect import SLIDEV
from l10n.dialects.xaringan.dialect import XARINGAN

DIALECTS: Mapping[str, Dialect] = {
    dialect.name: dialect
    for dialect in (REMARK, REMARK_HTML, XARINGAN, SLIDEV, MARP, REVEAL, QUARTO, MARKDOWN)
}
