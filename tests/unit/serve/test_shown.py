"""How decks are shown: by a page of their own, else plainly."""

from pathlib import Path

from serving import DECKS, Site, project

from l10n.project import find_config
from l10n.serve.frames import SLIDE_BY_SLIDE, address
from l10n.serve.workshop import Workshop


def by_page(path: str, before: int) -> dict[str, object]:
    return {"path": path, "query": SLIDE_BY_SLIDE, "how": "page", "why": "", "before": before}


def test_a_deck_without_a_page_is_shown_plainly_and_its_html_as_text(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "source/one.md").write_text("# One\n\n<script>alert(1)</script>\n\n---\n\n# Two\n")
    site = Site(tmp_path)
    page = site.decks.get(f"/{site.key}/plain/built/one.md").text
    assert "Shown plainly" in page
    assert '<section id="2">' in page
    assert "<script>" not in page
    assert "<h1>Un</h1>" in page


SLIDEV = """---
title: A talk
theme: seriph
---

# One

<v-clicks>

- a

</v-clicks>

<!--
Say it
-->

---
transition: fade-out
---

# Two
"""


def test_a_deck_is_shown_plainly_without_its_settings_but_with_their_texts(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "source/one.md").write_text(SLIDEV)
    site = Site(tmp_path)
    page = site.decks.get(f"/{site.key}/plain/source/one.md").text
    assert "seriph" not in page
    assert "transition" not in page
    assert "<small>A talk</small>" in page
    assert "<aside><p>Say it</p>" in page
    assert '<section id="2"><h1>Two</h1>' in page


def test_a_slide_is_shown_plainly_with_all_its_steps_under_the_number_of_the_last(tmp_path: Path) -> None:
    project(tmp_path)
    deck = "class: center\n\n# One\n\n--\n\n- a\n\n--\n\n- b\n\n---\n\n# Two\n"
    (tmp_path / "source/one.md").write_text(deck)
    site = Site(tmp_path)
    page = site.decks.get(f"/{site.key}/plain/source/one.md").text
    assert "center" not in page.partition("<section")[2]
    assert page.count("<section") == 2
    assert '<section id="3"><h1>One</h1>' in page
    assert '<section id="4"><h1>Two</h1>' in page


def test_a_page_beside_the_deck_that_names_it_shows_it_after_the_decks_that_it_names_before(
    tmp_path: Path,
) -> None:
    project(tmp_path)
    (tmp_path / "source/two.md").write_text("# Three\n\n--\n\n- step\n")
    (tmp_path / "source/index.html").write_text("<script>show('one.md', 'two.md')</script>")
    workshop = Workshop(find_config(tmp_path), "fr")
    assert address(workshop, "one.md") == by_page("{}/index.html", 0)
    assert address(workshop, "two.md") == by_page("{}/index.html", 2)
    page = tmp_path / "source/index.html"
    page.write_text("of another deck")
    workshop.changed([page])
    assert address(workshop, "one.md") == {
        "path": "plain/{}/one.md",
        "query": "",
        "how": "plain",
        "why": "plain",
        "before": 0,
    }


def test_a_page_anywhere_shows_the_deck_and_layouts_have_no_number(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "source/one.md").write_text("layout: true\n\n---\n\n# A\n\n---\nexclude: true\n\n# B\n")
    (tmp_path / "source/two.md").write_text("# Three\n")
    (tmp_path / "source/talks").mkdir()
    (tmp_path / "source/talks/all.html").write_text("<script>show(['../one.md', '../two.md'])</script>")
    workshop = Workshop(find_config(tmp_path), "fr")
    assert address(workshop, "two.md") == by_page("{}/talks/all.html", 1)


def test_a_page_with_texts_of_its_own_shows_itself(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "source/index.html").write_text("<title>A</title><script>show('one.md')</script>")
    (tmp_path / "l10n.toml").write_text('locales = ["fr"]\n[dialects]\n"*.html" = "html"\n')
    workshop = Workshop(find_config(tmp_path), "fr")
    shown = by_page("{}/index.html", 0)
    assert (address(workshop, "index.html"), address(workshop, "one.md")) == (shown, shown)


def test_both_decks_are_handed_out_and_kept_in_a_sandbox(tmp_path: Path) -> None:
    project(tmp_path)
    site = Site(tmp_path)
    source, built = (site.decks.get(f"/{site.key}/{kind}/one.md") for kind in ("source", "built"))
    assert "# One" in source.text
    assert "# Un" in built.text
    assert built.headers["content-security-policy"].startswith("sandbox allow-scripts;")
    assert site.decks.base_url.port == DECKS


def test_what_changed_is_built_again_and_only_that(tmp_path: Path) -> None:
    catalog = project(tmp_path)
    (tmp_path / "source/two.md").write_text("# Three\n")
    workshop = Workshop(find_config(tmp_path), "fr")
    other = (tmp_path / "build/fr/two.md").stat()
    catalog.write_text(catalog.read_text().replace('"Un"', '"Premier"'))
    assert workshop.changed([catalog]).keys() == {"one.md"}
    assert "# Premier" in (tmp_path / "build/fr/one.md").read_text()
    assert (tmp_path / "build/fr/two.md").stat() == other
    assert workshop.changed([tmp_path / "build/fr/one.md", tmp_path / ".l10n/lock"]) == {}


def test_a_new_file_is_built_and_one_that_is_gone_is_taken_away(tmp_path: Path) -> None:
    project(tmp_path)
    workshop = Workshop(find_config(tmp_path), "fr")
    new = tmp_path / "source/new.md"
    new.write_text("# New\n")
    assert workshop.changed([new]).keys() == {"new.md", "one.md"}
    assert (tmp_path / "build/fr/new.md").exists()
    new.unlink()
    assert workshop.changed([new]).keys() == {"one.md"}
    assert not (tmp_path / "build/fr/new.md").exists()
