"""What is printed of a store: counts of everything, and the first of what they count."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Final

from argmap.corpus.choosing import Chosen, among
from argmap.corpus.counting import StoreStats
from argmap.corpus.engine import Engine
from argmap.corpus.part import load_part
from argmap.corpus.statuses import count_statuses, statuses
from argmap.corpus.tallies import PersonCounts
from argmap.queries.buckets import MEANINGS, NEEDS_REPLY, Bucket, heading
from argmap.report.by_debtor import DebtWriter
from argmap.report.console import Console
from argmap.report.documents import Document, document, statement_document
from argmap.report.listing import print_list as print_part
from argmap.report.page import Page
from argmap.report.statements import StatementWriter
from argmap.report.unanswered import ORDER, WAITING
from argmap.text.clean import one_line
from argmap.text.plurals import agree
from argmap.text.plurals import count as counted

_MOST: Final = 20
_MOST_LISTED: Final = 200
_PAGE: Final = 500
_NOT_WHO_IS_RIGHT: Final = "What is recorded in this store; not who is right."


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a bucket.

    Args:
        heard: those against somebody; for other buckets than those that need a reply, all.
        unheard: those against people who are only imagined or unnamed.
    """

    heard: Chosen
    unheard: Chosen | None = None


def documents(chosen: Chosen) -> Iterator[Document]:
    """Describe statements as the documents of other commands do, some of them at a time."""
    nodes = chosen.all()
    while page := list(islice(nodes, _PAGE)):
        part = load_part(chosen.engine, page)
        yield from (statement_document(part.map, part.standing, key) for key in part.keys)


def print_list(chosen: Chosen, console: Console) -> None:
    """Print statements a line each; on a terminal the first of them, in a pipe all."""
    if console.is_terminal:
        part = load_part(chosen.engine, chosen.first(_MOST_LISTED))
        print_part(part.map, part.standing, part.keys, console)
        more = chosen.count() - len(part.keys)
        if more > 0:
            Page(console).paragraph(
                (f"And {more:,} more; in a pipe, or with --json, all are listed.", "quiet")
            )
        return
    nodes = chosen.all()
    while page := list(islice(nodes, _PAGE)):
        part = load_part(chosen.engine, page)
        print_part(part.map, part.standing, part.keys, console)


def print_unanswered(
    engine: Engine,
    members: Mapping[Bucket, Members],
    people: Sequence[PersonCounts],
    console: Console,
    *,
    shown: Sequence[Bucket],
) -> None:
    """Print how many members each bucket has, who waits for most replies, and the first members.

    Args:
        engine: the store.
        members: the members of every bucket.
        people: those to whom most replies are owed.
        console: where to.
        shown: the buckets to list; none for those that wait for something.
    """
    page = Page(console)
    listed = shown or WAITING
    sizes = {bucket: members[bucket].heard.count() for bucket in ORDER}
    unheard = sum(each.unheard.count() for each in members.values() if each.unheard)
    words = [f"{sizes[bucket]:,} {bucket.words}" for bucket in ORDER if bucket in listed and sizes[bucket]]
    if unheard and any(bucket in listed for bucket in NEEDS_REPLY):
        words.append(f"{unheard:,} against imagined voices")
    page.paragraph(f"{', '.join(words)}." if words else "Nothing of the kind is recorded.")
    waiting = [each for each in people if each.counts.owed]
    if waiting:
        page.blank()
        page.paragraph(("Most left unanswered", "heading"))
        for each in waiting:
            page.paragraph(f"{each.counts.owed:>9,}  {one_line(each.name)}", indent=2)
    for bucket in ORDER:
        if bucket in listed and sizes[bucket]:
            page.blank()
            _print_bucket(engine, page, bucket, members[bucket].heard, sizes[bucket])
    page.blank()
    page.paragraph(_NOT_WHO_IS_RIGHT)
    hidden = [bucket for bucket in ORDER if sizes[bucket] and bucket not in listed]
    if hidden:
        told = ", ".join(f"{sizes[bucket]:,} {bucket.words}" for bucket in hidden)
        page.paragraph(f"Not listed: {told} ({' '.join(f'--bucket {bucket.option}' for bucket in hidden)}).")


def _print_bucket(engine: Engine, page: Page, bucket: Bucket, chosen: Chosen, size: int) -> None:
    part = load_part(engine, chosen.first(_MOST))
    title = heading(bucket) if size <= _MOST else f"{heading(bucket)}, the first {_MOST} of {size:,}"
    debts = DebtWriter(StatementWriter(part.map, part.standing, page))
    debts.section(title, MEANINGS[bucket], part.keys, waiting=bucket in NEEDS_REPLY)


def print_status(chosen: Chosen, console: Console) -> None:
    """Print how many statements are in, out and undecided, and where they are few, which."""
    page = Page(console)
    page.paragraph("Unanswered challenges succeed here; silence in a report is not defeat.")
    counts = count_statuses(chosen)
    total = sum(counts.values())
    told = ", ".join(f"{number:,} {status}" for status, number in counts.items() if number)
    page.paragraph(f"{counted(total, 'statement')} under grounded semantics: {told or 'none'}.")
    if 0 < total <= _MOST_LISTED:
        page.blank()
        part = load_part(chosen.engine, chosen.first(_MOST_LISTED))
        for key, status in zip(part.keys, statuses(chosen), strict=True):
            page.entry(
                (f"{status:<10}", "quiet"), one_line(part.map.statements[key].label), key=key, indent=2
            )


def status_document(chosen: Chosen) -> Document:
    """Describe the statuses of statements."""
    return document("status", semantics="grounded", statuses=dict(_statuses(chosen)))


def _statuses(chosen: Chosen) -> Iterator[tuple[str, str]]:
    nodes = chosen.all()
    while page := list(islice(nodes, _PAGE)):
        keys = load_part(chosen.engine, page).keys
        yield from zip(keys, (status.value for status in statuses(among(chosen, page))), strict=True)


def print_stats(stats: StoreStats, console: Console) -> None:
    """Print the counts of a store."""
    page = Page(console)
    names = {"people": ("person", "people")}
    told = [
        counted(number, *names.get(name, (name.removesuffix("s"),))) for name, number in stats.numbers.items()
    ]
    page.paragraph(", ".join((counted(stats.maps, "map"), *told)))
    page.paragraph("Attacks: " + (_listed(stats.kinds) or "none"))
    buckets = {Bucket(name).words: number for name, number in stats.buckets.items()}
    page.paragraph("Standing: " + (_listed(buckets) or "nothing to say"))
    if stats.by_tag:
        page.paragraph("Tags: " + _listed(stats.by_tag))
    if stats.by_person:
        page.blank()
        _print_people(page, stats.by_person)
    if stats.faults:
        page.blank()
        verb = agree(len(stats.faults), "is", "are")
        page.paragraph(
            (f"{counted(len(stats.faults), 'map')} could not be read and {verb} not counted", "heading")
        )
        for name, fault in stats.faults.items():
            page.paragraph(f"{one_line(name)}: {one_line(fault)}", indent=2)


def stats_document(stats: StoreStats) -> Document:
    """Describe the counts of a store."""
    people = [{"name": each.name, **asdict(each.counts)} for each in stats.by_person]
    return document(
        "store-stats",
        maps=stats.maps,
        **stats.numbers,
        kinds=dict(stats.kinds),
        buckets=dict(stats.buckets),
        by_tag=dict(stats.by_tag),
        by_person=people,
        faults=dict(stats.faults),
    )


def print_person(people: Sequence[PersonCounts], chosen: Chosen, console: Console) -> None:
    """Print what a person said and has to answer, and the first of the statements."""
    page = Page(console)
    _print_people(page, people)
    part = load_part(chosen.engine, chosen.first(_MOST))
    if part.keys:
        page.blank()
        print_part(part.map, part.standing, part.keys, console)
        more = chosen.count() - len(part.keys)
        if more > 0:
            page.paragraph((f"And {more:,} more: `argmap list --by` names them all.", "quiet"))


def _print_people(page: Page, people: Sequence[PersonCounts]) -> None:
    headings = ("claims", "challenged", "made", "owes", "is owed")
    page.line(("  ".join(headings) + "  person", "quiet"))
    for each in people:
        one = each.counts
        numbers = (one.claims, one.challenged, one.made, one.owes, one.owed)
        row = "  ".join(
            f"{number:,}".rjust(len(name)) for number, name in zip(numbers, headings, strict=True)
        )
        page.line(f"{row}  {one_line(each.name)}")


def _listed(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{number:,} {one_line(name)}" for name, number in numbers.items() if number)
