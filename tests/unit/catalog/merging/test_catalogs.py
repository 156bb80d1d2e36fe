"""The rules of a merge, one by one; laws/test_merging.py has what holds for all of them."""

from pathlib import Path

import pytest
from support import HEADER, loaded

from l10n.catalog.comments import OTHER_DRAFT, OTHER_TRANSLATION
from l10n.catalog.merging.catalogs import Merged, merged
from l10n.catalog.model import Catalog


class Three:
    """Merges of catalogs from their texts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def merged(self, base: str | None, ours: str, theirs: str) -> Merged:
        old = Catalog() if base is None else loaded(self.folder, HEADER + base)
        return merged(old, loaded(self.folder, HEADER + ours), loaded(self.folder, HEADER + theirs))

    def entries(self, base: str | None, ours: str, theirs: str) -> str:
        return self.merged(base, ours, theirs).catalog.render().removeprefix(HEADER)

    def headers(self, base: str, ours: str, theirs: str) -> list[str]:
        read = [loaded(self.folder, HEADER + fields) for fields in (base, ours, theirs)]
        text = merged(read[0], read[1], read[2]).catalog.render()
        return text.removeprefix(HEADER).splitlines()


@pytest.fixture
def three(tmp_path: Path) -> Three:
    return Three(tmp_path)


def entry(msgid: str, msgstr: str = "", *before: str) -> str:
    return "\n" + "".join(f"{line}\n" for line in before) + f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'


def gone(msgid: str, msgstr: str, *before: str) -> str:
    return "\n" + "".join(f"{line}\n" for line in before) + f'#~ msgid "{msgid}"\n#~ msgstr "{msgstr}"\n'


F = "#, fuzzy"
EMPTY, A, B, OLD = entry("m"), entry("m", "a"), entry("m", "b"), entry("m", "old")
FUZZY_A, FUZZY_B, FUZZY_OLD = entry("m", "a", F), entry("m", "b", F), entry("m", "old", F)

RULES = {
    "two translators at one time, one text": (EMPTY, A, A, A),
    "one translates": (EMPTY, A, EMPTY, A),
    "one changes": (OLD, OLD, B, B),
    "one flags it": (OLD, FUZZY_OLD, OLD, FUZZY_OLD),
    "one approves": (FUZZY_OLD, FUZZY_OLD, OLD, OLD),
    "one empties": (OLD, EMPTY, OLD, EMPTY),
    "one empties, the other changes": (OLD, EMPTY, B, B),
    "one approves what the other drafts anew": (
        FUZZY_OLD, OLD, FUZZY_B, entry("m", "old", f'# {OTHER_DRAFT} "b"'),
    ),
    "one translates, the other drafts": (EMPTY, FUZZY_A, B, entry("m", "b", f'# {OTHER_DRAFT} "a"')),
    "one flags it, the other translates it anew": (OLD, FUZZY_OLD, B, B),
    "one flags it, the other drafts anew": (OLD, FUZZY_OLD, FUZZY_B, FUZZY_B),
    "one text, a draft of one, approved by the other": (EMPTY, FUZZY_A, A, A),
    "two texts": (OLD, A, B, entry("m", "a", f'# {OTHER_TRANSLATION} "b"', F)),
    "two texts of nothing": (EMPTY, A, B, entry("m", "a", f'# {OTHER_TRANSLATION} "b"', F)),
    "two texts without a base": (None, A, B, entry("m", "a", f'# {OTHER_TRANSLATION} "b"', F)),
    "two drafts": (EMPTY, FUZZY_A, FUZZY_B, entry("m", "a", f'# {OTHER_TRANSLATION} "b"', F)),
    "one approves the draft, the other rewrites it": (
        FUZZY_OLD, OLD, B, entry("m", "old", f'# {OTHER_TRANSLATION} "b"', F),
    ),
    "it left the source, and was translated": (OLD, gone("m", "old"), B, gone("m", "b")),
    "it left the source without a text, and was translated": (EMPTY, "", B, gone("m", "b")),
    "it left the source, and two translated it": (
        OLD, gone("m", "a"), B, gone("m", "a", f'# {OTHER_TRANSLATION} "b"', F),
    ),
    "it left the source, and nothing was said of it": (EMPTY, "", EMPTY, ""),
    "it came back, and was cleared away": (gone("m", "old"), OLD, "", OLD),
    "it was cleared away": (gone("m", "old"), "", gone("m", "old"), ""),
    "it came back in one and changed in the other": (gone("m", "old"), OLD, gone("m", "b"), B),
}  # fmt: skip


@pytest.mark.parametrize(("base", "ours", "theirs", "result"), RULES.values(), ids=RULES.keys())
def test_a_translation_is_merged_by_these_rules(
    three: Three, base: str | None, ours: str, theirs: str, result: str
) -> None:
    assert three.entries(base, ours, theirs) == result
    if OTHER_TRANSLATION not in result:
        assert three.entries(base, theirs, ours) == result


def test_only_two_texts_that_are_both_new_are_a_conflict(three: Three) -> None:
    for base, ours, theirs, result in RULES.values():
        assert bool(three.merged(base, ours, theirs).conflicts) is (OTHER_TRANSLATION in result)


def test_a_text_with_quotes_and_line_ends_is_kept_on_one_comment_line(three: Three) -> None:
    theirs = '\nmsgid "m"\nmsgstr ""\n"dit \\"b\\"\\n"\n"\\\\ fin"\n'
    line = f'# {OTHER_TRANSLATION} "dit \\"b\\"\\n\\\\ fin"'
    assert three.entries(OLD, A, theirs) == entry("m", "a", line, F)


def test_all_plural_forms_count(three: Three) -> None:
    def plural(one: str, many: str) -> str:
        return f'\nmsgid "m"\nmsgid_plural "ms"\nmsgstr[0] "{one}"\nmsgstr[1] "{many}"\n'

    merge = three.merged(plural("a", "b"), plural("a", "c"), plural("a", "d"))
    assert merge.catalog.render().count(OTHER_TRANSLATION) == 2
    assert merge.conflicts == {(None, "m")}


def test_a_text_that_is_kept_already_is_not_kept_twice(three: Three) -> None:
    kept = entry("m", "a", f'# {OTHER_TRANSLATION} "b"', F)
    assert three.entries(OLD, kept, B).count(OTHER_TRANSLATION) == 1


def test_each_part_of_an_entry_is_merged_by_itself(three: Three) -> None:
    base = entry("m", "", "# one", "#. said", "#: a.md", "#, no-wrap")
    ours = entry("m", "a", "# one", "# two", "#. said", "#: a.md", "#, no-wrap")
    theirs = entry("m", "", "# three", "#. said here", "#: b.md")
    both = entry("m", "a", "# two", "# three", "#. said here", "#: b.md")
    assert three.entries(base, ours, theirs) == both


def test_a_fuzzy_entry_says_what_its_source_was(three: Three) -> None:
    theirs = entry("m", "old", F, '#| msgid "n"')
    assert three.entries(OLD, entry("m", "old", "# mine"), theirs) == entry(
        "m", "old", "# mine", F, '#| msgid "n"'
    )
    assert three.entries(FUZZY_OLD, A, theirs) == A


def test_messages_of_both_sides_stand_where_they_stood(three: Three) -> None:
    base = entry("one") + entry("two") + entry("three") + gone("x", "y")
    ours = entry("zero") + entry("one") + entry("two", "deux") + entry("three") + gone("x", "y")
    theirs = entry("one") + entry("three") + entry("four") + gone("two", "2") + gone("x", "y")
    conflict = gone("two", "deux", f'# {OTHER_TRANSLATION} "2"', F)
    both = entry("zero") + entry("one") + entry("three") + entry("four") + conflict + gone("x", "y")
    assert three.entries(base, ours, theirs) == both


def test_the_side_that_moved_messages_leads(three: Three) -> None:
    base = entry("one") + entry("two") + entry("three")
    moved = entry("three") + entry("one") + entry("two")
    more = entry("one") + entry("new") + entry("two") + entry("three")
    both = entry("three") + entry("one") + entry("new") + entry("two")
    assert three.entries(base, moved, more) == both
    assert three.entries(base, more, moved) == both


def test_the_newer_template_leads_where_both_moved_messages(three: Three) -> None:
    def dated(day: int, *msgids: str) -> str:
        return f'"POT-Creation-Date: 2026-01-0{day} 10:00+0200\\n"\n' + "".join(map(entry, msgids))

    base, ours = dated(1, "a", "b", "c"), dated(2, "b", "a", "c")
    for day, order in ((3, "cab"), (1, "bac")):
        text = three.entries(base, ours, dated(day, "c", "a", "b"))
        assert [line[7] for line in text.splitlines() if line.startswith("msgid")] == list(order)


def test_the_newest_dates_hold_whatever_their_time_zone(three: Three) -> None:
    def dates(pot: str, po: str) -> str:
        return f'"POT-Creation-Date: {pot}\\n"\n"PO-Revision-Date: {po}\\n"\n'

    base = dates("2026-01-01 00:00+0000", "YEAR-MO-DA HO:MI+ZONE")
    ours = dates("2026-01-02 10:00+0000", "2026-01-02 10:00+0000")
    theirs = dates("2026-01-02 11:30+0200", "2026-01-02 09:30-0100")
    assert "".join(f"{line}\n" for line in three.headers(base, ours, theirs)) == dates(
        "2026-01-02 10:00+0000", "2026-01-02 09:30-0100"
    )


def test_header_fields_merge_one_by_one(three: Three) -> None:
    base = '"X-A: 1\\n"\n"X-B: 1\\n"\n"X-C: 1\\n"\n'
    ours = '"X-A: 2\\n"\n"X-B: 1\\n"\n"X-C: 1\\n"\n"X-D: 1\\n"\n'
    theirs = '"X-A: 1\\n"\n"X-New: 1\\n"\n"X-B: 3\\n"\n'
    both = ['"X-A: 2\\n"', '"X-New: 1\\n"', '"X-B: 3\\n"', '"X-D: 1\\n"']
    assert three.headers(base, ours, theirs) == both


def test_the_later_revision_names_its_translator(three: Three) -> None:
    def by(day: int, who: str) -> str:
        return f'"PO-Revision-Date: 2026-01-0{day} 00:00+0000\\n"\n"Last-Translator: {who}\\n"\n'

    assert three.headers(by(1, "a"), by(3, "b"), by(2, "c")) == by(3, "b").splitlines()
    assert three.headers(by(1, "a"), by(2, "b"), by(3, "c")) == by(3, "c").splitlines()


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    def crlf(text: str) -> Catalog:
        return loaded(tmp_path, (HEADER + text).replace("\n", "\r\n"))

    both = merged(crlf(EMPTY), loaded(tmp_path, HEADER + A), crlf(EMPTY + entry("n", "b"))).catalog.render()
    assert both == HEADER + A + entry("n", "b")
    both = merged(crlf(OLD), crlf(A), crlf(B)).catalog.render()
    assert both.count("\n") == both.count("\r\n") == 9


def test_twins_that_branches_left_become_one_entry(three: Three) -> None:
    twins = entry("m", "", "#. said") + gone("m", "old")
    both = entry("m", "old", "#. said") + entry("o") + entry("n")
    assert three.entries(twins, twins + entry("n"), twins + entry("o")) == both


def test_comments_at_the_end_are_kept(three: Three) -> None:
    assert three.entries(A + "\n# end\n", A + "\n# end\n# ours\n", A + "\n# theirs\n").endswith(
        "\n# ours\n# theirs\n"
    )
