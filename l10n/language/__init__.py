"""Languages and plain texts: CLDR, numbers, glossaries, likeness, differences; tables of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.language.accepted import folded, parse_words
    from l10n.language.assignment import best_pairing
    from l10n.language.edits import Edit, EditKind, mark, rendered, shortened, visible, word_diff
    from l10n.language.glossary import Glossary, Term, parse_glossary
    from l10n.language.locales import (
        LocaleInfo,
        and_words,
        autonym,
        canonical,
        direction,
        info,
        language_tag,
        numerals_of,
        parents,
        script,
        spellings,
        territory,
        unmarked,
    )
    from l10n.language.numerals import NumberEdit, Numerals
    from l10n.language.quotation import excerpt, excerpts
    from l10n.language.similarity import Index, Likeness, document_frequency
    from l10n.language.term_forms import forms, in_any_form, in_name, literal, normal, strict
    from l10n.language.toml import parse_toml, shown_value
    from l10n.language.validation import (
        Check,
        Setting,
        Value,
        accepts,
        boolean,
        one_of,
        read_table,
        string,
        strings,
        strings_as,
        table_schema,
    )
else:
    __getattr__ = door(
        __name__,
        {
            "accepted": "folded parse_words",
            "assignment": "best_pairing",
            "edits": "Edit EditKind mark rendered shortened visible word_diff",
            "glossary": "Glossary Term parse_glossary",
            "locales": "LocaleInfo and_words autonym canonical direction info "
            "language_tag numerals_of parents script spellings territory unmarked",
            "numerals": "NumberEdit Numerals",
            "quotation": "excerpt excerpts",
            "similarity": "Index Likeness document_frequency",
            "term_forms": "forms in_any_form in_name literal normal strict",
            "toml": "parse_toml shown_value",
            "validation": "Check Setting Value accepts boolean one_of read_table "
            "string strings strings_as table_schema",
        },
    )
