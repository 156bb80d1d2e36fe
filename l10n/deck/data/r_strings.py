"""How a message is written as a string of R: an option in the header of a chunk."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.deck.data.field import Field
from l10n.deck.data.scalars import Scalar
from l10n.deck.quoting import Unfit
from l10n.regex import regex

_SIGN = regex(r"\\(?:(?P<itself>[\\\"'`])|u(?P<bare>[0-9a-fA-F]{4})|u\{(?P<braced>[0-9a-fA-F]{1,4})\})|[^\\]")

_CONTROL = regex(r"[\0-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class RString(Scalar):
    """A string of R, in its quotes."""

    mark: str = '"'

    def read(self, raw: str) -> str | None:
        """The string that ``raw`` is; None if it is none, or has other escapes than those for letters."""
        inner = raw[1:-1]
        if len(raw) < 2 or not raw[0] == raw[-1] == self.mark or _CONTROL.search(inner):
            return None
        signs = list(_SIGN.finditer(inner))
        if sum(len(sign[0]) for sign in signs) < len(inner) or any(sign[0] == self.mark for sign in signs):
            return None
        return "".join(map(_said, signs))

    def write(self, text: str, line_end: str = "\n") -> str:  # noqa: ARG002
        """In the quotes that it had; these and backslashes behind one more."""
        escaped = text.replace("\\", "\\\\").replace(self.mark, f"\\{self.mark}")
        return f"{self.mark}{escaped}{self.mark}"

    def unfit(self, msgid: str, text: str) -> Unfit | None:
        """Why ``text`` cannot stand there: it describes an image, too, which a bracket would end."""
        if new := set("[]").intersection(text) - set(msgid):
            return Unfit("brackets would end the image's description", min(new))
        return Unfit("it must stay on one line, without tabs") if _CONTROL.search(text) else None


def _said(sign: re.Match[str]) -> str:
    code = sign["bare"] or sign["braced"]
    return chr(int(code, 16)) if code else sign["itself"] or sign[0]


def r_fields(raw: str, key: str) -> list[Field]:
    """The string that stands there, as the value of that option."""
    quoting = RString(mark=raw[0])
    said = quoting.read(raw)
    return [Field(0, len(raw), (key,), quoting, said)] if said and said == said.strip() else []
