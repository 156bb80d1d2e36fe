"""Our own deck: it fits its slides in every language, and its page loads the engine that was tried."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from pathlib import Path

import pytest
from chromium import EXECUTABLE
from engines.engine import BUNDLES

from l10n.project import Project, find_config
from l10n.system import Files

ROOT = Path(__file__).parent.parent
REMARK = BUNDLES["0.14.1"]
needs_remark = pytest.mark.skipif(not REMARK.exists(), reason="there is no remark: `make engines` fetches it")


@needs_remark
def test_what_the_network_must_give_is_the_copy_that_make_show_takes() -> None:
    page = (ROOT / "source" / "index.html").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha384(REMARK.read_bytes()).digest()).decode()
    assert re.findall(r'integrity="sha384-([^"]*)"', page) == [digest]


@needs_remark
@pytest.mark.skipif(EXECUTABLE is None, reason="there is no Chromium here")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # playwright's own pipes
def test_no_slide_overflows_in_any_language(tmp_path: Path) -> None:
    pytest.importorskip("playwright", reason="playwright is not installed")
    from l10n.rendered.browser import screen
    from l10n.rendered.looking import pages
    from l10n.rendered.site import served

    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(REMARK, tmp_path / "source" / "remark.min.js")
    project = Project(find_config(tmp_path), Files(tmp_path, dry=True))
    with served(project) as site, screen(site.address) as browser:
        for page in pages(project):
            for locale in ("", *project.locales):
                found = browser.slides(site.page(page.path, locale))
                assert len(found) > 50
                sides = [(one.overflow.high, one.overflow.wide, one.overflow.cut) for one in found]
                assert [(number, *most) for number, most in enumerate(sides, 1) if max(most) > 1] == []
