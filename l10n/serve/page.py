"""The editor's page, in the reader's language: words of one table, and gettext catalogs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from l10n.catalog import load
from l10n.checks import LEAST_SEEN
from l10n.deck import Kind

WORDS = {
    "approve": "Approve",
    "borrowed": "borrowed",
    "complete": "complete",
    "conflict": "Somebody else changed this meanwhile. It now reads:",
    "copied": "copied",
    "copy": "Copy source",
    "decks": "Deck",
    "error": "error",
    "fuzzy": "fuzzy",
    "help": "Keyboard",
    "keep_mine": "Keep mine",
    "localised": "Translation",
    "lost": "The server is gone. What you typed is still here.",
    "memory": "Translated already:",
    "messages": "Messages",
    "next_fuzzy": "Next fuzzy",
    "next_message": "Next field",
    "next_slide": "Next slide",
    "next_untranslated": "Next untranslated",
    "not_in_catalog": "This is not in the catalog yet: run l10n sync.",
    "not_published": "Not published:",
    "note": "note",
    "notes": "presenter notes",
    "not_undone": "Not undone, for it was changed since. It now reads:",
    "nothing_left": "Nothing left of that.",
    "nothing_to_undo": "There is nothing to undo.",
    "overflow": "overflows",
    "by_pandoc": "Shown by pandoc, not by Quarto: its theme, and what code gives, are not to be seen.",
    "plain": "Shown plainly, not by its engine: no page here shows it.",
    "plain_marp": "Shown plainly: no Marp can be loaded; --marp names one that is within the project.",
    "plain_quarto": "Shown plainly: pandoc or reveal.js is missing. “quarto preview” shows the built deck.",
    "plain_reveal": "Shown plainly: there is no reveal.js; “npm install reveal.js” in the project gets it.",
    "plain_slidev": "Shown plainly: Slidev runs a deck's code; if you trust it, “npx slidev” shows it.",
    "previous": "It was translated for:",
    "previous_message": "Previous field",
    "previous_slide": "Previous slide",
    "read_only": "Nothing can be changed here.",
    "refused": "refused",
    "save": "Save",
    "saved": "Saved.",
    "slides": "Slides",
    "source": "Source",
    "take_theirs": "Take theirs",
    "terms": "Terms",
    "translated": "translated",
    "undo": "Undo",
    "undone": "Undone.",
    "unsaved": "not saved yet",
    "untranslated": "untranslated",
    "use": "Use this",
    "use_key": "Use what is translated already",
    "warning": "warning",
    "would_break": "Would not be published:",
    **{str(kind): str(kind) for kind in Kind},
}
"""All that the page says, by the name that its templates and scripts use; kinds of messages by their own."""
TOOLS = {
    "previous_slide": "Alt+↑",
    "next_slide": "Alt+↓",
    "next_untranslated": "Alt+U",
    "next_fuzzy": "Alt+F",
    "undo": "Alt+Z",
    "help": "?, Alt+?",
}
"""What the bar above all does, and the keys for it."""
KEYS = {
    "next_message": "Alt+J",
    "previous_message": "Alt+K",
    "save": "Ctrl+Enter",
    "approve": "Alt+A",
    "copy": "Alt+C",
    "use_key": "Alt+M",
    **TOOLS,
}
"""All keys, as they are shown by ``?``; ``main.js`` has what they do."""
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
    return _TEMPLATES.get_template("editor.html").render(
        spoken=spoken, words=known, tools=TOOLS, keys=KEYS, least=LEAST_SEEN, **said
    )


_TEMPLATES = Environment(
    loader=PackageLoader(__package__, "static"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
