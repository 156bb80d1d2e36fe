"""The commands that see to terms: glossary draft."""

from __future__ import annotations

import sys

import click

from l10n.cli.shared import UNUSABLE, Context, hand_over, say, shared_options


@click.group()
@shared_options
def glossary() -> None:
    """Propose terms for a language's glossary."""


@glossary.command()
@click.argument("locale")
@shared_options
@click.pass_obj
def draft(shared: Context, locale: str) -> None:
    """Print terms that the translations of LOCALE have in common.

    A term stands in three entries or more, and nearly all of their translations have the same for it, or
    keep it; a comment above says how many, and shows one. What the glossary has is left out. Nothing is
    written; to add the terms, and then to take out what is not right:

    \b
    l10n glossary draft fr >> locales/fr/glossary.toml
    """
    from l10n.checks import drafted
    from l10n.report.terms import as_toml

    found = drafted(shared.project(dry=True), locale)
    if found.terms:
        hand_over(as_toml(found.terms))
    elif not shared.quiet:
        say(f"note: {locale} has no term in three translations that its glossary has not", error=True)
    for problem in found.problems:
        say(f"error: {problem}", error=True)
    if found.problems:
        sys.exit(UNUSABLE)
