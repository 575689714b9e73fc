"""`argmap.stats`: what a map holds, counted."""

from dataclasses import dataclass, field

from argmap.api.answer import Answer
from argmap.argument_map import ArgumentMap
from argmap.queries.stats import Stats, count
from argmap.report.answer_documents import stats_document
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.stats import print_stats


@dataclass(frozen=True, eq=False)
class Statistics(Answer):
    """What `argmap.stats` counted.

    Args:
        map: the map.
        counts: the numbers.
    """

    map: ArgumentMap = field(repr=False)
    counts: Stats

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_stats(self.map, self.counts, console)

    def _document(self) -> Document:
        """Describe the results."""
        return stats_document(self.counts)


def stats(argument_map: ArgumentMap) -> Statistics:
    """Count what a map holds: by kind of attack, bucket, source, tag and person.

    Args:
        argument_map: the map.
    """
    return Statistics(argument_map, count(argument_map))
