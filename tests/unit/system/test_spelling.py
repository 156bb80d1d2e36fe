import unicodedata
from pathlib import Path

import pytest

from l10n.system.spelling import as_listed, composed, folded

NFC, NFD = (unicodedata.normalize(form, "é") for form in ("NFC", "NFD"))


def made(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        (f"{NFD}/a.md", f"{NFC}/a.md"),
        (f"{NFC}/a.md", f"{NFD}/a.md"),
        (f"{NFD}/{NFC}.md", f"{NFC}/{NFD}.md"),
        (f"a/{NFD}.md", f"a/{NFC}.md"),
        ("a/b.md", "a/b.md"),
    ],
)
def test_a_path_is_spelt_as_its_folders_list_it(tmp_path: Path, there: str, asked: str) -> None:
    assert as_listed(made(tmp_path, there), asked) == there


def test_a_name_that_is_there_means_itself(tmp_path: Path) -> None:
    made(tmp_path, f"{NFC}.md", f"{NFD}.md", "a.md", "A.md")
    for name in (f"{NFC}.md", f"{NFD}.md", "a.md", "A.md"):
        assert as_listed(tmp_path, name) == name


def test_case_counts_where_it_does_for_the_system(tmp_path: Path) -> None:
    assert as_listed(made(tmp_path, "a/b.md"), "A/B.md") == "A/B.md"


@pytest.mark.parametrize("name", ["x/b.md", "a/x.md", "a/b.md/c", "..", "a/../b", f"{NFC}/b", "."])
def test_what_is_not_there_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    assert as_listed(made(tmp_path, "a/b.md"), name) == str(Path(name))


def test_no_link_is_followed(tmp_path: Path) -> None:
    made(tmp_path, f"there/{NFD}.md")
    (tmp_path / "link").symlink_to("there")
    assert as_listed(tmp_path, f"link/{NFC}.md") == f"link/{NFC}.md"


def test_names_that_are_one_on_some_system() -> None:
    assert composed(NFD) == composed(NFC) == NFC
    assert folded(f"Stra{chr(0xDF)}e{NFD.upper()}") == folded(f"STRASSE{NFC}")
