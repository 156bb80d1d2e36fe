from pathlib import Path

from support import HEADER

from l10n.catalog import Entry
from l10n.config import Config
from l10n.files import Files
from l10n.orphans import Orphans
from l10n.project import Project


def orphans(root: Path, **catalogs: str) -> Orphans:
    (root / "source").mkdir()
    folder = root / "locales" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name, msgids in catalogs.items():
        entries = "".join(f'\nmsgid "{msgid}"\nmsgstr "x"\n' for msgid in msgids)
        (folder / f"{name}.po").write_text(HEADER + entries, encoding="utf-8")
    return Orphans(Project(Config(root.resolve(), locales=("fr",)), Files(root)), "fr")


def adopted(found: Orphans, msgids: str) -> set[str | None]:
    catalog = found.best_for([Entry(msgid) for msgid in msgids])
    return {entry.msgid for entry in catalog.entries} if catalog else set()


def test_catalog_with_most_of_its_messages_in_the_deck_is_adopted(tmp_path: Path) -> None:
    assert adopted(orphans(tmp_path, one="abcd", two="cdef"), "bcdef") == set("cdef")


def test_catalog_with_less_than_half_in_common_is_not(tmp_path: Path) -> None:
    assert adopted(orphans(tmp_path, one="abcd"), "axyz") == set()


def test_no_orphan_is_no_adoption(tmp_path: Path) -> None:
    assert adopted(orphans(tmp_path), "abc") == set()


def test_adopted_catalog_s_old_file_goes_and_the_others_stay(tmp_path: Path) -> None:
    found = orphans(tmp_path, one="abcd", two="wxyz")
    catalog = found.best_for([Entry(msgid) for msgid in "abcd"])
    assert catalog is not None
    found.remove(catalog)
    assert found.project.files.removed == ["locales/fr/LC_MESSAGES/one.po"]
    assert found.best_for([Entry(msgid) for msgid in "abcd"]) is None
