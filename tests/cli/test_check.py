"""``l10n check``: what it looks at, what it prints, how it ends."""

import json
import os
import re
import subprocess

import pytest
from click import Choice

from cli.conftest import Outcome, Workspace
from l10n.cli.check import check
from l10n.report.findings.formats import FORMATS

PO = "locales/fr/LC_MESSAGES/one.po"


@pytest.fixture
def complete(french: Workspace) -> Workspace:
    """The French project, all translated."""
    for msgid, msgstr in {
        "One": "Un",
        "Hello world": "Bonjour le monde",
        "Read [the manual](https://example.com/manual)": "Lisez [le manuel](https://example.com/manual)",
        "Speak slowly": "Parlez lentement",
    }.items():
        french.translate(msgid, msgstr)
    for msgid, msgstr in {
        "Two": "Deux",
        "First things first": "Chaque chose en son temps",
        "Then the rest": "Puis le reste",
        "That is all": "C'est tout",
    }.items():
        french.translate(msgid, msgstr, deck="part/two")
    return french


def rules(outcome: Outcome) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in outcome.out.splitlines() if ".po:" in line]


def in_json(workspace: Workspace, *args: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(workspace.run("check", "--format", "json", *args).out)
    return found


def git(workspace: Workspace, *args: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *name, *args], cwd=workspace.root, check=True, capture_output=True)


@pytest.fixture
def committed(complete: Workspace) -> Workspace:
    git(complete, "init", "-q")
    git(complete, "add", ".")
    git(complete, "commit", "-q", "-m", "all")
    return complete


def test_nothing_is_found_in_what_is_right(complete: Workspace) -> None:
    outcome = complete.ok("check")
    assert rules(outcome) == []
    assert complete.ok("check", "fr", "--quiet").out == ""


def test_a_finding_names_file_line_and_rule_and_fails(complete: Workspace) -> None:
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    outcome = complete.run("check")

    assert outcome.code == 1
    line = complete.line_of(PO, 'msgid "Read')
    assert f"{PO}:{line}: " in outcome.out
    assert rules(outcome) == ["spaced-link"]


def test_what_is_right_is_counted_in_words(complete: Workspace) -> None:
    assert complete.ok("check").out == "8 translations in 2 catalogs: nothing found\n"


def test_every_format_can_be_asked_for() -> None:
    (option,) = (one for one in check.params if one.name == "form")
    assert isinstance(option.type, Choice)
    assert [*option.type.choices] == [*FORMATS]


def test_verbose_shows_the_message_and_where_in_it(complete: Workspace) -> None:
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    lines = complete.run("check", "--verbose").out.splitlines()
    assert lines[1:4] == [
        "    msgid   Read [the manual](https://example.com/manual)",
        "    msgstr  Lisez [le manuel] (https://example.com/manual)",
        "                             ^",
    ]


def test_quiet_prints_findings_and_nothing_else(complete: Workspace) -> None:
    assert complete.ok("check", "-q").out == ""
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    assert rules(complete.run("check", "-q")) == ["spaced-link"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_as_the_check_does(complete: Workspace, form: str) -> None:
    assert complete.run("check", "--format", form).code == 0
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    outcome = complete.run("check", "--format", form)
    assert (outcome.code, outcome.err) == (1, "")
    assert "spaced-link" in outcome.out


def test_programs_get_paths_from_the_top_of_the_repository(committed: Workspace) -> None:
    folder = committed.root.name
    committed.path(".git").rename(committed.root.parent / ".git")
    committed.replace(PO, "[le manuel](", "[le manuel] (")

    assert [one["file"] for one in in_json(committed)] == [f"{folder}/{PO}"]
    assert f"::error file={folder}/{PO},line=" in committed.run("check", "--format", "github").out
    assert committed.run("check").out.startswith(f"{PO}:")


def test_github_gets_a_summary_of_the_step_added_to_what_is_there(complete: Workspace) -> None:
    summary = complete.write("summary.md", "# Before\n")
    complete.monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    complete.run("check")
    assert complete.read("summary.md") == "# Before\n"
    complete.run("check", "--format", "github")
    assert complete.read("summary.md").startswith("# Before\n## l10n: 1 error\n")


def test_a_summary_that_cannot_be_written_is_one_line(complete: Workspace) -> None:
    complete.monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(complete.root))
    outcome = complete.run("check", "--format", "github")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "GITHUB_STEP_SUMMARY" in outcome.err


def test_json_has_all_that_is_known(complete: Workspace) -> None:
    complete.replace(PO, 'msgstr "Lisez [le manuel](https://example.com/manual)"', 'msgstr "Lisez"')
    (finding,) = in_json(complete)

    assert finding.pop("message") == "the link https://example.com/manual is missing"
    assert {name: finding[name] for name in ("rule", "severity", "locale", "file", "deck", "slide")} == {
        "rule": "link",
        "severity": "error",
        "locale": "fr",
        "file": PO,
        "deck": "one.md",
        "slide": "One",
    }
    assert finding["line"] == complete.line_of(PO, 'msgid "Read')
    assert (finding["msgctxt"], finding["msgstr"]) == (None, "Lisez")


def test_only_what_is_fit_to_publish_is_checked_for_content(complete: Workspace) -> None:
    complete.replace(PO, 'msgid "Read', '#, fuzzy\nmsgid "Read')
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    assert [one["rule"] for one in in_json(complete)] == ["fuzzy"]


def test_what_the_build_would_refuse_is_found(complete: Workspace) -> None:
    complete.deck("one.md", "Kubernetes\n")
    complete.ok("sync", "-q")
    complete.replace(PO, 'msgid "Kubernetes"\nmsgstr ""', 'msgid "Kubernetes"\nmsgstr "Exemple: Salut"')
    outcome = complete.run("check", "--select", "structure")

    assert rules(outcome) == ["refused"]
    assert "properties" in outcome.out


def test_translations_that_are_published_have_no_error(empty: Workspace) -> None:
    empty.write("l10n.toml", 'locales = ["de"]\n')
    titles = {"# First of May": "1. Mai", "## Minus five": "- 5 Grad", "## Three": "# 3"}
    cells = {"January 1": "1. Januar", "minus five": "- 5", "more": "> 2"}
    strong = {
        "Use **Pods (units)** well.": "Nimm **Pods (Stücke)**gut.",
        'The **"kubelet"** job.': 'Das**"kubelet"** tut.',
        "A **bold** one here.": "Ein ** fetter** hier.",
    }
    rows = "".join(f"| {cell} |\n" for cell in cells)
    blocks = (*titles, f"| Day |\n|---|\n{rows}", "![First picture](a.png)", *strong)
    empty.deck("a.md", "\n\n".join(blocks))
    empty.ok("sync", "-q")
    german = {**titles, **cells, **strong, "Day": "Tag", "First picture": "1. Bild"}
    for source, translation in german.items():
        msgid, msgstr = (text.replace('"', '\\"') for text in (source.lstrip("# "), translation))
        old, new = (f'msgid "{msgid}"\nmsgstr "{said}"' for said in ("", msgstr))
        empty.replace("locales/de/LC_MESSAGES/a.po", old, new)

    assert empty.run("sync", "--strict").code == 0
    assert empty.run("check", "--select", "error").code == 0


def test_one_cause_is_not_refused_again(complete: Workspace) -> None:
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    assert [one["rule"] for one in in_json(complete)] == ["spaced-link"]


def test_translators_can_say_what_to_ignore(complete: Workspace) -> None:
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    complete.replace(PO, 'msgid "Read', '# l10n-ignore: spaced-link, refused\nmsgid "Read')
    assert complete.run("check").code == 0
    complete.replace(PO, "l10n-ignore: spaced-link, refused", "l10n-ignore: inline-code")
    assert complete.run("check").code == 1


def test_rules_are_chosen_by_name_family_and_severity(complete: Workspace) -> None:
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    complete.replace(PO, 'msgstr "Bonjour le monde"', 'msgstr ""')

    assert [one["rule"] for one in in_json(complete)] == ["untranslated", "spaced-link"]
    assert [one["rule"] for one in in_json(complete, "--select", "structure")] == ["spaced-link"]
    assert [one["rule"] for one in in_json(complete, "--ignore", "spaced-link,refused")] == ["untranslated"]
    assert [one["rule"] for one in in_json(complete, "--ignore", "error")] == ["untranslated"]


def test_an_unknown_rule_is_refused_and_the_nearest_named(complete: Workspace) -> None:
    outcome = complete.run("check", "--select", "spaced-lnik")
    assert outcome.code == 2
    assert "'spaced-link'" in outcome.err


def test_fail_on_says_what_fails(complete: Workspace) -> None:
    complete.replace(PO, 'msgstr "Bonjour le monde"', 'msgstr ""')
    assert complete.run("check").code == 0
    assert complete.run("check", "--fail-on", "warning").code == 0
    assert complete.run("check", "--fail-on", "note").code == 1


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('msgid "Hello world"', 'msgid "Hello, world"', "stale-message"),
        ('msgid "Hello world"\nmsgstr "Bonjour le monde"\n', "", "missing-message"),
        ('"Language: fr\\n"\n', "", "header"),
        ('"Language: fr\\n"\n', '"Language: de\\n"\n', "header"),
        ("; charset=UTF-8", "", "header"),
        ("charset=UTF-8", "charset=ISO-8859-1", "unreadable-catalog"),
        ('msgstr "Un"', 'msgstr "Un"\n\nmsgid "One"\nmsgstr "Une"', "duplicate-entry"),
        ('msgstr "Un"', "msgstr Un", "unreadable-catalog"),
        ('msgstr "Un"', 'msgstr "Un\n---\nDeux"', "unreadable-catalog"),
    ],
)
def test_what_is_wrong_with_a_catalog_is_one_finding(
    complete: Workspace, old: str, new: str, rule: str
) -> None:
    complete.replace(PO, old, new)
    outcome = complete.run("check")

    assert outcome.code == 1
    assert rules(outcome) == [rule]


def test_a_missing_catalog_is_found(complete: Workspace) -> None:
    complete.path(PO).unlink()
    assert [one["rule"] for one in in_json(complete)] == ["missing-catalog"]


def test_an_unreadable_catalog_does_not_keep_others_from_being_checked(complete: Workspace) -> None:
    complete.write(PO, b'msgid ""\nmsgstr "\xff"\n')
    complete.replace(complete.po("part/two"), 'msgstr "Deux"', 'msgstr "`Deux"')
    assert [one["rule"] for one in in_json(complete)] == ["unreadable-catalog", "odd-backtick"]


def test_what_cannot_be_read_is_never_passed_over_in_silence(complete: Workspace) -> None:
    complete.write(PO, b'msgid ""\nmsgstr "\xff"\n')
    outcome = complete.run("check", "--ignore", "catalog")
    assert outcome.code == 2
    assert f"{PO}:2" in outcome.err


def test_completeness_can_be_asked_for(complete: Workspace) -> None:
    complete.replace(PO, 'msgstr "Bonjour le monde"', 'msgstr ""')
    assert complete.run("check", "--fail-under", "80").code == 0
    outcome = complete.run("check", "--fail-under", "95")
    assert outcome.code == 1
    assert rules(outcome) == ["fail-under", "fail-under", "untranslated"]


def test_what_is_in_no_catalog_is_not_translated(complete: Workspace) -> None:
    complete.path(complete.po("part/two")).unlink()
    outcome = complete.run("check", "--select", "fail-under", "--fail-under", "90")
    assert (outcome.code, rules(outcome)) == (1, ["fail-under", "fail-under"])


def test_a_copy_of_the_source_does_not_count_as_translated(complete: Workspace) -> None:
    complete.replace(PO, 'msgstr "Bonjour le monde"', 'msgstr "Hello world"')
    assert complete.run("check", "--select", "completeness", "--fail-under", "100").code == 1
    complete.replace(PO, 'msgid "Hello world"', '# l10n-ignore: untranslated-copy\nmsgid "Hello world"')
    assert complete.run("check", "--select", "completeness", "--fail-under", "100").code == 0


def test_every_message_that_counts_against_completeness_is_named(complete: Workspace) -> None:
    complete.replace(PO, 'msgstr "Bonjour le monde"', 'msgstr "Hello world"')
    complete.replace(PO, 'msgid "Speak slowly"', '#, fuzzy\nmsgid "Speak slowly"')
    complete.path(complete.po("part/two")).unlink()
    outcome = complete.run("check", "--select", "fail-under", "--fail-under", "100", "--format", "json")
    found = {(one["file"], one["line"]): one["message"] for one in json.loads(outcome.out)}
    copied, fuzzy = (complete.line_of(PO, f'msgid "{text}"') for text in ("Hello world", "Speak slowly"))
    absent = "these count against it: 4 not in the catalog (untranslated)"
    assert found.pop((complete.po("part/two"), 1)) == absent
    assert found == {(PO, copied): f"these count against it: line {copied} (copied); line {fuzzy} (fuzzy)"}


def test_three_commands_agree_on_what_is_complete(complete: Workspace) -> None:
    def percent() -> tuple[str, str, int]:
        said = (complete.ok(command).out for command in ("sync", "stats"))
        sync, stats = (re.search(r"^fr .*?(\d+%)", out, re.MULTILINE) for out in said)
        assert sync
        assert stats
        return sync[1], stats[1], complete.run("check", "--fail-under", "100").code

    assert percent() == ("100%", "100%", 0)
    complete.replace(PO, 'msgstr "Bonjour le monde"', 'msgstr "Hello world"')
    assert percent() == ("88%", "88%", 1)
    complete.replace(PO, 'msgstr "Hello world"', 'msgstr ""')
    assert percent() == ("88%", "88%", 1)


def test_what_the_build_refuses_does_not_count_as_translated(committed: Workspace) -> None:
    committed.replace(PO, "[le manuel](", "[le manuel] (")
    outcome = committed.run("check", "--select", "completeness", "--fail-under", "100")
    assert (outcome.code, rules(outcome)) == (1, ["fail-under", "fail-under"])
    assert "(refused)" in outcome.out
    assert committed.run("check", "--select", "completeness", "--not-below", "HEAD").code == 1
    git(committed, "commit", "-qam", "broken")
    assert committed.run("check", "--select", "completeness", "--not-below", "HEAD").code == 0


def test_a_deck_is_no_catalog(complete: Workspace) -> None:
    outcome = complete.run("check", "source/one.md")
    assert (outcome.code, outcome.err) == (2, "error: source/one.md: this is a deck; name its catalog\n")


def test_a_slip_of_the_author_is_found_once_in_the_deck(complete: Workspace) -> None:
    complete.ok("init", "de")
    complete.deck("part/two.md", "# Two\n\n<!-- l10n skip-start -->\n\nno message\n")
    outcome = complete.run("check", "--select", "author-comment")
    assert outcome.out.startswith("source/part/two.md:3: warning: this skip-start has no skip-end, ")
    assert outcome.out.count("author-comment") == 1


def test_text_that_nobody_can_translate_is_told(complete: Workspace) -> None:
    complete.deck("part/two.md", "# Two\n\n<div>\n<p>some <b>words</p>\n</div>\n")
    outcome = complete.run("check", "--select", "untold-text")
    assert outcome.out.startswith(
        "source/part/two.md:4: note: nobody can translate “some <b>words”: it is in no message"
    )


def test_a_locale_can_ask_for_more_or_less(complete: Workspace) -> None:
    complete.replace(PO, 'msgstr "Bonjour le monde"', 'msgstr ""')
    complete.write("l10n.toml", "[check]\nfail-under = 100\n")
    assert complete.run("check").code == 1
    complete.write("l10n.toml", "[check]\nfail-under = 100\n[check.locales.fr]\nfail-under = 50\n")
    assert complete.run("check").code == 0
    complete.write("l10n.toml", "[check.locales.fr]\nfail-on = 'note'\n")
    assert complete.run("check").code == 1
    complete.write("l10n.toml", "[check.locales.fr]\nfail-on = 'note'\nignore = ['completeness']\n")
    assert complete.run("check").code == 0


def test_an_unknown_rule_in_the_settings_is_refused(complete: Workspace) -> None:
    complete.write("l10n.toml", "[check]\nignore = ['structur']\n")
    outcome = complete.run("check")
    assert outcome.code == 2
    assert "l10n.toml: there is no rule" in outcome.err
    assert "'structure'" in outcome.err


def test_the_ratchet_holds_what_was_reached(committed: Workspace) -> None:
    assert committed.run("check", "--not-below", "HEAD").code == 0
    committed.replace(PO, 'msgstr "Bonjour le monde"', 'msgstr ""')
    outcome = committed.run("check", "--not-below", "HEAD")
    assert outcome.code == 1
    assert rules(outcome) == ["not-below", "untranslated"]
    assert "16 of 18 words are translated, a lesser part than the 18 of 18 at HEAD" in outcome.out


def test_only_what_changed_is_reported(committed: Workspace) -> None:
    committed.replace(PO, "[le manuel](", "[le manuel] (")
    assert committed.run("check", "--changed-since", "HEAD").code == 1
    git(committed, "commit", "-qam", "broken")
    assert committed.run("check").code == 1
    assert committed.run("check", "--changed-since", "HEAD").code == 0
    committed.replace(PO, 'msgstr "Un"', 'msgstr "`Un"')
    assert rules(committed.run("check", "--changed-since", "HEAD")) == ["odd-backtick"]


def test_a_change_is_held_against_catalogs_that_did_not_change(
    committed: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.checks.subjects._BATCH", 1)  # each catalog is a batch of its own
    committed.write("source/part/two.md", committed.read("source/part/two.md") + "\n---\n\nHello world\n")
    committed.ok("sync")
    git(committed, "commit", "-qam", "the same text twice")
    assert rules(committed.run("check", "--changed-since", "HEAD")) == []
    committed.replace("locales/fr/LC_MESSAGES/part/two.po", '"Bonjour le monde"', '"Salut le monde"')
    assert rules(committed.run("check", "--changed-since", "HEAD")) == ["two-translations"]


def test_what_is_said_of_a_deck_is_not_told_where_that_did_not_change(committed: Workspace) -> None:
    deck = committed.read("source/one.md")
    committed.write("source/one.md", deck + "\n<!-- l10n skip-start -->\n")
    committed.ok("sync")
    assert "author-comment" in committed.run("check", "--changed-since", "HEAD").out
    git(committed, "commit", "-qam", "a misspelt comment")
    assert "author-comment" in committed.run("check").out
    assert "author-comment" not in committed.run("check", "--changed-since", "HEAD").out


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        *((PO, odd) for odd in ("a link", "a folder", "a pipe", "nothing")),
        *(("source/one.md", odd) for odd in ("a link", "a pipe")),
    ],
)
def test_what_became_odd_since_is_named(committed: Workspace, name: str, odd: str) -> None:
    path = committed.path(name)
    path.unlink()
    if odd == "a link":
        path.symlink_to("/etc/passwd")
    elif odd == "a folder":
        path.mkdir()
    elif odd == "a pipe":
        os.mkfifo(path)
    outcome = committed.run("check", "--changed-since", "HEAD")
    assert outcome.code in (1, 2)
    assert name in outcome.out + outcome.err
    assert "Traceback" not in outcome.err


def test_how_much_is_translated_is_asked_of_what_did_not_change_too(committed: Workspace) -> None:
    committed.replace(PO, 'msgstr "Bonjour le monde"', 'msgstr ""')
    git(committed, "commit", "-qam", "less")
    asked = "check", "--changed-since", "HEAD"
    assert committed.run(*asked).code == 0
    assert "fail-under" in committed.run(*asked, "--fail-under", "100").out


def test_an_unknown_revision_is_refused(committed: Workspace) -> None:
    outcome = committed.run("check", "--changed-since", "nowhere")
    assert outcome.code == 2
    assert "'nowhere'" in outcome.err


def test_fix_repairs_and_changes_nothing_else(complete: Workspace) -> None:
    complete.replace(
        PO, "[le manuel](https://example.com/manual)", "[le manuel] (https://example.com/manual)"
    )
    complete.replace(PO, 'msgstr "Un"', 'msgstr ""\n" U"\n"n"')
    broken = complete.read(PO)
    outcome = complete.ok("check", "--fix")

    assert f"repaired 2 entries in {PO}" in outcome.err
    mended = broken.replace("[le manuel] (", "[le manuel](").replace('msgstr ""\n" U"\n"n"', 'msgstr "Un"')
    assert complete.read(PO) == mended
    before = complete.snapshot()
    complete.ok("check", "--fix")
    after = complete.snapshot()
    assert after | {".l10n": None} == before | {".l10n": None}  # where the lock is


def test_fix_leaves_what_would_be_wrong_otherwise(complete: Workspace) -> None:
    complete.replace(PO, 'msgstr "Un"', 'msgstr " "')
    before = complete.read(PO)
    assert complete.run("check", "--fix").code == 1
    assert complete.read(PO) == before


def test_catalogs_can_be_named_by_path(complete: Workspace) -> None:
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    assert complete.run("check", PO).code == 1
    assert complete.run("check", complete.po("part/two")).code == 0


def test_a_folder_of_catalogs_can_be_named(complete: Workspace) -> None:
    complete.replace(PO, "[le manuel](", "[le manuel] (")
    named = complete.run("check", "locales/fr", "--format", "json").out
    assert json.loads(named) == json.loads(complete.run("check", "--format", "json").out) != []


def test_catalogs_outside_of_a_project_are_checked_too(empty: Workspace) -> None:
    header = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    empty.write("any.po", f'{header}\nmsgid "See `x`"\nmsgstr "Voir `y`"\n')
    empty.write("other.po", "")
    outcome = empty.run("check", "any.po", "other.po")

    assert outcome.code == 1
    assert rules(outcome) == ["inline-code", "unreadable-catalog"]


def test_what_is_not_there_is_named(complete: Workspace) -> None:
    outcome = complete.run("check", "nowhere.po")
    assert outcome.code == 2
    assert (outcome.out, outcome.err) == ("", "error: nowhere.po: there is no such file\n")
    assert complete.run("check", "source.po").code == 2
    complete.path("folder.po").mkdir()
    assert "folder.po: this is a folder" in complete.run("check", "folder.po").err
    assert complete.run("check", "tlh").code == 2


def test_two_titles_with_one_anchor_are_found(french: Workspace) -> None:
    french.deck("one.md", "# Step one\n\nA\n\n---\n\n# Step two\n\n[back](#step-one)\n")
    french.ok("sync", "-q")
    french.translate("Step one", "Étape 1")
    french.translate("Step two", "Étape 2")

    assert [one["rule"] for one in in_json(french, "--select", "deck")] == ["same-anchor", "lost-anchor"]


QUARTO = "---\nformat: revealjs\n---\n\n## A title\n\n| Name | What it is |\n|------|----|\n| {} | {} |\n"


@pytest.mark.parametrize(
    ("cell", "msgstr", "found"),
    [
        ("Short", "Court", []),
        ("Short", "L" + 70 * "o" + "ng", ["table-width"]),
        ("Short", "文" * 33, ["table-width"]),
        ("L" + 70 * "o" + "ng", "Court", ["table-width"]),
        ("L" + 70 * "o" + "ng", "Aussi l" + 70 * "o" + "ng", []),
    ],
)
def test_a_table_that_pandoc_would_make_as_wide_as_the_slide_is_found(
    french: Workspace, cell: str, msgstr: str, found: list[str]
) -> None:
    french.deck("tables.qmd", QUARTO.format("x", cell))
    french.ok("sync", "-q")
    french.translate(cell, msgstr, "tables.qmd")

    assert [one["rule"] for one in in_json(french, "--select", "table-width")] == found


@pytest.mark.parametrize(
    "link", ["[back](#/step-one)", "[back][a]\n\n[a]: #step-one", '<a href="#step-one">x</a>']
)
def test_a_link_to_a_title_that_has_another_anchor_is_found_however_it_is_written(
    french: Workspace, link: str
) -> None:
    french.deck("one.md", f"# Step one\n\nA\n\n---\n\n{link}\n")
    french.ok("sync", "-q")
    assert in_json(french, "--select", "lost-anchor") == []
    french.translate("Step one", "Étape 1")

    (found,) = in_json(french, "--select", "lost-anchor")
    assert found["message"].startswith("the link to #step-one leads nowhere")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        bytes(range(256)),
        b'msgid "a"\nmsgstr "b"\n',
        b'msgid ""\nmsgstr ""\n\nmsgid "a\n',
        b'msgid ""\nmsgstr ""\n\nmsgid "a"\n',
        'msgid ""\nmsgstr ""\n'.encode("utf-16"),
        b'\xef\xbb\xbfmsgid ""\nmsgstr ""\n',
    ],
    ids=["empty", "nul", "binary", "no header", "cut off", "half an entry", "UTF-16", "BOM"],
)
def test_a_malformed_catalog_is_one_clear_line(complete: Workspace, content: bytes) -> None:
    complete.write(PO, content)
    outcome = complete.run("check")

    assert (outcome.code, rules(outcome), outcome.err) == (1, ["unreadable-catalog"], "")


HOSTILE = [
    r"\x1b[2J \033[31m `x` \x9b31m \x07",
    "\x1b[2J `x` \x9b31m \x07 \u202e \u2028",
    r"`x`\n::error::owned\r\n::set-output name=a::b %0A::warning::c",
    "`x` ]]> \x0b & <b> \ufffe \U0001f4a9",
    r"`x` | ![a](javascript:b) <script>alert(1)</script> @everyone",
]


_ANNOTATION = re.compile("::(error|warning) file=any.po,line=")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_catalogs_print_nothing_that_is_obeyed(empty: Workspace, form: str, text: str) -> None:
    header = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    empty.write("any.po", f'{header}\nmsgid "{text}"\nmsgstr "{text.replace("`x`", "`y`")} [a](b)"\n')
    empty.write("summary.md", "")
    empty.monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    outcome = empty.run("check", "-v", "--format", form, "any.po")

    assert outcome.code == 1
    assert outcome.err == ""
    for shown in (outcome.out, empty.read("summary.md")):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e]", shown)
        commands = [line for line in shown.splitlines() if re.match(r"\s*(::|##\[)", line)]
        assert all(_ANNOTATION.match(line) for line in commands if form == "github")
        assert form == "github" or not commands


def test_hostile_translations_take_no_long_time(complete: Workspace) -> None:
    many = 20_000
    hostile = ["[" * many, "`a` " * many, "[a](b)" * many, ".a[" * many, '\\"a\\" ' * many, "] (" * many]
    hostile += [
        "*a _" * many,
        "1 000 " * many,
        " ".join(f"w{number}x" for number in range(many)),
        "!?: " * many,
    ]
    for number, text in enumerate(hostile):
        complete.write(f"alone/{number}.po", complete.read(PO).replace('"Un"', f'"{text}"'))
    names = [f"alone/{number}.po" for number in range(len(hostile))]
    outcome = complete.process("check", *names, timeout=60)

    assert outcome.code == 1
    assert "Traceback" not in outcome.err


def test_findings_are_the_same_from_many_processes(
    complete: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        complete.deck(f"more/{number}.md", f"# Deck {number}\n\nRead `code {number}`\n")
    complete.ok("sync", "-q")
    for number in range(5):
        complete.translate(f"Read `code {number}`", "Lisez `ceci`", deck=f"more/{number}")
    monkeypatch.setattr("l10n.checks.subjects._BATCH", 1)
    monkeypatch.setattr("l10n.system.workers.processors", lambda: 1)
    alone = complete.run("check")
    monkeypatch.setattr("l10n.system.workers.processors", lambda: 3)

    assert complete.run("check") == alone
    assert rules(alone).count("inline-code") == 5


def test_the_glossary_of_a_locale_counts(complete: Workspace) -> None:
    complete.write("locales/fr/glossary.toml", '[[term]]\nsource = "world"\npreferred = ["univers"]\n')
    assert [one["rule"] for one in in_json(complete)] == ["preferred-term"]
    complete.write("locales/fr/glossary.toml", "[[term]]\nsorce = 'world'\n")
    outcome = complete.run("check")
    assert outcome.code == 2
    assert "locales/fr/glossary.toml:1: unknown key 'sorce'" in outcome.err
