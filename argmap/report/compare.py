"""What ``argmap compare`` prints of a map beside a key: scores, what is otherwise, and the alignment."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from argmap.model import AttackKind
from argmap.queries.comparing.alignment import Pair, Trust, Way
from argmap.queries.comparing.compare import Comparison
from argmap.queries.comparing.faults import Fault, FaultKind
from argmap.queries.comparing.scores import MEASURED, Score
from argmap.report.compare_words import DOUBT, HINTS, TITLES, Wording
from argmap.report.console import Console
from argmap.report.count_table import CountRow, print_count_table
from argmap.report.page import Page
from argmap.text.clean import one_line
from argmap.text.plurals import count

SCORE_HEADINGS: Final = ("found", "missing", "surplus", "precision", "recall", "F1")
"""The columns of the scores of one map."""

OF_ROWS: Final = "claims, attacks, undercut and reasons: F1; --csv has precision and recall as well"
"""Said beside the rows of several maps."""

_NOTHING: Final = "Nothing is otherwise than in the key."
"""Said of a map that is as the key."""

_EMPTY: Final = "Neither the key nor the map has a statement, so that nothing was compared."

_SHOWN: Final = ("claims", "attacks", AttackKind.UNDERCUT.value, "reasons")
_WAYS: Final = {Way.HAND: "by hand", Way.ID: "same id", Way.QUOTE: "same quote", Way.TEXT: "words"}

COLUMNS: Final = {
    **{
        f"{name}_{part}": name if part == "f1" and name in _SHOWN else ""
        for name in MEASURED
        for part in ("precision", "recall", "f1")
    },
    **{kind.value: "" for kind in FaultKind},
    "doubtful": "doubtful",
}
"""What the row of a map tells, with the headings of a printed table; the others are columns of a CSV."""


def compare_row(comparison: Comparison) -> dict[str, float | None]:
    """Give the numbers of a map's row: its scores, how often each fault occurs, and the doubtful pairs."""
    row: dict[str, float | None] = {}
    for name, score in comparison.scores.items():
        row |= {
            f"{name}_precision": score.precision,
            f"{name}_recall": score.recall,
            f"{name}_f1": score.f1,
        }
    kinds = [fault.kind for fault in comparison.faults]
    row |= {kind.value: kinds.count(kind) for kind in FaultKind}
    return row | {"doubtful": len(comparison.alignment.doubtful)}


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Print the scores of a map, what is otherwise than in the key, and which statement is which."""
    page = Page(console)
    rows = [CountRow(name, score_cells(score)) for name, score in comparison.scores.items()]
    print_count_table(page, "", SCORE_HEADINGS, rows)
    page.blank()
    wording = Wording(comparison)
    if not comparison.faults:
        page.paragraph(nothing_otherwise(comparison))
    for kind, faults in fault_groups(comparison):
        page.paragraph((f"{TITLES[kind]} ({len(faults)})", "heading"))
        for fault in faults:
            words = one_line(wording.fault(fault)) + (f" {DOUBT}" if fault.is_doubtful else "")
            page.entry(words, key=(fault.other or fault.key)[0], indent=2)
    if comparison.divided:
        page.paragraph((HINTS, "heading"))
        for hint in comparison.divided:
            page.paragraph(one_line(wording.divided(hint)), indent=2)
    page.blank()
    _print_alignment(comparison, page)


def nothing_otherwise(comparison: Comparison) -> str:
    """Say that nothing is otherwise than in the key, or that there was nothing to compare."""
    return _NOTHING if comparison.key.statements or comparison.other.statements else _EMPTY


def fault_groups(comparison: Comparison) -> Iterator[tuple[FaultKind, list[Fault]]]:
    """Give what is otherwise, by its kind."""
    for kind, faults in groupby(comparison.faults, key=lambda fault: fault.kind):
        yield kind, list(faults)


def score_cells(score: Score) -> list[str]:
    """Give the cells of a row of scores; a dash where there is nothing to divide by."""
    shares = (score.precision, score.recall, score.f1)
    numbers = [str(number) for number in (score.found, score.missing, score.surplus)]
    return [*numbers, *("-" if share is None else f"{share:.2f}" for share in shares)]


def recognised(pair: Pair) -> str:
    """Tell how a statement was recognised, and how far that can be relied on."""
    told = _WAYS[pair.way]
    if pair.way is Way.TEXT:
        told += f" {pair.score:.2f}"
    return f"{told}, doubtful: {pair.why}" if pair.trust is Trust.DOUBTFUL else told


def alignment_heading(comparison: Comparison) -> str:
    """Sum up the alignment."""
    doubtful = len(comparison.alignment.doubtful)
    told = f"Which statement is which: {count(len(comparison.alignment.pairs), 'pair')}"
    return told + (f", {doubtful} of them doubtful" if doubtful else "")


def _print_alignment(comparison: Comparison, page: Page) -> None:
    page.paragraph((alignment_heading(comparison), "heading"))
    for pair in comparison.alignment.pairs:
        page.paragraph(f"{pair.key} = {pair.other}", (f"  {recognised(pair)}", "quiet"), indent=2, hanging=2)
        if pair.trust is Trust.DOUBTFUL:
            page.paragraph(one_line(comparison.key.statements[pair.key].label), indent=4)
            page.paragraph(one_line(comparison.other.statements[pair.other].label), indent=4)
