"""``l10n check --rendered``: remark itself, in a real browser, shows what overflows."""

import json
import re
import shutil
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from chromium import EXECUTABLE
from engines.engine import BUNDLES

from cli.conftest import Workspace
from l10n.rendered import browser

REMARK = next((path for path in BUNDLES.values() if path.exists()), None)
pytest.importorskip("playwright", reason="playwright is not installed")
pytestmark = [
    pytest.mark.skipif(EXECUTABLE is None, reason="there is no chromium"),
    pytest.mark.skipif(REMARK is None, reason="there is no remark: `make engines` fetches it"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright's own pipes
]
PAGE = """<!DOCTYPE html>
<html lang="en"><style>.remark-slide-content { font-size: 40px; line-height: 50px }</style>
<body><script src="remark.js"></script><script>
remark.create({ sourceUrl: 'one.md', ratio: '16:9' });
</script></body></html>
"""
SHORT = "Short"
DECK = f"""layout: true

---

# First

{SHORT}

--

And more

---

exclude: true

Nobody sees this

---

# Last

![](wide.svg)

The end

???

{SHORT} to say
"""
LONG = " ".join(["encore"] * 160)


@pytest.fixture
def shown(empty: Workspace) -> Workspace:
    """A deck with its page, in French."""
    assert REMARK
    shutil.copy(REMARK, empty.deck("remark.js", ""))
    empty.deck("index.html", PAGE)
    empty.deck("wide.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="50"/>')
    empty.deck("one.md", DECK)
    empty.write("l10n.toml", 'dialect = "remark"\n')
    empty.ok("init", "fr")
    empty.translate("The end", "La fin")
    return empty


def found(workspace: Workspace, *args: str) -> list[tuple[str, str, str]]:
    outcome = workspace.run("check", "--rendered", "--select", "rendered", "--format", "json", *args)
    assert outcome.err == ""
    return [(one["slide"], one["msgid"], one["message"]) for one in json.loads(outcome.out)]


def test_nothing_is_told_of_what_overflows_in_the_source_too(shown: Workspace) -> None:
    assert found(shown) == []


def test_a_translation_that_fills_more_than_its_slide_is_told_once_for_all_steps(shown: Workspace) -> None:
    shown.translate("Short", f"Court {LONG}")
    shown.translate("And more", "Et plus")
    ((slide, msgid, message),) = found(shown)
    assert (slide, msgid) == ("First", "Short")
    assert re.fullmatch(r"the slide is \d+ pixels \(about \d+ lines\) too full; .+ grew most", message)


def test_a_word_that_is_wider_than_its_slide_is_told(shown: Workspace) -> None:
    shown.translate("First", "É" * 60)
    ((slide, msgid, message),) = found(shown)
    assert (slide, msgid) == ("First", "First")
    assert " pixels too wide" in message


def test_notes_may_be_as_long_as_they_like(shown: Workspace) -> None:
    shown.translate("Short to say", LONG)
    assert found(shown) == []


def test_translators_may_say_that_it_is_meant(shown: Workspace) -> None:
    shown.translate("Short", f"Court {LONG}")
    po = shown.po("one")
    shown.replace(
        po, "#. paragraph, slide “First”\n", "# l10n-ignore: overflow\n#. paragraph, slide “First”\n"
    )
    assert found(shown) == []


def test_nothing_is_written_and_no_build_is_needed(shown: Workspace) -> None:
    before = sorted(shown.root.rglob("*"))
    found(shown)
    assert sorted(shown.root.rglob("*")) == before


def test_a_page_without_slides_is_named(shown: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_PATIENCE", 0.5)
    shown.deck("index.html", "<p>one.md</p>")
    outcome = shown.run("check", "--rendered")
    assert outcome.code == 2
    assert (
        outcome.err
        == "error: source/index.html: no slides of remark, reveal.js or Marp were to be seen in 0.5 seconds\n"
    )


def test_a_page_that_never_rests_is_named(shown: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_PATIENCE", 1.0)
    shown.deck("index.html", PAGE.replace("remark.create", "for (;;) {} remark.create"))
    outcome = shown.run("check", "--rendered")
    assert (outcome.code, "source/index.html: no slides" in outcome.err) == (2, True)


def test_a_page_whose_slides_are_not_those_of_its_deck_is_named(shown: Workspace) -> None:
    shown.deck("index.html", PAGE.replace("sourceUrl: 'one.md'", "source: '# A', title: 'one.md'"))
    outcome = shown.run("check", "--rendered")
    assert outcome.code == 2
    assert "source/index.html: its slides (1) are not those of its decks (3)" in outcome.err


def test_where_no_page_shows_a_deck_it_is_said(shown: Workspace) -> None:
    shown.path("source/index.html").unlink()
    outcome = shown.run("check", "--rendered")
    assert outcome.code == 2
    assert "there is no page here that shows a deck" in outcome.err


def without_playwright(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(sys.modules, "playwright.async_api", None)


def without_browser(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(browser, "_NAMES", ("false",))


@pytest.mark.parametrize(
    ("lacking", "help_"),
    [
        (without_playwright, "`pip install 'deck-l10n[browser]'`"),
        (without_browser, "`playwright install chromium`"),
    ],
)
def test_what_is_missing_is_said_and_how_to_get_it_beside_all_other_findings(
    shown: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    lacking: Callable[[pytest.MonkeyPatch], None],
    help_: str,
) -> None:
    lacking(monkeypatch)
    shown.translate("Short", "Court `court")
    outcome = shown.run("check", "--rendered")
    assert (outcome.code, "[odd-backtick]" in outcome.out) == (2, True)
    assert help_ in outcome.err


TRICKS = {
    "numbers": "Array.prototype.join = () => 'inf 0 0 24'",
    "words": "Array.prototype.join = () => 'fits'",
    "an object": "Array.prototype.join = () => ({ get high() { for (;;) {} } })",
    "no end": "Array.prototype.map = () => ({ length: 1, join() { for (;;) {} } })",
    "a length": "Array.prototype.join = () => '0 0 0 24;'.repeat(1e7)",
}


@pytest.mark.parametrize("script", TRICKS.values(), ids=TRICKS.keys())
def test_what_a_page_puts_into_the_mouth_of_the_measure_is_not_believed(
    shown: Workspace, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(browser, "_PATIENCE", 2.0)
    shown.deck("index.html", PAGE.replace("</script></body>", f"{script};</script></body>"))
    outcome = shown.run("check", "--rendered")
    assert outcome.code == 2
    assert "source/index.html: no slides of remark, reveal.js or Marp were to be seen" in outcome.err


def test_a_page_that_hangs_keeps_no_other_from_being_looked_at(
    shown: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "_PATIENCE", 10.0)  # s; a busy machine takes some to show the other
    hangs = PAGE.replace("</script></body>", f"{TRICKS['no end']};</script></body>")
    shown.deck("a.html", hangs)
    shown.deck("z.html", hangs)
    shown.translate("First", "É" * 60)
    outcome = shown.run("check", "--rendered", "--select", "rendered")
    assert outcome.code == 2
    assert [line.split(":")[1] for line in outcome.err.splitlines()] == [" source/a.html", " source/z.html"]
    assert "pixels too wide" in outcome.out


def test_a_browser_that_is_gone_is_started_anew(shown: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(self: browser.Screen, _context: object) -> None:
        await (await self.browser()).close()

    monkeypatch.setattr(browser.Screen, "_leave", gone)
    shown.deck("z.html", PAGE)
    shown.translate("First", "É" * 60)
    assert [msgid for _, msgid, _ in found(shown)] == ["First"]


def test_slides_are_told_of_translations_as_they_are_repaired(shown: Workspace) -> None:
    shown.translate("Short", f"Court  {LONG}\u200b")
    outcome = shown.run("check", "--rendered", "--fix", "--format", "json")
    (told,) = [one for one in json.loads(outcome.out) if one["rule"] == "overflow"]
    assert "\u200b" not in told["msgstr"]


def test_only_changed_translations_are_told_if_the_user_asks_so(shown: Workspace) -> None:
    shown.translate("Short", f"Court {LONG}")
    for args in (["init", "-q"], ["add", "."], ["commit", "-qm", "too long"]):
        subprocess.run(["git", *args], cwd=shown.root, check=True)
    assert [slide for slide, *_ in found(shown)] == ["First"]
    assert found(shown, "--changed-since", "HEAD") == []
    shown.translate("And more", "Et plus")
    assert [msgid for _, msgid, _ in found(shown, "--changed-since", "HEAD")] == ["And more"]


def test_how_many_slides_were_shown_is_said(shown: Workspace) -> None:
    assert "3 slides shown: nothing found" in shown.run("check", "--rendered", "--select", "rendered").out


BOX = """<style>.box { width: 9em; height: 60px; overflow: hidden }
.ear { position: absolute; width: 1px; height: 1px; overflow: hidden }</style>"""


def test_text_that_a_box_within_the_slide_cuts_off_is_told(shown: Workspace) -> None:
    shown.deck("index.html", PAGE.replace("<body>", f"{BOX}<body>"))
    shown.deck("one.md", "# First\n\n.box[\nShort\n]\n")
    shown.ok("update")
    shown.translate("Short", "Un peu plus long que cela")
    ((slide, msgid, message),) = found(shown)
    assert (slide, msgid) == ("First", "Short")
    assert re.match(r"within the slide, \d+ pixels of a text are cut off", message)


def test_what_is_there_for_screen_readers_only_is_cut_off_nowhere(shown: Workspace) -> None:
    shown.deck("index.html", PAGE.replace("<body>", f"{BOX}<body>"))
    shown.deck("one.md", "# First\n\n.ear[\nShort\n]\n")
    shown.ok("update")
    shown.translate("Short", "Un peu plus long que cela")
    assert found(shown) == []


def with_pictures(workspace: Workspace, text: str) -> None:
    workspace.deck("images/a b.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    workspace.deck("one.md", text)
    workspace.ok("update")


def test_an_image_that_only_the_translation_lacks_is_told_where_it_is_named(shown: Workspace) -> None:
    with_pictures(shown, "# First\n\nSee ![it](images/a%20b.svg) here\n")
    shown.translate("See ![it](images/a%20b.svg) here", "Voici ![le](images/fr/a%20b.svg) là")
    ((slide, msgid, message),) = found(shown)
    assert (slide, msgid) == ("First", "See ![it](images/a%20b.svg) here")
    assert message.startswith("'images/fr/a b.svg' is not there")
    shown.write("locales/fr/assets/images/fr/a b.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert found(shown) == []


def test_an_image_that_the_source_lacks_too_is_the_authors(shown: Workspace) -> None:
    with_pictures(shown, "# First\n\n![it](images/gone.svg) here\n")
    shown.translate("![it](images/gone.svg) here", "![le](images/gone.svg) là")
    assert found(shown) == []


def size(picture: bytes) -> tuple[int, ...]:
    """Width and height of a PNG."""
    assert picture.startswith(b"\x89PNG")
    return struct.unpack(">II", picture[16:24])


def shots(workspace: Workspace, folder: str = "shots") -> list[str]:
    base = workspace.path(folder)
    return sorted(str(one.relative_to(base)) for one in base.rglob("*") if one.is_file())


def test_pictures_are_taken_of_slides_that_findings_name_and_of_no_other(shown: Workspace) -> None:
    shown.translate("Short", f"Court <b>&amp;</b> {LONG}")
    outcome = shown.run("check", "--select", "rendered", "--shots", "shots")
    assert (outcome.code, outcome.err) == (0, "1 picture in shots\n")
    assert shots(shown) == [".l10n-made", "fr/index.html/001.png"]
    width, height = size(shown.path("shots/fr/index.html/001.png").read_bytes())
    assert (width, height >= 480) == (1320, True)
    shown.replace(shown.po("one"), LONG, "")
    assert shown.run("check", "--select", "rendered", "--shots", "shots").err == "0 pictures in shots\n"
    assert shots(shown) == [".l10n-made"]


def test_no_picture_replaces_what_l10n_did_not_make(shown: Workspace) -> None:
    shown.translate("Short", f"Court {LONG}")
    mine = Path(shown.write("shots/fr/index.html/001.png", "mine"))
    outcome = shown.run("check", "--shots", "shots")
    assert outcome.code == 2
    assert "shots/fr/index.html/001.png: it is there already, and l10n did not make it" in outcome.err
    assert mine.read_text() == "mine"


def test_a_list_of_what_was_made_leads_nowhere_else(shown: Workspace) -> None:
    mine = Path(shown.write("mine.txt", "mine"))
    shown.write("shots/.l10n-made", "../mine.txt\0")
    outcome = shown.run("check", "--shots", "shots")
    assert (outcome.code, "no name of a file in this folder" in outcome.err) == (2, True)
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("folder", ["source/shots", "locales", ".", "..", "source/.."])
def test_pictures_do_not_go_among_decks_and_catalogs_or_around_them(shown: Workspace, folder: str) -> None:
    outcome = shown.run("check", "--shots", folder)
    assert (outcome.code, "does not go among decks and catalogs" in outcome.err) == (2, True)


def test_a_build_prints_a_page_a_slide(shown: Workspace) -> None:
    outcome = shown.run("build", "--pdf", "printed")
    assert outcome.code == 0
    assert "printed printed/fr/index.pdf\n" in outcome.out
    pdf = shown.path("printed/fr/index.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 3


def test_what_cannot_be_printed_is_said(shown: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_PATIENCE", 0.5)
    shown.deck("index.html", "<p>one.md</p>")
    outcome = shown.run("build", "--pdf", "printed")
    assert outcome.code == 2
    assert "error: source/index.html: no slides of remark, reveal.js or Marp were to be seen" in outcome.err
    assert "" not in outcome.out.splitlines()
    assert shots(shown, "printed") == []


WAYS_OUT = """
new Image().src = '{}picture.png';
fetch('{}request');
navigator.sendBeacon('{}post', 'y');
new WebSocket('{}socket'.replace('http', 'ws'));
document.body.appendChild(document.createElement('iframe')).src = '{}frame';
window.open('{}window');
new Worker(URL.createObjectURL(new Blob(['fetch("{}worker")'])));
document.body.style.backgroundImage = 'url({}style)';
document.head.appendChild(document.createElement('link')).rel = 'preconnect';
document.head.lastChild.href = '{}connection';
"""


@pytest.mark.parametrize("script", [WAYS_OUT, "setTimeout(() => {{ location.href = '{}place' }}, 50)"])
def test_scripts_of_a_deck_reach_no_other_server(
    shown: Workspace, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(browser, "_PATIENCE", 10.0)  # s; a busy machine takes some to show the other
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as other:
        thread = Thread(target=_listen, args=(other, asked), daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{other.getsockname()[1]}/"
        script = script.replace("{}", address).replace("{{", "{").replace("}}", "}")
        shown.deck("index.html", PAGE.replace("</script></body>", f"{script}</script></body>"))
        shown.run("check", "--rendered")
        other.shutdown(socket.SHUT_RDWR)
    thread.join(5)
    assert asked == []


CALL = """
setTimeout(() => {
const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:PORT' }] });
call.createDataChannel('x');
call.createOffer().then((offer) => call.setLocalDescription(offer));
}, 0);
"""


def test_scripts_of_a_deck_send_no_datagram(shown: Workspace) -> None:
    """WebRTC asks no server for leave: it sends past routes and proxies."""
    with socket.socket(type=socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        other.settimeout(0.5)
        script = CALL.replace("PORT", str(other.getsockname()[1]))
        page = PAGE.replace("remark.create(", f"{script}\nsetTimeout(() => remark.create(", 1)
        shown.deck("index.html", page.replace("'16:9' });", "'16:9' }), 1000);"))
        assert found(shown) == []
        with pytest.raises(TimeoutError):
            other.recv(1)


def _listen(server: socket.socket, asked: list[bytes]) -> None:
    try:
        while True:
            with server.accept()[0] as one:
                asked.append(one.recv(1000))
    except OSError:  # it is closed
        return


@pytest.mark.parametrize(
    "name", ["../l10n.toml", "%2e%2e/l10n.toml", "..%2fl10n.toml", ".git/config", "/etc/passwd", "out.md"]
)
def test_the_server_hands_out_nothing_but_source_and_build(shown: Workspace, name: str) -> None:
    from l10n.project import Project, find_config
    from l10n.rendered.site import served
    from l10n.system import Files

    shown.write(".git/config", "secret")
    secret = Path(shown.write("secret.txt", "secret"))
    shown.path("source/out.md").symlink_to(secret)
    config = find_config(shown.root)
    with served(Project(config, Files(config.root, dry=True))) as site:
        assert site.content("/source/one.md") is not None
        assert [site.content(f"/{room}/{name}") for room in ("source", "fr", "..", "")] == [None] * 4
