"""A drawing in columns on paper: parted between its rows and its columns, with the heads on each sheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from argmap.render.paper.papers import Paper
from argmap.render.paper.sheets import Sheet, visible
from argmap.render.paper.windows import starts
from argmap.render.svg.extents import LEAVES, Extent, around, reach
from argmap.render.svg.frame import Frame
from argmap.render.svg.transforms import matrix_of, to_points, transformed

_LANE: Final = "node lane"
_HEAD: Final = "node column"
_BOX: Final = "node"
_AIR: Final = 6.0
_TEXT: Final = "text"
OF_COLUMNS: Final = frozenset({_LANE, _HEAD})
"""The classes of what belongs to a column as a whole."""


@dataclass(frozen=True)
class Columns:
    """The columns of a drawing; all lengths are points.

    Args:
        lanes: their grounds.
        rows: the upper and the lower edge of each row.
        texts: what stands elsewhere, above them.
        head: the upper and the lower edge of their heads.
    """

    lanes: Sequence[Extent]
    rows: Sequence[tuple[float, float]]
    texts: Sequence[Extent]
    head: tuple[float, float]

    def tiles(self, frame: Frame, paper: Paper, scale: float) -> Mapping[tuple[int, int], Sheet]:
        """Part the drawing.

        Args:
            frame: how large it is.
            paper: what to print on.
            scale: how much it is enlarged.

        Returns:
            Column and row of sheets -> sheet. Each ends where the next begins, but for a text that would be
            cut there and is whole on it.
        """
        across, down = (side / scale for side in paper.room)
        below = max(down - (self.head[1] - self.head[0]), down / 2)
        lefts = starts(frame.width, across, [(one.left, one.right) for one in self.lanes], 0.0)
        tops = starts(frame.height, down, self.rows, 0.0, later=below)
        found = {}
        for row, top in enumerate(tops):
            for column, left in enumerate(lefts):
                head = self.head if row else ()
                sheet = Sheet(paper.width, paper.height, left, top, scale, paper.margin, head=head)
                ends = _next(lefts, column, frame.width), _next(tops, row, frame.height)
                found[column, row] = _ended(sheet, ends, self.texts)
        return found


def columns_of(root: Element, frame: Frame) -> Columns | None:
    """Find the columns of a finished SVG; None where it is not drawn in columns.

    Args:
        root: the drawing.
        frame: how large it is.
    """
    groups = list(_groups(root, frame))
    heads = around(extent for kind, extent in groups if kind == _HEAD)
    if heads is None:
        return None
    return Columns(
        [extent for kind, extent in groups if kind == _LANE],
        _rows(extent for kind, extent in groups if kind.startswith(_BOX) and kind not in OF_COLUMNS),
        [extent for kind, extent in groups if kind == _TEXT],
        (heads.top, heads.bottom),
    )


def _rows(boxes: Iterable[Extent]) -> list[tuple[float, float]]:
    """Find the rows, each with some air above it: boxes beside each other are of one row."""
    rows: list[tuple[float, float]] = []
    for box in sorted(boxes, key=lambda box: box.top):
        if rows and box.top < rows[-1][1]:
            rows[-1] = rows[-1][0], max(box.bottom, rows[-1][1])
        else:
            rows.append((box.top - _AIR, box.bottom))
    return rows


def _groups(root: Element, frame: Frame) -> Iterator[tuple[str, Extent]]:
    for graph in root.findall("g"):
        matrix = matrix_of(graph.get("transform", "")).then(to_points(frame))
        for part in graph:
            if part.tag == _TEXT:
                yield _TEXT, transformed(reach(part), matrix)
            elif part.tag == "g" and (
                reached := around(reach(leaf) for leaf in part.iter() if leaf.tag in LEAVES)
            ):
                yield part.get("class", ""), transformed(reached, matrix)


def _next(beginnings: Sequence[float], number: int, end: float) -> float:
    return beginnings[number + 1] if number + 1 < len(beginnings) else end


def _ended(sheet: Sheet, ends: tuple[float, float], texts: Sequence[Extent]) -> Sheet:
    """End a sheet where the next begins, but behind a text that would be cut there and is whole on it."""
    room = visible(sheet)
    inside = [text for text in texts if room.holds(text)]
    right = max([ends[0], *(one.right for one in inside if one.left < ends[0] < one.right)])
    bottom = max([ends[1], *(one.bottom for one in inside if one.top < ends[1] < one.bottom)])
    return sheet._replace(across=right - sheet.left, down=bottom - sheet.top)
