"""Headers of new catalogs and templates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from l10n import __version__
from l10n.catalog.contexts import PER
from l10n.catalog.model import Catalog
from l10n.catalog.writer import format_string
from l10n.language import LocaleInfo
from l10n.regex import regex


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


_PER = regex(rf'"{PER}: [^"\\]*\\n"\s*')


def marked(catalog: Catalog, per: str) -> Catalog:
    """The catalog, or template, of a ``deck``, a ``folder`` or the ``project``, which its header says."""
    header = tuple(line for line in catalog.header if not _PER.match(line.lstrip()))
    if per == "deck":
        return catalog if header == catalog.header else replace(catalog, header=header)
    if catalog.fields.get(PER) == per:
        return catalog
    end = catalog.newline
    last = () if not header or header[-1].endswith("\n") else (end,)
    return replace(catalog, header=(*header[:-1], "".join((*header[-1:], *last)), f'"{PER}: {per}\\n"{end}'))


_MIME = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def title_of(deck: str) -> str:
    """What the header of a deck's catalog calls it."""
    return str(PurePosixPath(deck).with_suffix(""))


def _common(deck: str, date: str) -> dict[str, str]:
    return {"Project-Id-Version": title_of(deck), "Report-Msgid-Bugs-To": "", "POT-Creation-Date": date}


def _catalog(fields: dict[str, str]) -> Catalog:
    value = "".join(f"{name}: {text}\n" for name, text in fields.items())
    lines = ['msgid ""', *format_string("msgstr", value)]
    return Catalog(tuple(line + "\n" for line in lines))
