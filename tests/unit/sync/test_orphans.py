import errno
from pathlib import Path

import pytest
from support import HEADER

from l10n.catalog.model import Entry
from l10n.errors import DiskError
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.sync.orphans import Orphans
from l10n.system import disk
from l10n.system.file import Changed
from l10n.system.files import Files


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


def test_adopted_catalog_has_its_new_name_and_content_and_the_others_stay(tmp_path: Path) -> None:
    found = orphans(tmp_path, one="abcd", two="wxyz")
    catalog = found.best_for([Entry(msgid) for msgid in "abcd"])
    assert catalog is not None
    messages = found.project.messages("fr")
    found.move(catalog, messages.file("new/name.po"), b"new")
    assert found.project.files.removed == ["locales/fr/LC_MESSAGES/one.po"]
    assert found.project.files.changed == ["locales/fr/LC_MESSAGES/new/name.po"]
    assert (messages.files(), messages.read("new/name.po")) == (["new/name.po", "two.po"], b"new")
    assert found.best_for([Entry(msgid) for msgid in "abcd"]) is None


def test_catalog_that_was_saved_before_it_could_move_stays_and_is_read_anew(tmp_path: Path) -> None:
    found = orphans(tmp_path, one="abcd")
    catalog = found.best_for([Entry(msgid) for msgid in "abcd"])
    assert catalog is not None
    one = found.project.messages("fr").file("one.po")
    (saved := one.path).write_text(saved.read_text().replace('"x"', '"saved"'))
    with pytest.raises(Changed):
        found.move(catalog, one.room.file("new.po"), b"new")
    assert one.room.files() == ["one.po"]
    again = found.best_for([Entry(msgid) for msgid in "abcd"])
    assert again is not None
    assert again.entries[0].msgstr == "saved"


def test_no_deck_is_without_a_past_while_a_catalog_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = orphans(tmp_path, one="abcd", two="wxyz")
    read = disk.read
    calls = iter((OSError(errno.EIO, "refused"),))

    def once(descriptor: int) -> bytes:
        for error in calls:
            raise error
        return read(descriptor)

    monkeypatch.setattr(disk, "read", once)
    with pytest.raises(DiskError, match=r"one\.po"):
        found.best_for([Entry(msgid) for msgid in "abcd"])
    assert found.best_for([Entry(msgid) for msgid in "wxyz"]) is not None
