"""What ``argmap check`` found in maps, and how it is written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.cli.shared.context import console, print_json
from argmap.cli.shared.saying import print_commands, say

if TYPE_CHECKING:
    from argmap.report.checked import Report


def write_reports(form: str, reports: "Sequence[Report]") -> None:
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


def _write_text(reports: "Sequence[Report]") -> None:
    """Print findings; of several maps in blocks, each headed by the map's path and what was found."""
    from argmap.report.checked import summary
    from argmap.report.diagnostics import print_diagnostics
    from argmap.report.headings import print_map_heading

    out = console()
    for number, report in enumerate(reports):
        if len(reports) > 1:
            print_map_heading(report.name, summary([report]), out, first=not number)
        print_diagnostics(report.findings, report.loaded.places, out)
    of_maps = f"{len(reports)} maps: " if len(reports) > 1 else ""
    say(f"{of_maps}{summary(reports)}")


def _write_json(reports: "Sequence[Report]") -> None:
    from argmap.report.documents import maps_document
    from argmap.report.findings_json import findings_document

    documents = [(one.name, findings_document(one.findings, one.marks, one.quotes)) for one in reports]
    print_json(maps_document(documents) if len(documents) > 1 else documents[0][1])


def _write_sarif(reports: "Sequence[Report]") -> None:
    from argmap.report.sarif import sarif_document

    findings = [finding for report in reports for finding in report.findings]
    print_json(sarif_document(findings, [mark for report in reports for mark in report.marks]))


def _tell_unseen(reports: "Sequence[Report]") -> None:
    """Say why a map cannot be used, where the rules that were to run do not."""
    from argmap.report.checked import unusable

    for report in reports:
        for line in unusable(report, report.name if len(reports) > 1 else "the map"):
            say(line)
