"""The rows of a legend: as few as can be, and none of them with one entry alone if that can be helped."""

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.diagram import Diagram
from argmap.render.dot.heading import heading_with
from argmap.render.dot.legend import Entry
from argmap.render.theme import DEFAULT

ROOM = 400.0
EMPTY = Diagram("", "", (), (), ())


def rows(widths: list[float], *, tight: bool = False) -> list[list[float]]:
    """Give the widths of the entries of each row."""
    entries = [Entry(f"<TD>{width}</TD>", width) for width in widths]
    text = heading_with(EMPTY, lambda _: entries, DEFAULT, ROOM, tight=tight)
    return [
        list(map(float, re.findall(r"<TD>([\d.]+)</TD>", row)))
        for row in text.split('<TR><TD ALIGN="LEFT"')[1:]
    ]


def greedy(widths: list[float]) -> int:
    count, taken = 0, ROOM
    for width in widths:
        if not count or taken + width > ROOM:
            count, taken = count + 1, 0.0
        taken += width
    return count


def test_the_last_entry_does_not_stand_alone() -> None:
    assert rows([100.0] * 5) == [[100.0] * 3, [100.0] * 2]
    assert rows([100.0] * 4) == [[100.0] * 4]


@given(st.lists(st.floats(10, 500).map(lambda width: round(width, 1)), min_size=1, max_size=12))
def test_all_entries_are_there_in_order_in_as_few_rows_as_fit(widths: list[float]) -> None:
    found = rows(widths)
    assert [width for row in found for width in row] == widths
    assert len(found) == greedy(widths)
    assert all(sum(row) <= ROOM or len(row) == 1 for row in found)
    assert rows(widths, tight=True) == found
