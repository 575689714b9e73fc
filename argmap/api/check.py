"""`argmap.check`: what is wrong or doubtful in a map."""

from dataclasses import dataclass, field
from pathlib import Path

from argmap.api.answer import Answer
from argmap.api.choosing import Names, as_names
from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic
from argmap.files.assembling import Loaded, assemble
from argmap.files.find import find_map
from argmap.files.load import read_found
from argmap.files.map_text.write_map import write_document
from argmap.files.records.read_text import read_text
from argmap.files.settings import find_settings, read_settings
from argmap.report.checked import Report, check_and_report, summary, unusable, without_known
from argmap.report.console import PaintingConsole
from argmap.report.diagnostics import print_diagnostics
from argmap.report.documents import Document
from argmap.report.findings_json import findings_document
from argmap.rules.engine.baseline import read_known
from argmap.rules.engine.linter import split_patterns, with_command_line

_UNSAVED = "map.yaml"


@dataclass(frozen=True, eq=False)
class Checked(Answer):
    """What `argmap.check` found.

    Args:
        findings: what is wrong or doubtful, sorted by place.
        report: the same, with the map as it was read and how it was checked.
    """

    findings: tuple[Diagnostic, ...]
    report: Report = field(repr=False)

    @property
    def is_usable(self) -> bool:
        """Whether the map has no errors."""
        return not self.report.loaded.errors

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_diagnostics(self.findings, self.report.loaded.places, console)

    def _document(self) -> Document:
        """Describe the results."""
        return findings_document(self.findings, self.report.marks, self.report.quotes)


def check(
    argument_map: ArgumentMap | Loaded | str | Path,
    *,
    select: Names = (),
    ignore: Names = (),
    sources: str | Path | None = None,
    baseline: str | Path | None = None,
) -> Checked:
    """Report what is wrong or doubtful in a map, by the settings of its project.

    Args:
        argument_map: a folder or file, or what `argmap.read_map` gave for it. A map in memory is checked as
            the file `map.yaml` that it would be written to, without settings.
        select: run only these rules: codes, names or the beginnings of codes.
        ignore: do not run these.
        sources: a folder with copies of the sources, in which quotes are looked up.
        baseline: leave out the findings that are in this file.

    Raises:
        UnknownRuleError: there is no such rule.
        OSError: the baseline cannot be read.
        ValueError: the baseline is something else.
    """
    patterns = {"select": split_patterns(as_names(select)), "ignore": split_patterns(as_names(ignore))}
    loaded = _loaded(argument_map)
    file = None if isinstance(argument_map, ArgumentMap) else find_settings(loaded.folder)
    settings = with_command_line(
        read_settings(file), **patterns, sources=None if sources is None else Path(sources)
    )
    report = check_and_report("the map", loaded, settings)
    if known := baseline or settings.check.baseline:
        report = without_known(report, read_known(Path(known)))
    notes = (summary([report]), *unusable(report, report.name))
    return Checked(report.findings, report, notes=notes)


def _loaded(given: ArgumentMap | Loaded | str | Path) -> Loaded:
    if isinstance(given, Loaded):
        return given
    if isinstance(given, ArgumentMap):
        return assemble([read_text(_UNSAVED, None, write_document(given))])
    return read_found(find_map(Path(given), Path.cwd()))
