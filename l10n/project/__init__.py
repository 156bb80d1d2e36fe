"""A project on disk: settings, which files are decks, decks and glossaries read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.project.accepted import AcceptedWords, accepted_words
    from l10n.project.alike import kept_name
    from l10n.project.begun import begun_catalog, begun_template
    from l10n.project.check_config import CheckConfig
    from l10n.project.choice import Choice
    from l10n.project.config import Config, find_config, load_config
    from l10n.project.folder import TEMPLATES, Project
    from l10n.project.former import SPARE, Former, formers, refuse_former
    from l10n.project.glossaries import Glossaries
    from l10n.project.gone import former_decks, forsaken
    from l10n.project.groups import HOMES, Group
    from l10n.project.hold import held
    from l10n.project.known import KNOWN_COUNTS, DeckCounts, Fingerprints, KnownCounts, counted_in
    from l10n.project.leftover import others
    from l10n.project.lending import Lending, Loan
    from l10n.project.loaded import Loaded
    from l10n.project.locales import MESSAGES
    from l10n.project.made import made_folder
    from l10n.project.memo import Memo
    from l10n.project.pages import Page, deck_pages, page_by_itself
    from l10n.project.part_store import PartStore
    from l10n.project.patterns import Patterns
    from l10n.project.settings import locale_name
    from l10n.project.severity import Severity
    from l10n.project.sources import Published, SourceDeck, publishable, read_deck, read_text, title
    from l10n.project.starting import with_decks_found, write_settings
else:
    __getattr__ = door(
        __name__,
        {
            "begun": "begun_catalog begun_template",
            "check_config": "CheckConfig",
            "choice": "Choice",
            "config": "Config find_config load_config",
            "folder": "Project TEMPLATES",
            "accepted": "AcceptedWords accepted_words",
            "former": "Former SPARE formers refuse_former",
            "gone": "former_decks forsaken",
            "glossaries": "Glossaries",
            "alike": "kept_name",
            "groups": "Group HOMES",
            "hold": "held",
            "known": "DeckCounts Fingerprints KNOWN_COUNTS KnownCounts counted_in",
            "lending": "Lending Loan",
            "memo": "Memo",
            "leftover": "others",
            "loaded": "Loaded",
            "locales": "MESSAGES",
            "made": "made_folder",
            "pages": "Page deck_pages page_by_itself",
            "part_store": "PartStore",
            "patterns": "Patterns",
            "settings": "locale_name",
            "severity": "Severity",
            "starting": "with_decks_found write_settings",
            "sources": "Published SourceDeck publishable read_deck read_text title",
        },
    )
