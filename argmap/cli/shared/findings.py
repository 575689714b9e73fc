"""What ``argmap check`` found in maps, and how it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.cli.shared.context import console, print_json
from argmap.cli.shared.saying import print_commands, say
from argmap.text.plurals import count

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.files.assembling import Loaded
    from argmap.files.settings import Settings
    from argmap.rules.shared.quote_tally import QuoteTally


@dataclass(frozen=True)
class Report:
    """What is reported of one map.

    Args:
        name: what to call the map.
        loaded: the map.
        settings: how it was checked.
        findings: what to report.
        unseen: how many errors of rules that were not to run make the map unusable besides.
        quotes: how many quotes were looked up, and how that ended; None where no rule on quotes ran.
    """

    name: str
    loaded: "Loaded"
    settings: "Settings"
    findings: "tuple[Diagnostic, ...]"
    unseen: int
    quotes: "QuoteTally | None" = None


def write_reports(form: str, reports: Sequence[Report]) -> None:
    """Write what was found: on standard output in one of the formats, and beside it what to know.

    Args:
        form: text, json, sarif, github or gcc.
        reports: one for each map.
    """
    if form == "text":
        _write_text(reports)
    elif form == "json":
        _write_json(reports)
    elif form == "sarif":
        _write_sarif(reports)
    else:
        from argmap.report.one_line_each import gcc_lines, github_lines

        findings = [finding for report in reports for finding in report.findings]
        print_commands((github_lines if form == "github" else gcc_lines)(findings))
    _tell_unseen(reports)


def _write_text(reports: Sequence[Report]) -> None:
    """Print findings; of several maps in blocks, each headed by the map's path and what was found."""
    from argmap.report.diagnostics import print_diagnostics
    from argmap.report.headings import print_map_heading

    out = console()
    for number, report in enumerate(reports):
        if len(reports) > 1:
            print_map_heading(report.name, _summary([report]), out, first=not number)
        print_diagnostics(report.findings, report.loaded.places, out)
    of_maps = f"{len(reports)} maps: " if len(reports) > 1 else ""
    say(f"{of_maps}{_summary(reports)}")


def _write_json(reports: Sequence[Report]) -> None:
    from argmap.report.documents import maps_document
    from argmap.report.findings_json import findings_document

    documents = [
        (one.name, findings_document(one.findings, _fingerprints(one), one.quotes)) for one in reports
    ]
    print_json(maps_document(documents) if len(documents) > 1 else documents[0][1])


def _write_sarif(reports: Sequence[Report]) -> None:
    from argmap.report.sarif import sarif_document

    findings = [finding for report in reports for finding in report.findings]
    print_json(sarif_document(findings, [mark for report in reports for mark in _fingerprints(report)]))


def _fingerprints(report: Report) -> list[str]:
    from argmap.rules.engine.baseline import fingerprints

    return fingerprints(report.findings, report.loaded.places)


def _tell_unseen(reports: Sequence[Report]) -> None:
    """Say why a map cannot be used, where the rules that were to run do not."""
    for report in reports:
        if report.unseen:
            name = report.name if len(reports) > 1 else "the map"
            errors = count(report.unseen, "error")
            say(f"{name} cannot be used: {errors} of rules that were not to run")


def _summary(reports: Sequence[Report]) -> str:
    from collections import Counter

    from argmap.diagnostics import Severity

    found = Counter(finding.severity for report in reports for finding in report.findings)
    parts = [
        count(found[level], level.value if level is not Severity.INFO else "remark")
        for level in Severity
        if found[level]
    ]
    claims = sum(len(report.loaded.map.claims) for report in reports)
    rebuttals = sum(len(report.loaded.map.rebuttals) for report in reports)
    checked = f"{count(claims, 'claim')} and {count(rebuttals, 'rebuttal')}"
    found_in = f"{', '.join(parts) or 'nothing found'} in {checked}"
    return "; ".join(part for part in (found_in, _quotes(reports)) if part)


def _quotes(reports: Sequence[Report]) -> str:
    """Say how many quotes were verified, and how many nobody could look up."""
    tallies = [report.quotes for report in reports if report.quotes]
    said = {
        "verified": sum(one.verified for one in tallies),
        "not in its copy": sum(one.not_found for one in tallies),
        "in an unreadable copy": sum(one.unreadable for one in tallies),
        "without a copy": sum(one.without_copy for one in tallies),
    }
    parts = [f"{number:,} {how}" for how, number in said.items() if number]
    return f"{count(sum(said.values()), 'quote')}: {', '.join(parts)}" if parts else ""
