"""Findings as the protocol has them: the words of `argmap check`, with the places of the editor."""

from collections.abc import Mapping
from typing import Final

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
)

from argmap.diagnostics import Diagnostic as Found
from argmap.diagnostics import Severity
from argmap.lsp.checking import Verdict
from argmap.lsp.state import State
from argmap.text.clean import one_line

SOURCE: Final = "argmap"
_SEVERITIES: Final = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}
_UNNECESSARY: Final = frozenset({"unused-source", "unused-tag", "unused-ignore", "person-without-claims"})
"""The names of the rules that find what could be left out; editors show it faded."""


def diagnostics(verdict: Verdict) -> Mapping[str, list[Diagnostic]]:
    """Give the findings of every file of a map, and of its settings; each file of the map has an entry."""
    found: dict[str, list[Diagnostic]] = {name: [] for name in verdict.state.loaded.places.files}
    for finding in verdict.findings:
        found.setdefault(finding.location.file, []).append(diagnostic(verdict.state, finding))
    return found


def diagnostic(state: State, finding: Found) -> Diagnostic:
    """Turn a finding into one of the protocol."""
    from argmap.rules.engine.registry import BY_CODE

    rule = BY_CODE.get(finding.code)
    tip = f"\ntip: {one_line(finding.hint)}" if finding.hint else ""
    return Diagnostic(
        range=state.range(finding.location),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        message=one_line(finding.message) + tip,
        tags=[DiagnosticTag.Unnecessary] if rule and rule.name in _UNNECESSARY else None,
        related_information=[
            DiagnosticRelatedInformation(state.place(item.location), one_line(item.message))
            for item in finding.related
        ]
        or None,
    )
