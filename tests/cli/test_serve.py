"""The command that shows a project in a browser."""

import re
import signal
import socket
import subprocess
import urllib.request

import pytest

from cli.conftest import COMMAND, Workspace


@pytest.fixture
def work(decks: Workspace) -> Workspace:
    decks.ok("init", "fr")
    return decks


def test_it_prints_its_address_answers_there_and_ends_by_ctrl_c(work: Workspace) -> None:
    process = subprocess.Popen(
        [*COMMAND, "serve", "fr", "--no-open", "--port", "0"],
        cwd=work.root,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout
        line = process.stdout.readline()
        address = re.match(r"http://127\.0\.0\.1:\d+(?=  \(Ctrl-C ends it\)$)", line)
        assert address, line
        with urllib.request.urlopen(address[0]) as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


def test_a_port_that_is_taken_is_one_clear_sentence(work: Workspace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        outcome = work.run("serve", "fr", "--no-open", "--port", str(port))
    assert outcome.code == 2
    expected = (
        f"error: port {port} of 127.0.0.1 cannot be used: another program has it; name another with --port"
    )
    assert outcome.err.strip() == expected


def test_where_packages_are_missing_it_says_how_to_install_them(
    work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.serve.running.find_spec", lambda name: None if name == "uvicorn" else name)
    outcome = work.run("serve", "fr", "--no-open")
    assert outcome.code == 2
    assert "(uvicorn)" in outcome.err
    assert "pip install 'deck-l10n[serve]'" in outcome.err


def test_a_locale_that_there_is_not_is_named(work: Workspace) -> None:
    outcome = work.run("serve", "de", "--no-open", "--port", "0")
    assert outcome.code == 2
    assert "no locale 'de'" in outcome.err


def test_one_of_several_locales_has_to_be_named(work: Workspace) -> None:
    work.ok("init", "de")
    outcome = work.run("serve", "--no-open", "--port", "0")
    assert outcome.code == 2
    assert "several locales; name one: de, fr" in outcome.err or "name one: fr, de" in outcome.err
