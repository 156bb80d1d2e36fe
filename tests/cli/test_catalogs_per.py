"""``catalogs-per``: one catalog for all decks, or for those of a folder, and the way there and back."""

import json
import re
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from cli.conftest import Workspace, contents, gettext, needs_gettext
from l10n.project.config import find_config
from l10n.serve.saving import Edit
from l10n.serve.workshop import Workshop

INTRO = "# Intro\n\nHello\n\n---\n\n# Questions?\n\nThanks\n"
A = "# Week one\n\nHello\n\n---\n\n# Questions?\n"
B = "# Part b\n\nHello\n\n---\n\n# Questions?\n\nOnly here\n"
C = "# Week two\n\nHello\n\n---\n\n# Questions?\n\nThanks\n"
FRENCH = {
    "Hello": "Bonjour",
    "Questions?": "Des questions ?",
    "Thanks": "Merci",
    "Only here": "Ici seulement",
}
PERS = ("deck", "folder", "project")
ALL = "messages"


def translate(work: Workspace, locale: str = "fr") -> None:
    """All decks the same, but for one that greets otherwise, and one with a draft."""
    for path in sorted(work.path(f"locales/{locale}").rglob("*.po")):
        text = path.read_text()
        for msgid, msgstr in FRENCH.items():
            said = "Salut" if path.stem == "b" and msgid == "Hello" else msgstr
            text = text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{said}"')
        if path.stem == "b":
            text = text.replace(
                "#. paragraph, slide “Part b”", "# informal here\n#. paragraph, slide “Part b”"
            )
        if path.stem == "c":
            text = text.replace('msgid "Thanks"', '#, fuzzy\n#| msgid "Thank you"\nmsgid "Thanks"')
        path.write_text(text)


@pytest.fixture
def course(empty: Workspace) -> Workspace:
    """Four decks in three folders, translated in part."""
    for name, text in {"intro": INTRO, "week1/a": A, "week1/b": B, "week2/c": C}.items():
        empty.deck(f"{name}.md", text)
    empty.ok("init", "fr", "de")
    translate(empty)
    empty.ok("sync")
    return empty


def settle(work: Workspace, per: str, *more: str) -> None:
    lines = ['source = "source"', f'catalogs-per = "{per}"', *more]
    work.write("l10n.toml", "\n".join(lines) + "\n")


@pytest.fixture
def shared(course: Workspace) -> Workspace:
    """The same with one catalog."""
    settle(course, "project")
    course.ok("sync")
    return course


def catalogs(work: Workspace) -> set[str]:
    return {name for name in work.files("locales") if name.endswith((".po", ".pot"))}


def entry(work: Workspace, msgid: str, name: str = ALL, locale: str = "fr", context: str = "") -> str:
    """The lines of an entry."""
    said = f'msgctxt "{context}"\n' if context else ""
    every = work.read(work.po(name, locale)).split("\n\n")
    return next(
        one for one in every if f'{said}msgid "{msgid}"\n' in one and ("msgctxt" in one) == bool(said)
    )


# A shared catalog


def test_a_message_of_several_decks_is_one_entry_with_all_their_references(shared: Workspace) -> None:
    assert catalogs(shared) == {
        f"{where}/{ALL}.po{t}"
        for where, t in (("fr/LC_MESSAGES", ""), ("de/LC_MESSAGES", ""), ("templates", "t"))
    }
    assert entry(shared, "Questions?") == (
        "#. heading, slide “Questions?”\n"
        "#: source/intro.md source/week1/a.md source/week1/b.md source/week2/c.md\n"
        'msgid "Questions?"\nmsgstr "Des questions ?"'
    )
    msgids = re.findall(r'^msgid "(.+)"$', shared.read(f"locales/templates/{ALL}.pot"), re.MULTILINE)
    assert msgids == [
        *("Intro", "Hello", "Questions?", "Thanks"),
        *("Week one", "Part b", "Hello", "Only here", "Week two", "Thanks"),
    ]


@needs_gettext
@pytest.mark.parametrize("per", PERS)
def test_gettext_takes_what_is_shared(course: Workspace, per: str) -> None:
    settle(course, per)
    course.ok("sync")
    for name in catalogs(course):
        done = gettext("msgfmt", "-c", "-o", "/dev/null", name, folder=course.path("locales"))
        assert not done.stderr or name.endswith(".pot"), done.stderr.decode()


def test_each_folder_has_one_and_the_top_is_called_as_gettext_does(course: Workspace) -> None:
    settle(course, "folder")
    course.ok("sync")
    names = {name.removeprefix("fr/LC_MESSAGES/") for name in catalogs(course) if name.startswith("fr/")}
    assert names == {"messages.po", "week1.po", "week2.po"}


def test_a_folder_that_is_called_as_the_top_shares_its_catalog(course: Workspace) -> None:
    course.deck("messages/d.md", "# Deck d\n")
    settle(course, "folder")
    course.ok("sync")
    assert "source/intro.md" in course.read(course.po(ALL))
    assert "source/messages/d.md" in course.read(course.po(ALL))


def test_an_edit_in_one_deck_touches_no_entry_of_another(shared: Workspace) -> None:
    before = shared.read(shared.po(ALL)).strip().split("\n\n")
    shared.replace("source/week1/b.md", "Only here", "Only there")
    outcome = shared.ok("sync")
    assert "wrote build/fr/week1/b.md" in outcome.out
    assert "intro" not in outcome.out
    after = shared.read(shared.po(ALL)).split("\n\n")
    changed = [one for one in before if one not in after]
    assert len(changed) == 1
    assert 'msgid "Only here"' in changed[0]


def test_nothing_to_do_stays_nothing_to_do(shared: Workspace) -> None:
    before = shared.snapshot()
    for args in (["sync"], ["sync", "--check"], ["sync", "fr"], ["extract"], ["update"], ["build"], ["fmt"]):
        shared.ok(*args)
    assert {name for name, one in shared.snapshot().items() if one != before.get(name)} <= {".l10n"} | {
        name for name in shared.snapshot() if name.startswith(".l10n/")
    }


def test_a_fresh_clone_has_nothing_to_do(shared: Workspace) -> None:
    shutil.rmtree(shared.path(".l10n"))
    shared.ok("sync", "--check")


def test_while_a_deck_cannot_be_read_its_entries_stay_and_others_are_built(shared: Workspace) -> None:
    before = shared.read(shared.po(ALL))
    shared.deck("week1/a.md", b"# \xff\n")
    shared.replace(shared.po(ALL), "Bonjour", "Bonsoir")
    outcome = shared.run("sync")
    assert outcome.code == 2
    assert "source/week1/a.md:1: " in outcome.err
    assert "not brought up to their decks while one of these cannot be read" in outcome.err
    assert shared.read(shared.po(ALL)) == before.replace("Bonjour", "Bonsoir")
    assert "Bonsoir" in shared.read("build/fr/intro.md")


def test_stats_count_each_deck_by_its_own_messages(shared: Workspace) -> None:
    told = [shared.ok("stats", "--by", "deck", *more).out for more in ([], ["--format", "json"])]
    shutil.rmtree(shared.path(".l10n"))
    assert [shared.ok("stats", "--by", "deck", *more).out for more in ([], ["--format", "json"])] == told
    settle(shared, "deck")
    shared.ok("sync")
    assert [shared.ok("stats", "--by", "deck", *more).out for more in ([], ["--format", "json"])] == told


# Who stands apart


def test_who_translates_otherwise_stands_apart_in_all_locales_and_the_template(shared: Workspace) -> None:
    context = r"only in week1/b.md\n"
    assert entry(shared, "Hello").endswith('msgstr "Bonjour"')
    assert entry(shared, "Hello", context=context).startswith("# informal here\n")
    assert entry(shared, "Hello", context=context).endswith('msgstr "Salut"')
    assert f'msgctxt "{context}"' in shared.read(shared.po(ALL, "de"))
    assert f'msgctxt "{context}"' in shared.read(f"locales/templates/{ALL}.pot")
    assert "Salut" in shared.read("build/fr/week1/b.md")
    assert "Bonjour" in shared.read("build/fr/week1/a.md")


def test_a_draft_does_not_take_the_translation_from_others(shared: Workspace) -> None:
    drafted = entry(shared, "Thanks", context=r"only in week2/c.md\n")
    assert '#, fuzzy\n#| msgid "Thank you"\n' in drafted
    assert "Merci" in shared.read("build/fr/intro.md")
    assert "Merci" not in shared.read("build/fr/week2/c.md")


def test_an_edit_of_a_number_is_done_in_the_translation_also_where_it_stands_apart(course: Workspace) -> None:
    said = ""
    for name, text in {"intro": "Lire 3 pages", "week1/a": "Lisez 3 pages"}.items():
        deck = f"source/{name}.md"
        course.write(deck, f"{course.read(deck)}\nRead 3 pages\n")
        course.ok("sync")
        course.replace(course.po(name), f'3 pages"\nmsgstr "{said}"', f'3 pages"\nmsgstr "{text}"')
        said = text
    settle(course, "project")
    course.ok("sync")
    course.replace("source/week1/a.md", "3 pages", "4 pages")
    course.ok("sync")
    assert "Lisez 4 pages" in course.read("build/fr/week1/a.md")
    assert "Lire 3 pages" in course.read("build/fr/intro.md")
    course.replace("source/week1/a.md", "4 pages", "3 pages")
    course.ok("sync")
    assert "Lisez 3 pages" in course.read("build/fr/week1/a.md")


def test_a_deck_that_is_renamed_keeps_what_it_has_apart(shared: Workspace) -> None:
    shared.path("source/week1/b.md").rename(shared.path("source/week1/z.md"))
    shared.ok("sync")
    assert "Salut" in shared.read("build/fr/week1/z.md")
    assert r"only in week1/z.md\n" in shared.read(shared.po(ALL))
    assert r"only in week1/b.md\n" not in shared.read(shared.po(ALL))


def test_what_a_deck_has_that_is_gone_is_obsolete_and_comes_back(shared: Workspace) -> None:
    built = shared.files("build")
    text = shared.path("source/week1/b.md").read_bytes()
    shared.path("source/week1/b.md").unlink()
    shared.ok("sync")
    assert '#~ msgid "Only here"' in shared.read(shared.po(ALL))
    assert '#~ msgctxt "only in week1/b.md\\n"' in shared.read(shared.po(ALL))
    assert "week1/b.md" not in re.sub("^#~.*$", "", shared.read(shared.po(ALL)), flags=re.MULTILINE)
    shared.path("source/week1/b.md").write_bytes(text)
    shared.ok("sync")
    assert shared.files("build") == built


def test_a_folder_that_is_gone_leaves_an_orphan(course: Workspace) -> None:
    settle(course, "folder")
    course.ok("sync")
    shutil.rmtree(course.path("source/week2"))
    assert "fr/LC_MESSAGES/week2.po: it is of no deck any more" in course.ok("sync").err


def test_what_was_kept_counts_the_same_whether_it_is_remembered(course: Workspace) -> None:
    settle(course, "folder")
    course.ok("sync")
    course.deck("week2/c.md", C + "\nOne more\n")
    told = course.ok("sync").out
    shutil.rmtree(course.path(".l10n"))
    course.deck("week2/c.md", C)
    course.ok("sync")
    course.deck("week2/c.md", C + "\nOne more\n")
    shutil.rmtree(course.path(".l10n"))
    again = course.ok("sync").out
    assert "kept" in told
    assert told.splitlines()[-2:] == again.splitlines()[-2:]


def test_a_folder_that_is_renamed_keeps_its_catalog(course: Workspace) -> None:
    settle(course, "folder")
    course.ok("sync")
    course.path("source/week1").rename(course.path("source/first"))
    course.ok("sync")
    assert "Salut" in course.read("build/fr/first/b.md")
    assert "Bonjour" in course.read("build/fr/first/a.md")
    assert not course.path(course.po("week1")).exists()


def test_a_locale_that_is_begun_later_has_all_that_stand_apart(shared: Workspace) -> None:
    shared.ok("init", "pt-BR")
    shared.ok("sync")
    assert "only in week1/b.md" in shared.read(shared.po(ALL, "pt_BR"))
    shared.ok("sync", "--check")


# The way there and back


@pytest.mark.parametrize("ways", list(permutations(PERS)), ids="-".join)
def test_what_is_built_stays_the_same_whichever_way_catalogs_move(
    course: Workspace, ways: tuple[str, ...]
) -> None:
    built = course.files("build")
    first = course.files("locales")
    for per in (*ways, *ways[::-1], "deck"):
        settle(course, per)
        course.ok("sync")
        assert course.files("build") == built
        course.ok("sync", "--check")
        assert course.ok("check").code == 0
    after = course.files("locales")
    assert after.keys() == first.keys()
    for name, content in after.items():
        lines, old = content.decode().splitlines(), first[name].decode().splitlines()
        assert [line for line in lines if line.startswith("msg")] == [
            line for line in old if line.startswith("msg")
        ]
        assert set(old) <= set(lines)


def test_check_says_what_would_move_and_moves_nothing(course: Workspace) -> None:
    settle(course, "project")
    before = course.snapshot()
    outcome = course.run("sync", "--check")
    assert outcome.code == 1
    assert "would write locales/fr/LC_MESSAGES/messages.po" in outcome.out
    assert "would remove locales/fr/LC_MESSAGES/week1/a.po" in outcome.out
    assert course.snapshot() == before


@pytest.mark.parametrize("command", ["build", "check", "stats", "log fr", "adopt fr old.md"])
def test_who_does_not_move_catalogs_says_who_does(course: Workspace, command: str) -> None:
    course.write("old.md", INTRO)
    settle(course, "project")
    before = course.files()
    outcome = course.run(*command.split())
    assert outcome.code == 2
    assert "run `l10n sync`" in outcome.err
    assert "LC_MESSAGES/intro.po: it is the catalog of a deck" in outcome.err
    assert course.files() == before


def test_a_catalog_that_cannot_be_read_holds_those_back_that_it_is_to_join(course: Workspace) -> None:
    settle(course, "project")
    good = course.read(course.po("week1/a"))
    course.write(course.po("week1/a"), good + 'msgid "broken\n')
    before = course.files("locales/fr"), course.files("build")
    outcome = course.run("sync")
    assert outcome.code == 2
    line = good.count("\n") + 1
    assert f"locales/fr/LC_MESSAGES/week1/a.po:{line}: " in outcome.err
    assert (course.files("locales/fr"), course.files("build")) == before
    assert "remove it" not in outcome.err
    course.write(course.po("week1/a"), good)
    course.ok("sync")
    assert course.files("build") == before[1]


def test_a_shared_catalog_that_cannot_be_read_is_not_parted(shared: Workspace) -> None:
    settle(shared, "deck")
    shared.write(shared.po(ALL), shared.read(shared.po(ALL)) + 'msgid "broken\n')
    before = shared.files("locales/fr"), shared.files("build")
    assert f"{ALL}.po:" in shared.run("sync").err
    assert (shared.files("locales/fr"), shared.files("build")) == before


def test_words_of_translators_in_headers_stay(course: Workspace) -> None:
    for name, who in {"intro": "Ann <ann@example.org>", "week1/a": "Bob <bob@example.org>"}.items():
        course.replace(course.po(name), '"Last-Translator: ', f'"Last-Translator: {who}')
        course.replace(course.po(name), 'msgid ""', f'# Copyright {who}\nmsgid ""')
        course.replace(course.po(name), '"X-Generator', f'"X-Of-{name[-1]}: mine\\n"\n"X-Generator')
    settle(course, "project")
    course.ok("sync")
    header = course.read(course.po(ALL)).split("\n\n")[0]
    for words in ("Copyright Ann", "Copyright Bob", "Last-Translator: Ann", "Last-Translator: Bob"):
        assert words in header
    assert '"X-Of-o: mine\\n"' in header
    assert '"X-Of-a: mine\\n"' in header
    assert header.count("X-Catalogs-Per") == 1
    settle(course, "deck")
    course.ok("sync")
    assert "X-Catalogs-Per" not in course.read(course.po("week2/c"))
    assert "Bob" in course.read(course.po("week1/a"))
    assert '"Project-Id-Version: week1/a\\n"' in course.read(course.po("week1/a"))


def test_a_catalog_of_the_old_setting_that_a_merge_brings_is_joined(shared: Workspace) -> None:
    old = 'msgid ""\nmsgstr "Language: fr\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    shared.write(
        shared.po("week2/c"), old + '#: source/week2/c.md\nmsgid "Week two"\nmsgstr "Semaine deux"\n'
    )
    shared.ok("sync")
    assert not shared.path(shared.po("week2/c")).exists()
    assert "Semaine deux" in shared.read("build/fr/week2/c.md")


def test_a_translation_that_a_merge_brings_takes_the_place_of_a_draft(shared: Workspace) -> None:
    brought = shared.read(shared.po(ALL))
    draft = entry(shared, "Thanks", context=r"only in week2/c.md\n")
    done = draft.replace("#, fuzzy\n", "").replace("Merci", "Merci bien")
    assert done.count("\n") < draft.count("\n")
    settle(shared, "deck")
    shared.ok("sync")
    shared.write(shared.po(ALL), brought.replace(draft, done))
    shared.ok("sync")
    now = entry(shared, "Thanks", "week2/c")
    assert 'msgstr "Merci bien"' in now
    assert "#, fuzzy" not in now
    assert 'Another branch has a draft of this; remove this line once it is of no use: "Merci"' in now
    assert "Merci bien" in shared.read("build/fr/week2/c.md")


@pytest.mark.parametrize("memory", ["fill", "off"])
def test_an_old_catalog_that_a_merge_brings_takes_nothing_from_what_is_newer(
    course: Workspace, memory: str
) -> None:
    old = course.read(course.po("week2/c"))
    settle(course, "project", f'memory = "{memory}"')
    course.ok("sync")
    text = course.read(course.po(ALL))
    now = text.replace('"Week two"\nmsgstr ""', '"Week two"\nmsgstr "Semaine deux"')
    course.write(course.po(ALL), now.replace("Des questions ?", "Questions ?"))
    course.write(course.po("week2/c"), old.replace('"Bonjour"', '"Coucou"'))
    course.ok("sync")
    told = entry(course, "Hello", context=r"only in week2/c.md\n")
    assert (
        'Another branch translated this differently; keep the better text, remove this line: "Coucou"' in told
    )
    assert "#, fuzzy" in told
    assert 'msgstr "Bonjour"' in told
    assert [course.read(f"build/fr/{name}.md").count("Bonjour") for name in ("intro", "week2/c")] == [1, 0]
    assert 'msgstr "Semaine deux"' in entry(course, "Week two")
    assert "Semaine deux" in course.read("build/fr/week2/c.md")
    assert 'msgstr "Questions ?"' in entry(course, "Questions?", context=r"only in week2/c.md\n")
    assert "#, fuzzy" not in entry(course, "Questions?")
    assert course.read(course.po(ALL)).count("only in week2/c.md") == 3
    course.ok("sync", "--check")


def test_a_message_without_a_translation_takes_that_of_the_others_if_memory_fills(course: Workspace) -> None:
    text = course.read(course.po("week1/a"))
    course.write(course.po("week1/a"), text.replace('msgstr "Bonjour"', 'msgstr ""'))
    settle(course, "project", 'memory = "off"')
    course.ok("sync")
    assert "Hello" in course.read("build/fr/week1/a.md")
    assert r"only in week1/a.md\n" in course.read(course.po(ALL))
    settle(course, "deck")
    course.ok("sync")
    settle(course, "project")
    course.ok("sync")
    assert "Bonjour" in course.read("build/fr/week1/a.md")


@pytest.mark.parametrize(("old", "new"), list(permutations(PERS, 2)))
def test_a_check_goes_by_what_there_was_before_catalogs_moved(course: Workspace, old: str, new: str) -> None:
    settle(course, old)
    course.ok("sync")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        gettext("git", "-c", "user.name=x", "-c", "user.email=x@y", *command, folder=course.root)
    settle(course, new)
    course.ok("sync")
    same = course.run("check", "fr", "--changed-since", "HEAD", "--not-below", "HEAD")
    assert "0 translations in" in same.out
    assert same.code == 0
    name = {"deck": "week1/b", "folder": "week1", "project": ALL}[new]
    course.replace(course.po(name), '"Ici seulement"', '""')
    lost = course.run("check", "fr", "--not-below", "HEAD")
    assert "[not-below]" in lost.out
    assert lost.code == 1


# All that reads and writes one deck


def test_each_finding_is_told_once_where_it_stands(shared: Workspace) -> None:
    shared.replace(shared.po(ALL), "Des questions ?", "Des **questions ?")
    told = shared.run("check", "fr").out.splitlines()
    line = shared.line_of(shared.po(ALL), 'msgid "Questions?"')
    found = [one for one in told if f"{shared.po(ALL)}:{line}: " in one]
    assert found
    assert len(found) == len(set(found))
    assert all(len(re.findall("emphasis|strong", one)) < 3 for one in found)
    assert "in 1 file" in told[-1]
    named = (one.rpartition("line")[2] for one in told if "not translated" in one)
    lines = re.findall(r"\d+", " ".join(named))
    assert lines
    assert len(lines) == len(set(lines))


def test_what_one_dialect_refuses_another_publishes(empty: Workspace) -> None:
    empty.deck("page.md", "# One\n\nHello\n")
    empty.deck("talk.md", "# Two\n\nHello\n")
    settle(empty, "project", 'dialects = { "page.md" = "markdown", "talk.md" = "remark" }')
    empty.ok("init", "fr")
    empty.replace(empty.po(ALL), 'msgid "Hello"\nmsgstr ""', 'msgid "Hello"\nmsgstr ".red[Salut]"')
    outcome = empty.run("sync")
    line = empty.line_of(empty.po(ALL), 'msgid "Hello"')
    assert f"{empty.po(ALL)}:{line}: " in outcome.out + outcome.err
    assert "Salut" not in empty.read("build/fr/talk.md")
    findings = empty.run("check").out
    assert f"{empty.po(ALL)}:{line}: error: " in findings
    assert "Salut" in empty.read("build/fr/page.md")


def test_an_edit_in_the_browser_is_written_to_the_entry_of_its_deck(shared: Workspace) -> None:
    shop = Workshop(find_config(shared.root), "fr")
    before = shared.read(shared.po(ALL))
    shop.save(Edit("week1/b.md", (None, "Hello"), "Salut", "Coucou"))
    assert shared.read(shared.po(ALL)) == before.replace("Salut", "Coucou")
    shop.save(Edit("week1/a.md", (None, "Hello"), "Bonjour", "Bonsoir"))
    assert shared.read(shared.po(ALL)) == before.replace("Salut", "Coucou").replace("Bonjour", "Bonsoir")
    assert "Coucou" in shared.read("build/fr/week1/b.md")
    assert "Bonsoir" in shared.read("build/fr/week1/a.md")
    changed = shop.changed([shared.path(shared.po(ALL))])
    assert changed.keys() == {"intro.md", "week2/c.md"}
    assert "Bonsoir" in shared.read("build/fr/intro.md")
    shop.undo()
    shop.undo()
    assert shared.read(shared.po(ALL)) == before
    shop.close()


def test_the_browser_shows_what_a_deck_has(shared: Workspace) -> None:
    shop = Workshop(find_config(shared.root), "fr")
    shown = {
        name: [one["msgstr"] for slide in shop.view(name)["slides"] for one in slide["messages"]]
        for name in ("week1/a.md", "week1/b.md")
    }
    assert shown == {
        "week1/a.md": ["", "Bonjour", "Des questions ?"],
        "week1/b.md": ["", "Salut", "Des questions ?", "Ici seulement"],
    }
    found = shop.next("intro.md", "fuzzy")
    assert found is not None
    assert found["deck"] == "week2/c.md"
    shop.close()


def test_adopting_a_deck_disturbs_no_other(shared: Workspace) -> None:
    before = shared.read(shared.po(ALL)).split("\n\n")
    shared.write("old/week2/c.md", "# Semaine deux\n\nBonjour à tous\n\n---\n\n# Des questions ?\n\nMerci\n")
    shared.ok("adopt", "fr", "old/week2/c.md", "--source", "source/week2/c.md", "--overwrite")
    after = shared.read(shared.po(ALL)).split("\n\n")
    assert 'msgstr "Bonjour"' in shared.read(shared.po(ALL))
    assert r'msgctxt "only in week2/c.md\n"' + '\nmsgid "Hello"\nmsgstr "Bonjour à tous"' in "\n".join(after)
    assert [one for one in before if "c.md" not in one and one not in after] == []
    shared.ok("sync")
    assert "Bonjour à tous" in shared.read("build/fr/week2/c.md")
    assert "Semaine deux" in shared.read("build/fr/week2/c.md")
    assert "Bonjour\n" in shared.read("build/fr/week1/a.md")
    shared.ok("sync", "--check")


def test_what_stands_apart_in_one_locale_keeps_its_translation_in_the_others(shared: Workspace) -> None:
    for locale in ("de",):
        shared.replace(shared.po(ALL, locale), 'msgid "Thanks"\nmsgstr ""', 'msgid "Thanks"\nmsgstr "Danke"')
        shared.replace(
            shared.po(ALL, locale), 'msgid "Questions?"\nmsgstr ""', 'msgid "Questions?"\nmsgstr "Fragen"'
        )
    shared.ok("sync")
    shared.write("old.md", "# Semaine un\n\nBonjour\n\n---\n\n# Vos questions\n")
    shared.ok("adopt", "fr", "old.md", "--source", "source/week1/a.md", "--overwrite")
    shared.ok("sync")
    assert "Vos questions" in shared.read("build/fr/week1/a.md")
    assert "Des questions" in shared.read("build/fr/week1/b.md")
    assert "Fragen" in shared.read("build/de/week1/a.md")


def test_a_locale_borrows_from_another_by_deck(shared: Workspace) -> None:
    shared.ok("init", "fr_CA")
    shared.ok("sync")
    assert "Salut" in shared.read("build/fr_CA/week1/b.md")
    assert "Bonjour" in shared.read("build/fr_CA/week1/a.md")


def test_log_goes_back_beyond_the_move(course: Workspace) -> None:
    def git(*args: str) -> None:
        gettext("git", "-c", "user.name=x", "-c", "user.email=x@y", *args, folder=course.root)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "translated")
    settle(course, "project")
    course.ok("sync")
    git("add", "-A")
    git("commit", "-qm", "moved")
    course.next_day()
    course.replace("source/week1/b.md", "Only here", "Only here and there, too")
    course.ok("sync")
    told = course.ok("log", "fr", "week1/b.md").out
    assert "Only here" in told


def test_weblate_is_told_of_the_one_component(shared: Workspace) -> None:
    gettext("git", "init", "-q", folder=shared.root)
    said = json.loads(shared.ok("weblate").out)
    found = re.fullmatch(said["match"], shared.po(ALL))
    assert found
    assert found["component"] == ALL
    template = said["new_base_template"].replace("{{ component }}", ALL)
    assert shared.path(template).exists()


def test_processes_share_out_folders_and_do_the_same(empty: Workspace) -> None:
    for number in range(40):
        empty.deck(f"{number:02}/a.md", f"# Deck {number}\n\nHello\n")
        empty.deck(f"{number:02}/b.md", f"# Deck {number}\n\nHello {number}\n")
    settle(empty, "folder")
    empty.ok("init", "fr")
    empty.ok("sync")
    assert len(list(empty.path("build/fr").rglob("*.md"))) == 80
    assert contents(empty.path("locales/templates")).keys() == {f"{number:02}.pot" for number in range(40)}


def test_odd_names_of_decks_are_no_trouble(empty: Workspace) -> None:
    names = ("with space.md", "Ünï/cödé.md", 'quo"te.md', "back\\slash.md", "only in x.md")
    for number, name in enumerate(names):
        empty.deck(name, f"# Title {number}\n\nHello\n")
    empty.ok("init", "fr")
    for number, path in enumerate(sorted(Path(empty.path("locales/fr")).rglob("*.po"))):
        path.write_text(
            path.read_text().replace('msgid "Hello"\nmsgstr ""', f'msgid "Hello"\nmsgstr "H{number}"')
        )
    empty.ok("sync")
    built = empty.files("build")
    for per in ("project", "folder", "deck"):
        settle(empty, per)
        empty.ok("sync")
        assert empty.files("build") == built
        empty.ok("sync", "--check")


def test_adopting_takes_up_what_left_the_deck_and_leaves_a_sound_catalog(shared: Workspace) -> None:
    text = shared.read("source/week1/b.md")
    shared.deck("week1/b.md", "# Part b\n\nSomething\n")
    shared.ok("sync")
    assert '#~ msgid "Only here"' in shared.read(shared.po(ALL))
    shared.deck("week1/b.md", text)
    shared.write("old.md", "# Partie b\n\nCoucou\n\n---\n\n# Des questions ?\n\nQue là\n")
    shared.ok("adopt", "fr", "old.md", "--source", "source/week1/b.md", "--overwrite")
    shared.ok("sync")
    shared.ok("check", "fr", "--select", "catalog")
    assert "Que là" in shared.read("build/fr/week1/b.md")
    assert "Coucou" in shared.read("build/fr/week1/b.md")
    assert "Bonjour" in shared.read("build/fr/week1/a.md")


def test_a_rename_takes_the_place_of_what_was_called_so_before(shared: Workspace) -> None:
    for old, new in (("b", "z"), ("z", "b"), ("b", "z")):
        shared.path(f"source/week1/{old}.md").rename(shared.path(f"source/week1/{new}.md"))
        shared.ok("sync")
        assert "Salut" in shared.read(f"build/fr/week1/{new}.md")
        shared.ok("sync", "--check")


@needs_gettext
def test_msgmerge_by_the_template_loses_nothing(shared: Workspace) -> None:
    built = shared.files("build")
    shared.deck("week3/d.md", "# Week three\n\nHello\n")
    shared.ok("extract")
    po, pot = shared.po(ALL), f"locales/templates/{ALL}.pot"
    done = gettext("msgmerge", "-q", "--update", "--backup=none", po, pot, folder=shared.root)
    assert done.returncode == 0, done.stderr
    shared.ok("sync")
    now = shared.files("build")
    assert {name: now[name] for name in built if name.endswith(".md")} == {
        name: content for name, content in built.items() if name.endswith(".md")
    }


@needs_gettext
def test_a_catalog_with_plurals_and_other_line_ends_moves_as_it_is(course: Workspace) -> None:
    plural = 'msgid "one %d"\nmsgid_plural "many %d"\nmsgstr[0] "un"\nmsgstr[1] "deux"\nmsgstr[2] "trois"\n'
    name = course.po("week1/a")
    text = f"{course.read(name)}\n#~ {plural.strip()}".replace("\nmsg", "\n#~ msg", 0)
    obsolete = "".join(f"#~ {line}\n" for line in plural.splitlines())
    course.write(name, f"{text.partition('#~')[0]}{obsolete}".replace("\n", "\r\n"))
    for per in ("project", "folder", "deck"):
        settle(course, per)
        course.ok("sync")
        every = "".join(path.read_text() for path in course.path("locales/fr").rglob("*.po"))
        for line in obsolete.splitlines():
            assert line in every
        for path in course.path("locales/fr").rglob("*.po"):
            done = gettext("msgfmt", "-c", "-o", "/dev/null", str(path), folder=course.root)
            assert done.returncode == 0, done.stderr.decode()


def test_nobody_is_set_apart_for_a_message_that_left_its_deck(shared: Workspace) -> None:
    shared.translate("Hello", "Hallo", f"{ALL}", "de")
    shared.replace("source/week1/b.md", "Hello\n", "Something else\n")
    shared.ok("sync")
    shared.ok("sync", "--check")
    assert '#~ msgctxt "only in week1/b.md\\n"' in shared.read(shared.po(ALL))
    assert "only in week1/b.md" not in shared.read(shared.po(ALL, "de"))
    shared.replace("source/week1/b.md", "Something else\n", "Hello\n")
    shared.ok("sync")
    assert "Salut" in shared.read("build/fr/week1/b.md")
    assert "Hallo" in shared.read("build/de/week1/b.md")


def test_where_all_stand_apart_nobody_takes_what_another_had(empty: Workspace) -> None:
    for name in ("a", "b"):
        empty.deck(f"{name}.md", "# T\n\nHello\n")
    settle(empty, "deck", 'memory = "off"')
    empty.ok("init", "fr", "de")
    empty.replace(empty.po("a"), 'msgid "Hello"\nmsgstr ""', '#, fuzzy\nmsgid "Hello"\nmsgstr "Un"')
    for locale in ("fr", "de"):
        empty.translate("Hello", "Un", "b", locale)
    empty.ok("sync")
    built = empty.files("build")
    for per in ("project", "folder", "deck", "folder", "project", "deck"):
        settle(empty, per, 'memory = "off"')
        empty.ok("sync")
        assert empty.files("build") == built
