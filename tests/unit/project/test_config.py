from pathlib import Path

import pytest

from l10n.errors import ConfigError, FileError
from l10n.project.config import SETTINGS, Config, find_config, load_config
from l10n.project.settings import locale_name


def config_of(folder: Path, content: str) -> Config:
    path = folder / "l10n.toml"
    path.write_text(content, encoding="utf-8")
    return load_config(path, path.parent)


def test_default_layout_needs_no_file(tmp_path: Path) -> None:
    assert find_config(tmp_path) == Config(tmp_path.resolve())


def test_defaults_are_those_of_the_documentation(tmp_path: Path) -> None:
    config = Config(tmp_path)
    assert (config.source, config.catalogs, config.output) == ("source", "locales", "build")
    assert (config.include, config.exclude) == (None, ())
    assert (config.source_locale, config.dialect, config.references) == ("en", None, "file")


def test_every_setting_is_read(tmp_path: Path) -> None:
    content = """
source = "decks"
include = ["*.md"]
exclude = ["draft-*"]
source-locale = "en-GB"
locales = ["fr", "pt-br", "fr"]
catalogs = "po"
output = "out"
dialect = "markdown"
references = "line"
localised-targets = ["?lang=[{locale}]"]
[dialects]
"pages/**" = "remark"
"""
    assert config_of(tmp_path, content) == Config(
        tmp_path.resolve(),
        "l10n.toml",
        source="decks",
        include=("*.md",),
        exclude=("draft-*",),
        source_locale="en_GB",
        locales=("fr", "pt_BR"),
        catalogs="po",
        output="out",
        dialect="markdown",
        dialects={"pages/**": "remark"},
        references="line",
        localised_targets=("?lang=[{locale}]",),
    )


def test_settings_are_found_upward(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.l10n]\nsource = "decks"\n')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_config(below) == Config(tmp_path.resolve(), "pyproject.toml", source="decks")


def test_own_file_comes_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.l10n]\nsource = "one"\n')
    (tmp_path / "l10n.toml").write_text('source = "two"\n')
    assert find_config(tmp_path).source == "two"


def test_pyproject_of_something_else_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.l10n]\nsource = "decks"\n')
    below = tmp_path / "package"
    below.mkdir()
    (below / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert find_config(below).root == tmp_path.resolve()


def test_own_file_may_have_the_table_of_pyproject(tmp_path: Path) -> None:
    assert config_of(tmp_path, '[tool.l10n]\nsource = "decks"\n').source == "decks"


def test_each_key_has_a_field_and_each_field_a_key() -> None:
    names = {*Config._fields} - {"root", "file", "passed_over"}

    assert {key.replace("-", "_") for key in SETTINGS} == names


UNKNOWN = {
    "sources": "unknown key 'sources'; did you mean 'source'",
    "locale": "unknown key 'locale'; did you mean 'locales'",
    "source_locals": "unknown key 'source_locals'; did you mean 'source-locale'",
    "dialekt": "unknown key 'dialekt'; did you mean 'dialect'",
    "zzz": "unknown key 'zzz'; known are source, include",
    "root": "unknown key 'root'",
}


@pytest.mark.parametrize(("key", "message"), UNKNOWN.items())
def test_unknown_key_is_named_with_the_nearest_valid_one(tmp_path: Path, key: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config_of(tmp_path, f'{key} = "x"\n')
    assert str(caught.value).startswith(f"l10n.toml: {message}")


WRONG = {
    "source = 1": "'source' must be a string",
    'include = "*.md"': "'include' must be a list of strings",
    "exclude = [1]": "'exclude' must be a list of strings",
    'include = ["a", "!"]': "'include' has a pattern that means nothing, '!': there is nothing behind",
    'exclude = ["a\\\\"]': "'exclude' has a pattern that means nothing",
    'exclude = ["[b-a]"]': "'exclude' has a pattern that means nothing, '[b-a]': its range b-a",
    'dialects = {"[b-a]" = "remark"}': "'dialects' has a pattern that means nothing, '[b-a]'",
    f"check.fail-under = 0x{'f' * 9999}": "'check.fail-under' must be a percentage from 0 to 100, not a num",
    "exclude = " + "[" * 99999: "not TOML that can be read: it is nested too deep",
    "check.fail-under = " + "9" * 5000: "not TOML that can be read: a number in it has too many digits",
    'locales = "fr"': "'locales' must be a list of strings",
    'locales = ["../fr"]': "'locales' must be a list of locales",
    'locales = [""]': "'locales' must be a list of locales",
    'source-locale = "e"': "'source-locale' must be a locale",
    'source = "../elsewhere"': "'source' must be a folder within the project",
    'catalogs = "/etc"': "'catalogs' must be a folder within the project",
    'source = ".git"': "'source' must be a folder that is not hidden",
    'output = "build/.x"': "'output' must be a folder that is not hidden",
    'catalogs = "GIT~1/x"': "'catalogs' must be a folder that is not hidden",
    'catalogs = "source/x"': "'catalogs' ('source/x') must not lie in 'source' ('source')",
    'output = "locales/fr"': "'output' ('locales/fr') must not lie in 'catalogs' ('locales')",
    'catalogs = "build"': "'catalogs' and 'output' must not be one folder",
    'source = "locales/x"': "'source' ('locales/x') must not lie in 'catalogs' ('locales')",
    'output = "."': "'source' ('source') must not lie in 'output' ('.')",
    'output = "a/../../b"': "'output' must be a folder within the project",
    'dialect = "remarc"': "(did you mean 'remark'?)",
    "dialect = 1": "'dialect' must be one of",
    'dialects = "remark"': "'dialects' must be a table",
    '[dialects]\n"*.md" = "x"': "'dialects.*.md' must be one of",
    '[dialects]\n"my_deck.md" = "x"': "'dialects.my_deck.md' must be one of",
    'references = "in lines"': "'references' must be one of 'file', 'line' (did you mean 'line'?)",
    "options = 1": "'options' must be a table",
    "options.marp = true": "'options.marp' must be a table",
    "options.marpp = {}": "unknown key 'options.marpp'; did you mean 'marp'?",
    "options.marp.break = true": "unknown key 'options.marp.break'; did you mean 'breaks'?",
    "options.remark.x = 1": "unknown key 'options.remark.x'; its table has no keys",
    "options.marp.breaks = 1": "'options.marp.breaks' must be true or false, not 1",
    'references = "lines"': "'references' must be one of 'file', 'line'",
    f'localised-targets = ["{"/" * 191}[{{locale}}]"]': "must be at most 20 patterns of at most 200",
    f"localised-targets = {['/[{locale}]'] * 21}": "must be at most 20 patterns of at most 200",
    'localised-targets = ["/fr/"]': "'localised-targets' must be a list of patterns",
}


def test_patterns_of_targets_may_be_long_and_many(tmp_path: Path) -> None:
    patterns = ["/" * 190 + "[{locale}]"] * 20
    assert config_of(tmp_path, f"localised-targets = {patterns}\n").localised_targets == tuple(patterns)


@pytest.mark.parametrize(("content", "message"), WRONG.items())
def test_wrong_value_is_named_with_its_key(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config_of(tmp_path, content + "\n")
    assert message in str(caught.value)


def test_output_in_the_place_of_the_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        config_of(tmp_path, 'source = "decks"\noutput = "decks"\n')


def test_file_that_is_no_toml_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"l10n\.toml:2: not TOML"):
        config_of(tmp_path, 'source = "a"\n= b\n')


def test_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_bytes(b'source = "\xe9"\n')
    with pytest.raises(ConfigError):
        load_config(tmp_path / "l10n.toml", tmp_path)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no such file"):
        load_config(tmp_path / "none.toml", tmp_path)


def test_decks_may_stand_in_the_project_s_own_folder(tmp_path: Path) -> None:
    assert config_of(tmp_path, 'source = "."\n').source == "."


@pytest.mark.parametrize("name", ["l10n.toml", "pyproject.toml"])
def test_link_to_settings_elsewhere_does_not_make_that_the_project(tmp_path: Path, name: str) -> None:
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim" / name).write_text("")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / name).symlink_to(f"../victim/{name}")
    with pytest.raises(FileError, match="leads out of its folder"):
        find_config(tmp_path / "project")
    with pytest.raises(FileError, match="leads out of its folder"):
        load_config(tmp_path / "project" / name, tmp_path)


def test_link_to_settings_in_the_project_is_followed_and_the_project_is_where_the_link_is(
    tmp_path: Path,
) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "l10n.toml").write_text('source = "decks"\n')
    (tmp_path / "l10n.toml").symlink_to("settings/l10n.toml")
    assert find_config(tmp_path) == Config(tmp_path.resolve(), "l10n.toml", source="decks")


def test_settings_that_are_no_table_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool]\nl10n = "x"\n')
    with pytest.raises(ConfigError, match="l10n"):
        find_config(tmp_path)


@pytest.mark.parametrize(
    ("name", "valid"),
    [
        ("fr", True),
        ("pt_BR", True),
        ("sr-Latn-RS", True),
        ("templates", False),
        ("f", False),
        ("fr/..", False),
    ],
)
def test_locale_name_is_recognised(name: str, valid: bool) -> None:
    assert locale_name(name) is valid


def test_engines_own_file_says_what_ours_does_not(tmp_path: Path) -> None:
    (tmp_path / "reveal-md.json").write_text(
        '{"separator": "<!--s-->", "notesSeparator": "^Hint:", "theme": "x"}'
    )
    (tmp_path / "l10n.toml").write_text(
        'dialect = "reveal"\n[options.reveal]\nnotes-separator = "^Remarque:"\n'
    )
    options = find_config(tmp_path).options
    assert options == {"reveal": {"separator": "<!--s-->", "notes-separator": "^Remarque:"}}


def test_file_of_an_engine_that_is_not_used_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "reveal-md.json").write_text("no JSON")
    (tmp_path / "l10n.toml").write_text('dialect = "marp"\n')
    assert find_config(tmp_path).options == {}
