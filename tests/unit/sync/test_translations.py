"""What catalogs say in translation is kept between runs, and is the same as what they say."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import Catalog, Entry, Translated, load_translations
from l10n.errors import CatalogError
from l10n.language import document_frequency
from l10n.project import Config, Project
from l10n.sync import translations
from l10n.sync.translations import _COUNTS, Translations, _Row
from l10n.system import Files
from l10n.system.rooms import Room

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PO = HEADER + 'msgid "one"\nmsgstr "un"\n'
ODD = (
    HEADER
    + """# Said by a translator
#. taken from: other.po
#: source/a.md:1
#, fuzzy
#| msgctxt "there"
#| msgid "ones"
msgctxt "here"
msgid "one  \\"two\\" \\\\"
msgstr "un\\n"
"…\\tdeux"

#~ msgid "gone"
#~ msgstr "parti"
"""
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(24):
        write(tmp_path, number, ODD if number % 2 else PO)
    (tmp_path / ".l10n").mkdir()
    return tmp_path


def write(folder: Path, number: int, content: str) -> None:
    file = folder / f"locales/fr/LC_MESSAGES/{number}.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")


def each_its_own(folder: Path) -> None:
    """A message for each catalog."""
    for number in range(24):
        write(folder, number, f'{HEADER}msgid "one of{number}"\nmsgstr "un"\n')


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each catalog is taken apart."""
    counts: Counter[str] = Counter()
    really = load_translations

    def count(content: bytes, shown: str) -> Catalog:
        counts[shown.rpartition("/")[2]] += 1
        return really(content, shown)

    monkeypatch.setattr("l10n.project.catalogs.load_translations", count)
    return counts


def project_in(folder: Path, *, dry: bool = False) -> Project:
    return Project(Config(folder, locales=("fr",)), Files(folder, dry=dry))


def asked(folder: Path, *, code: bytes = b"1", dry: bool = False) -> dict[str, Translated]:
    """What all catalogs are said to say, by a run that then ends, and that counts words rightly."""
    project = project_in(folder, dry=dry)
    kept = Translations(project, "fr", code)
    found = {file.name: kept.of(file) for file in project.catalog_files("fr")}
    texts = {text for one in found.values() if one for text in one.texts}
    assert kept.frequency(texts) == document_frequency(texts)
    kept.close()
    return {name: one for name, one in found.items() if one}


def said(folder: Path) -> dict[str, Translated]:
    """What they say."""
    files = sorted((folder / "locales/fr/LC_MESSAGES").glob("*.po"))
    return {
        file.name: Translated.of(load_translations(file.read_bytes(), file.name).entries) for file in files
    }


def test_what_is_kept_is_what_they_say(folder: Path, parsed: Counter[str]) -> None:
    assert asked(folder) == asked(folder) == said(folder)
    assert set(parsed.values()) == {1}
    assert len(parsed) == 24
    assert (folder / ".l10n/memory/fr").exists()


def test_what_has_changed_is_read_again(folder: Path, parsed: Counter[str]) -> None:
    asked(folder)
    kept = (folder / ".l10n/memory/fr").read_bytes()
    write(folder, 3, PO.replace("un", "uno"))
    assert asked(folder) == said(folder)
    assert {name for name, count in parsed.items() if count > 1} == {"3.po"}
    assert (folder / ".l10n/memory/fr").read_bytes() == kept, "one in 24 is not worth to keep all anew"
    write(folder, 5, PO)
    assert asked(folder) == said(folder)
    assert (folder / ".l10n/memory/fr").read_bytes() != kept
    parsed.clear()
    assert asked(folder) == said(folder)
    assert not parsed


def test_catalogs_that_are_gone_are_kept_no_longer(folder: Path) -> None:
    asked(folder)
    for number in (2, 3):
        (folder / f"locales/fr/LC_MESSAGES/{number}.po").unlink()
    assert asked(folder) == said(folder)
    assert len((folder / ".l10n/memory/fr").read_bytes().split(b"\n")) == 2 + 22


def test_those_of_other_locales_are_forgotten(folder: Path) -> None:
    (folder / ".l10n/memory").mkdir()
    (folder / ".l10n/memory/de").write_bytes(b"1")
    asked(folder)
    translations.forget_others(project_in(folder))
    assert [file.name for file in (folder / ".l10n/memory").iterdir()] == ["fr"]


def test_another_version_of_the_code_reads_all(folder: Path, parsed: Counter[str]) -> None:
    asked(folder)
    asked(folder, code=b"2")
    assert set(parsed.values()) == {2}


def test_a_few_catalogs_are_not_worth_it(folder: Path) -> None:
    for number in range(10):
        (folder / f"locales/fr/LC_MESSAGES/{number}.po").unlink()
    assert asked(folder) == said(folder)
    assert not (folder / ".l10n/memory").exists()


def test_a_dry_run_keeps_nothing(folder: Path) -> None:
    assert asked(folder, dry=True) == said(folder)
    assert not (folder / ".l10n/memory").exists()


def test_a_row_that_was_changed_is_read_again(folder: Path, parsed: Counter[str]) -> None:
    asked(folder)
    file = folder / ".l10n/memory/fr"
    file.write_bytes(file.read_bytes().replace(b'"un"', b'"en"', 1).replace(b'\t["deux"', b'\t["dix"', 1))
    parsed.clear()
    assert asked(folder) == said(folder)
    assert len(parsed) == 1


def test_a_catalog_that_cannot_be_read_is_named(folder: Path) -> None:
    asked(folder)
    write(folder, 4, PO + "nonsense\n")
    project = project_in(folder)
    with pytest.raises(CatalogError, match=r"4\.po"):
        Translations(project, "fr", b"1").of(Room(folder, "locales/fr/LC_MESSAGES").file("4.po"))


DAMAGED = {
    "nothing": b"",
    "no JSON": b"[",
    "another shape": b"{}",
    "a list of texts": b'[["one", "un"], []]',
    "numbers": b'[{"one": 1}, []]',
    "one only": b'[{"one": "un"}]',
    "null": b"null",
    "deep": b"[" * 100_000,
    "an entry that is a text": b'[{}, ["one"]]',
    "too few": b'[{}, [["one", "un", null, false, false, [], []]]]',
    "too many": b'[{}, [["one", "un", null, false, false, [], [], [], null, [], []]]]',
    "notes that are numbers": b'[{}, [["one", "un", null, false, false, [1], [], [], null, []]]]',
    "a key that is a table": b'[{}, [["one", "un", null, false, false, [], [], [], {}, []]]]',
    "a short key": b'[{}, [["one", "un", null, false, false, [], [], [], [1], []]]]',
    "a number for a text": b'[{}, [["one", 1, null, false, false, [], [], [], null, []]]]',
    "a lone surrogate": b'[{"one": "\\ud800"}, []]',
    "a lone surrogate for a message": b'[{"\\ud800": "un"}, []]',
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_what_is_damaged_is_read_again(folder: Path, data: bytes) -> None:
    """Or comes to nothing but texts: what it says is as good as what its writer could say in a catalog."""
    asked(folder)
    forge(folder, lambda name, old: old if name == _COUNTS else data)
    for one in asked(folder).values():
        assert all(isinstance(text, str) for text in (*one.texts, *one.texts.values()))
        for entry in one.others:
            assert all(
                isinstance(text, str) for text in (*entry[:2], *entry.notes, *entry.comments, *entry.lines)
            )


def forge(folder: Path, data: Callable[[bytes, bytes], bytes]) -> None:
    """Say something else in each row, with the right checksum."""
    file = folder / ".l10n/memory/fr"
    code, *lines = file.read_bytes().split(b"\n")
    rows = [line.split(b"\t") for line in lines]
    forged = [(name, *_Row.of(name, digest, data(name, old))) for name, digest, _, old in rows]
    file.write_bytes(b"\n".join((code, *map(b"\t".join, forged))))


def test_a_catalog_that_is_back_when_it_is_read_is_counted_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves something else while it is looked at, and takes that back."""
    each_its_own(folder)
    asked(folder)
    really = Files.digest
    once = iter([b"something else"])
    monkeypatch.setattr(Files, "digest", lambda files, file: next(once, None) or really(files, file))
    assert asked(folder) == said(folder)


@pytest.mark.parametrize("row", [1, 2, 5, 24])
def test_rows_that_are_lost_are_counted_no_more_than_once(folder: Path, row: int) -> None:
    each_its_own(folder)
    asked(folder)
    file = folder / ".l10n/memory/fr"
    rows = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join(rows[:row] + rows[row + 1 :]))
    asked(folder)
    asked(folder)


@pytest.mark.parametrize("counts", [b"", b"{", b"[]", b"null", b'{"one": "x"}', b'[["one"]]', b"1"])
def test_counts_that_are_damaged_are_counted_again(folder: Path, counts: bytes) -> None:
    asked(folder)
    forge(folder, lambda name, old: counts if name == _COUNTS else old)
    asked(folder)


def test_a_word_is_counted_once_for_a_message_of_many_catalogs(folder: Path) -> None:
    """Each of these steps changes fewer catalogs than make it worth to keep all anew."""
    asked(folder)
    for content in (PO.replace("one", "two"), PO + '\nmsgid "two one"\nmsgstr "x"\n', ODD, PO):
        write(folder, 3, content)
        asked(folder)
    (folder / "locales/fr/LC_MESSAGES/4.po").unlink()
    asked(folder)


@pytest.mark.parametrize("content", [b"", b"1", b"1\n\t\t\n", b"\xff\xfe", b"1\n" + b"\t" * 9, b"1\nx\ty\tz"])
def test_a_file_that_is_damaged_is_none(folder: Path, content: bytes) -> None:
    (folder / ".l10n/memory").mkdir()
    (folder / ".l10n/memory/fr").write_bytes(content)
    assert asked(folder) == said(folder)
    assert asked(folder) == said(folder)


TEXTS = st.text(max_size=9)  # without lone surrogates, which no file of UTF-8 has
LINES = st.lists(TEXTS, max_size=3).map(tuple)
KEYS = st.tuples(st.none() | TEXTS, TEXTS)
ENTRIES = st.builds(Entry, TEXTS, TEXTS) | st.builds(
    Entry,
    TEXTS,
    TEXTS,
    st.none() | TEXTS,
    st.booleans(),
    st.booleans(),
    LINES,
    LINES,
    LINES,
    st.none() | KEYS,
    LINES,
)


@given(st.lists(ENTRIES, max_size=6))
def test_any_entry_comes_back(entries: list[Entry]) -> None:
    said = Translated.of(entries)
    data = translations._data(said)
    assert b"\n" not in data
    assert b"\t" not in data
    assert translations._said(data) == said
