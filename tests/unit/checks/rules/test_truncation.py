"""Translations that are cut short, or lack a sentence, in any script."""

import pytest

from l10n.checks.model import Setting
from l10n.checks.rules.truncation import RULES
from unit.checks.support_rules import found

[TRUNCATED] = RULES
SOURCE = (
    "On day {} the birds of the town fly to the lake. Nobody knows what they see there. We ask each time."
)
TARGETS = {
    "ar": "في اليوم {} تطير طيور المدينة إلى البحيرة. هل يعرف أحد ما تراه هناك؟ نسألها في كل مرة.",
    "el": "Την ημέρα {} τα πουλιά της πόλης πετούν στη λίμνη."
    " Ποιος ξέρει τι βλέπουν εκεί; Τα ρωτάμε κάθε φορά.",
    "fa": "در روز {} پرندگان شهر به دریاچه می‌روند. چه کسی می‌داند آنجا چه می‌بینند؟ هر بار از آنها می‌پرسیم.",
    "hi": "दिन {} को शहर के पक्षी झील पर उड़ते हैं। कोई नहीं जानता कि वे वहाँ क्या देखते हैं। हम हर बार उनसे पूछते हैं।",
    "hy": "Օր {}-ին քաղաքի թռչունները թռչում են լիճ։"
    " Ոչ ոք չգիտի, թե ինչ են տեսնում այնտեղ։ Մենք միշտ հարցնում ենք։",
    "ja": "{}日目に町の鳥たちは湖へ飛んで行きます。"
    "そこで何を見るのかは誰も知りません。私たちは毎回尋ねます。",
    "ko": "{}일째 되는 날 마을의 새들은 호수로 날아갑니다."
    " 그곳에서 무엇을 보는지 아무도 모릅니다. 우리는 매번 물어봅니다.",
    "ur": "دن {} کو شہر کے پرندے جھیل کو جاتے ہیں۔"
    " کوئی نہیں جانتا کہ وہ وہاں کیا دیکھتے ہیں۔ ہم ہر بار پوچھتے ہیں۔",
    "zh_CN": "在第{}天城里的鸟儿都飞到湖边去。没有人知道它们在那里看见什么。我们每一次都会问它们。",
    "zh_TW": "在第{}天城裡的鳥兒都飛到湖邊去。沒有人知道牠們在那裡看見什麼。我們每一次都會問牠們。",
}


def _sentences(text: str) -> list[str]:
    for mark in ("؟", "۔", "।", "։", "。", ".", ";"):
        text = text.replace(mark, f"{mark}\0")
    return text.strip("\0").split("\0")


@pytest.mark.parametrize("lost", [0, 1, 2])
@pytest.mark.parametrize("locale", TARGETS)
def test_a_lost_sentence_is_found_by_the_marks_of_the_script(locale: str, lost: int) -> None:
    whole = [(SOURCE.format(number), TARGETS[locale].format(number)) for number in range(30)]
    assert found(TRUNCATED, whole, Setting(locale)) == {}
    left = _sentences(TARGETS[locale].format(30))
    del left[lost]
    cut = "".join(left).strip()
    assert list(found(TRUNCATED, [*whole, (SOURCE.format(30), cut)], Setting(locale))) == [30]


def test_two_sentences_that_are_joined_are_none_lost() -> None:
    source = "On day {} the birds fly to the lake. Nobody sees what they do over there."
    target = "Am Tag {} fliegen die Vögel an den See. Niemand sieht, was sie dort drüben tun."
    whole = [(source.format(number), target.format(number)) for number in range(30)]
    joined = "Am Tag 30 fliegen Vögel an den See, und keiner sieht, was sie tun."
    assert found(TRUNCATED, [*whole, (source.format(30), joined)], Setting("de")) == {}


def test_an_abbreviation_ends_no_sentence() -> None:
    source = "On day {} the birds fly about 2 in. and then they rest for some time."
    target = "Am Tag {} fliegen die Vögel etwa 5 cm und dann ruhen sie eine Zeit."
    whole = [(source.format(number), target.format(number)) for number in range(30)]
    short = "Am Tag 30 fliegen Vögel etwa 5 cm und ruhen dann eine Zeit."
    assert found(TRUNCATED, [*whole, (source.format(30), short)], Setting("de")) == {}


ALPHABET = {
    "birds": "Vögel", "stones": "Steine", "rivers": "Flüsse", "clouds": "Wolken", "mountains": "Berge",
    "windows": "Fenster", "gardens": "Gärten", "letters": "Briefe", "apples": "Äpfel", "horses": "Pferde",
    "knives": "Messer", "shoes": "Schuhe", "tables": "Tische", "roads": "Straßen",
}  # fmt: skip
"""Words of which each stands in many messages, and not in all."""


def _two(one: str, other: str) -> tuple[str, str]:
    return (
        f"In the morning there are {one} everywhere. In the evening we look for {other} in the dark.",
        f"Am Morgen sind überall {ALPHABET[one]}. Am Abend suchen wir im Dunkeln nach {ALPHABET[other]}.",
    )


def test_a_lost_sentence_takes_its_words_with_it() -> None:
    words = list(ALPHABET)
    whole = [_two(one, other) for one in words for other in words if one != other]
    source = _two("birds", "stones")[0]
    joined = "Am Morgen sind überall Vögel, abends suchen wir nach den Steinen."
    lost = "Am Morgen sind überall Vögel, die alle sehr schön und laut singen."
    assert found(TRUNCATED, [*whole, (source + " ", joined)], Setting("de")) == {}
    assert list(found(TRUNCATED, [*whole, (source + " ", lost)], Setting("de"))) == [len(whole)]


def test_where_sentences_have_no_mark_none_is_missed() -> None:
    source = "On day {} the birds fly to the lake. Nobody sees them."
    target = "ในวันที่ {} นกบินไปที่ทะเลสาบ ไม่มีใครเห็นพวกมันเลยสักคนเดียว"
    whole = [(source.format(number), target.format(number)) for number in range(30)]
    cut = "ในวันที่ 30 นกบินไปที่ทะเลสาบ ไม่มีใครเห็น"
    assert found(TRUNCATED, [*whole, (source.format(30), cut)], Setting("th")) == {}
