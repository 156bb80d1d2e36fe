"""The page above the built decks, and the script that leads from language to language."""

import json
import re
import shutil
import subprocess

import pytest

from cli.conftest import Workspace

PAGE, SCRIPT = "build/index.html", "build/languages.js"


@pytest.fixture
def indexed(decks: Workspace) -> Workspace:
    """French and Arabic, some of it translated, with an index."""
    decks.write("l10n.toml", "index = true\n")
    decks.ok("init", "fr", "ar")
    decks.translate("One", "Un & deux > un")
    decks.ok("sync")
    return decks


def links(page: str) -> list[tuple[str, str, str]]:
    return re.findall(r'<a href="([^"]*)" hreflang="([^"]*)" lang="[^"]*" dir="[^"]*">([^<]*)</a>', page)


def test_there_is_none_unless_a_setting_asks_for_it(decks: Workspace) -> None:
    decks.ok("init", "fr")
    decks.ok("sync")
    assert not decks.path(PAGE).exists()
    assert not decks.path(SCRIPT).exists()


def test_it_lists_each_deck_by_its_title_in_each_language_escaped(indexed: Workspace) -> None:
    page = indexed.read(PAGE)
    assert links(page) == [
        ("ar/one.md", "ar", "One"),
        ("fr/one.md", "fr", "Un &amp; deux &gt; un"),
        ("ar/part/two.md", "ar", "Two"),
        ("fr/part/two.md", "fr", "Two"),
    ]
    assert '<h2 lang="en">One</h2>' in page
    assert 'dir="rtl"' in page
    assert "français" in page
    assert "العربية" in page
    assert re.findall(r"(\d+) %", page) == ["0", "12", "0", "0"]
    assert "http" not in page


def test_a_title_is_listed_as_it_is_read(indexed: Workspace) -> None:
    indexed.deck("one.md", "# The **[only](https://example.com) `one`** & two\n")
    indexed.ok("sync")
    assert '<h2 lang="en">The only one &amp; two</h2>' in indexed.read(PAGE)


def test_a_page_that_shows_a_deck_is_what_is_linked(indexed: Workspace) -> None:
    indexed.deck("part/show it.html", '<body data-deck="two.md">')
    indexed.ok("sync")
    assert "fr/part/show%20it.html" in indexed.read(PAGE)


def test_files_of_texts_are_in_no_index(indexed: Workspace) -> None:
    before = links(indexed.read(PAGE))
    kinds = {"html": "<title>Words</title>", "svg": "<svg><text>Words</text></svg>", "yml": "title: Words\n"}
    for ending, text in kinds.items():
        indexed.deck(f"file.{ending}", text)
    indexed.write(
        "l10n.toml", "index = true\n[dialects]\n'*.html' = 'html'\n'*.svg' = 'svg'\n'*.yml' = 'data'\n"
    )
    assert json.loads(indexed.ok("sync", "--format", "json").out)["written"]
    assert indexed.path("locales/fr/LC_MESSAGES/file.svg.po").exists()
    assert links(indexed.read(PAGE)) == before


def test_a_second_run_writes_nothing_and_knows_all_titles(indexed: Workspace) -> None:
    before = indexed.read(PAGE)
    assert json.loads(indexed.ok("sync", "--format", "json").out)["written"] == []
    indexed.ok("sync", "--check")
    indexed.translate("Two", "Deux", deck="part/two")
    assert PAGE in json.loads(indexed.ok("sync", "--format", "json").out)["written"]
    assert indexed.read(PAGE).replace(">Deux<", ">Two<").replace("10 %", "0 %") == before


def test_a_run_for_one_language_leaves_it(indexed: Workspace) -> None:
    before = indexed.read(PAGE)
    indexed.translate("Two", "Deux", deck="part/two")
    indexed.ok("sync", "fr")
    assert indexed.read(PAGE) == before


def test_a_template_of_the_project_lays_it_out(indexed: Workspace) -> None:
    indexed.write("site/index.jinja", "{% for one in languages %}{{ one.tag }}:{{ one.name }};{% endfor %}\n")
    indexed.write("l10n.toml", 'index = "site/index.jinja"\n')
    indexed.ok("sync")
    assert indexed.read(PAGE) == "ar:العربية;fr:français;"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("\n{{ decks.__class__ }}", "cannot be filled in"),
        ("\n{{ cycler.__init__.__globals__ }}", "cannot be filled in"),
        ("\n{{ source.upper.__globals__ }}", "cannot be filled in"),
        ("\n{{ range(10) }}", ":2: a template of the index has no call"),
        ("\n{{ 'a' * 999999999 }}", ":2: a template of the index has no mul"),
        ("\n{% macro a() %}{% endmacro %}", ":2: a template of the index has no macro"),
        ("{% include 'l10n.toml' %}", ":1: a template of the index has no include"),
        ("{{ decks | pprint }}", ":1: a template of the index has no filter 'pprint'"),
        ("{{ decks | safe }}", ":1: a template of the index has no filter 'safe'"),
        ("{% for a in decks recursive %}{% endfor %}", "has no for"),
        ("{% for a in languages %}" * 3 + "{% endfor %}" * 3, "at most 2 'for'"),
        ("{% for a in %}", ":1: this is no template"),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{% for a in source.upper %}{% endfor %}", "cannot be filled in"),
        ("{{ " + "(" * 5000 + ")" * 5000 + " }}", "template"),
        ("{% autoescape false %}{{ decks }}{% endautoescape %}", "has no scope"),
        ("{% for a in decks %}\n{% for b in decks %}{% endfor %}{% endfor %}", ":2: a 'for' within another"),
        ("{% for a in 'ab' %}{% endfor %}", ":1: a 'for' of this template goes through what has a name"),
        ("{% if languages in decks %}{% endif %}", "cannot be filled in"),
        ("{% if 1 %}" * 200 + "{% endif %}" * 200, "too deep"),
        ("{{ 1" + "0" * 5000 + " }}", "cannot be filled in"),
        ("{{ lipsum }}", "'lipsum' is undefined"),
        ("a" * 100_001, "more than 100,000 characters"),
    ],
)
def test_a_template_can_only_place_what_it_is_given(indexed: Workspace, template: str, said: str) -> None:
    indexed.write("index.jinja", template)
    indexed.write("l10n.toml", 'index = "index.jinja"\n')
    before = indexed.read(PAGE)
    outcome = indexed.run("sync")
    assert outcome.code == 2
    assert said in outcome.err
    assert "index.jinja" in outcome.err
    assert "Traceback" not in outcome.err
    assert indexed.read(PAGE) == before


def test_a_template_cannot_show_or_compare_lists_as_a_whole(indexed: Workspace) -> None:
    indexed.write(
        "index.jinja", "{{ decks|upper }}, {{ decks == languages }}, {{ '\\ud800' }}, {{ (decks|last).path }}"
    )
    indexed.write("l10n.toml", 'index = "index.jinja"\n')
    indexed.ok("sync")
    assert indexed.read(PAGE) == "2 LISTED, False, ?, part/two.md"


@pytest.mark.parametrize(
    "index", ['"../index.jinja"', '"/etc/passwd"', '".git/config"', "1", '"missing.jinja"']
)
def test_a_wrong_setting_is_one_sentence(indexed: Workspace, index: str) -> None:
    indexed.write("l10n.toml", f"index = {index}\n")
    outcome = indexed.run("sync")
    assert outcome.code == 2
    assert "error: l10n.toml: 'index'" in outcome.err


def test_a_template_behind_a_link_out_of_the_project_is_not_read(indexed: Workspace) -> None:
    outside = indexed.root.parent / "secret"
    outside.write_text("secret")
    indexed.path("index.jinja").symlink_to(outside)
    indexed.write("l10n.toml", 'index = "index.jinja"\n')
    assert indexed.run("sync").code == 2
    assert "secret" not in indexed.read(PAGE)


PLAY = """
const made = [];
const element = () => ({ append: (...all) => made.push(...all), setAttribute() {}, addEventListener() {} });
globalThis.location = { href: 'file:///b/fr/part/two.html?x#3', hash: '#3' };
const currentScript = { src: 'file:///b/languages.js', after() {} };
globalThis.document = { createElement: element, currentScript };
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_script_links_a_page_to_itself_in_each_language(indexed: Workspace) -> None:
    shown = (
        "console.log(JSON.stringify(made.filter((one) => one.href).map((one) => [one.href, one.hreflang])))"
    )
    done = subprocess.run(
        ["node", "-e", PLAY + indexed.read(SCRIPT) + shown], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [
        ["file:///b/ar/part/two.html", "ar"],
        ["file:///b/fr/part/two.html", "fr"],
    ]
