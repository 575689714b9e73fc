"""Findings for people: where, what, and what would be right."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from argmap.diagnostics import Diagnostic
from argmap.files.places import Places


def print_diagnostics(findings: Sequence[Diagnostic], places: Places, console: Console) -> None:
    """Print each finding as ``file:line:col: code message``, with its hint.

    Args:
        findings: what to print, in order.
        places: the files they are in.
        console: where to.
    """
    del places
    for finding in findings:
        line = Text.assemble(
            f"{finding.location}: ", (finding.code, finding.severity.value), f" {finding.message}"
        )
        console.print(line, soft_wrap=True)
        if finding.hint:
            console.print(Text.assemble("  hint: ", finding.hint), soft_wrap=True)
