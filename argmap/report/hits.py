"""What ``argmap search`` prints: each statement found, with the words marked."""

from collections.abc import Sequence

from rich.text import Text

from argmap.argument_map import ArgumentMap
from argmap.queries.search import Hit
from argmap.queries.unanswered import Standing
from argmap.report.console import Console
from argmap.report.page import Page
from argmap.report.statements import StatementWriter
from argmap.text.clean import one_line

_PRINTED = frozenset({"title", "text", "quote"})


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
        if statement.title and statement.text:
            text = Text(one_line(statement.text))
            text.highlight_words(query.split(), style="match", case_sensitive=False)
            page.paragraph(text, indent=2)
        write.origin(statement, indent=2)
        if _PRINTED.isdisjoint(hit.fields):
            page.paragraph((f"found in: {', '.join(hit.fields)}", "quiet"), indent=2)
