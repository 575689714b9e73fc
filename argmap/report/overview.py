"""What ``list``, ``search``, ``stats`` and ``path`` print."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from argmap.argument_map import ArgumentMap
from argmap.model import Rebuttal
from argmap.queries.paths import Chain, Step
from argmap.queries.search import Hit
from argmap.queries.stats import Stats
from argmap.queries.unanswered import Bucket, Standing
from argmap.report.page import Page, plural
from argmap.report.statements import BUCKET_WORDS, VERBS, StatementWriter
from argmap.text.clean import one_line

_KINDS = {"premise": "is a premise of", "conclusion": "supports"}
_BACKWARDS = {"premise": "starts from", "conclusion": "is supported by"}


def print_list(argument_map: ArgumentMap, standing: Standing, keys: Sequence[str], console: Console) -> None:
    """Print a line for each statement: id, title, and where it stands; whole lines off a terminal."""
    page = Page(console)
    for key in keys:
        statement = argument_map.statements[key]
        words = [one_line(statement.label)]
        if isinstance(statement, Rebuttal):
            words.append(f"({statement.kind.value}, {_where(standing, key)})")
        elif key not in standing.buckets:
            words.append("(challenged)")
        if console.is_terminal:
            page.entry(" ".join(words), key=key)
        else:
            page.verbatim("\t".join((key, statement.by or "", " ".join(words))))


def print_hits(
    argument_map: ArgumentMap, standing: Standing, hits: Sequence[Hit], query: str, console: Console
) -> None:
    """Print each statement that a search found, with its text and the words marked."""
    page = Page(console)
    write = StatementWriter(argument_map, standing, page)
    for number, hit in enumerate(hits):
        if number:
            page.blank()
        statement = argument_map.statements[hit.id]
        write.head(statement, indent=0, author=True)
        text = Text(one_line(statement.text or ""))
        text.highlight_words(query.split(), style="match", case_sensitive=False)
        page.paragraph(text, indent=2)
        write.origin(statement, indent=2)
        if others := [name for name in hit.fields if name not in {"title", "text", "quote"}]:
            page.paragraph((f"found in: {', '.join(others)}", "quiet"), indent=2)


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
    console.print(_people_table(argument_map, stats, page.width))


def _people_table(argument_map: ArgumentMap, stats: Stats, width: int) -> Table:
    table = Table(box=None, pad_edge=False, width=width, header_style="quiet", show_edge=False)
    table.add_column("person", ratio=1)
    for heading in ("claims", "challenged", "made", "owes", "is owed"):
        table.add_column(heading, justify="right")
    for row in stats.by_person:
        numbers = (row.claims, row.challenged, row.made, row.owes, row.owed)
        table.add_row(Text(one_line(argument_map.person_name(row.person))), *(str(n) for n in numbers))
    return table


def print_chain(argument_map: ArgumentMap, chain: Chain, console: Console) -> None:
    """Print a chain, one statement a line, with how each bears on the next."""
    page = Page(console)
    first, last = chain.nodes[0], chain.nodes[-1]
    if len(chain.nodes) == 1:
        page.paragraph("Both names mean the same statement.")
    elif chain.bears:
        page.paragraph(
            (_label(argument_map, first), "name"),
            f" speaks {chain.bears} ",
            (_label(argument_map, last), "name"),
            ".",
        )
    else:
        page.paragraph("Neither bears on the other, but they are connected:")
    page.blank()
    page.entry(_label(argument_map, first), key=first, indent=2)
    for step in chain.steps:
        inferred = [(" (inferred)", "inferred")] if step.basis == "inferred" else []
        page.paragraph((_words(step), "attack" if step.kind in VERBS else "support"), *inferred, indent=4)
        page.entry(_label(argument_map, step.end), key=step.end, indent=2)


def _words(step: Step) -> str:
    if step.kind in VERBS:
        return f"{step.kind}s" if step.forward else f"is {VERBS[step.kind]} by"
    return _KINDS[step.kind] if step.forward else _BACKWARDS[step.kind]


def _label(argument_map: ArgumentMap, node: str) -> str:
    step = argument_map.inferences.get(node)
    if step is not None:
        return f"the inference{f' ({one_line(step.scheme)})' if step.scheme else ''}"
    statement = argument_map.statements[node]
    author = f"{one_line(argument_map.person_name(statement.by))}: " if statement.by else ""
    return author + one_line(statement.label)


def _where(standing: Standing, key: str) -> str:
    bucket = standing.buckets.get(key)
    return BUCKET_WORDS[bucket][0] if bucket else "reply"


def _counted(numbers: dict[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in numbers.items())
