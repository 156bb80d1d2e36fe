"""remark's renderer agrees: on what is emphasis, code, a link, an image, a tag and a break in a text."""

import random
from collections.abc import Iterator

import pytest
from corpus.real import OTHERS
from hypothesis import example, given
from support import deck_of

from engines.engine import Engine, missing_renderer, running, versions
from engines.inlines import LINKS, inlines
from engines.judged import many
from l10n.dialects.remark.marked.inline import Kind, Piece, inline
from l10n.dialects.remark.marked.versions import Compared

pytestmark = pytest.mark.engine

REMARK = OTHERS / "remark"
ENGINES = versions(missing_renderer)


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with running(request.param) as one:
        yield one


_NAMES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}


def _unescaped(text: str) -> str:
    """As a renderer's text is read back, in which no name of a character is escaped twice."""
    parts = text.split("&")
    for at, part in enumerate(parts[1:], 1):
        name = f"&{part.partition(';')[0]};"
        known = name in _NAMES and ";" in part
        parts[at] = _NAMES[name] + part.partition(";")[2] if known else f"&{part}"
    return "".join(parts)


def ours(text: str, version: str) -> list[list[str]]:
    """What we find, in the renderer's form."""
    found = inline(text, _defined, Compared(version))
    return [_told(piece, text) for piece in found.pieces]


def _defined(label: str) -> bool:
    return bool(LINKS.get(label.lower(), {}).get("href"))


def _told(piece: Piece, text: str) -> list[str]:
    value, title = (_seen(text[slice(*at)]) for at in (piece.value, piece.title))
    if piece.kind is Kind.URL:
        return ["LINK", _unescaped(value.removeprefix("mailto:")), ""]
    if piece.kind in (Kind.LINK, Kind.IMAGE):
        link = LINKS[piece.label.lower()] if piece.label else {"href": value, "title": title}
        target = link["href"].removeprefix("mailto:") if piece.kind is Kind.LINK else link["href"]
        return [piece.kind.name, _unescaped(target), _unescaped(link.get("title", ""))]
    return [piece.kind.name, value if piece.kind in (Kind.CODE, Kind.TAG) else ""]


def _seen(text: str) -> str:
    """The text as it comes to the rules."""
    return text.replace("\t", "    ").replace("\u00a0", " ").replace("\u2424", "\n")


def theirs(engine: Engine, text: str) -> list[list[str]]:
    """What the renderer finds; to it, an address is a target that begins with ``mailto:``."""
    return [
        [one[0], one[1].removeprefix("mailto:"), *one[2:]] if one[0] == "LINK" else one
        for one in engine.inline(text, LINKS)
    ]


@many
@example("**x (y)**z")
@given(text=inlines())
def test_texts_have_the_markup_that_the_renderer_finds(engine: Engine, text: str) -> None:
    assert ours(text, engine.version) == theirs(engine, text)


_SLIPS = (
    "", "", "*", "_", "`", "**", "[", "]", "(", ")", "\\", " ", "\u00a0", "\n", "文", "é", "«", "<", ">",
    "!", "~~", "\"", "'", "][", "](", "  \n",
)  # fmt: skip


def _slipped(text: str, chance: random.Random) -> str:
    """The text with one or two signs lost, or put where they do not belong."""
    for _ in range(chance.randint(1, 2)):
        marks = [at for at, sign in enumerate(text) if sign in "*_`[]()<>!~\\:"] or [0]
        at = chance.choice(marks) + chance.randint(0, 1)
        text = text[:at] + chance.choice(_SLIPS) + text[at + chance.randint(0, 1) :]
    return text


@pytest.mark.corpus
@pytest.mark.skipif(not REMARK.is_dir(), reason="the real decks are not in ../shared/corpus")
def test_real_texts_with_slips_have_the_markup_that_the_renderer_finds(engine: Engine) -> None:
    chance = random.Random(1)
    for path in sorted(REMARK.rglob("*.md")):
        for segment in deck_of(path.read_bytes().decode()).segments:
            for text in (segment.msgid, _slipped(segment.msgid, chance)):
                assert ours(text, engine.version) == theirs(engine, text), path
