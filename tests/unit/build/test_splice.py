from collections import Counter
from collections.abc import Sequence

import pytest
from support import FRENCH, built, deck_of, merged, msgids, slides_of, translated

from l10n.build.splice import build
from l10n.build.structure import difference
from l10n.catalog.model import Key
from l10n.deck.model import Deck, Slides
from l10n.deck.parser import skim
from l10n.dialects import DIALECTS


def test_empty_catalog_gives_the_source() -> None:
    text = "# Title\r\n\r\ntext \r\n"
    result = built(text, {})
    assert (result.text, result.published, result.refused) == (text, 0, ())


def test_identity_catalog_gives_the_source() -> None:
    text = "# Title  \n\nsoft\n  break\n\n- [Dagger]\n\n[dagger]: http://x\n"
    deck = deck_of(text)
    result = merged(deck, translated(deck, lambda msgid: msgid))
    assert (result.text, result.published, result.refused) == (text, 3, ())


def test_translations_stand_where_their_source_stood() -> None:
    result = built("# Title\n\n- text\n", {"Title": "Titre", "text": "texte"})
    assert result.text == "# Titre\n\n- texte\n"
    assert result.published == 2


def test_same_text_is_translated_everywhere() -> None:
    assert built("# a b\n\na b\n", {"a b": "c d"}).text == "# c d\n\nc d\n"


def test_context_chooses_the_translation() -> None:
    deck = deck_of("Open\n\n<!-- l10n context state -->\n\nOpen\n")
    result = merged(deck, {(None, "Open"): "Ouvrir", ("state", "Open"): "Ouvert"})
    assert result.text == "Ouvrir\n\n<!-- l10n context state -->\n\nOuvert\n"


def test_wrapper_stays_around_the_translation() -> None:
    assert built(".footnote[A remark]\n", {"A remark": "Une remarque"}).text == ".footnote[Une remarque]\n"


def test_shortcut_reference_keeps_its_link_under_another_text() -> None:
    text = "Use [Dagger].\n\n[Dagger]: http://d\n"
    result = built(text, {"Use [Dagger][Dagger].": "Utilisez [la dague][Dagger]."})
    assert result.text == "Utilisez [la dague][Dagger].\n\n[Dagger]: http://d\n"


def test_image_alone_is_translated_by_its_alt_text() -> None:
    assert built("![A map](x.png)\n", {"A map": "Une carte"}).text == "![Une carte](x.png)\n"


def test_quiz_line_keeps_its_mark() -> None:
    result = built("a\n\n???\n\n:Q: What is it?\n", {"What is it?": "Qu'est-ce\u00a0?"})
    assert result.text == "a\n\n???\n\n:Q: Qu'est-ce\u00a0?\n"


def test_several_lines_are_laid_out_again() -> None:
    long = " ".join(["mot"] * 40)
    result = built("- one two\n  three\n", {"one two three": long})
    assert result.text.count("\n  mot") >= 1
    assert " ".join(result.text[2:].split()) == long


def test_windows_line_ends_stay() -> None:
    result = built("one\r\ntwo\r\n", {"one two": " ".join(["mot"] * 40)})
    assert result.text.count("\n") == result.text.count("\r\n") > 1


def test_new_hard_break_has_the_line_end_of_the_deck() -> None:
    result = built("one two\r\n\r\nthree\r\n", {"one two": "un  \ndeux"})
    assert result.text == "un  \r\ndeux\r\n\r\nthree\r\n"


REFUSED = {
    "a separator": ("text\n", "texte\n---\nsuite", "'---'"),
    "a step": ("text\n", "texte\n--\nsuite", "'--'"),
    "notes": ("text\n", "texte\n???\nsuite", "'???'"),
    "a blank line": ("text\n", "texte\n\nsuite", "blank line"),
    "a list": ("text\n", "texte\n- suite", "'-'"),
    "a list from the start": ("text\n", "- texte", "list"),
    "a numbered list": ("text\n", "1. texte", "list"),
    "a heading": ("text\n", "# texte", "heading"),
    "a quote": ("text\n", "> texte", "quote"),
    "a separator alone": ("text\n", "---", "rule"),
    "a step alone": ("text\n", "--", "rule"),
    "notes alone": ("text\n", "???", "notes"),
    "a rule": ("text\n", "***", "rule"),
    "a property": ("text\n", "Note: texte", "properties"),
    "a URL as the first word": ("see http://x.org\n", "http://x.org est à voir", "properties"),
    "a hidden property": ("text\n", "texte <!-- class: x -->", "HTML"),
    "a blank": ("text\n", "   ", "blank"),
    "a control character": ("text\n", "te\x01xte", "control"),
    "NUL": ("text\n", "te\0xte", "control"),
    "a class": ("text\n", ".red[texte]", ".red"),
    "a class over lines": ("text\n", ".lab[texte\nsuite]", ".lab"),
    "a bracket that closes the class around": (".red[text]\n", "te]xte", "]"),
    "a bracket that closes a class over lines": (".lab[\n\ntext\n\n]\n", "te]xte", "]"),
    "a backtick": ("text\n", "te`xte", "backtick"),
    "a fence": ("text\n", "```\ntexte\n```", "```"),
    "an HTML block": ("text\n", "<div>texte</div>", "<div>"),
    "a link definition": ("text\n", "[x]: http://y", "link definitions"),
    "a lost link": ("see [x](http://y)\n", "voir x", "http://y"),
    "a macro": ("text\n", "texte ![:x]", "![:x]"),
    "a lost reference to code": ("use [`k`]: it\n\n[`k`]: http://k\n", "prenez `k` : il", "http://k"),
    "code within a target": ("see this\n", "voir [ceci](h`a`)", "h`a` is not in the source"),
    "a lost reference without definition": ("use [`k`][`k`]\n", "prenez `k`", "[`k`]"),
}


@pytest.mark.parametrize(("text", "msgstr", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_translation_that_would_break_the_deck_is_refused_with_its_reason(
    text: str, msgstr: str, why: str
) -> None:
    (segment,) = deck_of(text).segments
    result = built(text, {segment.msgid: msgstr})
    assert result.text == text
    assert result.published == 0
    (refusal,) = result.refused
    assert refusal.segment == segment
    assert why in refusal.reason


ACCEPTED = {
    "a French colon": ("Note this\n", "À noter\u00a0: ceci", "À noter\u00a0: ceci\n"),
    "an accented key": ("A summary\n", "Résumé: ceci", "Résumé: ceci\n"),
    "a colon in a list item": ("- Note this\n", "Note: ceci", "- Note: ceci\n"),
    "a colon on a line that is not the first": ("# T\n\nNote this\n", "Note: ceci", "# T\n\nNote: ceci\n"),
    "a number with a point": ("See page 1\n", "Page 1. Voir", "Page 1. Voir\n"),
    "a dash in the text": ("one, two\n", "un - deux", "un - deux\n"),
    "a hash in the text": ("one, two\n", "un # deux", "un # deux\n"),
    "a bar outside tables": ("one or two\n", "un | deux", "un | deux\n"),
    "an escaped list mark": ("minus one\n", r"\- un", "\\- un\n"),
    "blanks around": ("text\n", "  texte  ", "texte\n"),
    "a line end": ("text\n", "texte\nsuite", "texte suite\n"),
    "a final line end": ("text\n", "texte\n", "texte\n"),
    "balanced code": ("the list\n", "la liste `ls`", "la liste `ls`\n"),
    "an ordinary comparison": ("a < b\n", "a < b donc", "a < b donc\n"),
    "code between two references": (
        "[a][a] and `c` [b][b]\n\n[a]: /a\n\n[b]: /b\n",
        "[a][a] `c` [b][b]",
        "[a][a] `c` [b][b]\n\n[a]: /a\n\n[b]: /b\n",
    ),
    "a short reference to code": (
        "use [`k`] well\n\n[`k`]: /k\n",
        "prenez [`k`] bien",
        "prenez [`k`] bien\n\n[`k`]: /k\n",
    ),
    "code at the edge of a label": ("see [x][`a` b]\n", "voir [x][`a` b]", "voir [x][`a` b]\n"),
}


@pytest.mark.parametrize(("text", "msgstr", "expected"), ACCEPTED.values(), ids=ACCEPTED.keys())
def test_harmless_translation_is_published(text: str, msgstr: str, expected: str) -> None:
    segment = deck_of(text).segments[-1]
    result = built(text, {segment.msgid: msgstr})
    assert (result.text, result.refused) == (expected, ())


def test_bar_that_would_add_a_table_cell_is_refused() -> None:
    text = "| a b | c |\n|---|---|\n| d | e |\n"
    result = built(text, {"d": "f | g"})
    assert result.text == text
    assert [refusal.segment.msgid for refusal in result.refused] == ["d"]


def test_backslash_that_would_hide_the_end_of_a_table_cell_is_refused() -> None:
    text = "|a b|c|\n|---|---|\n|d|e|\n"
    result = built(text, {"d": "f\\"})
    assert result.text == text
    assert [refusal.segment.msgid for refusal in result.refused] == ["d"]


def test_new_bar_in_a_table_cell_is_refused_for_the_engine_knows_no_escape() -> None:
    result = built("| a b | c |\n|---|---|\n| d | e |\n", {"d": "f \\| g"})
    assert [refusal.segment.msgid for refusal in result.refused] == ["d"]


def test_bar_that_is_no_longer_escaped_is_refused() -> None:
    text = "| x | y |\n|---|---|\n| a \\| b | c |\n"
    result = built(text, {"a \\| b": "a | b"}, "markdown")
    assert result.text == text
    assert built(text, {"a \\| b": "d \\| e"}, "markdown").text == text.replace("a \\| b", "d \\| e")


def test_first_word_that_is_a_property_only_at_the_start_of_a_slide_is_refused_only_there() -> None:
    result = built("Warning here\n\n---\n\n# T\n\nWarning here\n", {"Warning here": "Attention: ici"})
    assert result.text == "Warning here\n\n---\n\n# T\n\nAttention: ici\n"
    assert len(result.refused) == 1


def test_bad_translation_leaves_the_good_ones_of_its_slide() -> None:
    result = built("# Title\n\none two\n\nthree\n", {"Title": "Titre", "one two": "- un", "three": "trois"})
    assert result.text == "# Titre\n\none two\n\ntrois\n"


@pytest.mark.parametrize("lead", ["", "\ufeff"])
def test_bad_translation_leaves_the_title_in_front_matter_behind_a_byte_order_mark(lead: str) -> None:
    deck = deck_of(f"{lead}---\n0:\ntitle: A\n---\n0\n<A", "remark")
    found = merged(deck, {(None, "A"): "Un", (None, "<A"): "a <A"}, "remark")
    assert found.text == f"{lead}---\n0:\ntitle: Un\n---\n0\n<A"


def test_two_translations_that_break_only_together_lose_one() -> None:
    text = "a [b one\n\nc two] d\n"
    result = built(text, {"a [b one": "x.y[b un", "c two] d": "c deux] d"})
    assert difference(slides_of(text), slides_of(result.text)) is None
    assert len(result.refused) >= 1


def test_footnote_mark_must_stay_on_its_slide() -> None:
    text = "Pods are useful¹ here\n\n.footnote[¹And *useful* is a big word]\n"
    result = built(text, {"Pods are useful¹ here": "Les pods sont utiles ici"})
    assert [refusal.reason for refusal in result.refused] == ["the footnote mark ¹ is missing"]


def test_text_of_100_kilobytes_is_published() -> None:
    long = "mot " * 25_000
    assert built("text\n", {"text": long}).text == long.strip() + "\n"


STRAY = "A `b`\n\n---\n\nUse ``x`` here\n\nOne .red[y] two\n\n---\n\nThree `z`\n\n---\n\nFour\n"
MOVED = {
    "a pair more behind it": ("One .red[y] two", "Une .red[y] deux `c`", False),
    "a pair more beside it": ("Use ``x`` here", "Utilisez `c` ``x`` ici", False),
    "a pair less behind it": ("Three `z`", "Trois", False),
    "a pair more where it has no partner left": ("Four", "Quatre `c`", False),
    "as many in another order": ("Three `z`", "`z` trois", True),
    "none": ("One .red[y] two", "Deux .red[y] une", True),
    "a pair more before it": ("A `b`", "Un `b` `c`", True),
    "a pair less before it": ("A `b`", "Un", True),
}


@pytest.mark.parametrize(("msgid", "msgstr", "published"), MOVED.values(), ids=MOVED.keys())
def test_number_of_backticks_stays_where_remark_014_has_one_without_partner(
    msgid: str, msgstr: str, published: bool
) -> None:
    result = built(STRAY, {msgid: msgstr})
    assert result.text == (STRAY.replace(msgid, msgstr) if published else STRAY)
    assert all("number of backticks" in refusal.reason for refusal in result.refused)


def test_code_over_the_lines_of_one_paragraph_may_go() -> None:
    assert built("Some `code over\nlines` here\n", {"Some `code over lines` here": "Rien"}).refused == ()


def test_class_that_only_remark_014_takes_for_code_stays_where_it_is() -> None:
    text = "1. A first line\n    and .red[red]\n"
    result = built(text, {"A first line and .red[red]": ".red[Rouge] et rien d'autre ici"})
    assert [one.reason for one in result.refused] == ["it would change the content classes in remark 0.14"]


def test_plain_markdown_has_no_earlier_version() -> None:
    result = built("a ` b\n\nc\n", {"c": "d `e`"}, "markdown")
    assert (result.text, result.refused) == ("a ` b\n\nd `e`\n", ())


def test_difference_names_the_first_part_that_changed() -> None:
    two = slides_of("a\n\n---\n\nb\n")
    assert difference(slides_of("a\n"), two) == "it would change the slides and steps"
    assert difference(slides_of("a\n"), slides_of("# a\n")) == "it would be read as a heading"
    assert difference(slides_of("a\n"), slides_of("b\n")) is None


@pytest.mark.parametrize(
    "piece", ["<", "<a:/", "&#", "[", "`a ", ".a[", "![:", "http://", "<!--", "_a", " \n"]
)
def test_huge_translation_ends_in_a_deck_of_the_same_structure(piece: str) -> None:
    text = "# T\n\n- some text\n  over lines\n\n.x[a b\nc d]\n\nsee [x](http://x.org)\n"
    deck = deck_of(text)
    result = built(text, {segment.msgid: piece * 20_000 for segment in deck.segments})
    assert difference(deck.slides, slides_of(result.text)) is None


def test_many_translations_that_break_a_page_take_a_limited_number_of_tries() -> None:
    deck = deck_of("".join(f"word {number}\n\n" for number in range(600)), "markdown")
    tries = Tries("markdown")
    result = build(deck, translated(deck, lambda _: "1) mot"), tries, FRENCH)

    assert (result.text, len(result.refused)) == (deck.text, 600)
    reasons = Counter(one.reason for one in result.refused)
    assert reasons == {
        "it would be read as a list": 128,
        "too many translations of this slide would change its structure; mend those named first": 472,
    }
    assert tries.count <= 132


def test_as_many_bad_translations_as_a_deck_may_have_are_told_from_good_ones() -> None:
    """Each slide is tried by itself."""
    lines = [f"word {number}\n\n" + "---\n\n" * (number % 100 == 99) for number in range(2000)]
    deck = deck_of("".join(lines))
    bad = {segment.key for segment in deck.segments[::20]}
    mots = {one.key: "[mot]: x" if one.key in bad else f"mot {one.msgid}" for one in deck.segments}
    result = merged(deck, mots)

    assert {one.segment.key for one in result.refused} == bad
    assert {one.reason for one in result.refused} == {"it would change the link definitions"}
    assert result.published == 1900


@pytest.mark.parametrize("bad", [range(3, 6), (0, 39), (39,), range(40)])
def test_translations_that_break_only_later_slides_are_refused(bad: Sequence[int]) -> None:
    deck, mots = forty_slides(bad)
    result = build(deck, mots, TriesOfSlidesThatBreakOthers(), FRENCH)

    first = "it would change the structure of slides after its own"
    rest = "too many slides would change the structure of those after them; mend those named first"
    refused = {deck.segments.index(one.segment): one.reason for one in result.refused}
    assert set(refused) == set(bad)
    assert set(refused.values()) <= {first, rest}
    assert (rest in refused.values()) == (len(bad) > 10)
    assert "worse" not in result.text


def test_slides_that_break_later_ones_take_a_limited_number_of_tries() -> None:
    deck, mots = forty_slides(range(40))
    tries = TriesOfSlidesThatBreakOthers()
    build(deck, mots, tries, FRENCH)
    assert tries.of_deck <= 65


@pytest.mark.parametrize("bad", [{5}, {0, 2}, {3, 4, 5}, {1, 7, 11}])
def test_on_a_slide_that_breaks_later_ones_only_what_does_so_is_refused(bad: set[int]) -> None:
    deck = deck_of("\n---\n\n".join("".join(f"{n} {m}\n\n" for m in "abc") for n in range(4)))
    mots = {one.key: "worse" if index in bad else "mot" for index, one in enumerate(deck.segments)}
    result = build(deck, mots, TriesOfSlidesThatBreakOthers(), FRENCH)
    assert {deck.segments.index(one.segment) for one in result.refused} == bad
    assert {one.reason for one in result.refused} == {"it would change the structure of slides after its own"}


def forty_slides(bad: Sequence[int]) -> tuple[Deck, dict[Key, str]]:
    deck = deck_of("\n---\n\n".join(f"word {number}\n" for number in range(40)))
    mots = ("worse" if number in bad else f"mot {number}" for number in range(40))
    return deck, {segment.key: mot for segment, mot in zip(deck.segments, mots, strict=True)}


class Tries:
    """Slides of texts, counted."""

    def __init__(self, dialect: str = "remark") -> None:
        self.dialect, self.count = dialect, 0

    def __call__(self, text: str, amid: Deck | None = None) -> Slides:
        self.count += 1
        return skim(text, DIALECTS[self.dialect], amid)


class TriesOfSlidesThatBreakOthers(Tries):
    """As if ``worse`` did no harm to its own slide, but made one more of those that follow."""

    of_deck = 0

    def __call__(self, text: str, amid: Deck | None = None) -> Slides:
        self.of_deck += amid is None
        return super().__call__(f"{text}\n---\n\n" if amid is None and "worse" in text else text, amid)


@pytest.mark.parametrize("dialect", ["remark", "markdown", "xaringan"])
def test_what_no_bracket_closes_is_no_tag(dialect: str) -> None:
    text = "# T\n\n- a &lt;b always\n\n- i<n while running\n"
    result = built(
        text, {"a &lt;b always": "a &lt;b toujours", "i<n while running": "i<n en marche"}, dialect
    )
    assert result.text == "# T\n\n- a &lt;b toujours\n\n- i<n en marche\n"
    assert [one.reason for one in built(text, {"i<n while running": "i <n> en marche"}).refused]


@pytest.mark.parametrize("start", [":::", "!!!", "???0 0 0 0", "===", "/// a", "$$"])
def test_translation_of_a_page_begins_no_block_of_any_tool(start: str) -> None:
    (refusal,) = built("Some text\n", {"Some text": f"{start} mot"}, "markdown").refused
    assert "of its own" in refusal.reason
    assert not built(f"{start} some text\n", {f"{start} some text": f"{start} du texte"}).refused


@pytest.mark.parametrize("translation", ["Est-ce <a", "Est-ce <0", "Est-ce <!", "*Est-ce", "Est_ce"])
def test_line_of_a_quiz_may_not_go_on_in_the_next(translation: str) -> None:
    text = "a\n\n???\n\n:Q: Is it?\n:A: two <b> and [one](b*c_d)\n"
    result = built(text, {"Is it?": translation})
    assert (result.text, len(result.refused)) == (text, 1)


@pytest.mark.parametrize("translation", ["Est-ce <a>ça</a>", "*Est*-ce 1 < 2", "1 <- 2"])
def test_line_of_a_quiz_may_have_what_ends_in_it(translation: str) -> None:
    text = "a\n\n???\n\n:Q: Is <a>it</a> *1*?\n:A: two\n"
    result = built(text, {"Is <a>it</a> *1*?": f"<a>x</a> *1* {translation.partition('</a>')[2]}?"})
    assert result.refused == ()


def test_layout_without_content_keeps_its_blocks() -> None:
    text = "layout: true\n\ntext\n{{content}}---\n\nmore\n"
    result = built(text, {"text {{content}}---": "0{{content}}"})
    assert (result.text, len(result.refused)) == (text, 1)


@pytest.mark.parametrize("translation", ["<0", "Titre <a", "Titre <!"])
def test_tag_without_an_end_may_not_go_on_in_a_step(translation: str) -> None:
    text = "# Title\n--\n<b>\n"
    result = built(text, {"Title": translation})
    assert (result.text, len(result.refused)) == (text, 1)


def test_sign_that_the_source_has_may_stay() -> None:
    assert built("for i<n do\n", {"for i<n do": "pour i<n faire"}).refused == ()


@pytest.mark.parametrize("translation", ["[a [c][ref] b](d)", "[a [c](http://x) b](d)"])
def test_link_may_not_stand_in_another(translation: str) -> None:
    text = "[a b](d) [c][ref]\n\n[ref]: http://x\n"
    result = built(text, {"[a b](d) [c][ref]": translation})
    assert (result.text, len(result.refused)) == (text, 1)


def test_a_fault_elsewhere_costs_front_matter_nothing() -> None:
    text = "---\ntitle: Pods\n---\n\n# One\n\n---\n\nlast\n"
    result = built(text, {"Pods": "Les pods", "last": "name: dernier"})
    assert result.text == text.replace("title: Pods", "title: Les pods")
    assert [refusal.segment.msgid for refusal in result.refused] == ["last"]


@pytest.mark.parametrize(
    "slide",
    [
        '# One\n\n[x]: http://q "t"\n[Ref] and more words\n',
        "# One\n\n[x]: <b>\n[Ref] more\n",
        'words\n\n[x]: http://q "t"\n[Ref]\n',
    ],
)
def test_a_fault_elsewhere_costs_no_link_to_what_another_slide_defines(slide: str) -> None:
    text = f"{slide}\n---\n\nlast\n\n---\n\n[ref]: http://example.com\n"
    mots = {msgid: f"Mot {msgid}" for msgid in msgids(text)}
    assert built(text, mots).refused == ()
    result = built(text, {**mots, "last": "name: dernier"})
    assert [refusal.segment.msgid for refusal in result.refused] == ["last"]
