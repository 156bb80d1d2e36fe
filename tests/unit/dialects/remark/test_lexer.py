"""Every trap of remark's lexer, as a table of texts and of the structure in them."""

import pytest

from l10n.dialects.remark.lexer import REMARK, REMARK_14, Rules, Token, lex


def structure(text: str) -> list[tuple[Token, str]]:
    return [(one.token, text[one.start : one.end]) for one in lex(text)]


def tokens(text: str) -> list[Token]:
    return [one.token for one in lex(text)]


SLIDE, STEP, NOTES = Token.SLIDE, Token.STEP, Token.NOTES
FENCE, DEFINITION, MACRO = Token.FENCE, Token.DEFINITION, Token.MACRO
START, END = Token.CLASS_START, Token.CLASS_END

SEPARATORS = {
    "between blank lines": ("a\n\n---\n\nb", [SLIDE]),
    "glued to text, where CommonMark sees a setext heading": ("Text\n---\nText", [SLIDE]),
    "at the start of the text": ("---\na", [SLIDE]),
    "at the end of the text": ("a\n---", [SLIDE]),
    "two in a row": ("a\n---\n---\nb", [SLIDE, SLIDE]),
    "a step": ("a\n\n--\n\nb", [STEP]),
    "a step at the end": ("a\n--", [STEP]),
    "steps in a row": ("a\n--\n--\nb", [STEP, STEP]),
    "notes": ("a\n???\nb", [NOTES]),
    "notes twice": ("a\n???\nb\n???\nc", [NOTES, NOTES]),
    "a break comment, of remark 0.15": ("a\n<!-- break -->\nb", [SLIDE]),
    "in an HTML comment, which protects nothing": ("<!--\n---\n-->", [SLIDE]),
    "in <pre>, which protects nothing": ("<pre>\n---\n</pre>", [SLIDE]),
    "after a table row": ("| a |\n|---|\n| b |\n---\n", [SLIDE]),
    "after a quote": ("> a\n---\nb", [SLIDE]),
    "after a definition, without a blank line": ("[x]: http://y\n???\nn", [DEFINITION, NOTES]),
    "after a fence, without a blank line": ("```\na\n```\n---\nb", [FENCE, SLIDE]),
}

NO_SEPARATORS = {
    "a trailing blank": "a\n--- \nb",
    "an indent": "a\n ---\nb",
    "four dashes": "a\n----\nb",
    "stars": "a\n***\nb",
    "underscores": "a\n___\nb",
    "an emoji behind": "a\n--- 💡\nb",
    "a step with a trailing blank": "a\n-- \nb",
    "four question marks": "a\n????\nb",
    "two question marks": "a\n??\nb",
    "notes with a trailing blank": "a\n??? \nb",
    "a carriage return behind, in the raw text": "a\n---\r\nb",
    "a break comment with text around it": "a\nb <!-- break -->\nc",
}


@pytest.mark.parametrize(("text", "expected"), SEPARATORS.values(), ids=SEPARATORS.keys())
def test_separator_is_found(text: str, expected: list[Token]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize("text", NO_SEPARATORS.values(), ids=NO_SEPARATORS.keys())
def test_line_that_is_no_separator_is_text(text: str) -> None:
    assert structure(text) == []


def test_separator_is_its_dashes_alone() -> None:
    assert structure("a\n---\nb\n--\nc\n???\nd") == [(SLIDE, "---"), (STEP, "--"), (NOTES, "???")]


FENCES = {
    "backticks": ("```\n---\n```\n", "```\n---\n```"),
    "tildes": ("~~~\n---\n~~~\n", "~~~\n---\n~~~"),
    "an info word": ("```bash\n---\n```\n", "```bash\n---\n```"),
    "blanks around the info word": ("``` bash  \n---\n```\n", "``` bash  \n---\n```"),
    "an indent": ("  ```\n---\n  ```\n", "  ```\n---\n  ```"),
    "closing at another indent": ("  ```\n---\n```\n", "  ```\n---\n```"),
    "closing after text on its line": ("```\n---\nx ```\n", "```\n---\nx ```"),
    "four marks closed by three": ("````bash\n---\n```\n", "````bash\n---\n```"),
    "four marks closed by four, three within": ("````\n```\n---\n````\n", "````\n```\n---\n````"),
    "tildes within backticks": ("```\n~~~\n---\n```\n", "```\n~~~\n---\n```"),
    "a class within": ("```\n.x[a\nb]\n```\n", "```\n.x[a\nb]\n```"),
    "closing at the end of the text": ("```\n---\n```", "```\n---\n```"),
    "an empty fence, which runs on to the next one": ("```\n```\n---\n```\n", "```\n```\n---\n```"),
    "unclosed, up to the next bare marker over slides": (
        "```bash\na\n---\nb\n```yaml\nc\n```\n",
        "```bash\na\n---\nb\n```yaml\nc\n```",
    ),
}


@pytest.mark.parametrize(("text", "fence"), FENCES.values(), ids=FENCES.keys())
def test_fence_protects_what_is_in_it(text: str, fence: str) -> None:
    assert structure(text) == [(FENCE, fence)]


NO_FENCES = {
    "two words of info": "```bash foo\n---\n```\n",
    "braces with a blank": "```{r x}\n---\n```\n",
    "a tab before": "\t```\n---\n\t```\n",
    "two marks": "``\n---\n``\n",
    "never closed": "```bash\n---\nb\n",
    "text before": "a ```\n---\nb\n",
}


@pytest.mark.parametrize("text", NO_FENCES.values(), ids=NO_FENCES.keys())
def test_what_the_engine_takes_for_no_fence_protects_nothing(text: str) -> None:
    assert (SLIDE, "---") in structure(text)


CLASSES = {
    "in a line": ("a .red[b] c", [(START, ".red["), (END, "]")]),
    "over lines": (".lab[\n\na\n\n]", [(START, ".lab["), (END, "]")]),
    "several names": (".red.small[b]", [(START, ".red.small["), (END, "]")]),
    "in the middle of a word": ("spec.containers[0]", [(START, ".containers["), (END, "]")]),
    "before a link": ("fin.voir[x](y)", [(START, ".voir["), (END, "]")]),
    "nested": (".a[.b[c]]", [(START, ".a["), (START, ".b["), (END, "]"), (END, "]")]),
    "brackets in it balance": (".a[b [c](d)]", [(START, ".a["), (END, "]")]),
    "brackets count in code, too": (".a[`b[` c] d]", [(START, ".a["), (END, "]")]),
    "a dash and digits in the name": (".column-2[a]", [(START, ".column-2["), (END, "]")]),
    "a name that begins with a dash": (".-x[a]", [(START, ".-x["), (END, "]")]),
    "a separator in it is text": (".lab[\n---\n]", [(START, ".lab["), (END, "]")]),
    "notes in it are text": (".lab[\n???\n]", [(START, ".lab["), (END, "]")]),
    "a fence in it": (".lab[\n```\na\n```\n]", [(START, ".lab["), (FENCE, "```\na\n```"), (END, "]")]),
    "over slides, to a later bracket": ("a .x[b\n---\nc]", [(START, ".x["), (END, "]")]),
    "escaped": (r"\.x[a]", [(Token.ESCAPE, "\\")]),
    "no ASCII letter first": (".été[a]", []),
    "a digit first": (".1a[b]", []),
    "unbalanced": ("a .x[b", []),
    "unbalanced, then a separator": ("a .x[b\n---\nc", [(SLIDE, "---")]),
    "in code": ("`.x[a]`", []),
    "no bracket": ("a.b c", []),
}


@pytest.mark.parametrize(("text", "expected"), CLASSES.values(), ids=CLASSES.keys())
def test_content_class(text: str, expected: list[tuple[Token, str]]) -> None:
    assert structure(text) == expected


@pytest.mark.parametrize(("text", "block"), [(".a[b]", False), (".a[b\nc]", True), (".a[\nb]", True)])
def test_class_is_a_block_when_it_spans_lines(text: str, block: bool) -> None:
    assert [one.block for one in lex(text)] == [block, block]


def test_class_names_are_given() -> None:
    assert next(lex(".red.small[a]")).names == ".red.small"


CODE = {
    "inline code hides a class": ("`.x[` a]", []),
    "inline code closes on its line": ("a ` b\n---\nc ` d", [(SLIDE, "---")]),
    "two backticks are no inline code": ("``\n---\n``", [(SLIDE, "---")]),
    "indented code after a blank line hides a class": ("a\n\n    .x[b]\n", []),
    "indented code at the start hides a class": ("    .x[b]\n", []),
    "an indented line of a paragraph does not": ("- a\n    .x[b]\n", [(START, ".x["), (END, "]")]),
    "what starts earlier hides what it spans": ("`a .x[b` c]", []),
}


@pytest.mark.parametrize(("text", "expected"), CODE.values(), ids=CODE.keys())
def test_code(text: str, expected: list[tuple[Token, str]]) -> None:
    assert structure(text) == expected


DEFINITIONS = {
    "plain": ("[a]: http://b", "a", "http://b"),
    "pointed brackets": ("[a]: <http://b>", "a", "http://b"),
    "a title": ('[a]: http://b "title"', "a", "http://b"),
    "a title in parentheses": ("[a]: http://b (title)", "a", "http://b"),
    "directly under text": ("text\n[a]: http://b", "a", "http://b"),
    "an indent": ("   [a]: http://b", "a", "http://b"),
    "trailing blanks": ("[a]: http://b  \n", "a", "http://b"),
    "in a class": (".x[\n[a]: http://b\n]", "a", "http://b"),
    "in notes": ("x\n???\n[a]: http://b", "a", "http://b"),
}


@pytest.mark.parametrize(("text", "label", "target"), DEFINITIONS.values(), ids=DEFINITIONS.keys())
def test_link_definition(text: str, label: str, target: str) -> None:
    found = [(one.names, one.value) for one in lex(text) if one.token is DEFINITION]
    assert found == [(label, target)]


@pytest.mark.parametrize("text", ["[a]:", "[a] : http://b", "x [a]: http://b", "[a]: http://b c"])
def test_line_that_is_no_link_definition(text: str) -> None:
    assert structure(text) == []


@pytest.mark.parametrize(
    ("text", "macro"),
    [
        ("a ![:name] b", "![:name]"),
        ("a ![:scale 50%](x.png) b", "![:scale 50%](x.png)"),
        ("a ![:name](x y) b", "![:name](x y)"),
    ],
)
def test_macro(text: str, macro: str) -> None:
    assert structure(text) == [(MACRO, macro)]


def test_image_is_no_macro() -> None:
    assert structure("![alt](x.png)") == []


STRAY = Token.STRAY
EARLIER = {
    "code that closes on its line": ("a `b` c\n---\nd", [(SLIDE, "---")]),
    "code over lines": ("a `b\nc` d", [(STRAY, "`b\nc`")]),
    "code over slides": ("a ` b\n---\nc ` d", [(STRAY, "` b\n---\nc `")]),
    "code over a class": ("a ` b\n.x[c] ` d", [(STRAY, "` b\n.x[c] `")]),
    "a backtick without partner": ("a ` b\n---\nc", [(STRAY, "` b\n---\nc"), (SLIDE, "---")]),
    "one within a class": (".x[a ` b] c", [(START, ".x["), (STRAY, "` b"), (END, "]")]),
    "double backticks leave one": ("``x`` .y[z] `a`", [(STRAY, "`")]),
    "an indented line of a paragraph is code": ("- a\n    .x[b]\n", []),
    "a step swallows its line end": ("--\n    .x[b]", [(STEP, "--")]),
    "a break comment is none": ("a\n<!-- break -->\nb", []),
}


@pytest.mark.parametrize(("text", "expected"), EARLIER.values(), ids=EARLIER.keys())
def test_remark_014(text: str, expected: list[tuple[Token, str]]) -> None:
    assert [(one.token, text[one.start : one.end]) for one in lex(text, REMARK_14)] == expected


HOSTILE = (
    "`",
    "[",
    ".a[",
    "![:",
    "```\n",
    "`a\n",
    "` ",
    ".a[`",
    "    a\n",
    "\n    `",
    "\\.x[]",
    "[a]: b\n",
    "k: v\n",
)


@pytest.mark.parametrize("rules", [REMARK, REMARK_14], ids=["0.15", "0.14"])
@pytest.mark.parametrize("text", [*(piece * 20_001 for piece in HOSTILE), " " * 20_000 + "["])
def test_hostile_repetition_ends(text: str, rules: Rules) -> None:
    assert all(0 <= one.start <= one.end <= len(text) for one in lex(text, rules))
