"""How a message is written where it stands, and what must not be in it."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import NamedTuple, Protocol

from l10n.dialects import Refuses, html_tags, unsure
from l10n.language import excerpt
from l10n.markdown import Decoding, unescaped
from l10n.regex import regex


class Unfit(NamedTuple):
    """Why a text cannot stand in a place."""

    reason: str
    sign: str = ""
    """What of it is meant, if it is one sign."""


class Quoting(Protocol):
    """One way to write a message."""

    @property
    def laid_out(self) -> bool:
        """Whether it is Markdown, which is laid out over lines."""

    @property
    def reads_markdown(self) -> bool:
        """Whether marks of Markdown may mean something there."""

    def write(self, text: str, line_end: str = "\n") -> str:
        """``text`` as it is written in that place."""

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        """Why ``text`` cannot stand where ``msgid`` stands; None if it can."""


class _Alike:
    """What equals another of its kind that has the same."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))


class _Block(_Alike):
    """Markdown that is a block."""

    laid_out = True
    reads_markdown = True

    def write(self, text: str, line_end: str = "\n") -> str:  # noqa: ARG002
        return text

    def unfit(self, msgid: str, text: str) -> Unfit | None:  # noqa: ARG002
        return None


class _Cell(_Block):
    """Markdown in a table cell."""

    def __init__(self, *, hides_bars: bool = True) -> None:
        """``hides_bars`` is whether a backslash makes a bar text."""
        self.hides_bars = hides_bars

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        if self._begins_cell(msgid, text):
            return Unfit("its | would begin another cell", "|")
        if text.endswith("\\"):
            return Unfit("its last backslash would hide the end of the cell")
        return None

    def _begins_cell(self, before: str, after: str) -> bool:
        had, has = ((text.count("|"), text.count("\\|")) for text in (before, after))
        return (has[0] > had[0] and not self.hides_bars) or has[0] - has[1] > had[0] - had[1]


class _Image(_Block):
    """The description of an image."""

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        if new := set("[]\\").intersection(text) - set(msgid):
            return Unfit("brackets and backslashes would end the image's description", min(new))
        return None


MARKDOWN = _Block()
CELL = _Cell()
CELL_WITHOUT_ESCAPES = _Cell(hides_bars=False)
IMAGE = _Image()


class _Within(_Alike):
    """A way to write a message that stands within something else: as by itself, but for what that asks."""

    def __init__(self, inner: Quoting) -> None:
        self.inner = inner

    @property
    def laid_out(self) -> bool:
        return self.inner.laid_out

    @property
    def reads_markdown(self) -> bool:
        return self.inner.reads_markdown

    def write(self, text: str, line_end: str = "\n") -> str:
        return self.inner.write(text, line_end)

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        return self.inner.unfit(msgid, text)


class Placed(_Within):
    """Markdown that stands in a comment, or in something like it."""

    def __init__(self, inner: Quoting, refuses: Refuses) -> None:
        """``refuses`` says of a text why it cannot stand there."""
        super().__init__(inner)
        self.refuses = refuses

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        """Why ``text`` cannot stand there."""
        reason = self.refuses(msgid, text)
        return Unfit(reason) if reason else self.inner.unfit(msgid, text)


class Drawn(_Within):
    """Markdown in a cell of a table that is drawn, which has line ends of its own."""

    def __init__(self, inner: Quoting, width: int) -> None:
        """``width`` is how many columns there are for it."""
        super().__init__(inner)
        self.width = width

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        """Why ``text`` cannot stand there."""
        if sign := unsure(text):
            reason = (
                f"not all programs take U+{ord(sign):04X} for equally wide, so the table would fall apart"
            )
            return Unfit(reason, sign)
        if any(len(line) > _WIDEST * self.width for line in text.split("\n")):
            return Unfit("a word or a link of it is far too long for its column of the table")
        return self.inner.unfit(msgid, text)


_WIDEST = 16
"""So many times wider the columns of a table may become."""


class Decoded(_Within):
    """Markdown that a browser decodes before an engine gets it."""

    def __init__(self, inner: Quoting, decoding: Decoding) -> None:
        super().__init__(inner)
        self.decoding = decoding

    def write(self, text: str, line_end: str = "\n") -> str:
        """So that what comes of it is the text."""
        return self.decoding.written(self.inner.write(text, line_end))


class _HtmlText(NamedTuple):
    """Text of HTML, or the value of an attribute."""

    mark: str = ""
    """The quotes around it, which stand there with it."""
    laid_out: bool = False
    reads_markdown: bool = False

    def write(self, text: str, line_end: str = "\n") -> str:  # noqa: ARG002
        written = html.escape(text, quote=False)
        inner = written.replace(self.mark, html.escape(self.mark)) if self.mark else written
        return f"{self.mark}{inner}{self.mark}"

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        """Why ``text`` cannot stand there: it means to have a tag, which would show as it is typed."""
        new = next((_tags(text) - _tags(msgid)).elements(), None)
        return (
            Unfit(f"{excerpt(new)} would show as it is typed, for its source has no tags", new)
            if new
            else None
        )


def _tags(text: str) -> Counter[str]:
    return Counter(text[tag.start : tag.end] for tag in html_tags(text) if tag.name)


_BLANKS = regex(r"[ \t\n\f\r]+")


class ValueQuoting(Quoting, Protocol):
    """A way to write a value that reads one, too."""

    def read(self, raw: str) -> str:
        """What the value says."""


class _Value(_Alike):
    """The value of an attribute, in its quotes, within Markdown."""

    laid_out = False
    reads_markdown = True
    """What runs code looks for it there, too."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def unfit(self, msgid: str, text: str) -> Unfit | None:  # noqa: ARG002
        return None


class _HtmlValue(_Value):
    """That of a tag, or of a component of Vue: signs of Markdown are entities, so that none sees them."""

    def read(self, raw: str) -> str:
        """What the value says."""
        return _BLANKS.sub(" ", unescaped(raw)).strip(" ")

    def write(self, text: str, line_end: str = "\n") -> str:  # noqa: ARG002
        signs = re.compile(rf"[&<>$`|{{}}\[\]\\{self.mark}]")
        return signs.sub(lambda sign: _NAMES.get(sign[0], f"&#{ord(sign[0])};"), _BLANKS.sub(" ", text))


_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


class _ListValue(_Value):
    """That in an attribute list of Pandoc."""

    def read(self, raw: str) -> str:
        """What the value says."""
        said = _ESCAPED.sub(lambda match: match[1] or unescaped(match[0]), raw)
        return _BLANKS.sub(" ", said).strip(" ")

    def write(self, text: str, line_end: str = "\n") -> str:  # noqa: ARG002
        return _TO_ESCAPE.sub(r"\\\g<0>", _BLANKS.sub(" ", text))

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        new = next((sign for sign in "{}" if text.count(sign) > msgid.count(sign)), None)
        return Unfit("braces would end the attributes", new) if new else None


_ESCAPED = regex(r"\\([^\w\s])|&#?\w+;")
_TO_ESCAPE = regex(r"[\\\"'&`$|<\[\]]")

HTML_VALUES = {mark: _HtmlValue(mark) for mark in "\"'"}
LIST_VALUES = {mark: _ListValue(mark) for mark in "\"'"}
"""By their quotes."""

HTML_TEXTS = {mark: _HtmlText(mark) for mark in ("", '"', "'")}
"""By the quotes around it."""
