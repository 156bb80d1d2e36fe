"""remark agrees on what its renderer is handed where link definitions were taken out."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from support import deck_of

from engines.engine import Engine, missing_renderer, running, versions
from engines.judged import many
from engines.test_blocks import ours, theirs
from engines.texts import joined
from l10n.dialects.remark.marked.blocks import block_tokens

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module", params=versions(missing_renderer))
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with running(request.param) as one:
        yield one


@many
@given(text=joined())
@example("Word\n\n[d]: u\nMore\n")
@example("Word\n[d]: u\n[e]: v\n\nMore\n")
@example("- item\n[d]: u\n- item\n")
@example("# Title\n[d]: u\nMore\n")
@example("<div>Word\n[d]: u\nMore</div>\n")
def test_slides_have_the_blocks_that_the_renderer_finds_without_definitions(
    engine: Engine, text: str
) -> None:
    handed = "".join(engine.read(text)["parsed"][0]["content"])
    sources = [document.source for document in deck_of(text).slides[0].documents]
    tokens, _ = block_tokens("\n".join(sources), version=engine.version)
    assert ours(tokens) == theirs(engine.lex(handed)["tokens"])
