"""What ``argmap stats`` prints: counts, and a row for each person."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.queries.buckets import Bucket
from argmap.queries.stats import Stats
from argmap.queries.tally import Counts
from argmap.report.console import Console
from argmap.report.page import Page
from argmap.report.wrapping import width_of
from argmap.text.clean import one_line
from argmap.text.lists import first_few
from argmap.text.plurals import count

_MOST_COUNTED: Final = 20
"""Of more tags or sources than this, the most frequent are named and the rest is counted."""
_HEADINGS: Final = ("claims", "challenged", "made", "owes", "is owed")
_GAP: Final = "  "


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


def _print_people(argument_map: ArgumentMap, rows: tuple[Counts, ...], page: Page) -> None:
    """Print a row for each person; a name that leaves no room for its numbers stands above them."""
    names = [one_line(argument_map.person_name(row.person)) for row in rows]
    room = page.width - width_of(_GAP + _numbers(_HEADINGS))
    column = max(min(max(map(width_of, ("person", *names))), room), 0)
    _print_row(page, ("person", "quiet"), column, (_numbers(_HEADINGS), "quiet"))
    for name, row in zip(names, rows, strict=True):
        counts = (row.claims, row.challenged, row.made, row.owes, row.owed)
        _print_row(page, (name, ""), column, (_numbers(map(str, counts)), ""))


def _print_row(page: Page, name: tuple[str, str], column: int, numbers: tuple[str, str]) -> None:
    wide = width_of(name[0])
    if wide <= column:
        page.line(name, " " * (column - wide) + _GAP, numbers)
    else:
        page.paragraph(name)
        page.line(" " * column + _GAP if column else "", numbers)


def _numbers(words: Iterable[str]) -> str:
    return _GAP.join(word.rjust(len(heading)) for word, heading in zip(words, _HEADINGS, strict=True))


def _most_frequent(numbers: Mapping[str, int]) -> str:
    ordered = sorted(numbers.items(), key=lambda pair: -pair[1])
    return first_few((f"{number:,} {one_line(name)}" for name, number in ordered), _MOST_COUNTED)


def _counted(numbers: dict[str, int]) -> str:
    return ", ".join(f"{number:,} {name}" for name, number in numbers.items())
