"""What ``argmap unanswered`` prints: first what nobody challenged, then what waits for a reply, by debtor."""

from collections.abc import Mapping, Sequence

from argmap.argument_map import ArgumentMap
from argmap.model import Basis
from argmap.queries.buckets import MEANINGS, NEEDS_REPLY, Bucket, heading
from argmap.queries.unanswered import Standing, owed_by
from argmap.report.console import Console
from argmap.report.documents import Document, document, statement_document
from argmap.report.page import Page
from argmap.report.statements import StatementWriter
from argmap.text.lists import and_list
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
    report = _Report(argument_map, StatementWriter(argument_map, standing, Page(console)))
    for bucket in shown:
        if members[bucket]:
            report.bucket(bucket, members[bucket])
    report.summary(members, shown)


class _Report:
    def __init__(self, argument_map: ArgumentMap, write: StatementWriter) -> None:
        self._map = argument_map
        self._write = write
        self._page = write.page
        self._begun = False

    def bucket(self, bucket: Bucket, keys: Sequence[str]) -> None:
        if self._begun:
            self._page.blank()
        self._begun = True
        self._page.paragraph((f"{heading(bucket)} ({len(keys)})", "heading"))
        self._page.paragraph((MEANINGS[bucket][0].upper() + MEANINGS[bucket][1:] + ".", "quiet"))
        groups: dict[str, list[str]] = {}
        for key in sorted(keys, key=self._is_inferred):
            groups.setdefault(self._group(bucket, key), []).append(key)
        for group, inside in groups.items():
            self._page.blank()
            self._page.paragraph((group, "name"), indent=2)
            for key in inside:
                self._statement(key)

    def _group(self, bucket: Bucket, key: str) -> str:
        rebuttal = self._map.rebuttals.get(key)
        if rebuttal is None:
            return self._write.name(self._map.statements[key].by)
        debtors = and_list(self._write.name(person) for person in owed_by(self._map, rebuttal))
        if self._is_inferred(key):
            return f"To {debtors or 'nobody named'}, as only the editor sees it"
        if bucket in NEEDS_REPLY:
            return f"Reply owed by {debtors or 'nobody named'}"
        return f"To {debtors or 'nobody named'}"

    def _is_inferred(self, key: str) -> bool:
        """Tell whether it is a challenge that nobody voiced, so that nobody owes a reply to it."""
        rebuttal = self._map.rebuttals.get(key)
        return rebuttal is not None and rebuttal.basis is Basis.INFERRED

    def _statement(self, key: str) -> None:
        statement = self._map.statements[key]
        self._write.head(statement, indent=4, author=key in self._map.rebuttals)
        rebuttal = self._map.rebuttals.get(key)
        if rebuttal is not None:
            self._write.targets(rebuttal, indent=6)
        self._write.origin(statement, indent=6)

    def summary(self, members: Members, shown: Sequence[Bucket]) -> None:
        counted = [b for b in Bucket if members[b] and b not in shown]
        if self._begun:
            self._page.blank()
        if not any(members.values()):
            self._page.paragraph("Nothing of the kind is recorded.")
            return
        words = [f"{len(members[b]):,} {b.words}" for b in Bucket if members[b]]
        self._page.paragraph(", ".join(words) + ". What is recorded in this map; not who is right.")
        if counted:
            options = " ".join(f"--bucket {b.option}" for b in counted)
            hidden = count(sum(len(members[b]) for b in counted), "challenge")
            self._page.paragraph(f"{hidden} not listed here: {options}")
