"""The order in which works were spoken or written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.text.dates import WrittenDate, parse_date


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """Tells which of two works is the later.

    Args:
        places: the works of the map's sequence to their places in it.
        dates: works to their dates, as far as these can be read.
    """

    places: Mapping[str, int]
    dates: Mapping[str, WrittenDate]

    def is_later(self, work: str, than: str) -> bool:
        """Tell whether a work is surely the later of two.

        Two works of the sequence have its order. Else the first day that the date of the later work may mean
        comes after the last day of the other.

        Args:
            work: the key of a source.
            than: the key of another.
        """
        if work in self.places and than in self.places:
            return self.places[work] > self.places[than]
        if work in self.dates and than in self.dates:
            return self.dates[work].span[0] > self.dates[than].span[1]
        return False

    def is_known(self, work: str) -> bool:
        """Tell whether a work stands in the sequence or has a date that can be read."""
        return work in self.places or work in self.dates

    def in_order(self, works: Iterable[str]) -> tuple[str, ...]:
        """List works: as they stand in the sequence, then others by the first day of their date."""
        return tuple(sorted(works, key=self._rank))

    def _rank(self, work: str) -> tuple[object, ...]:
        place, date = self.places.get(work), self.dates.get(work)
        return place is None, place, date is None, date.span if date else (), work


def order_of_works(argument_map: ArgumentMap) -> WorkOrder:
    """Read the order of a map's works from its `sequence` and from their dates.

    A work that stands twice in the sequence has no place there.
    """
    times = Counter(argument_map.info.sequence)
    dates = {key: parse_date(work.date) for key, work in argument_map.sources.items() if work.date}
    return WorkOrder(
        {key: place for place, key in enumerate(argument_map.info.sequence) if times[key] == 1},
        {key: date for key, date in dates.items() if date},
    )
