"""Shapes of text that took quadratic time once: of four times the length they take four times the steps."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

import pytest
from dictionaries import install, use

from attacks.meter import Meter, metered

SHORT, LONG = 400, 1600
NO_BREAK = "\u00a0"
SLACK = 1.5
"""A power of 1.3 would go beyond it, and so does anything that is looked through again and again."""


@pytest.fixture(scope="module")
def meter() -> Iterator[Meter]:
    with metered() as made:
        yield made


@pytest.fixture(scope="module", autouse=True)
def _dictionary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One that knows hardly a word."""
    folder = tmp_path_factory.mktemp("dictionaries")
    install(folder, "fr", ["pods"])
    with pytest.MonkeyPatch.context() as patch:
        use(patch, folder)
        yield


Job = Callable[[Meter, str], Callable[[], object]]
"""Prepares a call with the text."""


def parsed(dialect: str) -> Job:
    def job(meter: Meter, text: str) -> Callable[[], object]:
        parse, dialects = meter.module("l10n.deck.parser").parse, meter.module("l10n.dialects.table").DIALECTS
        return lambda: parse(text, dialects[dialect])

    return job


def read_anew(meter: Meter, text: str) -> Callable[[], object]:
    """A page of which nothing is remembered."""
    call = parsed("markdown")(meter, text)
    fields = meter.module("l10n.deck.data.reading").values_of
    return lambda: (fields.cache_clear(), call())


def knitted_anew(meter: Meter, text: str) -> Callable[[], object]:
    """A deck in R Markdown of which nothing is remembered."""
    call = parsed("xaringan")(meter, text)
    knitted = meter.module("l10n.dialects.xaringan.dialect")._knitted
    return lambda: (knitted.cache_clear(), call())


def page_anew(meter: Meter, text: str) -> Callable[[], object]:
    """A page of which nothing is remembered."""
    call = parsed("remark-html")(meter, text)
    fields = meter.module("l10n.deck.data.reading").values_of
    return lambda: (fields.cache_clear(), call())


def texts_anew(meter: Meter, text: str) -> Callable[[], object]:
    """A page without a deck, of which nothing is remembered."""
    call = parsed("html")(meter, text)
    fields = meter.module("l10n.deck.data.reading").values_of
    return lambda: (fields.cache_clear(), call())


def built(meter: Meter, text: str) -> Callable[[], object]:
    """Each message is translated by itself and a word."""
    parser, targets = meter.module("l10n.deck.parser"), meter.module("l10n.markdown.targets")
    dialect = meter.module("l10n.dialects.table").DIALECTS["remark"]
    build = meter.module("l10n.build.splice").build
    deck = parser.parse(text, dialect)
    translations = {one.key: f"{one.msgid} mot" for one in deck.segments}
    return lambda: build(deck, translations, partial(parser.skim, dialect=dialect), targets.Localised())


def built_wrongly(meter: Meter, text: str) -> Callable[[], object]:
    """The slide has one translation, its first, that would be a property."""
    parser, targets = meter.module("l10n.deck.parser"), meter.module("l10n.markdown.targets")
    dialect = meter.module("l10n.dialects.table").DIALECTS["remark"]
    build = meter.module("l10n.build.splice").build
    deck = parser.parse("".join(f"{unit}{at}\n\n" for at, unit in enumerate(text[::16])), dialect)
    first, *others = deck.segments
    translations = {first.key: "a: b", **{one.key: f"{one.msgid} mot" for one in others}}

    def call() -> None:
        made = build(deck, translations, partial(parser.skim, dialect=dialect), targets.Localised())
        assert len(made.refused) == 1

    return call


def built_wrongly_throughout(meter: Meter, text: str) -> Callable[[], object]:
    """Each paragraph of a page has a translation that would be a list; there are more than tries."""
    parser, targets = meter.module("l10n.deck.parser"), meter.module("l10n.markdown.targets")
    dialect = meter.module("l10n.dialects.table").DIALECTS["markdown"]
    build = meter.module("l10n.build.splice").build
    meter.module("l10n.build.culprits")._TRIES_OF_SLIDE = 4
    deck = parser.parse("".join(f"{unit}{at}\n\n" for at, unit in enumerate(text[::16])), dialect)
    translations = {one.key: "1) b" for one in deck.segments}
    return lambda: build(deck, translations, partial(parser.skim, dialect=dialect), targets.Localised())


def slides_with_culprits(meter: Meter, text: str) -> Callable[[], object]:
    """Each slide has a translation, of which any may break the deck."""
    parser = meter.module("l10n.deck.parser")
    dialect = meter.module("l10n.dialects.table").DIALECTS["remark"]
    where = meter.module("l10n.build.culprits")._by_slide
    slides = (f"{unit}{at}\n\n---\n\n" for at, unit in enumerate(text[::16]))
    deck = parser.parse(meter.text("".join(slides)), dialect)
    return lambda: where(deck, dict.fromkeys(range(len(deck.segments)), "a: b"))


def catalog_read(meter: Meter, text: str) -> Callable[[], object]:
    """The text stands behind the header of a catalog; most is no entry, or one that is there already."""
    reader, error = meter.module("l10n.catalog.reader"), meter.module("l10n.errors").CatalogError
    content = f'msgid ""\nmsgstr "A: b\\n"\n\n{text}\n'.encode()

    def call() -> None:
        for read in (reader.load, reader.load_head, reader.load_translations):
            with suppress(error):
                read(content, "fr.po")

    return call


def blocks(meter: Meter, text: str) -> Callable[[], object]:
    """remark's renderer looks for blocks; its patterns have many steps, so that the text may be short."""
    found = meter.module("l10n.dialects.remark.marked.blocks").block_tokens
    return lambda: found(meter.text(text[: len(text) // 4]))


def inline(meter: Meter, text: str) -> Callable[[], object]:
    """remark's renderer reads a block's text, by one version or both; all labels are defined, or none."""
    found = meter.module("l10n.dialects.remark.marked.inline").inline
    compared = meter.module("l10n.dialects.remark.marked.versions").Compared
    some = meter.text(text[: len(text) // 4])

    def call() -> None:
        for versions in (("0.14.1",), ("0.14.1", "0.15.0"), ("0.15.0",)):
            for defined in (True, False):
                found(some, lambda _, known=defined: known, compared(*versions))

    return call


def cut_off(meter: Meter, text: str) -> Callable[[], object]:
    """What translators need not see is taken off piece by piece."""
    parse, dialects = meter.module("l10n.deck.parser").parse, meter.module("l10n.dialects.table").DIALECTS
    return lambda: parse(meter.text(text), dialects["remark"])


def half_lost(meter: Meter, text: str) -> Callable[[], object]:
    """As many lines again follow."""
    return cut_off(meter, f"# a\n\n{text}{text.replace(NO_BREAK, 'a')}")


def compared(meter: Meter, text: str) -> Callable[[], object]:
    """The text stands where a plain one stood."""
    broken, alone = meter.module("l10n.build.law").broken, meter.module("l10n.build.stand").alone
    localised = meter.module("l10n.markdown.targets").Localised()
    return lambda: list(broken(alone("a plain text", text), {}, localised))


def relocated(meter: Meter, text: str) -> Callable[[], object]:
    """Links with numbers, all in the form of another locale, and the last first."""
    targets = meter.module("l10n.markdown.targets")
    targets._MANY = 5
    localised = targets.Localised(("/[{locale}/]",), ("en",), ("fr",))
    links = range(len(text) // len("[a](/en/1)"))
    before = " ".join(f"[a](/en/{number})" for number in links)
    after = " ".join(f"[a](/fr/{number})" for number in reversed(links))
    had, has = (targets.targets(some, {}) for some in (before, after))
    return lambda: targets.changed_targets(had, has, localised)


def ruled(meter: Meter, text: str) -> Callable[[], object]:
    """Every rule about a pair looks at a translation that is the text, in languages that differ in signs."""
    table, rules = meter.module("l10n.checks.table"), meter.module("l10n.checks.model")
    settings = [rules.Setting(locale) for locale in ("fr", "de", "ja")]
    pairs = (rules.Pair(text, f"{text}x"), rules.Pair("x", text), rules.Pair(text, "x"))
    every = [rule for family in table.FAMILIES.values() for rule in family if isinstance(rule, rules.Rule)]
    return lambda: [list(rule.flaws(pair, at)) for at in settings for rule in every for pair in pairs]


def ruled_for(unit: str) -> Job:
    """The same of a translation that is the text, for a message of as many of another piece."""

    def job(meter: Meter, text: str) -> Callable[[], object]:
        table, rules = meter.module("l10n.checks.table"), meter.module("l10n.checks.model")
        pair = rules.Pair(unit * (len(text) // len(unit)), text)
        every = [rule for rule in table.RULES if isinstance(rule, rules.Rule)]
        return lambda: [
            list(rule.flaws(pair, rules.Setting(at))) for at in ("fr", "de", "ar") for rule in every
        ]

    return job


def carried(meter: Meter, text: str) -> Callable[[], object]:
    """The message was edited in one number."""
    numerals = meter.module("l10n.language.locales").numerals_of("fr")
    carry = meter.module("l10n.update.carry").carried
    return lambda: carry(f"{text} 7", f"{text} 7", f"{text} 8", lambda: numerals)


def edited(new: str) -> Job:
    """The message is pieces, each of which was edited."""

    def job(meter: Meter, text: str) -> Callable[[], object]:
        numerals = meter.module("l10n.language.locales").numerals_of("fr")
        carry, sentences = meter.module("l10n.update.carry").carried, meter.module("l10n.markdown.sentences")
        sentences._LONGEST = 100  # so that the text may be short
        old = text[: len(new)]
        wanted = new * (len(text) // len(new))

        def call() -> None:
            carry(text, text, wanted, lambda: numerals)
            sentences.part(text, text, wanted)
            sentences.is_some_of(old, text)

        return call

    return job


def renumbered(meter: Meter, text: str) -> Callable[[], object]:
    """Another number stands for each in the new message; they are more than are looked for."""
    numerals = meter.module("l10n.language.locales").numerals_of("fr")
    carry = meter.module("l10n.update.carry")
    carry._MOST = 10
    old, new = (" and ".join(str(start + at) for at in range(len(text) // 8)) for start in (10_000, 20_000))

    def call() -> None:
        assert not carry.carried(old, old, new, lambda: numerals).certain

    return call


def wanted_by_all(meter: Meter, text: str) -> Callable[[], object]:
    """As many as the text has words want the same ten."""
    best_pairing = meter.module("l10n.language.assignment").best_pairing
    words = range(len(text) // 8)
    pairs = {(left, right): 1.0 / (1 + right) for left in words for right in range(10)}

    def call() -> None:
        assert len(best_pairing(pairs)) == 10

    return call


def differing(after: str) -> Job:
    """Words by words, of which fewer are compared than there are."""

    def job(meter: Meter, text: str) -> Callable[[], object]:
        word_diff = meter.module("l10n.language.edits")
        return lambda: word_diff.rendered(word_diff.word_diff(text, after * (len(text) // 2)))

    return job


def behind(meter: Meter, text: str) -> Callable[[], object]:
    """Slidev's attribute lists have moved, or have not."""
    moved = meter.module("l10n.dialects.slidev.attributes").moved_attributes
    return lambda: list(moved(meter.text(text), meter.text(text), text))


def learnt(meter: Meter, text: str) -> Callable[[], object]:
    """The words of many translations are learnt, some of which come again and again."""
    neighbours, rules = meter.module("l10n.checks.rules.neighbours"), meter.module("l10n.checks.model")
    digits = (f"1{at % 7:03} 2{at % 11:03} {at + 3000}" for at in range(len(text) // 8))
    texts = (one.translate(str.maketrans("0123456789", "bcdfghjklm")) for one in digits)
    pairs = rules.Pairs(tuple(rules.Pair(one, f"{one} x") for one in texts))
    return lambda: list(neighbours.RULES[0].check(pairs, rules.Setting("fr")))


def on(module: str, function: str, *more: Any) -> Job:
    """The function of the module is called with the text."""

    def job(meter: Meter, text: str) -> Callable[[], object]:
        called = getattr(meter.module(module), function)
        return lambda: called(meter.text(text), *more)

    return job


def glossed(**values: Any) -> Job:
    """The message and its translation are the text and words with numbers, by which there are terms.

    More words are in each than are looked for, of which there are few, so that the text may be short.
    """

    def job(meter: Meter, text: str) -> Callable[[], object]:
        rules, glossaries = meter.module("l10n.checks.model"), meter.module("l10n.language.glossary")
        terminology = meter.module("l10n.checks.rules.terminology")
        terminology._MOST = 10
        words = [f"{text[:4]}{number}" for number in range(len(text) // 8)]
        tables = [{name: numbered(value, word) for name, value in values.items()} for word in words]
        glossary = glossaries.Glossary(tuple(glossaries.Term(**table) for table in tables))
        setting = rules.Setting("fr", glossary=glossary)
        pair = rules.Pair(f"{text} {'. '.join(words)}", f"{text} {'; '.join(words)}")

        def call() -> None:
            glossary.without_kept(pair.msgid)
            list(chain.from_iterable(rule.flaws(pair, setting) for rule in terminology.RULES))

        return call

    return job


def numbered(value: Any, word: str) -> Any:
    """The value with the word for ``#``."""
    if isinstance(value, tuple):
        return tuple(numbered(one, word) for one in value)
    return value.replace("#", word) if isinstance(value, str) else value


def in_any_form(term: str) -> Job:
    """The term is looked for in the text."""

    def job(meter: Meter, text: str) -> Callable[[], object]:
        stands = meter.module("l10n.language.term_forms").in_any_form
        return lambda: stands(term, text)

    return job


def placed(meter: Meter, text: str) -> Callable[[], object]:
    """For each message its line is told."""
    parser, dialects = meter.module("l10n.deck.parser"), meter.module("l10n.dialects.table").DIALECTS
    deck = parser.parse(meter.text(text), dialects["remark"])
    return lambda: [deck.line_of(one.span.start) for one in deck.segments]


def heard(meter: Meter, text: str) -> Callable[[], object]:
    notes = meter.module("l10n.deck.blocks").notes
    return lambda: list(notes(meter.text(text), 0))


def matched(*lines: str) -> Job:
    """The text is a path."""

    def job(meter: Meter, text: str) -> Callable[[], object]:
        patterns = meter.module("l10n.project.patterns").Patterns(lines)
        return lambda: patterns.matches(text)

    return job


def matching(meter: Meter, text: str) -> Callable[[], object]:
    """The text is a pattern."""
    patterns = meter.module("l10n.project.patterns").Patterns
    return lambda: patterns([text]).matches("a" * 50 + "/a" * 50)


def read_or_refused(meter: Meter, text: str) -> Callable[[], object]:
    """The text is the settings."""
    parse, refused = meter.module("l10n.language.toml").parse_toml, meter.module("l10n.errors").ConfigError

    def call() -> None:
        with suppress(refused):
            parse(text, "l10n.toml")

    return call


def beside_it(meter: Meter, text: str) -> Callable[[], object]:
    """The text stands in a file beside a deck."""
    marks = meter.module("l10n.dialects.detect").marks_beside
    return lambda: marks("a.qmd", {"_quarto.yml": meter.text(text)})


def shown_by_it(meter: Meter, text: str) -> Callable[[], object]:
    """The text is a page beside a deck."""
    files_shown = meter.module("l10n.dialects.shown").files_shown
    return lambda: list(files_shown(meter.text(text)))


def wrapped_a_letter_a_line(meter: Meter, text: str) -> Callable[[], object]:
    """The text is a comment, of which a catalog has each letter on a line."""
    comments, entry = meter.module("l10n.catalog.comments"), meter.module("l10n.catalog.model").Entry
    return lambda: comments.are_only_wrapped(entry("a", comments=tuple(text)), [text])


@dataclass(frozen=True)
class Attack:
    """A shape, and who took quadratic time for it."""

    unit: str
    job: Job
    head: str = ""
    tail: str = ""

    def text(self, size: int) -> str:
        return self.head + self.unit * (size // len(self.unit)) + self.tail


ATTACKS = {
    "decks of a page of remark": Attack("sourceUrl: 'a.md' ", shown_by_it),
    "decks of a page without an end": Attack("sourceUrl: '\"`", shown_by_it),
    "blanks before no address": Attack(" ", shown_by_it, "sourceUrl", "\n"),
    "decks of a page of reveal.js": Attack("<section data-markdown='a.md' data-separator='b'>", shown_by_it),
    "attributes of a section": Attack(" data-markdown=a.md", shown_by_it, "<section", ">"),
    "a comment that is wrapped": Attack("ab", wrapped_a_letter_a_line),
    "hard breaks": Attack("a  \n", built),
    "hard breaks by backslash": Attack("a\\\n", built),
    "lines glued by definitions": Attack("a\n[d]: u\n", parsed("remark")),
    "lines glued by definitions, built": Attack("a\n[d]: u\n", built),
    "lines joined by properties": Attack("a\n<!-- k: v -->\n", parsed("remark")),
    "HTML glued by definitions": Attack("<div>a\n[d]: u\n", parsed("remark")),
    "lines between places of a layout": Attack("{{content}}\na\n", parsed("remark")),
    "comments on one line": Attack("<!-- a: b -->", parsed("remark")),
    "comments without an end on one line": Attack("<!-- a: b ", parsed("remark")),
    "stars before a letter": Attack("*", parsed("remark"), "a", "b"),
    "dashes before a letter": Attack("-", parsed("remark"), "a\n", "b"),
    "underscores before a letter": Attack("_", parsed("remark"), "a\n", "b"),
    "dashes and blanks before a letter": Attack("- ", parsed("remark"), "", "a"),
    "dashes before a letter on a page": Attack("-", parsed("markdown"), "a\n", ":\n"),
    **{
        f"inline signs as remark reads them, {number}": Attack(unit, inline, head, tail)
        for number, (head, unit, tail) in enumerate(
            [
                ("", "*", "a"),
                ("", "_", "a"),
                ("_", "a__", ""),
                ("_a__ b", "__c", ""),
                ("", "**a *b ", ""),
                ("", "*a **b", ""),
                ("", "*a _b ~~c ", ""),
                ("", "`", "a"),
                ("", "`a``b", ""),
                ("", "` ", ""),
                ("", "[", ""),
                ("", "[", "](a)"),
                ("", "[a", "]" * 2000),
                ("", "[a](", ""),
                ("", "[[a](b)", "](c)"),
                ("", '[a](b "', ""),
                ("[a](", " ", ""),
                ("", "[a] [", ""),
                ("", "[a][b]", ""),
                ("", "![", "]"),
                ("", "<a", ""),
                ("", "<a '", ""),
                ("", "<a@", ""),
                ("", "<", ">"),
                ("", "<!--", ""),
                ("", "~~a", ""),
                ("", "http://", ""),
                ("", "http://a)", ""),
                ("a", " ", "\n"),
                ("", "a  \n", ""),
            ]
        )
    },
    **{
        f"what looks like a mark of an engine, {number}": Attack(
            unit, on("l10n.dialects.detect", "marks_in"), head, tail
        )
        for number, (head, unit, tail) in enumerate(
            [
                ("", "class: a\n", ""),
                ("a\n---\n", "class: a\n", "\n---\n"),
                ("a\n---\nclass: a\n", " a\n", "---\n"),
                ("", "---\na: b\n", ""),
                ("", "---\n\n", ""),
                ("a\n---\n", "layout: a\n", "x"),
                *(("", unit, "") for unit in ("<a ", "<!-- ", "`", "```\n")),
                ("<a ", "v-clickx ", ""),
                ("a", "``a`", ""),
                ("---\noutput:\n", " - ", "\n---\n"),
                ("---\nformat: ", "a-", "\n---\n"),
                ("---\na: ", " #", "\n---\n"),
            ]
        )
    },
    **{
        f"what says the language of a deck, {number}": Attack(
            unit, on("l10n.deck.language", "with_language", "en", "fr", lambda: "ltr"), "---\n", "---\n"
        )
        for number, unit in enumerate(("htmlAttrs:\n", "htmlAttrs:\n a\n", "lang: en\n", "lang: a-"))
    },
    **{
        f"settings of Quarto, {number}": Attack(unit, beside_it, "format:\n", "x")
        for number, unit in enumerate((" ", "  a\n", "format:\n a\n"))
    },
    **{
        f"what says the language of a page, {number}": Attack(
            unit, on("l10n.deck.language", "with_language", "en", "ar", lambda: "rtl"), head, ">"
        )
        for number, (head, unit) in enumerate(
            [
                ("", "<!-- a -->"),
                ("", "<!a>"),
                ("", "<html a "),
                *(("<html ", unit) for unit in ("a='b' ", "'", "lang=a-", "lang ", "lang=en ")),
            ]
        )
    },
    **{
        f"a page's deck, {number}": Attack(
            unit, on("l10n.dialects.detect", "marks_in"), f"<html>{head}", tail
        )
        for number, (head, unit, tail) in enumerate(
            [
                *(
                    ("", unit, "")
                    for unit in ("<!-- ", "<script ", "<textarea ", "<textarea 'a", "<textarea>")
                ),
                *(("<textarea ", unit, ">a") for unit in ("id ", "id=", "'a' ", "id=source-")),
                *(("<textarea id=source>", unit, "") for unit in ("a", "</textarea", "</textarea a")),
                *(("<textarea id=source>a</textarea>", unit, "") for unit in ("sourceUrl ", "//", "//\n")),
            ]
        )
    },
    **{
        f"texts of a page, {number}": Attack(unit, texts_anew, head, tail)
        for number, (head, unit, tail) in enumerate(
            [
                *(
                    ("", unit, "")
                    for unit in (
                        *("<b>", "</b>", "a <b>x</b> ", "<li>a", "<p title='a'>", "<!-- ", "<noscript>a"),
                        *("<svg>", "<b a=", "<b ", "<b a='", "<code>a", "<p translate=no>", "</p>a", "</"),
                        *("<title>", "<script><!-- <script>", "<plaintext>", "&#60;a", "<b/>", "<div></p>"),
                    )
                ),
                ("<b>1", " 1<br>", "a</b>"),
                ("<b>1 a", "<br>", "</b>"),
                ("", "<b>", "a"),
                ("a", "</b>", ""),
                ("<b ", "a=b ", ">c</b> d"),
                ("<b", " ", ">c</b> d"),
                ("<svg><![CDATA[", "]]", ""),
            ]
        )
    },
    **{
        f"a deck in a page, {number}": Attack(unit, page_anew, "<textarea id=source>")
        for number, unit in enumerate(("&lt;", "&", "&#1", "&a;\n\n", "a &amp; b\n\n", "---\n"))
    },
    **{
        f"texts of a page, {number}": Attack(unit, page_anew)
        for number, unit in enumerate(
            ("<title>a", "<p>a &lt; b</p>", "<img alt='a' ", "<img alt='", "<b>a</p>")
        )
    },
    "names of classes": Attack(".a", on("l10n.markdown.brackets", "paired_brackets"), "[]"),
    "brackets": Attack("[", on("l10n.markdown.brackets", "paired_brackets")),
    "open shortcodes": Attack("{{< a\n", parsed("markdown")),
    "open mathematics": Attack("$$ a\n\n", parsed("markdown")),
    "open highlighting": Attack("{% highlight c %}\n", parsed("markdown")),
    "open components": Attack("<A b\n", parsed("markdown")),
    "open modules": Attack("import {\n\n", parsed("markdown")),
    "open comments of Marp": Attack("text <!-- ", parsed("marp")),
    "notes of Marp": Attack("text <!-- note -->\n\n", parsed("marp")),
    "notes in a paragraph of Marp": Attack("<!-- a --> b ", parsed("marp")),
    "formulas of Marp": Attack("$$ x\n", parsed("marp")),
    **{
        f"lines of Quarto, {number}": Attack(unit, parsed("quarto"), "x\n\n")
        for number, unit in enumerate(
            (
                "::: {.x}\n",
                ":::\n",
                "::: notes\na\n:::\n\n",
                "```{r}\n",
                "```{r}\n#| fig-cap: a\n```\n\n",
                "~~~ a\n\n",
                "## a\n\n",
                "---\n\n",
                "---\na\n",
                "-----\na\n",
                "--- ---\na\n\n",
                "\\begin{a}\n\n",
                "a. b\n",
                "| a\n",
                "a\n: b\n\n",
                "<div>a\n",
                "+---+\n",
                "a\n---\n",
            )
        )
    },
    **{
        f"texts of Quarto, {number}": Attack(unit, parsed("quarto"), "x ")
        for number, unit in enumerate(
            ("{.x", "[a]{.x}", "{{< a ", "`r a", "$a", "@a ", "[^1] ", "\\a{", "{a=", ":::", "^[", 'title="')
        )
    },
    "open attributes of Quarto": Attack("a=b ", parsed("quarto"), "::: {"),
    "titles of callouts": Attack(' title="a', parsed("quarto"), "::: {.callout-note"),
    "many callouts in a line": Attack(" .callout-a", parsed("quarto"), "::: {", "}\n"),
    "attribute lists behind a title of Quarto": Attack(" {#a}", parsed("quarto"), "# a"),
    "rows of a drawn table": Attack("| a |\n+---+\n", parsed("quarto"), "+---+\n"),
    "lines of a cell": Attack("| a |\n", parsed("quarto"), "+---+\n", "+---+\n"),
    "drawn tables and notes": Attack("+---+\n| a |\n+---+\n\n::: notes\nx\n:::\n\n", parsed("quarto")),
    "values of attributes": Attack("fig-alt=\"a' ", parsed("quarto"), "![](x){"),
    "attribute lists of a message": Attack("a {.b} ", behind),
    "open values of a component": Attack(" title='a", parsed("slidev"), "<Card"),
    "open comments of MDX": Attack("{/*\n", parsed("markdown")),
    "terms without a definition": Attack("a\n", parsed("markdown"), "", "\n\nb\n: c\n"),
    "definitions": Attack("a\n: b\n", parsed("markdown")),
    **{
        f"texts in one block of HTML, {dialect}": Attack("<li>a</li>\n", parsed(dialect), "<ul>\n")
        for dialect in ("remark", "markdown", "xaringan")
    },
    "chunks that nobody closes": Attack("```{r}\n", knitted_anew),
    "fences of other lengths": Attack("````{r}\n```\n", knitted_anew),
    "chunks with captions": Attack('```{r, fig.cap="a"}\n1\n```\n', knitted_anew),
    "captions in one header": Attack("fig.cap='a', ", knitted_anew, "```{r ", "}\n1\n```\n"),
    "quotes of a header that nobody closes": Attack('\\"', knitted_anew, '```{r fig.cap="', "}\n1\n```\n"),
    "chunks before a property": Attack("```{r}\n```\n", knitted_anew, "", "class: a\n"),
    "options on lines": Attack("#| a: b\n", knitted_anew, "```{r}\n", "```\n"),
    "code that is run": Attack("`r a", knitted_anew),
    "formulas": Attack(" $a$", knitted_anew),
    "open formulas": Attack("$$a\n", knitted_anew),
    "open environments": Attack("\\begin{a}\n", knitted_anew),
    "items counted by letters": Attack("a. b\n", parsed("markdown")),
    "lines behind bars": Attack("| a\n", parsed("markdown")),
    "drawn tables without rows": Attack("+---+\n\n", parsed("markdown")),
    "lines above a text that make room": Attack("<br>\n", parsed("remark"), tail="a\n"),
    "tags with attributes": Attack('<b title="a">', parsed("markdown"), "a "),
    "attributes without an end": Attack("<b title='a ", parsed("markdown"), "<p>\n"),
    "shortcodes without an end": Attack('{{< a alt="b" ', parsed("markdown"), "a "),
    "images with attributes": Attack("![a](b){.c}", parsed("markdown")),
    "comments within a text": Attack("a <!-- l10n comment b --> ", parsed("markdown")),
    "slides with properties": Attack("---\na: b\n---\n", parsed("slidev")),
    "open fences of a deck": Attack(" ```\n", parsed("slidev"), "", "a"),
    "open comments of a deck": Attack("<!-- a\n", parsed("slidev")),
    "comments of a slide": Attack("<!-- a -->\n\n", parsed("slidev")),
    "components without an end": Attack("<Card a\n", parsed("slidev")),
    "components on a line": Attack("<a-b></c", parsed("slidev")),
    "braces behind a title": Attack(" {.a}", parsed("slidev"), "# a"),
    "open braces": Attack("{{ a", parsed("slidev")),
    "slots": Attack("::a::\n", parsed("slidev")),
    "attribute lists behind a title": Attack(" {#a}", parsed("markdown"), "# a"),
    "values of front matter": Attack("title: a b\n", read_anew, "---\n", "---\n"),
    "brackets in front matter": Attack("[", parsed("markdown"), "---\ntitle: ", "\n---\n"),
    "strings of TOML": Attack("a = 'x'\n[[b]]\ntitle = 'a'\n", read_anew, "+++\n", "+++\n"),
    "backticks and letters": Attack("`a", on("l10n.markdown.inline", "without_code")),
    "code": Attack("`a` ", on("l10n.markdown.inline", "without_code")),
    "code in prose": Attack("`a` b ", on("l10n.markdown.inline", "prose")),
    "quotes in quotes": Attack("> ", blocks),
    "lists in lists": Attack("- ", blocks, tail="a"),
    "lists of one item": Attack("- a\n* b\n", blocks),
    "labels without an end": Attack("[a\n", blocks),
    "tags without an end": Attack("<p\n", blocks),
    "values without an end": Attack("<p '\n", blocks),
    "elements without an end": Attack("<p>\n\n", blocks),
    "comments without an end": Attack("<!--\n", blocks),
    "fences without an end": Attack("```a\nb\n", blocks),
    "fences of another length": Attack("````a\nb\n```\n", blocks),
    "cells": Attack("a | ", blocks, "a|b\n-|-\n"),
    "comments to the toolkit without an end": Attack("<!-- l10n skip ", heard),
    "comments in a heading": Attack("<!-- a -->", cut_off, "# ", " b"),
    "lost lines": Attack(f"{NO_BREAK}\n", half_lost),
    "one wrong translation among many": Attack("a", built_wrongly),
    "wrong translations only": Attack("a", built_wrongly_throughout),
    "slides with wrong translations": Attack("a", slides_with_culprits),
    **{
        f"lines of a catalog, {number}": Attack(unit, catalog_read, head, tail)
        for number, (head, unit, tail) in enumerate(
            [
                ("", '#| msgid "a"\n', ""),
                ("#, fuzzy\n", '#| "a"\n', 'msgid "b"\nmsgstr ""'),
                ('#| msgid ""\n', '#| "a"\n', ""),
                ('#| msgctxt ""\n', '#| "a"\n', '#| msgid "a"\nmsgid "b"\nmsgstr ""'),
                ("", '#| msgctxt "a"\n#| msgid "b"\n', 'msgid "b"\nmsgstr ""'),
                ("", '#| msgid "a"\n\n', ""),
                ("", '#, fuzzy\n#| msgid "a"\nmsgid "b"\nmsgstr "c"\n\n', ""),
                ("", "#. a\n", ""),
                ("", "#. a\n\n", ""),
                ("", '#. a\n\n#| "b"\n', 'msgid "b"\nmsgstr ""'),
                ("", "\n", "#"),
                ("", 'msgid "a"\n\n', ""),
                ('msgid ""\n', '"a\\""\n', ""),
                ('msgid "a"\nmsgstr ""\n', '"a"\n', "#"),
                ("", '#~ msgid "a"\n#~ msgstr "b"\n', ""),
                ('msgid "', "\\\\", ""),
                ("", "# a\x0b\r", ""),
            ]
        )
    },
    "lines of messages": Attack("a\n\n", placed),
    "less than": Attack("<", compared),
    "autolinks without an end": Attack("<a:/", compared),
    "addresses without an end": Attack("<@", compared),
    "links of another locale in another order": Attack("a", relocated),
    "entities": Attack("&a", compared),
    "numbers of characters": Attack("&#60", compared),
    "one number of a character without end": Attack("1", compared, "&#"),
    "quotation marks in a translation": Attack("“a” ", ruled),
    "signs in a translation": Attack("a! ", ruled),
    "signs with blanks in a translation": Attack(" !", ruled),
    "numbers in a translation": Attack("1, ", ruled),
    "words that stand twice, in a translation": Attack("Ab Ab ", ruled_for("ab cd ")),
    "German nouns before their verbs": Attack("Ab ab ", ruled_for("cd ef ")),
    "dates that became other numbers": Attack("9 ", ruled_for("2001-05-31 ")),
    "numbers that became a long word": Attack("a", ruled_for("5 ")),
    "numbers of an edited message": Attack("1 ", carried),
    "blanks of an edited message": Attack("  ", carried, "a", "b"),
    "edited code, classes, links and emphasis": Attack(
        "Run `a` for 1 minute in .red[x], see [this](http://a.org) *now*. ",
        edited("Run `b` for 1 minute in .red[y], see [this](http://b.org) *now*. "),
    ),
    "edited code that is also a number": Attack("`5` 5 ", edited("`5` 6 ")),
    "edited words far apart": Attack(f"a{' ' * 19}", edited(f"b{' ' * 19}")),
    "blanks that become hard breaks": Attack("   ", edited("  \n")),
    "edited emphasis without an end": Attack("*a _b ", edited("*a _c ")),
    "edited marks at ends of sentences": Attack("...!? ", edited("...!! ")),
    "edited marks at ends of Chinese sentences": Attack("。！", edited("。。")),
    "a message of other numbers": Attack("a", renumbered),
    "many that want the same": Attack("a", wanted_by_all),
    "words that others stand between": Attack("a b ", differing("b a b b ")),
    "one word that became another": Attack("x ", differing("y ")),
    "blanks that became line ends": Attack(" ", differing("\n")),
    "a long word that became a longer one": Attack("a", differing("aa")),
    "words of many translations": Attack("a", learnt),
    "stars that begin and never end": Attack("**a ", on("l10n.markdown.emphasis", "emphasised")),
    "stars that end what never began": Attack("a** ", on("l10n.markdown.emphasis", "emphasised")),
    "stars and underscores": Attack("*_", on("l10n.markdown.emphasis", "emphasised")),
    "stars that begin, and others that end": Attack(
        "*_", on("l10n.markdown.emphasis", "emphasised"), "**a " * 50, "a**" * 20
    ),
    "terms that stand in no text": Attack("a b ", glossed(source="#c", keep=True)),
    "terms to keep": Attack("a b ", glossed(source="#", keep=True)),
    "terms with preferred translations": Attack("a b ", glossed(source="#", preferred=("a c", "#c"))),
    "terms with forbidden translations": Attack("a b ", glossed(source="#", forbidden=("a b #",))),
    "words that are forbidden everywhere": Attack("a b ", glossed(forbidden=("a b #", "# c"))),
    "a term of many words": Attack("a ", in_any_form(f"{'a ' * 99}b")),
    "a term of many words between underscores": Attack("a__", in_any_form(f"{'a ' * 99}b")),
    "a path at which stars go back": Attack("a", matched("*a*a*a*a*a*ab")),
    "a path at which folders go back": Attack("a/", matched("**/a/**/a/**/a/**/b"), tail="a"),
    "a pattern of stars": Attack("*a", matching, tail="b"),
    "a pattern of folders": Attack("**/a/", matching, tail="b"),
    "a pattern of brackets": Attack("[!b]*", matching, tail="b"),
    "a pattern of one bracket": Attack("a-", matching, "[", "]"),
    "a pattern of named classes": Attack("[:", matching, "[", "]"),
    "keys in a dotted table": Attack("a.b.c = 1\n", read_or_refused, f"[{'a.' * 40}a]\n"),
    "many tables": Attack("[[a]]\nb = 1\n", read_or_refused),
    "nested arrays": Attack("[", read_or_refused, "a = "),
    "nested tables": Attack("{a=", read_or_refused, "a = "),
    "a long string": Attack("a.\\n", read_or_refused, 'a = "', '"'),
    "quotation marks without an end": Attack('\\"""', read_or_refused, 'a.b = """'),
    "a long number": Attack("9", read_or_refused, "a = "),
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_steps_grow_no_faster_than_the_text(meter: Meter, attack: Attack) -> None:
    # What is made once, and kept, is made; of another text, for what is said of one may be kept, too.
    meter.count(attack.job(meter, attack.text(SHORT // 2)))
    short, long = (meter.count(attack.job(meter, attack.text(size))) for size in (SHORT, LONG))

    assert short > 0
    assert long <= short * LONG / SHORT * SLACK


PIECES = [
    *'a 1"*(é',
    "a ",
    "1,",
    "1 000 ",
    '"a" ',
    "« ",
    " :",
    "!",
    "...",
    "**a ",
    "_*",
    "pods ",
    "bcd'",
    "bcd-",
    "bcde ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_no_rule_takes_more_steps_than_the_text_grows(meter: Meter, piece: str) -> None:
    """Each rule for itself, and its repair."""
    table = meter.module("l10n.checks.table")
    families = ("content", "typography", "terminology")
    for rule in (rule for family in families for rule in table.FAMILIES[family]):
        texts = (piece * (size // len(piece)) for size in (SHORT // 2, LONG // 2))
        short, long = (meter.count(obeyed(meter, rule, text)) for text in texts)
        assert long <= short * LONG / SHORT * SLACK, rule.name


def obeyed(meter: Meter, rule: Any, text: str) -> Callable[[], object]:
    """The rule looks at the text as message, as translation, and as both."""
    rules = meter.module("l10n.checks.model")
    seen = meter.text(text)
    pairs = rules.Pairs(tuple(rules.Pair(*both) for both in ((seen, seen + "x"), ("x", seen), (seen, "x"))))
    glossaries = meter.module("l10n.language.glossary")
    glossary = glossaries.Glossary((glossaries.Term("pods", keep=True), glossaries.Term(forbidden=("here",))))
    setting = rules.Setting("fr", options={"typographic-quotes": "yes"}, glossary=glossary)

    def call() -> None:
        if isinstance(rule, rules.WideRule):
            list(rule.check(pairs, setting))
            return
        for pair in pairs:
            list(rule.check(pair, setting))
            assert not rule.fix or rule.fix(pair, setting)

    return call


def test_what_looks_through_the_text_again_and_again_would_be_seen(meter: Meter) -> None:
    """The law can fail: of each way to be slow, one that is."""
    patterns = {"a*b": "a", r"([-*_])[ \t]*\1[ \t]*\1[-*_ \t]*$": "-", "<!--.*?-->": "<!--"}
    sizes = SHORT // 4, LONG // 4
    for pattern, unit in patterns.items():
        texts = (unit * (size // len(unit)) + "x" for size in sizes)
        short, long = (meter.count(partial(searched, pattern, text)) for text in texts)
        assert long > short * LONG / SHORT * SLACK

    for slow in (copied, found_again):
        short, long = (meter.count(partial(slow, meter.text("a" * size))) for size in sizes)
        assert long > short * LONG / SHORT * SLACK


def searched(pattern: str, text: str) -> object:
    return re.search(pattern, text)


def copied(text: str) -> None:
    for at in range(len(text)):
        text = text[:at] + "b" + text[at + 1 :]


def found_again(text: str) -> None:
    for at in range(len(text)):
        text.find("b", at)
