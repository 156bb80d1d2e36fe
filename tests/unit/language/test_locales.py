from pathlib import PurePosixPath

import pytest

from l10n.errors import LocaleError
from l10n.language.locales import canonical, direction, info, language_tag, parents, spellings, unmarked


@pytest.mark.parametrize(
    ("name", "code"),
    [("fr", "fr"), ("FR", "fr"), ("pt-br", "pt_BR"), ("pt_BR", "pt_BR"), ("zh-hant-tw", "zh_Hant_TW")],
)
def test_locale_is_written_as_gettext_does(name: str, code: str) -> None:
    assert canonical(name) == code


def test_urls_write_a_locale_in_several_ways() -> None:
    assert spellings("pt-br") == ("pt-BR", "pt_BR", "pt")
    assert spellings("fr") == ("fr",)


MANY = {
    "nplurals=2; plural=(n > 1);",
    "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
}
"""As babel has it before 2.19, and since: CLDR has a form of its own for millions."""


@pytest.mark.parametrize(
    ("name", "english", "plurals"),
    [
        ("fr", "French", MANY),
        ("ja", "Japanese", {"nplurals=1; plural=0;"}),
        ("pt-BR", "Portuguese (Brazil)", MANY),
    ],
)
def test_locale_has_a_name_and_plural_rules(name: str, english: str, plurals: set[str]) -> None:
    found = info(name)
    assert (found.code, found.english) == (canonical(name), english)
    assert found.plural_forms in plurals


@pytest.mark.parametrize(
    ("name", "near"),
    [("french", "fr"), ("frr_FX", "fr"), ("german", "de"), ("Japanese", "ja"), ("pt_BX", "pt")],
)
def test_unknown_locale_is_refused_with_near_names(name: str, near: str) -> None:
    with pytest.raises(LocaleError, match=f"no locale '{name}'; did you mean .*{near}"):
        info(name)


@pytest.mark.parametrize("name", ["", "123", "zzzzzzzzz", "../fr", "fr/..", "fr FR"])
def test_nonsense_is_refused(name: str) -> None:
    with pytest.raises(LocaleError, match="there is no locale"):
        info(name)


@pytest.mark.parametrize(
    "path",
    [
        "a/x.pt-BR.md",
        "a/x_pt_br.md",
        "a/x-PT-br.md",
        "a/x.PT.md",
        "a/pt_BR/x.md",
        "Pt-Br/a/x.md",
        "PT/a/x.md",
    ],
)
def test_a_mark_of_a_locale_is_found_in_any_case(path: str) -> None:
    assert [str(bare) for bare in unmarked(PurePosixPath(path), "pt_BR")] == ["a/x.md"]


@pytest.mark.parametrize("path", ["x.md", "xfi.md", "fi.md", "_fi.md", "a/-FI.md", ".fi", "x_\ufb01.md"])
def test_a_name_without_a_mark_or_with_a_mark_alone_has_none_to_lose(path: str) -> None:
    assert not list(unmarked(PurePosixPath(path), "fi"))


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("fr", "fr"),
        ("pt_br", "pt-BR"),
        ("sr@latin", "sr-Latn"),
        ("ca@valencia", "ca-valencia"),
        ("zh_Hans", "zh-Hans"),
    ],
)
def test_pages_write_a_locale_as_bcp_47_does(name: str, tag: str) -> None:
    assert language_tag(name) == tag


@pytest.mark.parametrize(
    ("name", "expected"), [("fr", "ltr"), ("ar", "rtl"), ("he_IL", "rtl"), ("fa", "rtl"), ("xx", "ltr")]
)
def test_direction_of_a_locale(name: str, expected: str) -> None:
    assert direction(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("fr_CA", ("fr",)),
        ("fr-ca", ("fr",)),
        ("es_MX", ("es_419", "es")),
        ("pt_BR", ("pt",)),
        ("pt_AO", ("pt_PT", "pt")),
        ("zh_TW", ()),
        ("zh_Hant_HK", ("zh_Hant",)),
        ("sr_Latn", ()),
        ("sr@latin", ()),
        ("ca@valencia", ("ca",)),
        ("nb", ()),
        ("ht", ()),
        ("fr", ()),
        ("tlh_XX", ("tlh",)),
    ],
)
def test_parents_are_of_the_same_language_and_script(name: str, expected: tuple[str, ...]) -> None:
    assert parents(name) == expected
