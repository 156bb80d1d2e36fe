from pathlib import Path

import pytest
from support import loaded

from l10n import __version__
from l10n.catalog.dates import now
from l10n.catalog.headers import new_catalog, new_template
from l10n.language.locales import info

DATE = "2026-01-02 03:04+0000"


def test_template_has_gettext_s_full_header(tmp_path: Path) -> None:
    fields = loaded(tmp_path, new_template("k8s/pods.md", DATE).render()).fields
    assert fields == {
        "Project-Id-Version": "k8s/pods",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": DATE,
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "LANGUAGE <LL@li.org>",
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }


def test_catalog_has_language_plurals_and_a_way_to_the_sources(tmp_path: Path) -> None:
    catalog = new_catalog("pods.md", DATE, info("fr"), "../../..")
    fields = loaded(tmp_path, catalog.render()).fields
    assert fields["Language"] == "fr"
    assert fields["Language-Team"] == "French"
    assert fields["Plural-Forms"] == info("fr").plural_forms
    assert fields["X-Generator"] == f"l10n {__version__}"
    assert fields["X-Poedit-Basepath"] == "../../.."
    assert fields["POT-Creation-Date"] == DATE


def test_time_is_fixed_for_reproducible_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert now() == "1970-01-02 00:00+0000"


def test_time_is_in_gettext_s_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert len(now()) == len(DATE)
    assert now().endswith("+0000")
