"""What state a message is in."""

from __future__ import annotations

from l10n.catalog.comments import means_copy
from l10n.catalog.model import Entry
from l10n.catalog.states import State
from l10n.language import Glossary
from l10n.markdown import has_prose, prose

_NO_TERMS = Glossary()


def state(
    entry: Entry, glossary: Glossary = _NO_TERMS, *, refused: bool = False, borrowed: bool = False
) -> State:
    """The state of an entry that is not obsolete; what the glossary keeps or lists may be copied.

    What the build ``refused`` is not published; where it ``borrowed``, another locale's translation is.
    """
    if refused:
        return State.REFUSED
    if not entry.msgstr:
        return State.BORROWED if borrowed else State.UNTRANSLATED
    if entry.fuzzy:
        return State.FUZZY
    if not _has_same_words(entry) or not has_prose(entry.msgid):
        return State.TRANSLATED
    meant = means_copy(entry) or not has_prose(glossary.without_kept(prose(entry.msgid)))
    return State.TRANSLATED if meant else State.COPIED


def _has_same_words(entry: Entry) -> bool:
    """Whether the translation is the source text but for blanks; mostly the last words differ."""
    one, other = entry.msgstr, entry.msgid
    return one.rsplit(None, 1)[-1:] == other.rsplit(None, 1)[-1:] and one.split() == other.split()
