"""Headers of new catalogs and templates."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import PurePosixPath

from l10n import __version__
from l10n.catalog.model import Catalog
from l10n.catalog.writer import format_string
from l10n.language import LocaleInfo


def now() -> str:
    """The time as gettext writes it; ``SOURCE_DATE_EPOCH`` fixes it for reproducible builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%d %H:%M%z")


def new_template(deck: str, date: str) -> Catalog:
    """A template without entries."""
    return _catalog(
        {
            **_common(deck, date),
            "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
            "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
            "Language-Team": "LANGUAGE <LL@li.org>",
            "Language": "",
            **_MIME,
        }
    )


def new_catalog(deck: str, date: str, locale: LocaleInfo, basepath: str) -> Catalog:
    """A catalog without entries; ``basepath`` leads from its folder to the project (Poedit shows sources)."""
    return _catalog(
        {
            **_common(deck, date),
            "PO-Revision-Date": date,
            "Last-Translator": "",
            "Language-Team": locale.english,
            "Language": locale.code,
            **_MIME,
            "Plural-Forms": locale.plural_forms,
            "X-Generator": f"l10n {__version__}",
            "X-Poedit-Basepath": basepath,
        }
    )


_MIME = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def _common(deck: str, date: str) -> dict[str, str]:
    title = str(PurePosixPath(deck).with_suffix(""))
    return {"Project-Id-Version": title, "Report-Msgid-Bugs-To": "", "POT-Creation-Date": date}


def _catalog(fields: dict[str, str]) -> Catalog:
    value = "".join(f"{name}: {text}\n" for name, text in fields.items())
    lines = ['msgid ""', *format_string("msgstr", value)]
    return Catalog(tuple(line + "\n" for line in lines))
