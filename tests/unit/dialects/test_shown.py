"""Which files a page shows, and what it says of them."""

import pytest

from l10n.dialects.shown import files_shown

NO_BELOW = (("vertical-separator", ""),)


@pytest.mark.parametrize(
    ("page", "paths"),
    [
        ("remark.create({sourceUrl: 'talk.md'})", ["talk.md"]),
        ('remark.create({ratio: "4:3", "sourceUrl" : "a/talk.md"})', ["a/talk.md"]),
        ("remark.create({sourceUrl: `talk.md?v=1#2`})", ["talk.md"]),
        ("remark.create({sourceUrl: 'my%20talk.md'})", ["my talk.md"]),
        ("remark.create({sourceUrl: '../talk.md'})", ["../talk.md"]),
        ("remark.create({sourceUrl: 'https://example.com/talk.md'})", []),
        ("remark.create({sourceUrl: '//example.com/talk.md'})", []),
        ("remark.create({sourceUrl: '/talk.md'})", []),
        ("remark.create({sourceUrl: name + '.md'})", []),
        ("<p>sourceUrl</p>", []),
    ],
)
def test_what_remark_shows(page: str, paths: list[str]) -> None:
    assert [(one.path, one.engine, one.options) for one in files_shown(page)] == [
        (path, "remark", ()) for path in paths
    ]


@pytest.mark.parametrize(
    ("page", "paths"),
    [
        ('<section data-markdown="talk.md"></section>', ["talk.md"]),
        (
            "<section data-x data-markdown = talk.md></section><section data-markdown='b.md'>",
            ["talk.md", "b.md"],
        ),
        ('<section data-markdown="a&amp;b.md"></section>', ["a&b.md"]),
        ("<section data-markdown><textarea data-template>text</textarea></section>", []),
        ('<section data-markdown=""></section>', []),
        ('<!-- <section data-markdown="talk.md"> -->', []),
        ('<script>"<section data-markdown=talk.md>"</script>', []),
        ('<section data-markdown="https://example.com/talk.md"></section>', []),
    ],
)
def test_what_reveal_shows(page: str, paths: list[str]) -> None:
    assert [(one.path, one.engine, one.options) for one in files_shown(page)] == [
        (path, "reveal", NO_BELOW) for path in paths
    ]


def test_separators_are_the_page_s() -> None:
    (shown,) = files_shown(
        r'<section data-markdown="talk.md" data-separator="^\n\n\n" data-separator-vertical="^\n\n" '
        'data-separator-notes="^(?:&quot;|Note:)" data-charset="utf-8"></section>'
    )
    assert dict(shown.options) == {
        "separator": r"^\n\n\n",
        "vertical-separator": r"^\n\n",
        "notes-separator": '^(?:"|Note:)',
    }
