"""Whole projects: messages are edited, split, joined and moved between decks, and back."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog.model import Entry
from l10n.catalog.reader import load
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.sync.decks import Step, run
from l10n.system.files import Files

SENTENCES = (
    "A pod is a group of containers that run together on one node.",
    "Its containers share 1 address, and talk to each other over localhost.",
    "Run `kubectl get pods` to see them all.",
    "See [the manual](https://example.com/en/pods) for 12 more examples.",
    "The control plane decides where pods run.",
    "It watches the cluster and makes it what you asked for.",
    "Each of the 3 nodes runs a kubelet.",
    "What happens when a node fails?",
    "A .red[critical] failure stops *all* pods on that node.",
    "Delete it with `kubectl delete node` after 5 minutes.",
    "Services give pods a stable name.",
    "Wait!",
)
TITLES = ("# Pods", "# What is a pod?", "## Control plane", "## Nodes", "# When a node fails", "# Services")
EDITS = (
    ("12", "15"), ("3", "4"), ("https://example.com/en/pods", "https://example.com/en/pod"), ("pods", "jobs"),
    ("`kubectl get pods`", "`kubectl get pods -A`"), (".red", ".blue"), ("*all*", "all"), ("The ", "A "),
    ("# ", "## "), ("cluster", "whole cluster"), (" and ", " or "), ("run", "live"), ("5 minutes", "an hour"),
)  # fmt: skip

Decks = list[list[str]]
"""By deck: its blocks."""


def blocks() -> st.SearchStrategy[str]:
    text = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(" ".join)
    return st.one_of(st.sampled_from(TITLES), text, text, text.map("- {}".format))


def projects() -> st.SearchStrategy[Decks]:
    return st.lists(st.lists(blocks(), max_size=7), min_size=2, max_size=2)


WAYS = ("remove", "edit", "edit", "add", "move", "copy", "shift", "split", "join")


@st.composite
def edited(draw: st.DrawFn, decks: Decks) -> Decks:
    """The same project after a few edits of people who write decks."""
    decks = [list(deck) for deck in decks]
    for _ in range(draw(st.integers(1, 4))):
        here, there = draw(st.permutations(decks))
        at = draw(st.integers(0, len(here) - 1)) if here else 0
        block = here.pop(at) if here else draw(blocks())
        way = draw(st.sampled_from(WAYS))
        here[at:at] = pieces(draw, way, block)
        if way == "join" and len(here) > at + 1:
            here[at : at + 2] = [f"{here[at]} {here[at + 1].lstrip('-# ')}"]
        if way in ("move", "copy"):
            there.insert(draw(st.integers(0, len(there))), block)
        if way == "shift":
            here.insert(draw(st.integers(0, len(here))), block)
    return decks


def pieces(draw: st.DrawFn, way: str, block: str) -> list[str]:
    """What stands in the block's place."""
    if way in ("remove", "move", "shift"):
        return []
    if way == "edit":
        return [block.replace(*draw(st.sampled_from([one for one in EDITS if one[0] in block] or EDITS)), 1)]
    if way == "split" and ". " in block:
        first, rest = block.split(". ", 1)
        return [f"{first}.", rest]
    return [block, draw(blocks())] if way == "add" else [block]


class Scratch:
    """A project on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def update(self, decks: Decks) -> None:
        """Write the decks, and bring the catalogs up to them."""
        (self.root / "source").mkdir(parents=True, exist_ok=True)
        for at, deck in enumerate(decks):
            (self.root / "source" / f"{at}.md").write_text("\n\n".join(deck) + "\n", encoding="utf-8")
        report = run(Project(Config(self.root, locales=("fr",)), Files(self.root)), Step.UPDATE)
        assert report.problems == []

    def translate(self, states: Iterator[int]) -> None:
        """Give each message a translation; some are fuzzy, some have a comment, some say what was before."""
        for path in self.paths:
            catalog = load(path.read_bytes(), path.name)
            entries = tuple(_translated(entry, next(states)) for entry in catalog.entries)
            path.write_text(replace(catalog, entries=entries).render(), encoding="utf-8")

    @property
    def paths(self) -> Sequence[Path]:
        return sorted((self.root / "locales").rglob("*.po"))

    @property
    def content(self) -> dict[str, str]:
        return {path.name: path.read_text(encoding="utf-8") for path in self.paths}

    @property
    def entries(self) -> set[tuple[str, Entry]]:
        """What translators wrote, by catalog."""
        return {
            (path.name, Entry(one.msgid, one.msgstr, fuzzy=one.fuzzy, notes=one.notes))
            for path in self.paths
            for one in load(path.read_bytes(), path.name).entries
            if one.msgstr
        }


def _translated(entry: Entry, state: int) -> Entry:
    return entry._replace(
        msgstr=f"fr {entry.msgid}",
        fuzzy=state in (1, 2),
        previous=(None, "An earlier text") if state == 2 else None,
        comments=(*entry.comments, f"changed: [-An earlier text-]{{+{entry.msgid}+}}")
        if state == 2
        else entry.comments,
        notes=("by hand",) if state == 3 else (),
        lines=(),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        yield tmp_path_factory.mktemp("project")


fewer = settings(max_examples=settings().max_examples // 4)
"""Each example is a project on disk, gone through several times."""


def scratch(folder: Path, decks: Decks, data: st.DataObject) -> Scratch:
    """A project with those decks, translated."""
    shutil.rmtree(folder / "p", ignore_errors=True)
    project = Scratch(folder / "p")
    project.update(decks)
    states = st.sampled_from((0, 0, 0, 0, 1, 2, 3))
    project.translate(iter(data.draw(st.lists(states, min_size=50, max_size=50))))
    return project


@fewer
@given(data=st.data(), decks=projects())
def test_an_edit_taken_back_leaves_all_catalogs_as_they_were(
    folder: Path, data: st.DataObject, decks: Decks
) -> None:
    project = scratch(folder, decks, data)
    before = project.content
    project.update(data.draw(edited(decks)))
    project.update(decks)
    assert project.content == before


def test_three_blocks_joined_and_parted_again_leave_no_trace(folder: Path) -> None:
    shutil.rmtree(folder / "p", ignore_errors=True)
    project = Scratch(folder / "p")
    decks = [["# Pods"], ["# Pods", "# What is a pod?", "## Control plane"]]
    project.update(decks)
    project.translate(repeat(0))
    before = project.content
    project.update([[], ["# Pods What is a pod? Control plane"]])
    project.update(decks)
    assert project.content == before


@fewer
@given(data=st.data(), decks=projects())
def test_a_second_update_finds_nothing_to_do(folder: Path, data: st.DataObject, decks: Decks) -> None:
    project = scratch(folder, decks, data)
    new = data.draw(edited(decks))
    project.update(new)
    once = project.content
    shutil.rmtree(project.root / ".l10n")
    project.update(new)
    assert project.content == once


@fewer
@given(data=st.data(), decks=projects())
def test_what_translators_wrote_stays_in_its_catalog(folder: Path, data: st.DataObject, decks: Decks) -> None:
    project = scratch(folder, decks, data)
    had = project.entries
    for _ in range(3):
        decks = data.draw(edited(decks))
        project.update(decks)
    assert had <= project.entries


@fewer
@given(data=st.data(), decks=projects())
def test_translations_of_messages_that_stay_keep_their_bytes(
    folder: Path, data: st.DataObject, decks: Decks
) -> None:
    project = scratch(folder, decks, data)
    before = {path: load(path.read_bytes(), "").by_key for path in project.paths}
    project.update(data.draw(edited(decks)))
    for path, old in before.items():
        new = load(path.read_bytes(), "").by_key
        for key in old.keys() & new.keys():
            assert _but_its_place(new[key]) == _but_its_place(old[key])


def _but_its_place(entry: Entry) -> list[str]:
    """Its lines, but for the comment that says what and where it is."""
    return [line for line in entry.lines if not line.startswith(("#. heading", "#. paragraph", "#. list"))]
