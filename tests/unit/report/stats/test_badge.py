import json
from xml.etree import ElementTree as ET

import pytest

from l10n.catalog.states import State
from l10n.report.stats.badge import _SHADES, as_endpoint, as_svg
from l10n.stats.counts import DeckStats, Message, Survey, Translation
from unit.report.contrast import contrast

SHIELDS = {"brightgreen", "green", "yellowgreen", "yellow", "orange", "red"}


def survey(*done: int, of: int = 1000) -> Survey:
    """A locale for each number, with so many of its messages translated."""
    locales = tuple(f"l{index}" for index in range(len(done)))
    states = [[State.TRANSLATED] * number + [State.FUZZY] * (of - number) for number in done]
    translations = tuple(
        Translation(locale, "x.po", tuple(Message("m", 1, 1, one) for one in found))
        for locale, found in zip(locales, states, strict=True)
    )
    return Survey("en", locales, (DeckStats("a.md", ("One",), translations),), ())


@pytest.mark.parametrize(
    ("done", "message", "colour"),
    [(1000, "100 %", "brightgreen"), (999, "99 %", "green"), (876, "87 %", "yellowgreen"), (0, "0 %", "red")],
)
def test_endpoint_is_what_shields_io_reads(done: int, message: str, colour: str) -> None:
    data = json.loads(as_endpoint(survey(done)))
    assert data == {"schemaVersion": 1, "label": "l0", "message": message, "color": colour}
    assert colour in SHIELDS


def test_several_locales_are_one_number() -> None:
    data = json.loads(as_endpoint(survey(1000, 500)))
    assert (data["label"], data["message"]) == ("translated", "75 %")


def test_no_locale_is_nothing_done() -> None:
    assert json.loads(as_endpoint(survey()))["message"] == "0 %"


def test_svg_shows_and_says_label_and_percent() -> None:
    root = ET.fromstring(as_svg(survey(999)))
    names = {"s": "http://www.w3.org/2000/svg"}
    assert (root.get("role"), root.get("aria-label")) == ("img", "l0: 99 %")
    assert root.findtext("s:title", namespaces=names) == "l0: 99 %"
    assert [text.text for text in root.iterfind(".//s:text", names)] == ["l0", "99 %"]


@pytest.mark.parametrize("shade", [*_SHADES.values(), "#444444"])
def test_white_text_on_a_badge_can_be_read(shade: str) -> None:
    assert contrast("#ffffff", shade) >= 4.5
