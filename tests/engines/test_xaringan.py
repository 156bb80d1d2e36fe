"""remark agrees on decks in R Markdown, once knitr is through: on what is in a deck, and what stays of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import deck_of, merged, translated

from engines.engine import Engine, running
from engines.knitted import knitted, run_by_knitr
from engines.test_remark import CORPUS, HERE, VERSIONS, many, ours, structure, theirs
from engines.texts import any_decks, catalogs

pytestmark = pytest.mark.engine

GOLDEN = sorted((HERE.parent / "golden" / "xaringan").iterdir())
CHUNKS = (
    "```{r}\nx[1]\n```", "```{r, include=FALSE}\nlibrary(x)\n---\n```", "```{r, echo=FALSE}\nplot(1)\n```",
    "```{r, ref.label='x'}\n```",
    "```{r, fig.cap='It\\'s', fig.alt=\"So\", echo=FALSE}\n#| fig-scap: A\n1\n```",
    "```{r a-b, fig.cap=\"A plot.\"}\n#| echo: true\n---\n\n--\n```",
    "  ```{python}\n  a = '`'\n  ```", "````{r}\n```\n````", "> ```{r}\n> 1\n> ```", "```{r}", "```{r x}\n1",
    "```{asis}\nSome *text*\n\n---\n\nand more\n```", "````markdown\n```{r}\n1\n```\n````",
    "```{r}\n\n```", "```{r, eval=TRUE}`r ''`\n1\n```", "```yaml\na: $b$\n```",
    "$$\na\n$$", "$$x_1$$", "$x .y[z]$ and $b$", "$5 and $6", "\\begin{align}\na &= b\n\\end{align}",
    "`r 1 + 1`", "text `r x` text", "`` `r x` ``", "<!-- <noscript> -->", "class: a", "---\nclass: b\n",
    ":::", "::: {.a b='c'}\ntext\n:::", ":::: columns\n\n- a\n::::",
    "---\n\n```{r, echo=FALSE}\n1\n```\n\nclass: c\n", "???\n\nnotes $y$", "--",
)  # fmt: skip
FRONTS = ("", '---\ntitle: A deck\nsubtitle: "Of `r 1`"\n# author: me\noutput: x\n---\n', "---\na: b\n...\n")


@pytest.fixture(scope="module", params=VERSIONS)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with running(request.param) as one:
        yield one


def knitr_decks() -> st.SearchStrategy[str]:
    """Decks of remark with chunks and mathematics among what else they have; some of it is not indented."""
    parts = st.lists(st.one_of(any_decks(), *[st.sampled_from(CHUNKS)] * 3), max_size=6)
    glue = st.sampled_from(("\n", "\n\n"))
    return st.tuples(st.sampled_from(FRONTS), parts, glue).map(
        lambda drawn: drawn[0] + drawn[2].join(["Deck", *(part.removeprefix("\ufeff") for part in drawn[1])])
    )


@many
@given(text=knitr_decks())
def test_deck_has_what_the_engine_finds_in_what_knitr_leaves(engine: Engine, text: str) -> None:
    mine = ours(text, engine.version, "xaringan")
    assert mine == theirs(engine.read(knitted(text)), mine)


@many
@given(data=st.data(), text=knitr_decks())
def test_any_catalog_leaves_what_the_engine_finds_and_what_knitr_runs(
    engine: Engine, data: st.DataObject, text: str
) -> None:
    deck = deck_of(text, "xaringan")
    result = merged(deck, data.draw(catalogs(deck)), "xaringan")
    assert structure(engine, knitted(result.text)) == structure(engine, knitted(text))
    assert run_by_knitr(result.text) == run_by_knitr(text)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_golden_decks_are_to_the_engine_what_they_are_to_us(engine: Engine, case: Path) -> None:
    source, built = ((case / name).read_bytes().decode() for name in ("deck.md", "deck.fr.md"))
    mine = ours(source, engine.version, "xaringan")
    assert mine == theirs(engine.read(knitted(source)), mine)
    assert structure(engine, knitted(built)) == structure(engine, knitted(source))
    assert run_by_knitr(built) == run_by_knitr(source)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real decks are not in ../shared/corpus")
def test_real_decks_are_to_the_engine_what_they_are_to_us(engine: Engine) -> None:
    for path in (CORPUS / "dialects" / "xaringan").rglob("*.Rmd"):
        text = path.read_bytes().decode()
        mine = ours(text, engine.version, "xaringan")
        assert mine == theirs(engine.read(knitted(text)), mine), path
        deck = deck_of(text, "xaringan")
        result = merged(deck, translated(deck, lambda msgid: f"Mot {msgid} encore"), "xaringan")
        assert structure(engine, knitted(result.text)) == structure(engine, knitted(text)), path
        assert run_by_knitr(result.text) == run_by_knitr(text), path
