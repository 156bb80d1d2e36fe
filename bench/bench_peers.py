"""What peers make of decks with an empty catalog: nothing should change.

Peers are optional: those that are not installed are left out (mdpo and translate-toolkit[markdown] from the
package index, po4a from the system). Decks are our own, and the corpus in ../shared if there is one, in an
order that is mixed but always the same: a tool that is too slow for all of them is measured by a sample.
"""

from __future__ import annotations

import importlib.util
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.inputs.decks import ROOT
from l10n.build.splice import build
from l10n.deck.parser import parse, skim
from l10n.dialects import DIALECTS
from l10n.markdown.targets import Localised

_SECONDS = 90
"""How long each tool may take."""
_EMPTY = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: fr\\n"\n'


def _ours(text: str, _folder: Path) -> str:
    remark = DIALECTS["remark"]
    deck = parse(text, remark)
    return build(deck, {}, partial(skim, dialect=remark), Localised()).text


def _mdpo(text: str, folder: Path) -> str:
    from mdpo.po2md import pofile_to_markdown

    return str(pofile_to_markdown(text, [str(folder / "empty.po")]))


def _translate_toolkit(text: str, folder: Path) -> str:
    command = [sys.executable, "-m", "translate.convert.po2md", "--progress=none"]
    return _converted([*command, "-t", "in.md", "empty.po", "out.md"], text, folder)


def _po4a(text: str, folder: Path) -> str:
    options = ["-f", "text", "-o", "markdown", "-o", "neverwrap", "-k", "0", "-M", "UTF-8"]
    return _converted(
        ["po4a-translate", *options, "-m", "in.md", "-p", "empty.po", "-l", "out.md"], text, folder
    )


def _converted(command: list[str], text: str, folder: Path) -> str:
    (folder / "in.md").write_text(text, encoding="utf-8", newline="")
    (folder / "out.md").unlink(missing_ok=True)
    subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=_SECONDS)
    with (folder / "out.md").open(encoding="utf-8", newline="") as file:
        return file.read()


def _peers() -> dict[str, Callable[[str, Path], str]]:
    peers: dict[str, Callable[[str, Path], str]] = {"l10n": _ours}
    if importlib.util.find_spec("mdpo"):
        peers["mdpo"] = _mdpo
    if importlib.util.find_spec("translate") and importlib.util.find_spec("mistletoe"):
        peers["translate-toolkit"] = _translate_toolkit
    if shutil.which("po4a-translate"):
        peers["po4a"] = _po4a
    return peers


def _decks() -> list[str]:
    corpus = ROOT.parent / "shared" / "corpus" / "container.training"
    paths = [*sorted((ROOT / "source").glob("*.md")), *sorted(corpus.rglob("*.md"))]
    random.Random(0).shuffle(paths)
    return [path.read_bytes().decode() for path in paths]


def _slides(text: str) -> list[bool]:
    return [slide.continued for slide in parse(text, DIALECTS["remark"]).slides]


def bench() -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first."""
    yield "tool", "decks", "the same bytes", "the same slides and steps", "failed"
    decks = _decks()
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "empty.po").write_text(_EMPTY, encoding="utf-8")
        for tool, convert in _peers().items():
            yield tool, *_measured(convert, decks, Path(name))


def _measured(convert: Callable[[str, Path], str], decks: list[str], folder: Path) -> tuple[str, ...]:
    done = same = slides = failed = 0
    end = time.monotonic() + _SECONDS
    for text in decks:
        if time.monotonic() > end:
            break
        done += 1
        try:
            result = convert(text, folder)
        except (subprocess.SubprocessError, OSError, ValueError, KeyError, IndexError):
            failed += 1
            continue
        same += result == text
        slides += _slides(result) == _slides(text)
    return str(done), f"{100 * same // done}%", f"{100 * slides // done}%", str(failed)
