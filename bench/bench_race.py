"""All steps of peers beside ours, in one run: templates, catalogs brought up to them, pages built.

Peers are those that are installed: po4a, translate-toolkit (``md2po``, ``pot2po``, ``po2md``), and
mdbook-i18n-helpers (``mdbook-xgettext``, ``mdbook-gettext``) with ``msgmerge``. Their catalogs are made
first, and filled with copies, as ours are with translations; then all that is made but catalogs is removed,
and the steps are measured.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.costs import Cost, best, run, run_others
from bench.inputs.decks import make_project, translate

_TIMES = 3
Steps = list[tuple[tuple[str, ...], bytes]]
_NO_WRAP = ("--no-wrap", "-q")


def _po4a(folder: Path) -> Steps:
    decks = sorted(path.relative_to(folder).as_posix() for path in folder.glob("source/**/*.md"))
    options = 'opt:"-o markdown -o neverwrap -k 0 -M UTF-8"'
    lines = ["[po4a_langs] fr", "[po4a_paths] po/all.pot fr:po/fr.po"]
    lines += [f"[type: text] {one} fr:out/{one} {options}" for one in decks]
    (folder / "po4a.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [(("po4a", "-q", "po4a.cfg"), b"")]


def _translate_toolkit(folder: Path) -> Steps:
    (folder / "po").mkdir(exist_ok=True)
    quiet = "--progress=none"
    return [
        (("md2po", quiet, "-P", "--duplicates=msgctxt", "source", "pot"), b""),
        (("pot2po", quiet, "-t", "po", "pot", "po"), b""),
        (("po2md", quiet, "-t", "source", "po", "out"), b""),
    ]


def _mdbook_i18n_helpers(folder: Path) -> Steps:
    """Its two programs are given the book as mdBook reads it; that, and mdBook's own HTML, is left out."""
    (folder / "po").mkdir(exist_ok=True)
    paths = sorted(folder.glob("source/**/*.md"))
    names = [path.relative_to(folder / "source").as_posix() for path in paths]
    (folder / "source" / "SUMMARY.md").write_text("# Summary\n", encoding="utf-8")
    book = {"items": [_chapter(*one) for one in zip(names, paths, strict=True)]}
    config = {"book": {"language": "fr", "src": "source"}, "preprocessor": {"gettext": {"po-dir": "po"}}}
    context = {"root": str(folder), "config": config, "renderer": "html", "mdbook_version": "0.5.4"}
    extract = {**context, "version": "0.5.4", "book": book, "destination": str(folder / "po")}
    known = (folder / "po" / "fr.po").exists()
    merge = ("msgmerge", *_NO_WRAP, "--update", "po/fr.po", "po/messages.pot")
    begin = ("msginit", "--no-translator", "-l", "fr", "-i", "po/messages.pot", "-o", "po/fr.po")
    return [
        (("mdbook-xgettext",), json.dumps(extract).encode()),
        (merge if known else begin, b""),
        (("mdbook-gettext",), json.dumps([context, book]).encode()),
    ]


def _chapter(name: str, path: Path) -> dict[str, object]:
    text = path.read_text(encoding="utf-8")
    of_none: dict[str, object] = {"number": None, "sub_items": [], "parent_names": []}
    return {"Chapter": {"name": name, "content": text, "path": name, "source_path": name, **of_none}}


_PEERS: dict[str, tuple[str, Callable[[Path], Steps]]] = {
    "po4a": ("po4a", _po4a),
    "translate-toolkit": ("po2md", _translate_toolkit),
    "mdbook-i18n-helpers, msgmerge": ("mdbook-xgettext", _mdbook_i18n_helpers),
}
"""What must be on the path, and the steps in a folder."""


def bench(sizes: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first, for each number of decks; ratios are to ours, in the same run."""
    yield "decks", "tool", "cold, CPU s", "cold, wall s", "CPU to ours", "wall to ours"
    for decks in sizes:
        yield from _rows(decks)


def _rows(decks: int) -> Iterator[tuple[str, ...]]:
    with tempfile.TemporaryDirectory() as name:
        ours = _ours(Path(name) / "l10n", decks)
        found = {tool: steps for tool, (program, steps) in _PEERS.items() if shutil.which(program)}
        races = {
            "l10n": ours,
            **{tool: _theirs(Path(name) / tool, decks, one) for tool, one in found.items()},
        }
        turns = [{tool: race() for tool, race in races.items()} for _ in range(_TIMES)]
    costs = {tool: best([turn[tool] for turn in turns]) for tool in races}
    for tool, cost in costs.items():
        base = costs["l10n"]
        ratios = f"{cost.cpu / base.cpu:.2f}", f"{cost.seconds / base.seconds:.2f}"
        yield f"{decks:,}", tool, f"{cost.cpu:.2f}", f"{cost.seconds:.2f}", *ratios


def _ours(folder: Path, decks: int) -> Callable[[], Cost]:
    make_project(folder, decks)
    run(folder, "init", "fr")
    translate(folder, every=1)
    run(folder, "sync")

    def race() -> Cost:
        for made in (".l10n", "build", "locales/templates"):
            shutil.rmtree(folder / made)
        return run(folder, "sync")

    return race


def _theirs(folder: Path, decks: int, steps: Callable[[Path], Steps]) -> Callable[[], Cost]:
    make_project(folder, decks)
    run_others(folder, *steps(folder))
    catalogs = map(str, folder.glob("po/**/*.po"))
    run_others(folder, *((("msgen", "--no-wrap", "-o", one, one), b"") for one in catalogs))

    def race() -> Cost:
        for made in ("out", "pot"):
            shutil.rmtree(folder / made, ignore_errors=True)
        for template in folder.glob("po/*.pot"):
            template.unlink()
        return run_others(folder, *steps(folder))

    return race
