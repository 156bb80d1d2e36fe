"""Findings as JUnit XML, which most CI servers show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from l10n.checks import Finding
from l10n.project import Severity
from l10n.regex import regex
from l10n.report.findings.tally import tally, worst_first
from l10n.report.plain import on_one_line

_NOT_XML = regex(r"[\ufffe\uffff]")
_CLEAN = "l10n check"
"""The suite that stands where no file has a finding: servers take an empty report for a broken run."""


class Named(Protocol):
    """What is told of a rule."""

    @property
    def name(self) -> str:
        """Stable."""


def as_junit(findings: Sequence[Finding], rules: Sequence[Named]) -> str:
    """One suite per catalog, and in it one case per rule; notes do not make a case fail."""
    files: dict[str, dict[str, list[Finding]]] = {} if findings else {_CLEAN: {}}
    for finding in findings:
        files.setdefault(finding.file, {}).setdefault(finding.rule, []).append(finding)
    root = Element("testsuites", name="l10n check")
    names = [rule.name for rule in rules]
    for file, found in files.items():
        root.append(_suite(file, found, names))
    _add_up(root)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _suite(file: str, found: Mapping[str, list[Finding]], names: Sequence[str]) -> Element:
    suite = Element("testsuite", name=_text(file))
    for name in dict.fromkeys([*names, *found]):
        case = SubElement(suite, "testcase", classname=_text(file), name=_text(name), time="0")
        if name in found:
            case.set("file", _text(file))
            case.set("line", str(found[name][0].line))
            _tell(case, worst_first(found[name]))
    suite.attrib |= {"tests": str(len(suite)), "failures": str(len(suite.findall("testcase/failure")))}
    suite.attrib |= {"errors": "0", "skipped": "0", "time": "0"}
    return suite


def _tell(case: Element, findings: Sequence[Finding]) -> None:
    worst = findings[0].severity
    if worst is Severity.NOTE:
        SubElement(case, "system-out").text = _details(findings)
        return
    title = findings[0].message if len(findings) == 1 else f"{tally(findings)}: {findings[0].message}"
    failure = SubElement(case, "failure", type=str(worst), message=_text(title))
    failure.text = _details(findings)


def _details(findings: Sequence[Finding]) -> str:
    return "\n\n".join(map(_detail, findings))


def _detail(finding: Finding) -> str:
    lines = [f"{finding.file}:{finding.line}: {finding.severity}: {finding.message}"]
    lines += [f"msgid:  {finding.msgid}"] if finding.msgid else []
    lines += [f"msgstr: {finding.msgstr}"] if finding.msgstr else []
    return "\n".join(map(_text, lines))


def _add_up(root: Element) -> None:
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("time", "0")


def _text(text: str) -> str:
    """``text`` on one line, without characters that XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", on_one_line(text))
