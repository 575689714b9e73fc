"""What ``argmap stats`` prints: counts, and a row for each person."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import AttackKind
from argmap.queries.buckets import Bucket
from argmap.queries.stats import Stats
from argmap.queries.tally import Counts
from argmap.report.console import Console
from argmap.report.count_table import CountRow, print_count_table
from argmap.report.page import Page
from argmap.text.clean import one_line
from argmap.text.lists import first_few
from argmap.text.plurals import count

_MOST_COUNTED: Final = 20
"""Of more tags or sources than this, the most frequent are named and the rest is counted."""
COLUMNS: Final = {
    **{name: name for name in ("claims", "rebuttals", "inferences")},
    **dict.fromkeys(("people", "sources", "quotes", "inferred"), ""),
    **{kind.value: "" for kind in AttackKind},
    **{bucket.value: "open" if bucket is Bucket.OPEN else "" for bucket in Bucket},
    "against_hypothetical": "",
    "parts": "",
}
"""What the row of a map counts, with the headings of a printed table; the others are columns of a CSV."""
_HEADINGS: Final = ("claims", "challenged", "made", "owes", "is owed")


def stats_row(stats: Stats) -> dict[str, int]:
    """Give the numbers of a map's row."""
    flat = asdict(stats) | {kind.value: 0 for kind in AttackKind} | stats.kinds | stats.buckets
    return {name: flat[name] for name in COLUMNS if name != "parts"} | {"parts": len(stats.components)}


def print_stats(argument_map: ArgumentMap, stats: Stats, console: Console) -> None:
    """Print the counts of a map."""
    page = Page(console)
    if argument_map.info.title:
        page.paragraph((one_line(argument_map.info.title), "heading"))
    page.paragraph(
        ", ".join(
            (
                count(stats.claims, "claim"),
                count(stats.rebuttals, "rebuttal") + f" ({stats.inferred:,} inferred)",
                count(stats.inferences, "inference"),
                count(stats.people, "person", "people"),
                count(stats.sources, "source"),
                count(stats.quotes, "quote"),
            )
        )
    )
    page.paragraph("Attacks: " + (_counted(stats.kinds) or "none"))
    buckets = {Bucket(name).words: number for name, number in stats.buckets.items() if number}
    unheard = stats.against_hypothetical
    apart = f"; {unheard:,} of these against imagined voices" if unheard else ""
    page.paragraph("Standing: " + (_counted(buckets) or "nothing to say") + apart)
    page.paragraph(
        f"{count(len(stats.components), 'connected part')}, the largest of "
        f"{count(max(stats.components, default=0), 'statement')}"
    )
    for heading, numbers in (("Sources: ", stats.by_source), ("Tags: ", stats.by_tag)):
        if numbers:
            page.paragraph(heading + _most_frequent(numbers))
    if stats.by_person:
        page.blank()
        _print_people(argument_map, stats.by_person, page)


def _print_people(argument_map: ArgumentMap, people: tuple[Counts, ...], page: Page) -> None:
    """Print a row for each person."""
    rows = [
        CountRow(
            argument_map.person_name(one.person),
            [str(number) for number in (one.claims, one.challenged, one.made, one.owes, one.owed)],
        )
        for one in people
    ]
    print_count_table(page, "person", _HEADINGS, rows)


def _most_frequent(numbers: Mapping[str, int]) -> str:
    ordered = sorted(numbers.items(), key=lambda pair: -pair[1])
    return first_few((f"{number:,} {one_line(name)}" for name, number in ordered), _MOST_COUNTED)


def _counted(numbers: dict[str, int]) -> str:
    return ", ".join(f"{number:,} {name}" for name, number in numbers.items())
