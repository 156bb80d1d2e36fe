"""Which pages show decks, where some decks have pages of their own."""

from pathlib import Path

from l10n.project import Page, Project, find_config
from l10n.rendered.looking import pages
from l10n.system import Files


def test_a_page_shows_what_it_names_but_decks_with_a_page_of_their_own(tmp_path: Path) -> None:
    texts = {
        "a.md": "# A\n",
        "own.md": "---\nmarp: true\n---\n\n# B\n",
        "both.html": "<script>show('a.md')</script><a href='own.md'></a>",
        "leads.html": "<a href='own.md'></a>",
    }
    (tmp_path / "source").mkdir()
    for name, text in texts.items():
        (tmp_path / "source" / name).write_text(text)
    project = Project(find_config(tmp_path), Files(tmp_path))
    both, leads = Page("both.html", ("a.md", "own.md")), Page("leads.html", ("own.md",))
    assert pages(project) == [both, leads]
    assert pages(project, frozenset({"own.md"})) == [
        Page("both.html", ("a.md",)),
        Page("own.md", ("own.md",)),
    ]
