"""``argmap check``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_rules
from argmap.cli.shared.context import FINDINGS, UNUSABLE, maps_meant, read_found, usage
from argmap.cli.shared.findings import Report, write_reports
from argmap.cli.shared.options import map_options, maps_argument
from argmap.cli.shared.saying import say
from argmap.text.plurals import count
from argmap.text.reasons import reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.files.assembling import Loaded
    from argmap.files.find import FoundMap
    from argmap.files.settings import Settings

_FORMATS = ("text", "json", "sarif", "github", "gcc")


@click.command("check")
@maps_argument
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="text", help="How to write the findings."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
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
    the worst counts. Where there is no map it leaves with 2, too, and never checks the sample map.
    `argmap explain CODE` explains a rule; settings stand in argmap.toml.
    """
    maps = maps_meant(judges=True)
    if len(maps) > 1 and (baseline or update_baseline):
        usage("A baseline holds the known findings of one map; name one map, or run argmap once for each.")
    patterns = _split(select), _split(ignore)
    reports = [_check(found, patterns, sources, fix=fix) for found in maps]
    if update_baseline:
        _update(baseline, reports[0])
        return
    reports = [_without_known(baseline, report) for report in reports]
    write_reports("json" if as_json else form, reports)
    raise SystemExit(max(_exit_code(report, fail_on) for report in reports))


def _split(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Split lists at commas, and refuse what is not a rule."""
    from argmap.rules.engine.linter import rule_hint
    from argmap.rules.engine.registry import matching_codes

    listed = tuple(part.strip() for pattern in patterns for part in pattern.split(",") if part.strip())
    for pattern in listed:
        if not matching_codes(pattern):
            usage(f"There is no rule `{pattern}`; {rule_hint(pattern)}")
    return listed


def _check(
    found: "FoundMap", patterns: tuple[tuple[str, ...], tuple[str, ...]], sources: Path | None, *, fix: bool
) -> Report:
    """Read a map, mend it if that is wanted, and check it."""
    from argmap.rules.engine.linter import check_map

    loaded = read_found(found)
    settings = _settings(loaded, *patterns, sources)
    if fix and _mend(loaded, settings):
        loaded = read_found(found)
    checked = check_map(loaded, settings)
    unseen = _count_unseen(loaded, settings)
    return Report(found.shown, loaded, settings, checked.findings, unseen, checked.quotes)


def _settings(
    loaded: "Loaded", select: tuple[str, ...], ignore: tuple[str, ...], sources: Path | None
) -> "Settings":
    from argmap.files.settings import find_settings, read_settings
    from argmap.rules.engine.linter import with_command_line

    settings = read_settings(find_settings(loaded.folder))
    return with_command_line(settings, select=select, ignore=ignore, sources=sources)


def _count_unseen(loaded: "Loaded", settings: "Settings") -> int:
    from argmap.rules.engine.registry import selected_codes

    codes = selected_codes(settings.check.select, settings.check.ignore)
    return sum(error.code not in codes for error in loaded.errors)


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


def _update(path: Path | None, report: Report) -> None:
    from argmap.cli.shared.output import write_output
    from argmap.rules.engine.baseline import fingerprints, write_baseline

    named = path is not None
    path = path or report.settings.check.baseline
    if path is None:
        usage("--update-baseline needs --baseline FILE, or `baseline` in argmap.toml")
    findings = report.findings
    text = write_baseline(findings, fingerprints(findings, report.loaded.places))
    _refuse_to_overwrite(path)
    write_output(path, text.encode(), named=named)
    say(f"{count(len(findings), 'finding')} in the baseline {path}")


def _refuse_to_overwrite(path: Path) -> None:
    """Leave with 2 where a baseline would be written over something else."""
    is_empty = path.is_file() and not path.stat().st_size
    if os.path.lexists(path) and not is_empty:
        try:
            _read_known(path)
        except (OSError, ValueError) as error:
            usage(f"{path} is not a baseline ({_why(error)}) and is not overwritten; delete it first")


def _read_known(path: Path) -> "Mapping[str, str]":
    """Read a baseline.

    Raises:
        OSError: it cannot be read.
        ValueError: it is something else.
    """
    from argmap.files.disk.snapshot import read_file
    from argmap.rules.engine.baseline import MOST_BYTES, read_baseline

    return read_baseline(read_file(path, MOST_BYTES).decode())


def _why(error: Exception) -> str:
    return "not UTF-8" if isinstance(error, UnicodeDecodeError) else reason(error)


def _without_known(path: Path | None, report: Report) -> Report:
    """Leave out what the baseline knows."""
    from dataclasses import replace

    from argmap.rules.engine.baseline import without_known

    path = path or report.settings.check.baseline
    if path is None:
        return report
    try:
        known = _read_known(path)
    except (OSError, ValueError) as error:
        usage(f"the baseline {path} cannot be used: {_why(error)}")
    return replace(report, findings=without_known(report.findings, report.loaded.places, known))


def _exit_code(report: Report, fail_on: str | None) -> int:
    from argmap.diagnostics import Severity
    from argmap.rules.engine.registry import BY_CODE

    findings = report.findings
    if report.unseen or any(BY_CODE[finding.code].severity is Severity.ERROR for finding in findings):
        return UNUSABLE
    if fail_on == "never":
        return 0
    least = Severity(fail_on) if fail_on else report.settings.check.fail_on
    return FINDINGS if any(finding.severity.rank <= least.rank for finding in findings) else 0
