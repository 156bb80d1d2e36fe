"""The settings of checks."""

from typing import Any

import pytest

from l10n.errors import ConfigError, Place
from l10n.language import Value
from l10n.project.check_config import CheckConfig, check_settings

PLACE = Place("l10n.toml")


def test_a_locale_has_its_own_settings_and_the_general_ones() -> None:
    table = {
        "ignore": ["deck"],
        "fail-under": 50,
        "house-style": False,
        "locales": {"pt-br": {"fail-under": 90, "no-break-space": "by-mark"}},
    }

    config = check_settings(Value("check", table, PLACE))

    assert config.of("fr") == CheckConfig(ignore=("deck",), fail_under=50, options={"house-style": "false"})
    own = config.of("pt_BR")
    assert (own.ignore, own.fail_under) == (("deck",), 90)
    assert own.options == {"house-style": "false", "no-break-space": "by-mark"}


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ([], "'check' must be a table, not []"),
        ({"selct": []}, "unknown key 'check.selct'; did you mean 'select'?"),
        ({"select": "all"}, "'check.select' must be a list of rules, families or severities, not 'all'"),
        ({"fail-on": "all"}, "'check.fail-on' must be one of 'error', 'warning', 'note', not 'all'"),
        ({"fail-on": "eror"}, "'check.fail-on' must be one of 'error', 'warning', 'note' (did you mean 'er"),
        ({"fail-under": 101}, "'check.fail-under' must be a percentage from 0 to 100, not 101"),
        ({"fail-under": True}, "'check.fail-under' must be a percentage from 0 to 100, not True"),
        ({"house-style": "yes"}, "'check.house-style' must be true or false, not 'yes'"),
        ({"no-break-space": "thin"}, "'check.no-break-space' must be one of 'any', 'U+00A0', 'U+202F'"),
        ({"copies": "Pod"}, "'check.copies' must be a list of texts, not 'Pod'"),
        ({"locales": []}, "'check.locales' must be a table of locales, not []"),
        ({"locales": {"fr": {"fail-on": 1}}}, "'check.locales.fr.fail-on' must be one of"),
        ({"locales": {"fr": {"locales": {}}}}, "unknown key 'check.locales.fr.locales'"),
    ],
)
def test_what_is_wrong_is_named(table: Any, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        check_settings(Value("check", table, PLACE))

    assert str(caught.value).startswith(f"l10n.toml: {message}")
