"""remark itself agrees: on what is in a deck, and that a built deck has what its source has."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from corpus.real import CORPUS
from hypothesis import given
from hypothesis import strategies as st
from support import deck_of, merged, translated

from engines.engine import Answer, Engine, missing, missing_renderer, running, versions
from engines.judged import many
from engines.texts import any_decks, catalogs
from l10n.dialects.cut import SlideMarks
from l10n.dialects.remark.marks import RemarkMarks
from l10n.markdown import FORMATTING_TAG
from l10n.project.choice import Choice
from l10n.report.inspection import as_json

pytestmark = pytest.mark.engine

HERE = Path(__file__).parent
GOLDEN = sorted((HERE.parent / "golden" / "remark").iterdir())
VERSIONS = versions(missing)


@pytest.fixture(scope="module", params=VERSIONS)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with running(request.param) as one:
        yield one


Shape = tuple[Any, ...]
"""Of a slide: properties, whether it is a step, whether it has notes, classes over lines, and the others."""


def ours(text: str, version: str, dialect: str = "remark") -> list[Shape]:
    """What we see, as that version of the engine would."""
    deck = deck_of(text, dialect)
    if version == "0.15.0":
        parts = json.loads(as_json(deck, Choice(dialect, "asked for")))["parts"]
        said = [(part["properties"], part["step"], part["notes"]) for part in parts]
        marks = [slide.marks for slide in deck.slides]
    else:
        assert deck.slides.earlier is not None
        marks = list(deck.slides.earlier.slides)
        said = [(dict(one.properties), one.continued, one.notes > 0) for one in marks]
    for properties, _, _ in said:
        properties.pop("continued", None)
    pairs = zip(said, marks, strict=True)
    return [(*those, *_classes(slide)) for those, slide in pairs if _is_shown(those[0])]


def _is_shown(properties: dict[str, str]) -> bool:
    return properties.get("exclude", "").lower() != "true"


def _classes(slide: SlideMarks) -> Shape:
    if slide.notes > 1:  # the engine forgets all notes but the last
        return ()
    assert isinstance(slide, RemarkMarks)
    both = ([one for one in slide.spans if one[1]], sorted(one for one in slide.spans if not one[1]))
    return tuple([(names[1:].replace(".", " "), depth) for names, _, depth in some] for some in both)


def theirs(answer: Answer, mine: list[Shape]) -> list[Shape]:
    """What the engine sees."""
    return [
        _shape(slide, at, with_classes=at >= len(mine) or len(mine[at]) > 3)
        for at, slide in enumerate(answer["parsed"])
    ]


def _shape(slide: Any, at: int, *, with_classes: bool) -> Shape:
    properties = dict(slide["properties"])
    step = properties.pop("continued") == "true" and at > 0  # the first slide has none to continue
    said = (properties, step, slide["notes"] is not None)
    found = [*_flat(slide["content"]), *_flat(slide["notes"])]
    blocks = [(names, depth) for names, block, depth in found if block]
    others = sorted((names, depth) for names, block, depth in found if not block)
    return (*said, blocks, others) if with_classes else said


def _flat(content: list[Any] | None, depth: int = 0) -> Iterator[tuple[str, bool, int]]:
    for one in content or ():
        if isinstance(one, list):
            yield one[0], one[1], depth
            yield from _flat(one[2], depth + 1)


def structure(engine: Engine, text: str) -> list[Shape]:
    """What a translation must not change, parsed and then shown with templates, layouts and variables."""
    answer = engine.read(text)
    return [
        (
            _kept(slide["properties"], text),
            slide["links"],
            slide["notes"] is not None,
            _blocks(slide["blocks"]) if missing_renderer(engine.version) is None else [],
            *map(_nest, _parts(slide)),
        )
        for slides in (answer["parsed"], answer["shown"])
        for slide in slides
    ]


_LOCALE = re.compile(r"(?<=/)(?:en|fr)(?=[./])")
"""What a target may have in the form of the locale."""
_MARKUP = (["TAG"], ["LINK"], ["IMAGE"])


def _blocks(parts: Any) -> Any:
    """Blocks, links and tags without those tags that a translation may have as it likes."""
    if not isinstance(parts, list):
        return _LOCALE.sub("", parts) if isinstance(parts, str) else parts
    kept = [one for one in parts if not (one and one[0] == "TAG" and FORMATTING_TAG.fullmatch(one[1]))]
    plain = [_blocks(one) for one in kept]
    return sorted(plain) if plain and isinstance(plain[0], list) and plain[0][:1] in _MARKUP else plain


def _kept(properties: dict[str, str], text: str) -> dict[str, str]:
    """Properties without those that are messages: in front matter titles and descriptions are."""
    prose = ("title", "description") if text.startswith("---\n") else ()
    return {key: value for key, value in properties.items() if key not in prose}


def _parts(slide: Any) -> tuple[list[Any], list[Any]]:
    return slide["content"], slide["notes"] or []


def _nest(content: list[Any]) -> Shape:
    """Content classes as they are nested; those within a line in any order."""
    found = [one for one in content if isinstance(one, list)]
    blocks = [(names, _nest(inner)) for names, block, inner in found if block]
    return blocks, sorted(repr((names, _nest(inner))) for names, block, inner in found if not block)


@many
@given(text=any_decks())
def test_deck_has_the_slides_steps_notes_properties_and_classes_that_the_engine_finds(
    engine: Engine, text: str
) -> None:
    mine = ours(text, engine.version)
    assert mine == theirs(engine.read(text), mine)


@many
@given(data=st.data(), text=any_decks())
def test_any_catalog_leaves_what_the_engine_finds(engine: Engine, data: st.DataObject, text: str) -> None:
    deck = deck_of(text)
    result = merged(deck, data.draw(catalogs(deck)))
    assert structure(engine, result.text) == structure(engine, text)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_golden_decks_are_to_the_engine_what_they_are_to_us(engine: Engine, case: Path) -> None:
    source, built = ((case / name).read_bytes().decode() for name in ("deck.md", "deck.fr.md"))
    mine = ours(source, engine.version)
    assert mine == theirs(engine.read(source), mine)
    assert structure(engine, built) == structure(engine, source)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real decks are not in ../shared/corpus")
def test_real_decks_are_to_the_engine_what_they_are_to_us(engine: Engine) -> None:
    for path in [*CORPUS.rglob("*.md"), *CORPUS.rglob("*.Rmd")]:
        text = path.read_bytes().decode()
        mine = ours(text, engine.version)
        assert mine == theirs(engine.read(text), mine), path
        deck = deck_of(text)
        result = merged(deck, translated(deck, lambda msgid: f"Mot {msgid} encore"))
        was, is_now = structure(engine, text), structure(engine, result.text)
        # Decks of other engines have tags that the renderer pairs over code and paragraphs.
        if "marp" in path.parts or path.suffix == ".Rmd" or SLIP.search(text):
            was, is_now = without_blocks(was), without_blocks(is_now)
        assert is_now == was, path


SLIP = re.compile(r"^ *def", re.MULTILINE)
"""Where marked 0.3.9 parts a paragraph, for no reason that an author could know."""


def without_blocks(slides: list[Shape]) -> list[Shape]:
    return [(*slide[:3], *slide[4:]) for slide in slides]
