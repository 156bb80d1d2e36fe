import os
from pathlib import Path

import pytest

from l10n.system.cache import Cache, Rows, code_fingerprint, forget_rows, known_code, libraries
from l10n.system.digests import fingerprint
from l10n.system.own_room import FOLDER


def opened(root: Path) -> Cache:
    (root / FOLDER).mkdir(exist_ok=True)
    return Cache(root, dry=False)


def test_fingerprint_is_the_same_for_the_same_parts() -> None:
    assert fingerprint([b"a", None, b""]) == fingerprint([b"a", None, b""])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([b"a"], [b"b"]),
        ([b"ab"], [b"a", b"b"]),
        ([b"a", b"b"], [b"b", b"a"]),
        ([None], [b""]),
        ([], [b""]),
        ([b"1:a"], [b"a", b""]),
        ([b""], [b"", b""]),
        ([None], [b"-"]),
    ],
)
def test_fingerprint_differs_where_parts_do(one: list[bytes | None], other: list[bytes | None]) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_code_has_a_fingerprint_that_holds() -> None:
    assert code_fingerprint() == code_fingerprint() != b""


def package(folder: Path, **modules: str) -> Path:
    folder.mkdir()
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def test_the_same_code_elsewhere_and_at_another_time_has_the_same_fingerprint(tmp_path: Path) -> None:
    one, other = (package(tmp_path / name, a="1", b="2") for name in ("one", "other"))
    os.utime(other / "a.py", (1, 1))
    assert code_fingerprint(one) == code_fingerprint(other)


@pytest.mark.parametrize(
    "changed", [{"a": "1", "b": "3"}, {"a": "1", "c": "2"}, {"a": "1"}, {"a": "2", "b": "1"}]
)
def test_other_code_has_another_fingerprint(tmp_path: Path, changed: dict[str, str]) -> None:
    one, other = package(tmp_path / "one", a="1", b="2"), package(tmp_path / "other", **changed)
    assert code_fingerprint(one) != code_fingerprint(other)


def test_another_version_of_a_library_is_other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    assert any(name.startswith("markdown_it_py-") for name in libraries())
    before = code_fingerprint()
    monkeypatch.setattr("l10n.system.cache.libraries", lambda: ["markdown_it_py-99.dist-info"])
    assert code_fingerprint() != before


def settled(folder: Path, **modules: str) -> Path:
    """A package that nobody has touched for a while, as far as its files say."""
    made = package(folder, **modules)
    for path in made.iterdir():
        os.utime(path, (1, 1))
    return made


def test_code_that_looks_the_same_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = settled(tmp_path / "code", a="1")
    (tmp_path / FOLDER).mkdir()
    monkeypatch.setattr("l10n.system.looks._MOMENT", -60.0)
    first = known_code(tmp_path, dry=False, package=code)
    monkeypatch.setattr("l10n.system.cache.code_fingerprint", lambda _: b"read anew")
    assert known_code(tmp_path, dry=True, package=code) == first != b"read anew"


@pytest.mark.parametrize("changed", [{"a": "2"}, {"a": "1", "b": "1"}])
def test_code_that_changed_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str]
) -> None:
    code = settled(tmp_path / "code", a="1")
    (tmp_path / FOLDER).mkdir()
    monkeypatch.setattr("l10n.system.looks._MOMENT", -60.0)
    known_code(tmp_path, dry=False, package=code)
    for name, text in changed.items():
        (code / f"{name}.py").write_text(text)
        os.utime(code / f"{name}.py", (1, 1))  # whatever the time of its content says
    assert known_code(tmp_path, dry=False, package=code) == code_fingerprint(code)


@pytest.mark.parametrize("dry", [True, False])
def test_code_that_changed_a_moment_ago_is_not_kept_nor_is_any_by_who_only_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, dry: bool
) -> None:
    code = package(tmp_path / "code", a="1")
    (tmp_path / FOLDER).mkdir()
    if dry:
        monkeypatch.setattr("l10n.system.looks._MOMENT", -60.0)
    assert known_code(tmp_path, dry=dry, package=code) == code_fingerprint(code)
    assert [*(tmp_path / FOLDER).iterdir()] == []


@pytest.mark.parametrize("damage", [b"", b" ", b"x", b"x y", b"\xff \xff"])
def test_what_is_damaged_of_known_code_is_read_anew(tmp_path: Path, damage: bytes) -> None:
    code = package(tmp_path / "code", a="1")
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "code").write_bytes(damage)
    assert known_code(tmp_path, dry=False, package=code) == code_fingerprint(code)


def test_result_is_found_again_in_the_next_run(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    cache.put("a.md", "kind", "digest", "result")
    cache.close(["a.md", "b.md"])
    assert opened(tmp_path).get("a.md", "kind") == ("digest", "result")


@pytest.mark.parametrize(("deck", "kind"), [("b.md", "kind"), ("a.md", "other")])
def test_result_of_anything_else_is_not_found(tmp_path: Path, deck: str, kind: str) -> None:
    cache = opened(tmp_path)
    cache.put("a.md", "kind", "d", "result")
    assert cache.get(deck, kind) is None


def test_later_result_replaces_the_earlier(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    cache.put("a.md", "kind", "one", "1")
    cache.put("a.md", "kind", "two", "2")
    assert cache.get("a.md", "kind") == ("two", "2")


def test_results_of_decks_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    for deck in ("a.md", "b.md"):
        cache.put(deck, "kind", "d", "result")
    cache.close(["b.md"])
    again = opened(tmp_path)
    assert (again.get("a.md", "kind"), again.get("b.md", "kind")) == (None, ("d", "result"))


def test_dry_cache_gives_but_never_takes(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    cache.put("a.md", "kind", "d", "result")
    cache.close(["a.md"])
    dry = Cache(tmp_path, dry=True)
    dry.put("a.md", "kind", "e", "other")
    assert dry.get("a.md", "kind") == ("d", "result")
    dry.close([])
    assert opened(tmp_path).get("a.md", "kind") == ("d", "result")


def test_dry_cache_of_a_new_project_makes_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path, dry=True)
    assert cache.get("a.md", "kind") is None
    cache.close([])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"no JSON", b"[]", b"1", b'{"a.md": 1}', b'{"a.md": {"kind": 1}}', b"\xff", b"[" * 100_000],
)
def test_broken_file_is_the_same_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "cache.json").write_bytes(content)
    cache = opened(tmp_path)
    assert cache.get("a.md", "kind") is None
    cache.put("a.md", "kind", "d", "result")
    cache.close(["a.md", "b.md"])
    assert opened(tmp_path).get("a.md", "kind") == ("d", "result")


def test_file_with_nothing_new_is_not_written_again(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    cache.put("a.md", "kind", "d", "result")
    cache.close(["a.md"])
    before = (tmp_path / FOLDER / "cache.json").stat()
    cache = opened(tmp_path)
    cache.put("a.md", "kind", "d", "result")
    cache.close(["a.md"])
    after = (tmp_path / FOLDER / "cache.json").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_link_in_the_place_of_the_file_is_the_same_as_none(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / "outside").write_bytes(b"{}")
    (tmp_path / FOLDER / "cache.json").symlink_to("../outside")
    cache = opened(tmp_path)
    cache.put("a.md", "kind", "d", "result")
    cache.close(["a.md"])
    assert (tmp_path / "outside").read_bytes() == b"{}"


def rows(root: Path, deck: str = "a.md", *, dry: bool = False) -> Rows:
    (root / FOLDER).mkdir(exist_ok=True)
    return Rows(root, deck, dry=dry)


def test_rows_are_kept(tmp_path: Path) -> None:
    assert rows(tmp_path).get("one") is None
    rows(tmp_path).keep({"one": '["\u2028 \u00e9 \\n", 1]', "two": "[]"})
    assert [rows(tmp_path).get(key) for key in ("one", "two")] == ['["\u2028 \u00e9 \\n", 1]', "[]"]
    assert rows(tmp_path, "b.md").get("one") is None


def test_only_rows_that_are_named_stay(tmp_path: Path) -> None:
    rows(tmp_path).keep({"one": "1", "two": "2"})
    rows(tmp_path).keep({"two": "2"})
    assert [rows(tmp_path).get(key) for key in ("one", "two")] == [None, "2"]


def test_rows_that_did_not_change_are_not_written(tmp_path: Path) -> None:
    rows(tmp_path).keep({"one": "1"})
    (file,) = (tmp_path / FOLDER / "parts").iterdir()
    before = file.stat()
    rows(tmp_path).keep({"one": "1"})
    assert file.stat() == before


@pytest.mark.parametrize("damage", [b"", b"\xff", b"one", b"one x", b"one 0 1\n", b"\n\n"])
def test_damaged_rows_are_none(tmp_path: Path, damage: bytes) -> None:
    rows(tmp_path).keep({"one": "1"})
    (file,) = (tmp_path / FOLDER / "parts").iterdir()
    file.write_bytes(damage)
    assert rows(tmp_path).get("one") is None
    rows(tmp_path).keep({"one": "1"})
    assert rows(tmp_path).get("one") == "1"


def test_a_row_that_was_changed_is_none_and_the_others_stay(tmp_path: Path) -> None:
    rows(tmp_path).keep({"one": "[1]", "two": "[2]"})
    (file,) = (tmp_path / FOLDER / "parts").iterdir()
    file.write_bytes(file.read_bytes().replace(b"[1]", b"[7]"))
    assert [rows(tmp_path).get(key) for key in ("one", "two")] == [None, "[2]"]


def test_dry_rows_are_not_written(tmp_path: Path) -> None:
    rows(tmp_path, dry=True).keep({"one": "1"})
    assert not (tmp_path / FOLDER / "parts").exists()


def test_rows_of_decks_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    for deck in ("a.md", "b.md"):
        rows(tmp_path, deck).keep({"one": "1"})
    forget_rows(tmp_path, ["b.md"])
    assert [rows(tmp_path, deck).get("one") for deck in ("a.md", "b.md")] == [None, "1"]
