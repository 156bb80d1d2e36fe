"""What the rules know of single languages: tables only, so that adding a language is adding data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

NUMBER_WORDS: Final[Mapping[str, Mapping[int, str]]] = {
    "de": {
        0: "null", 1: "ein eins erst", 2: "zwei zweit beide doppel",
        3: "drei dritt", 4: "vier", 5: "fünf", 6: "sechs",
        7: "sieben siebt", 8: "acht", 9: "neun", 10: "zehn", 11: "elf", 12: "zwölf", 15: "fünfzehn",
        20: "zwanzig", 50: "halb hälfte fünfzig", 100: "hundert ganz voll", 1000: "tausend",
    },
    "en": {
        0: "zero no", 1: "one first single once",
        2: "two second both twice double", 3: "three third thrice", 4: "four",
        5: "five fifth", 6: "six", 7: "seven", 8: "eight", 9: "nine ninth", 10: "ten", 11: "eleven",
        12: "twelve twelfth", 15: "fifteen", 20: "twenty twentieth", 50: "half fifty", 100: "hundred full",
        1000: "thousand",
    },
    "es": {
        0: "cero", 1: "un primer 1er",
        2: "dos segund ambos ambas doble", 3: "tres tercer", 4: "cuatro cuart",
        5: "cinco quint", 6: "seis sext", 7: "siete séptim", 8: "ocho octav", 9: "nueve noven",
        10: "diez décim",
        11: "once", 12: "doce", 15: "quince", 20: "veinte", 50: "mitad cincuenta", 100: "cien ciento",
        1000: "mil",
    },
    "fr": {
        0: "zéro", 1: "un premier première", 2: "deux second double", 3: "trois tiers tierce troisième",
        4: "quatre quatrième",
        5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf neuvième", 10: "dix", 11: "onze",
        12: "douze midi",
        15: "quinze", 20: "vingt", 50: "moitié demi cinquante", 100: "cent entièrement", 1000: "mille",
    },
    "it": {
        0: "zero", 1: "un prim", 2: "due second entramb doppi",
        3: "tre terz", 4: "quattro quart", 5: "cinque quint",
        6: "sei sest", 7: "sette settim", 8: "otto ottav", 9: "nove non", 10: "dieci decim", 11: "undici",
        12: "dodici", 15: "quindici", 20: "venti", 50: "metà cinquanta", 100: "cento", 1000: "mille mila",
    },
    "ja": {
        0: "ゼロ", 1: "一 壱 初", 2: "二 両 双", 3: "三 サード", 4: "四", 5: "五",
        6: "六", 7: "七", 8: "八", 9: "九",
        10: "十", 50: "半分", 100: "百 完全", 1000: "千",
    },
    "ko": {
        0: "영", 1: "한 하나 일 첫", 2: "두 둘 이", 3: "세 셋 삼", 4: "네 넷 사",
        5: "다섯 오", 6: "여섯 육",
        7: "일곱 칠",
        8: "여덟 팔", 9: "아홉 구", 10: "열 십", 100: "백", 1000: "천",
    },
    "nl": {
        0: "nul", 1: "een één eerst", 2: "twee tweed beide dubbel",
        3: "drie derd", 4: "vier", 5: "vijf", 6: "zes",
        7: "zeven", 8: "acht", 9: "negen", 10: "tien", 11: "elf", 12: "twaalf", 15: "vijftien",
        20: "twintig",
        50: "helft half vijftig", 100: "honderd", 1000: "duizend",
    },
    "pt": {
        0: "zero", 1: "um primeir",
        2: "dois duas segund ambos ambas dobro dupl", 3: "três terceir", 4: "quatro quart",
        5: "cinco quint", 6: "seis sext", 7: "sete sétim", 8: "oito oitav", 9: "nove non", 10: "dez décim",
        11: "onze", 12: "doze", 15: "quinze", 20: "vinte", 50: "metade cinquenta", 100: "cem cento",
        1000: "mil",
    },
    "ru": {
        0: "нол нул", 1: "один одн перв",
        2: "два две двух двум втор об", 3: "три трех трёх трет", 4: "четыр четвер",
        5: "пят",
        6: "шест", 7: "сем седьм", 8: "восем восьм", 9: "девят", 10: "десят", 12: "двенадцат",
        20: "двадцат",
        100: "сто сотн", 1000: "тысяч",
    },
    "zh": {
        0: "零", 1: "一 壹 首 单", 2: "二 两 兩 双 雙", 3: "三", 4: "四", 5: "五",
        6: "六", 7: "七", 8: "八", 9: "九",
        10: "十", 50: "半", 100: "百 完全", 1000: "千",
    },
}  # fmt: skip
"""By language and number, the beginnings of the words that say it, ordinals too."""

SCALES: Final[Mapping[str, int]] = {
    "k": 10**3, "thousand": 10**3, "mille": 10**3, "mil": 10**3, "tausend": 10**3, "mila": 10**3,
    "тыс": 10**3,
    "тысяч": 10**3, "duizend": 10**3, "千": 10**3, "천": 10**3, "万": 10**4, "萬": 10**4, "만": 10**4,
    "million": 10**6, "millions": 10**6, "millionen": 10**6, "millones": 10**6, "milioni": 10**6,
    "milhões": 10**6, "miljoen": 10**6, "mio": 10**6, "миллионов": 10**6, "млн": 10**6,
    "億": 10**8, "亿": 10**8, "억": 10**8, "billion": 10**9, "billions": 10**9, "milliard": 10**9,
    "milliards": 10**9, "milliarden": 10**9, "miliardi": 10**9, "bilhões": 10**9, "млрд": 10**9,
}  # fmt: skip
"""Words behind a number that multiply it."""

SHORTER: Final[Mapping[str, float]] = {"ja": 0.5, "ko": 0.55, "th": 0.9, "zh": 0.36}
"""How long a translation is, to an English message of length 1, where it is not about as long."""

UNSPACED: Final = frozenset({"ja", "km", "lo", "my", "th", "zh"})
"""Languages that do not put blanks between words."""

FULL_WIDTH: Final[Mapping[str, Mapping[str, str]]] = {
    "ja": {",": "、", ".": "。", ":": "：", "!": "！", "?": "？"},
    "zh": {",": "，", ".": "。", ":": "：", ";": "；", "!": "！", "?": "？"},
}
"""By language, the marks of full width, by those of half width."""

BREAKS_WITH_ZERO_WIDTH: Final = frozenset({"bo", "dz", "km", "lo", "my", "th"})
"""Languages that part words with U+200B, so that lines can be broken."""

NO_FULL_STOP: Final = frozenset({"km", "lo", "th"})
"""Languages whose sentences end without a mark."""

NO_SENTENCE_END: Final = frozenset({"bo", "dz", "lo", "th"})
"""Languages whose sentences end with a blank, or with a mark that ends other things, too."""

ALSO_ENDS: Final[Mapping[str, str]] = {"bn": "|", "el": ";", "hi": "|", "hy": ":", "mr": "|", "ne": "|"}
"""By language, what more ends a sentence than Unicode's marks: what is typed for a mark, or asks."""

ALSO_ASKS: Final[Mapping[str, str]] = {"el": ";"}
"""By language, what more than Unicode's question marks asks."""

QUESTION_WORDS: Final[Mapping[str, re.Pattern[str]]] = {
    "bo": re.compile(""),
    "dz": re.compile(""),
    "ja": re.compile(r"(?:か|かな|かしら|の)\W*$"),
    "km": re.compile("ទេ|ឬ|អ្វី|ណា|ម៉េច|ម្ដេច|ម្តេច|ប៉ុន្មាន|អី"),
    "lo": re.compile("ບໍ|ຫຍັງ|ໃສ|ໃຜ|ໃດ|ຈັກ|ຫຼື"),
    "my": re.compile("လား|လဲ|နည်း|ဘာ|ဘယ်|မည်သ"),
    "th": re.compile("ไหม|มั้ย|หรือ|เหรอ|อะไร|ทำไม|อย่างไร|ยังไง|ไหน|เมื่อไ|ใคร|กี่|เท่าไ|ใด"),
    "zh": re.compile(r"[吗嗎呢吧么麼]\W*$"),
}
"""By language, words that ask, so that it needs no mark for that."""

REDUPLICATING: Final = frozenset(
    {"bn", "fa", "fil", "gu", "hi", "id", "jv", "km", "kn", "lo", "ml", "mr", "ms", "my", "ne", "pa",
    "si", "sw"}
    | {"ta", "te", "th", "tl", "tr", "ur", "vi", "zu"}
)  # fmt: skip
"""Languages in which a doubled word is grammar."""

MAY_DOUBLE: Final[Mapping[str, frozenset[str]]] = {
    "de": frozenset(("das", "ihr", "sie", ", den", ", der", ", die")),
    "en": frozenset(["had", "that"]),
    "es": frozenset({"casi"}),
    "fr": frozenset(["nous", "vous", "bla"]),
    "it": frozenset(["man", "mano", "via", "piano", "poco", "così", "ben"]),
    "nl": frozenset(["dat", "die", "was"]),
    "pt": frozenset({"logo"}),
    "ru": frozenset(["чуть", "едва", "еле"]),
}
"""By language, words that may stand twice in a row; those with a comma only behind one."""
