"""Which dialect a deck is read in, and why: what the settings say, else what its marks say, else remark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from l10n.dialects import DIALECTS, ENGINES, Engine, Mark, certain, marks_in
from l10n.project.config import Config
from l10n.project.patterns import Patterns

_DEFAULT = "remark"


class Choice(NamedTuple):
    """The dialect of a deck."""

    dialect: str
    reason: str
    """In which setting, or by which mark, without its line: many decks may share it."""
    line: int = 0
    """Where the mark stands in the deck; 0 where none does."""
    warning: str = ""
    """What speaks against it: marks of another engine; empty if there are none."""
    warned_at: int = 0
    """The line of these."""
    told_by: Mark | None = None
    """The page that shows the deck with this engine, and may say options of the dialect."""

    @property
    def why(self) -> str:
        """The reason, with its line."""
        return f"line {self.line}: {self.reason}" if self.line else self.reason


def choose(config: Config, deck: str, text: str, beside: Sequence[Mark], page: Mark | None = None) -> Choice:
    """The dialect of a deck with that text, those marks beside it, and perhaps a page that shows it."""
    found = _chosen(config, deck, text, beside, page)
    return found._replace(told_by=page) if page and page.engine.name == found.dialect else found


def _chosen(config: Config, deck: str, text: str, beside: Sequence[Mark], page: Mark | None) -> Choice:
    own = _by_pattern(config, deck)
    said = own or _for_all(config)
    if page and not said:  # it is shown by that engine, whatever its text looks like
        return _against(Choice(page.engine.name, page.what), marks_in(text))
    marks = marks_in(text) or (() if own else (page,) if page else tuple(beside))
    mark = certain(marks)
    if said and not (mark and _holds(said.dialect, mark.engine)):
        return _against(said, marks, named=own is not None)
    if mark and mark.engine.name in DIALECTS:
        return Choice(mark.engine.name, mark.what, mark.line)
    return _against(Choice(_DEFAULT, _for_want(marks)), marks)


def _holds(dialect: str, engine: Engine) -> bool:
    """Whether files of a dialect without slides may hold a deck of that engine: such are read as one."""
    files = ENGINES.get(dialect)
    return files is not None and not files.has_slides and engine.finder != ""


def _for_want(marks: Sequence[Mark]) -> str:
    """Why no mark says how a deck is read."""
    if not marks:
        return "no certain mark of an engine"
    mark = certain(marks)
    return f"l10n does not read {mark.engine.title}" if mark else "its marks are of several engines"


def _by_pattern(config: Config, deck: str) -> Choice | None:
    """What the last pattern says that matches."""
    found = [one for one in config.dialects if Patterns([one]).matches(deck)]
    return Choice(config.dialects[found[-1]], f'"{found[-1]}" in the setting dialects') if found else None


def _for_all(config: Config) -> Choice | None:
    return Choice(config.dialect, "the setting dialect") if config.dialect else None


def _against(choice: Choice, marks: Sequence[Mark], *, named: bool = False) -> Choice:
    """The choice, with a warning if the deck has marks that no deck in that dialect has.

    It is ``named`` if a pattern of the settings says it of this deck.
    """
    foreign = [mark for mark in marks if not mark.allows(choice.dialect)]
    if not foreign:
        return choice
    return choice._replace(warning=_warning(choice, foreign, named=named), warned_at=foreign[0].line)


def _warning(choice: Choice, foreign: Sequence[Mark], *, named: bool) -> str:
    engines = " or ".join(mark.engine.title for mark in foreign)
    signs = ", ".join(map(str, foreign))
    way_out = _way_out(choice, foreign, named=named)
    return f"this looks like a deck of {engines} ({signs}), but is read as {choice.dialect}; {way_out}"


def _way_out(choice: Choice, foreign: Sequence[Mark], *, named: bool) -> str:
    """What to do about marks of another engine."""
    unknown = [mark.engine.title for mark in foreign if mark.engine.name not in DIALECTS]
    if unknown:
        return f"l10n does not read {' or '.join(unknown)}"
    if named:
        return f"{choice.reason} says so: mend that, or the deck"
    return "name its dialect in the setting dialects"
