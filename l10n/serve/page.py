"""The editor's page, in the reader's language: words of one table, and gettext catalogs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from l10n.catalog import load

WORDS = {
    "approve": "Approve",
    "complete": "complete",
    "conflict": "Somebody else changed this meanwhile. It now reads:",
    "copied": "copied",
    "copy": "Copy source",
    "decks": "Deck",
    "fuzzy": "fuzzy",
    "help": "Keyboard",
    "keep_mine": "Keep mine",
    "localised": "Translation",
    "lost": "The server is gone. What you typed is still here.",
    "messages": "Messages",
    "next_fuzzy": "Next fuzzy",
    "next_slide": "Next slide",
    "next_untranslated": "Next untranslated",
    "not_in_catalog": "This is not in the catalog yet: run l10n sync.",
    "not_published": "Not published:",
    "nothing_left": "Nothing left of that here.",
    "notes": "presenter notes",
    "plain": "Shown plainly, not by its engine",
    "previous": "It was translated for:",
    "previous_slide": "Previous slide",
    "read_only": "Nothing can be changed here.",
    "refused": "refused",
    "save": "Save",
    "slides": "Slides",
    "source": "Source",
    "take_theirs": "Take theirs",
    "terms": "Terms",
    "translated": "translated",
    "undo": "Undo",
    "undone": "Undone.",
    "untranslated": "untranslated",
}
"""All that the page says, by the name that its templates and scripts use."""
_LANGUAGES = ("en", "fr")


def language(accepted: str) -> str:
    """The first language of ``Accept-Language`` that the page speaks, else English."""
    asked = (part.partition(";")[0].strip().partition("-")[0].lower() for part in accepted.split(","))
    return next((one for one in asked if one in _LANGUAGES), "en")


@cache
def words(spoken: str) -> Mapping[str, str]:
    """What the page says in a language; in English what is not translated."""
    if spoken == "en":
        return WORDS
    name = f"{spoken}.po"
    catalog = load(files(__package__).joinpath("words", name).read_bytes(), name)
    found = {entry.msgid: entry.msgstr for entry in catalog.entries if entry.translated}
    return {name: found.get(text, text) for name, text in WORDS.items()}


def as_html(spoken: str, **said: Any) -> str:
    """The page; what it shows is asked for by its scripts."""
    known = words(spoken)
    return _TEMPLATES.get_template("editor.html").render(spoken=spoken, words=known, **said)


_TEMPLATES = Environment(
    loader=PackageLoader(__package__, "static"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
