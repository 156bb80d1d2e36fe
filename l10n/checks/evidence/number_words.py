"""How languages say numbers: data only, so that adding a language is adding data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

NUMBER_WORDS: Final[Mapping[str, Mapping[int, str]]] = {
    "ar": {
        0: "صفر", 1: "واحد أول اول أولى اولى إحدى احدى أحد", 2: "اثن إثن ثان ثاني كلا كلتا",
        3: "ثلاث ثالث", 4: "أربع اربع رابع", 5: "خمس خامس", 6: "ست ستة ستين سادس", 7: "سبع سابع",
        8: "ثمان ثماني ثامن", 9: "تسع تاسع", 10: "عشر عاشر", 12: "اثنا", 20: "عشرون عشرين",
        50: "نصف خمسون خمسين", 100: "مائة مئة", 1000: "ألف الف آلاف",
    },
    "bg": {
        0: "нул", 1: "един една едно първ", 2: "два две двам втор двой", 3: "три трет трой",
        4: "четир четвърт", 5: "пет", 6: "шест", 7: "седем седм", 8: "осем осм", 9: "девет",
        10: "десет", 12: "дванадесет дванайсет", 20: "двадесет двайсет", 50: "половин петдесет",
        100: "сто стотиц", 1000: "хиляд",
    },
    "bn": {
        0: "শূন্য", 1: "এক প্রথম", 2: "দুই দু দুটি দুটো দ্বিতীয় দ্বি উভয়", 3: "তিন তৃতীয় ত্রি",
        4: "চার চতুর্থ", 5: "পাঁচ পঞ্চম", 6: "ছয় ষষ্ঠ", 7: "সাত সপ্তম", 8: "আট অষ্টম", 9: "নয় নবম",
        10: "দশ", 12: "বারো", 20: "বিশ কুড়ি", 50: "অর্ধেক পঞ্চাশ", 100: "একশ শত", 1000: "হাজার",
    },
    "ca": {
        0: "zero", 1: "un una primer", 2: "dos dues segon ambd doble", 3: "tres tercer", 4: "quatre quart",
        5: "cinc", 6: "sis", 7: "set", 8: "vuit", 9: "nou nov", 10: "deu des", 12: "dotze", 20: "vint",
        50: "meitat cinquanta", 100: "cent", 1000: "mil",
    },
    "cs": {
        0: "nul", 1: "jed prvn", 2: "dva dvě dvou dvěma druh ob dvoj", 3: "tři tří třem třet troj",
        4: "čtyř čtvrt", 5: "pět pát", 6: "šest", 7: "sedm", 8: "osm", 9: "devět devát",
        10: "deset desát", 12: "dvanáct", 20: "dvac", 50: "půl polovin padesát", 100: "sto set",
        1000: "tisíc",
    },
    "da": {
        0: "nul", 1: "en et én ét først", 2: "to and begge dobbelt", 3: "tre tredje", 4: "fire fjerde",
        5: "fem", 6: "seks sjette", 7: "syv", 8: "otte", 9: "ni", 10: "ti", 12: "tolv", 20: "tyve",
        50: "halv halvtreds", 100: "hundred", 1000: "tusind",
    },
    "de": {
        0: "null", 1: "ein eins erst", 2: "zwei zweit beide doppel", 3: "drei dritt", 4: "vier",
        5: "fünf", 6: "sechs", 7: "sieben siebt", 8: "acht", 9: "neun", 10: "zehn", 11: "elf",
        12: "zwölf", 15: "fünfzehn", 20: "zwanzig", 50: "halb hälfte fünfzig", 100: "hundert ganz voll",
        1000: "tausend",
    },
    "el": {
        0: "μηδέν μηδεν", 1: "ένα ένας μία μια μίας μιας ενός πρώτ", 2: "δύο δυο δεύτερ διπλ",
        3: "τρεις τρία τριών τρίτ τρι", 4: "τέσσερ τεσσάρ τέταρτ τετρα", 5: "πέντε πέμπτ", 6: "έξι έκτ",
        7: "επτά εφτά έβδομ", 8: "οκτώ οχτώ όγδο", 9: "εννέα εννιά ένατ", 10: "δέκα δέκατ",
        12: "δώδεκα", 20: "είκοσι", 50: "μισ πενήντα", 100: "εκατό", 1000: "χίλι χιλιάδ",
    },
    "en": {
        0: "zero no", 1: "one first single once", 2: "two second both twice double",
        3: "three third thrice", 4: "four", 5: "five fifth", 6: "six", 7: "seven", 8: "eight",
        9: "nine ninth", 10: "ten", 11: "eleven", 12: "twelve twelfth", 15: "fifteen",
        20: "twenty twentieth", 50: "half fifty", 100: "hundred full", 1000: "thousand",
    },
    "es": {
        0: "cero", 1: "un una uno primer 1er", 2: "dos segund ambos ambas doble", 3: "tres tercer",
        4: "cuatro cuart", 5: "cinco quint", 6: "seis sext", 7: "siete séptim", 8: "ocho octav",
        9: "nueve noven", 10: "diez décim", 11: "once", 12: "doce", 15: "quince", 20: "veinte",
        50: "mitad cincuenta", 100: "cien ciento", 1000: "mil",
    },
    "fa": {
        0: "صفر", 1: "یک اول نخست", 2: "دو دوم هر‌دو", 3: "سه سوم", 4: "چهار", 5: "پنج", 6: "شش",
        7: "هفت", 8: "هشت", 9: "نه نهم", 10: "ده دهم", 12: "دوازده", 20: "بیست", 50: "نصف نیم پنجاه",
        100: "صد", 1000: "هزار",
    },
    "fi": {
        0: "nolla", 1: "yks yhd yht ensi", 2: "kaks kahd kaht toi molem", 3: "kolm", 4: "nelj",
        5: "viisi viid viit viide", 6: "kuusi kuud kuut kuude", 7: "seitsem", 8: "kahdeksa",
        9: "yhdeksä", 10: "kymmen", 12: "kaksitoista", 20: "kaksikymmen", 50: "puol viisikymmen",
        100: "sata sada", 1000: "tuha",
    },
    "fr": {
        0: "zéro", 1: "un une premier première", 2: "deux second double", 3: "trois tiers tierce troisième",
        4: "quatre quatrième", 5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf neuvième", 10: "dix",
        11: "onze", 12: "douze midi", 15: "quinze", 20: "vingt", 50: "moitié demi cinquante",
        100: "cent entièrement", 1000: "mille",
    },
    "he": {
        0: "אפס", 1: "אחד אחת ראשו", 2: "שני שתי שניים שתיים כפול", 3: "שלוש שלושה שליש",
        4: "ארבע רביע", 5: "חמש חמיש", 6: "שש ששה שיש", 7: "שבע שביע", 8: "שמונ שמינ", 9: "תשע תשיע",
        10: "עשר עשיר", 12: "שנים-עשר", 20: "עשרים", 50: "חצי חמישים", 100: "מאה", 1000: "אלף",
    },
    "hi": {
        0: "शून्य", 1: "एक पहल प्रथम", 2: "दो दूसर द्वि दोनों", 3: "तीन तीसर त्रि", 4: "चार चौथ चतुर्",
        5: "पाँच पांच", 6: "छह छः छठ", 7: "सात", 8: "आठ", 9: "नौ नव", 10: "दस", 12: "बारह", 20: "बीस",
        50: "आधा आधे पचास", 100: "सौ", 1000: "हज़ार हजार",
    },
    "hu": {
        0: "nulla", 1: "egy els", 2: "kett két másod mindkét dupla", 3: "három harmad hárm",
        4: "négy negyed", 5: "öt ötöd", 6: "hat", 7: "hét heted", 8: "nyolc", 9: "kilenc",
        10: "tíz tized", 12: "tizenkett", 20: "húsz", 50: "fél ötven", 100: "száz", 1000: "ezer",
    },
    "id": {
        0: "nol kosong", 1: "satu pertama sebuah seorang sekali", 2: "dua kedua ganda", 3: "tiga ketiga",
        4: "empat keempat", 5: "lima kelima", 6: "enam keenam", 7: "tujuh", 8: "delapan", 9: "sembilan",
        10: "sepuluh", 12: "dua_belas", 20: "dua_puluh", 50: "setengah separuh lima_puluh",
        100: "seratus", 1000: "seribu ribu",
    },
    "it": {
        0: "zero", 1: "un una uno prim", 2: "due second entramb doppi", 3: "tre terz", 4: "quattro quart",
        5: "cinque quint", 6: "sei sest", 7: "sette settim", 8: "otto ottav", 9: "nove non",
        10: "dieci decim", 11: "undici", 12: "dodici", 15: "quindici", 20: "venti",
        50: "metà cinquanta", 100: "cento", 1000: "mille mila",
    },
    "ja": {
        0: "ゼロ", 1: "一 壱 初", 2: "二 両 双", 3: "三 サード", 4: "四", 5: "五", 6: "六", 7: "七",
        8: "八", 9: "九",
        10: "十", 50: "半分", 100: "百 完全", 1000: "千",
    },
    "ko": {
        0: "영", 1: "한 하나 일 첫", 2: "두 둘 이", 3: "세 셋 삼", 4: "네 넷 사", 5: "다섯 오",
        6: "여섯 육", 7: "일곱 칠",
        8: "여덟 팔", 9: "아홉 구", 10: "열 십", 100: "백", 1000: "천",
    },
    "nb": {
        0: "null", 1: "en ett én først", 2: "to annen andre begge dobbel", 3: "tre tredje",
        4: "fire fjerde", 5: "fem", 6: "seks sjette", 7: "sju syv", 8: "åtte", 9: "ni", 10: "ti",
        12: "tolv", 20: "tjue", 50: "halv femti", 100: "hundre", 1000: "tusen",
    },
    "nl": {
        0: "nul", 1: "een één eerst", 2: "twee tweed beide dubbel", 3: "drie derd", 4: "vier",
        5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen", 10: "tien", 11: "elf", 12: "twaalf",
        15: "vijftien", 20: "twintig", 50: "helft half vijftig", 100: "honderd", 1000: "duizend",
    },
    "pl": {
        0: "zer", 1: "jed pierwsz raz", 2: "dwa dwie dwó dwom dwoma dwu drug oba obie dwoj podwój",
        3: "trzy trze trój", 4: "czter czwart", 5: "pięć pięci piąt", 6: "sześć sześci szóst",
        7: "siedem siedmi siódm", 8: "osiem ośmi ósm", 9: "dziewię dziewią", 10: "dziesię dziesią",
        12: "dwanaście dwunast", 20: "dwadzieścia dwudziest", 50: "połow pół pięćdziesiąt",
        100: "sto stu set", 1000: "tysiąc tysięc",
    },
    "pt": {
        0: "zero", 1: "um uma primeir", 2: "dois duas segund ambos ambas dobro dupl", 3: "três terceir",
        4: "quatro quart", 5: "cinco quint", 6: "seis sext", 7: "sete sétim", 8: "oito oitav",
        9: "nove non", 10: "dez décim", 11: "onze", 12: "doze", 15: "quinze", 20: "vinte",
        50: "metade cinquenta", 100: "cem cento", 1000: "mil",
    },
    "ro": {
        0: "zero", 1: "un una o unu prim întâi singur", 2: "doi două doua doilea ambele ambii dublu",
        3: "trei treia treilea tri", 4: "patru patra patrulea", 5: "cinci cincea", 6: "șase şase",
        7: "șapte şapte", 8: "opt", 9: "nouă noua", 10: "zece", 12: "doisprezece douăsprezece",
        20: "douăzeci", 50: "jumătate cincizeci", 100: "sut", 1000: "mie mii",
    },
    "ru": {
        0: "нол нул", 1: "один одн перв", 2: "два две двух двум втор оба обе обоих обеим обеих",
        3: "три трех трёх трет",
        4: "четыр четвер", 5: "пят", 6: "шест", 7: "сем седьм", 8: "восем восьм", 9: "девят",
        10: "десят", 12: "двенадцат", 20: "двадцат", 100: "сто сотн", 1000: "тысяч",
    },
    "sk": {
        0: "nul", 1: "jed prv", 2: "dva dve dvoch dvom druh ob dvoj", 3: "tri troch tret troj",
        4: "štyr štvr", 5: "päť piat", 6: "šesť šiest", 7: "sedem siedm", 8: "osem ôsm",
        9: "deväť deviat", 10: "desať desiat", 12: "dvanás", 20: "dvads", 50: "pol päťdesiat",
        100: "sto", 1000: "tisíc",
    },
    "sv": {
        0: "noll", 1: "en ett först", 2: "två andra båda dubbel", 3: "tre tredje", 4: "fyra fjärde",
        5: "fem", 6: "sex sjätte", 7: "sju", 8: "åtta åtton", 9: "nio", 10: "tio", 12: "tolv",
        20: "tjugo", 50: "halv hälft femtio", 100: "hundra", 1000: "tusen",
    },
    "tr": {
        0: "sıfır", 1: "bir ilk tek", 2: "iki her_iki çift", 3: "üç üçü üçl üçg", 4: "dört dörd", 5: "beş",
        6: "altı", 7: "yedi", 8: "sekiz", 9: "dokuz", 10: "on", 12: "on_iki", 20: "yirmi",
        50: "yarı elli", 100: "yüz", 1000: "bin",
    },
    "uk": {
        0: "нул", 1: "один одн перш", 2: "два дві двох двом двома друг оби обох дво",
        3: "три трьо трет тро", 4: "чотир четвер", 5: "ят пят", 6: "шіст шест шост",
        7: "сім сем сьом", 8: "вісім восьм", 9: "дев девят", 10: "десят", 12: "дванадцят",
        20: "двадцят", 50: "половин", 100: "сто сотн", 1000: "тисяч",
    },
    "vi": {
        0: "không", 1: "một nhất đầu_tiên", 2: "hai nhì đôi cả_hai", 3: "ba", 4: "bốn tư", 5: "năm",
        6: "sáu", 7: "bảy bẩy", 8: "tám", 9: "chín", 10: "mười", 12: "mười_hai", 20: "hai_mươi",
        50: "nửa năm_mươi", 100: "trăm", 1000: "nghìn ngàn",
    },
    "zh": {
        0: "零", 1: "一 壹 首 单", 2: "二 两 兩 双 雙", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七",
        8: "八", 9: "九",
        10: "十", 50: "半", 100: "百 完全", 1000: "千",
    },
}  # fmt: skip
"""By language and number, the beginnings of the words that say it, ordinals too; ``_`` is a blank within."""

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

DIMENSIONS: Final[Mapping[str, Mapping[int, str]]] = {
    "ar": {2: "ثنائي مستو", 3: "ثلاثي مجسم"},
    "bn": {2: "দ্বিমাত্রিক", 3: "ত্রিমাত্রিক"},
    "fa": {2: "دوبعدی دو‌بعدی مسطح", 3: "سه‌بعدی سه_بعدی"},
    "hu": {2: "sík", 3: "tér"},
    "ja": {2: "平面 二次元", 3: "立体 三次元"},
    "ko": {2: "평면 이차원", 3: "입체 삼차원"},
    "vi": {2: "hai_chiều phẳng", 3: "ba_chiều"},
    "zh": {2: "平面 二维 二維", 3: "立体 立體 三维 三維"},
}  # fmt: skip
"""By language, the beginnings of words for what has two dimensions or three, beside those of adjectives."""

IN_ADJECTIVES: Final[Mapping[int, str]] = {
    1: "uni mono одно моно jedno jedn egy eins ein yks",
    2: "bi di du bis дву дво dwu dvoj dvou δι ikili zwei",
    3: "tri tre trzy trój troj tří три трьох трёх τρι üçlü drei",
    4: "quadri quatri cuadri cuatri tetra tétra четыр чотири чотирьо czter čtyř τετρα vier",
    5: "penta пент пят ят",
    6: "hexa esa гекса шест",
    8: "octo octa okta otta окт восьми",
}
"""What a word begins with where English has ``3D``, or a number before a hyphen: *tridimensional*."""

ATTACHED: Final[Mapping[str, str]] = {"ar": "و?[فبلك]?(?:ال|لل)?", "fa": "و?", "he": "[והבלכמש]{0,2}"}
"""By language, the little words that are written together with the next one."""

DUAL: Final[Mapping[str, str]] = {"ar": r"(?<=\w\w)(?:ان|ين|تا|تي)\b"}
"""By language, the form of a word that says *two* by itself."""
