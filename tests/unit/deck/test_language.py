import pytest

from l10n.deck.language import with_language

SET = {
    "lang": ("---\nlang: en\n---\n# A\n", "---\nlang: pt-BR\n---\n# A\n"),
    "in quotes, with a comment": ("---\nlang: 'en-US' # x\n---\n", "---\nlang: 'pt-BR' # x\n---\n"),
    "dir": ("---\ndir: rtl\ntitle: x\n---\n", "---\ndir: ltr\ntitle: x\n---\n"),
    "both": ("---\ndir: rtl\nlang: en\n---\n", "---\ndir: ltr\nlang: pt-BR\n---\n"),
    "line ends of Windows": ("\ufeff---\r\nlang: en\r\n---\r\n", "\ufeff---\r\nlang: pt-BR\r\n---\r\n"),
    "a page": ('<!DOCTYPE html>\n<html lang="en">\n', '<!DOCTYPE html>\n<html lang="pt-BR">\n'),
    "a page's other signs": (
        "<!-- a > b --><HTML xml:lang='en' LANG=en-US dir=rtl class=x>",
        "<!-- a > b --><HTML xml:lang='pt-BR' LANG=pt-BR dir=ltr class=x>",
    ),
    "a page with line ends of Windows": ("\ufeff\r\n<html\r\nlang='en'>", "\ufeff\r\n<html\r\nlang='pt-BR'>"),
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
    "a page of no language": "<html>\n<p lang='en'>",
    "a page in another language": '<html lang="de">',
    "an attribute that ends with the name": '<html data-lang="en" title="lang=\'en\'">',
    "a tag within a deck": 'Text\n<html lang="en">',
    "TOML": "+++\nlang = 'en'\n+++\n",
}


@pytest.mark.parametrize(("text", "expected"), SET.values(), ids=SET.keys())
def test_language_and_direction_are_set_where_they_stand(text: str, expected: str) -> None:
    assert with_language(text, "en", "pt-BR", lambda: "ltr") == expected


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_says_nothing_of_the_language_stays(text: str) -> None:
    assert with_language(text, "en", "pt-BR", lambda: "ltr") == text


RIGHT_TO_LEFT = {
    "no direction": ('<html lang="en" class="x">', '<html lang="ar" class="x" dir="rtl">'),
    "a direction": ('<html dir="ltr" lang="en">', '<html dir="rtl" lang="ar">'),
    "a direction that fits any": ('<html lang="en" dir="auto">', '<html lang="ar" dir="auto">'),
    "no language": ("<html class='x'>", "<html class='x'>"),
    "front matter": ("---\nlang: en\n---\n", "---\nlang: ar\n---\n"),
}


@pytest.mark.parametrize(("text", "expected"), RIGHT_TO_LEFT.values(), ids=RIGHT_TO_LEFT.keys())
def test_page_in_a_language_from_right_to_left_says_so(text: str, expected: str) -> None:
    assert with_language(text, "en", "ar", lambda: "rtl") == expected
