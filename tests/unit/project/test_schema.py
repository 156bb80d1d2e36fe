"""The schema of settings is theirs: editors accept what we accept, and tell what we refuse."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from l10n.dialects import DIALECTS
from l10n.errors import ConfigError
from l10n.project.check_config import SETTINGS as CHECKS
from l10n.project.check_config import CheckConfig
from l10n.project.config import Config, find_config
from l10n.project.schema import as_json
from l10n.project.settings import SETTINGS

SCHEMA = json.loads(as_json())
VALIDATOR = Draft7Validator(SCHEMA)


def accepted(text: str, folder: Path) -> bool:
    (folder / "l10n.toml").write_text(text, encoding="utf-8")
    try:
        find_config(folder)
    except ConfigError:
        return False
    return True


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


EVERYTHING = """
source = "slides"
include = ["*.md"]
exclude = ["README.md"]
source-locale = "en_GB"
locales = ["fr", "pt-BR", "sr@latin"]
catalogs = "i18n"
catalogs-per = "folder"
output = "out"
index = "site/index.jinja"
dialect = "marp"
front-matter = ["title"]
flavour = "mdx"
breaks = true
references = "line"
memory = "off"
revision-keys = []
localised-targets = ["/[{locale}/]"]
[fallback]
fr_CA = ["fr"]
[dialects]
"docs/**" = "markdown"
[options.marp]
breaks = false
[options.reveal]
separator = "^---$"
[options.slidev]
properties = ["title"]
[check]
select = ["structure"]
fail-under = 99.5
no-break-space = "by-mark"
[check.locales.fr]
house-style = false
"""


def test_both_take_each_setting(tmp_path: Path) -> None:
    assert accepted(EVERYTHING, tmp_path)
    assert list(VALIDATOR.iter_errors(tomllib.loads(EVERYTHING))) == []
    assert tomllib.loads(EVERYTHING).keys() == SETTINGS.keys()


@pytest.mark.parametrize(
    "text",
    [
        "sorce = 'x'",
        "source = 3",
        "locales = 'fr'",
        "locales = ['french language']",
        "dialect = 'powerpoint'",
        "breaks = 'yes'",
        "memory = true",
        "[dialects]\n'*.md' = 'keynote'",
        "[options.powerpoint]",
        "[options.remark]\nbreaks = true",
        "[options.marp]\nbreaks = 'no'",
        "[options.reveal]\nseperator = ''",
        "[check]\nfail-under = 101",
        "[check]\nfail-on = 'never'",
        "[check]\nhouse-style = 'no'",
        "[check.locales.fr]\nlocales = {}",
    ],
)
def test_both_refuse_what_is_wrong(text: str, tmp_path: Path) -> None:
    assert not accepted(text, tmp_path)
    assert list(VALIDATOR.iter_errors(tomllib.loads(text))) != []


def test_each_key_has_a_meaning_and_a_default_or_what_holds_instead() -> None:
    for one in (*SETTINGS.values(), *CHECKS.values()):
        assert one.meaning
        assert (one.default is None) != (one.otherwise == "")
    for dialect in DIALECTS.values():
        assert all(option.meaning for option in dialect.options)


def real_defaults(kind: type[Config] | type[CheckConfig]) -> Mapping[str, Any]:
    defaults = kind._field_defaults
    return {name.replace("_", "-"): value(defaults.get(name)) for name in kind._fields}


def value(default: Any) -> Any:
    return list(default) if type(default) is tuple else default


def test_the_defaults_told_are_those_that_hold() -> None:
    for settings, kind in ((SETTINGS, Config), (CHECKS, CheckConfig)):
        real = real_defaults(kind)
        for key in settings.keys() & real.keys():
            told = settings[key].default
            assert told is None or told == real[key], key


def test_every_setting_has_its_field() -> None:
    assert real_defaults(Config).keys() - {"root", "file", "passed-over"} == SETTINGS.keys()
