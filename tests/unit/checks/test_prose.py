from l10n.checks.prose import taken_apart
from l10n.dialects import DIALECTS
from l10n.markdown.blanking import THING


def test_formula_is_a_thing_where_the_engine_has_formulas() -> None:
    text = "Of $x: y!$ it"
    assert taken_apart(text, DIALECTS["xaringan"].renderer.formulas).prose == f"Of {THING * 7} it"
    assert taken_apart(text, DIALECTS["remark"].renderer.formulas).prose == text
