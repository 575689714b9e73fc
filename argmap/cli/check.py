"""``argmap check``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_rules
from argmap.cli.shared.context import FINDINGS, UNUSABLE, maps_meant, read_found, usage
from argmap.cli.shared.findings import write_reports
from argmap.cli.shared.options import map_options, maps_argument
from argmap.cli.shared.progress import counting
from argmap.cli.shared.saying import say
from argmap.cli.shared.several_maps import refuse_two_forms
from argmap.text.plurals import count
from argmap.text.reasons import reason

if TYPE_CHECKING:
    from argmap.files.assembling import Loaded
    from argmap.files.find import FoundMap
    from argmap.files.settings import Settings
    from argmap.report.checked import Report

_FORMATS = ("text", "json", "csv", "sarif", "github", "gcc")


@click.command("check")
@maps_argument
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="text", help="How to write the findings."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--csv", "as_csv", is_flag=True, help="The same as --format csv: a row for each map.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    shell_complete=complete_rules,
    help="Run only these: codes, names, families or all.",
)
@click.option(
    "--ignore", multiple=True, metavar="RULES", shell_complete=complete_rules, help="Do not run these."
)
@click.option(
    "--sources",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A folder with copies of the sources, in which quotes are looked up.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="Leave with 1 from this severity on; warning unless the settings say otherwise.",
)
@click.option("--fix", is_flag=True, help="First mend what can be mended safely.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Report only what is not in this file.",
)
@click.option("--update-baseline", is_flag=True, help="Write all findings to the baseline.")
@map_options
def command(  # noqa: PLR0913 — one for each option
    *,
    form: str,
    as_json: bool,
    as_csv: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    sources: Path | None,
    fail_on: str | None,
    fix: bool,
    baseline: Path | None,
    update_baseline: bool,
) -> None:
    """Report what is wrong or doubtful in a map, or in each of several.

    \b
    Examples:
      argmap check
      argmap check class/*
      argmap check --sources texts --select S
      argmap check --format sarif > argmap.sarif
      argmap check --baseline known.json --update-baseline

    Leaves with 0 if nothing was found, 1 for findings, 2 if a map cannot be used as it is; of several maps
    the worst counts. Several maps have a row each, beneath the findings. Where there is no map it leaves
    with 2, too, and never checks the sample map. `argmap explain CODE` explains a rule; settings stand in
    argmap.toml.
    """
    refuse_two_forms(as_json=as_json, as_csv=as_csv)
    form = "json" if as_json else "csv" if as_csv else form
    maps = maps_meant(judges=True)
    if len(maps) > 1 and (baseline or update_baseline):
        usage("A baseline holds the known findings of one map; name one map, or run argmap once for each.")
    patterns = _split(select), _split(ignore)
    one_by_one = maps if fix else counting("checking maps", maps)
    reports = [_check(found, patterns, sources, fix=fix) for found in one_by_one]
    if update_baseline:
        _update(baseline, reports[0])
        return
    reports = [_without_known(baseline, report) for report in reports]
    write_reports(form, reports)
    raise SystemExit(max(_exit_code(report, fail_on) for report in reports))


def _split(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Split lists at commas, and refuse what is not a rule."""
    from argmap.rules.engine.linter import UnknownRuleError, split_patterns

    try:
        return split_patterns(patterns)
    except UnknownRuleError as error:
        told = str(error)
        usage(told[0].upper() + told[1:])


def _check(
    found: "FoundMap", patterns: tuple[tuple[str, ...], tuple[str, ...]], sources: Path | None, *, fix: bool
) -> "Report":
    """Read a map, mend it if that is wanted, and check it."""
    from argmap.files.settings import find_settings, read_settings
    from argmap.report.checked import check_and_report
    from argmap.rules.engine.linter import with_command_line

    loaded = read_found(found)
    select, ignore = patterns
    settings = read_settings(find_settings(loaded.folder))
    settings = with_command_line(settings, select=select, ignore=ignore, sources=sources)
    if fix and _mend(loaded, settings):
        loaded = read_found(found)
    return check_and_report(found.shown, loaded, settings)


def _mend(loaded: "Loaded", settings: "Settings") -> bool:
    """Mend what can be mended, and say so; tell whether that was anything."""
    from argmap.cli.shared.output import refuse_write
    from argmap.editing.refusal import EditRefusedError
    from argmap.rules.engine.fixing import fix_map

    try:
        fixed = fix_map(loaded, settings)
    except EditRefusedError as error:
        say(str(error))
        raise SystemExit(UNUSABLE) from error
    except OSError as error:
        refuse_write(error.filename or "a file", error)
    for message in fixed:
        say(f"fixed {message}")
    return bool(fixed)


def _update(path: Path | None, report: "Report") -> None:
    from argmap.cli.shared.output import write_output
    from argmap.rules.engine.baseline import write_baseline

    named = path is not None
    path = path or report.settings.check.baseline
    if path is None:
        usage("--update-baseline needs --baseline FILE, or `baseline` in argmap.toml")
    findings = report.findings
    text = write_baseline(findings, report.marks)
    _refuse_to_overwrite(path)
    write_output(path, text.encode(), named=named)
    say(f"{count(len(findings), 'finding')} in the baseline {path}")


def _refuse_to_overwrite(path: Path) -> None:
    """Leave with 2 where a baseline would be written over something else."""
    from argmap.rules.engine.baseline import read_known

    is_empty = path.is_file() and not path.stat().st_size
    if os.path.lexists(path) and not is_empty:
        try:
            read_known(path)
        except (OSError, ValueError) as error:
            usage(f"{path} is not a baseline ({_why(error)}) and is not overwritten; delete it first")


def _why(error: Exception) -> str:
    return "not UTF-8" if isinstance(error, UnicodeDecodeError) else reason(error)


def _without_known(path: Path | None, report: "Report") -> "Report":
    """Leave out what the baseline knows."""
    from argmap.report.checked import without_known
    from argmap.rules.engine.baseline import read_known

    path = path or report.settings.check.baseline
    if path is None:
        return report
    try:
        known = read_known(path)
    except (OSError, ValueError) as error:
        usage(f"the baseline {path} cannot be used: {_why(error)}")
    return without_known(report, known)


def _exit_code(report: "Report", fail_on: str | None) -> int:
    from argmap.diagnostics import Severity
    from argmap.rules.engine.registry import BY_CODE

    findings = report.findings
    if report.unseen or any(BY_CODE[finding.code].severity is Severity.ERROR for finding in findings):
        return UNUSABLE
    if fail_on == "never":
        return 0
    least = Severity(fail_on) if fail_on else report.settings.check.fail_on
    return FINDINGS if any(finding.severity.rank <= least.rank for finding in findings) else 0
