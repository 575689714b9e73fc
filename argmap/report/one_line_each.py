"""Findings with one line each: for GitHub's workflow log, and for editors that read compilers' output."""

from collections.abc import Iterable, Sequence

from argmap.diagnostics import Diagnostic, Location, Severity
from argmap.rules.engine.registry import BY_CODE
from argmap.text.clean import one_line, visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_GCC = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def github_lines(findings: Sequence[Diagnostic]) -> Iterable[str]:
    """Write findings as GitHub's workflow commands, which it shows beside the lines of a change.

    The worst come first, since GitHub drops all but ten of a kind in one step.

    Args:
        findings: sorted by place.
    """
    for finding in sorted(findings, key=lambda one: one.severity.rank):
        text = f"{finding.message}. {finding.hint}" if finding.hint else finding.message
        yield annotation(finding.severity, finding.location, _named(finding), text)


def annotation(severity: Severity, place: Location, title: str, text: str) -> str:
    """Write a workflow command of GitHub that puts a note beside a line.

    Args:
        severity: how much it matters.
        place: the line.
        title: what stands above the note.
        text: what it says.
    """
    properties: dict[str, object] = {"file": place.file, "line": place.line, "col": place.column}
    if place.end_line:
        properties["endLine"] = place.end_line
    if place.end_line == place.line:
        properties["endColumn"] = place.end_column
    properties["title"] = title
    listed = ",".join(f"{key}={_escape(str(value), ':,')}" for key, value in properties.items())
    return f"::{_COMMANDS[severity]} {listed}::{_escape(text, '')}"


def gcc_lines(findings: Sequence[Diagnostic]) -> Iterable[str]:
    """Write findings as GCC writes its own, with related places as notes.

    Args:
        findings: sorted by place.
    """
    for finding in findings:
        message = one_line(finding.message) + (f"; {one_line(finding.hint)}" if finding.hint else "")
        yield f"{visible(str(finding.location))}: {_GCC[finding.severity]}: {message} [{_named(finding)}]"
        for item in finding.related:
            yield f"{visible(str(item.location))}: note: {one_line(item.message)}"


def _named(finding: Diagnostic) -> str:
    rule = BY_CODE.get(finding.code)
    return f"{finding.code} {rule.name}" if rule else finding.code


def _escape(text: str, more: str) -> str:
    """Escape as GitHub's own toolkit does: the percent sign first, then what ends a command or a property."""
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return visible(text)
