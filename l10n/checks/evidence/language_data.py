"""What the rules know of single languages: tables only, so that adding a language is adding data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from l10n.regex import regex

SHORTER: Final[Mapping[str, float]] = {"ja": 0.5, "ko": 0.55, "th": 0.9, "zh": 0.36}
"""How long a translation is, to an English message of length 1, where it is not about as long."""

UNSPACED: Final = frozenset({"ja", "km", "lo", "my", "th", "zh"})
"""Languages that do not put blanks between words."""

COMPOUNDING: Final = frozenset({"da", "de", "fi", "fo", "fy", "hu", "is", "lb", "nb", "nl", "nn", "no", "sv"})
"""Languages that write words together to make another one."""

FULL_WIDTH: Final[Mapping[str, Mapping[str, str]]] = {
    "ja": {",": "、", ".": "。", ":": "：", "!": "！", "?": "？"},
    "zh": {",": "，", ".": "。", ":": "：", ";": "；", "!": "！", "?": "？"},
}
"""By language, the marks of full width, by those of half width."""

WIDE_SCRIPTS: Final = frozenset({"ja", "zh"})
"""Languages whose characters stand beside Latin letters with a blank or without, as a matter of style.

Korean has blanks between words, so that there a blank is grammar.
"""

BREAKS_WITH_ZERO_WIDTH: Final = frozenset({"bo", "dz", "km", "lo", "my", "th"})
"""Languages that part words with U+200B, so that lines can be broken."""

SYLLABLES: Final = frozenset({"ja", "ko", "th", "zh"})
"""Languages in which a character or two are a word, whatever follows."""

NO_FULL_STOP: Final = frozenset({"km", "lo", "th"})
"""Languages whose sentences end without a mark."""

NO_SENTENCE_END: Final = frozenset({"bo", "dz", "lo", "th"})
"""Languages whose sentences end with a blank, or with a mark that ends other things, too."""

ALSO_ENDS: Final[Mapping[str, str]] = {"bn": "|", "el": ";", "hi": "|", "hy": ":", "mr": "|", "ne": "|"}
"""By language, what more ends a sentence than Unicode's marks: what is typed for a mark, or asks."""

ALSO_ASKS: Final[Mapping[str, str]] = {"el": ";"}
"""By language, what more than Unicode's question marks asks."""

QUESTION_WORDS: Final[Mapping[str, re.Pattern[str]]] = {
    "bo": regex(""),
    "dz": regex(""),
    "ja": regex(r"(?:か|かな|かしら|の)\W*$"),
    "km": regex("ទេ|ឬ|អ្វី|ណា|ម៉េច|ម្ដេច|ម្តេច|ប៉ុន្មាន|អី"),
    "lo": regex("ບໍ|ຫຍັງ|ໃສ|ໃຜ|ໃດ|ຈັກ|ຫຼື"),
    "my": regex("လား|လဲ|နည်း|ဘာ|ဘယ်|မည်သ"),
    "th": regex("ไหม|มั้ย|หรือ|เหรอ|อะไร|ทำไม|อย่างไร|ยังไง|ไหน|เมื่อไ|ใคร|กี่|เท่าไ|ใด"),
    "zh": regex(r"[吗嗎呢吧么麼]\W*$"),
}
"""By language, words that ask, so that it needs no mark for that."""

REDUPLICATING: Final = frozenset(
    {"bn", "fa", "fil", "gu", "hi", "id", "jv", "km", "kn", "lo", "ml", "mr", "ms", "my", "ne", "pa",
    "si", "sw"}
    | {"ta", "te", "th", "tl", "tr", "ur", "vi", "zu"}
)  # fmt: skip
"""Languages in which a doubled word is grammar."""

_RELATIVE = "an auf aus bei durch für gegen in mit nach ohne seit über um unter von vor zu zwischen"
MAY_DOUBLE: Final[Mapping[str, frozenset[str]]] = {
    "ca": frozenset({"així com"}),
    "cs": frozenset({"se", "si"}),
    "de": frozenset(("das", "ihr", "reihe nach", "sie", ", den", ", der", ", die"))
    | {f", {lead} {word}" for lead in _RELATIVE.split() for word in ("das", "dem", "den", "der", "die")},
    "el": frozenset({"γύρω", "δίπλα", "κάτω", "λίγο", "πίσω", "πρώτα", "πρώτη", "σιγά"}),
    "en": frozenset(["had", "that"]),
    "es": frozenset({"casi", "así como"}),
    "fr": frozenset(["nous", "vous", "bla"]),
    "gl": frozenset({"se"}),
    "hu": frozenset({"az"}),
    "it": frozenset(["man", "mano", "via", "piano", "poco", "così", "ben", "così come"]),
    "nl": frozenset(["dat", "die", "je", "u", "was", "ze"]),
    "pl": frozenset({"się"}),
    "pt": frozenset({"logo", "bem como", "assim como", "se"}),
    "ru": frozenset(["чуть", "едва", "еле"]),
    "sk": frozenset({"so", "sa", "si"}),
}
"""By language, words that may stand twice in a row; some only behind what stands before them here."""

_ELEMENTS = """
    a abbr address article aside audio b blockquote body br button canvas caption cite code col data dd del
    details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header
    hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript
    object ol optgroup option output p picture pre progress q s samp script search section select slot small
    source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title
    tr track u ul var video wbr
"""
ELEMENTS: Final = frozenset(_ELEMENTS.split())
"""Elements of HTML: in code, ``<li>`` is no name that a reader replaces."""
