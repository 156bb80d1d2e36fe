"""Marks of half width in Chinese and Japanese."""

import pytest

from l10n.checks.habits import habits
from l10n.checks.model import Pair, Rule, Setting
from l10n.checks.rules.widths import RULES
from unit.checks.support_rules import flaws

[RULE] = RULES


@pytest.mark.parametrize(
    ("locale", "msgstr", "fixed"),
    [
        ("zh_CN", "第一,第二", "第一，第二"),
        ("zh_TW", "第一, 第二: 三", "第一，第二：三"),
        ("zh_CN", "好.", "好。"),
        ("zh_CN", "用`x`,或者好;`y`", "用`x`,或者好；`y`"),
        ("ja", "はい, いいえ.", "はい、いいえ。"),
        ("ja", "本当?", "本当？"),
    ],
)
def test_marks_of_half_width_are_found_and_mended(locale: str, msgstr: str, fixed: str) -> None:
    assert flaws(RULE, "A text", msgstr, Setting(locale))
    assert isinstance(RULE, Rule)
    assert RULE.fix
    assert RULE.fix(Pair("A text", msgstr), Setting(locale)) == fixed


@pytest.mark.parametrize(
    ("locale", "msgstr"),
    [
        ("zh_CN", "版本 1.5, 2.0"),
        ("zh_CN", "好![图](a.png)"),
        ("zh_CN", "`好,好`"),
        ("zh_CN", "见[好](https://x.org/好,好)"),
        ("zh_CN", "好，好。"),
        ("ja", "はい;いいえ"),
        ("ko", "네, 네."),
        ("fr", "好,好"),
    ],
)
def test_marks_that_may_stand(locale: str, msgstr: str) -> None:
    assert flaws(RULE, "A text", msgstr, Setting(locale)) == []


def test_what_a_locale_does_with_one_mark_is_its_habit() -> None:
    pairs = [Pair(f"A {number}", "好: 好，好") for number in range(10)]
    custom = habits(pairs, Setting("zh_CN"), [RULE])
    assert custom == {"half-width-mark :"}
    found = flaws(RULE, "A text", "好: 好,好", Setting("zh_CN", habits=custom))
    assert [flaw.at for flaw in found] == [(4, 5)]
