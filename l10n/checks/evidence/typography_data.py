"""How locales space and quote: tables only, so that adding a locale is adding data.

Only what is sure stands here: what good translators of a language differ about is no fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

NO_BREAK: Final = "\u00a0"
NARROW: Final = "\u202f"


class Quotes(NamedTuple):
    """The marks that belong where ``"`` is typed."""

    opening: str
    closing: str
    inside: str = ""
    """The blank within them."""
    required: bool = True
    """Straight ones are a fault; else only if the option ``typographic-quotes`` says so."""


@dataclass(frozen=True, slots=True)
class Typography:
    """The rules of one locale."""

    before: Mapping[str, str] = field(default_factory=dict)
    """What stands before a mark: a no-break space, or nothing."""
    narrow: str = ""
    """Marks before which a narrow no-break space is usual: the setting ``no-break-space`` may ask for it."""
    quotes: Quotes | None = None
    ellipsis: bool = False
    """Three dots are written as one character."""
    inverted: Mapping[str, str] = field(default_factory=dict)
    """The mark that a sentence begins with, by the one that it ends with."""


_FRENCH = Typography(
    before=dict.fromkeys(":;!?»", NO_BREAK),
    narrow=";!?",
    quotes=Quotes("«", "»", NO_BREAK),
    ellipsis=True,
)
_CLOSE = Typography(before=dict.fromkeys(":;!?", ""))
"""No blank before a mark."""
_FULL_WIDTH = Typography(before=dict.fromkeys("。、，！？：；", ""))

_CLOSING = {
    "bg", "ca", "cs", "da", "el", "en", "fi", "hr", "hu", "lt", "nb", "nl", "pl", "ro", "ru", "sk", "sl",
    "sr", "sv", "tr", "uk", "vi",
}  # fmt: skip
"""Languages that have no blank before a mark, and of which nothing else is known here."""

TABLE: Final[Mapping[str, Typography]] = {
    **dict.fromkeys(_CLOSING, _CLOSE),
    "de": replace(_CLOSE, quotes=Quotes("„", "“", required=False)),
    "es": replace(_CLOSE, quotes=Quotes("«", "»", required=False), inverted={"?": "¿", "!": "¡"}),
    "fr": _FRENCH,
    "fr_CA": replace(
        _FRENCH, before={**dict.fromkeys(";!?", ""), **dict.fromkeys(":»", NO_BREAK)}, narrow=""
    ),
    "fr_CH": replace(_FRENCH, narrow=":;!?»"),
    "it": replace(_CLOSE, quotes=Quotes("«", "»", required=False)),
    "ja": _FULL_WIDTH,
    "pt": replace(_CLOSE, quotes=Quotes("“", "”", required=False)),
    "zh": _FULL_WIDTH,
}
"""By locale, or else by language."""

DASHES: Final[Mapping[str, str]] = {
    "cs": " – ",  # Ústav pro jazyk český, Internetová jazyková příručka, Pomlčka
    "da": " – ",  # Dansk Sprognævn, Retskrivningsordbogen, Tankestreg
    "de": " – ",  # Duden and DIN 5008, Gedankenstrich
    "fi": " – ",  # Kotus, Kielitoimiston ohjepankki, Ajatusviiva
    "hu": " – ",  # MTA, A magyar helyesírás szabályai, Gondolatjel
    "nb": " – ",  # Språkrådet, Tankestrek
    "nl": " – ",  # Taalunie, Taaladvies, Gedachtestreepje
    "ru": " — ",  # Мильчин and Чельцова, Справочник издателя и автора, Тире
    "sv": " – ",  # Språkrådet, Svenska skrivregler, Tankstreck
}  # fmt: skip
"""By language, the dash between parts of a sentence, with its blanks, as the authority beside it has it.

Only where good authors agree: French, Polish or Portuguese ones write both dashes.
"""


def typography(locale: str) -> Typography:
    """The rules of a locale such as ``fr_CA``, or of its language; what holds for any if there are none."""
    return TABLE.get(locale) or TABLE.get(locale.partition("_")[0]) or _ANY


_ANY = Typography()
