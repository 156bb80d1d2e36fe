"""Whoever is not the editor's own page writes nothing, and reads nothing but decks."""

from pathlib import Path
from threading import Thread

import pytest
from serving import CATALOG, DECKS, PORT, Site

EDIT = {"deck": "one.md", "msgctxt": None, "msgid": "Two", "seen": "", "msgstr": "Deux", "approve": False}


@pytest.mark.parametrize(
    "other",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": f"http://127.0.0.1:{DECKS}"},
        {"origin": ""},
        {"x-l10n-token": ""},
        {"x-l10n-token": "wrong"},
        {"x-l10n-token": "\u00e9"},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"host": "evil.example", "origin": "http://evil.example"},
        {"host": f"evil.example:{PORT}", "origin": f"http://evil.example:{PORT}"},
        {"host": "", "origin": "http://"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/api/save", "/api/undo"])
def test_a_write_that_is_not_by_the_page_is_refused(
    site: Site, catalog: Path, other: dict[str, str], path: str
) -> None:
    headers = {name: value.encode() for name, value in {**site.headers, **other}.items()}
    assert site.editor.post(path, headers=headers, json=EDIT).status_code in {403, 415, 421}
    assert catalog.read_text() == CATALOG


def test_the_same_write_by_the_page_passes(site: Site, catalog: Path) -> None:
    assert site.editor.post("/api/save", headers=site.headers, json=EDIT).status_code == 200
    assert '"Deux"' in catalog.read_text()


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", f"127.0.0.1:{DECKS}", "127.0.0.1"])
def test_another_name_of_this_machine_reads_nothing(site: Site, host: str) -> None:
    for path in ("/", "/api/decks", "/api/deck?deck=one.md"):
        assert site.editor.get(path, headers={"host": host}).status_code == 421


def test_what_reads_across_sites_reads_nothing(site: Site) -> None:
    answer = site.editor.get("/api/decks", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


def test_nothing_is_written_read_only(catalog: Path, tmp_path: Path) -> None:
    site = Site(tmp_path, read_only=True)
    assert site.token == ""
    assert site.save("Two", "", "Deux").status_code == 403
    assert catalog.read_text() == CATALOG


@pytest.mark.parametrize(
    "path",
    [
        "../pyproject.toml",
        "%2e%2e/secret",
        "..%2fsecret",
        "%2e%2e%2fsecret",
        "x/../../secret",
        "%2fetc/passwd",
        "//etc/passwd",
        "..%5csecret",
        ".hidden",
        "link",
        "%00",
        "one.md%00.png",
        "",
        ".",
    ],
)
@pytest.mark.parametrize("kind", ["source", "built", "plain/source", "plain/built", "locales"])
def test_no_path_leaves_the_folders_of_decks(site: Site, tmp_path: Path, kind: str, path: str) -> None:
    (tmp_path / "secret").write_text("SECRET")
    (tmp_path / "source/.hidden").write_text("SECRET")
    (tmp_path / "source/link").symlink_to(tmp_path / "secret")
    answer = site.decks.get(f"/{site.key}/{kind}/{path}")
    assert answer.status_code == 404
    assert "SECRET" not in answer.text
    assert "root:" not in answer.text


def test_decks_are_read_by_nobody_who_does_not_know_where(site: Site) -> None:
    assert site.decks.get(f"/{site.key}/source/one.md").status_code == 200
    assert site.decks.get("/source/one.md").status_code == 404
    assert site.decks.get(f"/{site.key[:-1]}/source/one.md").status_code == 404


def test_the_origin_of_decks_takes_no_write_and_has_no_editor(site: Site, catalog: Path) -> None:
    headers = {**site.headers, "origin": f"http://127.0.0.1:{DECKS}"}
    assert site.decks.post("/api/save", headers=headers, json=EDIT).status_code == 403
    assert site.decks.get("/").status_code == 404
    assert site.decks.get("/api/decks").status_code == 404
    assert catalog.read_text() == CATALOG


def test_huge_bodies_are_refused_whether_they_say_their_length_or_not(site: Site, catalog: Path) -> None:
    def pieces():
        for _ in range(64):
            yield b"x" * 65_536

    assert site.editor.post("/api/save", headers=site.headers, content=b"x" * 4_000_000).status_code == 413
    assert site.editor.post("/api/save", headers=site.headers, content=pieces()).status_code == 413
    assert catalog.read_text() == CATALOG


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"deck": 1}',
        b"\xff",
        b'{"deck":"one.md","msgctxt":null,"msgid":"Two","seen":"","msgstr":"\\ud800","approve":false}',
        b'{"deck":"one.md","msgctxt":null,"msgid":"Two","seen":"","msgstr":"\\u0000","approve":false}',
        b'{"deck":"one.md","msgctxt":null,"msgid":"Two","seen":"","msgstr":["x"],"approve":false}',
    ],
)
def test_what_is_no_edit_is_named(site: Site, catalog: Path, body: bytes) -> None:
    assert site.editor.post("/api/save", headers=site.headers, content=body).status_code == 400
    assert catalog.read_text() == CATALOG


@pytest.mark.parametrize("deck", ["../one.md", "/etc/passwd", "", "one.po", "one.md\n"])
def test_only_decks_of_the_project_are_edited(site: Site, catalog: Path, deck: str) -> None:
    answer = site.editor.post("/api/save", headers=site.headers, json={**EDIT, "deck": deck})
    assert answer.status_code == 422
    assert site.editor.get("/api/deck", params={"deck": deck}).status_code == 422
    assert catalog.read_text() == CATALOG


def test_of_two_writers_at_once_one_is_told_of_the_other(site: Site, catalog: Path) -> None:
    codes: list[int] = []
    writers = [
        Thread(target=lambda text=text: codes.append(site.save("Two", "", text).status_code))
        for text in ("Deux", "Le deux")
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(codes) == [200, 409]
    assert ('"Deux"' in catalog.read_text()) != ('"Le deux"' in catalog.read_text())


def test_the_page_runs_its_own_scripts_only_and_shows_decks_only(site: Site) -> None:
    policy = site.editor.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert f"frame-src http://127.0.0.1:{DECKS};" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
