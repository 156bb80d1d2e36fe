"""Where the script goes that pages in frames are begun with."""

from __future__ import annotations

import pytest

from l10n.serve.framed import begun

TAG = b'<script src="x.js"></script>'
PAGES = {
    "doctype": (b"<!DOCTYPE html>", b'\n<html lang="fr"><head>'),
    "comments before it": (b" <!-- <head> -->\n<!--> --><!doctype HTML>", b"<title>x</title>"),
    "a byte order mark": (b"\xef\xbb\xbf<!doctype html>", b"<p>"),
    "only that": (b"\xef\xbb\xbf", b"<p>"),
    "no doctype": (b"", b"<body><script>const page = '<!doctype html><head>';</script>"),
    "a comment that does not end": (b"", b"<!-- <!doctype html>"),
    "nothing": (b"", b""),
}


@pytest.mark.parametrize("name", PAGES)
def test_it_is_the_first_and_stands_in_no_string(name: str) -> None:
    before, after = PAGES[name]
    assert begun(before + after, "x.js") == before + TAG + after


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_page_of_utf_16_stays_as_it_is(encoding: str) -> None:
    page = "\ufeff<!doctype html>".encode(encoding)
    assert begun(page, "x.js") == page


def test_the_encoding_stays_in_the_first_kilobyte() -> None:
    page = begun(b'<!doctype html><html><head><meta charset="iso-8859-1">', "../../read/framed.js")
    assert page.index(b"charset") < 200
