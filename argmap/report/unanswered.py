"""What ``argmap unanswered`` prints: first what nobody challenged, then what waits for a reply, by debtor."""

from collections.abc import Mapping, Sequence

from argmap.argument_map import ArgumentMap
from argmap.queries.buckets import MEANINGS, NEEDS_REPLY, Bucket, heading
from argmap.queries.unanswered import Standing
from argmap.report.by_debtor import DebtWriter
from argmap.report.console import Console
from argmap.report.documents import Document, document, statement_document
from argmap.report.page import Page
from argmap.report.statements import StatementWriter
from argmap.text.plurals import count

Members = Mapping[Bucket, Sequence[str]]

WAITING = (Bucket.UNCHALLENGED, Bucket.OPEN, Bucket.REOPENED, Bucket.MUTUAL)
"""The buckets that are printed unless others are asked for."""


def unanswered_document(argument_map: ArgumentMap, standing: Standing, members: Members) -> Document:
    """Describe every bucket with its statements, each of which is described when it is asked for."""
    return document(
        "unanswered",
        **{
            bucket.value: (statement_document(argument_map, standing, key) for key in keys)
            for bucket, keys in members.items()
        },
    )


def print_unanswered(
    argument_map: ArgumentMap,
    standing: Standing,
    members: Members,
    console: Console,
    *,
    shown: Sequence[Bucket] = WAITING,
) -> None:
    """Print buckets, each statement with its source.

    Args:
        argument_map: the map.
        standing: its buckets.
        members: what to print.
        console: where to.
        shown: the buckets to print; the others are only counted.
    """
    debts = DebtWriter(StatementWriter(argument_map, standing, page := Page(console)))
    for bucket in shown:
        if members[bucket]:
            waiting = bucket in NEEDS_REPLY
            debts.section(heading(bucket), MEANINGS[bucket], members[bucket], waiting=waiting)
    debts.end()
    _print_summary(page, members, shown)


def _print_summary(page: Page, members: Members, shown: Sequence[Bucket]) -> None:
    if not any(members.values()):
        page.paragraph("Nothing of the kind is recorded.")
        return
    words = [f"{len(members[b]):,} {b.words}" for b in Bucket if members[b]]
    page.paragraph(", ".join(words) + ". What is recorded in this map; not who is right.")
    if counted := [b for b in Bucket if members[b] and b not in shown]:
        options = " ".join(f"--bucket {b.option}" for b in counted)
        hidden = count(sum(len(members[b]) for b in counted), "challenge")
        page.paragraph(f"{hidden} not listed here: {options}")
