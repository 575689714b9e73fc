"""What ``argmap stats`` prints: counts, and a row for each person."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from argmap.argument_map import ArgumentMap
from argmap.queries.stats import Stats
from argmap.queries.unanswered import Bucket
from argmap.report.page import Page, plural
from argmap.report.statements import BUCKET_WORDS
from argmap.text.clean import one_line


def print_stats(argument_map: ArgumentMap, stats: Stats, console: Console) -> None:
    """Print the counts of a map."""
    page = Page(console)
    if argument_map.info.title:
        page.paragraph((one_line(argument_map.info.title), "heading"))
    page.paragraph(
        ", ".join(
            (
                plural(stats.claims, "claim"),
                plural(stats.rebuttals, "rebuttal") + f" ({stats.inferred} inferred)",
                plural(stats.inferences, "inference"),
                plural(stats.people, "person", "people"),
                plural(stats.sources, "source"),
                plural(stats.quotes, "quote"),
            )
        )
    )
    page.paragraph("Attacks: " + (_counted(stats.kinds) or "none"))
    buckets = {BUCKET_WORDS[Bucket(name)][0]: number for name, number in stats.buckets.items() if number}
    page.paragraph("Standing: " + (_counted(buckets) or "nothing to say"))
    page.paragraph(
        f"{plural(len(stats.components), 'connected part')}, the largest of "
        f"{plural(max(stats.components, default=0), 'statement')}"
    )
    page.blank()
    console.print(_people_table(argument_map, stats))


def _people_table(argument_map: ArgumentMap, stats: Stats) -> Table:
    table = Table(box=None, pad_edge=False, header_style="quiet", show_edge=False)
    table.add_column("person", no_wrap=True)
    for heading in ("claims", "challenged", "made", "owes", "is owed"):
        table.add_column(heading, justify="right")
    for row in stats.by_person:
        numbers = (row.claims, row.challenged, row.made, row.owes, row.owed)
        table.add_row(Text(one_line(argument_map.person_name(row.person))), *(str(n) for n in numbers))
    return table


def _counted(numbers: dict[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in numbers.items())
