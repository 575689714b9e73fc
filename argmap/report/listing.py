"""What ``argmap list`` prints: a line for each statement."""

from collections.abc import Sequence
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import Basis, Claim, Rebuttal
from argmap.queries.roots import is_thesis
from argmap.queries.unanswered import Standing
from argmap.report.console import Console
from argmap.report.page import Page
from argmap.text.clean import one_line

COLUMNS: Final = {
    name: name for name in ("statements", "claims", "rebuttals", "main", "challenged", "inferred")
}
"""What the row of a map counts, with the headings of a printed table."""


def list_row(argument_map: ArgumentMap, standing: Standing, keys: Sequence[str]) -> dict[str, int]:
    """Give the numbers of a map's row."""
    claims = [key for key in keys if key in argument_map.claims]
    inferred = sum(argument_map.statements[key].basis is Basis.INFERRED for key in keys)
    numbers = (
        len(keys),
        len(claims),
        len(keys) - len(claims),
        sum(is_thesis(argument_map, key) for key in claims),
        sum(key in standing.challenged for key in claims),
        inferred,
    )
    return dict(zip(COLUMNS, numbers, strict=True))


def print_list(argument_map: ArgumentMap, standing: Standing, keys: Sequence[str], console: Console) -> None:
    """Print a line for each statement: id, title, and where it stands; whole lines off a terminal."""
    page = Page(console)
    is_read = console.file.isatty()
    for key in keys:
        statement = argument_map.statements[key]
        words = [one_line(statement.label)]
        if isinstance(statement, Rebuttal):
            words.append(f"({statement.kind.value}, {_where(standing, statement)})")
        elif remarks := _of_claim(standing, statement):
            words.append(f"({remarks})")
        if is_read:
            page.entry(" ".join(words), key=key)
        else:
            page.verbatim("\t".join((key, statement.by or "", " ".join(words))))


def _of_claim(standing: Standing, claim: Claim) -> str:
    found = ["main thesis"] if claim.main else []
    if claim.basis is Basis.INFERRED:
        found.append("inferred")
    if claim.id in standing.challenged:
        found.append("challenged")
    return ", ".join(found)


def _where(standing: Standing, rebuttal: Rebuttal) -> str:
    words = ["inferred"] if rebuttal.basis is Basis.INFERRED else []
    if bucket := standing.buckets.get(rebuttal.id):
        words.append(bucket.words)
    return ", ".join(words) or "reply"
