"""Findings as a JSON document."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from argmap.diagnostics import Diagnostic, Location
from argmap.report.documents import Document, document
from argmap.rules.engine.registry import BY_CODE
from argmap.rules.shared.quote_tally import QuoteTally


def findings_document(
    findings: Sequence[Diagnostic], fingerprints: Sequence[str], quotes: QuoteTally | None = None
) -> Document:
    """Put findings into the document of ``argmap check --format json``.

    Args:
        findings: sorted.
        fingerprints: what each is recognised by in another run, in the same order.
        quotes: how many quotes were looked up, and how that ended; None where none were to be.
    """
    listed = [_finding(*pair) for pair in zip(findings, fingerprints, strict=True)]
    return document("check", findings=listed, quotes=quotes and asdict(quotes))


def _finding(finding: Diagnostic, fingerprint: str) -> dict[str, Any]:
    rule = BY_CODE.get(finding.code)
    return {
        "code": finding.code,
        "name": rule.name if rule else None,
        "severity": finding.severity.value,
        "message": finding.message,
        **_place(finding.location),
        "hint": finding.hint or None,
        "related": [{"message": item.message, **_place(item.location)} for item in finding.related],
        "fingerprint": fingerprint,
    }


def _place(place: Location) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line or place.line,
        "end_column": place.end_column or place.column + 1,
    }
