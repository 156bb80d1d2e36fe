"""Severities have an order, which is not that of their names."""

from l10n.project.severity import Severity


def test_the_worst_comes_first() -> None:
    assert sorted(Severity, key=lambda one: one.rank) == ["error", "warning", "note"]
