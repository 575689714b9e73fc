"""What ``argmap check`` says of maps: the findings of each, and a line that sums them up."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagnostics import Diagnostic, Severity
from argmap.files.assembling import Loaded
from argmap.files.settings import Settings
from argmap.report.map_rows import CANNOT_BE_USED, MapRow
from argmap.rules.engine.baseline import fingerprints
from argmap.rules.engine.baseline import without_known as new_findings
from argmap.rules.engine.linter import check_map
from argmap.rules.engine.registry import selected_codes
from argmap.rules.shared.quote_tally import QuoteTally
from argmap.text.plurals import count


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
    loaded: Loaded
    settings: Settings
    findings: tuple[Diagnostic, ...]
    unseen: int
    quotes: QuoteTally | None = None

    @property
    def marks(self) -> list[str]:
        """What each finding is recognised by in another run."""
        return fingerprints(self.findings, self.loaded.places)


def check_and_report(name: str, loaded: Loaded, settings: Settings) -> Report:
    """Check a map.

    Args:
        name: what to call it.
        loaded: the map, as far as it could be read.
        settings: which rules to run, and how.
    """
    checked = check_map(loaded, settings)
    codes = selected_codes(settings.check.select, settings.check.ignore)
    unseen = sum(error.code not in codes for error in loaded.errors)
    return Report(name, loaded, settings, checked.findings, unseen, checked.quotes)


def without_known(report: Report, known: Container[str]) -> Report:
    """Leave out the findings whose marks are known."""
    return replace(report, findings=new_findings(report.findings, report.loaded.places, known))


COLUMNS: Final = {
    "warnings": "warnings",
    "remarks": "remarks",
    "claims": "claims",
    "rebuttals": "rebuttals",
    "quotes_verified": "",
    "quotes_not_in_copy": "",
    "quotes_not_looked_up": "",
}
"""What the row of a map counts, with the headings of a printed table; the others are columns of a CSV."""


def check_row(report: Report) -> MapRow:
    """Give the row of a map. What errors may hide is not counted as if there were nothing more.

    Its errors are all that the map has, whichever rules were to run.
    """
    found = Counter(finding.severity for finding in report.findings)
    hard = {(error.code, error.location) for error in report.loaded.errors}
    others = sum(
        finding.severity is Severity.ERROR and (finding.code, finding.location) not in hard
        for finding in report.findings
    )
    quotes = report.quotes
    counts: dict[str, int | None] = {
        "warnings": found[Severity.WARNING],
        "remarks": found[Severity.INFO],
        "claims": len(report.loaded.map.claims),
        "rebuttals": len(report.loaded.map.rebuttals),
        "quotes_verified": quotes.verified if quotes else None,
        "quotes_not_in_copy": quotes.not_found if quotes else None,
        "quotes_not_looked_up": quotes.unreadable + quotes.without_copy if quotes else None,
    }
    errors = len(report.loaded.errors)
    remark = CANNOT_BE_USED if errors else ""
    return MapRow(report.name, errors + others, counts, is_certain=not errors, remark=remark)


def summary(reports: Sequence[Report]) -> str:
    """Sum up what was found, on one line."""
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


def unusable(report: Report, name: str) -> list[str]:
    """Say why a map cannot be used, where the rules that were to run do not; else nothing."""
    if not report.unseen:
        return []
    return [f"{name} cannot be used: {count(report.unseen, 'error')} of rules that were not to run"]


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
