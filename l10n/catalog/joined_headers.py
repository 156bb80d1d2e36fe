"""The header of a catalog that several became: what translators wrote into theirs stays."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from l10n.catalog.contexts import PER
from l10n.catalog.merging.headers import PO_DATE, POT_DATE, merged_header, with_newline
from l10n.catalog.model import Catalog
from l10n.catalog.writer import escaped

_PROJECT, _BASE = "Project-Id-Version", "X-Poedit-Basepath"
_OURS = frozenset({_PROJECT, _BASE, POT_DATE, PO_DATE, PER, "X-Generator"})
"""Fields in which no word of a translator is lost."""


def with_headers(base: Catalog, parts: Sequence[Catalog], titles: Collection[str], *, begun: bool) -> Catalog:
    """The base with what the headers of the parts say, too: a value that does not fit becomes a comment.

    ``titles`` are those that nobody chose. A base that is only just ``begun`` has nothing of its own to say
    but its title and its place.
    """
    sides = list({catalog.header: catalog for catalog in parts}.values())
    if not sides:
        return base
    found = sides[0] if begun else base
    for side in sides:
        found = replace(found, header=merged_header(Catalog(), found, side, found.newline))
    found = _with_field(replace(base, header=found.header), _PROJECT, _title(base, sides, titles))
    if begun:
        found = _with_field(found, _BASE, base.fields.get(_BASE, ""))
    known = set(map(str.strip, found.header))
    said = [line for line in dict.fromkeys(_lost(found, sides)) if line not in known]
    at = next((at for at, line in enumerate(found.header) if not _is_note(line)), 0)
    new = with_newline([f"{line}\n" for line in said], found.newline)
    return replace(found, header=(*found.header[:at], *new, *found.header[at:]))


def _with_field(catalog: Catalog, name: str, value: str) -> Catalog:
    """The catalog with another value of a field, over however many lines the old one went."""
    lines: list[str] = []
    within = False
    for line in catalog.header:
        begins = line.lstrip().startswith(f'"{name}:')
        if begins:
            lines.append(f'"{name}: {escaped(value)}\\n"{catalog.newline}')
        if not (begins or within):
            lines.append(line)
        within = (begins or within) and not line.rstrip().endswith('\\n"')
    return replace(catalog, header=tuple(lines))


def _title(base: Catalog, parts: Sequence[Catalog], titles: Collection[str]) -> str:
    """That of the base, unless somebody gave a part one of its own."""
    own = base.fields.get(_PROJECT, "")
    theirs = (catalog.fields.get(_PROJECT, "") for catalog in parts)
    return next((title for title in theirs if title and title not in titles), own)


def _lost(found: Catalog, parts: Sequence[Catalog]) -> Iterator[str]:
    """Comments with the values of fields that others were chosen for."""
    for catalog in parts:
        for name, value in catalog.fields.items():
            if name not in _OURS and value.strip() and value != found.fields.get(name):
                yield f"# {name}: {' '.join(value.split())}"


def _is_note(line: str) -> bool:
    return line.startswith("#") and not line.startswith(("#,", "#.", "#:", "#|", "#~"))
