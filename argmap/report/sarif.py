"""Findings as SARIF 2.1.0 (OASIS, 2020), which code scanners' dashboards read."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from argmap._version import __version__
from argmap.diagnostics import Diagnostic, Location, Severity
from argmap.rules.engine.manual import read_page
from argmap.rules.engine.registry import RULES
from argmap.rules.rule import Rule

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_document(findings: Sequence[Diagnostic], fingerprints: Sequence[str]) -> Mapping[str, Any]:
    """Put findings into a SARIF log with one run.

    Args:
        findings: sorted.
        fingerprints: what each is recognised by in another run, in the same order.
    """
    index = {rule.code: number for number, rule in enumerate(RULES)}
    results = [
        _result(finding, fingerprint, index)
        for finding, fingerprint in zip(findings, fingerprints, strict=True)
    ]
    driver = {
        "name": "argmap",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in RULES],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    page = read_page(rule)
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": page.what},
        "help": {"text": f"{page.what}\n\n{page.why}", "markdown": rule.manual.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _result(finding: Diagnostic, fingerprint: str, index: Mapping[str, int]) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(finding.location)}],
        "partialFingerprints": {"argmap/1": fingerprint},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _place(item.location), "message": {"text": item.message}}
            for number, item in enumerate(finding.related, 1)
        ]
    return result


def _place(place: Location) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    return {"artifactLocation": {"uri": _address(place.file)}, "region": region}


def _address(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
