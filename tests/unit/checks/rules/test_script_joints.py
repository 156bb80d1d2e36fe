"""Whether a blank parts Chinese or Japanese from Latin letters and digits is the locale's own habit."""

import pytest

from l10n.checks.rules.script_joints import RULES
from unit.checks.support_rules import flaws, mended, named, usual

SPACING = named(RULES, "script-spacing")


@pytest.mark.parametrize(
    ("locale", "habit", "text", "right"),
    [
        ("zh_CN", "使用 Docker 容器", "启动Docker容器", "启动 Docker 容器"),
        ("zh_TW", "使用 Docker 容器", "啟動Docker 容器", "啟動 Docker 容器"),
        ("zh_CN", "使用Docker容器", "启动 Docker 容器", "启动Docker容器"),
        ("ja", "このDockerを使う", "その Docker を使う", "そのDockerを使う"),
        ("ja", "この Docker を使う", "そのDockerを使う", "その Docker を使う"),
        ("zh_CN", "共有 3 个", "共有5个", "共有 5 个"),
        ("zh_CN", "共有3个", "共有 5 个", "共有5个"),
    ],
)
def test_blank_is_as_in_nearly_all_translations(locale: str, habit: str, text: str, right: str) -> None:
    setting = usual(SPACING, locale, habit)
    assert flaws(SPACING, "A text", text, setting)
    assert mended(SPACING, text, setting) == right
    assert flaws(SPACING, "A text", right, setting) == []


@pytest.mark.parametrize(
    "text",
    [
        "启动 `Docker`容器",
        "启动[容器](a中b)",
        "于2020年5月",
        "这是T恤",
        "使用、Docker，容器",
        "1. 使用 Docker 容器",
        "## 使用 Docker 容器",
    ],
)
def test_code_targets_dates_single_letters_and_marks_stay(text: str) -> None:
    setting = usual(SPACING, "zh_CN", "使用 Docker 容器有 3 个")
    assert flaws(SPACING, "A text", text, setting) == []
    assert mended(SPACING, text, setting) == text


def test_letters_and_digits_have_habits_of_their_own() -> None:
    setting = usual(SPACING, "zh_CN", "使用 Docker 容器有3个")
    assert flaws(SPACING, "A text", "使用 Docker 容器有5个", setting) == []
    assert mended(SPACING, "使用Docker容器有 5 个", setting) == "使用 Docker 容器有5个"


def test_without_a_habit_and_in_korean_nothing_is_said() -> None:
    mixed = usual(SPACING, "zh_CN", "使用 Docker 容器", "使用Docker容器")
    assert flaws(SPACING, "A text", "启动Docker容器", mixed) == []
    korean = usual(SPACING, "ko", "이 Docker 컨테이너")
    assert flaws(SPACING, "A text", "이 Docker컨테이너", korean) == []
