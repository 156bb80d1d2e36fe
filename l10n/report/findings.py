"""Findings of a check, in each format that can be asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from l10n.checks.rules import AnyRule, Finding


def as_text(findings: Sequence[Finding]) -> str:
    """A line for each."""
    return "\n".join(f"{one.file}:{one.line}: {one.severity}: {one.message} [{one.rule}]" for one in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects."""
    return json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=2)


Format = Callable[[Sequence[Finding], Sequence[AnyRule]], str]
"""From findings, and all rules that were asked, to the text to print."""

FORMATS: Mapping[str, Format] = {
    "text": lambda findings, _: as_text(findings),
    "json": lambda findings, _: as_json(findings),
}
