"""What ``argmap check`` found in maps, and how it is written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.cli.shared.context import console, print_json
from argmap.cli.shared.saying import print_commands, print_data, say

if TYPE_CHECKING:
    from argmap.report.checked import Report


def write_reports(form: str, reports: "Sequence[Report]") -> None:
    """Write what was found: on standard output in one of the formats, and beside it what to know.

    Args:
        form: text, json, csv, sarif, github or gcc.
        reports: one for each map.
    """
    if form == "text":
        _write_text(reports)
    elif form == "json":
        _write_json(reports)
    elif form == "csv":
        _write_csv(reports)
    elif form == "sarif":
        _write_sarif(reports)
    else:
        from argmap.report.one_line_each import gcc_lines, github_lines

        findings = [finding for report in reports for finding in report.findings]
        print_commands((github_lines if form == "github" else gcc_lines)(findings))
    _tell_unseen(reports)


def _write_text(reports: "Sequence[Report]") -> None:
    """Print findings; of several maps in blocks, headed by the map's path, and then a row for each map."""
    from argmap.report.checked import summary
    from argmap.report.diagnostics import print_diagnostics

    out = console()
    if len(reports) > 1:
        _write_blocks(reports)
        say(f"{len(reports)} maps: {summary(reports)}")
    else:
        print_diagnostics(reports[0].findings, reports[0].loaded.places, out)
        say(summary(reports))


def _write_blocks(reports: "Sequence[Report]") -> None:
    from argmap.report.checked import COLUMNS, check_row, summary
    from argmap.report.diagnostics import print_diagnostics
    from argmap.report.headings import print_map_heading
    from argmap.report.map_rows import print_map_rows

    out = console()
    for report in reports:
        if report.findings:
            print_map_heading(report.name, summary([report]), out)
            print_diagnostics(report.findings, report.loaded.places, out)
            out.file.write("\n")
    shown = {name: heading for name, heading in COLUMNS.items() if heading}
    print_map_rows([check_row(report) for report in reports], shown, out)


def _write_csv(reports: "Sequence[Report]") -> None:
    from argmap.report.checked import COLUMNS, check_row
    from argmap.report.map_rows import map_rows_csv

    print_data(map_rows_csv([check_row(report) for report in reports], tuple(COLUMNS)).encode())


def _write_json(reports: "Sequence[Report]") -> None:
    from argmap.report.documents import maps_document
    from argmap.report.findings_json import findings_document

    documents = [
        (one.name, len(one.loaded.errors), findings_document(one.findings, one.marks, one.quotes))
        for one in reports
    ]
    print_json(maps_document(documents) if len(documents) > 1 else documents[0][2])


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
