"""What ``argmap unanswered`` prints: counts, what waits for a reply, by debtor, and the unchallenged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.queries.buckets import MEANINGS, NEEDS_REPLY, Bucket, heading
from argmap.queries.unanswered import Standing, part_by_hearers
from argmap.report.by_debtor import DebtWriter
from argmap.report.console import Console
from argmap.report.documents import Document, document, statement_document
from argmap.report.page import Page
from argmap.report.statements import StatementWriter

Members = Mapping[Bucket, Sequence[str]]

WAITING = (Bucket.UNCHALLENGED, Bucket.OPEN, Bucket.REOPENED, Bucket.MUTUAL)
"""The buckets that are printed unless others are asked for."""

_UNHEARD: Final = "Against voices that are only imagined or unnamed"
_UNHEARD_MEANING: Final = "no reply that stands is recorded, and nobody is there to give one"
ORDER: Final = (*(bucket for bucket in Bucket if bucket is not Bucket.UNCHALLENGED), Bucket.UNCHALLENGED)
"""Buckets as they are printed and counted: what is longest, and waits for nobody, stands last."""

_UNHEARD_COLUMN: Final = "against_hypothetical"
_HEADINGS: Final = {bucket.value: bucket.words for bucket in ORDER if bucket in WAITING}


def row_columns(buckets: Sequence[Bucket]) -> dict[str, str]:
    """Give the columns of a map's row, with the headings of a printed table; others stand in a CSV alone.

    Args:
        buckets: the buckets that were asked for; all where none was.
    """
    wanted = {bucket.value: bucket.words for bucket in ORDER if bucket in buckets}
    every = {bucket.value: _HEADINGS.get(bucket.value, "") for bucket in ORDER}
    return {**(wanted or every), _UNHEARD_COLUMN: "imagined"}


def unanswered_row(argument_map: ArgumentMap, members: Members) -> dict[str, int]:
    """Give the numbers of a map's row, in each bucket with those whom nobody is there to answer."""
    unheard = sum(len(part_by_hearers(argument_map, members[bucket])[1]) for bucket in NEEDS_REPLY)
    return {**{bucket.value: len(keys) for bucket, keys in members.items()}, _UNHEARD_COLUMN: unheard}


def unanswered_document(
    argument_map: ArgumentMap, standing: Standing, members: Members, *, since: str | None = None
) -> Document:
    """Describe every bucket with its statements, each of which is described when it is asked for.

    Args:
        argument_map: the map.
        standing: its buckets.
        members: what to describe.
        since: the version since which it has come into its bucket, if only such is described.
    """
    return document(
        "unanswered",
        since=since,
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
    since: str | None = None,
) -> None:
    """Print counts, then buckets, each statement with its source.

    Args:
        argument_map: the map.
        standing: its buckets.
        members: what to print.
        console: where to.
        shown: the buckets to print; the others are only counted.
        since: the version since which it has come into its bucket, if only such is printed.
    """
    page = Page(console)
    parts = _Parts.of(argument_map, members)
    if since is not None:
        page.paragraph(f"Only what has changed since {since}.")
    _print_counts(page, parts, shown)
    debts = DebtWriter(StatementWriter(argument_map, standing, page))
    for section in _sections(argument_map, parts, shown):
        if section.keys:
            page.blank()
            debts.section(section.title, section.meaning, section.keys, waiting=section.waiting)
    _print_end(page, members, shown)


@dataclass(frozen=True)
class _Parts:
    """The members of buckets, those apart whom nobody is there to answer.

    Args:
        buckets: bucket to its members against somebody.
        unheard: what needs a reply of nobody who is there, with its bucket.
    """

    buckets: Members
    unheard: Mapping[Bucket, Sequence[str]]

    @classmethod
    def of(cls, argument_map: ArgumentMap, members: Members) -> "_Parts":
        waiting = {bucket: part_by_hearers(argument_map, members[bucket]) for bucket in NEEDS_REPLY}
        return cls(
            {**members, **{bucket: heard for bucket, (heard, _) in waiting.items()}},
            {bucket: unheard for bucket, (_, unheard) in waiting.items()},
        )


@dataclass(frozen=True)
class _Section:
    title: str
    meaning: str
    keys: Sequence[str]
    waiting: bool = False


def _sections(argument_map: ArgumentMap, parts: _Parts, shown: Sequence[Bucket]) -> list[_Section]:
    unheard = [key for bucket, keys in parts.unheard.items() if bucket in shown for key in keys]
    challenges = [
        _Section(heading(bucket), MEANINGS[bucket], parts.buckets[bucket], waiting=bucket in NEEDS_REPLY)
        for bucket in ORDER
        if bucket in shown and bucket is not Bucket.UNCHALLENGED
    ]
    claims = parts.buckets[Bucket.UNCHALLENGED] if Bucket.UNCHALLENGED in shown else ()
    return [*challenges, _Section(_UNHEARD, _UNHEARD_MEANING, unheard), *_unchallenged(argument_map, claims)]


def _unchallenged(argument_map: ArgumentMap, claims: Sequence[str]) -> list[_Section]:
    """Part the claims that nobody challenged: first the theses of their authors."""
    meaning = MEANINGS[Bucket.UNCHALLENGED]
    theses = [key for key in claims if argument_map.claims[key].main]
    others = [key for key in claims if not argument_map.claims[key].main]
    title = "Other unchallenged claims" if theses else heading(Bucket.UNCHALLENGED)
    return [_Section("Unchallenged main theses", meaning, theses), _Section(title, meaning, others)]


def _print_counts(page: Page, parts: _Parts, shown: Sequence[Bucket]) -> None:
    """Count what is listed, as a rule on one line; what is only counted stands at the end."""
    counted = [(len(parts.buckets[bucket]), bucket.words) for bucket in ORDER if bucket in shown]
    unheard = sum(len(keys) for bucket, keys in parts.unheard.items() if bucket in shown)
    before = sum(bucket in shown for bucket in NEEDS_REPLY)
    counted.insert(before, (unheard, "against imagined voices"))
    words = ", ".join(f"{number:,} {what}" for number, what in counted if number)
    if words:
        page.paragraph(f"{words}.")
    elif any(parts.buckets.values()):
        page.paragraph("Nothing here waits for a reply.")
    else:
        page.paragraph("Nothing of the kind is recorded.")


def _print_end(page: Page, members: Members, shown: Sequence[Bucket]) -> None:
    if not any(members.values()):
        return
    page.blank()
    page.paragraph("What is recorded in this map; not who is right.")
    if hidden := [bucket for bucket in ORDER if members[bucket] and bucket not in shown]:
        counted = ", ".join(f"{len(members[bucket]):,} {bucket.words}" for bucket in hidden)
        options = " ".join(f"--bucket {bucket.option}" for bucket in hidden)
        page.paragraph(f"Not listed: {counted} ({options}).")
