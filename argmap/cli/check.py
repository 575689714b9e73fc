"""``argmap check``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_rules
from argmap.cli.shared.context import FINDINGS, UNUSABLE, console, read_map, usage
from argmap.cli.shared.options import map_options
from argmap.text.plurals import count
from argmap.text.reasons import reason

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.files.assembling import Loaded
    from argmap.files.settings import CheckSettings, Settings

_FORMATS = ("text", "json", "sarif", "github", "gcc")


@click.command("check")
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
    """Report what is wrong or doubtful in a map.

    \b
    Examples:
      argmap check
      argmap check --sources texts --select S
      argmap check --format sarif > argmap.sarif
      argmap check --baseline known.json --update-baseline

    Leaves with 0 if nothing was found, 1 for findings, 2 if the map cannot be used as it is.
    `argmap explain CODE` explains a rule; settings stand in argmap.toml.
    """
    from argmap.rules.engine.linter import check_map

    loaded = read_map()
    settings = _settings(loaded, _split(select), _split(ignore), sources)
    if fix:
        loaded = _mend(loaded, settings)
    findings = check_map(loaded, settings).findings
    known = baseline or settings.check.baseline
    if update_baseline:
        _update(known, findings, loaded)
    else:
        findings = _new(known, findings, loaded)
        _write("json" if as_json else form, findings, loaded)
        raise SystemExit(_exit_code(findings, fail_on, settings.check))


def _split(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Split lists at commas, and refuse what is no rule."""
    from argmap.rules.engine.linter import rule_hint
    from argmap.rules.engine.registry import matching_codes

    listed = tuple(part.strip() for pattern in patterns for part in pattern.split(",") if part.strip())
    for pattern in listed:
        if not matching_codes(pattern):
            usage(f"There is no rule `{pattern}`; {rule_hint(pattern)}")
    return listed


def _settings(
    loaded: "Loaded", select: tuple[str, ...], ignore: tuple[str, ...], sources: Path | None
) -> "Settings":
    from argmap.files.settings import find_settings, read_settings
    from argmap.rules.engine.linter import with_command_line

    settings = read_settings(find_settings(loaded.folder))
    return with_command_line(settings, select=select, ignore=ignore, sources=sources)


def _mend(loaded: "Loaded", settings: "Settings") -> "Loaded":
    """Mend what can be mended, say so, and read the map again."""
    from argmap.editing.refusal import EditRefusedError
    from argmap.rules.engine.fixing import fix_map

    try:
        fixed = fix_map(loaded, settings)
    except EditRefusedError as error:
        usage(str(error))
    except OSError as error:
        usage(f"{error.filename or 'a file'} cannot be written: {reason(error)}")
    for message in fixed:
        click.echo(f"argmap: fixed {message}", err=True)
    return read_map() if fixed else loaded


def _update(path: Path | None, findings: "tuple[Diagnostic, ...]", loaded: "Loaded") -> None:
    from argmap.files.disk.writing import write_atomically
    from argmap.rules.engine.baseline import fingerprints, write_baseline

    if path is None:
        usage("--update-baseline needs --baseline FILE, or `baseline` in argmap.toml")
    text = write_baseline(findings, fingerprints(findings, loaded.places))
    try:
        write_atomically(path, text.encode())
    except OSError as error:
        usage(f"{path} cannot be written: {reason(error)}")
    click.echo(f"argmap: {count(len(findings), 'finding')} in the baseline {path}", err=True)


def _new(path: Path | None, findings: "tuple[Diagnostic, ...]", loaded: "Loaded") -> "tuple[Diagnostic, ...]":
    """Leave out what the baseline knows."""
    from argmap.rules.engine.baseline import fingerprints, read_baseline

    if path is None:
        return findings
    try:
        known = read_baseline(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        usage(f"the baseline {path} cannot be used: {reason(error)}")
    marks = fingerprints(findings, loaded.places)
    return tuple(finding for finding, mark in zip(findings, marks, strict=True) if mark not in known)


def _write(form: str, findings: "tuple[Diagnostic, ...]", loaded: "Loaded") -> None:
    if form == "text":
        from argmap.report.diagnostics import print_diagnostics

        print_diagnostics(findings, loaded.places, console())
        click.echo(f"argmap: {_summary(findings, loaded)}", err=True)
    elif form in {"json", "sarif"}:
        _write_document(form, findings, loaded)
    else:
        from argmap.report.one_line_each import gcc_lines, github_lines

        for line in (github_lines if form == "github" else gcc_lines)(findings):
            click.echo(line)


def _write_document(form: str, findings: "tuple[Diagnostic, ...]", loaded: "Loaded") -> None:
    from argmap.cli.shared.context import print_json
    from argmap.rules.engine.baseline import fingerprints

    marks = fingerprints(findings, loaded.places)
    if form == "json":
        from argmap.report.findings_json import findings_document

        print_json(findings_document(findings, marks))
    else:
        from argmap.report.sarif import sarif_document

        print_json(sarif_document(findings, marks))


def _summary(findings: "tuple[Diagnostic, ...]", loaded: "Loaded") -> str:
    from collections import Counter

    from argmap.diagnostics import Severity

    found = Counter(finding.severity for finding in findings)
    parts = [
        count(found[level], level.value if level is not Severity.INFO else "remark")
        for level in Severity
        if found[level]
    ]
    checked = f"{count(len(loaded.map.claims), 'claim')} and {count(len(loaded.map.rebuttals), 'rebuttal')}"
    return f"{', '.join(parts)} in {checked}" if parts else f"nothing found in {checked}"


def _exit_code(findings: "tuple[Diagnostic, ...]", fail_on: str | None, settings: "CheckSettings") -> int:
    from argmap.diagnostics import Severity
    from argmap.rules.engine.registry import BY_CODE

    if any(BY_CODE[finding.code].severity is Severity.ERROR for finding in findings):
        return UNUSABLE
    if fail_on == "never":
        return 0
    least = Severity(fail_on) if fail_on else settings.fail_on
    return FINDINGS if any(finding.severity.rank <= least.rank for finding in findings) else 0
