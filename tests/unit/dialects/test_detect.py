"""By which marks the engine of a deck is known, and by which it is not."""

import pytest

from l10n.dialects.detect import certain, marks_beside, marks_in
from l10n.dialects.engines import ENGINES
from l10n.dialects.table import DIALECTS

DECLARED = {
    "marp": "---\ntheme: gaia\nmarp: true # on\nclass: lead\n---\n\n# A\n",
    "slidev: drawings": "---\ntheme: seriph\ndrawings:\n  persist: false\n---\n\n# A\n",
    "slidev: what paints code": "---\ntheme: ./\nhighlighter: shiki\n---\n\n# A\n",
    "slidev: a layout only it has": "---\nlayout: two-cols\n---\n\n# A\n",
    "slidev: a theme's layout": "---\ntheme: seriph\nlayout: cover\n---\n\n# A\n",
    "reveal: its options": "---\nrevealOptions:\n  transition: fade\n---\n\n# A\n",
    "xaringan": '---\ntitle: "A"\noutput:\n  xaringan::moon_reader:\n    css: [a]\n---\n\nclass: x\n\n???\n',
    "xaringan: on one line": "---\noutput: xaringan::moon_reader\n---\n",
    "xaringan: of another package": "---\noutput: uni::moon_reader\n---\n",
    "remark-html": '<!DOCTYPE html>\n<html>\n  <textarea id="source">\nclass: a\n\n???\n\nb\n</textarea>\n',
    "reveal-html": "<!DOCTYPE html>\n<html>\n  <section data-markdown>\n## A\n  </section>\n",
    "remark-html: a comment on top": "<!-- a -->\n<html><textarea class=x id='source' >A</textarea>",
    "reveal-html: of a generator": "---\na: b\n---\n<section data-separator='x' data-markdown>A</section>",
    "reveal-html: below what a generator runs": (
        "---\na: b\n---\n{% comment %}\na {% b %} <html>\n{%- endcomment -%}\n{% if a %}{{ c }}{% endif %}\n"
        "<section id={{ d }} data-markdown>A</section>"
    ),
    "remark-html: of a generator": "---\nlayout: a\n---\n\n<textarea id='source'>A</textarea>\n",
    "quarto": "---\ntitle: A\nformat: revealjs\n---\n",
    "quarto: a key": '---\nformat:\n  html:\n    a: "#fff"\n  revealjs:\n    theme: dark\n---\n',
    "quarto: a list": "---\nformat: [html, revealjs]\n---\n",
    "quarto: an extension's": "---\nformat:\n  clean-revealjs: default\n---\n",
}
WRITTEN = {
    "marp: a directive": "<!-- _class: lead -->\n# A\n",
    "slidev: a slot": "# A\n\n::right::\n\nB\n",
    "slidev: a component": "# A\n\n<v-clicks>\n\n- b\n",
    "slidev: an attribute": '# A\n\n<div class="x" v-click>b</div>\n',
    "slidev: front matter of a slide": "# A\n\n---\nlayout: quote\nclass: x\n---\n\n# B\n",
    "slidev: slides elsewhere": "# A\n\n---\nsrc: ./b.md#2\n---\n",
    "reveal: of a slide": '# A\n\n--\n\n<!-- .slide: data-background="#fff" -->\n## B\n',
    "reveal: of an element": '- a <!-- .element: class="fragment" -->\n',
    "remark: notes": "# A\n\n???\n\nb\n",
    "remark: notes, with line ends of Windows": "# A\r\n\r\n???\r\n\r\nb\r\n",
    "remark: a step": "# A\n\n--\n\nb\n",
    "remark: a class": "# A\n\n---\n\nname: b\nclass: pic\n\n# B\n",
    "remark: a class on top": "class: center, middle\n\n# A\n",
    "remark: a class over a title, on top": "class: center, middle\n\n# A\n\n---\n\n## B\n\n---\n",
    "remark: a class over a title": "# A\n\n---\n\nname: b\nclass: pic\n\n# B\n\n---\n",
    "remark: a layout": "layout: true\n\n---\n\n# A\n",
    "remark: front matter that is a slide": "---\n\n# A\n\n???\n\nb\n\n---\n\n# B\n",
}
NOT_CERTAIN = {
    "nothing": "",
    "a theme": "---\ntheme: default\n---\n\n# A\n\n---\n\n# B\n",
    "a layout that pages have": "---\nlayout: post\ntitle: A\n---\n\n# A\n",
    "marp that is off": "---\nmarp: false\n---\n",
    "marp in another value": "---\ninfo: |\n  marp: true\n---\n",
    "a comment in front matter": "---\n# marp: true\ntitle: A\n#  moon_reader\n---\n",
    "a listing of decks": "---\nformat: html\nslide-format: revealjs\n---\n",
    "a word in another format": "---\nformat:\n  html:\n    note: not revealjs\n---\n",
    "code": "```markdown\n---\nmarp: true\n---\n\n???\n\n::right::\n```\n",
    "code that nothing closes": "~~~~\n```\n\n???\n\n<v-click>\n",
    "code in a line": "Write `<v-click>` or `` <!-- .slide: x --> ``.\n",
    "indented code": "A\n\n    <v-click>\n",
    "a title over two dashes": "Title\n--\n",
    "vertical slides of reveal.js": "# A\n\n--\n\n# B\n\nNote: c\n",
    "properties that dashes close": "# A\n\n---\nbackground-image: url(x)\nclass: pic\n\n---\n\n# B\n",
    "front matter that begins with a blank line": "---\n\nclass: a\nb: c\n---\n\n# A\n",
    "properties with values over lines": "# A\n\n---\nclass: a\nimages:\n  - b\n- c\n\nd: e\n---\n\n# B\n",
    "containers of pages": "::: tip\na\n:::\n\n??? note\n    b\n",
    "a page without a deck": "<!DOCTYPE html>\n<html><textarea id='other'>A</textarea>",
    "a page that loads its deck": "<html><textarea id='source'></textarea><script>sourceUrl: 'a'</script>",
    "a page in a deck": "# A\n\n```html\n<html><textarea id='source'>B</textarea>\n```\n",
    "the text of another engine": "---\ntitle: A\n---\n\nTurn on marp: true, and moon_reader.\n",
}


@pytest.mark.parametrize(("case", "text"), [*DECLARED.items(), *WRITTEN.items()])
def test_certain_mark_tells_the_engine(case: str, text: str) -> None:
    mark = certain(marks_in(text))
    assert mark is not None
    assert mark.engine.name == case.partition(":")[0]


@pytest.mark.parametrize("text", NOT_CERTAIN.values(), ids=NOT_CERTAIN.keys())
def test_what_several_engines_have_tells_none(text: str) -> None:
    assert marks_in(text) == ()


def test_mark_is_shown_with_its_line() -> None:
    assert str(certain(marks_in("---\ntheme: x\nmarp: true\n---\n"))) == "line 3: `marp: true`"
    assert str(certain(marks_in("---\ntitle: x\n---\n\n# A\n\n<v-clicks>\n"))) == "line 7: `<v-clicks`"
    assert (
        str(certain(marks_in("---\n\nA\n\nname: x\n---\nname: y\nclass: a, b\n\nB")))
        == "line 8: `class: a, b`"
    )


def test_front_matter_comes_before_the_text() -> None:
    (mark,) = marks_in("---\nmarp: true\n---\n\n# A\n\n???\n\n<v-click>\n")
    assert mark.engine.name == "marp"


def test_marks_of_two_engines_make_none_certain() -> None:
    marks = marks_in("# A\n\n???\n\nb\n\n::right::\n")
    assert [mark.engine.name for mark in marks] == ["slidev", "remark"]
    assert certain(marks) is None


def test_mark_that_two_engines_may_have_goes_with_either() -> None:
    notes, steps = marks_in("# A\n\n???\n")[0], marks_in("# A\n\n--\n\nB\n")[0]
    assert [notes.allows(name) for name in ("remark", "xaringan", "reveal", "markdown")] == [
        True,
        True,
        False,
        False,
    ]
    assert [steps.allows(name) for name in ("remark", "xaringan", "reveal", "markdown")] == [True] * 4


BESIDE = {
    "slidev": ("a.md", {"package.json": '{"devDependencies": {"@slidev/cli": "^0.49"}}'}),
    "reveal": ("a.md", {"reveal-md.json": ""}),
    "quarto": ("a.qmd", {"_quarto.yml": "project: x\nformat:\n  html: default\n  revealjs:\n    theme: x\n"}),
}


@pytest.mark.parametrize(("name", "beside"), BESIDE.items(), ids=BESIDE.keys())
def test_file_beside_tells_the_engine(name: str, beside: tuple[str, dict[str, str]]) -> None:
    (mark,) = marks_beside(*beside)
    assert (mark.engine.name, mark.line) == (name, 0)
    assert str(mark).endswith(next(iter(beside[1])))


NOT_BESIDE = {
    "another package": ("a.md", {"package.json": '{"name": "about @slidev/cli", "x": "@slidev/cli-x"}'}),
    "another kind of deck": ("a.Rmd", {"package.json": '{"dependencies": {"@slidev/cli": "1"}}'}),
    "pages of a site": ("a.qmd", {"_quarto.yml": "format:\n  html:\n    theme: x\nx:\n  revealjs: true\n"}),
    "a page beside decks": ("a.md", {"_quarto.yml": "format: revealjs\n"}),
}


@pytest.mark.parametrize("beside", NOT_BESIDE.values(), ids=NOT_BESIDE.keys())
def test_file_beside_that_tells_nothing(beside: tuple[str, dict[str, str]]) -> None:
    assert marks_beside(*beside) == ()


def test_each_engine_is_known_by_something_but_files_without_slides() -> None:
    known = {one.name: bool(one.keys or one.signs or one.files or one.finder) for one in ENGINES.values()}
    assert known == {one.name: one.has_slides for one in ENGINES.values()}
    assert all(ending.startswith(".") for engine in ENGINES.values() for ending in engine.endings)


def test_own_file_of_an_engine_that_holds_settings_tells_the_engine_by_itself() -> None:
    # Settings are asked for in files that are there and tell it; no other dialect is fetched for them.
    for name, dialect in DIALECTS.items():
        files = {option.elsewhere[0] for option in dialect.options if option.elsewhere}
        own = {file for file, mark in (ENGINES[name].files or {}).items() if not mark} if files else set()
        assert files <= own
