"""What ``argmap dropped`` prints: challenges and replies that were passed over, by who owes the answer."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.queries.unanswered import Standing
from argmap.report.by_debtor import DebtWriter
from argmap.report.console import Console
from argmap.report.documents import Document, document, statement_document
from argmap.report.page import Page
from argmap.report.statements import StatementWriter
from argmap.text.lists import and_list, first_few
from argmap.text.plurals import count

_MEANING: Final = "no answer is recorded, though who owes it spoke again"
_MOST_NAMED: Final = 10


def dropped_document(argument_map: ArgumentMap, standing: Standing) -> Document:
    """Describe what was passed over.

    Args:
        argument_map: the map.
        standing: its buckets, with the drops to be described.
    """
    drops = standing.drops
    return document(
        "dropped",
        dropped=(statement_document(argument_map, standing, key) for key in drops.passed_over),
        unplaced=list(drops.unplaced),
    )


def print_dropped(argument_map: ArgumentMap, standing: Standing, console: Console) -> None:
    """Print what was passed over: challenges, then replies; then what could not be placed.

    Args:
        argument_map: the map.
        standing: its buckets, with the drops to be printed.
        console: where to.
    """
    drops, page = standing.drops, Page(console)
    debts = DebtWriter(StatementWriter(argument_map, standing, page))
    counted: list[str] = []
    for one, several, keys in _by_kind(standing):
        if keys:
            if counted:
                page.blank()
            debts.section(f"Dropped {several}", _MEANING, keys, waiting=True)
            counted.append(count(len(keys), one, several))
    if counted:
        page.blank()
        page.paragraph(f"{and_list(counted)} dropped. What is recorded in this map; not who is right.")
    else:
        page.paragraph("Nothing of the kind is recorded.")
    _print_unplaced(page, drops.unplaced)


def _by_kind(standing: Standing) -> Iterator[tuple[str, str, list[str]]]:
    """Part what was passed over as buckets do: a rebuttal that has no bucket is a reply on a claim's side."""
    dropped = standing.drops.passed_over
    yield "challenge", "challenges", [key for key in dropped if key in standing.buckets]
    yield "reply", "replies", [key for key in dropped if key not in standing.buckets]


def _print_unplaced(page: Page, unplaced: Sequence[str]) -> None:
    if unplaced:
        number = count(len(unplaced), "challenge or reply", "challenges or replies")
        page.paragraph(f"{number} could not be placed: {first_few(unplaced, _MOST_NAMED)}.")
        page.paragraph(("Neither dates nor the map's `sequence` tell what was said later.", "quiet"))
