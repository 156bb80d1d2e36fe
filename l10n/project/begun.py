"""Catalogs and templates without entries, as their first: they say whose they are, where decks share them."""

from __future__ import annotations

from l10n.catalog import Catalog, marked, new_catalog, new_template
from l10n.language import info
from l10n.project.folder import Project


def begun_catalog(project: Project, deck: str, locale: str, date: str) -> Catalog:
    """The catalog that a deck has; ``LocaleError`` if babel does not know the locale."""
    file = project.catalog_file(deck, locale)
    title = file.name if project.shares else deck
    new = new_catalog(title, date, info(locale), project.way_up(file))
    return marked(new, project.config.catalogs_per)


def begun_template(project: Project, deck: str, date: str) -> Catalog:
    """The template that a deck has."""
    title = project.template_file(deck).name if project.shares else deck
    return marked(new_template(title, date), project.config.catalogs_per)
