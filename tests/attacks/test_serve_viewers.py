"""What a deck of reveal.js or Quarto may do to who translates it, shown by reveal.js."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import NEEDS_BROWSER, browser, served
from engines.node import HERE, missing
from serving import HEADER

from attacks.test_serve_browser import TRIES, all_of, shown

if TYPE_CHECKING:
    from playwright.sync_api import Frame

pytest.importorskip("playwright", reason="playwright is not installed")
ENGINE = HERE / "packages/reveal/node_modules/reveal.js"
LACKING = missing(ENGINE, "reveal.js")
pytestmark = [
    *NEEDS_BROWSER,
    pytest.mark.skipif(LACKING is not None, reason=str(LACKING)),
    pytest.mark.skipif(shutil.which("pandoc") is None, reason="there is no pandoc"),
    pytest.mark.engine,
]
CATALOG = HEADER + '\nmsgid "One"\nmsgstr "Un"\n'
HOSTILE = """
![](../../../../secret.svg) ![](../engine/../../secret.css) ![](../engine/package.json)

</textarea></script><script>document.title = 'HACKED'; parent.document.title = 'HACKED'</script>

<img src=x onerror="document.body.dataset.ran = 'yes'; top.document.title = 'HACKED'">
"""
DECKS = {
    "one.md": "---\ntheme: ../../secret.css\ncss: ../secret.css\n---\n\n# One\n" + HOSTILE,
    "one.qmd": "---\ntitle: One\nfilters: [../evil.lua]\ntemplate: ../secret.css\n---\n\n# Two\n" + HOSTILE,
}


@pytest.fixture(params=DECKS)
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A project of one such deck, and what lies beside it."""
    root, name = tmp_path / "project", str(request.param)
    catalog = root / "locales/fr/LC_MESSAGES" / f"{name.removesuffix('.md')}.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(CATALOG)
    (root / "source").mkdir()
    (root / "source" / name).write_text(DECKS[name])
    (root / "l10n.toml").write_text('dialects = { "*.md" = "reveal", "*.qmd" = "quarto" }\n')
    for place in (tmp_path, root):
        (place / "secret.svg").write_text("SECRET")
        (place / "secret.css").write_text("SECRET")
        (place / "evil.lua").write_text(f"io.open('{tmp_path}/HACKED', 'w'):close()")
    return root


def ready(frame: Frame) -> Frame:
    frame.wait_for_function("window.Reveal && Reveal.isReady() && document.body.dataset.ran === 'yes'")
    return frame


def test_scripts_of_the_deck_run_in_a_frame_that_reaches_nothing(root: Path) -> None:
    before = [path.read_text() for path in sorted(root.rglob("*.po"))]
    asked: list[str] = []
    with served(root, "--port", "0", "--reveal", str(ENGINE)) as address, browser() as started:
        page = started.new_page()
        page.on("request", lambda one: asked.append(one.url))
        frame = ready(shown(page, address))
        token = page.evaluate("document.body.dataset.token")
        came = frame.evaluate(all_of(TRIES | {"what it may": "6 * 7"}, address, token))
        assert came == {**dict.fromkeys(TRIES, "refused"), "what it may": "done: 42"}
        assert "HACKED" not in page.title()
        beside = {one for one in asked if "secret" in one or one.endswith("package.json")}
        assert beside
        assert {page.request.get(one).status for one in beside} == {404}
    assert [path.read_text() for path in sorted(root.rglob("*.po"))] == before
    assert not list(root.parent.rglob("HACKED"))
