import pytest

from l10n.deck.language import with_language

SET = {
    "lang": ("---\nlang: en\n---\n# A\n", "---\nlang: pt-BR\n---\n# A\n"),
    "in quotes, with a comment": ("---\nlang: 'en-US' # x\n---\n", "---\nlang: 'pt-BR' # x\n---\n"),
    "dir": ("---\ndir: rtl\ntitle: x\n---\n", "---\ndir: ltr\ntitle: x\n---\n"),
    "both": ("---\ndir: rtl\nlang: en\n---\n", "---\ndir: ltr\nlang: pt-BR\n---\n"),
    "line ends of Windows": ("\ufeff---\r\nlang: en\r\n---\r\n", "\ufeff---\r\nlang: pt-BR\r\n---\r\n"),
    "attributes of Slidev's page": (
        "---\nhtmlAttrs:\n  dir: rtl\n  lang: en\nx: y\n---\n",
        "---\nhtmlAttrs:\n  dir: ltr\n  lang: pt-BR\nx: y\n---\n",
    ),
}
KEPT = {
    "no front matter": "# A\n\nlang: en\n",
    "no language": "---\ntitle: lang en\n---\n\nlang: en\n",
    "another key": "---\nformat:\n  lang: en\nhtmllang: en\n---\n",
    "a value over lines": "---\ninfo: |\n  lang: en\n---\n",
    "something else": "---\nlang: [en, fr]\ndir: $dir\n---\n",
    "a folder": "---\ndir: public\nlang: en-\n---\n",
    "another language": "---\nlang: ts\n---\n",
    "TOML": "+++\nlang = 'en'\n+++\n",
}


@pytest.mark.parametrize(("text", "expected"), SET.values(), ids=SET.keys())
def test_language_and_direction_are_set_where_they_stand(text: str, expected: str) -> None:
    assert with_language(text, "en", "pt-BR", "ltr") == expected


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_says_nothing_of_the_language_stays(text: str) -> None:
    assert with_language(text, "en", "pt-BR", "ltr") == text
